"""Who may pass to the curators' pages, and which forms are really theirs."""

import hmac
import logging
import secrets
from typing import Annotated
from urllib.parse import quote, urlsplit

from fastapi import Depends, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel, ConfigDict

from app.desk import Desk
from app.domain.curators import Curator, Tokens
from app.errors import FormRefused
from app.services.sign_in import KNOWN, LONGEST, curator_of
from app.web.cookies import browser_cookie, session_cookie

_log = logging.getLogger(__name__)

_STRANGE = "this form did not come from a page of this site; open the page again and send it anew"


class NotSignedIn(Exception):
    """A curators' page was asked for by somebody who is not signed in."""


class Posted(BaseModel):
    """What every form of a curator carries; a form with any field it does not name is refused."""

    model_config = ConfigDict(extra="forbid")

    form_key: str = ""


async def know_curator(request: Request) -> None:
    """Looks up who is signed in, for any page; most requests carry no cookie and cost nothing."""
    token = request.cookies.get(session_cookie(request.app.state.site.settings))
    desk: Desk = request.app.state.desk
    request.state.curator = await run_in_threadpool(curator_of, desk, token) if token else None


async def _curator(request: Request) -> Curator:
    curator: Curator | None = request.state.curator
    if curator is None:
        raise NotSignedIn
    return curator


async def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


async def require_own_site(request: Request) -> None:
    """Refuses a form that a page of another site sent. Raises FormRefused.

    Browsers say where a form comes from and a page cannot make them lie; a program that says
    nothing has no cookies of anybody's to misuse, and still needs the form's own key.
    """
    if request.method in ("GET", "HEAD"):
        return
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        _log.warning("a form from another site was refused")
        raise FormRefused(_STRANGE)
    origin = request.headers.get("origin")
    if origin is None:
        return
    own = urlsplit(request.app.state.site.settings.base_url)
    if urlsplit(origin).netloc not in (own.netloc, request.headers.get("host")):
        _log.warning("a form from another site was refused")
        raise FormRefused(_STRANGE)


def require_key(curator: Curator, sent: str) -> None:
    """Refuses a form without the key of this session. Raises FormRefused."""
    mask, _, masked = sent.partition(".")
    try:
        key = _xor(bytes.fromhex(mask), bytes.fromhex(masked)).hex()
    except ValueError:
        key = ""
    if not hmac.compare_digest(key, curator.form_key):
        raise FormRefused(_STRANGE)


def form_key_of(curator: Curator) -> str:
    """The session's key as a form carries it: other letters each time.

    So that a compressed page does not tell it, bit by bit, by its length.
    """
    mask = secrets.token_bytes(16)
    return f"{mask.hex()}.{_xor(mask, bytes.fromhex(curator.form_key)).hex()}"


def own_path(address: str) -> str:
    """A path of this site to go on to; the review queue for anything that could be another's."""
    split = urlsplit(address)
    plain = address.isprintable() and "\\" not in address and not split.scheme and not split.netloc
    return address if plain and address.startswith("/") and address[1:2] != "/" else "/review"


def give_cookies(request: Request, answer: Response, tokens: Tokens) -> None:
    """Hands a browser its session, and the token that says it is known."""
    settings = request.app.state.site.settings
    for name, value, lasts in (
        (session_cookie(settings), tokens.session, LONGEST),
        (browser_cookie(settings), tokens.browser, KNOWN),
    ):
        answer.set_cookie(
            name,
            value,
            max_age=int(lasts.total_seconds()),
            secure=settings.base_url.startswith("https://"),
            httponly=True,
            samesite="lax",
        )


def take_session(request: Request, answer: Response) -> None:
    """Takes the session's cookie back."""
    settings = request.app.state.site.settings
    secure = settings.base_url.startswith("https://")
    answer.delete_cookie(session_cookie(settings), secure=secure, httponly=True, samesite="lax")


async def send_to_sign_in(request: Request, _error: Exception) -> Response:
    """The way to the sign-in page, and from there back to what was asked for."""
    back = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    if request.method != "GET":  # there is no page at such an address
        back = "/review"
    answer = RedirectResponse(f"/sign-in?next={quote(back, safe='/')}", status_code=303)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _xor(first: bytes, second: bytes) -> bytes:
    return bytes(one ^ other for one, other in zip(first, second, strict=True))


CuratorDep = Annotated[Curator, Depends(_curator)]
DeskDep = Annotated[Desk, Depends(_desk)]
