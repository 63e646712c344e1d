"""Whether the archive can answer, and if not, why."""

from dataclasses import asdict, dataclass

from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from app.archive import Archive
from app.domain.search import SearchQuery
from app.errors import IndexUnavailable
from app.services.tables import INDEX_TASK, STATEMENT
from app.storage.database import database_file

#: A word to ask the index for, so that the whole way of a search is gone once.
_ASKED = SearchQuery(text="onrecord", per_page=1)


@dataclass(frozen=True, slots=True)
class Readiness:
    """ "ok" or what is wrong, for the database and the index; how far behind the index is.

    The site is ready while the database answers: without its index it still serves every page
    and searches more slowly. `waiting` counts changes the index has still to learn.
    """

    ready: bool
    database: str
    index: str
    waiting: int

    def as_record(self) -> dict[str, object]:
        """The same for JSON, with the reasons as sentences: what is wrong and what to do."""
        reasons = []
        if self.database != "ok":
            reasons.append(f"The database {self.database}; see `onrecord doctor`.")
        if self.index != "ok":
            reasons.append(self.index)  # says itself what to do
        if self.waiting:
            reasons.append(
                f"The index has {self.waiting:,} changes still to learn; an ingest is running, "
                "or was broken off and has to be run again."
            )
        return {**asdict(self), "reasons": reasons}


def readiness(archive: Archive) -> Readiness:
    """Asks the database and the index one small thing each."""
    database, waiting = "ok", 0
    try:
        if not database_file(archive.settings).is_file():
            database = "file is gone"
        with archive.session() as session:
            session.execute(select(STATEMENT.c.id).limit(1)).all()
            waiting = index_lag(session)
    except SQLAlchemyError:
        database = "does not answer"
    index = "ok"
    try:
        archive.search.search(_ASKED)
    except IndexUnavailable as reason:
        index = str(reason)
    return Readiness(database == "ok", database, index, waiting)


def index_lag(session: Session) -> int:
    """How many changes the index has still to learn."""
    return int(session.execute(select(func.count()).select_from(INDEX_TASK)).scalar_one())
