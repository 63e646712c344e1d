"""Queries that are worked out once and then only filled in and run.

SQLAlchemy looks a query up, binds it and wraps its rows anew each time it is asked, which takes
three times as long as SQLite needs for a row by its key; a page asks up to twelve such queries.
"""

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import pysqlite3.dbapi2
from sqlalchemy import ColumnElement, Select
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import TypeEngine
from sqlmodel import Session


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
_ERROR = pysqlite3.dbapi2.Error

#: Turns a value of the program into one of the database, or back.
_Turn = Callable[[Any], Any]


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

    def all(self, session: Session, **values: Any) -> list[Any]:  # noqa: ANN401 - of any column
        """The rows for these values of its parameters. Raises SQLAlchemy's errors."""
        return self._ready.rows(session, values)

    def first(self, session: Session, **values: Any) -> Any | None:  # noqa: ANN401
        """The first row, or None where there is none."""
        rows = self._ready.rows(session, values)
        return rows[0] if rows else None

    @cached_property
    def _ready(self) -> "_Ready":
        query = self._query if isinstance(self._query, Select) else self._query()
        compiled = query.compile(dialect=_DIALECT)
        binds = {name: bind for bind, name in compiled.bind_names.items()}
        columns = query.selected_columns
        inward = {name: _impl(bind).bind_processor(_DIALECT) for name, bind in binds.items()}
        outward = [_impl(column).result_processor(_DIALECT, None) for column in columns]
        return _Ready(
            sql=str(compiled),
            order=tuple(compiled.positiontup or ()),
            fixed={name: bind.value for name, bind in binds.items() if not bind.required},
            lists=frozenset(name for name, bind in binds.items() if bind.expanding),
            inward={name: turn for name, turn in inward.items() if turn},
            outward=tuple((place, turn) for place, turn in enumerate(outward) if turn),
            named=_row_of(columns.keys()),
        )


def _impl(column: ColumnElement[Any]) -> TypeEngine[Any]:
    """How SQLite keeps what this column or parameter holds."""
    return column.type.dialect_impl(_DIALECT)


def _row_of(names: Sequence[str]) -> Callable[[Sequence[Any]], Any]:
    row: Any = namedtuple("Row", names, rename=True)  # type: ignore[misc]  # known when it runs
    return row._make


class _Ready(NamedTuple):
    sql: str
    order: Sequence[str]  # the names of its parameters, once for each place
    fixed: Mapping[str, Any]  # values that the query itself names
    lists: frozenset[str]  # parameters that stand for several values
    inward: Mapping[str, _Turn]
    outward: Sequence[tuple[int, _Turn]]
    named: Callable[[Sequence[Any]], Any]

    def rows(self, session: Session, values: Mapping[str, Any]) -> list[Any]:
        sql, filling = self._filled({**self.fixed, **values})
        driver = session.connection().connection.driver_connection
        assert driver is not None
        try:
            found = driver.execute(sql, filling).fetchall()
        except _ERROR as error:
            raise DBAPIError.instance(sql, filling, error, _ERROR, dialect=_DIALECT) from error
        return [self._row(row) for row in found]

    def _filled(self, values: Mapping[str, Any]) -> tuple[str, list[Any]]:
        sql, filling = self.sql, list[Any]()
        for name in self.order:
            turn = self.inward.get(name)
            if name not in self.lists:
                filling.append(turn(values[name]) if turn else values[name])
                continue
            listed = [turn(one) for one in values[name]] if turn else values[name]
            sql = sql.replace(f"__[POSTCOMPILE_{name}]", ", ".join("?" * len(listed)), 1)
            filling += listed
        return sql, filling

    def _row(self, row: tuple[Any, ...]) -> Any:  # noqa: ANN401
        values = list(row)
        for place, turn in self.outward:
            values[place] = turn(values[place])
        return self.named(values)
