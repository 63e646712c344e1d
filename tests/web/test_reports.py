"""Readers say that something is wrong: in one click, without an account, safe against floods."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from sqlmodel import func, select

from app.config import Settings
from app.domain.curators import Curator
from app.domain.reports import Complaint, Outcome
from app.models.report import ReaderLine, ReaderReport
from app.services.reader_reports import answer_report, waiting_on
from app.web.app import create_app
from tests.curating import Clock
from tests.web.conftest import Town, count_queries

STAMP = re.compile(r'name="stamp" value="([^"]+)"')
ANA = Curator(1, "ana", "Ana Ruiz", 1, "00" * 16)


class Reader:
    """A reader with the form of one statement before her."""

    def __init__(self, town: Town, tmp_path) -> None:
        self.archive = replace(town.archive, settings=Settings(data_dir=tmp_path))
        self.app = create_app(self.archive)
        self.desk = self.app.state.desk
        self.desk.clock = self.clock = Clock()
        self.client = self.at("203.0.113.7")
        self.id = town.statements[0].permalink
        self.path = f"/statements/{self.id}/report"

    def at(self, address: str) -> TestClient:
        return TestClient(self.app, follow_redirects=False, client=(address, 50000))

    def stamp(self, path=None) -> str:
        found = STAMP.search(self.client.get(path or self.path).text).group(1)
        self.clock.now += timedelta(seconds=5)
        return found

    def send(self, complaint="speaker", line="", *, client=None, headers=None, **more):
        form = {
            "complaint": complaint,
            "line": line,
            "stamp": more.pop("stamp", None) or self.stamp(),
        }
        return (client or self.client).post(self.path, data={**form, **more}, headers=headers)

    def stored(self) -> list[ReaderReport]:
        with self.desk.session() as session:
            return list(session.exec(select(ReaderReport)).all())


@pytest.fixture
def reader(town, tmp_path) -> Reader:
    return Reader(town, tmp_path)


def test_the_form_is_one_click_away_and_offers_three_things(reader):
    page = reader.client.get(f"/statements/{reader.id}")
    form = reader.client.get(reader.path)

    assert f'href="{reader.path.removesuffix("/report")}/report"' in page.text
    assert form.text.count('type="radio"') == 3
    assert form.headers["cache-control"] == "no-store"
    assert 'content="noindex' in form.text
    assert "set-cookie" not in form.headers


def test_what_a_reader_says_waits_for_an_answer_and_changes_nothing_else(reader):
    before = reader.client.get(f"/statements/{reader.id}").text

    answer = reader.send("speaker", "The paper says it was  Okafor.\n")

    assert answer.status_code == 303
    thanks = reader.client.get(answer.headers["location"])
    assert "A person will look at it" in thanks.text
    [waiting] = waiting_on(reader.desk, reader.id)
    assert (waiting.complaint, waiting.times, waiting.revision) == (Complaint.SPEAKER, 1, 1)
    assert waiting.lines == ["The paper says it was Okafor."]
    assert reader.client.get(f"/statements/{reader.id}").text == before


def test_the_answer_is_public_on_the_statement_at_once(reader):
    reader.client.get(f"/statements/{reader.id}")  # kept from now on
    reader.send("speaker", "It was <b>Okafor</b>.")
    [waiting] = waiting_on(reader.desk, reader.id)

    answer_report(
        reader.desk, ANA, waiting.number, Outcome.KEPT, "The line names her.", publish=True
    )

    page = reader.client.get(f"/statements/{reader.id}").text
    assert "Left as it is on 2026-03-01 by Ana Ruiz: The line names her." in page
    assert "It was &lt;b&gt;Okafor&lt;/b&gt;." in page
    assert waiting_on(reader.desk, reader.id) == []


def test_a_line_stays_private_unless_a_curator_says_otherwise(reader):
    reader.send("words", "my telephone number is 555")
    [waiting] = waiting_on(reader.desk, reader.id)

    answer_report(reader.desk, ANA, waiting.number, Outcome.CORRECTED, "Mended.", publish=False)

    page = reader.client.get(f"/statements/{reader.id}").text
    assert "Mended." in page
    assert "555" not in page


def test_what_was_dismissed_is_not_published(reader):
    reader.send("words", "buy my watches")
    [waiting] = waiting_on(reader.desk, reader.id)

    answer_report(reader.desk, ANA, waiting.number, Outcome.DISMISSED, "", publish=True)

    assert "Asked by readers" not in reader.client.get(f"/statements/{reader.id}").text


def test_the_same_complaint_is_counted_and_the_same_line_kept_once(reader):
    for line in ("It was Okafor.", "It was Okafor.", "Okafor, I am sure.", ""):
        reader.send("speaker", line)
    reader.send("facts")

    times = {row.complaint: row.times for row in reader.stored()}
    assert times == {Complaint.SPEAKER: 4, Complaint.FACTS: 1}
    [waiting] = [one for one in waiting_on(reader.desk, reader.id) if one.times == 4]
    assert waiting.lines == ["It was Okafor.", "Okafor, I am sure."]


def test_one_network_may_send_six_an_hour_and_twenty_a_day(reader):
    answers = [reader.send() for _ in range(8)]
    assert [answer.status_code for answer in answers] == [303] * 6 + [429] * 2
    assert "too many reports from here" in answers[-1].text
    assert 0 < int(answers[-1].headers["retry-after"]) <= 3600

    for _ in range(4):
        reader.clock.now += timedelta(hours=1)
        answers += [reader.send() for _ in range(6)]
    assert [answer.status_code for answer in answers].count(303) == 20


def test_another_network_is_not_held_to_account_but_its_neighbour_is(reader):
    for _ in range(7):
        reader.send()

    assert reader.send(client=reader.at("203.0.113.99")).status_code == 429
    assert reader.send(client=reader.at("198.51.100.7")).status_code == 303
    assert reader.send(client=reader.at("2001:db8::1")).status_code == 303


def test_a_flood_from_everywhere_ends_at_the_days_total_in_a_clear_sentence(reader, monkeypatch):
    monkeypatch.setattr("app.services.reader_reports.IN_ALL", 30)
    stamp = reader.stamp()
    codes = [
        reader.send(client=reader.at(f"10.{n}.0.1"), stamp=stamp, line=f"flood {n}").status_code
        for n in range(40)
    ]

    assert codes == [303] * 30 + [422] * 10
    last = reader.send(client=reader.at("10.99.0.1"), stamp=stamp)
    assert "takes no more reports today" in last.text
    with reader.desk.session() as session:
        assert session.exec(select(func.count()).select_from(ReaderLine)).one() == 20
    assert len(reader.stored()) == 1


def test_what_was_typed_stands_in_the_form_again_when_it_is_refused(reader):
    answer = reader.send("", "It was Okafor, see line 3.")

    assert answer.status_code == 422
    answer = reader.send("facts", "It was Okafor, see line 3.", website="x")
    assert answer.status_code == 422
    assert 'value="It was Okafor, see line 3."' in answer.text
    assert re.search(r'value="facts" checked', answer.text)
    assert reader.stored() == []


def test_a_form_that_is_sent_within_a_second_can_be_sent_again(reader):
    stamp = STAMP.search(reader.client.get(reader.path).text).group(1)

    first = reader.send(stamp=stamp)
    reader.clock.now += timedelta(seconds=3)
    second = reader.send(stamp=STAMP.search(first.text).group(1))

    assert first.status_code == 422
    assert "before anybody can have read it" in first.text
    assert second.status_code == 303


@pytest.mark.parametrize("stamp", ["", "x", "1.2", "99999999999.ff", "١٢.00"])
def test_a_stamp_that_is_not_ours_is_refused_and_replaced(reader, stamp):
    answer = reader.send(stamp=stamp or " ")

    assert answer.status_code == 422
    assert STAMP.search(answer.text).group(1) != stamp
    assert reader.stored() == []


def test_a_stamp_is_good_for_its_own_statement_and_a_day(reader, town):
    other = reader.stamp(f"/statements/{town.statements[1].permalink}/report")
    own = reader.stamp()

    assert reader.send(stamp=other).status_code == 422
    reader.clock.now += timedelta(hours=25)
    assert reader.send(stamp=own).status_code == 422
    assert reader.stored() == []


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}], ids=str
)
def test_b44_another_site_cannot_send_readers_reports(reader, headers):
    assert reader.send(headers=headers).status_code == 403
    assert reader.stored() == []


@pytest.mark.parametrize("extra", ["id", "answer", "outcome", "answered_by", "times", "public"])
def test_b48_a_report_with_more_fields_than_the_form_has_is_refused(reader, extra):
    assert reader.send(**{extra: "1"}).status_code == 422
    assert reader.stored() == []


def test_a_report_that_is_too_long_or_no_choice_is_refused(reader):
    assert reader.send("speaker", "x" * 5000).status_code == 422
    assert reader.send("nothing").status_code == 422
    assert reader.send("speaker", "x" * 3000).status_code == 303
    [waiting] = waiting_on(reader.desk, reader.id)
    assert len(waiting.lines[0]) == 500


@pytest.mark.parametrize(
    ("permalink", "status"), [("none", 404), ("g000000001", 410), ("m000000001", 301)]
)
def test_statements_that_are_not_here_get_their_usual_answer(reader, permalink, status):
    path = f"/statements/{permalink}/report"

    assert reader.client.get(path).status_code == status
    form = {"complaint": "speaker", "stamp": "1.2"}
    assert reader.client.post(path, data=form).status_code == status


def test_nothing_about_who_reported_is_kept(reader):
    reader.send("speaker", "It was Okafor.", client=reader.at("198.51.100.77"))

    stored = reader.desk.path.read_bytes()
    log = reader.desk.path.with_name("desk.sqlite3-wal")
    stored += log.read_bytes() if log.exists() else b""
    assert b"198.51" not in stored


def test_a_report_writes_nothing_into_the_archive(reader):
    with count_queries(reader.archive.reader) as counted:
        reader.send("speaker")

    assert reader.archive.writer is None
    assert counted.count <= 12 + 1


def test_a_desk_that_is_damaged_keeps_no_statement_from_its_readers(reader):
    reader.send("speaker")
    reader.desk.path.with_name("desk.sqlite3-wal").unlink(missing_ok=True)
    reader.desk.path.write_bytes(b"this is no database " * 400)
    again = TestClient(create_app(reader.archive), follow_redirects=False)

    assert again.get(f"/statements/{reader.id}").status_code == 200
    assert again.get("/").status_code == 200
    assert again.get("/search?q=zzzzq").status_code == 200
