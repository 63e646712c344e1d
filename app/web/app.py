"""Puts the site together: pages, API, static files, errors and the middleware around them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

from fastapi import Depends, FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette_compress import CompressMiddleware

from app.archive import Archive
from app.desk import Desk
from app.services.generation import generation_of
from app.services.reads import Reads
from app.version import __version__
from app.web import limiting, middleware, watching
from app.web.cookies import session_cookie
from app.web.curation.gate import NotSignedIn, know_curator, send_to_sign_in
from app.web.errors import add_error_pages, error_of_scope
from app.web.freshness import Freshness
from app.web.kept import Kept
from app.web.reading import CountReads
from app.web.routes import add_routes
from app.web.templating import make_site


def create_app(archive: Archive) -> FastAPI:
    """The site on this archive: its pages and its JSON API."""
    settings = archive.settings
    desk = Desk(settings)
    reads = Reads(desk)
    app = FastAPI(
        title=settings.site_name,
        version=__version__,
        summary="Who said what, when, where, at which event, taking which position.",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        dependencies=[Depends(know_curator)],
        lifespan=partial(_until_the_end, reads),
        middleware=[
            Middleware(watching.Watch),
            Middleware(middleware.SecurityHeaders, settings=settings),
            Middleware(middleware.HeadAsGet),
            Middleware(CompressMiddleware),
            Middleware(Freshness),
            Middleware(middleware.Failures, error=error_of_scope),
            Middleware(limiting.PerClient, settings=settings, error=error_of_scope),
            Middleware(middleware.Limits, settings=settings, error=error_of_scope),
            Middleware(CountReads, reads=reads),
            Middleware(
                Kept,
                generation=partial(generation_of, archive),
                personal=session_cookie(settings),
            ),
            Middleware(limiting.HeavyLane, settings=settings, error=error_of_scope),
            Middleware(watching.Routed),
        ],
    )
    app.state.archive = archive
    app.state.desk = desk
    app.state.reads = reads
    app.state.site = make_site(settings)
    add_error_pages(app)
    app.add_exception_handler(NotSignedIn, send_to_sign_in)
    add_routes(app)
    return app


@asynccontextmanager
async def _until_the_end(reads: Reads, _app: FastAPI) -> AsyncIterator[None]:
    yield
    await run_in_threadpool(reads.write)
