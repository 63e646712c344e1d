"""The pure half on files: what each document says, with nothing stored."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from app.config import Settings
from app.domain.documents import SourceDocument
from app.errors import UnreadableDocument
from app.reading.knowledge import load_knowledge
from app.reading.registry import read_documents, shown_name
from app.services.extract import extract_record
from app.services.seed import knowledge_folder


def extract_paths(
    settings: Settings, paths: Sequence[Path]
) -> Iterator[dict[str, Any] | UnreadableDocument]:
    """One record a document, as `onrecord extract` prints it; or why it could not be read.

    Each document is read alone: what other articles tell counts only when they are ingested.
    Raises KnowledgeError where a knowledge file is wrong.
    """
    gazetteer = load_knowledge(knowledge_folder(settings))
    for path in paths:
        for found in read_documents(path, settings.max_document_bytes, settings.max_unpacked):
            if isinstance(found, UnreadableDocument):
                yield UnreadableDocument(shown_name(path, found.name), found.reason)
            elif isinstance(found, SourceDocument):
                yield extract_record(found, gazetteer, settings.language_model)
