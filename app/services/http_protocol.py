"""HTTP for a server that strangers talk to: who sends a request too slowly is hung up on."""

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

#: Seconds for all headers of a request to arrive, from the first byte or the answer before.
HEADER_SECONDS = 5.0

#: Seconds for a request's body to arrive; bodies are capped, so this is generous.
BODY_SECONDS = 20.0

#: Seconds for a reader to take what was sent: 48 kB of a long answer, or the end of any.
TAKE_SECONDS = 30.0

#: Bytes that a request's line and headers may have.
MOST_HEADER_BYTES = 65_536

_TOO_LARGE = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\n"
    b"content-length: 0\r\nconnection: close\r\n\r\n"
)


class ImpatientProtocol(HttpToolsProtocol):
    """Closes a connection that sends its request or takes its answer too slowly, or never ends.

    uvicorn itself waits for ever for the rest of a request, so a few hundred clients that send
    a byte now and then would hold every connection there is.
    """

    _deadline: asyncio.TimerHandle | None = None
    _header_bytes: int | None = 0  # None while a body arrives
    _taking: asyncio.TimerHandle | None = None  # runs while the reader is behind

    def connection_made(self, transport: Any) -> None:  # noqa: ANN401  as in asyncio.Protocol
        """Starts the clock with the connection."""
        super().connection_made(transport)
        self._within(HEADER_SECONDS)

    def connection_lost(self, exc: Exception | None) -> None:
        """Stops the clocks."""
        self._stop()
        self._take()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Takes in what arrived, unless it is more of the headers than there may be."""
        if self._header_bytes is not None:
            self._header_bytes += len(data)
        super().data_received(data)
        if self._header_bytes is not None and self._header_bytes > MOST_HEADER_BYTES:
            self.transport.write(_TOO_LARGE)
            self.transport.close()

    def on_message_begin(self) -> None:
        """Starts the clock for a further request on the same connection."""
        super().on_message_begin()
        self._within(HEADER_SECONDS)

    def on_headers_complete(self) -> None:
        """Gives the body its time; one that is not sent needs none."""
        self._header_bytes = None
        super().on_headers_complete()
        self._within(BODY_SECONDS)

    def on_message_complete(self) -> None:
        """Stops the clock: the rest of the time is ours."""
        self._header_bytes = 0
        self._stop()
        super().on_message_complete()

    def pause_writing(self) -> None:
        """Starts the other clock: more is waiting for the reader than is kept for one."""
        super().pause_writing()
        self._take(TAKE_SECONDS)

    def resume_writing(self) -> None:
        """Stops it: the reader has caught up."""
        self._take()
        super().resume_writing()

    def on_response_complete(self) -> None:
        """Gives the reader time to take the end of an answer after which the line is closed."""
        super().on_response_complete()
        self._see_off()

    def timeout_keep_alive_handler(self) -> None:
        """Closes an idle line, and does not wait for ever for what was not taken."""
        super().timeout_keep_alive_handler()
        self._see_off()

    def _see_off(self) -> None:
        if self.transport.is_closing() and self.transport.get_write_buffer_size():
            self._take(TAKE_SECONDS)

    def _take(self, seconds: float | None = None) -> None:
        if self._taking is not None:
            self._taking.cancel()
            self._taking = None
        if seconds is not None:
            self._taking = self.loop.call_later(seconds, self.transport.abort)

    def _within(self, seconds: float) -> None:
        self._stop()
        self._deadline = self.loop.call_later(seconds, self._hang_up)

    def _stop(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _hang_up(self) -> None:
        if self.transport is not None and not self.transport.is_closing():
            self.transport.abort()
