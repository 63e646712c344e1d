"""B27 and F33: pages are fetched within bounds, from a server that does all it should not."""

from __future__ import annotations

import gzip
import threading
import time
from collections import Counter
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from app.cli import run
from app.services.fetch_targets import NotFetched, is_public, target_of
from app.services.fetching import Fetcher
from app.services.ingest import ingest
from app.services.pages import Pages
from app.services.quarantine import list_quarantine
from app.services.reports import Outcome

PAGE = (
    b"<html><head><title>Quay stays</title></head><body><article><p>\xe2\x80\x9cWe will not sell "
    b"one metre of the quay,\xe2\x80\x9d said the mayor, Ann Lee, on Monday.</p><p>She spoke to "
    b"reporters in Riga, after a long sitting of the council.</p></article></body></html>"
)

BOMB = gzip.compress(b"a" * 3_000_000)


class Site(BaseHTTPRequestHandler):
    """Answers by its path; `asked` counts the paths."""

    asked: Counter[str]
    robots = b""

    def do_GET(self):
        self.asked[self.path] += 1
        name = self.path.strip("/").split("?")[0].replace("-", "_").replace(".", "_")
        getattr(self, f"_{name}", self._missing)()

    def answer(self, body=PAGE, status=200, kind="text/html; charset=utf-8", **headers):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_): ...

    def _missing(self):
        self.answer(b"", 404)

    def _robots_txt(self):
        self.answer(self.robots, kind="text/plain")

    def _page(self):
        self.answer()

    def _moved(self):
        self.answer(b"", 301, Location="/page")

    def _moved_home(self):
        self.answer(b"", 302, Location="http://10.0.0.1/secret")

    def _loop(self):
        self.answer(b"", 302, Location="/loop")

    def _busy_once(self):
        busy = self.asked[self.path] == 1
        self.answer(PAGE, 429 if busy else 200, Retry_After="7")

    def _broken(self):
        self.answer(b"", 500)

    def _busy_for_hours(self):
        self.answer(b"", 503, Retry_After="7200")

    def _hangs(self):
        time.sleep(3)

    def _drips(self):
        self.send_response(200)
        self.end_headers()
        for _ in range(40):
            self.wfile.write(b"a")
            self.wfile.flush()
            time.sleep(0.1)

    def _drips_headers(self):
        for _ in range(40):
            self.wfile.write(b"H")
            self.wfile.flush()
            time.sleep(0.1)

    def _resets(self):
        self.connection.close()

    def _endless(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        while True:
            self.wfile.write(b"a" * 65_536)

    def _cut(self):
        self.answer(PAGE, Content_Length=str(len(PAGE) + 100))

    def _bomb(self):
        self.answer(BOMB, Content_Encoding="gzip")

    def _gzip(self):
        self.answer(gzip.compress(PAGE), Content_Encoding="gzip")

    def _bad_gzip(self):
        self.answer(b"this is no gzip", Content_Encoding="gzip")

    def _half_gzip(self):
        self.answer(gzip.compress(PAGE * 100)[:60], Content_Encoding="gzip")

    def _picture(self):
        self.answer(b"\x89PNG", kind="image/png")


@pytest.fixture
def site():
    Mine = type("Mine", (Site,), {"asked": Counter()})  # noqa: N806 - it is a class
    server = ThreadingHTTPServer(("127.0.0.1", 0), Mine)
    server.handle_error = lambda *_: None  # clients that hang up are what is tested
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Mine, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def waits():
    return []


@pytest.fixture
def fetcher(site, waits):
    port = int(site[1].rpartition(":")[2])
    own = partial(
        target_of,
        allowed=lambda address: address.is_loopback or is_public(address),
        ports={port, 80},
    )
    return Fetcher(1_000_000, own, waits.append, seconds=2.0, silence=0.5)


def test_a_page_is_fetched_as_it_was_sent(site, fetcher):
    page = fetcher.fetch(f"{site[1]}/page")

    assert (page.content, page.media, page.charset) == (PAGE, "text/html", "utf-8")


def test_a_page_that_moved_is_fetched_where_it_is(site, fetcher):
    assert fetcher.fetch(f"{site[1]}/moved").url == f"{site[1]}/page"


def test_a_packed_page_is_unpacked(site, fetcher):
    assert fetcher.fetch(f"{site[1]}/gzip").content == PAGE


def test_b27_by_default_a_server_on_this_machine_is_never_asked(site):
    with pytest.raises(NotFetched, match="port"):
        Fetcher(1000).fetch(f"{site[1]}/page")

    assert site[0].asked == {}


def test_b27_a_page_that_leads_into_a_private_network_is_refused(site, fetcher):
    with pytest.raises(NotFetched, match=r"10\.0\.0\.1 is 10\.0\.0\.1"):
        fetcher.fetch(f"{site[1]}/moved-home")


def test_b27_a_name_that_changes_its_address_is_asked_at_the_one_that_was_checked(site, waits):
    port = int(site[1].rpartition(":")[2])
    answers = iter(["127.0.0.1"] * 2)
    own = partial(
        target_of,
        resolve=lambda _host, _port: [next(answers)],
        allowed=lambda address: address.is_loopback,
        ports={port},
    )

    page = Fetcher(1_000_000, own, waits.append).fetch(f"http://rebinding.example:{port}/page")

    assert page.content == PAGE  # the system's resolver, which knows no such name, was not asked


@pytest.mark.parametrize(
    ("path", "reason", "times"),
    [
        ("broken", "answers with 500", 3),
        ("busy-for-hours", "answers with 503", 1),
        ("missing", "answers with 404", 1),
        ("resets", "did not answer", 3),
        ("loop", "more than 5 times", 6),
        ("endless", "more than the 1,000,000 bytes", 1),
        ("bomb", "more than the 1,000,000 bytes", 1),
        ("bad-gzip", "packed wrongly", 3),
        ("half-gzip", "only a part", 3),
        ("cut", "only a part", 3),
        ("picture", "image/png", 1),
    ],
)
def test_f33_what_goes_wrong_at_the_other_end_is_named_and_tried_within_bounds(
    site, fetcher, path, reason, times
):
    fetcher.seconds = 60

    with pytest.raises(NotFetched, match=reason):
        fetcher.fetch(f"{site[1]}/{path}")

    assert site[0].asked[f"/{path}"] == times


@pytest.mark.parametrize("path", ["hangs", "drips", "drips-headers"])
def test_f33_a_server_that_takes_its_time_is_hung_up_on(site, fetcher, path):
    started = time.monotonic()

    with pytest.raises(NotFetched):
        fetcher.fetch(f"{site[1]}/{path}")

    assert time.monotonic() - started < 10


def test_f33_a_busy_site_is_asked_again_when_it_says(site, fetcher, waits):
    fetcher.seconds = 60
    assert fetcher.fetch(f"{site[1]}/busy-once").content == PAGE
    assert 7.0 in waits


def test_a_site_is_not_asked_faster_than_once_a_second(site, fetcher, waits):
    fetcher.fetch(f"{site[1]}/page")
    fetcher.fetch(f"{site[1]}/page?2")

    assert len([wait for wait in waits if 0 < wait <= 1]) >= 2  # robots.txt counts too


def test_a_page_that_robots_txt_closes_is_not_fetched(site, fetcher):
    site[0].robots = b"User-agent: *\nDisallow: /page\n"

    with pytest.raises(NotFetched, match=r"robots\.txt"):
        fetcher.fetch(f"{site[1]}/page")

    assert "/page" not in site[0].asked


def test_pages_are_taken_in_once_and_what_failed_waits_in_quarantine(site, fetcher, desk):
    addresses = [f"{site[1]}/page", f"{site[1]}/missing"]
    desk.settings = desk.settings.model_copy(update={"language_model": "rules"})
    first = ingest(desk.settings, [], pages=Pages(addresses, fetcher))
    second = ingest(desk.settings, [], pages=Pages(addresses, fetcher))

    assert first.counts == {Outcome.NEW: 1, Outcome.FAILED: 1}
    assert second.counts == {Outcome.UNCHANGED: 1, Outcome.FAILED: 1}
    assert [held.origin for held in list_quarantine(desk.settings)] == [addresses[1]]
    assert desk.found("quay") == 1


def test_nothing_is_fetched_unless_it_is_allowed(desk, monkeypatch, capsys, tmp_path):
    monkeypatch.setenv("ONRECORD_DATA_DIR", str(desk.settings.data_dir))
    listed = tmp_path / "list.txt"
    listed.write_text("# pages\nhttps://news.example/a\n")

    assert run(["ingest", "https://news.example/a"]) == 1
    assert run(["ingest", "--urls", str(listed)]) == 1

    assert capsys.readouterr().err.count("--allow-network") == 2
    assert not desk.settings.data_dir.exists()
