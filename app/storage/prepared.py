"""Queries that are worked out once and then only filled in and run.

SQLAlchemy looks a query up, binds it and wraps its rows anew each time it is asked, which takes
three times as long as SQLite needs for a row by its key; a page asks up to twelve such queries.
"""

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, ColumnElement, Select
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler
from sqlalchemy.types import TypeEngine
from sqlmodel import Session

from app.storage.reading import DRIVER_ERROR, Driver, Reading, as_sqlalchemy, driver_of


class _PlannedOnce(SQLiteCompiler):
    """Says `+?` where others say `?`, which means the same.

    SQLite plans a query anew for each value of a bare parameter where the database was analysed
    (ANALYZE) and it was built with SQLITE_ENABLE_STAT4: three times the work of a row by its key.
    """

    def bindparam_string(self, name: str, *args: Any, **more: Any) -> str:  # noqa: ANN401
        """The place of a parameter."""
        place = super().bindparam_string(name, *args, **more)
        return place if more.get("post_compile") else f"+{place}"


_DIALECT = sqlite.dialect()
_DIALECT.statement_compiler = _PlannedOnce

#: Turns a value of the program into one of the database, or back.
_Turn = Callable[[Any], Any]

#: Who can be asked a prepared query.
Reader = Session | Reading


class Prepared:
    """A query by which services read, worked out when it is first asked.

    Its rows carry the names of its columns, as SQLAlchemy's do, and values of the same types.
    What waits in a session to be written is not written first.
    """

    def __init__(self, query: Select[Any] | Callable[[], Select[Any]]) -> None:
        """`query` leaves what varies to bound parameters; lists of values are expanding ones.

        A function may put it together, so that this serves as its decorator.
        """
        self._query = query

    def all(self, reader: Reader, **values: Any) -> list[Any]:  # noqa: ANN401 - of any column
        """The rows for these values of its parameters. Raises SQLAlchemy's errors."""
        if isinstance(reader, Reading):
            return self._ready.rows(reader.driver, values)
        return self._ready.rows(driver_of(reader.connection().connection), values)

    def first(self, reader: Reader, **values: Any) -> Any | None:  # noqa: ANN401
        """The first row, or None where there is none."""
        rows = self.all(reader, **values)
        return rows[0] if rows else None

    @cached_property
    def _ready(self) -> "_Ready":
        query = self._query if isinstance(self._query, Select) else self._query()
        compiled = query.compile(dialect=_DIALECT)
        names, columns = compiled.positiontup or (), query.selected_columns
        outward = [_impl(column).result_processor(_DIALECT, None) for column in columns]
        return _Ready(
            str(compiled),
            [_place(name, compiled.binds[name]) for name in names],
            [(place, turn) for place, turn in enumerate(outward) if turn],
            _row_of(columns.keys()),
        )


class _Place(NamedTuple):
    """Where a query takes a value, or a list of them."""

    name: str
    own: Any  # the value that the query names itself
    asked: bool  # whether the value comes with the question
    several: bool
    turn: _Turn | None

    def filled(self, value: Any) -> Any:  # noqa: ANN401
        """The value as the database keeps it."""
        if self.turn is None:
            return value
        return [self.turn(one) for one in value] if self.several else self.turn(value)


class _Ready:
    """A query as SQLite takes it, and what becomes of values on the way there and back."""

    def __init__(
        self,
        sql: str,
        places: Sequence[_Place],
        outward: Sequence[tuple[int, _Turn]],
        named: Callable[[Sequence[Any]], Any],
    ) -> None:
        self._sql, self._outward, self._named = sql, outward, named
        self._lists = [(n, place.name) for n, place in enumerate(places) if place.several]
        self._fixed = [None if place.asked else place.filled(place.own) for place in places]
        self._asked = [(n, place) for n, place in enumerate(places) if place.asked]
        self._for_lengths = lru_cache(maxsize=64)(self._with_lengths)

    def rows(self, driver: Driver, values: Mapping[str, Any]) -> list[Any]:
        sql, filling = self._sql, self._filled(values)
        if self._lists:
            sql, filling = self._spread(filling)
        try:
            found = driver.execute(sql, filling).fetchall()
        except DRIVER_ERROR as error:
            raise as_sqlalchemy(error, sql, filling) from error
        return [self._row(row) for row in found]

    def _filled(self, values: Mapping[str, Any]) -> list[Any]:
        filling = self._fixed.copy()
        for number, place in self._asked:
            filling[number] = place.filled(values[place.name])
        return filling

    def _spread(self, filling: list[Any]) -> tuple[str, list[Any]]:
        """The query and its values where lists of values stand among them."""
        sql = self._for_lengths(*(len(filling[number]) for number, _ in self._lists))
        for number, _ in reversed(self._lists):
            filling[number : number + 1] = filling[number]
        return sql, filling

    def _with_lengths(self, *lengths: int) -> str:
        sql = self._sql
        for (_, name), length in zip(self._lists, lengths, strict=True):
            sql = sql.replace(f"__[POSTCOMPILE_{name}]", ", ".join("?" * length), 1)
        return sql

    def _row(self, row: tuple[Any, ...]) -> Any:  # noqa: ANN401
        values = list(row)
        for place, turn in self._outward:
            values[place] = turn(values[place])
        return self._named(values)


def _place(name: str, bind: BindParameter[Any]) -> _Place:
    turn = _impl(bind).bind_processor(_DIALECT)
    return _Place(name, bind.value, bind.required, bind.expanding, turn)


def _impl(column: ColumnElement[Any]) -> TypeEngine[Any]:
    """How SQLite keeps what this column or parameter holds."""
    return column.type.dialect_impl(_DIALECT)


def _row_of(names: Sequence[str]) -> Callable[[Sequence[Any]], Any]:
    row: Any = namedtuple("Row", names, rename=True)  # type: ignore[misc]  # known when it runs
    return row._make
