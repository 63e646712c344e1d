"""The front page, the search, and the pages about the archive itself."""

from fastapi import Request
from fastapi.responses import HTMLResponse, Response

from app.services.collection import get_collection, get_voices
from app.services.home import get_coverage, get_home
from app.services.missed import note_missed
from app.services.search import find
from app.web import jsonld
from app.web.asked import asked_of, denominator_of
from app.web.deps import ArchiveDep, DeskDep
from app.web.listed import Listed
from app.web.looser import with_one_less
from app.web.search_csv import search_csv
from app.web.sections import Section
from app.web.templating import render

router = Section(default_response_class=HTMLResponse)


@router.get("/")
def home_page(request: Request, archive: ArchiveDep) -> HTMLResponse:
    """One statement large, the latest ones, and ways in."""
    data = jsonld.of_site(request.app.state.site)
    home, voices = get_home(archive), get_voices(archive)
    return render(request, "home.html", home=home, voices=voices, data=data)


@router.get("/search")
def search_page(request: Request, archive: ArchiveDep, desk: DeskDep) -> HTMLResponse:
    """What was found, with every filter in sight and removable."""
    asked = asked_of(request)
    page = find(archive, asked.query)
    listed = Listed(asked.understood(page.mended), page, collection=get_collection(archive))
    coverage, held, looser = None, None, []
    if not listed.page.results:
        if not page.elsewhere:
            note_missed(desk, asked.query)
        coverage, wider = get_coverage(archive), denominator_of(asked)
        held = Listed(wider, find(archive, wider.query)) if wider else None
        looser = with_one_less(archive, listed)
    return render(
        request,
        "search/results.html",
        listed=listed,
        coverage=coverage,
        held=held,
        looser=looser,
        kept=listed.lasting and bool(listed.page.results),
    )


@router.get("/search.csv")
def search_table(request: Request, archive: ArchiveDep) -> Response:
    """All that a search found, for a spreadsheet."""
    site = request.app.state.site
    headers = {"Content-Disposition": 'attachment; filename="statements.csv"'}
    text = search_csv(archive, asked_of(request).query, site.absolute)
    return Response(text, media_type="text/csv; charset=utf-8", headers=headers)


@router.get("/about")
def about_page(request: Request, archive: ArchiveDep) -> HTMLResponse:
    """How it works; what is in the archive and what is not."""
    return render(request, "about.html", coverage=get_coverage(archive))


@router.get("/api/v1")
def api_page(request: Request) -> HTMLResponse:
    """The JSON API, described from its own OpenAPI document."""
    return render(request, "api.html", document=request.app.openapi())
