"""A connection that is read from, without the session that writing needs."""

from collections.abc import Sequence
from typing import Any, Protocol

import pysqlite3.dbapi2
from sqlalchemy import Engine, PoolProxiedConnection
from sqlalchemy.exc import DBAPIError

DRIVER_ERROR = pysqlite3.dbapi2.Error


class Driver(Protocol):
    """A connection of SQLite's own driver."""

    def execute(self, sql: str, values: Sequence[Any] = (), /) -> Any:  # noqa: ANN401
        """The cursor of a query."""


class Reading:
    """One committed state of a database, to be asked prepared queries and nothing else.

    Takes a quarter of the time of a session, of which a page opens two or three.
    """

    __slots__ = ("_held", "driver")

    def __init__(self, engine: Engine) -> None:
        """Begins on a connection of the engine's pool. Raises SQLAlchemy's errors."""
        try:
            self._held = engine.pool.connect()
            self.driver = driver_of(self._held)
            self.driver.execute("BEGIN")
        except DRIVER_ERROR as error:
            raise as_sqlalchemy(error, "BEGIN") from error

    def __enter__(self) -> "Reading":
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Gives the connection back; what was begun on it ends."""
        self._held.close()


def driver_of(connection: PoolProxiedConnection) -> Driver:
    """The driver's own connection."""
    driver: Driver | None = connection.driver_connection
    assert driver is not None
    return driver


def as_sqlalchemy(error: BaseException, sql: str, values: Sequence[Any] = ()) -> BaseException:
    """An error of the driver as SQLAlchemy tells it: DatabaseError and its kinds."""
    return DBAPIError.instance(sql, list(values), error, DRIVER_ERROR)
