"""Every answer, errors included, carries the security headers; HEAD, 405, ETag and limits."""

import pytest
from fastapi import Request

from app.errors import ArchiveUnavailable
from app.web.middleware import MAX_URL_BYTES
from tests.web.conftest import fresh, open_site

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'; object-src 'none'"
)
ANSWERS = {
    "/": 200,
    "/search?q=harbour": 200,
    "/speakers/ana-ruiz": 200,
    "/api/v1/search": 200,
    "/feed.atom": 200,
    "/healthz": 200,
    "/favicon.ico": 200,
    "/robots.txt": 200,
    "/statements/unknown123": 404,
    "/nothing": 404,
    "/static/none.css": 404,
    "/api/v1/statements/unknown123": 404,
    "/statements/g000000001": 410,
    "/statements/m000000001": 301,
    "/speakers/": 301,
    "/search?q=" + "x" * MAX_URL_BYTES: 414,
}


@pytest.mark.parametrize("address", ANSWERS, ids=lambda address: address[:40])
def test_every_answer_carries_the_security_headers(site, address):
    answer = site.get(address)

    assert answer.status_code == ANSWERS[address]
    headers = answer.headers
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert headers["permissions-policy"] == "camera=(), microphone=(), geolocation=()"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["x-frame-options"] == "DENY"
    shared = address.startswith("/api/") or "feed.atom" in address
    expected = "cross-origin" if shared else "same-origin"
    assert headers["cross-origin-resource-policy"] == expected
    assert "strict-transport-security" not in headers
    assert "server" not in headers


def test_https_is_promised_only_by_a_site_that_is_served_over_it(tmp_path):
    secure = open_site(fresh(tmp_path, base_url="https://archive.example").archive())

    promise = secure.get("/").headers["strict-transport-security"]

    assert promise == "max-age=63072000; includeSubDomains"


def test_a_fault_in_a_handler_is_a_plain_page_with_all_headers_and_no_details(tmp_path):
    client = open_site(fresh(tmp_path).archive())

    @client.app.get("/fault")
    def fault() -> None:
        raise RuntimeError("the secret detail")

    answer = client.get("/fault")

    assert answer.status_code == 500
    assert answer.headers["content-security-policy"] == POLICY
    assert "secret detail" not in answer.text
    assert "Something went wrong" in answer.text


@pytest.mark.parametrize("address", [a for a, status in ANSWERS.items() if status == 200])
def test_b42_head_is_answered_like_get_without_a_body(site, address):
    head, get = site.head(address), site.get(address)

    assert head.status_code == get.status_code
    assert head.content == b""
    assert head.headers["content-type"] == get.headers["content-type"]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "POST"])
def test_b42_other_methods_are_refused_and_told_what_is_allowed(site, method):
    answer = site.request(method, "/speakers")

    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD"
    assert answer.headers["content-security-policy"] == POLICY


def test_b54_page_that_has_not_changed_is_not_sent_again(site):
    first = site.get("/speakers")
    tag = first.headers["etag"]

    for wanted in (tag, tag.removeprefix("W/"), f'"other", {tag}', "*"):
        again = site.get("/speakers", headers={"If-None-Match": wanted})
        assert again.status_code == 304, wanted
        assert again.content == b""
        assert again.headers["etag"] == tag
        assert again.headers["content-security-policy"] == POLICY
    for wanted in ('"other"', "not a tag", "", 'W/"'):
        assert site.get("/speakers", headers={"If-None-Match": wanted}).status_code == 200, wanted
    assert tag.startswith('W/"')


def test_a_page_has_one_tag_however_it_is_compressed(site):
    tags = {
        site.get("/speakers", headers={"Accept-Encoding": coding}).headers["etag"]
        for coding in ("identity", "gzip", "br", "zstd")
    }

    assert len(tags) == 1


def test_static_files_are_kept_for_ever_and_pages_are_asked_for_again(site):
    page = site.get("/")
    sheet = page.text.split('rel="stylesheet" href="')[1].split('"')[0]
    answer = site.get(sheet)

    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-type"] == "text/css; charset=utf-8"
    assert page.headers["cache-control"] == "no-cache"
    font = answer.text.split('url("')[1].split('"')[0]
    assert site.get(font).headers["content-type"] == "font/woff2"


def test_b39_host_and_forwarded_headers_change_nothing(site):
    strange = {
        "Host": "evil.example",
        "X-Forwarded-Host": "evil.example",
        "X-Forwarded-Proto": "https",
        "Forwarded": "host=evil.example",
    }
    answer = site.get("/speakers", headers=strange)

    assert "evil.example" not in answer.text
    assert '<link rel="canonical" href="http://127.0.0.1:8000/speakers">' in answer.text
    moved = site.get("/speakers/", headers=strange)
    assert moved.headers["location"] == "/speakers"


def test_b41_large_bodies_and_headers_are_refused(site):
    big = b"x" * 1_100_000

    assert site.post("/search", content=big).status_code == 413
    assert site.request("GET", "/search", content=big).status_code == 413
    assert site.get("/", headers={"X-Large": "y" * 65_536}).status_code == 431
    assert site.get("/", headers={f"X-{n}": "y" for n in range(500)}).status_code == 431
    assert site.get("/", headers={"Content-Length": "none"}).status_code in {400, 422}


def test_b41_a_body_in_chunks_that_names_no_length_is_cut_off(tmp_path):
    client = open_site(fresh(tmp_path, max_body_bytes=1000).archive())

    @client.app.post("/echo")
    async def echo(request: Request) -> dict[str, int]:
        return {"length": len(await request.body())}

    assert client.post("/echo", content=iter([b"x" * 600, b"x" * 600])).status_code == 413
    assert client.post("/echo", content=iter([b"x" * 400, b"x" * 400])).json() == {"length": 800}


def test_b43_ranges_are_ignored(site):
    ranges = "bytes=" + ",".join(f"{n}-{n + 10}" for n in range(1000))

    answer = site.get("/speakers", headers={"Range": ranges})

    assert answer.status_code == 200
    assert answer.content == site.get("/speakers").content


def test_errors_are_json_where_json_is_asked_for_and_pages_elsewhere(site):
    page = site.get("/statements/unknown123")
    asked = site.get("/statements/unknown123", headers={"Accept": "application/json"})
    api = site.get("/api/v1/statements/unknown123")

    assert page.headers["content-type"].startswith("text/html")
    for answer in (asked, api):
        assert answer.json()["status"] == 404
        assert "unknown123" in answer.json()["error"]


def test_archive_that_cannot_be_read_is_a_503_that_says_when_to_try_again(tmp_path):
    shelf = fresh(tmp_path)
    client = open_site(shelf.archive())

    @client.app.get("/away")
    def away() -> None:
        raise ArchiveUnavailable("the database is away; run `onrecord check`")

    answer = client.get("/away")

    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "30"
    assert "The database is away; run `onrecord check`." in answer.text
