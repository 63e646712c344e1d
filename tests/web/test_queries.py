"""A page asks the database a number of questions that does not grow with what it shows."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.archive import Archive
from app.domain.resolved import Stance
from tests.factories import Shelf
from tests.web.conftest import count_queries, fresh, open_site

#: More would be felt at a hundred thousand statements.
MOST = 12


def grown(tmp_path: Path, articles: int) -> tuple[Archive, TestClient, dict[str, str]]:
    """An archive of so many articles, each with two speakers, an event, an issue, positions."""
    shelf = fresh(tmp_path / str(articles))
    outlet, event, issue = shelf.outlet(), shelf.event(), shelf.issue()
    ana = shelf.speaker("Ana Ruiz", aliases=["Anna Ruiz"])
    shelf.tenure(ana, "Mayor of Lisbon", "2009")
    first = None
    for number in range(articles):
        other = shelf.speaker(f"Ben Okafor{number}")
        due_words, no_words = f"The harbour wall {number} is due,", f"No {number}."
        text = f"Title {number}\n“{due_words}” Ruiz said.\n“{no_words}”"
        article = shelf.article(text, headline=f"Title {number}", outlet=outlet)
        more = {"report_group": "group", "said": f"2011-{number % 12 + 1:02d}", "event": event}
        due = shelf.statement(article, due_words, speaker=ana, **more)
        no = shelf.statement(article, no_words, speaker=other, event=event)
        shelf.on(due, issue, Stance.DEMANDS)
        shelf.on(no, issue, Stance.REJECTS)
        first = first or (article, due)
    outlet.article_count = articles
    assert first is not None
    archive = shelf.archive()
    pages = {
        "home": "/",
        "search": "/search?q=harbour",
        "articles found": "/search?q=harbour&type=article",
        "speakers": "/speakers",
        "speaker": "/speakers/ana-ruiz",
        "statement": f"/statements/{first[1].permalink}",
        "history": f"/statements/{first[1].permalink}/history",
        "articles": "/articles",
        "article": f"/articles/{first[0].permalink}",
        "events": "/events",
        "event": "/events/harbour-summit",
        "issues": "/issues",
        "issue": "/issues/the-harbour-wall",
        "positions": "/positions",
        "positions of one": "/speakers/ana-ruiz/positions",
        "events of one": "/speakers/ana-ruiz/events",
        "positions on one": "/issues/the-harbour-wall/positions",
        "course": "/positions/the-harbour-wall/ana-ruiz",
        "outlet": "/outlets/the-harbour-post",
        "years": "/dates",
        "year": "/dates/2011",
        "feed": "/speakers/ana-ruiz/feed.atom",
        "feed of a search": "/search/feed.atom?q=harbour",
        "followed": "/search/follow?q=harbour",
        "checked": "/check?quote=the+harbour+wall+is+due&speaker=Ana+Ruiz",
        "nothing found": "/search?q=zebra&speaker=ana-ruiz&kind=direct"
        "&outlet=the-harbour-post&issue=the-harbour-wall&from=2011&to=2012",
        "month": "/dates/2011/12",
        "api": "/api/v1/search?q=harbour",
    }
    return archive, open_site(archive), pages


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    return grown(tmp_path_factory.mktemp("small"), 2)


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    return grown(tmp_path_factory.mktemp("large"), 30)


PAGES = [
    "home", "search", "articles found", "speakers", "speaker", "statement", "history", "articles",
    "article", "events", "event", "issues", "issue", "positions", "positions of one",
    "positions on one", "events of one",
    "course", "outlet", "years", "year", "feed", "feed of a search", "followed", "checked",
    "month", "nothing found",
    "api",
]  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_page_costs_the_same_number_of_queries_however_much_it_shows(small, large, name):
    counts = []
    for archive, client, pages in (small, large):
        with count_queries(archive.reader) as counted:
            assert client.get(pages[name]).status_code == 200
        counts.append(counted.count)

    assert counts[0] == counts[1]
    assert counts[1] <= MOST


def test_page_of_a_speaker_with_hundreds_of_statements_is_short_and_quick(tmp_path):
    shelf: Shelf = fresh(tmp_path)
    ana = shelf.speaker("Ana Ruiz")
    lines = [f'"The harbour wall number {number} is due," Ruiz said.' for number in range(400)]
    article = shelf.article("Title\n" + "\n".join(lines))
    for number in range(400):
        shelf.statement(article, f"The harbour wall number {number} is due,", speaker=ana)
    client = open_site(shelf.archive())

    page = client.get("/speakers/ana-ruiz")
    last = client.get("/speakers/ana-ruiz?page=20")

    assert "400 statements" in page.text
    assert page.text.count("data-card") == 20
    assert len(page.content) < 100_000
    assert last.text.count("data-card") == 20
