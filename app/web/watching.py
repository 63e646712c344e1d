"""Every request gets a number, is counted and is told to the log, without who asked for what."""

import logging
import secrets
import time

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Receive, Scope, Send

from app.services.logs import request_number
from app.services.metrics import count_request
from app.web.layer import HttpLayer

_log = logging.getLogger(__name__)

#: Asked by machines every few seconds, or sent from memory: counted, but not told.
_NOT_TOLD = frozenset({"/healthz", "/readyz", "/metrics", "/favicon.ico", "/static/{address}"})
_ROUTE = "X-Onrecord-Route"
_METHODS = frozenset({"GET", "HEAD", "POST"})


class Watch(HttpLayer):
    """Stands around everything: what it measures is what a reader waits for."""

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Numbers the request, sends the number with the answer, and tells how it went."""
        number = secrets.token_hex(8)
        began, status, sent, route = time.perf_counter(), 0, 0, "none"
        method = scope["method"] if scope["method"] in _METHODS else "other"

        async def noting(message: Message) -> None:
            nonlocal status, sent, route
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                route = headers.get(_ROUTE, "none")
                del headers[_ROUTE]
                headers["X-Request-ID"] = number
            else:
                sent += len(message.get("body", b""))
            await send(message)

        token = request_number.set(number)
        try:
            await self.app(scope, receive, noting)
        finally:
            seconds = time.perf_counter() - began
            count_request(route, method, status, seconds)
            level = logging.WARNING if status in {0, 429} or status >= 500 else logging.INFO
            if route not in _NOT_TOLD or level > logging.INFO:
                _log.log(
                    level,
                    "answered",
                    extra={
                        "method": method,
                        "route": route,
                        "status": status,
                        "ms": round(seconds * 1000, 1),
                        "bytes": sent,
                    },
                )
            request_number.reset(token)


class Routed(HttpLayer):
    """Stands innermost: says, to `Watch` alone, which page answered.

    The pattern of the page ("/speakers/{slug}"), never the address: that may hold anything, and
    there is no end of addresses. As a header it stays with answers that are kept.
    """

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Adds the header that `Watch` takes away."""

        async def naming(message: Message) -> None:
            if message["type"] == "http.response.start":
                route = getattr(scope.get("route"), "path", "none")
                MutableHeaders(scope=message)[_ROUTE] = route
            await send(message)

        await self.app(scope, receive, naming)
