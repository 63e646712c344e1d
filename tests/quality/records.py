"""Golden files, floors, and what `onrecord extract` prints of a folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.reading.knowledge import load_knowledge

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = ROOT / "seeds" / "articles"
GOLDEN = ROOT / "tests" / "golden"
QUALITY = ROOT / "tests" / "quality"


def golden_files() -> list[dict[str, Any]]:
    """The golden files, by document."""
    return [json.loads(path.read_text("utf-8")) for path in sorted(GOLDEN.glob("*.json"))]


def issue_keys() -> dict[str, str]:
    """The key of each issue that the archive knows, by its name."""
    issues = load_knowledge(ROOT / "seeds" / "knowledge").issues
    return {issue.name: issue.key for issue in issues}


def marked_speakers() -> dict[str, list[dict[str, Any]]]:
    """Quotations with their speakers, by the stem of the article they stand in."""
    marked: dict[str, list[dict[str, Any]]] = json.loads((QUALITY / "speakers.json").read_text())
    return marked


def floors() -> dict[str, dict[str, float]]:
    """The least each figure must be, in per cent."""
    return tomllib.loads((QUALITY / "floors.toml").read_text("utf-8"))


def text_of(document: str, folder: Path = ARTICLES) -> str:
    """The text that the offsets of a document index: decoded, line ends as they are."""
    return (folder / document).read_bytes().decode("utf-8")


def printed(paths: Sequence[Path], hash_seed: int = 0) -> list[str]:
    """The lines that the command prints of these files, in its own order.

    A process of its own, so that what is measured is what a user gets. `hash_seed` fixes the
    order of Python's sets of strings: two seeds show a result that hangs on it.
    """
    run = subprocess.run(
        [sys.executable, "-m", "app", "extract", *map(str, paths)],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": str(hash_seed)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if run.returncode:
        raise RuntimeError(f"onrecord extract ended with {run.returncode}: {run.stderr.strip()}")
    return run.stdout.splitlines()


def extracted(paths: Sequence[Path]) -> dict[str, dict[str, Any]]:
    """What the command prints of these files, by document; positions with their issue's key."""
    records = [json.loads(line) for line in printed(paths)]
    keys = issue_keys()
    for record in records:
        for position in record["positions"]:
            position["issue"] = keys.get(position["issue"], position["issue"])
    return {record["document"]: record for record in records}
