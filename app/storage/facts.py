"""Named facts about the archive itself."""

from sqlmodel import Session

from app.models.ingest_run import Fact


def get_fact(session: Session, key: str) -> str | None:
    """The value of a fact, None where it was never set."""
    fact = session.get(Fact, key)
    return fact.value if fact else None


def set_fact(session: Session, key: str, value: str | None) -> None:
    """Sets a fact; None removes it."""
    fact = session.get(Fact, key)
    if value is None:
        if fact is not None:
            session.delete(fact)
    elif fact is None:
        session.add(Fact(key=key, value=value))
    else:
        fact.value = value
        session.add(fact)
