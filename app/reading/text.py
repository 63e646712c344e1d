"""Plain text files."""

import hashlib
import re
from pathlib import Path

from app.domain.documents import SourceDocument
from app.errors import UnreadableDocument
from app.reading.decoding import decode
from app.reading.sidecar import read_sidecar

READER = "text/1"

_WEB_PAGE = re.compile(
    r"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)?<(!doctype\s+html|html)\b", re.I | re.S
)


def read_text(content: bytes, path: Path, name: str) -> SourceDocument:
    """The document in a plain text file, its sidecar's metadata with it.

    Raises UnreadableDocument where the bytes are no text or the sidecar is wrong.
    """
    text, warnings = decode(content, name)
    if _WEB_PAGE.match(text[:2000]):
        raise UnreadableDocument(name, "it is a web page; save the article's text as a .txt file")
    metadata, more = read_sidecar(path, name)
    return SourceDocument(
        name=name,
        origin=str(path),
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        text=text,
        reader=READER,
        metadata=metadata,
        warnings=(*warnings, *more),
    )
