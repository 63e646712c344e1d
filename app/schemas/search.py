"""A page of search results, for the page, the API and the terminal."""

from pydantic import Field

from app.domain.languages import ENGLISH, language_name
from app.schemas.base import Shown
from app.schemas.common import OutletRef, SpeakerRef
from app.schemas.statement import PieceShown, StatementCard

#: Reasons that a result names; further ones are counted.
_MOST_REASONS = 4
#: What every result is found by that needs no reason.
_PLAIN = "text: exact words"
#: How readers are told in what way a word was found.
_WAYS = {
    "exact words": "the exact words",
    "spelling": "another spelling",
    "begins so": "a word that begins so,",
}


class FacetValue(Shown):
    """One value of a facet with its count over the full matches."""

    value: str  # slug, key, year or word: what the address carries
    label: str  # what people read
    count: int
    selected: bool = False


class ArticleHit(Shown):
    """One article among the results, with the extract that matched."""

    id: str
    url: str
    headline: str
    outlet: OutletRef | None
    published: str | None
    pieces: list[PieceShown]
    statement_count: int
    language: str = ENGLISH  # ISO 639-1, "und" where it is not recognised

    @property
    def foreign(self) -> str | None:
        """The language by name where it is not English, which alone is read for statements."""
        return None if self.language == ENGLISH else language_name(self.language)


class SearchResult(Shown):
    """One ranked result: a statement or an article."""

    statement: StatementCard | None = None
    article: ArticleHit | None = None
    score: float
    partial: bool = False
    why: list[str] = Field(default_factory=list)  # "text: exact words", "headline: spelling: labor"
    folded: int = 0  # further hits in the same article

    @property
    def reasons(self) -> list[str]:
        """Why it was found, as a reader is told: "another spelling “harbor”", "the headline".

        That the words themselves stand in the text needs no telling: they are marked there.
        """
        told = [_reason(one) for one in self.why if one != _PLAIN]
        further = len(told) - _MOST_REASONS
        return [*told[:_MOST_REASONS], *([f"{further} more"] if further > 0 else [])]


def _reason(why: str) -> str:
    """One reason in words: where it was found, unless in the text, and in what way."""
    where, _, how = why.partition(": ")
    way, _, form = how.partition(": ")
    told = _WAYS.get(way, way) + (f" “{form}”" if form else "")
    if where == "text":
        return told
    place = f"the {where}".replace("'", "’")
    return f"{place} ({told})" if form else place


class SearchPage(Shown):
    """One page of results with counts over all of them."""

    query: str
    type: str
    sort: str
    page: int
    per_page: int
    total: int
    partial_total: int
    article_total: int
    partial_articles: int = 0  # of the partial matches; counted where they stand by article
    results: list[SearchResult]
    facets: dict[str, list[FacetValue]]
    per_year: list[tuple[int, int]]
    per_month: list[tuple[str, int]] = Field(default_factory=list)  # of a few years alone
    people: list[SpeakerRef] = Field(default_factory=list)  # whose names the words match, at most 3
    notes: list[str] = Field(default_factory=list)  # what was ignored or mended, in words
    mended: str | None = None
    suggestion: str | None = None
    complete: bool = True
    elsewhere: int = 0  # articles that hold the words, where no statement does
    from_database: bool = False  # the index was away; the database answered

    @property
    def understood(self) -> str | None:
        """The words as they were mended; None where they were taken as they stand."""
        return self.mended if self.mended != self.query else None
