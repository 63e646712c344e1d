"""The site is watched: numbers on answers, a log without readers, metrics, health and why not."""

from __future__ import annotations

import errno
import logging
import re

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from app.errors import StorageFull
from app.models.ingest_run import IndexTask, IngestRun, Quarantined
from app.services.logs import JsonLines
from app.services.missed import list_missed
from app.version import __version__
from app.web.app import create_app
from tests.web.conftest import fresh, open_site

TOKEN = "a-word-of-more-than-sixteen-letters"
OPEN = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def shelf(tmp_path):
    return fresh(tmp_path, metrics_token=TOKEN)


def measured(client, **labels):
    """The value of each metric of the site, by its name with its labels."""
    found = re.findall(r"^(onrecord_\S+) (\S+)$", client.get("/metrics", headers=OPEN).text, re.M)
    return {name: float(value) for name, value in found}


def test_every_answer_has_a_number_of_its_own(site):
    numbers = [
        site.get(path).headers["x-request-id"]
        for path in ("/", "/", "/nothing", "/static/none.css", "/speakers/", "/healthz")
    ]

    assert all(re.fullmatch(r"[0-9a-f]{16}", number) for number in numbers)
    assert len(set(numbers)) == len(numbers)
    assert "x-onrecord-route" not in site.get("/").headers


def test_a_number_that_a_stranger_claims_is_not_taken_over(site):
    answer = site.get("/", headers={"X-Request-ID": "forged\x1b"})

    assert "forged" not in answer.headers["x-request-id"]


def test_the_log_tells_the_page_and_never_who_asked_for_what(shelf, caplog):
    client = TestClient(create_app(shelf.archive()), client=("203.0.113.7", 4000))
    with caplog.at_level(logging.INFO, logger="app"):
        answer = client.get(
            "/search?q=a+private+question",
            headers={"User-Agent": "a private browser", "Cookie": "secret=1"},
        )
        client.get("/a/private/path")
        client.get("/search?q=a+private+question")  # from memory
        client.get("/healthz")

    lines = [JsonLines().format(record) for record in caplog.records]
    told = [record for record in caplog.records if record.name == "app.web.watching"]
    assert [record.route for record in told] == ["/search", "none", "/search"]
    assert [record.status for record in told] == [200, 404, 200]
    assert told[0].bytes > 1000
    for private in ("private", "203.0.113.7", "secret"):
        assert not [line for line in lines if private in line], private
    assert answer.headers["x-request-id"]


def test_a_reader_can_name_the_number_of_a_fault_and_the_log_has_its_trace(shelf, caplog):
    client = open_site(shelf.archive())

    @client.app.get("/fault")
    def fault() -> None:
        raise RuntimeError("the secret detail")

    answer = client.get("/fault")

    number = answer.headers["x-request-id"]
    assert f"noted under the number {number};" in answer.text
    failed = next(record for record in caplog.records if record.message == "failed")
    assert "the secret detail" in JsonLines().format(failed)


def test_requests_searches_and_the_state_of_the_archive_are_counted(shelf):
    article = shelf.article('Title\n"A wall is due," she said.')
    shelf.statement(article, "A wall is due,", speaker=shelf.speaker())
    shelf.add(IngestRun(version="1", finished_at=IngestRun(version="1").started_at))
    shelf.add(Quarantined(origin="x", name="x", reason="x"))
    shelf.add(IndexTask(type="statement", permalink="s000000001"))
    client = open_site(shelf.archive())
    before = measured(client)

    for _ in range(3):
        client.get("/speakers/ana-ruiz")
    client.head("/speakers/ana-ruiz")
    client.get("/speakers/nobody")
    client.get("/api/v1/search?q=wall")
    client.get("/no/such/page")
    after = measured(client)

    def grown(name):
        return after.get(name, 0) - before.get(name, 0)

    page = 'onrecord_requests_total{method="%s",route="/speakers/{slug}",status="%d"}'
    assert grown(page % ("GET", 200)) == 3
    assert grown(page % ("HEAD", 200)) == 1
    assert grown(page % ("GET", 404)) == 1
    assert grown('onrecord_requests_total{method="GET",route="none",status="404"}') == 1
    assert grown('onrecord_request_seconds_count{route="/api/v1/search"}') == 1
    assert grown("onrecord_search_seconds_count") >= 1
    assert after["onrecord_database_up"] == 1
    assert after["onrecord_statements"] == after["onrecord_articles"] == 1
    assert after["onrecord_quarantined"] == 1
    assert after["onrecord_index_waiting"] == 1
    assert after["onrecord_ingest_runs"] == 1
    assert after["onrecord_ingest_last_finished_seconds"] > 1.7e9


