"""Notices that a statement's page was opened in a browser, and nothing about by whom."""

import re

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.services.reads import Reads

_STATEMENT = re.compile(r"/statements/([0-9a-z]{10})")


class CountReads:
    """Counts the pages of statements that were shown, also those answered from memory.

    A browser says of a page that somebody opens, and of nothing else, that it is a document it
    goes to; what crawlers and programs fetch is not counted.
    """

    def __init__(self, app: ASGIApp, reads: Reads) -> None:
        """`reads` keeps the counts."""
        self.app, self.reads = app, reads

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, and counts it when it was answered."""
        found = _STATEMENT.fullmatch(scope["path"]) if scope["type"] == "http" else None
        if found is None or Headers(scope=scope).get("sec-fetch-dest") != "document":
            await self.app(scope, receive, send)
            return
        shown = False

        async def noting(message: Message) -> None:
            nonlocal shown
            if message["type"] == "http.response.start":
                shown = message["status"] in (200, 304)
            await send(message)

        await self.app(scope, receive, noting)
        if shown and self.reads.count(found[1]):
            await run_in_threadpool(self.reads.write)
