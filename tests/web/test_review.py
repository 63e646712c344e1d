"""The review queue: what is most worth a curator's time comes first, and is decided in one step."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from app.domain.reports import Complaint
from app.domain.resolved import Stance
from app.models.speaker import NotSamePerson
from app.services.reader_reports import report_stamp, take_report, waiting_on
from app.services.review import get_queue
from app.services.statements import list_statements
from app.services.weighing import weight
from app.storage.reads import add_reads
from tests.curating import cheap_hashes
from tests.web.conftest import count_queries, fresh
from tests.web.desks import KEY, Curating, correct, key_on

__all__ = ["cheap_hashes"]


@pytest.fixture
def site(tmp_path, cheap_hashes) -> Curating:
    return Curating(tmp_path)


def doubtful(tmp_path, confidences) -> Curating:
    """An archive with one statement of each confidence, by different people."""
    shelf = fresh(tmp_path)
    lines = [f"“The wall {n} is due,” Speaker{n} said." for n in range(len(confidences))]
    article = shelf.article("Title\n" + "\n".join(lines))
    for n, confidence in enumerate(confidences):
        speaker = shelf.speaker(f"Ann Speaker{n}")
        shelf.statement(article, f"The wall {n} is due,", speaker=speaker, confidence=confidence)
    return Curating(tmp_path, shelf)


def report(site, number, complaint=Complaint.SPEAKER, line=""):
    link = site.link(number)
    stamped = report_stamp(site.desk, link)
    site.clock.now += timedelta(seconds=5)
    take_report(site.archive, site.desk, link, complaint, line, network="n", stamped=stamped)


def subjects(site) -> list[str]:
    return [item.subject for item in get_queue(site.archive, site.desk).items]


def titles(site) -> list[str]:
    return [item.title for item in get_queue(site.archive, site.desk).items]


def test_the_least_certain_comes_first_and_what_is_certain_not_at_all(tmp_path, cheap_hashes):
    site = doubtful(tmp_path, [0.7, 0.3, 0.95, 0.5])

    assert titles(site) == ["The wall 1 is due,", "The wall 3 is due,", "The wall 0 is due,"]


def test_what_is_read_often_comes_before_what_is_a_little_less_certain(tmp_path, cheap_hashes):
    site = doubtful(tmp_path, [0.5, 0.4])
    link = subjects(site)[1]
    with site.desk.transaction() as session:
        add_reads(session, {link: 100})

    assert subjects(site)[0] == link
    why = get_queue(site.archive, site.desk).items[0].why
    assert "read 100 times" in why


def test_a_page_that_is_read_a_lot_is_found_behind_many_that_are_less_certain(
    tmp_path, cheap_hashes, monkeypatch
):
    monkeypatch.setattr("app.services.review._HEAD", 3)
    site = doubtful(tmp_path, [0.3, 0.3, 0.3, 0.3, 0.8])
    assert "The wall 4 is due," not in titles(site)
    [link] = [card.id for card in list_statements(site.archive).cards if "wall 4" in card.text]

    with site.desk.transaction() as session:
        add_reads(session, {link: 10_000})

    assert titles(site)[0] == "The wall 4 is due,"


def test_what_readers_report_comes_before_what_the_program_doubts(site):
    report(site, 0, line="It was Okafor.")

    queue = get_queue(site.archive, site.desk)

    assert queue.items[0].subject == site.link(0)
    assert queue.items[0].why[0] == "a reader says: somebody else said it"
    assert queue.reports == 1


@pytest.mark.parametrize("do", ["confirm", "speaker=Ana Ruiz", "reject"])
def test_a_statement_that_a_person_decided_leaves_the_queue(site, do):
    client = site.curator()
    assert site.link(4) in subjects(site)

    answer = correct(client, site.link(4), do, next="/review")

    assert answer.headers["location"] == "/review"
    assert site.link(4) not in subjects(site)
    assert site.link(4) not in client.get("/review").text


def test_what_is_put_off_comes_back_the_next_day(site):
    client = site.curator()
    form = {"form_key": key_on(client, "/review"), "subject": site.link(4)}

    assert client.post("/review/later", data=form).headers["location"] == "/review"

    assert site.link(4) not in subjects(site)
    site.clock.now += timedelta(days=1, seconds=1)
    assert site.link(4) in subjects(site)


def test_a_reader_is_answered_from_the_queue(site):
    report(site, 0, line="It was Okafor.")
    client = site.curator()
    page = client.get("/review").text
    assert "It was Okafor." in page
    number = waiting_on(site.desk, site.link(0))[0].number

    form = {"form_key": KEY.search(page).group(1), "outcome": "kept", "next": "/review",
            "answer": "The line names her.", "publish": "true"}  # fmt: skip
    assert client.post(f"/review/reports/{number}", data=form).headers["location"] == "/review"

    public = site.stranger().get(f"/statements/{site.link(0)}").text
    assert "The line names her." in public
    assert "It was Okafor." in public
    assert get_queue(site.archive, site.desk).reports == 0
    assert client.post(f"/review/reports/{number}", data=form).status_code == 404


def test_an_answer_without_a_word_is_refused(site):
    report(site, 0)
    client = site.curator()
    number = waiting_on(site.desk, site.link(0))[0].number

    form = {"form_key": key_on(client, "/review"), "outcome": "kept", "answer": "  "}
    assert client.post(f"/review/reports/{number}", data=form).status_code == 422


def test_a_report_on_what_is_taken_out_is_answered_by_that(site):
    report(site, 4, Complaint.WORDS)

    correct(site.curator(), site.link(4), "reject", reason="Nobody said it.")

    assert get_queue(site.archive, site.desk).reports == 0


def two_names(tmp_path) -> Curating:
    shelf = fresh(tmp_path)
    full, bare = shelf.speaker("Ana Ruiz"), shelf.speaker("Ruiz")
    other = shelf.speaker("Ben Okafor", aliases=["B. J. Okafor"])
    again = shelf.speaker("Bernard Okafor", aliases=["B. J. Okafor"])
    text = "Title\n“One,” Ruiz said.\n“Two,” said Ana Ruiz.\n“Three,” he said.\n“Four.”"
    article = shelf.article(text)
    issue = shelf.issue()
    for words, who in (("One,", bare), ("Two,", full), ("Three,", other), ("Four.", again)):
        shelf.on(shelf.statement(article, words, speaker=who), issue, Stance.SUPPORTS)
    return Curating(tmp_path, shelf)


def test_names_that_may_mean_one_person_are_asked_about(tmp_path, cheap_hashes):
    site = two_names(tmp_path)

    queue = get_queue(site.archive, site.desk)

    assert {frozenset(item.subject.split("+")) for item in queue.items} == {
        frozenset({"ana-ruiz", "ruiz"}),
        frozenset({"ben-okafor", "bernard-okafor"}),
    }
    page = site.curator().get("/review").text
    assert "Not the same, ever" in page


@pytest.mark.parametrize("do", ["merge", "not_same"])
def test_a_pair_is_decided_once(tmp_path, cheap_hashes, do):
    site = two_names(tmp_path)
    client = site.curator()
    path = "/review?item=ruiz%2Bana-ruiz"
    form = {"form_key": key_on(client, path), "do": do, "other": "ana-ruiz", "next": "/review"}

    assert client.post("/curation/speakers/ruiz", data=form).headers["location"] == "/review"

    assert not any("ruiz" in subject for subject in subjects(site))


def test_a_pair_that_was_told_apart_before_is_not_asked_about(tmp_path, cheap_hashes):
    site = two_names(tmp_path)
    assert len(subjects(site)) == 2
    shelf = fresh(tmp_path / "more")
    one, two = shelf.speaker("Ana Ruiz"), shelf.speaker("Ruiz")
    article = shelf.article("Title\n“One,” she said.\n“Two,” she said.")
    shelf.statement(article, "One,", speaker=one)
    shelf.statement(article, "Two,", speaker=two)
    shelf.add(NotSamePerson(speaker_id=two.id, other_id=one.id, reason="test"))

    assert subjects(Curating(tmp_path / "more", shelf)) == []


def two_events(tmp_path) -> Curating:
    shelf = fresh(tmp_path)
    kind = {"type": "briefing", "place": "Lisbon"}
    first, again = shelf.event("Harbour briefing", **kind), shelf.event("Talk at the quay", **kind)
    named = {"place": None, "type": "vote"}
    vote = shelf.event("Vote on the harbour tolls", on="2012-02-01", **named)
    ballot = shelf.event(
        "The harbour tolls ballot", on="2012-02-01", **{**named, "type": "referendum"}
    )
    far = shelf.event("Harbour briefing two", on="2012-05-05", **kind)
    article = shelf.article("Title\nOne.\nTwo.\nThree.\nFour.\nFive.\nSix.")
    words = ("One.", "Two.", "Three.", "Four.", "Five.", "Six.")
    for text, event in zip(words, (first, first, again, vote, ballot, far), strict=True):
        shelf.statement(article, text, event=event)
        event.statement_count += 1
        shelf.add(event)
    return Curating(tmp_path, shelf)


def test_events_of_one_day_that_are_alike_are_asked_about_and_no_others(tmp_path, cheap_hashes):
    site = two_events(tmp_path)

    items = get_queue(site.archive, site.desk).items

    assert {item.subject: item.why[0] for item in items} == {
        "events:harbour-briefing+talk-at-the-quay": (
            "each is a briefing in Lisbon on 8 December 2011"
        ),
        "events:the-harbour-tolls-ballot+vote-on-the-harbour-tolls": (
            "both are of 1 February 2012, and both names have “harbour”, “tolls”"
        ),
    }
    page = site.curator().get(f"/review?item={items[0].subject.replace('+', '%2B')}").text
    assert "/curation/events/" in page
    assert "Not the same, ever" in page


@pytest.mark.parametrize("do", ["merge", "not_same"])
def test_a_pair_of_events_is_decided_once(tmp_path, cheap_hashes, do):
    site = two_events(tmp_path)
    client = site.curator()
    path = "/review?item=events:harbour-briefing%2Btalk-at-the-quay"
    form = {"form_key": key_on(client, path), "do": do, "other": "harbour-briefing"}

    answer = client.post("/curation/events/talk-at-the-quay", data={**form, "next": "/review"})

    assert answer.headers["location"] == "/review"
    assert not any("briefing" in subject for subject in subjects(site))


def test_the_more_hangs_on_a_decision_and_the_more_read_the_earlier_it_comes():
    assert weight(0.5, 0) < weight(0.6, 0) < weight(0.5, 1) < weight(0.5, 100)
    assert weight(0.5, 0, 1) < weight(0.5, 0, 10) < weight(0.5, 0, 1000)
    assert weight(0.5, 1000) < 20 * weight(0.5, 0)


def test_searches_in_vain_are_listed_and_taken_off_the_list(site):
    site.stranger().get("/search?q=zzzq+seals")
    client = site.curator()
    page = client.get("/review/missed")
    assert "zzzq seals" in page.text

    form = {"form_key": KEY.search(page.text).group(1), "words": "zzzq seals"}
    assert client.post("/review/missed", data=form).status_code == 303

    assert "zzzq seals" not in client.get("/review/missed").text


def test_an_empty_queue_says_so(tmp_path, cheap_hashes):
    site = doubtful(tmp_path, [0.95])

    assert "Nothing waits for a decision" in site.curator().get("/review").text


def test_the_queue_costs_the_same_number_of_queries_however_long(tmp_path, cheap_hashes):
    counts = []
    for many in (2, 40):
        site = doubtful(tmp_path / str(many), [0.4] * many)
        client = site.curator()
        with count_queries(site.archive.reader) as counted:
            page = client.get("/review")
        assert len(re.findall("/review\\?item=", page.text)) == min(many, 12) - 1
        counts.append(counted.count)

    assert counts[0] == counts[1]
    assert counts[1] <= 32
