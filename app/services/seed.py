"""Gives an archive the knowledge of its knowledge files."""

from pathlib import Path

from app import resources
from app.archive import Archive
from app.config import Settings
from app.domain.gazetteer import Gazetteer
from app.reading.knowledge import check_knowledge, load_knowledge
from app.storage.knowledge import store_gazetteer


def knowledge_folder(settings: Settings) -> Path:
    """The folder of the knowledge files: the archive's own, or those shipped."""
    return settings.knowledge_dir or resources.seeds_dir() / "knowledge"


def seed(archive: Archive) -> Gazetteer:
    """Stores what the knowledge files say, and returns it.

    Raises KnowledgeError before anything is changed where a file is wrong.
    """
    gazetteer = load_knowledge(knowledge_folder(archive.settings))
    with archive.transaction() as session:
        store_gazetteer(session, gazetteer)
    return gazetteer


def check(folder: Path) -> list[str]:
    """Every mistake in a folder of knowledge files, a sentence each that says what to do."""
    return check_knowledge(folder)
