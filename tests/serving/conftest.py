"""A site served as its owner would serve it: `onrecord serve` in a process of its own."""

from __future__ import annotations

import http.client
import json
import os
import resource
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.storage.database import writer_engine
from app.storage.migrate import migrate
from tests.factories import Shelf

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = 'Harbour to stay open\nMayor Ana Ruiz said: "The harbour must stay public." She left.'


class Served:
    """A running `onrecord serve`, its log, and small ways to ask it."""

    def __init__(self, folder: Path, *options: str, files: int | None = None, **settings: str):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.log = folder / "log"
        self.settings = {**os.environ, "ONRECORD_DATA_DIR": str(folder / "data"), **settings}

        def limit() -> None:
            if files:
                resource.setrlimit(resource.RLIMIT_NOFILE, (files, files))

        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "app", "serve", "--port", str(self.port), *options],
                cwd=ROOT,
                env=self.settings,
                stderr=log,
                preexec_fn=limit,
            )
        self.until(lambda: self.status("/healthz") == 200, 60)

    def until(self, holds, seconds: float) -> None:
        """Waits until something holds; fails with the log where it never does."""
        end = time.monotonic() + seconds
        while not _quietly(holds):
            assert time.monotonic() < end, self.log.read_text()[-2000:]
            assert self.process.poll() is None, self.log.read_text()[-2000:]
            time.sleep(0.05)

    def connect(self, timeout: float = 20) -> socket.socket:
        """A bare connection."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=timeout)

    def ask(self, path: str, timeout: float = 20) -> tuple[int, str]:
        """The status and the text of a page, on a connection of its own."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            line.request("GET", path, headers={"Connection": "close"})
            answer = line.getresponse()
            return answer.status, answer.read().decode()
        finally:
            line.close()

    def status(self, path: str) -> int:
        """The status alone."""
        return self.ask(path)[0]

    def workers(self) -> set[int]:
        """The worker processes, which ended ones are not among."""
        found = set()
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                state, parent = (folder / "stat").read_text().rpartition(")")[2].split()[:2]
                command = (folder / "cmdline").read_bytes()
            except OSError:  # it ended meanwhile
                continue
            if parent == str(self.process.pid) and state != "Z" and b"spawn_main" in command:
                found.add(int(folder.name))
        return found

    def grave(self) -> list[dict[str, object]]:
        """What the log tells at the level of errors."""
        told = [json.loads(line) for line in self.log.read_text().splitlines()]
        return [one for one in told if one["level"] in {"error", "critical"}]

    def stop(self) -> int:
        """Tells the site to stop; its exit code."""
        self.process.terminate()
        return self.process.wait(timeout=30)


def _quietly(holds) -> bool:
    try:
        return bool(holds())
    except (OSError, http.client.HTTPException):
        return False


@pytest.fixture
def serve(tmp_path: Path) -> Iterator:
    """Starts the site on a small archive, with these options and settings; ends it afterwards."""
    path = tmp_path / "data" / "onrecord.sqlite3"
    path.parent.mkdir()
    migrate(writer_engine(path), path)
    shelf = Shelf(tmp_path / "data")
    article = shelf.article(ARTICLE)
    shelf.statement(article, "The harbour must stay public.", speaker=shelf.speaker())
    shelf.archive()
    shelf.session.close()
    started: list[Served] = []

    def start(*options: str, files: int | None = None, **settings: str) -> Served:
        started.append(Served(tmp_path, *options, files=files, **settings))
        return started[-1]

    yield start
    for site in started:
        if site.process.poll() is None:
            site.process.kill()
            site.process.wait()
