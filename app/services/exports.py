"""The archive written out: JSON Lines, CSV, a SQLite copy, the address ledger."""

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any, TextIO

from app.archive import Archive
from app.errors import ArchiveError
from app.services.export_records import STATEMENT_FIELDS, all_records, statement_records
from app.services.ledger_files import exported_addresses
from app.storage.backup import copy_database
from app.storage.database import database_file


class Form(StrEnum):
    """The forms an archive can be written out in."""

    JSONL = "jsonl"
    CSV = "csv"
    SQLITE = "sqlite"
    ADDRESSES = "addresses"


def export(archive: Archive, form: Form, output: Path | None) -> None:
    """Writes the archive to a file, or to standard output; row by row, whatever its size.

    The file appears whole or not at all. Raises ArchiveError where it cannot be written.
    """
    if form is Form.SQLITE:
        if output is None:
            raise ArchiveError("a SQLite copy needs a file to go to; name one with -o FILE")
        source = database_file(archive.settings)
        if output.exists() and output.samefile(source):
            raise ArchiveError(f"{output} is the archive itself; name another file")
        with _errors_named(output):
            copy_database(source, output)
        return
    with archive.session() as session, written(output) as file:
        if form is Form.CSV:
            write_csv(statement_records(session), file)
        else:
            records = all_records if form is Form.JSONL else exported_addresses
            for record in records(session):
                file.write(json.dumps(record, ensure_ascii=False) + "\n")


def write_csv(records: Iterable[dict[str, Any]], file: TextIO) -> None:
    """Writes statements as CSV with a line of headings.

    A cell that a spreadsheet would take for a formula is preceded by an apostrophe.
    """
    writer = csv.writer(file)
    writer.writerow(STATEMENT_FIELDS)
    for record in records:
        writer.writerow([cell(record.get(name)) for name in STATEMENT_FIELDS])


def cell(value: Any) -> str:  # noqa: ANN401  a JSON value
    """A value as one cell; what a spreadsheet would take for a formula is marked as text."""
    if value is None:
        return ""
    text = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


@contextmanager
def written(output: Path | None) -> Iterator[TextIO]:
    """A file that appears whole or not at all; standard output where none is named."""
    if output is None:
        yield sys.stdout
        return
    aside = output.with_name(output.name + ".part")
    with _errors_named(output):
        with aside.open("w", encoding="utf-8", newline="") as file:
            yield file
        aside.replace(output)


@contextmanager
def _errors_named(output: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ArchiveError(f"{output} cannot be written ({reason}); choose another file") from error
