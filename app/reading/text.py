"""Plain text files."""

from collections.abc import Iterator

from app.reading.decoding import decode
from app.reading.source import Outcome, Source

READER = "text/1"


def read_text(source: Source) -> Iterator[Outcome]:
    """The document in a plain text file. Raises UnreadableDocument where its bytes are no text."""
    content = source.content()
    text, warnings = decode(content, source.name)
    yield source.document(content, text, READER, warnings=warnings)
