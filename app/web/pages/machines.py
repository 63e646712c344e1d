"""What programs ask for: health, robots, sitemaps, OpenSearch."""

from secrets import compare_digest

from fastapi import Request
from fastapi.responses import JSONResponse, PlainTextResponse, Response

from app.errors import NotFound
from app.services.health import readiness
from app.services.metrics import MEDIA_TYPE, exposition
from app.services.sitemaps import addresses_in, sitemap_parts
from app.web.deps import ArchiveDep
from app.web.errors import error_response
from app.web.sections import Section
from app.web.templating import render_text

router = Section()


@router.get("/healthz")
async def healthz() -> PlainTextResponse:
    """The process answers."""
    return PlainTextResponse("ok\n", headers={"Cache-Control": "no-store"})


@router.get("/readyz")
def readyz(archive: ArchiveDep) -> JSONResponse:
    """Whether the database and the search index answer; 503 where the database does not."""
    state = readiness(archive)
    status = 200 if state.ready else 503
    headers = {"Cache-Control": "no-store", **({} if state.ready else {"Retry-After": "30"})}
    return JSONResponse(state.as_record(), status_code=status, headers=headers)


@router.get("/metrics")
def metrics(request: Request, archive: ArchiveDep) -> Response:
    """What the site counts about itself, for whoever knows the word that opens it."""
    token = archive.settings.metrics_token
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if token is None:
        raise NotFound("nothing is counted here; ONRECORD_METRICS_TOKEN opens it")
    known = compare_digest(given.encode(), token.get_secret_value().encode())
    if scheme.lower() != "bearer" or not known:
        answer = error_response(request, 401, "This page is for those who watch the site.")
        answer.headers["WWW-Authenticate"] = "Bearer"
        return answer
    headers = {"Cache-Control": "no-store"}
    return Response(exposition(archive), media_type=MEDIA_TYPE, headers=headers)


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


@router.get("/sitemaps/{kind}-{part:number}.xml")
def sitemap(request: Request, archive: ArchiveDep, kind: str, part: int) -> Response:
    """One part of the addresses of one kind of record."""
    addresses = addresses_in(archive, kind, part)
    text = render_text(request, "machines/sitemap.xml", addresses=addresses)
    return Response(text, media_type="application/xml")
