"""The small values that many pages show."""

from app.domain.dates import DateBasis, DatePrecision
from app.schemas.base import Shown


class DateShown(Shown):
    """A date with how it is known. `iso` is None where it is not."""

    iso: str | None
    words: str  # "8 December 2011", "early July 2011", "date not known"
    precision: DatePrecision | None
    basis: DateBasis
    reason: str


class SpeakerRef(Shown):
    """A speaker's name and address."""

    name: str
    url: str


class ArticleRef(Shown):
    """An article's headline and address."""

    id: str
    headline: str
    url: str


class OutletRef(Shown):
    """An outlet's name and address."""

    name: str
    url: str
