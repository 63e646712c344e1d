"""How the site holds under many readers: `python -m benchmarks.load`.

Starts the site on an archive of its own (the founding articles), or takes one that runs
(`--site`), and walks real journeys over many connections at once: search, statement, speaker,
article, lists, feeds; one request in ten asks whether a page has changed. Prints the figures
that matter to strangers: errors, answers a second, latencies, memory.
"""

import argparse
import asyncio
import contextlib
import json
import random
import statistics
import sys
import time
import urllib.request
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import quote

from benchmarks.own_site import memory_of, own_site

WORDS = [
    "missile",
    "guarantees",
    "summit",
    "defence",
    '"legal guarantees"',
    "Libya OR Iran",
    "NATO",
]


@dataclass(slots=True)
class Tally:
    """What all connections have seen: seconds for each answer, statuses, failures by name."""

    seconds: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    failures: Counter[str] = field(default_factory=Counter)
    bytes: int = 0
    most: int | None = None  # answers after which it is enough
    memory: list[float] = field(default_factory=list)  # of the site in MB, tenth by tenth
    took: float = 0.0  # seconds

    def enough(self) -> bool:
        """Whether as many answers as were wished have come."""
        return self.most is not None and len(self.seconds) >= self.most


def main() -> int:
    """Run the load and print the figures; 1 when an answer failed or p99 passed a second."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", help="a running site; one is started where none is named")
    parser.add_argument("--connections", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--answers", type=int, help="stop after so many, however long it takes")
    parser.add_argument("--seed", type=int, default=1)
    wish = parser.parse_args()
    with contextlib.ExitStack() as stack:
        site, process = (wish.site, None) if wish.site else stack.enter_context(own_site())
        paths = journeys(site)
        tally = Tally(most=wish.answers)
        if wish.answers:
            wish.seconds = 3600.0
        asyncio.run(_load(site, paths, wish, tally, lambda: memory_of(process)))
        return _report(tally, wish, len(paths))


def journeys(site: str) -> list[str]:
    """The addresses that readers go to, as often in the list as they go there."""

    def ask(kind: str) -> list[str]:
        with urllib.request.urlopen(f"{site}/api/v1/{kind}", timeout=20) as answer:
            found: dict[str, list[dict[str, str]]] = json.load(answer)
        return [row["url"] for row in found.get("cards") or found["rows"]]

    searches = [f"/search?q={quote(word)}" for word in WORDS]
    records = [path for kind in ("speakers", "articles", "events", "issues") for path in ask(kind)]
    lists = [
        "/",
        "/speakers",
        "/articles",
        "/issues",
        "/positions",
        "/about",
        "/feed.atom",
    ]
    return searches * 4 + ask("statements") + records + lists * 2


async def _load(
    site: str, paths: list[str], wish: argparse.Namespace, tally: Tally, memory: Callable[[], float]
) -> None:
    began = time.monotonic()
    end = began + wish.seconds
    known: dict[str, str] = {}
    host, port = site.removeprefix("http://").split(":")
    readers = [
        _reader(host, int(port), paths, random.Random(wish.seed + number), end, tally, known)
        for number in range(wish.connections)
    ]
    watching = asyncio.create_task(_watch(tally, wish, began, memory))
    await asyncio.gather(*readers)
    tally.took = time.monotonic() - began
    await watching


async def _watch(
    tally: Tally, wish: argparse.Namespace, began: float, memory: Callable[[], float]
) -> None:
    """Notes the site's memory at the start and after each tenth."""
    for tenth in range(11):
        while tenth and not tally.enough():
            done = (
                len(tally.seconds) / tally.most
                if tally.most
                else (time.monotonic() - began) / wish.seconds
            )
            if done >= tenth / 10:
                break
            await asyncio.sleep(0.05)
        tally.memory.append(memory())


async def _reader(
    host: str,
    port: int,
    paths: list[str],
    chance: random.Random,
    end: float,
    tally: Tally,
    known: dict[str, str],
) -> None:
    """One reader: asks on one connection for as long as it lasts, then opens another.

    `known` are the tags of pages: one request in ten comes from somebody who was here before.
    """
    while time.monotonic() < end and not tally.enough():
        try:
            reader, writer = await asyncio.open_connection(host, port)
        except OSError as error:
            tally.failures[f"connect: {error.__class__.__name__}"] += 1
            await asyncio.sleep(0.1)
            continue
        try:
            for _ in range(chance.randint(5, 40)):  # a visit
                if time.monotonic() >= end or tally.enough():
                    break
                path = chance.choice(paths)
                etag = known.get(path) if chance.random() < 0.1 else None
                if not await _ask(reader, writer, host, path, etag, known, tally):
                    break
        except (OSError, asyncio.IncompleteReadError, ValueError) as error:
            tally.failures[f"read: {error.__class__.__name__}"] += 1
        finally:
            writer.close()


async def _ask(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, host: str, path: str,
    etag: str | None, known: dict[str, str], tally: Tally,
) -> bool:  # fmt: skip
    """One request and its answer; whether the connection stays open."""
    began = time.perf_counter()
    condition = f"If-None-Match: {etag}\r\n" if etag else ""
    writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}\r\n{condition}\r\n".encode())
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    status = int(head.split(" ", 2)[1])
    lines = [line.split(": ", 1) for line in head.split("\r\n")[1:] if ": " in line]
    headers = {name.lower(): value for name, value in lines}
    if headers.get("transfer-encoding") == "chunked":
        tally.bytes += await _chunks(reader)
    elif status not in {204, 304}:
        tally.bytes += len(await reader.readexactly(int(headers.get("content-length", "0"))))
    tally.seconds.append(time.perf_counter() - began)
    tally.statuses[status] += 1
    if "etag" in headers:
        known[path] = headers["etag"]
    return headers.get("connection") != "close"


async def _chunks(reader: asyncio.StreamReader) -> int:
    total = 0
    while size := int((await reader.readline()).strip() or b"0", 16):
        await reader.readexactly(size + 2)
        total += size
    await reader.readline()
    return total


def _report(tally: Tally, wish: argparse.Namespace, paths: int) -> int:
    times = sorted(tally.seconds)
    if not times:
        print(f"no answer at all: {dict(tally.failures)}")
        return 1
    p99 = times[int(len(times) * 0.99)]
    bad = sum(n for status, n in tally.statuses.items() if status >= 400) + tally.failures.total()
    print(f"connections {wish.connections}, seconds {tally.took:.0f}, addresses {paths}")
    print(f"answers     {len(times):,} ({len(times) / tally.took:,.0f} a second)")
    print(f"statuses    {dict(sorted(tally.statuses.items()))}  failures {dict(tally.failures)}")
    print(f"p50 / p95   {statistics.median(times):.3f} / {times[int(len(times) * 0.95)]:.3f} s")
    print(f"p99 / max   {p99:.3f} / {times[-1]:.3f} s   (bound: p99 under 1 s)")
    print(f"sent        {tally.bytes / 1e6:,.0f} MB uncompressed")
    print(f"memory      {' '.join(f'{each:,.0f}' for each in tally.memory)} MB, tenth by tenth")
    print(f"errors      {bad}   (bound: none)")
    if not tally.statuses[304]:
        print("nobody was told that a page had not changed: the conditional requests went wrong")
    return int(bad > 0 or p99 >= 1 or not tally.statuses[304])


if __name__ == "__main__":
    sys.exit(main())
