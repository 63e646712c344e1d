"""Lists of speakers follow the alphabet as people read it."""

from __future__ import annotations

from app.services.speakers import list_speakers
from tests.factories import Shelf


def test_case_and_accents_do_not_part_the_letters(tmp_path):
    shelf = Shelf(tmp_path)
    for name in ("AFT", "Greg Abbott", "Ana Ávila", "de la Cruz", "Carl Anthony", "UN"):
        shelf.speaker(name, statement_count=1)
    archive = shelf.archive(index=False)

    listed = list_speakers(archive)

    assert [row.sort_name for row in listed.rows] == [
        "Abbott, Greg", "AFT", "Anthony, Carl", "Ávila, Ana", "Cruz, de la", "UN",
    ]  # fmt: skip
    assert listed.starts == ["A", "C", "U"]
    assert len(list_speakers(archive, letter="A").rows) == 4
