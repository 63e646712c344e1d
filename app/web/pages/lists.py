"""The lists: speakers, articles, events, issues, positions, outlets and dates."""

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from app.archive import Archive
from app.schemas import links
from app.services.articles import list_articles
from app.services.company import events_of
from app.services.dates import get_period, list_years
from app.services.events import list_events
from app.services.issues import list_issues
from app.services.looking_up import article_at
from app.services.matrix import get_matrix
from app.services.outlets import list_outlets
from app.services.positions import list_of_speaker, list_on_issue
from app.services.speakers import list_speakers
from app.web.deps import ArchiveDep, ColumnsDep, PageDep, stance_named
from app.web.sections import Section
from app.web.templating import render

router = Section(default_response_class=HTMLResponse)


@router.get("/speakers")
def speakers_page(
    request: Request, archive: ArchiveDep, page: PageDep, letter: str = "", name: str = ""
) -> HTMLResponse:
    """Speakers from A to Z."""
    listed = list_speakers(archive, page, letter[:1].upper() or None, name.strip()[:100])
    return render(request, "lists/speakers.html", listed=listed)


@router.get("/articles")
def articles_page(request: Request, archive: ArchiveDep, page: PageDep, url: str = "") -> Response:
    """Articles, newest first; with `url`, the one that its publisher shows there."""
    found = article_at(archive, url) if url.strip() else None
    if found:
        return RedirectResponse(found, status_code=303)
    listed = list_articles(archive, page)
    return render(request, "lists/articles.html", listed=listed, sought=url.strip()[:300])


@router.get("/events")
def events_page(request: Request, archive: ArchiveDep, page: PageDep) -> HTMLResponse:
    """Events, newest first."""
    return render(request, "lists/events.html", listed=list_events(archive, page))


@router.get("/issues")
def issues_page(request: Request, archive: ArchiveDep, page: PageDep) -> HTMLResponse:
    """Issues, those with most statements first."""
    return render(request, "lists/issues.html", listed=list_issues(archive, page))


@router.get("/positions")
def positions_page(
    request: Request, archive: ArchiveDep, page: PageDep, columns: ColumnsDep
) -> HTMLResponse:
    """Issues down, speakers across."""
    return render(request, "lists/positions.html", matrix=get_matrix(archive, page, columns))


@router.get("/speakers/{slug}/positions")
def speaker_positions_page(
    request: Request, archive: ArchiveDep, slug: str, page: PageDep
) -> HTMLResponse:
    """Every side a speaker takes."""
    return render(request, "lists/positions_of.html", held=list_of_speaker(archive, slug, page))


@router.get("/speakers/{slug}/events")
def speaker_events_page(
    request: Request, archive: ArchiveDep, slug: str, page: PageDep
) -> HTMLResponse:
    """All events a speaker was heard at or spoke about."""
    return render(request, "lists/events_of.html", held=events_of(archive, slug, page))


@router.get("/issues/{key}/positions")
def issue_positions_page(
    request: Request, archive: ArchiveDep, key: str, page: PageDep, stance: str = ""
) -> HTMLResponse:
    """Everybody who takes a side on an issue, or one side alone."""
    held = list_on_issue(archive, key, stance_named(stance), page)
    return render(request, "lists/positions_of.html", held=held)


@router.get("/outlets")
def outlets_page(request: Request, archive: ArchiveDep, page: PageDep) -> HTMLResponse:
    """Outlets by name."""
    return render(request, "lists/outlets.html", listed=list_outlets(archive, page))


@router.get("/dates")
def years_page(request: Request, archive: ArchiveDep) -> HTMLResponse:
    """Every year in which something was said."""
    return render(request, "lists/years.html", years=list_years(archive))


@router.get("/dates/{year:number}")
def year_page(request: Request, archive: ArchiveDep, year: int, page: PageDep) -> Response:
    """A year, with its months."""
    return _period_page(request, archive, (year,), page)


@router.get("/dates/{year:number}/{month:number}")
def month_page(
    request: Request, archive: ArchiveDep, year: int, month: int, page: PageDep
) -> Response:
    """A month, with its days."""
    return _period_page(request, archive, (year, month), page)


@router.get("/dates/{year:number}/{month:number}/{day:number}")
def day_page(
    request: Request, archive: ArchiveDep, year: int, month: int, day: int, page: PageDep
) -> Response:
    """A day."""
    return _period_page(request, archive, (year, month, day), page)


def _period_page(request: Request, archive: Archive, parts: tuple[int, ...], page: int) -> Response:
    period = get_period(archive, parts, page)
    own, query = links.dates(*parts), request.url.query
    if request.scope["path"] != own:  # one address for each: /dates/2011/2 is /dates/2011/02
        return RedirectResponse(f"{own}?{query}" if query else own, status_code=301)
    return render(request, "lists/period.html", period=period)
