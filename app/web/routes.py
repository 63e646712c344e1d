"""Which routers the site is made of."""

from fastapi import FastAPI

from app.web import statics
from app.web.pages import statements


def add_routes(app: FastAPI) -> None:
    """Adds every page, the API and the static files."""
    for pages in (statements,):
        app.include_router(pages.router, include_in_schema=False)
    app.include_router(statics.router, include_in_schema=False)
