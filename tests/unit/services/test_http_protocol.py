"""F30, B41: a server that strangers talk to does not wait for ever, nor read for ever."""

from __future__ import annotations

import socket
import threading
import time

import pytest
import uvicorn

from app.services import http_protocol
from app.services.http_protocol import ImpatientProtocol


async def _answer(scope, receive, send):
    body = b""
    more = True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
    length = str(len(body)).encode()
    headers = [(b"content-length", length)]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


@pytest.fixture
def connect(monkeypatch):
    """Opens connections to a server whose patience is a fifth of a second."""
    monkeypatch.setattr(http_protocol, "HEADER_SECONDS", 0.2)
    monkeypatch.setattr(http_protocol, "BODY_SECONDS", 0.4)
    config = uvicorn.Config(_answer, http=ImpatientProtocol, lifespan="off", log_level="critical")
    server = uvicorn.Server(config)
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        address = listening.getsockname()
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield lambda: socket.create_connection(address, timeout=5)
        server.should_exit = True
        thread.join(timeout=5)


def _seconds_until_closed(connection):
    started = time.monotonic()
    while connection.recv(65_536):
        pass
    return time.monotonic() - started


def test_an_ordinary_request_is_answered_and_the_next_on_the_same_line_too(connect):
    with connect() as line:
        for _ in range(2):
            line.sendall(b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\nhi")
            answer = line.recv(1000)
            while answer and not answer.endswith(b"\r\n\r\nhi"):
                answer += line.recv(1000)
            assert answer.startswith(b"HTTP/1.1 200 ")
            time.sleep(0.3)  # longer than a request may take; an idle line is another matter


def test_f30_headers_that_never_end_are_hung_up_on(connect):
    with connect() as line:
        line.sendall(b"GET / HTTP/1.1\r\nhost: x\r\n")

        assert 0.1 < _seconds_until_closed(line) < 2


def test_f30_a_byte_now_and_then_does_not_buy_time(connect):
    with connect() as line:
        assert _bytes_taken(line, b"GET / HTTP/1.1\r\nhost: a-long-name.example\r\n" * 10) < 200


def _bytes_taken(line, data):
    """How many bytes the server takes, one every 10 ms, before it hangs up."""
    for number, byte in enumerate(data):
        try:
            line.sendall(bytes([byte]))
        except OSError:  # reset or broken pipe, as the system likes
            return number
        time.sleep(0.01)
    return len(data)


def test_f31_a_body_that_never_ends_is_hung_up_on(connect):
    with connect() as line:
        line.sendall(b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf")

        assert _seconds_until_closed(line) < 2


def test_b41_endless_headers_are_refused(connect):
    with connect() as line:
        line.sendall(b"GET / HTTP/1.1\r\nx: " + b"a" * 70_000)

        assert line.recv(1000).startswith(b"HTTP/1.1 431 ")
        assert line.recv(1000) == b""


def test_b41_a_large_body_is_not_taken_for_headers(connect):
    with connect() as line:
        line.sendall(b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 90000\r\n\r\n" + b"a" * 90_000)

        assert line.recv(1000).startswith(b"HTTP/1.1 200 ")
