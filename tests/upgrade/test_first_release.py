"""A database made by the first release is brought to this version, and nothing of it is lost.

`first-release.sqlite3.xz` (165 kB, 1.3 MB unpacked) was made by `onrecord ingest` as the first
release had it: the founding articles, one of them read twice with other words, so that it holds
earlier versions and an address that was given up, and a PDF that could not be read. It is never
made anew.
"""

from __future__ import annotations

import lzma
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
from fastapi.testclient import TestClient

from app.archive import open_archive
from app.config import Settings
from app.errors import ArchiveUnavailable
from app.services import checks, migration, quarantine
from app.services.ingest import ingest
from app.services.reindex import reindex
from app.storage.migrate import newest_revision
from app.web.app import create_app

FIRST = "0001"
FIXTURE = Path(__file__).with_name("first-release.sqlite3.xz")
EXPECTED = {"LIVE": 200, "MOVED": 301, "LOST": 410, "WITHDRAWN": 410}
PAGES = {
    "STATEMENT": "statements",
    "ARTICLE": "articles",
    "SPEAKER": "speakers",
    "EVENT": "events",
    "OUTLET": "outlets",
}


class Upgrade(NamedTuple):
    """The archive after the migration, where its old database lies, and what was said of it."""

    settings: Settings
    old: Path
    said: str


@pytest.fixture(scope="module")
def upgrade(tmp_path_factory: pytest.TempPathFactory) -> Upgrade:
    """The first release's archive, migrated as its owner would, and its index made."""
    folder = tmp_path_factory.mktemp("upgrade")
    old, settings = folder / "old.sqlite3", Settings(data_dir=folder / "data")
    old.write_bytes(lzma.decompress(FIXTURE.read_bytes()))
    settings.data_dir.mkdir()
    settings.database_path.write_bytes(old.read_bytes())
    with pytest.raises(ArchiveUnavailable, match="run `onrecord migrate`"):
        open_archive(settings)
    said = migration.migrate(settings)
    reindex(settings)
    return Upgrade(settings, old, said)


@pytest.fixture(scope="module")
def site(upgrade: Upgrade) -> TestClient:
    """The migrated archive's site."""
    app = create_app(open_archive(upgrade.settings))
    return TestClient(app, base_url="http://127.0.0.1:8000", follow_redirects=False)


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        return database.execute(sql).fetchall()


def test_the_kept_database_is_one_of_the_first_release(upgrade: Upgrade):
    assert rows(upgrade.old, "SELECT version_num FROM alembic_version") == [(FIRST,)]
    assert FIXTURE.stat().st_size < 1_000_000


def test_a_backup_from_before_lies_beside_the_migrated_database(upgrade: Upgrade):
    now = newest_revision()
    assert rows(upgrade.settings.database_path, "SELECT version_num FROM alembic_version") == [
        (now,)
    ]
    (copy,) = upgrade.settings.data_dir.glob("onrecord-before-*.sqlite3")
    assert now in copy.name
    assert upgrade.said.startswith(f"the database went from {FIRST} to {now}")
    for table in ("alembic_version", "statement", "address", "document_source"):
        assert rows(copy, f"SELECT * FROM {table}") == rows(upgrade.old, f"SELECT * FROM {table}")


def test_words_sources_and_versions_are_what_they_were(upgrade: Upgrade):
    for sql in (
        "SELECT permalink, content FROM statement ORDER BY 1",
        "SELECT sha256, text FROM document ORDER BY 1",
        "SELECT document_id, content FROM document_source ORDER BY 1",
        "SELECT permalink, number, shown FROM statement_revision ORDER BY 1, 2",
        "SELECT kind, permalink, state, target, reason, shown FROM address ORDER BY 1, 2",
    ):
        before = rows(upgrade.old, sql)
        assert before, sql
        assert rows(upgrade.settings.database_path, sql) == before


def test_store_spans_hashes_addresses_and_index_agree(upgrade: Upgrade):
    report = checks.check(open_archive(upgrade.settings))

    assert report.problems == []
    assert (report.statements, report.addresses) == (109, 715)


def test_every_address_the_first_release_published_still_answers(upgrade: Upgrade, site):
    published = rows(upgrade.old, "SELECT kind, permalink, state FROM address ORDER BY 1, 2")
    told = [one for one in published if one[0] in {"STATEMENT", "ARTICLE"}]
    others = [one for one in published if one[0] not in {"STATEMENT", "ARTICLE"}]
    assert len(told) > 100

    for kind, link, state in told + others[::12]:
        answer = site.get(f"/{PAGES[str(kind)]}/{link}")
        assert answer.status_code == EXPECTED[str(state)], (kind, link)


def test_search_history_lists_and_feeds_answer_from_it(upgrade: Upgrade, site):
    (changed,) = rows(upgrade.old, "SELECT permalink FROM statement_revision LIMIT 1")
    assert "directed against Russia" in site.get("/search", params={"q": "legal guarantees"}).text
    for path in (
        f"/statements/{changed[0]}/history",
        "/",
        "/speakers",
        "/events",
        "/issues",
        "/positions",
        "/outlets",
        "/feed.atom",
        "/sitemap.xml",
        "/api/v1/statements",
    ):
        assert site.get(path).status_code == 200, path
    assert site.get("/readyz").status_code == 200


def test_it_is_written_to_as_before(upgrade: Upgrade, tmp_path: Path):
    held = quarantine.list_quarantine(upgrade.settings)
    assert [one.name for one in held] == ["broken.pdf"]
    article = tmp_path / "harbour.txt"
    article.write_text('Harbour stays public\n\n"The harbour stays public," said Mayor Ana Ruiz.\n')

    ingest(upgrade.settings, [article])

    grown = rows(upgrade.settings.database_path, "SELECT count(*) FROM statement")
    assert grown == [(110,)]
    assert checks.check(open_archive(upgrade.settings)).problems == []
