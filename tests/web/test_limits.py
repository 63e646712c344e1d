"""No client can take the site from the others: 429s, trusted proxies, robots.txt, heavy pages."""

from __future__ import annotations

import asyncio
import re

import pytest
from fastapi.testclient import TestClient
from pydantic import ValidationError
from starlette.responses import PlainTextResponse
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from app.config import Settings
from app.web import limiting
from app.web.app import create_app
from tests.web.conftest import fresh

CRAWLER, READER = ("203.0.113.7", 4000), ("198.51.100.9", 4000)
SMALL = {"rate_per_second": 0.01, "rate_burst": 12}


@pytest.fixture
def app(tmp_path):
    """A site that gives each client twelve units and then nearly nothing."""
    return create_app(fresh(tmp_path, **SMALL).archive())


def asking(app, client, **options):
    return TestClient(app, client=client, follow_redirects=False, **options)


def statuses(client, path, times):
    return [client.get(path).status_code for _ in range(times)]


def test_a_crawler_is_told_to_wait_while_readers_are_served(app):
    crawler, reader = asking(app, CRAWLER), asking(app, READER)

    assert statuses(crawler, "/search?q=harbour", 5) == [200, 200, 200, 429, 429]
    assert statuses(reader, "/search?q=harbour", 3) == [200, 200, 200]


def test_heavy_pages_use_a_client_up_sooner_than_light_ones(app):
    light, heavy = asking(app, CRAWLER), asking(app, READER)

    assert statuses(light, "/speakers", 20).count(200) == 12
    assert statuses(heavy, "/articles?outlet=post", 20).count(200) == 3


def test_a_429_says_when_to_come_back_in_one_sentence_as_a_page_and_as_json(app):
    crawler = asking(app, CRAWLER)
    statuses(crawler, "/search", 3)

    page = crawler.get("/search")
    answer = crawler.get("/api/v1/search")

    assert page.status_code == answer.status_code == 429
    assert int(page.headers["retry-after"]) == 400
    assert page.headers["content-type"].startswith("text/html")
    assert "wait 400 seconds and go on where you were." in page.text
    assert answer.json() == {
        "status": 429,
        "error": "This is more than the site gives one reader at a time; "
        "wait 400 seconds and go on where you were.",
    }
    for refused in (page, answer):
        assert refused.headers["x-content-type-options"] == "nosniff"
        assert refused.headers["cache-control"] == "no-store"


def test_what_watches_the_site_is_never_limited(app):
    crawler = asking(app, CRAWLER)
    statuses(crawler, "/search", 4)

    for path in ("/healthz", "/readyz", "/robots.txt", "/favicon.ico"):
        assert crawler.get(path).status_code == 200


def test_the_machine_itself_is_not_limited_unless_it_is_said(tmp_path):
    usual = create_app(fresh(tmp_path / "a", **SMALL).archive())
    strict = create_app(fresh(tmp_path / "b", **SMALL, rate_unlimited="").archive())
    here = ("127.0.0.1", 4000)

    assert 429 not in statuses(asking(usual, here), "/search", 10)
    assert 429 in statuses(asking(strict, here), "/search", 10)


def test_limits_can_be_put_out_of_force(tmp_path):
    app = create_app(fresh(tmp_path, rate_per_second=0).archive())

    assert 429 not in statuses(asking(app, CRAWLER), "/check?quote=harbour", 200)


def test_b39_an_address_that_a_stranger_claims_changes_nothing(app):
    server = ProxyHeadersMiddleware(app, trusted_hosts="10.0.0.1")
    stranger = asking(server, CRAWLER)
    answers = [
        stranger.get("/search", headers={"X-Forwarded-For": f"192.0.2.{n}"}).status_code
        for n in range(5)
    ]

    assert answers == [200, 200, 200, 429, 429]


def test_behind_a_trusted_proxy_each_reader_has_a_store_of_its_own(app):
    server = ProxyHeadersMiddleware(app, trusted_hosts="10.0.0.1")
    proxy = asking(server, ("10.0.0.1", 4000))

    def ask(forwarded):
        return proxy.get("/search", headers={"X-Forwarded-For": forwarded}).status_code

    assert [ask("203.0.113.7") for _ in range(4)] == [200, 200, 200, 429]
    assert ask("198.51.100.9") == 200
    assert ask("192.0.2.1, 203.0.113.7") == 429  # what is left of the proxy's own word is a claim


def test_a_setting_that_names_no_network_is_refused():
    with pytest.raises(ValidationError, match="harbour is no address"):
        Settings(rate_unlimited="127.0.0.1, harbour")


