"""Word documents (.docx), by python-docx."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from app.domain.documents import StatedMetadata
from app.errors import UnreadableDocument
from app.reading.source import Outcome, Source, shown
from app.reading.zip import check_size, is_zip

Container = Any  # a document or a cell; the library gives them no common type

READER = "docx/1"

_BODY = "word/document.xml"
#: How the first member of an office document is called, or what it holds.
_OFFICE = (b"[Content_Types].xml", b"_rels/.rels", b"word/", b"mimetypeapplication/")


def is_office(start: bytes) -> bool:
    """Whether a file starts as a document of an office program does."""
    return is_zip(start) and any(mark in start[:600] for mark in _OFFICE)


def read_docx(source: Source) -> Iterator[Outcome]:
    """The text of a Word document, tables included. Raises UnreadableDocument for any other."""
    content = source.content()
    _check(content, source)
    # python-docx and lxml are heavy, and only needed where a Word document is read.
    from docx import Document
    from lxml.etree import LxmlError

    try:
        document = Document(BytesIO(content))
        paragraphs = list(_paragraphs(document))
        headline = next((text for text, style in paragraphs if style == "Title"), None)
        title = shown(document.core_properties.title)
    except (LxmlError, zipfile.BadZipFile, KeyError, ValueError, AttributeError) as error:
        raise UnreadableDocument(
            source.name, f"the Word document is damaged ({type(error).__name__}); save it anew"
        ) from error
    text = "\n\n".join(text for text, _ in paragraphs)
    if headline is None and title and title in text[:1000]:
        headline = title  # a title that does not stand in the text is often a template's
    stated = StatedMetadata(headline=shown(headline))
    yield source.document(content, text, READER, found=stated if stated.headline else None)


def _check(content: bytes, source: Source) -> None:
    """Looks at the archive before anything is unpacked: its kind, its size, its first words."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = archive.infolist()
            names = {member.filename for member in members}
            if _BODY not in names:
                raise UnreadableDocument(
                    source.name, "it is no Word document (.docx); save its text as one, or as .txt"
                )
            # Pictures are not unpacked, so that only the text counts.
            texts = [m for m in members if m.filename.endswith((".xml", ".rels"))]
            check_size(texts, source.name, source.limits.document)
            with archive.open(_BODY) as body:
                if b"<!DOCTYPE" in body.read(4096):
                    raise UnreadableDocument(
                        source.name, "it declares a document type, which Word never does; refused"
                    )
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise UnreadableDocument(
            source.name, f"the Word document is damaged ({error}); save it anew"
        ) from error


def _paragraphs(container: Container) -> Iterator[tuple[str, str]]:
    """The text of each paragraph and the name of its style, in order, tables cell by cell."""
    for block in container.iter_inner_content():
        if hasattr(block, "rows"):
            seen = set()
            for row in block.rows:
                for cell in row.cells:
                    if cell._tc not in seen:  # a merged cell comes once for each place it fills
                        seen.add(cell._tc)
                        yield from _paragraphs(cell)
        elif text := block.text.strip():
            for line in text.split("\n"):
                if line.strip():
                    yield line.strip(), block.style.name if block.style else ""
