"""Following a search: what its feed holds, and how much a reader is told to expect."""

from __future__ import annotations

from datetime import timedelta
from xml.etree import ElementTree

from tests.factories import SEEN
from tests.web.conftest import fresh, open_site

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def followed(tmp_path):
    """A site that took in a statement a week, the later the longer ago it was said."""
    shelf = fresh(tmp_path)
    lines = [f"The wall number {number} must hold" for number in range(4)]
    article = shelf.article("Title\n" + "\n".join(f"{one}." for one in lines))
    for number, line in enumerate(lines):
        shelf.statement(
            article,
            line,
            speaker=None if number else shelf.speaker(),
            said=None if number == 3 else str(2011 - number),
            ingested_at=SEEN + timedelta(weeks=number),
        )
    return open_site(shelf.archive())


def test_feed_begins_with_what_was_taken_in_last_dated_so(tmp_path):
    tree = ElementTree.fromstring(followed(tmp_path).get("/search/feed.atom?q=wall").text)
    entries = tree.findall("a:entry", ATOM)

    told = [(one.findtext("a:content", "", ATOM), one.findtext("a:updated", "", ATOM)[:10])
            for one in entries]  # fmt: skip
    assert told[0] == ("The wall number 3 must hold", "2026-01-23")
    assert [day for _, day in told] == sorted((day for _, day in told), reverse=True)
    assert tree.findtext("a:updated", "", ATOM) == "2026-01-23T03:04:05Z"


def test_page_tells_the_feed_and_how_much_to_expect(tmp_path):
    client = followed(tmp_path)

    page = client.get("/search/follow?q=wall").text
    one = client.get("/search/follow?speaker=ana-ruiz").text

    assert "http://127.0.0.1:8000/search/feed.atom?q=wall" in page
    assert (
        "between 2 January 2026 and 23 January 2026, 4 are of this search: about 6 a month" in page
    )
    assert "Statements by Ana Ruiz" in one
    assert "1 is of this search" in one
    assert '<meta name="robots" content="noindex, follow">' in page


def test_page_tells_no_rate_of_what_came_in_on_one_day(site):
    page = site.get("/search/follow?q=harbour").text

    assert "too short a time" in page
    assert "on 2 January 2026" in page
    assert "about" not in page.split("How much that is")[1].split("<h2")[0]


def test_lists_lead_to_the_page(site):
    assert 'href="/search/follow?q=harbour"' in site.get("/search?q=harbour").text
    assert 'href="/search/follow?speaker=ana-ruiz"' in site.get("/speakers/ana-ruiz").text


def test_page_of_an_empty_archive_says_so(tmp_path):
    page = open_site(fresh(tmp_path).archive()).get("/search/follow?q=wall").text

    assert "holds nothing yet" in page


def test_feeds_of_two_searches_are_two_feeds_with_names_of_their_own(tmp_path):
    client = followed(tmp_path)
    told = []
    for query in ("q=wall", "speaker=ana-ruiz&from=2011-07"):
        tree = ElementTree.fromstring(client.get(f"/search/feed.atom?{query}").text)
        own = next(one for one in tree.findall("a:link", ATOM) if one.get("rel") == "self")
        assert own.get("href") == tree.findtext("a:id", "", ATOM)
        told.append((own.get("href"), tree.findtext("a:title", "", ATOM)))

    base = "http://127.0.0.1:8000/search/feed.atom"
    assert told == [
        (f"{base}?q=wall", "Search: wall · Onrecord"),
        (
            f"{base}?speaker=ana-ruiz&from=2011-07",
            "Search: speaker ana ruiz, from 2011-07 · Onrecord",
        ),
    ]
