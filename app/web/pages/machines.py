"""What programs ask for: health, robots, sitemaps, OpenSearch."""

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, PlainTextResponse, Response

from app.services.health import is_ready
from app.services.sitemaps import addresses_in, sitemap_parts
from app.web.deps import ArchiveDep
from app.web.templating import render_text

router = APIRouter()


@router.get("/healthz")
async def healthz() -> PlainTextResponse:
    """The process answers."""
    return PlainTextResponse("ok\n", headers={"Cache-Control": "no-store"})


@router.get("/readyz")
def readyz(archive: ArchiveDep) -> JSONResponse:
    """Whether the database and the search index answer; 503 where the database does not."""
    state = is_ready(archive)
    status = 200 if state["database"] == "ok" else 503
    return JSONResponse(state, status_code=status, headers={"Cache-Control": "no-store"})


@router.get("/robots.txt")
def robots(request: Request) -> PlainTextResponse:
    """Everything may be read; searches, being endless, need not be followed."""
    return PlainTextResponse(render_text(request, "machines/robots.txt"))


@router.get("/opensearch.xml")
def opensearch(request: Request) -> Response:
    """Lets a browser search the archive from its address bar."""
    text = render_text(request, "machines/opensearch.xml")
    return Response(text, media_type="application/opensearchdescription+xml")


@router.get("/sitemap.xml")
def sitemap_index(request: Request, archive: ArchiveDep) -> Response:
    """Which sitemaps there are."""
    parts = sitemap_parts(archive)
    text = render_text(request, "machines/sitemap_index.xml", parts=parts)
    return Response(text, media_type="application/xml")


@router.get("/sitemaps/{kind}-{part:int}.xml")
def sitemap(request: Request, archive: ArchiveDep, kind: str, part: int) -> Response:
    """One part of the addresses of one kind of record."""
    addresses = addresses_in(archive, kind, part)
    text = render_text(request, "machines/sitemap.xml", addresses=addresses)
    return Response(text, media_type="application/xml")
