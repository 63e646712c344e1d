"""Corrections as a file: the same archive, the same file; read again, the same archive."""

from __future__ import annotations

import pytest
import yaml

from app.archive import open_archive
from app.domain.corrections import Action, Proposal, Subject
from app.errors import ArchiveError
from app.services.correction_files import export_corrections, import_corrections
from app.services.correction_lists import list_corrections, list_orphans
from app.services.corrections import correct, undo
from app.services.exports import Form, export
from app.services.versions import get_version
from tests.unit.services.conftest import HARBOUR


@pytest.fixture
def held(desk):
    desk.put("a.txt", HARBOUR)
    desk.ingest()
    return desk


def link_of(desk, words: str) -> str:
    archive = open_archive(desk.settings)
    with archive.session() as session:
        from app.services.export_records import statement_records

        return next(r["id"] for r in statement_records(session) if words in r["text"])


def exported(desk, name: str = "corrections.yaml"):
    path = desk.folder / name
    with path.open("w", encoding="utf-8") as file:
        export_corrections(open_archive(desk.settings), file)
    return path


def by_hand(desk, *entries: dict):
    path = desk.folder / "by-hand.yaml"
    path.write_text(yaml.safe_dump([{"reason": "why", "by": "Eve", **one} for one in entries]))
    return import_corrections(open_archive(desk.settings), path)


def test_a_rebuild_from_articles_ledger_and_corrections_is_the_same_archive(held, other_desk):
    archive, link = open_archive(held.settings), link_of(held, "harbour must")
    place = {"place": "Old port of Riga"}
    first = correct(archive, Proposal(Action.PLACE, Subject.STATEMENT, link, "why", "Eve", place))
    correct(
        archive,
        Proposal(Action.SPEAKER, Subject.STATEMENT, link, "why", "Eve", {"speaker": "Cy Ode"}),
    )
    correct(
        archive,
        Proposal(Action.MERGE, Subject.SPEAKER, "bo-wu", "one", "Eve", {"into": "ann-lee"}),
    )
    undo(archive, first.uid, "no", "Eve")
    file, ledger = exported(held), held.folder / "addresses.jsonl"
    export(archive, Form.ADDRESSES, ledger)

    other_desk.put("x/other-name.txt", HARBOUR)
    other_desk.ingest(addresses=ledger, corrections=file)

    assert exported(other_desk).read_text() == file.read_text()
    assert other_desk.addresses() == held.addresses()
    shown = ("id", "text", "speaker", "place", "said_on")
    from app.services.export_records import statement_records

    def plain(desk):
        with open_archive(desk.settings).session() as session:
            return [[r.get(key) for key in shown] for r in statement_records(session)]

    assert plain(other_desk) == plain(held)
    assert list_orphans(open_archive(other_desk.settings)).corrections == []


def test_every_version_that_was_cited_is_shown_by_a_rebuilt_archive_too(held, other_desk):
    archive, link = open_archive(held.settings), link_of(held, "harbour must")
    for place in ("Riga", "Porto", "Split"):
        after = {"place": place}
        correct(archive, Proposal(Action.PLACE, Subject.STATEMENT, link, "why", "Eve", after))
    file, ledger = exported(held), held.folder / "addresses.jsonl"
    export(archive, Form.ADDRESSES, ledger)

    other_desk.put("a.txt", HARBOUR)
    other_desk.ingest(addresses=ledger, corrections=file)

    def places(desk):
        here = open_archive(desk.settings)
        return [get_version(here, link, number)[1].place for number in (1, 2, 3, 4)]

    assert places(held)[1:] == ["Riga", "Porto", "Split"]
    assert places(other_desk) == places(held)


def test_a_file_read_twice_changes_nothing_the_second_time(held):
    link = link_of(held, "harbour must")
    entry = {"action": "place", "subject": "statement", "target": link, "after": {"place": "Oslo"}}

    assert by_hand(held, entry).new == 1
    again = by_hand(held, entry)

    assert (again.new, again.known) == (0, 1)
    assert import_corrections(open_archive(held.settings), exported(held)).new == 0
    assert held.found("place:Oslo") == 1


def test_entries_that_make_no_sense_are_named_and_the_others_are_taken_in(held):
    link = link_of(held, "harbour must")
    good = {"action": "said_on", "subject": "statement", "target": link, "after": {"said_on": 2012}}
    unknown = {**good, "target": "nosuchlink"}

    imported = by_hand(held, {"action": "fly"}, good, {**good, "after": {"x": 1}}, unknown)

    assert imported.new == 1
    assert [problem.partition(": ")[0][-7:] for problem in imported.problems] == [
        "entry 1",
        "entry 3",
        "entry 4",
    ]
    with pytest.raises(ArchiveError, match="cannot be read"):
        import_corrections(open_archive(held.settings), held.folder / "missing.yaml")


def test_corrections_wait_for_articles_that_are_still_to_be_read(held, other_desk):
    archive, link = open_archive(held.settings), link_of(held, "harbour must")
    correct(
        archive, Proposal(Action.PLACE, Subject.STATEMENT, link, "why", "Eve", {"place": "Oslo"})
    )
    other_desk.ingest()
    import_corrections(open_archive(other_desk.settings), exported(held))
    (waits,) = list_orphans(open_archive(other_desk.settings)).corrections
    assert waits.standing == "waiting"

    other_desk.put("a.txt", HARBOUR)
    other_desk.ingest()

    assert other_desk.found("place:Oslo") == 1
    (applied,) = list_corrections(open_archive(other_desk.settings)).corrections
    assert applied.standing == "applied"


def test_what_curators_decided_is_known_when_the_next_article_is_read(held):
    correct(
        open_archive(held.settings),
        Proposal(Action.MERGE, Subject.SPEAKER, "bo-wu", "one", "Eve", {"into": "ann-lee"}),
    )

    held.put("b.txt", 'RIGA - "It will be a dear winter for the whole harbour," said Bo Wu.\n')
    held.ingest()

    assert held.found("speaker:ann-lee winter") == 1
    assert held.ingest().counts["unchanged"] == 2