def test_addresses_that_do_not_exist_do_not_make_new_counters(shelf):
    client = open_site(shelf.archive())
    client.get("/nothing")
    before = len(measured(client))

    for number in range(30):
        client.get(f"/nothing-{number}")
        client.get(f"/speakers/nobody-{number}")
        client.request(f"METHOD{number}", "/")

    assert len(measured(client)) - before < 60  # one page more, whatever the number of addresses


def test_metrics_are_closed_without_a_word_and_to_a_wrong_one(shelf, tmp_path):
    client = open_site(shelf.archive())
    closed = open_site(fresh(tmp_path / "other").archive())

    assert client.get("/metrics", headers=OPEN).status_code == 200
    assert closed.get("/metrics", headers=OPEN).status_code == 404
    for wrong in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": TOKEN}):
        answer = client.get("/metrics", headers=wrong)
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer"
        assert "onrecord_" not in answer.text


def test_metrics_say_when_the_database_does_not_answer(shelf):
    archive = shelf.archive()
    client = open_site(archive)
    shelf.session.execute(text("DROP TABLE ingest_run"))
    shelf.session.commit()

    assert measured(client)["onrecord_database_up"] == 0


def test_readyz_says_that_all_is_well(site):
    answer = site.get("/readyz")

    assert answer.status_code == 200
    assert answer.json() == {
        "ready": True,
        "database": "ok",
        "index": "ok",
        "waiting": 0,
        "reasons": [],
    }
    assert answer.headers["cache-control"] == "no-store"


def test_f3_readyz_tells_how_far_the_index_is_behind(shelf):
    for number in range(3):
        shelf.add(IndexTask(type="statement", permalink=f"s{number}"))
    answer = open_site(shelf.archive()).get("/readyz")

    assert answer.status_code == 200
    assert answer.json()["waiting"] == 3
    assert "3 changes still to learn" in answer.json()["reasons"][0]


def test_readyz_names_an_index_that_is_away_and_stays_ready(shelf):
    answer = open_site(shelf.archive(index=False)).get("/readyz")

    assert answer.status_code == 200
    assert answer.json()["ready"] is True
    assert answer.json()["reasons"][0].count("onrecord reindex") == 1


def test_readyz_is_a_503_while_the_database_does_not_answer(shelf):
    archive = shelf.archive()
    client = open_site(archive)
    shelf.session.execute(text("ALTER TABLE statement RENAME TO elsewhere"))
    shelf.session.commit()

    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "30"
    assert answer.json()["database"] == "does not answer"
    assert answer.json()["reasons"]
    assert client.get("/healthz").status_code == 200  # the process itself is alive


def test_readyz_notices_that_the_database_was_taken_away(shelf):
    archive = shelf.archive()
    client = open_site(archive)
    archive.settings.database_path.unlink()

    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert "onrecord doctor" in answer.json()["reasons"][0]


def test_searches_in_vain_are_counted_each_time_and_others_not(shelf):
    article = shelf.article('Title\n"A wall is due," she said.')
    shelf.statement(article, "A wall is due,", speaker=shelf.speaker())
    client = open_site(shelf.archive())

    for path in ("/search?q=Zeppelin", "/search?q=zeppelin", "/api/v1/search?q=zeppelin"):
        assert client.get(path).headers["cache-control"] == "no-store"
    client.get("/search?q=wall")
    client.get("/search")

    assert [(one.words, one.times) for one in list_missed(client.app.state.desk)] == [
        ("zeppelin", 3)
    ]


def test_the_version_is_shown_on_the_page_about_the_archive_and_in_the_api(site):
    assert f"with Onrecord {__version__}." in site.get("/about").text
    assert site.get("/api/v1/openapi.json").json()["info"]["version"] == __version__


class _Full:
    """A stream on a disk that is full."""

    def write(self, _: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def flush(self) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_f6_a_full_disk_under_the_log_and_the_desk_costs_no_reader_a_page(shelf, monkeypatch):
    client = open_site(shelf.archive())
    handler = logging.StreamHandler(_Full())
    monkeypatch.setattr(logging, "raiseExceptions", False)
    logging.getLogger("app").addHandler(handler)
    monkeypatch.setattr(logging.getLogger("app"), "level", logging.INFO)

    def full(*_: object) -> None:
        raise StorageFull("the disk is full")

    monkeypatch.setattr("app.storage.missed.add_missed", full)
    try:
        assert client.get("/search?q=zeppelin").status_code == 200
        assert client.get("/speakers").status_code == 200
    finally:
        logging.getLogger("app").removeHandler(handler)
