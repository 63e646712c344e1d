"""What a page made anew costs in CPU time: `python -m benchmarks.page_costs`.

Beside `benchmarks.pages`, which asks over HTTP and so measures the machine as well. Each page is
asked of the site in this process, none from memory, and a bare page among them in the same run.
An archive is made first; `--archive` names one that `python -m benchmarks.pages --keep` left.
"""

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from fastapi import FastAPI
from starlette.types import Message, Scope

from app.config import Settings
from benchmarks.archive import make_archive
from benchmarks.corpus import SEEDS
from benchmarks.page_apps import bare, unkept
from benchmarks.pages import own_paths

_ROUNDS, _MOST_PAGES = 3, 50


def main() -> int:
    """Measures and prints; 1 where a page did not answer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--text", type=Path, default=SEEDS, help="folder of plain texts")
    parser.add_argument("--archive", type=Path, help="a data folder made by an earlier run")
    wish = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = wish.archive or Path(scratch)
        if wish.archive is None:
            make_archive(Settings(data_dir=folder), wish.text, wish.statements)
        return _measure(folder)


def _measure(folder: Path) -> int:
    os.environ["ONRECORD_DATA_DIR"] = str(folder)
    os.environ["ONRECORD_LOG_LEVEL"] = "ERROR"
    paths, site = own_paths(folder), unkept()
    print(f"{'page':10} {'mean ms':>8} {'p95 ms':>8} {'x bare':>8}")
    bare_mean = _told("bare page", bare(), paths["statement"], None)
    for kind, addresses in paths.items():
        _told(kind, site, addresses, bare_mean)
    return 0


def _told(kind: str, app: FastAPI, paths: list[str], beside: float | None) -> float:
    times = asyncio.run(_times(app, paths[:_MOST_PAGES]))
    mean, p95 = statistics.fmean(times), statistics.quantiles(times, n=20)[-1]
    print(f"{kind:10} {mean:8.2f} {p95:8.2f} {mean / (beside or mean):8.1f}")
    return mean


async def _times(app: FastAPI, paths: list[str]) -> list[float]:
    """CPU milliseconds of each answer, after every page was asked for once."""
    for path in paths:
        await _asked(app, path)
    times = []
    for path in paths * _ROUNDS:
        began = time.process_time()
        await _asked(app, path)
        times.append((time.process_time() - began) * 1000)
    return times


async def _asked(app: FastAPI, address: str) -> None:
    path, _, query = address.partition("?")
    scope: Scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "headers": [(b"host", b"127.0.0.1")],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
    }

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        if message.get("status", 200) != 200:
            raise SystemExit(f"page_costs: {address} was answered with {message['status']}")

    await app(scope, receive, send)


if __name__ == "__main__":
    sys.exit(main())
