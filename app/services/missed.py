"""Searches that found nothing: what to collect next, or which name to teach the archive."""

import logging
import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from app.desk import Desk
from app.domain.search import SearchQuery
from app.errors import ArchiveError
from app.storage import missed as rows

_log = logging.getLogger(__name__)

#: Longer ones are pasted texts and not searches.
_LONGEST, _MOST_WORDS = 80, 8
#: An address of mail or a page, or a number as long as a telephone's: these may be somebody's own.
_PERSONAL = re.compile(r"[@/\\]|(?:\d[ .()-]?){6}|www\.")


@dataclass(frozen=True, slots=True)
class Missed:
    """Words searched for in vain: how many times, first and last on which day."""

    words: str
    times: int
    first_on: date
    last_on: date

    def as_record(self) -> dict[str, object]:
        """The same for JSON."""
        days = {"first_on": self.first_on.isoformat(), "last_on": self.last_on.isoformat()}
        return {"words": self.words, "times": self.times, **days}


def note_missed(desk: Desk, query: SearchQuery) -> None:
    """Counts a search that found nothing anywhere in the archive.

    A desk that cannot be written is no fault of a reader, so that is only logged. What might be
    private is not kept: addresses, long numbers, long texts. Nothing is kept of who asked, nor
    the hour.
    """
    narrowed = query.filters or query.said_from or query.said_to or query.page > 1
    words = None if narrowed else worth_keeping(query.text)
    if words is None:
        return
    try:
        with desk.transaction() as session:
            rows.add_missed(session, words, desk.clock().date())
    except (ArchiveError, OSError) as problem:
        _log.warning("a search that found nothing could not be noted: %s", problem)


def worth_keeping(text: str) -> str | None:
    """The words as they are counted, in small letters; None where they are not to be kept."""
    plain = "".join(
        " " if unicodedata.category(letter).startswith(("C", "Z")) else letter for letter in text
    )
    words = " ".join(plain.casefold().split())
    if not words or len(words) > _LONGEST or len(words.split()) > _MOST_WORDS:
        return None
    if _PERSONAL.search(words) or not any(letter.isalnum() for letter in words):
        return None
    return words


def list_missed(desk: Desk, limit: int = 100) -> list[Missed]:
    """What was searched for in vain, most often asked first."""
    with desk.session() as session:
        return [
            Missed(row.words, row.times, row.first_on, row.last_on)
            for row in rows.most_missed(session, limit)
        ]


def forget_missed(desk: Desk, words: str | None = None) -> int:
    """Forgets one entry, or all; how many there were."""
    with desk.transaction() as session:
        return rows.forget_missed(session, words)
