"""F27 to F32: signals, kills, too few files, slow and rude clients; others are always served."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.serving.conftest import ROOT, Served

pytestmark = pytest.mark.faults

REQUEST = b"GET %s HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"


def read_all(line) -> bytes:
    got = b""
    while part := line.recv(65_536):
        got += part
    return got


def test_f27_open_requests_are_finished_when_the_site_is_told_to_stop(serve):
    site: Served = serve()
    lines = [site.connect() for _ in range(50)]
    for number, line in enumerate(lines):
        line.sendall(REQUEST % (b"/search?q=harbour+%d" % number))
    first = lines[0].recv(10)  # they are being worked on
    site.process.send_signal(signal.SIGTERM)

    answers = [first + read_all(lines[0]), *(read_all(line) for line in lines[1:])]

    assert [answer[:15] for answer in answers] == [b"HTTP/1.1 200 OK"] * 50
    assert all(b"</html>" in answer for answer in answers)
    assert site.process.wait(timeout=30) == 0
    assert site.grave() == []


def test_f28_a_killed_worker_is_replaced_while_the_other_serves(serve):
    site: Served = serve("--workers", "2")
    site.until(lambda: len(site.workers()) == 2, 30)
    victim = min(site.workers())
    statuses, stop = [], threading.Event()

    def keep_asking() -> None:
        while not stop.is_set():
            try:
                statuses.append(site.status("/"))
            except OSError:
                statuses.append(0)  # its own line broke with the worker that held it

    asking = [threading.Thread(target=keep_asking) for _ in range(4)]
    for thread in asking:
        thread.start()
    site.until(lambda: len(statuses) > 20, 30)
    os.kill(victim, signal.SIGKILL)
    site.until(lambda: len(site.workers() - {victim}) == 2, 60)
    after = len(statuses)
    site.until(lambda: len(statuses) > after + 20, 60)
    stop.set()
    for thread in asking:
        thread.join(timeout=30)

    assert set(statuses) <= {200, 0}
    assert statuses.count(0) <= len(asking)
    assert set(statuses[after + 4 :]) == {200}
    assert site.stop() == 0


def test_f29_too_few_open_files_are_survived(serve):
    site: Served = serve(files=64)
    crowd = [site.connect() for _ in range(200)]
    for line in crowd[::4]:
        line.sendall(b"GET / HTTP/1.1\r\nhost: x\r\n")  # and never the rest

    site.until(lambda: site.status("/") == 200, 40)
    for line in crowd:
        line.close()

    site.until(lambda: site.status("/search?q=harbour") == 200, 20)
    assert site.stop() == 0


def test_f30_two_hundred_half_sent_requests_keep_nobody_waiting(serve):
    site: Served = serve()
    crowd = [site.connect() for _ in range(200)]
    for line in crowd:
        line.sendall(b"GET / HTTP/1.1\r\nx: ")
    dripping = time.monotonic()

    assert site.status("/") == 200
    assert time.monotonic() - dripping < 5  # before any of them was hung up on

    for _ in range(6):  # a byte a second does not buy time
        for line in crowd:
            try:
                line.sendall(b"a")
            except OSError:
                continue
        time.sleep(1)
    time.sleep(1)
    closed = 0
    for line in crowd:
        line.settimeout(1)
        try:
            closed += line.recv(10) == b""
        except ConnectionResetError:
            closed += 1
    assert closed == 200
    assert site.grave() == []


def test_f32_readers_who_leave_half_way_leave_nothing_behind(serve):
    site: Served = serve()
    site.status("/search?q=harbour")
    folder = Path(f"/proc/{site.process.pid}/fd")
    before = len(list(folder.iterdir()))

    for number in range(300):
        line = site.connect()
        line.sendall(REQUEST % (b"/search?q=harbour+%d" % number))
        if number % 3 == 0:
            line.recv(100)
        line.close()

    site.until(lambda: len(list(folder.iterdir())) <= before + 8, 30)
    assert site.status("/") == 200
    assert site.grave() == []


def test_every_worker_shows_a_new_statement_as_soon_as_it_is_stored(serve, tmp_path):
    site: Served = serve("--workers", "2")
    site.until(lambda: len(site.workers()) == 2, 30)
    held = {pid: _open_files(pid) for pid in site.workers()}
    lines = _lines_to_all(site, held)
    for line in lines:
        assert b"200 OK" in _on(line, b"/api/v1/search?q=zeppelin")
        _on(line, b"/articles")  # and is kept in memory

    article = tmp_path / "zeppelin.txt"
    article.write_text('Zeppelin lands\n\n"The zeppelin lands at noon," said Mayor Ana Ruiz.\n')
    stop = threading.Event()
    beating = threading.Thread(target=_keep_alive, args=(lines, stop))
    beating.start()
    done = subprocess.run(
        [sys.executable, "-m", "app", "ingest", str(article)],
        cwd=ROOT,
        env=site.settings,
        capture_output=True,
        text=True,
        check=False,
    )
    stop.set()
    beating.join()
    assert done.returncode == 0, done.stderr

    for line in lines:  # the first answer after the run, from whichever worker it is
        assert b"The zeppelin lands at noon" in _on(line, b"/api/v1/search?q=zeppelin")
        assert b"Zeppelin lands" in _on(line, b"/articles")
    assert site.stop() == 0


def _lines_to_all(site: Served, held: dict[int, int]) -> list[socket.socket]:
    """Lines of which each worker holds some, more than the files it `held` open before.

    Whichever worker is free takes a line, so each is kept busy while the next is opened.
    """
    lines: list[socket.socket] = []
    while len(lines) < 24 or not all(_open_files(pid) > count for pid, count in held.items()):
        assert len(lines) < 480, "one worker took every line"
        batch = []
        for _ in range(8):
            batch.append(site.connect(timeout=60))
            _ask(batch[-1], b"/api/v1/search?q=zeppelin")
        for line in batch:
            _answer(line)
        lines += batch
    return lines


def _open_files(pid: int) -> int:
    return len(os.listdir(f"/proc/{pid}/fd"))


def _keep_alive(lines, stop) -> None:
    """Asks on each line now and then: an idle one is closed after five seconds."""
    while not stop.wait(1):
        for line in lines:
            _on(line, b"/healthz")


def _on(line, path: bytes) -> bytes:
    """The answer to a request on a line that stays open."""
    _ask(line, path)
    return _answer(line)


def _ask(line, path: bytes) -> None:
    line.sendall(b"GET %s HTTP/1.1\r\nhost: x\r\n\r\n" % path)


def _answer(line) -> bytes:
    got = b""
    while b"\r\n\r\n" not in got:
        part = line.recv(65_536)
        assert part, "the line was closed"
        got += part
    head, _, body = got.partition(b"\r\n\r\n")
    length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
    while len(body) < length:
        body += line.recv(65_536)
    return head + body
