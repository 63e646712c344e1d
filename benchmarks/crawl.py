"""Can a crawler that follows every facet link starve readers? `python -m benchmarks.crawl`.

Starts the site on an archive of its own. Readers walk pages of statements, speakers and articles at
a human pace, first alone, then beside a crawler at another address that opens twenty lines,
follows every link with a filter in it as fast as it can and heeds neither robots.txt nor
Retry-After. Prints what readers waited for in both cases, and what the crawler got.
"""

import argparse
import asyncio
import contextlib
import random
import re
import statistics
import sys
import time
from collections import Counter
from html import unescape

from benchmarks.load import journeys
from benchmarks.own_site import own_site

#: The machine's own address is not limited; any other of its loopback addresses is a stranger.
CRAWLER, READER = "127.0.0.2", "127.0.0.1"

_LINK = re.compile(rb'href="(/[^"#]*\?[^"#]*)"')


def main() -> int:
    """Prints both cases; 1 where readers saw an error or waited much longer beside the crawler."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=15, help="of each case")
    parser.add_argument("--readers", type=int, default=10)
    parser.add_argument("--lines", type=int, default=20, help="connections of the crawler")
    parser.add_argument("--unlimited", action="store_true", help="put the limits out of force")
    wish = parser.parse_args()
    settings = {"ONRECORD_RATE_PER_SECOND": "0"} if wish.unlimited else {}
    with own_site(**settings) as (site, _):
        paths = [path for path in journeys(site) if "?" not in path]
        alone, _ = asyncio.run(_case(site, paths, wish, crawler=False))
        beside, crawled = asyncio.run(_case(site, paths, wish, crawler=True))
    print(f"readers {wish.readers}, crawler's lines {wish.lines}, seconds {wish.seconds:g} each")
    for name, waited in (("alone", alone), ("beside", beside)):
        median = statistics.median(seconds for _, seconds in waited)
        tail = _p99(waited) * 1000
        print(f"{name:<8}{len(waited):,} pages, p50 {median * 1000:.0f} ms, p99 {tail:.0f} ms")
    errors = sum(status != 200 for status, _ in alone + beside)
    print(f"readers' errors {errors}   (bound: none)")
    print(f"crawler {dict(sorted(crawled.items()))}")
    most = max(1.0, 2 * _p99(alone))  # a busy machine keeps readers waiting without any crawler
    print(f"readers' p99 beside the crawler {_p99(beside):.3f} s   (bound: {most:.1f} s)")
    return int(errors > 0 or _p99(beside) >= most)


def _p99(waited: list[tuple[int, float]]) -> float:
    times = sorted(seconds for _, seconds in waited)
    return times[int(len(times) * 0.99)]


async def _case(
    site: str, paths: list[str], wish: argparse.Namespace, *, crawler: bool
) -> tuple[list[tuple[int, float]], Counter[int]]:
    waited: list[tuple[int, float]] = []
    statuses: Counter[int] = Counter()
    port, end = int(site.rpartition(":")[2]), time.monotonic() + wish.seconds
    walks = [_read(port, paths, random.Random(n), end, waited) for n in range(wish.readers)]
    if crawler:
        waiting, seen = ["/search?q=missile"], {"/search?q=missile"}
        walks += [_crawl(port, waiting, seen, end, statuses) for _ in range(wish.lines)]
    await asyncio.gather(*walks)
    return waited, statuses


async def _read(
    port: int, paths: list[str], chance: random.Random, end: float, waited: list[tuple[int, float]]
) -> None:
    while time.monotonic() < end:
        began = time.perf_counter()
        status, _ = await _page(port, chance.choice(paths), READER)
        waited.append((status, time.perf_counter() - began))
        await asyncio.sleep(chance.uniform(0.05, 0.25))


async def _crawl(
    port: int, waiting: list[str], seen: set[str], end: float, statuses: Counter[int]
) -> None:
    while time.monotonic() < end:
        if not waiting:
            await asyncio.sleep(0.01)
            continue
        path = waiting.pop()
        status, body = await _page(port, path, CRAWLER)
        statuses[status] += 1
        if status == 429:
            waiting.append(path)
        for link in _LINK.findall(body):
            found = unescape(link.decode())
            if found not in seen:
                seen.add(found)
                waiting.append(found)


async def _page(port: int, path: str, source: str) -> tuple[int, bytes]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(source, 0))
    try:
        writer.write(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        answer = await reader.read()
        return int(answer[9:12]), answer
    finally:
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()


if __name__ == "__main__":
    sys.exit(main())
