"""Keeps whole answers until the archive changes: what many readers ask is worked out once."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import NamedTuple

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.services.generation import Generation

#: How much is kept, in bytes of answers; about a thousand pages.
MOST_BYTES = 32_000_000
_LARGEST = 400_000

Key = tuple[str, bytes, str]


class _Answer(NamedTuple):
    generation: Generation
    start: Message
    body: bytes


class Kept:
    """Answers GET from memory while nothing in the archive has changed since it was answered.

    Pages hold nothing about who asks, so one answer serves all. Only whole answers with status
    200 are kept, and none that says it must not be. Who is signed in is never answered from here.
    While a page is worked out, others who ask for it wait for that answer.
    """

    def __init__(
        self, app: ASGIApp, generation: Callable[[], Generation], personal: str = ""
    ) -> None:
        """`generation` tells one state of the archive from another.

        `personal` is the cookie that says that somebody may be signed in.
        """
        self.app, self.generation = app, generation
        self._personal = personal.encode()
        self._answers: OrderedDict[Key, _Answer] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()
        self._worked_out: dict[tuple[Key, Generation], asyncio.Event] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Sends the kept answer, or asks for one and keeps it."""
        if scope["type"] != "http" or scope["method"] != "GET" or self._is_personal(scope):
            await self.app(scope, receive, send)
            return
        # Taken before the question is worked out: a commit meanwhile makes the answer old.
        generation = self.generation()
        key = (scope["path"], scope["query_string"], Headers(scope=scope).get("accept", ""))
        answer = self._find(key, generation) or await self._awaited(key, generation)
        if answer is not None:
            await send({**answer.start, "headers": list(answer.start["headers"])})
            await send({"type": "http.response.body", "body": answer.body})
            return
        flight = (key, generation)
        done = self._worked_out.setdefault(flight, asyncio.Event())
        start: Message = {}

        async def keeping(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message, headers=list(message["headers"]))
            elif not message.get("more_body", False):
                self._keep(key, _Answer(generation, start, message.get("body", b"")))
                done.set()  # before it is sent, so that nobody waits for a slow reader
            else:
                start["status"] = 0  # sent in parts, so never whole here
                done.set()
            await send(message)

        try:
            await self.app(scope, receive, keeping)
        finally:
            done.set()
            if self._worked_out.get(flight) is done:
                del self._worked_out[flight]

    async def _awaited(self, key: Key, generation: Generation) -> _Answer | None:
        """The answer that is being worked out for somebody else; None where it was not kept."""
        done = self._worked_out.get((key, generation))
        if done is None:
            return None
        await done.wait()
        return self._find(key, generation)

    def _is_personal(self, scope: Scope) -> bool:
        return any(
            name == b"cookie" and self._personal in value for name, value in scope["headers"]
        )

    def _find(self, key: Key, generation: Generation) -> _Answer | None:
        with self._lock:
            answer = self._answers.get(key)
            if answer is None or answer.generation != generation:
                return None
            self._answers.move_to_end(key)
            return answer

    def _keep(self, key: Key, answer: _Answer) -> None:
        lifetime = Headers(raw=answer.start["headers"]).get("cache-control", "")
        if answer.start["status"] != 200 or len(answer.body) > _LARGEST or "no-store" in lifetime:
            return
        with self._lock:
            self._forget(key)
            self._answers[key] = answer
            self._bytes += len(answer.body)
            while self._bytes > MOST_BYTES:
                self._forget(next(iter(self._answers)))

    def _forget(self, key: Key) -> None:
        answer = self._answers.pop(key, None)
        self._bytes -= len(answer.body) if answer else 0
