"""How to follow a search: its feed, and how much to expect of it."""

from dataclasses import replace

from fastapi import Request
from fastapi.responses import HTMLResponse

from app.services.search import find
from app.services.taken_in import volume_of
from app.web.asked import asked_of
from app.web.deps import ArchiveDep
from app.web.listed import Listed
from app.web.sections import Section
from app.web.templating import render

router = Section(default_response_class=HTMLResponse)


@router.get("/search/follow")
def follow_page(request: Request, archive: ArchiveDep) -> HTMLResponse:
    """The feed of a search, and how many results it brings."""
    asked = asked_of(request)
    query = replace(asked.query, page=1, by_article=False)
    listed = Listed(asked, find(archive, replace(query, per_page=1)))
    volume = volume_of(archive, query)
    return render(request, "search/follow.html", listed=listed, volume=volume, kept=listed.lasting)
