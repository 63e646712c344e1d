"""Whoever has a page already is told so: weak ETags and 304."""

import hashlib

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import Message, Receive, Scope, Send

from app.web.layer import HttpLayer


class Freshness(HttpLayer):
    """Gives a whole answer a weak ETag and says 304 to those who have it already.

    The tag is that of the uncompressed words, so one page has one tag however it is sent.
    """

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Holds the start back until the body is known, where the body comes at once."""
        if scope["method"] != "GET":
            await self.app(scope, receive, _never_kept(send))
            return
        wanted = Headers(scope=scope).get("if-none-match", "")
        start: Message | None = None

        async def tagging(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
                return
            if start is not None:
                if not message.get("more_body", False):
                    message = _tagged(start, message, wanted)
                await send(start)
                start = None
            await send(message)

        await self.app(scope, receive, tagging)


def _never_kept(send: Send) -> Send:
    # The answer to a form is for the one who sent it.
    async def marking(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).setdefault("Cache-Control", "no-store")
        await send(message)

    return marking


def _tagged(start: Message, body: Message, wanted: str) -> Message:
    headers = MutableHeaders(scope=start)
    if start["status"] != 200:
        headers.setdefault("Cache-Control", "no-store" if start["status"] >= 400 else "no-cache")
        return body
    headers.setdefault("Cache-Control", "no-cache")
    tag = hashlib.blake2b(body.get("body", b""), digest_size=9).hexdigest()
    headers["ETag"] = f'W/"{tag}"'
    if not _has(wanted, tag):
        return body
    start["status"] = 304
    del headers["content-length"]
    return {**body, "body": b""}


def _has(wanted: str, tag: str) -> bool:
    """Whether If-None-Match names `tag`; compared weakly, as RFC 9110 asks of GET."""
    names = [name.strip() for name in wanted.split(",")]
    return "*" in names or any(name.removeprefix("W/") == f'"{tag}"' for name in names)
