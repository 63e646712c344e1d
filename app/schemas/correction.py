"""Corrections as pages, feeds and the API show them."""

from app.schemas.base import Shown
from app.schemas.common import Paging


class CorrectionShown(Shown):
    """One change that a person made, in words and as values.

    `url` is the address of the record that it is about, `title` the record's own words or name,
    None where they are not to be shown any more. `was` and `now` are in words, None where nothing
    stood there. `standing` is "applied", "waiting", "orphaned" or "undone".
    """

    uid: str
    action: str
    subject: str
    target: str
    url: str
    title: str | None
    what: str  # "speaker", "date", "words", …
    was: str | None
    now: str | None
    sentence: str
    reason: str
    by: str
    at: str  # ISO 8601, UTC
    standing: str
    standing_reason: str
    undone_by: str | None
    undoes: str | None = None


class CorrectionList(Shown):
    """A page of corrections, the latest first."""

    corrections: list[CorrectionShown]
    paging: Paging


class ChangeShown(Shown):
    """One change of a record, by a person or by a new reading: an entry of a feed of changes."""

    id: str
    url: str
    title: str
    text: str
    at: str  # ISO 8601, UTC
