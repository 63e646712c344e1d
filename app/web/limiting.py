"""Nobody can take the site from the others: units for each client, and a lane for heavy pages."""

import asyncio
import math
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from app.config import Settings
from app.web.buckets import Buckets, Clients
from app.web.costs import HEAVY, cost_of
from app.web.middleware import ErrorPage

#: Heavy pages worked on at once, of the 40 threads; more would only take turns on the processor.
HEAVY_AT_ONCE = 4
#: Heavy pages one client may have waiting or worked on.
HEAVY_EACH = 8
#: Seconds that a heavy page waits for its turn before the reader is told to come again.
LONGEST_WAIT = 30.0

_EVERYBODY = "0.0.0.0/0,::/0"
_TOO_MUCH = (
    "This is more than the site gives one reader at a time; wait {wait} and go on where you were."
)
_BUSY = "More searches are waiting than can be answered; try again in a few seconds."


class PerClient:
    """Lets each client spend so many units a second; more is a 429 that says when to come back."""

    def __init__(
        self,
        app: ASGIApp,
        settings: Settings,
        error: ErrorPage,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`settings.rate_per_second` of 0 limits nobody."""
        self.app, self.error, self.clock = app, error, clock
        self.clients = Clients(settings.rate_unlimited)
        rate = settings.rate_per_second
        self.buckets = Buckets(rate, settings.rate_burst) if rate else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, or answers 429 in its place."""
        wait = self._wait(scope)
        if not wait:
            await self.app(scope, receive, send)
            return
        seconds = math.ceil(wait)
        words = "a second" if seconds == 1 else f"{seconds} seconds"
        answer = self.error(scope, 429, _TOO_MUCH.format(wait=words))
        await _later(answer, seconds)(scope, receive, send)

    def _wait(self, scope: Scope) -> float:
        if self.buckets is None or scope["type"] != "http":
            return 0.0
        units = _cost(scope)
        client = self.clients.name(_host(scope)) if units else None
        return self.buckets.take(client, units, self.clock()) if client else 0.0


class HeavyLane:
    """Works on few heavy pages at a time, so that pages of records never wait behind them.

    A heavy page waits for its turn. One client may hold only some of the turns, and nobody
    waits for ever.
    """

    def __init__(self, app: ASGIApp, settings: Settings, error: ErrorPage) -> None:
        """Who is not limited by `settings` is not held to `HEAVY_EACH` either."""
        self.app, self.error = app, error
        self.clients = Clients(settings.rate_unlimited if settings.rate_per_second else _EVERYBODY)
        self.turns = asyncio.Semaphore(HEAVY_AT_ONCE)
        self.held: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on when it is its turn, or answers 429 or 503."""
        if scope["type"] != "http" or _cost(scope) < HEAVY:
            await self.app(scope, receive, send)
            return
        client = self.clients.name(_host(scope))
        if client and self.held[client] >= HEAVY_EACH:
            answer = self.error(scope, 429, _TOO_MUCH.format(wait="a second"))
            await _later(answer, 1)(scope, receive, send)
            return
        async with self._counted(client):
            try:
                async with asyncio.timeout(LONGEST_WAIT):
                    await self.turns.acquire()
            except TimeoutError:
                await _later(self.error(scope, 503, _BUSY), 5)(scope, receive, send)
                return
            try:
                await self.app(scope, receive, send)
            finally:
                self.turns.release()

    @asynccontextmanager
    async def _counted(self, client: str | None) -> AsyncIterator[None]:
        if client is None:
            yield
            return
        self.held[client] += 1
        try:
            yield
        finally:
            self.held[client] -= 1
            if not self.held[client]:
                del self.held[client]


def _cost(scope: Scope) -> int:
    return cost_of(scope["method"], scope["path"], scope["query_string"])


def _host(scope: Scope) -> str | None:
    # What the server says: a forwarded address only where a trusted proxy named it.
    client = scope.get("client")
    return client[0] if client else None


def _later(answer: Response, seconds: int) -> Response:
    answer.headers["Retry-After"] = str(seconds)
    return answer
