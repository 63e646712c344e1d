"""An archive of small articles, read as a user's are."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pysqlite3.dbapi2
import pytest

from app.archive import open_archive
from app.config import Settings
from app.domain.search import SearchQuery
from app.services.export_records import all_records
from app.services.ingest import ingest
from app.services.ledger_files import exported_addresses
from app.services.reports import IngestReport

HARBOUR = """Mayor: harbour stays public

RIGA, March 4, 2013 (Reuters) - The harbour will not be sold, the mayor of Riga said on Monday.

"The harbour must stay public," said Ann Lee. "We will not sell one metre of the quay."

Bo Wu, a spokesman for the company, said that the offer was fair.
"""

WHEAT = """Wheat will be dear, minister says

ROME, July 9, 2012 (ANSA) - Wheat prices are going to rise this winter.

"Wheat will be very dear this winter, and bread with it," said Carla Neri. "Nobody will go hungry."
"""

KNOWLEDGE = {
    "speakers.yaml": "- name: Carla Neri\n  kind: person\n  aliases: [Carla Maria Neri]\n",
    "outlets.yaml": "- name: Reuters\n  agency: true\n",
}


class Desk:
    """Files on one side, an archive on the other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.inbox = folder / "inbox"
        self.inbox.mkdir(parents=True)
        self.knowledge = folder / "knowledge"
        self.knowledge.mkdir()
        for name, text in KNOWLEDGE.items():
            (self.knowledge / name).write_text(text)
        self.settings = Settings(
            data_dir=folder / "data",
            knowledge_dir=self.knowledge,
            language_model="sm",
            ingest_workers=0,
        )

    def put(self, name: str, text: str | bytes) -> Path:
        path = self.inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def ingest(self, *paths: Path, **more: Any) -> IngestReport:
        return ingest(self.settings, paths or (self.inbox,), **more)

    def records(self) -> list[str]:
        """All that readers can see, without times and row numbers."""
        with open_archive(self.settings).session() as session:
            return sorted(json.dumps(record, sort_keys=True) for record in all_records(session))

    def dump(self) -> list[str]:
        """Every row of every table."""
        with closing(pysqlite3.dbapi2.connect(str(self.settings.database_path))) as database:
            tables = database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            return [
                f"{name} {row}"
                for (name,) in tables.fetchall()
                for row in database.execute(f'SELECT * FROM "{name}" ORDER BY rowid')
            ]

    def addresses(self) -> dict[str, str]:
        """What became of every address ever published."""
        with open_archive(self.settings).session() as session:
            return {f"{r['type']} {r['address']}": r["state"] for r in exported_addresses(session)}

    def found(self, query: str) -> int:
        return open_archive(self.settings).search.search(SearchQuery(query)).total


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with nothing on it."""
    return Desk(tmp_path / "desk")


@pytest.fixture
def other_desk(tmp_path: Path) -> Desk:
    """The desk of somebody else, on another machine."""
    return Desk(tmp_path / "elsewhere" / "desk")
