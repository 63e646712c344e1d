"""Reading without a session: one state, errors as elsewhere, connections given back."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DatabaseError

from app.storage.database import reader_engine
from app.storage.prepared import Prepared
from app.storage.reading import Reading
from tests.factories import Shelf

COUNTED = Prepared(select(func.count().label("held")).select_from(text("speaker")))


def test_all_queries_of_a_reading_see_one_state(tmp_path):
    shelf = Shelf(tmp_path / "shelf")
    shelf.speaker("Ana Ruiz")
    with shelf.archive().reading() as reading:
        (before,) = COUNTED.all(reading)
        shelf.speaker("Ben Okafor")
        shelf.session.commit()
        (after,) = COUNTED.all(reading)
    with shelf.archive().reading() as reading:
        (later,) = COUNTED.all(reading)

    assert (before.held, after.held, later.held) == (1, 1, 2)


def test_connections_are_given_back_also_where_the_work_failed(tmp_path):
    archive = Shelf(tmp_path / "shelf").archive()
    unknown = Prepared(select(func.count()).select_from(text("nothing_of_the_kind")))
    for _ in range(3):
        with pytest.raises(DatabaseError, match="no such table"), archive.reading() as reading:
            unknown.all(reading)

    assert archive.reader.pool.checkedout() == 0
    assert archive.reader.pool.checkedin() == 1


def test_a_database_that_is_not_there_is_told_as_sqlalchemy_tells_it(tmp_path):
    with pytest.raises(DatabaseError, match="unable to open"):
        Reading(reader_engine(tmp_path / "missing.sqlite3"))
