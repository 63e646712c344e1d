"""Finds source files under a path and chooses the reader for each."""

import os
from collections.abc import Iterator
from pathlib import Path

from app.domain.documents import SourceDocument
from app.errors import UnreadableDocument
from app.reading import json_lines, text
from app.reading.files import open_file, walk
from app.reading.sidecar import is_sidecar

#: What reading gives: a document, or what could not be read with the reason.
Outcome = SourceDocument | UnreadableDocument

_FIRST_BYTES = 4096  # enough to see what format a file is in


def read_documents(path: Path, max_bytes: int) -> Iterator[Outcome]:
    """Every document in a file, or in the files of a folder in sorted order.

    A document's name is its file's name, in a folder its path from there; in JSON Lines the
    line's `id`. Hidden files and the sidecars of other files are no documents. `max_bytes` bounds
    a file, in JSON Lines a line. What cannot be read comes as a value, and the rest goes on.
    """
    if path.is_dir():
        yield from _read_folder(path, max_bytes)
    else:
        yield from _read_file(path, path.name or str(path), max_bytes)


def _read_folder(folder: Path, max_bytes: int) -> Iterator[Outcome]:
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
        elif not is_sidecar(path):
            yield from _read_file(path, name, max_bytes)


def _read_file(path: Path, name: str, max_bytes: int) -> Iterator[Outcome]:
    try:
        with open_file(path, name) as handle:
            start = handle.read(_FIRST_BYTES)
            handle.seek(0)
            if json_lines.is_json_lines(path, start):
                yield from json_lines.read_lines(handle, path, name, max_bytes)
                return
            if path.suffix.lower() == ".json":
                raise UnreadableDocument(
                    name,
                    "it is neither JSON Lines nor the sidecar of a file beside it; put one "
                    '{"text": "…"} on each line',
                )
            size = os.fstat(handle.fileno()).st_size
            if size > max_bytes:
                raise UnreadableDocument(
                    name,
                    f"it has {size:,} bytes, more than the {max_bytes:,} allowed; split it, or "
                    "raise ONRECORD_MAX_DOCUMENT_BYTES",
                )
            content = handle.read(max_bytes)
        yield text.read_text(content, path, name)
    except UnreadableDocument as problem:
        yield problem
