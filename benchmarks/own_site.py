"""A site of the benchmark's own: the founding articles in a folder that is removed afterwards."""

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@contextlib.contextmanager
def own_site(**more: str) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The address of a site on the founding articles, and its process; ended with the block.

    `more` are settings of the site, as environment variables.
    """
    with tempfile.TemporaryDirectory() as folder:
        settings = {**os.environ, "ONRECORD_DATA_DIR": folder, "ONRECORD_LOG_LEVEL": "ERROR"}
        ingest = [sys.executable, "-m", "app", "ingest", "seeds/articles"]
        quiet = subprocess.DEVNULL
        subprocess.run(ingest, cwd=ROOT, env=settings, check=True, stdout=quiet, stderr=quiet)
        with site_on(folder, **more) as served:
            yield served


@contextlib.contextmanager
def site_on(folder: str | Path, **more: str) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The address of a site on the archive in a folder, and its process; ended with the block."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = {
        **os.environ,
        "ONRECORD_DATA_DIR": str(folder),
        "ONRECORD_LOG_LEVEL": "ERROR",
        **more,
    }
    serve = [sys.executable, "-m", "app", "serve", "--port", str(port)]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(serve, cwd=ROOT, env=settings, stdout=quiet, stderr=quiet)
    try:
        yield _answering(f"http://127.0.0.1:{port}", process), process
    finally:
        process.terminate()
        process.wait(timeout=30)


def _answering(site: str, process: subprocess.Popen[bytes]) -> str:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(f"{site}/healthz", timeout=2):
            return site
        time.sleep(0.1)
    raise SystemExit("load: the site did not start in a minute")


def memory_of(process: subprocess.Popen[bytes] | None) -> float:
    """Resident memory of the site in MB; 0 where it is not ours to look at."""
    status = Path(f"/proc/{process.pid}/status") if process else None
    if status is None or not status.is_file():
        return 0.0
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024
