"""Finds source files under a path and chooses the reader for each: by content, then by name."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.errors import UnreadableDocument
from app.reading import csv, docx, feed, html, json_lines, pdf, text, warc, zip
from app.reading.files import open_file, walk
from app.reading.sidecar import WITH_SIDECAR, Sidecar
from app.reading.source import Limits, Outcome, Reader, Source

_FIRST_BYTES = 4096  # enough to see what format a file is in
_UNPACKED = 2_000_000_000  # bytes, unless the settings say otherwise


@dataclass(frozen=True, slots=True)
class Format:
    """A format: how to tell it from a file's first bytes, how its files are named, who reads it."""

    begins: Callable[[bytes], bool]
    suffixes: tuple[str, ...]
    read: Reader


def _never(start: bytes) -> bool:
    return False  # nothing at the start of such a file gives it away


def read_source(source: Source) -> Iterator[Outcome]:
    """Everything in a file or in a member of an archive; what cannot be read comes as a value."""
    try:
        start = source.handle.read(_FIRST_BYTES)
        source.handle.seek(0)
        yield from _reader_for(start, source.suffix)(source)
    except UnreadableDocument as problem:
        yield problem


#: Every format that is read. The first whose content fits is taken, else the first by name.
FORMATS = (
    Format(pdf.is_pdf, (".pdf",), pdf.read_pdf),
    Format(docx.is_office, (".docx",), docx.read_docx),
    Format(zip.is_zip, (".zip",), lambda source: zip.read_zip(source, read_source)),
    Format(warc.is_warc, (".warc",), lambda source: warc.read_warc(source, read_source)),
    Format(json_lines.is_json_lines, (".jsonl", ".ndjson"), json_lines.read_lines),
    Format(feed.is_feed, (".rss", ".atom", ".xml"), feed.read_feed),
    Format(html.is_html, (".html", ".htm", ".xhtml"), html.read_html),
    Format(_never, (".csv", ".tsv"), csv.read_csv),
    Format(_never, (".json",), json_lines.refuse_json),
)


def _reader_for(start: bytes, suffix: str) -> Reader:
    by_content = (form.read for form in FORMATS if form.begins(start))
    by_name = (form.read for form in FORMATS if suffix in form.suffixes)
    return next(by_content, None) or next(by_name, text.read_text)


def read_documents(path: Path, max_bytes: int, max_unpacked: int = _UNPACKED) -> Iterator[Outcome]:
    """Every document in a file, or in the files of a folder in sorted order.

    A document's name is its file's name, in a folder its path from there; in JSON Lines the
    line's `id`. Hidden files and the sidecars of other files are no documents. `max_bytes` bounds
    a file, in files of many articles each of them; `max_unpacked` all that an archive unpacks to.
    What cannot be read comes as a value, and the rest goes on.
    """
    limits = Limits(max_bytes, max_unpacked)
    if path.is_dir():
        yield from _read_folder(path, limits)
    else:
        yield from _read_file(path, path.name or str(path), limits)


def _read_folder(folder: Path, limits: Limits) -> Iterator[Outcome]:
    root = folder.resolve()
    for path in walk(folder):
        if isinstance(path, UnreadableDocument):
            yield path
            continue
        name = path.relative_to(folder).as_posix()
        if path.is_symlink() and not path.resolve().is_relative_to(root):
            yield UnreadableDocument(
                name, "it is a link that leads out of the folder; copy the file here to read it"
            )
        elif not _is_sidecar(path):
            yield from _read_file(path, name, limits)


def _is_sidecar(path: Path) -> bool:
    if path.suffix.lower() != ".json":
        return False
    return any(path.with_suffix(suffix).is_file() for suffix in WITH_SIDECAR)


def _read_file(path: Path, name: str, limits: Limits) -> Iterator[Outcome]:
    try:
        with open_file(path, name) as handle:
            size = os.fstat(handle.fileno()).st_size
            source = Source(name, str(path), handle, size, limits, _sidecar_of(path, name))
            yield from read_source(source)
    except UnreadableDocument as problem:
        yield problem


def _sidecar_of(path: Path, name: str) -> Sidecar | None:
    beside = path.with_suffix(".json") if path.suffix.lower() in WITH_SIDECAR else None
    if beside is None:
        return None

    def read(most: int) -> bytes | None:
        if not beside.is_file():
            return None
        with open_file(beside, name) as handle:
            return handle.read(most)

    return Sidecar(beside.name, read)
