"""What every test may ask for: the founding archive, a client, a running site.

The archive is made once a run, through the same command a user types, in a folder of its own.
The application is imported inside the fixtures, so that tests of one part run without the rest.
"""

from __future__ import annotations

import logging
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.config import Settings

if TYPE_CHECKING:
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    from app.archive import Archive

ROOT = Path(__file__).resolve().parent.parent
FOUNDING_ARTICLES = ROOT / "seeds" / "articles"


@pytest.fixture(autouse=True, scope="session")
def _no_settings_from_outside() -> Iterator[None]:
    """A developer's own ONRECORD_ settings never reach a test."""
    patch = pytest.MonkeyPatch()
    for name in [name for name in os.environ if name.startswith("ONRECORD_")]:
        if name not in {"ONRECORD_POLNEAR", "ONRECORD_SCORER"}:
            patch.delenv(name)
    yield
    patch.undo()


@pytest.fixture(scope="session")
def founding_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of an archive that holds the five founding articles and their index."""
    data_dir = tmp_path_factory.mktemp("founding") / "data"
    run = subprocess.run(
        [sys.executable, "-m", "app", "ingest", str(FOUNDING_ARTICLES)],
        cwd=ROOT,
        env={**os.environ, "ONRECORD_DATA_DIR": str(data_dir)},
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    assert run.returncode == 0, f"onrecord ingest failed:\n{run.stdout}\n{run.stderr}"
    return Settings(data_dir=data_dir)


@pytest.fixture(scope="session")
def founding_archive(founding_settings: Settings) -> Archive:
    """The founding archive, opened as the site opens it; tests only read it."""
    from app.archive import open_archive

    return open_archive(founding_settings)


@pytest.fixture(scope="session")
def web_app(founding_archive: Archive) -> FastAPI:
    """The site on the founding archive."""
    from app.web.app import create_app

    return create_app(founding_archive)


@pytest.fixture(scope="session")
def client(web_app: FastAPI) -> Iterator[TestClient]:
    """Asks the site without a network; an error in a handler fails the test that asked."""
    from fastapi.testclient import TestClient

    with TestClient(web_app, base_url="http://127.0.0.1:8000", follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="session")
def live_server(web_app: FastAPI) -> Iterator[str]:
    """The address of the site, served on a free port for as long as the tests run."""
    import uvicorn

    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
        server = uvicorn.Server(uvicorn.Config(web_app, log_level="warning", server_header=False))
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        deadline = time.monotonic() + 30
        while not server.started:
            assert thread.is_alive(), "the site stopped while it started"
            assert time.monotonic() < deadline, "the site did not start in 30 seconds"
            time.sleep(0.02)
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join(timeout=10)


@pytest.fixture(autouse=True)
def _as_loud_as_before():
    """A command run inside a test sets how loud the log is; the next test hears all of it."""
    logger = logging.getLogger("app")
    level = logger.level
    yield
    logger.setLevel(level)