def test_heavy_pages_take_turns_and_light_ones_pass_them_by(monkeypatch):
    async def run():
        lane, working, most = _lane()
        many = [asyncio.create_task(_ask(lane, "/search", f"192.0.2.{n}")) for n in range(40)]
        await asyncio.sleep(0)
        await asyncio.wait_for(_ask(lane, "/statements/x", "198.51.100.9"), 0.5)
        working.set()
        return [await task for task in many], most()

    answers, most = asyncio.run(run())

    assert answers == [200] * 40
    assert most == limiting.HEAVY_AT_ONCE


def test_one_client_holds_only_some_of_the_turns():
    async def run():
        lane, working, _ = _lane()
        many = [asyncio.create_task(_ask(lane, "/search", "203.0.113.7")) for _ in range(40)]
        await asyncio.sleep(0.01)
        working.set()
        answers = [await task for task in many]
        return answers, dict(lane.held)

    answers, held = asyncio.run(run())

    assert answers.count(200) == limiting.HEAVY_EACH
    assert answers.count(429) == 40 - limiting.HEAVY_EACH
    assert held == {}


def test_a_heavy_page_does_not_wait_for_ever(monkeypatch):
    monkeypatch.setattr(limiting, "LONGEST_WAIT", 0.05)

    async def run():
        lane, working, _ = _lane()
        first = [
            asyncio.create_task(_ask(lane, "/search", f"192.0.2.{n}"))
            for n in range(limiting.HEAVY_AT_ONCE)
        ]
        await asyncio.sleep(0)
        late = await _ask(lane, "/search", "198.51.100.9")
        working.set()
        return late, [await task for task in first], await _ask(lane, "/search", "198.51.100.9")

    assert asyncio.run(run()) == (503, [200] * limiting.HEAVY_AT_ONCE, 200)


def _lane():
    """A lane whose heavy pages work until the event is set; and the most that did at once."""
    working, at_once, most = asyncio.Event(), 0, 0

    async def page(scope, receive, send):
        nonlocal at_once, most
        if scope["path"] == "/search":
            at_once += 1
            most = max(most, at_once)
            await working.wait()
            at_once -= 1
        await PlainTextResponse("ok")(scope, receive, send)

    def error(_scope, status, text):
        return PlainTextResponse(text, status)

    return limiting.HeavyLane(page, Settings(), error), working, lambda: most


async def _ask(app, path, host):
    """The status of the answer to one request."""
    seen = []

    async def send(message):
        if message["type"] == "http.response.start":
            seen.append(message["status"])

    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": b"",
        "headers": [],
        "client": (host, 1),
    }
    await app(scope, None, send)
    return seen[0]


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/statements/abc", True),
        ("/speakers?page=2", True),
        ("/speakers/ana-ruiz?page=2", True),
        ("/articles/abc?part=2", True),
        ("/speakers?letter=R", True),
        ("/search", False),
        ("/search?q=harbour", False),
        ("/api/v1/statements", False),
        ("/check?quote=x", False),
        ("/speakers/ana-ruiz?issue=wall", False),
        ("/speakers/ana-ruiz?issue=wall&page=2", False),
        ("/speakers/ana-ruiz?page=2&issue=wall", False),
        ("/positions?speaker=ana-ruiz", False),
    ],
)
def test_crawlers_are_told_which_pages_not_to_follow(site, path, allowed):
    assert may_follow(site.get("/robots.txt").text, path) is allowed


def may_follow(robots, path):
    """Whether the longest rule that fits the path allows it (RFC 9309, section 2.2.2)."""
    best = (0, True)
    for kind, rule in re.findall(r"(?m)^(Allow|Disallow): (\S+)$", robots):
        pattern = re.escape(rule).replace(r"\*", ".*")
        if re.match(pattern, path):
            best = max(best, (len(rule), kind == "Allow"))
    return best[1]


def test_every_link_that_narrows_a_list_asks_crawlers_not_to_follow_it(site):
    for path in ("/search?q=harbour", "/speakers/ana-ruiz", "/issues/wall"):
        page = site.get(path).text
        robots = site.get("/robots.txt").text
        links = re.findall(r'<a href="([^"]*\?[^"]*)"([^>]*)>', page)
        for address, rest in links:
            plain = address.replace("&amp;", "&")
            if plain.startswith("/") and "nofollow" not in rest:
                followed = may_follow(robots, plain)
                assert not followed or re.search(r"\?(page|part|letter)=[^&]*$", plain), plain
