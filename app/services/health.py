"""Whether the archive can answer."""

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from app.archive import Archive
from app.domain.search import SearchQuery
from app.errors import IndexUnavailable
from app.services.tables import STATEMENT


def is_ready(archive: Archive) -> dict[str, str]:
    """ "ok" or what is wrong, for the database and for the search index."""
    state = {"database": "ok", "index": "ok"}
    try:
        with archive.session() as session:
            session.execute(select(STATEMENT.c.id).limit(1)).all()
    except SQLAlchemyError:
        state["database"] = "does not answer"
    try:
        archive.search.search(SearchQuery(per_page=1))
    except IndexUnavailable as reason:
        state["index"] = str(reason)
    return state
