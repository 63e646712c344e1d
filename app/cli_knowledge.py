"""Commands for what the archive knows beforehand: taking it in, and what contradicts it."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from app.archive import open_archive
from app.config import Settings
from app.domain.counting import counted
from app.errors import KnowledgeError
from app.services import knowledge_conflicts, knowledge_import

File = Annotated[Path, typer.Argument(help="a Popolo JSON file", show_default=False)]
Into = Annotated[
    Path | None, typer.Option("--into", help="a folder of knowledge files; the archive's if unset")
]


def import_command(file: File, into: Into = None) -> int:
    """Take people, bodies and offices from a Popolo JSON file into the knowledge files.

    What the files say already stays as it is; what contradicts it is named and left out.
    """
    folder = into or Settings().knowledge_dir
    if folder is None or not folder.is_dir():
        raise KnowledgeError(
            f"{folder}: there is no such folder; make it or name another"
            if folder
            else "the shipped knowledge is never changed; name a folder of your own with --into"
        )
    report = knowledge_import.import_popolo(file, folder)
    for sentence in (*report.people, *report.recognised, *report.conflicts, *report.notes):
        print(f"onrecord: {sentence}", file=sys.stderr)
    print(
        f"{counted(report.speakers, 'speaker')}, {counted(report.offices, 'office')} and "
        f"{counted(report.tenures, 'tenure')} added, {report.known:,} known already, "
        f"{counted(len(report.conflicts), 'contradiction')}, "
        f"{len(report.notes):,} left out"
    )
    for path in report.files:
        print(path)
    return 0


def conflicts_command(
    as_json: Annotated[bool, typer.Option("--json", help="one JSON object a line")] = False,
    limit: Annotated[int, typer.Option(help="how many to print", min=1)] = 200,
) -> int:
    """List where articles contradict what is known, or each other."""
    found = knowledge_conflicts.list_conflicts(open_archive(Settings()), limit)
    for one in found:
        if as_json:
            record = {name: getattr(one, name) for name in one.__dataclass_fields__}
            print(json.dumps(record, ensure_ascii=False))
        else:
            print(f"{one.about}, {one.who or 'unnamed'} ({one.count:,}): {one.reason} [{one.url}]")
    if not found:
        print("onrecord: nothing contradicts what is known", file=sys.stderr)
    return 0
