"""`make quality`: the figures of extraction beside their floors.

The golden articles are in the repository and always measured. The figures on PolNeAR need its
texts, which may not be in the repository: name its folder (with `train` and `dev`) by
ONRECORD_POLNEAR or --polnear, and a scorer of attributions by ONRECORD_SCORER or --scorer.
Ends with 1 where a figure is below its floor.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.quality.figures import Figure, shown
from tests.quality.naming import score_naming
from tests.quality.records import (
    ARTICLES,
    extracted,
    floors,
    golden_files,
    marked_speakers,
    printed,
    text_of,
)
from tests.quality.scoring import score_document, total


def main() -> int:
    """Print every figure that can be measured here; 1 where one is below its floor."""
    options = _options()
    below = _print_table("Founding articles", golden_figures(), "golden", options.misses)
    if options.polnear is None:
        print(
            "\nPolNeAR: not measured. Its texts are not part of this repository; name the folder "
            "that holds train and dev by ONRECORD_POLNEAR or --polnear."
        )
        return int(below)
    below |= _print_table(
        "Names in 40 PolNeAR articles",
        naming_figures(options.polnear / "train" / "text"),
        "speakers",
        options.misses,
    )
    _print_attributions(options.polnear / options.part, options.scorer)
    return int(below)


def golden_figures() -> dict[str, Figure]:
    """The figures over all golden articles together."""
    golden = golden_files()
    records = extracted([ARTICLES / one["document"] for one in golden])
    return total(
        [score_document(one, records[one["document"]], text_of(one["document"])) for one in golden]
    )


def naming_figures(texts: Path) -> dict[str, Figure]:
    """The figures of full names on the articles whose speakers were marked by hand."""
    marked = marked_speakers()
    paths = [texts / f"{stem}.txt" for stem in marked]
    if absent := [path.name for path in paths if not path.is_file()]:
        raise SystemExit(f"{texts} lacks {len(absent)} of {len(paths)} articles: {absent[0]}, …")
    records = extracted(paths)
    predicted = {Path(name).stem: record["statements"] for name, record in records.items()}
    return score_naming(marked, predicted)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make quality", description=__doc__)
    environment = {name: os.environ.get(f"ONRECORD_{name}") for name in ("POLNEAR", "SCORER")}
    parser.add_argument("--polnear", type=Path, default=environment["POLNEAR"])
    parser.add_argument("--scorer", type=Path, default=environment["SCORER"])
    parser.add_argument("--part", default="dev", help="which part the scorer judges")
    parser.add_argument("--misses", action="store_true", help="say what is to be mended")
    options = parser.parse_args()
    for name in ("polnear", "scorer"):
        if (given := getattr(options, name)) is not None:
            path = Path(given)
            if not path.exists():
                parser.error(f"{name}: there is nothing at {path}")
            setattr(options, name, path)
    return options


def _print_table(title: str, figures: dict[str, Figure], section: str, misses: bool) -> bool:
    """Print the figures; whether one is below its floor."""
    least = floors()[section]
    below = False
    print(f"\n{title}\n{'':2}{'figure':<14}{'floor':>7}  reached")
    for name, figure in figures.items():
        short = name in least and (figure.percent is None or figure.percent < least[name])
        below |= short
        floor = f"{least[name]:.1f}" if name in least else "-"
        print(f"  {name:<14}{floor:>7}  {shown(figure)}{'  BELOW ITS FLOOR' if short else ''}")
    if misses:
        for name, figure in figures.items():
            for miss in figure.misses:
                print(f"    {name}: {miss}")
    return below


def _print_attributions(folder: Path, scorer: Path | None) -> None:
    """Run the scorer on all texts of a part of PolNeAR and pass on what it prints."""
    print(f"\nAttributions in PolNeAR, {folder.name}")
    if scorer is None:
        print("  not measured: name the scorer's script by ONRECORD_SCORER or --scorer.")
        return
    sys.stdout.flush()
    with tempfile.TemporaryDirectory() as scratch:
        predicted = Path(scratch) / "predicted.jsonl"
        lines = printed(sorted((folder / "text").glob("*.txt")))
        predicted.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        subprocess.run([sys.executable, scorer, "--gold", folder, "--pred", predicted], check=True)
        _print_calibration(lines)


def _print_calibration(lines: list[str]) -> None:
    """How many statements were given which confidence; the scorer judges whether rightly."""
    given = [one["confidence"] for line in lines for one in json.loads(line)["statements"]]
    tenths = [
        sum(10 * floor <= 100 * one < 10 * floor + 10 for one in given) for floor in range(11)
    ]
    shares = ", ".join(f"{tenth / 10}: {count}" for tenth, count in enumerate(tenths) if count)
    print(f"  statements by confidence, from … on: {shares}")


if __name__ == "__main__":
    raise SystemExit(main())
