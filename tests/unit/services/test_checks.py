"""`onrecord check` finds what is wrong, and only that."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlmodel import Session, select

from app.archive import open_archive
from app.domain.corrections import Action, Proposal, Subject
from app.index.generations import status
from app.index.writer import update
from app.models.statement import Statement
from app.services.checks import check
from app.services.corrections import correct
from app.services.entries import all_entries
from app.storage.database import writer_engine
from tests.unit.services.conftest import HARBOUR, WHEAT

FAULTS = {
    "UPDATE statement SET content = 'never said' WHERE id = 1": "are not those of its source",
    "UPDATE document SET text = replace(text, 'quay', 'pier')": "are not those of its source",
    "UPDATE document_source SET content = x'00'": "no longer have the hash",
    "DELETE FROM document_source": "bytes are missing",
    'UPDATE article SET start = 500, "end" = 501': "outside its article",
    "DELETE FROM address WHERE kind = 'STATEMENT'": "not in the address ledger",
    "INSERT INTO address (kind, permalink, state, published_at, changed_at) VALUES"
    " ('STATEMENT', 'x', 'LIVE', '2020-01-01', '2020-01-01')": "nothing stands there",
    "INSERT INTO address (kind, permalink, state, target, published_at, changed_at) VALUES"
    " ('SPEAKER', 'x', 'MOVED', 'y', '2020-01-01', '2020-01-01')": "leads nowhere",
    "INSERT INTO index_task (type, permalink) VALUES ('statement', 'x')": "1 change still",
    "INSERT INTO position_evidence (position_id, statement_id, reason) VALUES (7, 9, '')": "refers",
}


@pytest.fixture
def whole(desk):
    desk.put("a.txt", HARBOUR)
    desk.put("b.txt", WHEAT)
    desk.ingest()
    return desk


def problems(desk):
    return check(open_archive(desk.settings)).problems


def test_a_sound_archive_has_no_fault(whole):
    report = check(open_archive(whole.settings))

    assert report.problems == []
    assert report.summary().startswith("2 documents, ")
    assert report.summary().endswith("; no fault")


@pytest.mark.parametrize("damage", FAULTS)
def test_each_kind_of_damage_is_found_and_named(whole, damage):
    with Session(writer_engine(whole.settings.database_path)) as session, session.begin():
        session.execute(text("PRAGMA defer_foreign_keys=ON"))
        if "position_evidence" in damage:
            session.connection().connection.driver_connection.execute("COMMIT")
            session.connection().connection.driver_connection.execute("PRAGMA foreign_keys=OFF")
            session.connection().connection.driver_connection.execute("BEGIN")
        session.execute(text(damage))

    found = problems(whole)

    named = [problem for problem in found if FAULTS[damage] in problem]
    assert named
    # What the index holds is compared too, and then differs as well.
    assert all("the search index holds" in problem for problem in found if problem not in named)


def test_f9_a_flipped_byte_in_the_file_is_found(whole):
    path = whole.settings.database_path
    data = bytearray(path.read_bytes())
    at = data.index(b"harbour must stay public")
    data[at] ^= 1
    path.write_bytes(data)

    assert problems(whole)


def test_f12_an_index_that_is_gone_or_damaged_is_named_with_the_remedy(whole):
    for file in sorted(whole.settings.index_dir.rglob("*.seg"))[:1]:
        data = bytearray(file.read_bytes())
        data[len(data) // 2] ^= 1
        file.write_bytes(data)
    assert "onrecord reindex" in problems(whole)[0]

    shutil.rmtree(whole.settings.index_dir)
    assert "onrecord reindex" in problems(whole)[0]


def test_an_index_entry_that_differs_lacks_or_is_too_many_is_named(whole):
    index, archive = whole.settings.index_dir, open_archive(whole.settings)
    with archive.session() as session:
        entries = list(all_entries(session))
    changed = replace(entries[0], text="These words were never said.", place="Rome")
    unknown = replace(entries[1], permalink="zzzzzzzzzz")
    update(index, {entries[1].permalink}, [changed, unknown], status(index).fingerprint)

    found = problems(whole)

    assert len(found) == 3
    assert f"{entries[0].permalink} otherwise (words, place)" in found[0]
    assert f"{entries[1].permalink} is not in the search index" in found[1]
    assert "zzzzzzzzzz, which is not in the database" in found[2]


def test_a_correction_that_no_longer_shows_is_a_fault_and_an_orphan_is_only_listed(whole):
    archive = open_archive(whole.settings)
    with archive.session() as session:
        link = session.exec(select(Statement.permalink).limit(1)).one()
    made = correct(
        archive,
        Proposal(Action.PLACE, Subject.STATEMENT, link, "printed", "Eve", {"place": "Oslo"}),
    )
    assert problems(whole) == []

    with Session(writer_engine(whole.settings.database_path)) as session, session.begin():
        session.execute(text("UPDATE statement SET place = NULL"))
    assert f"correction {made.uid} of statement {link}: its place is not what" in problems(whole)[0]

    with Session(writer_engine(whole.settings.database_path)) as session, session.begin():
        session.execute(text("UPDATE correction_state SET standing='ORPHANED', reason='gone'"))
    report = check(open_archive(whole.settings))
    assert report.idle == [f"correction {made.uid} of statement {link} is orphaned: gone"]
    assert not any("correction" in problem for problem in report.problems)
