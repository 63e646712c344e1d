"""How quick pages are, beside a bare page and Datasette: `python -m benchmarks.pages`.

Makes a large archive of invented people and recombined sentences, serves it, and asks each site
in turn with wrk over one connection, so that all are measured on the machine as it is. Of several
rounds each figure is the median, each ratio that of a site to the bare page asked just before:
of answers a second, and of processor time an answer, which a busy machine disturbs least.
Datasette is no dependency: name a program (`--datasette`), from an environment of its own.
"""

import argparse
import contextlib
import json
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from typing import NamedTuple

from app.config import Settings
from benchmarks.archive import make_archive
from benchmarks.corpus import SEEDS

ROOT = Path(__file__).resolve().parent.parent
_WORD = re.compile(r"[a-z]{6,}")
_SCRIPT = """local paths = {%s}
local at, asked = 0, {}
init = function() for i, path in ipairs(paths) do asked[i] = wrk.format("GET", path) end end
request = function() at = at %% #asked + 1; return asked[at] end
done = function(sum, times)
  local e = sum.errors
  print(string.format('RESULT {"rate": %%f, "answers": %%d, "p50": %%f, "p95": %%f, "errors": %%d}',
    sum.requests / sum.duration * 1e6, sum.requests,
    times:percentile(50) / 1000, times:percentile(95) / 1000,
    e.connect + e.read + e.write + e.status + e.timeout))
end
"""

Paths = Mapping[str, list[str]]


class Site(NamedTuple):
    """A server, and the pages it is asked for, by kind."""

    name: str
    command: list[str]
    paths: Paths


class Served(NamedTuple):
    """Where a site answers, and the number of its process."""

    base: str
    pid: int


