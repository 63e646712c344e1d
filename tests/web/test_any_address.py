"""Properties: whatever address, filter, range or header a stranger makes up, a page comes back."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

EACH = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,  # the same cases each time, so that a run that fails fails again
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
WORDS = st.text(max_size=40)
PLACES = st.sampled_from(
    ["", "statements", "speakers", "articles", "events", "issues", "outlets", "dates", "static",
     "api/v1", "api/v1/statements", "sitemaps", "positions", "search", "review", "curation"]
)  # fmt: skip
NAMES = st.sampled_from(
    ["q", "page", "per_page", "sort", "type", "from", "to", "speaker", "issue", "outlet", "year",
     "kind", "stance", "letter", "part", "name", "quote", "next", "by"]
)  # fmt: skip


def address(place: str, parts: list[str]) -> str:
    return "/" + "/".join([*filter(None, [place]), *(quote(part, safe="") for part in parts)])


def is_a_page_of_this_site(answer) -> None:
    assert answer.status_code < 500
    if 300 <= answer.status_code < 400 and answer.status_code != 304:
        target = answer.headers["location"]
        parts = urlsplit(target)
        assert not parts.netloc, target
        assert not parts.scheme, target
        assert target.startswith("/"), target
        assert not target.startswith(("//", "/\\")), target


@EACH
@given(place=PLACES, parts=st.lists(WORDS, max_size=4))
@example("", ["", "evil.example", ""])
@example("", ["\\evil.example", ""])
@example("static", ["..", "..", "etc", "passwd"])
@example("statements", ["%2e%2e", "\x00"])
def test_any_address_is_a_page_of_this_site(site, place, parts):
    is_a_page_of_this_site(site.get(address(place, parts)))


@EACH
@given(place=PLACES, fields=st.lists(st.tuples(NAMES, WORDS), max_size=6))
@example("search", [("q", "\ud7ff" * 40), ("page", "9" * 40)])
@example("search", [("from", "2011-13-45"), ("to", "0000")])
@example("speakers", [("page", "-1"), ("page", "²")])
def test_any_filter_is_a_page_of_this_site(site, place, fields):
    is_a_page_of_this_site(site.get(address(place, []), params=fields))


@EACH
@given(
    ranges=st.one_of(
        st.from_regex(r"\Abytes=(\d{0,20}-\d{0,20},?){1,9}\Z"),
        st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=60),
    )
)
@example("bytes=0-0")
@example("bytes=-1")
@example("bytes=9-1")
@example("bytes=" + "0-," * 500)
def test_b43_any_range_is_answered_with_the_whole_page(site, ranges):
    answer = site.get("/robots.txt", headers={"Range": ranges.encode()})

    assert answer.status_code == 200
    assert answer.content == site.get("/robots.txt").content
    assert "content-range" not in answer.headers


@EACH
@given(
    name=st.sampled_from(
        ["If-None-Match", "If-Modified-Since", "Accept", "Accept-Encoding", "Cookie", "Host",
         "Accept-Language", "X-Forwarded-For", "Origin", "Content-Type", "Authorization"]
    ),
    value=st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=60),
)  # fmt: skip
@example("Accept-Encoding", "gzip;q=x, br;q=2, *;q=-1")
@example("Cookie", "=;=;a=b=c;\xff")
@example("Host", "[::1")
def test_any_header_is_answered(site, name, value):
    value = value.strip().replace("\x7f", "")
    for path in ("/", "/search?q=harbour", "/api/v1/statements", "/nothing"):
        is_a_page_of_this_site(site.get(path, headers={name: value.encode("latin-1")}))
