"""A running site learns what the archive came to know, and articles change with statements."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.archive import Archive, open_archive, open_for_writing
from app.config import Settings
from app.domain.gazetteer import Gazetteer, KnownSpeaker, SpeakerKind
from app.domain.quotations import SpeechKind
from app.domain.resolved import ResolvedSpeaker
from app.domain.search import EntryType, SearchQuery
from app.models.article import Article
from app.models.document import Document
from app.models.ingest_run import IndexTask
from app.models.speaker import Speaker
from app.models.statement import Statement
from app.services import reindex as reindexing
from app.services.checks import check
from app.services.reindex import bring_up_to_date
from app.services.search import find
from app.storage.knowledge import store_gazetteer
from app.storage.speaker_names import name_speakers
from app.storage.speakers import SpeakerBook

SEEN = datetime(2026, 1, 2, tzinfo=UTC)
TEXT = "The North Atlantic Treaty Organization replied to the gulls"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An archive of one statement by Ana Ruiz, indexed."""
    settings = Settings(data_dir=tmp_path / "data")
    with open_for_writing(settings, "test", create=True) as archive:
        with archive.transaction() as session:
            ana = Speaker(slug="ana-ruiz", key="ana-ruiz", name="Ana Ruiz", kind="person",
                          sort_name="Ruiz, Ana", sort_key="ruiz, ana")  # fmt: skip
            ben = Speaker(slug="ben-oke", key="ben-oke", name="Ben Oke", kind="person",
                          sort_name="Oke, Ben", sort_key="oke, ben")  # fmt: skip
            text = Document(sha256="0" * 64, name="a.txt", origin="a.txt", text=TEXT, reader="t/1")
            session.add_all([ana, ben, text])
            session.flush()
            article = Article(permalink="a000000001", document_id=text.id, start=0, end=len(TEXT),
                              text_key="1", level="rules", model="none", extractor="t",
                              paragraphs=[[0, len(TEXT)]], ingested_at=SEEN)  # fmt: skip
            session.add(article)
            session.flush()
            session.add(Statement(permalink="s000000001", article_id=article.id, ordinal=0,
                                  kind=SpeechKind.INDIRECT, content=TEXT, confidence=0.9,
                                  rule="t", speaker_id=ana.id, content_key="1"))  # fmt: skip
            session.add(IndexTask(type="statement", permalink="s000000001"))
            session.add(IndexTask(type="article", permalink="a000000001"))
        bring_up_to_date(archive)
    return settings


def total(archive: Archive, text: str, type_: EntryType = EntryType.STATEMENT) -> int:
    return find(archive, SearchQuery(text, type=type_)).total


def test_a_running_site_knows_new_abbreviations_without_a_restart(settings):
    site = open_archive(settings)
    assert total(site, "NATO") == 0

    known = Gazetteer(abbreviations=(("NATO", "North Atlantic Treaty Organization"),))
    with open_for_writing(settings, "test") as archive:
        with archive.transaction() as session:
            store_gazetteer(session, known)
        bring_up_to_date(archive)

    assert total(site, "NATO") == 1
    assert site.known() == known


def test_nothing_is_written_where_nothing_is_new(settings):
    with open_for_writing(settings, "test") as archive:
        bring_up_to_date(archive)
        before = (settings.index_dir / "current.json").stat().st_mtime_ns
        bring_up_to_date(archive)

    assert (settings.index_dir / "current.json").stat().st_mtime_ns == before


def test_an_article_is_found_by_its_speakers_and_changes_with_them(settings):
    site = open_archive(settings)
    assert total(site, "gulls speaker:ruiz kind:indirect", EntryType.ARTICLE) == 1

    with open_for_writing(settings, "test") as archive:
        with archive.transaction() as session:
            row = session.get(Statement, 1)
            assert row is not None
            row.speaker_id = 2
            session.add(row)
            session.add(IndexTask(type="statement", permalink="s000000001"))
        bring_up_to_date(archive)

    assert total(site, "gulls speaker:oke", EntryType.ARTICLE) == 1
    assert total(site, "gulls speaker:oke") == 1
    assert total(site, "gulls speaker:ruiz", EntryType.ARTICLE) == 0
    assert total(site, "gulls speaker:ruiz") == 0


def otherwise(archive: Archive) -> list[str]:
    """What the index holds otherwise than the database."""
    return [told for told in check(archive).problems if "the search index" in told]


def test_a_name_that_a_later_article_adds_finds_what_was_said_before(settings):
    later = ResolvedSpeaker(SpeakerKind.PERSON, "Ana Ruiz", None, "Ana Kestrel Ruiz", "the same")
    with open_for_writing(settings, "test") as archive:
        with archive.transaction() as session:
            SpeakerBook(session).row_of(later)
            name_speakers(session)
        bring_up_to_date(archive)

        assert total(archive, "speaker:kestrel") == 1
        assert not otherwise(archive)


def test_names_the_knowledge_adds_and_drops_find_what_was_said_before(settings):
    ana = KnownSpeaker("Ana Ruiz", SpeakerKind.PERSON, ("Ana Kestrel",))
    with open_for_writing(settings, "test") as archive:
        for known, hits in ((Gazetteer(speakers=(ana,)), 1), (Gazetteer(), 0)):
            with archive.transaction() as session:
                store_gazetteer(session, known)
            bring_up_to_date(archive)

            assert total(archive, "speaker:kestrel") == hits
            assert not otherwise(archive)


def test_building_anew_tells_how_many_entries_of_how_many_are_in(settings, monkeypatch):
    told = []
    monkeypatch.setattr(reindexing, "_STEP", 1)
    reindexing.reindex(settings, lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]  # a statement and its article