def main() -> int:
    """Measure and print; 1 where an answer failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--text", type=Path, default=SEEDS, help="folder of plain texts")
    parser.add_argument("--archive", type=Path, help="a data folder made by an earlier run")
    parser.add_argument("--keep", type=Path, help="make the archive here and leave it")
    parser.add_argument("--datasette", help="its program, from an environment of its own")
    parser.add_argument("--seconds", type=int, default=3, help="for each kind of page")
    parser.add_argument("--rounds", type=int, default=3)
    wish = parser.parse_args()
    if not shutil.which("wrk"):
        sys.exit("pages: wrk is needed; install it (Debian: apt install wrk)")
    with tempfile.TemporaryDirectory() as scratch:
        folder = wish.archive or wish.keep or Path(scratch) / "data"
        if wish.archive is None:
            make_archive(Settings(data_dir=folder), wish.text, wish.statements)
        return _measure(folder, Path(scratch), wish.datasette, wish.seconds, wish.rounds)


def _measure(folder: Path, scratch: Path, datasette: str | None, seconds: int, rounds: int) -> int:
    ours = own_paths(folder)
    python = [sys.executable, "-m"]
    quiet = ["--log-level", "error", "--no-access-log"]
    made = [*python, "uvicorn", "--factory", *quiet]
    sites = [
        Site("bare page", [*made, "benchmarks.page_apps:bare"], {"statement": ours["statement"]}),
        Site("Onrecord", [*python, "app", "serve"], ours),
        Site("Onrecord, pages made anew", [*made, "benchmarks.page_apps:unkept"], ours),
    ]
    if datasette:
        sites.append(_datasette(datasette, folder, scratch))
    with contextlib.ExitStack() as stack:
        served = {site.name: stack.enter_context(_served(site, folder)) for site in sites}
        return _table(sites, served, scratch, seconds, rounds)


def own_paths(folder: Path) -> Paths:
    """Addresses of pages in an archive, by kind: the busiest ones."""
    with sqlite3.connect(f"file:{folder / 'onrecord.sqlite3'}?mode=ro", uri=True) as rows:

        def slugs(table: str, column: str) -> list[str]:
            most = f"SELECT {column} FROM {table} ORDER BY statement_count DESC LIMIT 10"
            return [row[0] for row in rows.execute(most)]

        last = rows.execute("SELECT max(id) FROM statement").fetchone()[0]
        return {
            "statement": [f"/statements/{number:010d}" for number in range(1, last, last // 200)],
            "search": [f"/search?q={word}" for word in common_words(rows)],
            "speaker": [f"/speakers/{slug}" for slug in slugs("speaker", "slug")],
            "issue": [f"/issues/{key}" for key in slugs("issue", "key")],
            "event": [f"/events/{slug}" for slug in slugs("event", "slug")],
        }


def common_words(rows: sqlite3.Connection) -> list[str]:
    """Six words that many statements hold: what is searched for is to be found."""
    said = rows.execute("SELECT content FROM statement LIMIT 2000")
    counts = Counter(word for (content,) in said for word in set(_WORD.findall(content)))
    return [word for word, _ in counts.most_common(6)]


def _datasette(program: str, folder: Path, scratch: Path) -> Site:
    """The same rows with a full-text index, as Datasette wants them."""
    copy = scratch / "archive.db"
    shutil.copyfile(folder / "onrecord.sqlite3", copy)
    with sqlite3.connect(copy) as rows:
        rows.executescript(
            "PRAGMA journal_mode=DELETE;"
            "CREATE VIRTUAL TABLE statement_fts USING fts5(content, content='statement',"
            " content_rowid='id', tokenize='porter unicode61');"
            "INSERT INTO statement_fts(statement_fts) VALUES ('rebuild'); ANALYZE;"
        )
        last = rows.execute("SELECT max(id) FROM statement").fetchone()[0]
        words = common_words(rows)
    facets = "&".join(f"_facet={name}" for name in ("speaker_id", "event_id", "kind", "said_first"))
    limits = [
        part
        for name in ("sql_time_limit_ms", "facet_time_limit_ms")
        for part in ("--setting", name, "60000")
    ]
    command = [program, "serve", str(copy), *limits]
    return Site("Datasette", command, {
        "statement": [f"/archive/statement/{number}" for number in range(1, last, last // 200)],
        "search": [f"/archive/statement?_search={word}&{facets}" for word in words],
    })  # fmt: skip


@contextlib.contextmanager
def _served(site: Site, folder: Path) -> Iterator[Served]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = {**os.environ, "ONRECORD_DATA_DIR": str(folder), "ONRECORD_LOG_LEVEL": "ERROR"}
    quiet = subprocess.DEVNULL
    command = [*site.command, "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, env=settings, stdout=quiet, stderr=quiet)
    base = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + 90
        while process.poll() is None and time.monotonic() < deadline:
            with contextlib.suppress(OSError):
                _fetched(base, site.paths["statement"][:1])
                break
            time.sleep(0.2)
        else:
            sys.exit(f"pages: {site.name} did not start")
        yield Served(base, process.pid)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _fetched(base: str, paths: list[str]) -> None:
    for path in paths:
        urllib.request.urlopen(base + path, timeout=120).close()


def _table(
    sites: list[Site], served: Mapping[str, Served], scratch: Path, seconds: int, rounds: int
) -> int:
    print(f"{'':37} {'a second':>9} {'p50 ms':>8} {'p95 ms':>8} {'cpu ms':>8} {'x bare':>8} by cpu")
    failed, bare = 0, sites[0]
    for kind in dict.fromkeys(kind for site in sites for kind in site.paths):
        asked = [site for site in sites if kind in site.paths and site is not bare]
        for site in asked:  # every page once, before it is timed
            _fetched(served[site.name].base, site.paths[kind])
        found: dict[str, list[Mapping[str, float]]] = defaultdict(list)
        for _ in range(rounds):
            beside = _asked(served[bare.name], bare.paths["statement"], scratch, seconds)
            for site in asked:
                got = _asked(served[site.name], site.paths[kind], scratch, seconds)
                ratios = got["rate"] / beside["rate"], beside["cpu"] / got["cpu"]
                found[site.name].append({**got, "ratio": ratios[0], "by cpu": ratios[1]})
        for name, rows in found.items():
            rate, p50, p95, cpu, ratio, by_cpu = (
                median(row[one] for row in rows)
                for one in ("rate", "p50", "p95", "cpu", "ratio", "by cpu")
            )
            print(f"{kind:10} {name:26} {rate:9.1f} {p50:8.2f} {p95:8.2f} {cpu:8.2f} {ratio:8.3f} "
                  f"{by_cpu:6.3f}", flush=True)  # fmt: skip
            failed += int(sum(row["errors"] for row in rows))
    print(f"errors {failed}")
    return int(failed > 0)


def _asked(at: Served, paths: list[str], scratch: Path, seconds: int) -> dict[str, float]:
    """Rate, times in ms, errors, and milliseconds of processor that the server took an answer."""
    script = scratch / "paths.lua"
    script.write_text(_SCRIPT % ", ".join(json.dumps(path) for path in paths))
    options = ["-t1", "-c1", f"-d{seconds}s", "--timeout", "60s", "-s", str(script)]
    before = _processor(at.pid)
    out = subprocess.run(["wrk", *options, at.base], capture_output=True, text=True, check=True)
    spent = _processor(at.pid) - before
    line = next(line for line in out.stdout.splitlines() if line.startswith("RESULT "))
    found: dict[str, float] = json.loads(line.removeprefix("RESULT "))
    return {**found, "cpu": spent * 1000 / max(1, found["answers"])}


def _processor(pid: int) -> float:
    """Seconds of processor that a process has taken so far."""
    cells = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(cells[11]) + int(cells[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    sys.exit(main())
