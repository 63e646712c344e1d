"""Attributions in PolNeAR, judged by a scorer outside this repository.

The scorer is a script: `--gold FOLDER --pred FILE --json` prints, for the thresholds `overlap`
and `exactish` and for each kind of speech, the counts `tp` and `fp` and shares such as `f1`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.quality.records import printed

BINS = 10

# Our name of a figure, and where the scorer's answer holds it.
SHOWN = {
    "all": ("overlap", "all-speech", "f1"),
    "all, with source": ("overlap", "all-speech", "end_to_end_f1"),
    "direct": ("overlap", "direct", "f1"),
    "direct, with source": ("overlap", "direct", "end_to_end_f1"),
    "mixed": ("overlap", "mixed", "f1"),
    "mixed, with source": ("overlap", "mixed", "end_to_end_f1"),
    "indirect": ("overlap", "indirect-speech", "f1"),
    "indirect, with source": ("overlap", "indirect-speech", "end_to_end_f1"),
    "all, nearly exact": ("exactish", "all-speech", "f1"),
}
CALIBRATION = "calibration error"


def attribution_percents(folder: Path, scorer: Path) -> dict[str, float]:
    """F1 by kind of speech, and the calibration error, on one part of PolNeAR; per cent.

    `folder` holds `text` and `attributions`. Extraction runs on all its texts.
    """
    lines = printed(sorted((folder / "text").glob("*.txt")))
    records = [json.loads(line) for line in lines]
    judged = _judged(folder, scorer, records)
    percents = {
        name: 100 * judged[threshold][row][key] for name, (threshold, row, key) in SHOWN.items()
    }
    return percents | {CALIBRATION: 100 * calibration_error(_bins(folder, scorer, records))}


def calibration_error(bins: Sequence[tuple[int, float, float]]) -> float:
    """How far confidence lies from the share that is right, in [0, 1].

    A bin is the number of statements in it, their mean confidence and the share right.
    Source: expected calibration error, Naeini et al., AAAI 2015.
    """
    total = sum(count for count, _, _ in bins)
    return sum(count * abs(said - right) for count, said, right in bins) / total if total else 0.0


def _bins(
    folder: Path, scorer: Path, records: Sequence[dict[str, Any]]
) -> list[tuple[int, float, float]]:
    """Statements by tenths of confidence. Right: the scorer says that words and source are.

    Statements that the scorer counts as neither right nor wrong are in no bin's number.
    """
    bins = []
    for tenth in range(BINS):
        part = [_with_confidence(record, tenth) for record in records]
        given = [one["confidence"] for record in part for one in record["statements"]]
        if given:
            counts = _judged(folder, scorer, part)["overlap"]["all-speech"]
            count = counts["tp"] + counts["fp"]
            bins.append((count, sum(given) / len(given), counts["end_to_end_precision"]))
    return bins


def _with_confidence(record: dict[str, Any], tenth: int) -> dict[str, Any]:
    """The record with only the statements of one tenth of confidence; 1.0 is in the last."""
    kept = [
        one for one in record["statements"] if min(int(BINS * one["confidence"]), BINS - 1) == tenth
    ]
    return {"document": record["document"], "statements": kept}


def _judged(folder: Path, scorer: Path, records: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """What the scorer says of these records."""
    with tempfile.TemporaryDirectory() as scratch:
        predicted = Path(scratch) / "predicted.jsonl"
        predicted.write_text("".join(f"{json.dumps(record)}\n" for record in records), "utf-8")
        command = [
            sys.executable,
            *map(str, (scorer, "--gold", folder, "--pred", predicted)),
            "--json",
        ]
        run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if run.returncode:
        raise SystemExit(f"{scorer} ended with {run.returncode}: {run.stderr.strip()}")
    answer: dict[str, Any] = json.loads(run.stdout)
    return answer
