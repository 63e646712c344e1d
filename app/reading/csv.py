"""CSV: one article a row; its sidecar may say which column is what.

Columns are known by their headers ("text", "title", "date"); where they are called otherwise,
`name.json` beside `name.csv` names them: {"columns": {"text": "Body", "published": "Day"}}.
"""

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import fields
from itertools import count
from typing import BinaryIO

from app.domain.documents import LeftOut, SourceDocument, StatedMetadata
from app.errors import UnreadableDocument
from app.reading.decoding import check_text
from app.reading.source import Outcome, Source, shown

READER = "csv/1"

_DELIMITERS = ",;\t|"
_MARK = b"\xef\xbb\xbf"
#: What columns are often called, for each thing a row can say; the first that is there is taken.
_HEADERS = {
    "text": ("text", "body", "content", "article", "article text", "full text", "fulltext"),
    "id": ("id", "article id", "uid", "guid"),
    "headline": ("headline", "title"),
    "outlet": ("outlet", "publication", "publisher", "source", "newspaper", "site"),
    "byline": ("byline", "author", "authors"),
    "published": ("published", "date", "published on", "publication date", "pubdate"),
    "url": ("url", "link", "address"),
    "language": ("language", "lang"),
}


def read_csv(source: Source) -> Iterator[Outcome]:
    """The document in each row; a bad row does not stop the rest.

    Raises UnreadableDocument where no column holds the text.
    """
    lines = _Lines(source)
    rows = csv.reader(lines, delimiter=_delimiter(lines.peek()), strict=True)
    # The module's own limit is 128 KB a cell, less than a long article.
    csv.field_size_limit(max(csv.field_size_limit(), source.limits.document))
    header: list[str] | None = None
    columns: dict[str, int] = {}
    seen: dict[str, int] = {}
    for number in count(1):
        where = f"{source.name}, row {number:,}"
        try:
            row, content = next(rows), lines.taken()
            if not any(cell.strip() for cell in row):
                continue
            if header is None:
                header, columns = row, _columns(row, source)
                if unread := [name for n, name in enumerate(row) if n not in columns.values()]:
                    yield LeftOut(source.name, _unread(unread))
                continue
            document = _read_row(row, header, columns, content, source, number)
            if document.name in seen:
                raise UnreadableDocument(
                    where, f'its id "{document.name}" was taken in row {seen[document.name]:,}'
                )
        except StopIteration:
            break
        except csv.Error as error:
            # Where quotation marks do not pair, nobody can tell where the next row begins.
            yield UnreadableDocument(where, f"the rows from here on are not CSV ({error}); mend it")
            return
        except UnreadableDocument as problem:
            yield problem
            if header is None or problem.name == source.name:
                return
            continue
        seen[document.name] = number
        yield document
    if header is None:
        yield UnreadableDocument(source.name, "no text: the file is empty or holds only blanks")


class _Lines:
    """The lines of a file as text, and the bytes of those taken since the last row."""

    def __init__(self, source: Source) -> None:
        self._handle: BinaryIO = source.handle
        self._name, self._most = source.name, source.limits.document
        self._taken: list[bytes] = []
        self._size = 0

    def peek(self) -> str:
        """The first line, which stays to be taken."""
        line = self._text(self._handle.readline(self._most))
        self._handle.seek(0)
        return line

    def taken(self) -> bytes:
        """The bytes taken since the last call."""
        content = b"".join(self._taken)
        self._taken, self._size = [], 0
        return content.removeprefix(_MARK)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._handle.readline(self._most + 1)
        if not line:
            raise StopIteration
        self._taken.append(line)
        self._size += len(line)
        if self._size > self._most:
            raise UnreadableDocument(
                self._name, f'a row has more than the {self._most:,} bytes allowed; is a " missing?'
            )
        return self._text(line)

    def _text(self, line: bytes) -> str:
        try:
            return line.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise UnreadableDocument(
                self._name, 'it is not UTF-8; save it as "CSV UTF-8"'
            ) from error


def _delimiter(header: str) -> str:
    return max(_DELIMITERS, key=header.count)


def _columns(header: list[str], source: Source) -> dict[str, int]:
    """Where each thing stands in a row, by the sidecar, else by what columns are often called."""
    record = source.beside.record(source.name) if source.beside else None
    mapping = (record or {}).get("columns", {})
    if not isinstance(mapping, dict) or not all(isinstance(v, str) for v in mapping.values()):
        raise UnreadableDocument(source.name, 'its sidecar\'s "columns" must map names to headers')
    if unknown := sorted(mapping.keys() - _HEADERS.keys()):
        raise UnreadableDocument(
            source.name,
            f"its sidecar maps {', '.join(unknown)}; known are {', '.join(_HEADERS)}",
        )
    places = {_plain(name): place for place, name in reversed(list(enumerate(header)))}
    columns = {}
    for key, usual in _HEADERS.items():
        names = [mapping[key]] if key in mapping else usual
        place = next((places[_plain(name)] for name in names if _plain(name) in places), None)
        if key in mapping and place is None:
            raise UnreadableDocument(
                source.name, f'its sidecar names a column "{mapping[key]}", and there is none'
            )
        if place is not None:
            columns[key] = place
    if "text" not in columns:
        raise UnreadableDocument(
            source.name,
            f"no column holds the text (there are {', '.join(header)}); name it in a sidecar: "
            '{"columns": {"text": "…"}}',
        )
    return columns


def _unread(columns: list[str]) -> str:
    which = ", ".join(f'"{name}"' for name in columns)
    many = len(columns) > 1
    told = f"the columns {which} were not read" if many else f"the column {which} was not read"
    return f'{told}; "columns" in a sidecar says what is what'


def _plain(header: str) -> str:
    return " ".join(header.replace("_", " ").replace("-", " ").split()).casefold()


def _read_row(
    row: list[str],
    header: list[str],
    columns: dict[str, int],
    content: bytes,
    source: Source,
    number: int,
) -> SourceDocument:
    where = f"{source.name}, row {number:,}"
    if len(row) != len(header):
        raise UnreadableDocument(
            where, f"it has {len(row)} cells where the header has {len(header)}; mend it"
        )
    cells = {key: row[place] for key, place in columns.items()}
    check_text(cells["text"], where)
    stated = {f.name: shown(cells.get(f.name)) for f in fields(StatedMetadata)}
    name = shown(cells.get("id")) or f"{source.base}:{number}"
    return SourceDocument(
        name=name,
        origin=f"{source.origin}#{name}",
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        text=cells["text"],
        reader=READER,
        metadata=StatedMetadata(**stated),
    )
