"""JSON Lines: one article a line, `{"id", "text", "headline", "outlet", "published", …}`."""

import hashlib
import json
from collections.abc import Iterator
from typing import BinaryIO

from app.domain.documents import SourceDocument
from app.errors import UnreadableDocument
from app.reading.decoding import check_text
from app.reading.sidecar import metadata_from
from app.reading.source import Outcome, Source

READER = "json-lines/1"


def is_json_lines(start: bytes) -> bool:
    """Whether a file starts as JSON Lines do."""
    first = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    return first.startswith(b'{"') and b'"text"' in first


def refuse_json(source: Source) -> Iterator[Outcome]:
    """Raises UnreadableDocument: a JSON file of another kind."""
    raise UnreadableDocument(
        source.name,
        "it is neither JSON Lines nor the sidecar of a file beside it; put one "
        '{"text": "…"} on each line',
    )


def read_lines(source: Source) -> Iterator[Outcome]:
    """The document in each line that is not blank; a bad line does not stop the rest."""
    handle, name, max_bytes = source.handle, source.name, source.limits.document
    seen: dict[str, int] = {}
    number = 0
    while line := handle.readline(max_bytes + 1):
        number += 1
        where = f"{name}, line {number:,}"
        if len(line) > max_bytes:
            yield UnreadableDocument(where, f"it has more than the {max_bytes:,} bytes allowed")
            _skip_line(handle, line)
            continue
        if not line.removeprefix(b"\xef\xbb\xbf").strip():
            continue
        try:
            document = _read_line(line.removeprefix(b"\xef\xbb\xbf"), source, where, number)
            if document.name in seen:
                first = seen[document.name]
                raise UnreadableDocument(
                    where, f'its id "{document.name}" was taken on line {first}; give it another'
                )
        except UnreadableDocument as problem:
            yield problem
            continue
        seen[document.name] = number
        yield document
    if not number:
        yield UnreadableDocument(name, "no text: the file is empty or holds only blanks")


def _skip_line(handle: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = handle.readline(1_000_000)


def _read_line(line: bytes, source: Source, where: str, number: int) -> SourceDocument:
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise UnreadableDocument(where, "it is not UTF-8, which JSON has to be") from error
    except (ValueError, RecursionError) as error:
        raise UnreadableDocument(
            where, f"it is not JSON ({error}); put one object a line"
        ) from error
    if not isinstance(record, dict):
        raise UnreadableDocument(where, 'it is not an object; write {"text": "…"}')
    text, identity = record.get("text"), record.get("id")
    if not isinstance(text, str):
        raise UnreadableDocument(where, 'it has no "text"; put the article\'s text there')
    if not isinstance(identity, str | int | None):
        raise UnreadableDocument(where, 'its "id" is neither text nor a number')
    check_text(text, where)
    metadata, warnings = metadata_from(record, where, "the line")
    name = str(identity) if identity not in (None, "") else f"{source.base}:{number}"
    check_text(name, where)
    return SourceDocument(
        name=name,
        origin=f"{source.origin}#{name}",
        content=line,
        sha256=hashlib.sha256(line).hexdigest(),
        text=text,
        reader=READER,
        metadata=metadata,
        warnings=warnings,
    )
