"""The page of a statement, its versions, its citations as files."""

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from app.errors import Moved
from app.schemas import links
from app.services.alike import get_alike, with_related
from app.services.citations import citation_files_of, citations_of
from app.services.reader_reports import answers_on
from app.services.statements import get_statement
from app.services.versions import get_history, get_version
from app.web import jsonld
from app.web.answers import citation_answer
from app.web.curation.beside import beside
from app.web.curation.gate import DeskDep
from app.web.deps import ArchiveDep
from app.web.embedding import frame_of
from app.web.picture import caption_of, picture
from app.web.sections import Section
from app.web.templating import render

router = Section()


@router.get("/statements", response_class=RedirectResponse)
def statements_page() -> RedirectResponse:
    """All statements are a search for nothing in particular."""
    return RedirectResponse(links.search(sort="newest"), status_code=301)


@router.get("/statements/{permalink}", response_class=HTMLResponse)
def statement_page(
    request: Request, archive: ArchiveDep, desk: DeskDep, permalink: str
) -> HTMLResponse:
    """The words, who said them, when, where, and where they stand."""
    statement = with_related(archive, get_statement(archive, permalink))
    site = request.app.state.site
    return render(
        request,
        "statements/statement.html",
        statement=statement,
        citations=citations_of(statement, site.settings.site_name),
        data=jsonld.of_statement(site, statement),
        answers=answers_on(desk, permalink),
        **beside(request, archive, statement),
        frame=frame_of(site, statement),
    )


@router.get("/statements/{permalink}/embed", response_class=HTMLResponse)
def embedded(request: Request, archive: ArchiveDep, permalink: str) -> HTMLResponse:
    """The statement alone, to stand in a frame on another site."""
    statement = get_statement(archive, permalink)
    path = statement.url
    return render(request, "statements/embed.html", statement=statement, canonical=path)


@router.get("/statements/{permalink}/card.png", response_class=Response)
def card(archive: ArchiveDep, permalink: str) -> Response:
    """The picture that a link to the statement is shown with elsewhere."""
    caption = caption_of(get_statement(archive, permalink), archive.settings.site_name)
    lifetime = {"Cache-Control": "public, max-age=86400"}
    return Response(picture(caption), media_type="image/png", headers=lifetime)


@router.get("/statements/{permalink}/history", response_class=HTMLResponse)
def history_page(request: Request, archive: ArchiveDep, permalink: str) -> HTMLResponse:
    """Every version of a statement, newest first."""
    history = get_history(archive, permalink)
    return render(request, "statements/history.html", history=history)


@router.get("/statements/{permalink}/alike", response_class=HTMLResponse)
def alike_page(request: Request, archive: ArchiveDep, permalink: str) -> HTMLResponse:
    """What else was said in much the same words."""
    return render(request, "statements/alike.html", alike=get_alike(archive, permalink))


@router.get("/statements/{permalink}/citation.{kind}")
def citation_file(request: Request, archive: ArchiveDep, permalink: str, kind: str) -> Response:
    """The citation as a file for a reference manager."""
    statement = get_statement(archive, permalink)
    cited = citation_files_of(statement, archive.settings.site_name)
    return citation_answer(cited, statement.id, kind)


@router.get("/statements/{permalink}/v{number:number}", response_class=HTMLResponse)
def version_page(
    request: Request, archive: ArchiveDep, permalink: str, number: int
) -> HTMLResponse:
    """What the statement's page showed under this version."""
    history, version = get_version(archive, permalink, number)
    return render(
        request,
        "statements/version.html",
        history=history,
        version=version,
        canonical=history.url,
    )


@router.get("/statements/{permalink}/{decoration}", response_class=RedirectResponse)
def decorated(archive: ArchiveDep, permalink: str, decoration: str) -> Response:
    """Whatever readable words follow a permalink, the permalink alone counts."""
    try:
        statement = get_statement(archive, permalink)
    except Moved as moved:
        return RedirectResponse(links.statement(moved.target), status_code=301)
    return RedirectResponse(statement.url, status_code=301)
