"""F30, F31, B40, B41: a server that strangers talk to does not wait for ever, nor read for ever."""

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
    if scope["path"][1:].isdigit():
        body = bytes(int(scope["path"][1:]))
    length = str(len(body)).encode()
    headers = [(b"content-length", length)]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


@pytest.fixture
def connect(monkeypatch):
    """Opens connections to a server whose patience is a fifth of a second."""
    monkeypatch.setattr(http_protocol, "HEADER_SECONDS", 0.2)
    monkeypatch.setattr(http_protocol, "BODY_SECONDS", 0.4)
    monkeypatch.setattr(http_protocol, "TAKE_SECONDS", 0.2)
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


def test_f31_a_reader_that_takes_nothing_is_hung_up_on(connect):
    with connect() as line:
        size = 20_000_000  # more than any buffer between the two holds
        line.sendall(b"GET /%d HTTP/1.1\r\nhost: x\r\n\r\n" % size)
        time.sleep(1.0)  # five times the patience

        assert _taken(line) < size


def test_f31_a_reader_that_is_slow_but_takes_all_is_served(connect):
    with connect() as line:
        line.sendall(b"GET /3000000 HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")
        total = 0
        while got := line.recv(100_000):
            total += len(got)
            time.sleep(0.02)

        assert total > 3_000_000


def _taken(line):
    """How many bytes still come before the line ends."""
    total = 0
    try:
        while got := line.recv(1_000_000):
            total += len(got)
    except OSError:  # reset, as the system likes
        pass
    return total


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n"
        b"0\r\n\r\nGET /smuggled HTTP/1.1\r\nhost: x\r\n\r\n",
        b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello!",
        b"POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n",
        b"POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: xchunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
        b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: -5\r\n\r\nhello",
        b"GET / HTTP/1.1\r\nhost : x\r\n\r\n",
        b"GET / HTTP/9.9\r\nhost: x\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(40),
    ],
    ids=["CL+TE", "two CL", "bad chunk", "odd TE", "negative CL", "blank name", "version", "TLS"],
)
def test_b40_a_request_that_two_servers_could_read_differently_is_refused(connect, request_bytes):
    with connect() as line:
        line.sendall(request_bytes)
        answer = b""
        try:
            while got := line.recv(65_536):
                answer += got
        except ConnectionResetError:
            pass

        assert answer.startswith(b"HTTP/1.1 400 ")
        assert answer.count(b"HTTP/1.1 ") == 1  # what was smuggled is never answered
