"""Atom feeds: of any search, speaker, issue, event and outlet, and of one statement's changes."""

from typing import Any

from fastapi import Request
from fastapi.responses import Response

from app.archive import Archive
from app.domain.search import EntryType, SearchQuery
from app.schemas.followed import Arrival
from app.services.articles import get_article
from app.services.events import get_event
from app.services.issues import get_issue
from app.services.outlets import get_outlet
from app.services.speakers import get_speaker
from app.services.taken_in import latest_of
from app.services.versions import get_history
from app.web.addresses import with_query
from app.web.asked import Fields, asked_of
from app.web.deps import ArchiveDep
from app.web.sections import Section
from app.web.templating import render_text

router = Section()

_DAYS = ("from", "to")


@router.get("/feed.atom")
@router.get("/statements/feed.atom")
@router.get("/speakers/feed.atom")
@router.get("/events/feed.atom")
@router.get("/issues/feed.atom")
@router.get("/outlets/feed.atom")
def all_feed(request: Request, archive: ArchiveDep) -> Response:
    """The statements taken in last."""
    arrivals = latest_of(archive, SearchQuery())
    return _feed(request, "All statements", "/", arrivals=arrivals)


@router.get("/search/feed.atom")
def search_feed(request: Request, archive: ArchiveDep) -> Response:
    """What a search finds of what was taken in last."""
    fields = asked_of(request).fields
    title = f"Search: {_in_words(fields)}" if fields else "Search"
    return _statements(request, archive, title, with_query("/search", fields))


@router.get("/articles/feed.atom")
def articles_feed(request: Request, archive: ArchiveDep) -> Response:
    """The articles taken in last."""
    arrivals = latest_of(archive, SearchQuery(type=EntryType.ARTICLE))
    return _feed(request, "Articles", "/articles", arrivals=arrivals)


@router.get("/articles/{permalink}/feed.atom")
def article_feed(request: Request, archive: ArchiveDep, permalink: str) -> Response:
    """The statements in an article."""
    article = get_article(archive, permalink)
    arrivals = [Arrival(statement=one.card, at=article.ingested_at) for one in article.statements]
    return _feed(request, article.headline, article.url, arrivals=arrivals)


@router.get("/speakers/{slug}/feed.atom")
def speaker_feed(request: Request, archive: ArchiveDep, slug: str) -> Response:
    """What a speaker said last."""
    speaker = get_speaker(archive, slug)
    return _statements(request, archive, speaker.name, speaker.url, speaker=slug)


@router.get("/events/{slug}/feed.atom")
def event_feed(request: Request, archive: ArchiveDep, slug: str) -> Response:
    """What was said at an event."""
    event = get_event(archive, slug)
    return _statements(request, archive, event.name, event.url, event=slug)


@router.get("/issues/{key}/feed.atom")
def issue_feed(request: Request, archive: ArchiveDep, key: str) -> Response:
    """What was said on an issue."""
    issue = get_issue(archive, key)
    return _statements(request, archive, issue.name, issue.url, issue=key)


@router.get("/outlets/{slug}/feed.atom")
def outlet_feed(request: Request, archive: ArchiveDep, slug: str) -> Response:
    """What an outlet reported."""
    outlet = get_outlet(archive, slug)
    return _statements(request, archive, outlet.name, outlet.url, outlet=slug)


@router.get("/statements/{permalink}/feed.atom")
def changes_feed(request: Request, archive: ArchiveDep, permalink: str) -> Response:
    """The versions of one statement, for whoever has cited it."""
    history = get_history(archive, permalink)
    title = f"Changes of statement {history.id}"
    return _feed(request, title, history.url, history=history)


def _statements(
    request: Request, archive: Archive, title: str, page: str, **fixed: str
) -> Response:
    asked = asked_of(request, **fixed)
    # What tells one feed from another is part of its name: no two searches are one feed.
    own = with_query(request.url.path, asked.fields)
    return _feed(request, title, page, canonical=own, arrivals=latest_of(archive, asked.query))


def _in_words(fields: Fields) -> str:
    """The words of a search, and its filters as the address has them."""
    return ", ".join(
        one if name == "q" else f"{name} {one if name in _DAYS else one.replace('-', ' ')}"
        for name, value in fields.items()
        for one in ([value] if isinstance(value, str) else value)
    )


def _feed(
    request: Request,
    title: str,
    page: str,
    canonical: str | None = None,
    **entries: Any,  # noqa: ANN401
) -> Response:
    values = {"arrivals": [], "history": None, **entries}
    text = render_text(
        request, "machines/feed.xml", canonical=canonical, title=title, page=page, **values
    )
    lifetime = {"Cache-Control": "public, max-age=300"}
    return Response(text, media_type="application/atom+xml; charset=utf-8", headers=lifetime)
