"""Reads files made in the test: `read(name, content)` gives everything found in one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.documents import SourceDocument
from app.reading.registry import read_documents
from app.reading.source import Outcome

LIMIT = 5_000_000


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., list[Outcome]]:
    def read_file(name: str, content: bytes | str, unpacked: int = 20_000_000) -> list[Outcome]:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return list(read_documents(path, LIMIT, unpacked))

    return read_file


@pytest.fixture
def read_one(read: Callable[..., list[Outcome]]) -> Callable[[str, bytes | str], SourceDocument]:
    def read_document(name: str, content: bytes | str) -> SourceDocument:
        (found,) = read(name, content)
        assert isinstance(found, SourceDocument), found
        return found

    return read_document
