"""`make quality`: the figures of extraction beside their floors.

The golden articles are in the repository and always measured. The figures on PolNeAR need its
texts, which may not be in the repository: name its folder (with `train` and `dev`) by
ONRECORD_POLNEAR or --polnear, and a scorer of attributions by ONRECORD_SCORER or --scorer.
Ends with 1 where a figure is below its floor.
"""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass
from pathlib import Path

from tests.quality.figures import Figure, shown
from tests.quality.naming import score_naming
from tests.quality.polnear import CALIBRATION, attribution_percents
from tests.quality.records import (
    ARTICLES,
    extracted,
    floors,
    golden_files,
    marked_speakers,
    text_of,
)
from tests.quality.scoring import score_document, total


@dataclass(frozen=True)
class Row:
    """One line of a table; `floor` is None where nothing is asked, `most` where less is better."""

    name: str
    percent: float | None
    shown: str
    floor: float | None
    most: bool = False
    misses: tuple[str, ...] = ()

    @property
    def is_short(self) -> bool:
        """Whether the figure fails what is asked of it; nothing counted fails too."""
        if self.floor is None:
            return False
        if self.percent is None:
            return True
        return self.percent > self.floor if self.most else self.percent < self.floor


def main() -> int:
    """Print every figure that can be measured here; 1 where one is below its floor."""
    options = _options()
    tables = [_print_table("Founding articles", _rows(golden_figures(), "golden"), options.misses)]
    if options.polnear is None:
        print(
            "\nPolNeAR: not measured. Its texts are not part of this repository; name the folder "
            "that holds train and dev by ONRECORD_POLNEAR or --polnear."
        )
    else:
        rows = _rows(naming_figures(options.polnear / "train" / "text"), "speakers")
        tables.append(_print_table("Names in 40 articles of PolNeAR", rows, options.misses))
    if options.polnear and options.scorer is None:
        print(
            "\nAttributions in PolNeAR: not measured. "
            "Name the scorer's script by ONRECORD_SCORER or --scorer."
        )
    elif options.polnear:
        percents = attribution_percents(options.polnear / options.part, options.scorer)
        title = f"Attributions in PolNeAR, {options.part}"
        tables.append(_print_table(title, _percent_rows(percents, "polnear"), options.misses))
    return int(not all(tables))


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
        if given := getattr(options, name):
            setattr(options, name, Path(given).resolve())
            if not Path(given).exists():
                parser.error(f"{name}: there is nothing at {given}")
    return options


def _rows(figures: dict[str, Figure], section: str) -> list[Row]:
    least = floors()[section]
    return [
        Row(name, figure.percent, shown(figure), least.get(name), misses=tuple(figure.misses))
        for name, figure in figures.items()
    ]


def _percent_rows(percents: dict[str, float], section: str) -> list[Row]:
    least = floors()[section]
    return [
        Row(name, percent, f"{percent:5.1f} %", least.get(name), most=name == CALIBRATION)
        for name, percent in percents.items()
    ]


def _print_table(title: str, rows: list[Row], misses: bool) -> bool:
    """Print the rows; whether each meets what is asked of it."""
    print(f"\n{title}\n  {'figure':<24}{'asked':>8}  reached")
    for row in rows:
        asked = "-" if row.floor is None else f"{'<=' if row.most else ''}{row.floor:.1f}"
        print(f"  {row.name:<24}{asked:>8}  {row.shown}{'  SHORT OF IT' if row.is_short else ''}")
    for row in rows if misses else []:
        for miss in filter(None, row.misses):
            print(f"    {row.name}: {miss}")
    return not any(row.is_short for row in rows)


if __name__ == "__main__":
    raise SystemExit(main())
