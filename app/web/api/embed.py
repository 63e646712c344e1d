"""oEmbed: how another site shows one of our statements."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.exceptions import HTTPException

from app.schemas.embed import OEmbed
from app.services.statements import get_statement
from app.web.api.answers import GONE
from app.web.deps import ArchiveDep
from app.web.embedding import oembed_of, permalink_in

router = APIRouter(prefix="/api/v1", tags=["embed"], responses=GONE)


@router.get("/oembed")
def oembed(
    request: Request,
    archive: ArchiveDep,
    url: Annotated[str, Query(max_length=2000)],
    maxwidth: Annotated[int, Query(ge=1)] = 10_000,
    maxheight: Annotated[int, Query(ge=1)] = 10_000,
    format: str = "json",
) -> OEmbed:
    """The frame in which the statement at `url` is shown elsewhere (oEmbed 1.0); JSON only."""
    if format != "json":
        # oEmbed names 501 for this; but a wrong question is no fault of ours, and watchers of
        # a site count every 5xx as one.
        raise HTTPException(400, "oEmbed is answered as JSON only; ask for format=json")
    site = request.app.state.site
    one = get_statement(archive, permalink_in(site, url))
    return oembed_of(site, one, maxwidth, maxheight)
