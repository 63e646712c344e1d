"""What people corrected is public: the list, the feeds, the statement's own record."""

from __future__ import annotations

import re
from xml.dom import minidom

import pytest
from fastapi.testclient import TestClient

from app.archive import open_archive
from app.domain.corrections import Action, Proposal, Subject
from app.services.corrections import correct, undo
from app.services.ingest import ingest
from app.web.app import create_app
from tests.unit.services.conftest import HARBOUR, Desk
from tests.web.conftest import count_queries

SHARP = '<script>alert("x")</script> & more'


@pytest.fixture(scope="module")
def corrected(tmp_path_factory):
    """A site on whose one article a curator has worked: its client and a statement's address."""
    desk = Desk(tmp_path_factory.mktemp("corrected") / "desk")
    desk.put("a.txt", HARBOUR)
    ingest(desk.settings, [desk.inbox])
    archive = open_archive(desk.settings)
    client = TestClient(create_app(archive), follow_redirects=False)
    cards = client.get("/api/v1/statements").json()["cards"]
    link = next(card["id"] for card in cards if "harbour must stay" in card["text"])
    speaker = {"speaker": "Cy Ode"}
    correct(archive, Proposal(Action.SPEAKER, Subject.STATEMENT, link, SHARP, "Eve", speaker))
    place = correct(
        archive, Proposal(Action.PLACE, Subject.STATEMENT, link, "why", "Eve", {"place": "Oslo"})
    )
    undo(archive, place.uid, "it was Riga", "Bob")
    return client, link, archive


def test_every_correction_is_listed_with_who_why_and_what_stood_there(corrected):
    client, _, _ = corrected
    page = client.get("/corrections")

    assert page.status_code == 200
    told = re.sub(r"<span.*?</span>", "", page.text)
    assert "<del>Ann Lee</del> <ins>Cy Ode</ins>" in told
    assert "Bob: it was Riga" in page.text
    assert "undone since" in page.text
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;" in page.text
    assert client.head("/corrections").status_code == 200


def test_history_marks_what_each_version_changed_of_the_one_before(corrected):
    client, link, _ = corrected
    page = client.get(f"/statements/{link}/history").text

    told = re.sub(r"<span.*?</span>", "", page)
    assert "<dt>Speaker</dt><dd><del>Ann Lee</del> <ins>Cy Ode</ins></dd>" in told
    assert "<dt>Place</dt><dd><del>not known</del> <ins>Oslo</ins></dd>" in told
    assert "<dt>Place</dt><dd><del>Oslo</del> <ins>not known</ins></dd>" in told
    assert page.count("was </span>Ann Lee") == 1


def test_nobody_is_offered_to_undo_who_is_not_signed_in(corrected):
    client, _, _ = corrected

    assert "/undo" not in client.get("/corrections").text


def test_the_list_of_one_record_holds_only_its_own(corrected):
    client, link, _ = corrected

    assert "Cy Ode" in client.get(f"/corrections?about=statement/{link}").text
    assert "Cy Ode" in client.get("/corrections?about=speaker/ann-lee").text
    assert "No correction has been made here" in client.get("/corrections?about=speaker/x").text


@pytest.mark.parametrize(
    "path",
    [
        "/corrections/feed.atom",
        "/corrections/feed.atom?about=speaker/cy-ode",
        "/speakers/cy-ode/changes.atom",
    ],
)
def test_feeds_of_changes_are_sound_xml_and_say_what_changed(corrected, path):
    client, _, _ = corrected
    answer = client.get(path)

    assert answer.headers["content-type"].startswith("application/atom+xml")
    texts = [
        node.firstChild.data
        for node in minidom.parseString(answer.text).getElementsByTagName("content")
    ]
    assert any(f"speaker was Ann Lee, is now Cy Ode. Why: {SHARP}" in text for text in texts)


def test_the_statement_names_the_corrections_that_hold_and_keeps_the_version_before(corrected):
    client, link, _ = corrected
    record = client.get(f"/api/v1/statements/{link}").json()

    assert record["corrected"] is True
    assert [one["now"] for one in record["corrections"]] == ["Cy Ode"]
    assert "Ann Lee" in client.get(f"/statements/{link}/v1").text
    listed = client.get("/api/v1/corrections").json()
    assert [one["standing"] for one in listed["corrections"]] == ["applied", "undone", "applied"]


def test_the_list_takes_the_same_few_queries_however_long_it_is(corrected):
    client, _, archive = corrected
    with count_queries(archive.reader) as counted:
        client.get("/corrections")

    assert counted.count <= 3


def test_what_was_cited_is_shown_also_where_it_is_no_longer_found(tmp_path):
    desk = Desk(tmp_path / "desk")
    desk.put("a.txt", HARBOUR)
    desk.ingest()
    client = TestClient(create_app(open_archive(desk.settings)), follow_redirects=False)
    cards = client.get("/api/v1/statements").json()["cards"]
    link = next(card["id"] for card in cards if "the offer was fair" in card["text"])

    desk.put("a.txt", HARBOUR[: HARBOUR.index("Bo Wu")])
    desk.ingest()

    client = TestClient(create_app(open_archive(desk.settings)), follow_redirects=False)
    assert client.get(f"/statements/{link}").status_code == 410
    assert "the offer was fair" in client.get(f"/statements/{link}/v1").text
    assert client.get(f"/statements/{link}/v1").status_code == 200
    assert client.get(f"/statements/{link}/v9").status_code == 404
