"""Static files, the icon and what crawlers and browsers ask for."""

from fastapi import Request
from fastapi.responses import Response

from app.errors import NotFound
from app.web.assets import Asset
from app.web.sections import Section
from app.web.templating import Site

router = Section()
_FOR_EVER = "public, max-age=31536000, immutable"


# Coroutines: the files are in memory, so nothing here can wait.
@router.get("/static/{address}")
async def static_file(request: Request, address: str) -> Response:
    """A static file under the name that holds its content's hash."""
    site: Site = request.app.state.site
    asset = site.assets.at(address)
    if asset is None:
        raise NotFound("there is no such static file; reload the page that names it")
    return _sent(asset, _FOR_EVER)


@router.get("/favicon.ico")
async def favicon(request: Request) -> Response:
    """The icon, where browsers look for it unasked."""
    site: Site = request.app.state.site
    return _sent(site.assets.named("favicon.ico"), "public, max-age=86400")


def _sent(asset: Asset, lifetime: str) -> Response:
    headers = {"Cache-Control": lifetime}
    return Response(asset.content, media_type=asset.media_type, headers=headers)
