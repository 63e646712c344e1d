"""PDF files, read in a child process that is killed where it takes too much."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.domain.documents import StatedMetadata
from app.errors import UnreadableDocument
from app.reading.pdf_lines import text_of_pages
from app.reading.source import Outcome, Source, shown

READER = "pdf/1"

_CHILD = Path(__file__).with_name("pdf_child.py")
_SECONDS = 60  # by the clock; the child's own limit is on the processor's time


def is_pdf(start: bytes) -> bool:
    """Whether a file starts as a PDF does; some programs put a few bytes before it."""
    return b"%PDF-" in start[:1024]


def read_pdf(source: Source) -> Iterator[Outcome]:
    """The text of a PDF, page by page. Raises UnreadableDocument where none is in it."""
    content = source.content()
    answer = _asked(content, source.name)
    text, dropped, broken = text_of_pages(answer["pages"])
    if not text:
        raise UnreadableDocument(
            source.name, "no text: its pages are pictures; run text recognition over it first"
        )
    warnings = (
        (f"{broken} words are broken at a line's end; their hyphens were kept",) if broken else ()
    )
    title = shown(answer["title"])
    # A title that does not stand on the first page is often a file name or a template's.
    stated = StatedMetadata(headline=title) if title and title in text[:1000] else None
    yield source.document(content, text, READER, found=stated, warnings=warnings, dropped=dropped)


def _asked(content: bytes, name: str) -> dict[str, Any]:
    # -I: nothing of the folder it is started in, nor of the environment, is imported.
    command = [sys.executable, "-I", str(_CHILD)]
    try:
        child = subprocess.run(  # noqa: S603 - our own file, our own interpreter
            command, input=content, capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableDocument(
            name, f"reading the PDF took more than {_SECONDS} seconds; print it to a new PDF"
        ) from error
    if child.returncode != 0:
        raise UnreadableDocument(
            name, "reading the PDF took more time or memory than is allowed; print it to a new PDF"
        )
    answer: dict[str, Any] = json.loads(child.stdout)
    if answer["problem"]:
        raise UnreadableDocument(name, answer["problem"])
    return answer
