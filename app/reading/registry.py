"""Chooses the reader of each file: by its content, then by its name."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.errors import UnreadableDocument
from app.reading import csv, docx, feed, html, json_lines, pdf, text, warc, zip
from app.reading.files import open_file
from app.reading.found import FoundFile, find_files
from app.reading.source import Found, Limits, Outcome, Reader, Source, Unread

_FIRST_BYTES = 4096  # enough to see what format a file is in
_UNPACKED = 2_000_000_000  # bytes, unless the settings say otherwise


@dataclass(frozen=True, slots=True)
class Format:
    """A format: how to tell it from a file's first bytes, how its files are named, who reads it.

    `alone` says that such a file is one document. Others hold many, which are read one by one;
    an archive's members (`unpack`) are files of any format.
    """

    begins: Callable[[bytes], bool]
    suffixes: tuple[str, ...]
    read: Reader | None
    alone: bool = True
    unpack: Callable[[Source, Callable[[Source], Iterator[Found]]], Iterator[Found]] | None = None


def _never(start: bytes) -> bool:
    return False  # nothing at the start of such a file gives it away


_TEXT = Format(_never, (".txt", ".text", ".md"), text.read_text)

#: Every format that is read. The first whose content fits is taken, else the first by name, else
#: plain text.
FORMATS = (
    Format(pdf.is_pdf, (".pdf",), pdf.read_pdf),
    Format(docx.is_office, (".docx",), docx.read_docx),
    Format(zip.is_zip, (".zip",), None, alone=False, unpack=zip.read_zip),
    Format(warc.is_warc, (".warc",), None, alone=False, unpack=warc.read_warc),
    Format(json_lines.is_json_lines, (".jsonl", ".ndjson"), json_lines.read_lines, alone=False),
    Format(feed.is_feed, (".rss", ".atom", ".xml"), feed.read_feed, alone=False),
    Format(html.is_html, (".html", ".htm", ".xhtml"), html.read_html),
    Format(_never, (".csv", ".tsv"), csv.read_csv, alone=False),
    Format(_never, (".json",), json_lines.refuse_json),
    _TEXT,
)


def read_documents(path: Path, max_bytes: int, max_unpacked: int = _UNPACKED) -> Iterator[Outcome]:
    """Every document in a file, or in the files of a folder in sorted order.

    A document's name is its file's name, in a folder its path from there; in JSON Lines the
    line's `id`. Hidden files and the sidecars of other files are no documents. `max_bytes` bounds
    a file, in files of many articles each of them; `max_unpacked` all that an archive unpacks to.
    What cannot be read comes as a value, and the rest goes on.
    """
    limits = Limits(max_bytes, max_unpacked)
    for found in find_files(path):
        if isinstance(found, UnreadableDocument):
            yield found
            continue
        for each in look_into(found, limits):
            yield from read_unread(each) if isinstance(each, Unread) else (each,)


def shown_name(asked: Path, name: str) -> str:
    """A document's name with the folder that was asked for: "inbox/a.txt", not "a.txt"."""
    if asked.is_dir():
        return str(asked / name)
    own = asked.name
    return str(asked) + (name.removeprefix(own) if name.startswith(own) else f"#{name}")


def look_into(found: FoundFile, limits: Limits) -> Iterator[Found]:
    """What is in a file, where a document that is one file or one member is still to be read.

    Looking into a file costs little; reading a page or a PDF does not, and another process can
    do that. What cannot be opened comes as a value.
    """
    try:
        with open_file(found.path, found.name) as handle:
            size = os.fstat(handle.fileno()).st_size
            source = Source(found.name, str(found.path), handle, size, limits, found.sidecar)
            yield from open_source(source)
    except UnreadableDocument as problem:
        yield problem


def read_unread(unread: Unread) -> Iterator[Outcome]:
    """The documents in what is still to be read; what cannot be read comes as a value."""
    source = unread.source()
    try:
        yield from (_format_of(source).read or text.read_text)(source)
    except UnreadableDocument as problem:
        yield problem


def open_source(source: Source) -> Iterator[Found]:
    """What is in a file, a member of an archive, or a page; see `look_into`."""
    try:
        form = _format_of(source)
        if form.unpack:
            yield from form.unpack(source, open_source)
        elif form.alone or form.read is None:
            yield source.unread()
        else:
            yield from form.read(source)
    except UnreadableDocument as problem:
        yield problem


def _format_of(source: Source) -> Format:
    start = source.handle.read(_FIRST_BYTES)
    source.handle.seek(0)
    by_content = (form for form in FORMATS if form.begins(start))
    by_name = (form for form in FORMATS if source.suffix in form.suffixes)
    return next(by_content, None) or next(by_name, _TEXT)
