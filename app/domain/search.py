"""What the index is asked, what it holds and what it answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple, Protocol

#: Fields that a filter can narrow, and that facets are counted for. Each narrows for itself:
#: an issue and a position find what has both, even where that side is taken on another issue.
FILTER_FIELDS = (
    "speaker", "outlet", "issue", "position", "event", "kind", "year", "place", "confidence",
)  # fmt: skip
FACET_FIELDS = ("speaker", "outlet", "year", "issue", "position", "event", "kind", "confidence")

MAX_PER_PAGE = 100

#: Of a longer query only so much is read: the longest question people pasted in tests had 2,700.
MAX_CHARACTERS = 4096


class EntryType(StrEnum):
    """What a search looks for."""

    STATEMENT = "statement"
    ARTICLE = "article"


class Sort(StrEnum):
    """The order of results; ties are always broken by permalink."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"
    IN_ORDER = "in-order"  # by day, within a day and without one as the articles tell it


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """A reader's words, filters and place in the results, checked and within bounds."""

    text: str = ""
    type: EntryType = EntryType.STATEMENT
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # field -> slugs or words
    said_from: date | None = None
    said_to: date | None = None
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    per_page: int = 20
    by_article: bool = False  # further hits in one article are folded under the first
    exact: frozenset[str] = frozenset()  # filters whose values are slugs, never words of names
    among: frozenset[str] = frozenset()  # permalinks that alone are looked through; all if empty

    @property
    def places(self) -> tuple[int, int]:
        """The first place of the page and the first past it, whatever numbers were given."""
        size = min(max(self.per_page, 1), MAX_PER_PAGE)
        start = (max(self.page, 1) - 1) * size
        return start, start + size


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One statement or article as the index holds it; the words shown come from the database."""

    permalink: str
    type: EntryType
    text: str
    headline: str
    article: str  # permalink of the article
    speaker: str | None  # slug
    speaker_names: str  # name and aliases, one a line
    outlet: str | None  # slug
    kind: str | None
    issues: tuple[str, ...]  # keys
    events: tuple[str, ...]  # slugs
    place: str | None
    said_first: date | None  # said_on for statements, published_on for articles
    said_last: date | None
    published_first: date | None
    confidence: float | None
    repeats: str | None = None  # permalink of the statement that this headline or deck repeats
    copied_by: tuple[str, ...] = ()  # slugs of outlets whose copies of the article repeat it
    speakers: tuple[str, ...] = ()  # of an article: slugs of those who are quoted in it
    kinds: tuple[str, ...] = ()  # of an article: the kinds of its statements
    ordinal: int = 0  # of a statement: its place in the article, from nought
    positions: tuple[str, ...] = ()  # stances taken on any issue, conditional ones among them


class Piece(NamedTuple):
    """A run of a text that a search word matched, or did not; pieces join up to the exact text."""

    text: str
    matched: bool


class FacetCount(NamedTuple):
    """How many full matches carry a value of a facet; `value` is a slug, key, year or word."""

    value: str
    count: int  # type: ignore[assignment]  # hides tuple.count, which nobody asks
    selected: bool = False


class Hit(NamedTuple):
    """One ranked result. `folded` counts further hits in the same article."""

    permalink: str
    score: float
    partial: bool = False  # holds only some of the words
    why: tuple[str, ...] = ()  # "text: exact words", "speaker's name", "spelling: Qaddafi"
    folded: int = 0


@dataclass(frozen=True, slots=True)
class SearchHits:
    """One page of hits, with counts over all of them."""

    hits: Sequence[Hit]
    total: int
    partial_total: int
    facets: Mapping[str, Sequence[FacetCount]]
    per_year: Sequence[tuple[int, int]]  # year, full matches
    articles: int  # how many articles the full matches stand in
    notes: tuple[str, ...] = ()  # what was ignored or mended, in words
    mended: str | None = None  # the query as it was understood, where that differs
    suggestion: str | None = None  # "did you mean"
    people: tuple[str, ...] = ()  # slugs of speakers whose name is among the words
    complete: bool = True  # False where a bound was hit
    per_month: Sequence[tuple[str, int]] = ()  # "2011-07", full matches; only of a few years
    partial_articles: int = 0  # of the partial matches; told where hits are folded by article


class IndexState(StrEnum):
    """Whether the index can be searched."""

    READY = "ready"
    MISSING = "missing"
    OLD = "old"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class IndexStatus:
    """What is known of the index. `reason` is one sentence, empty where it is ready."""

    state: IndexState
    entries: int
    fingerprint: str | None  # which state of the database it was made from
    reason: str


class SearchEngine(Protocol):
    """All that pages, API and commands need from search; any engine passes one test suite."""

    def search(self, query: SearchQuery) -> SearchHits:
        """One page of hits. Raises IndexUnavailable; never raises for what a reader typed."""

    def cut(self, text: str, query: SearchQuery) -> list[Piece]:
        """`text` cut where the query's words match, losing no character."""

    def related(self, permalink: str, limit: int) -> list[str]:
        """Permalinks of the statements most like this one, best first."""

    def complete(self, prefix: str, limit: int) -> list[tuple[str, str, str]]:
        """(field, value, label) of the speakers, issues, events and outlets that begin so."""
