"""What happens to every request and answer, whatever the page: limits, headers, HEAD."""

import logging
import re
from collections.abc import Callable, Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.config import Settings
from app.services.logs import request_number
from app.web.layer import HttpLayer

_log = logging.getLogger(__name__)

MAX_URL_BYTES = 16_384
MAX_HEADER_BYTES = 32_768
MAX_HEADERS = 100

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'; object-src 'none'"
)
#: The one page that other sites show in a frame: it holds no form, no script and no cookie.
_FRAMED = re.compile(r"/statements/[^/]+/embed")
_FRAMED_POLICY = _POLICY.replace("frame-ancestors 'none'", "frame-ancestors *").replace(
    "script-src 'self'; ", ""
)
_SHARED = (".atom", "/card.png")
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_FOR_OTHERS = {
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Access-Control-Allow-Origin": "*",
}
_HSTS = "max-age=63072000; includeSubDomains"

#: Makes the answer to a refused request or a failure: (scope, status, sentence) -> response.
ErrorPage = Callable[[Scope, int, str], Response]


#: Headers as the server sends them.
RawHeaders = list[tuple[bytes, bytes]]


def _raw(headers: Mapping[str, str]) -> RawHeaders:
    return [(name.lower().encode(), value.encode()) for name, value in headers.items()]


class SecurityHeaders(HttpLayer):
    """Adds the security headers to every answer, errors included.

    The API and the feeds are meant to be read from other sites, so they say so; so is the picture
    of a statement, and the one page that may stand in another site's frame.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        """`settings.base_url` decides whether HTTPS is promised for the future."""
        super().__init__(app)
        always = {**_HEADERS, "Strict-Transport-Security": _HSTS}
        if not settings.base_url.startswith("https://"):
            del always["Strict-Transport-Security"]
        shared = always | _FOR_OTHERS
        framed = shared | {"Content-Security-Policy": _FRAMED_POLICY}
        del framed["X-Frame-Options"]
        self._own, self._shared, self._framed = _raw(always), _raw(shared), _raw(framed)

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on; adds the headers when the answer starts."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {
                    **message,
                    "headers": [*message["headers"], *self._headers(scope["path"])],
                }
            await send(message)

        await self.app(scope, receive, send_with_headers)

    def _headers(self, path: str) -> RawHeaders:
        if _FRAMED.fullmatch(path):
            return self._framed
        if path.startswith("/api/") or path.endswith(_SHARED):
            return self._shared
        return self._own


class HeadAsGet(HttpLayer):
    """Answers HEAD wherever GET is answered: the same headers, no body; names both in Allow."""

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Asks for GET and drops the body."""
        head = scope["method"] == "HEAD"

        async def send_bodiless(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 405:
                headers = MutableHeaders(scope=message)
                headers["Allow"] = _with_head(headers.get("Allow", ""))
            if head and message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        await self.app({**scope, "method": "GET"} if head else scope, receive, send_bodiless)


def _with_head(allow: str) -> str:
    methods = [method.strip() for method in allow.split(",") if method.strip()]
    if "GET" in methods and "HEAD" not in methods:
        methods.insert(methods.index("GET") + 1, "HEAD")
    return ", ".join(methods)


class Limits(HttpLayer):
    """Refuses addresses, headers and bodies that are too large; removes a trailing slash."""

    def __init__(self, app: ASGIApp, settings: Settings, error: ErrorPage) -> None:
        """Bodies may have `settings.max_body_bytes`."""
        super().__init__(app)
        self.error = error
        self.max_body = settings.max_body_bytes

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers 301, 400, 413, 414 or 431 itself, or passes the request on."""
        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, send)
            return
        await self.app(scope, self._counted(receive), send)

    def _refusal(self, scope: Scope) -> Response | None:
        path: str = scope["path"]
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > MAX_URL_BYTES:
            return self.error(scope, 414, "The address is longer than 16 kB; shorten the search.")
        headers = scope["headers"]
        if (
            len(headers) > MAX_HEADERS
            or sum(len(n) + len(v) for n, v in headers) > MAX_HEADER_BYTES
        ):
            return self.error(scope, 431, "The request's headers are too large.")
        length = Headers(scope=scope).get("content-length", "0")
        if not length.isdigit():
            return self.error(scope, 400, "The request's length is not a number.")
        if int(length) > self.max_body:
            return self.error(scope, 413, f"A request may carry {self.max_body:,} bytes at most.")
        if path.endswith("/") and path != "/":
            return _without_slash(path, scope["query_string"])
        return None

    def _counted(self, receive: Receive) -> Receive:
        # A body sent in chunks names no length; it is counted as it comes and cut off.
        seen = 0

        async def counting() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self.max_body:
                raise BodyTooLarge(f"A request may carry {self.max_body:,} bytes at most.")
            return message

        return counting


class BodyTooLarge(Exception):
    """A body that named no length turned out too large."""


def _without_slash(path: str, query: bytes) -> Response:
    # One leading slash only: "//host/" would be another site's address.
    target = "/" + path.strip("/")
    return RedirectResponse(target + (f"?{query.decode('latin-1')}" if query else ""), 301)


class Failures:
    """Turns whatever went wrong unforeseen into a plain page; logs it once."""

    def __init__(self, app: ASGIApp, error: ErrorPage) -> None:
        """Wraps `app`; `error` makes the page."""
        self.app, self.error = app, error

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers 500 where the answer has not begun; else there is nothing left to say."""
        started = False

        async def noting(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, noting)
        except BodyTooLarge as failure:
            if not started:
                await self.error(scope, 413, str(failure))(scope, receive, send)
        except Exception:
            _log.exception("failed", extra={"method": scope["method"], "path": scope["path"]})
            if started or scope["type"] != "http":
                raise
            number = request_number.get()
            noted = f" under the number {number}" if number else ""
            text = f"Something went wrong on our side. It has been noted{noted}; please try again."
            await self.error(scope, 500, text)(scope, receive, send)
