"""What a file beside an article says about it: `name.json` beside `name.txt`."""

import json
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

from app.domain.documents import StatedMetadata
from app.errors import UnreadableDocument
from app.reading.files import open_file

_KEYS = tuple(field.name for field in fields(StatedMetadata))
_LARGEST = 100_000  # bytes; a sidecar holds six short strings


def is_sidecar(path: Path) -> bool:
    """Whether this JSON file speaks of a file of the same name beside it."""
    if path.suffix.lower() != ".json":
        return False
    return any(path.with_suffix(suffix).is_file() for suffix in (".txt", ".text", ".md"))


def read_sidecar(path: Path, name: str) -> tuple[StatedMetadata | None, tuple[str, ...]]:
    """What the sidecar of the file at `path` states, None where there is none; and warnings.

    Raises UnreadableDocument, in the name of the article, where it cannot be understood: an
    article that loses its date in silence would be worse than one that waits.
    """
    beside = path.with_suffix(".json")
    if beside == path or not beside.is_file():
        return None, ()
    with open_file(beside, name) as handle:
        content = handle.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise UnreadableDocument(name, f"its sidecar {beside.name} is too large; keep six keys")
    try:
        record = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise UnreadableDocument(
            name, f"its sidecar {beside.name} is not JSON ({error}); mend it or remove it"
        ) from error
    if not isinstance(record, dict):
        raise UnreadableDocument(name, f"its sidecar {beside.name} is not an object; mend it")
    return metadata_from(record, name, f"its sidecar {beside.name}")


def metadata_from(
    record: Mapping[str, object], name: str, where: str
) -> tuple[StatedMetadata, tuple[str, ...]]:
    """The metadata among the keys of a JSON object, and warnings of keys that mean nothing here.

    Raises UnreadableDocument where one of them is neither text nor null.
    """
    for key in _KEYS:
        if not isinstance(record.get(key), str | None):
            raise UnreadableDocument(name, f'{where} has a "{key}" that is not text; quote it')
    unknown = sorted(record.keys() - {*_KEYS, "id", "text"})
    warnings = (
        (f"{where} has keys that mean nothing here: {', '.join(unknown)}",) if unknown else ()
    )
    values = {key: str(record[key]).strip() or None for key in _KEYS if record.get(key)}
    return StatedMetadata(**values), warnings
