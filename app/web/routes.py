"""Which routers the site is made of."""

from fastapi import FastAPI

from app.web import statics
from app.web.api import assistants
from app.web.api import check as api_check
from app.web.api import embed as api_embed
from app.web.api import records as api_records
from app.web.api import search as api_search
from app.web.curation import articles, people, review, sign_in
from app.web.curation import statements as curated
from app.web.pages import (
    check,
    corrections,
    feeds,
    follow,
    front,
    lists,
    machines,
    records,
    statements,
    ways,
    wrong,
)

#: The modules of readers' pages, in the order in which an address is looked for: feeds first, as
#: their names are fixed.
PAGES = (
    feeds,
    follow,
    ways,
    corrections,
    wrong,
    check,
    front,
    lists,
    statements,
    records,
    machines,
    statics,
)


def add_routes(app: FastAPI) -> None:
    """Adds every page, the API and the static files."""
    for pages in PAGES:
        app.include_router(pages.router, include_in_schema=False)
    for curators in (sign_in, review, curated, articles, people):
        app.include_router(curators.router, include_in_schema=False)
    app.include_router(api_search.router)
    app.include_router(api_check.router)
    app.include_router(api_embed.router)
    app.include_router(assistants.router)
    app.include_router(api_records.router)
