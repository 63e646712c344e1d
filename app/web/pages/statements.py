"""The page of a statement, its versions and its history."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from app.services.citations import citations_of
from app.services.statements import get_statement
from app.web import jsonld
from app.web.deps import ArchiveDep
from app.web.templating import render

router = APIRouter()


@router.get("/statements/{permalink}", response_class=HTMLResponse)
def statement_page(request: Request, archive: ArchiveDep, permalink: str) -> HTMLResponse:
    """The words, who said them, when, where, and where they stand."""
    statement = get_statement(archive, permalink)
    site = request.app.state.site
    return render(
        request,
        "statements/statement.html",
        statement=statement,
        citations=citations_of(statement, site.settings.site_name),
        data=jsonld.of_statement(site, statement),
    )
