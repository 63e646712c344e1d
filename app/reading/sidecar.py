"""What a file beside an article says about it: `name.json` beside `name.txt`."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import partial
from typing import Any

from app.domain.documents import StatedMetadata
from app.errors import UnreadableDocument

#: The kinds of file that a sidecar may speak of.
WITH_SIDECAR = (".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".csv", ".tsv")

_KEYS = tuple(field.name for field in fields(StatedMetadata))
_LARGEST = 100_000  # bytes; a sidecar holds a few short strings


@dataclass(frozen=True, slots=True)
class Sidecar:
    """The JSON file beside a file; `read` gives up to so many of its bytes, None if missing."""

    name: str
    read: Callable[[int], bytes | None]

    def kept(self) -> "Sidecar":
        """The same, its bytes read now, so that it can be handed to another process."""
        return Sidecar(self.name, partial(_given, self.content))

    @property
    def content(self) -> bytes | None:
        """Its bytes, or as many as are too many; None where there is no such file."""
        return self.read(_LARGEST + 1)

    def record(self, name: str) -> dict[str, Any] | None:
        """The object in it, None where there is no such file.

        Raises UnreadableDocument, in the name of the article, where it cannot be understood: an
        article that loses its date in silence would be worse than one that waits.
        """
        content = self.content
        if content is None:
            return None
        if len(content) > _LARGEST:
            raise UnreadableDocument(name, f"its sidecar {self.name} is too large; keep a few keys")
        try:
            record = json.loads(content)
        except (ValueError, RecursionError) as error:
            raise UnreadableDocument(
                name, f"its sidecar {self.name} is not JSON ({error}); mend it or remove it"
            ) from error
        if not isinstance(record, dict):
            raise UnreadableDocument(name, f"its sidecar {self.name} is not an object; mend it")
        return record

    def metadata(self, name: str) -> tuple[StatedMetadata | None, tuple[str, ...]]:
        """What it states, None where there is none; and warnings. Raises UnreadableDocument."""
        record = self.record(name)
        if record is None:
            return None, ()
        return metadata_from(record, name, f"its sidecar {self.name}")


def _given(content: bytes | None, most: int) -> bytes | None:
    return None if content is None else content[:most]


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
