"""Articles as lists and their own pages show them."""

from pydantic import Field

from app.domain.languages import ENGLISH, language_name
from app.schemas.base import Shown
from app.schemas.common import ArticleRef, DateShown, OutletRef, Paging, Tally
from app.schemas.statement import StatementCard, TextRun, WordRun


class ArticleRow(Shown):
    """One article in a list."""

    id: str
    url: str
    headline: str
    outlet: OutletRef | None
    byline: str | None
    published: DateShown
    statement_count: int
    document: str
    language: str  # ISO 639-1, "und" where it is not recognised

    @property
    def foreign(self) -> str | None:
        """The language by name where it is not English, which alone is read for statements."""
        return None if self.language == ENGLISH else language_name(self.language)


class ArticleList(Shown):
    """A page of articles, newest first; those without a date come last."""

    rows: list[ArticleRow]
    paging: Paging


class NumberedCard(Shown):
    """A statement beside the text it stands in."""

    number: int
    card: StatementCard
    sides: list[str]  # "Legal guarantees: demands"


class Block(Shown):
    """A paragraph of an article in runs, with the statements whose words end in it."""

    runs: list[TextRun]
    ending: list[NumberedCard]
    cut_before: bool = False  # words left out, where only extracts may be shown
    start: int | None = None  # of the first run in the document's text, where it stands there


class ArticleCopy(Shown):
    """Another article that holds the same report."""

    article: ArticleRef
    outlet: OutletRef | None
    published: DateShown


class ArticleVersion(Shown):
    """An article as its source gave it at one time."""

    number: int
    until: str | None  # the day it was replaced; None for the version shown now
    reason: str | None  # why it was replaced
    sha256: str  # of the document it stood in
    words: list[WordRun]  # all of it, where words differ from those of the version before


class ArticleHistory(Shown):
    """An article's versions, newest first; `whole` is whether their words may be shown."""

    id: str
    url: str
    headline: str
    whole: bool
    versions: list[ArticleVersion]


class ArticleRecord(ArticleRow):
    """One article with its text, its statements marked and numbered in it."""

    sha256: str
    reader: str
    ingested_at: str
    revision: int = 1
    publisher_url: str | None
    dateline_place: str | None
    copy_of: ArticleRef | None
    copies: list[ArticleCopy] = Field(default_factory=list)  # held here, first published first
    copy_reason: str | None
    headline_block: Block
    blocks: list[Block]
    statements: list[NumberedCard]
    speakers: list[Tally]
    whole: bool  # False where only the sentences around statements may be shown
    part: int = 1  # of a very long article; `statements` are those of the part
    parts: int = 1

    @property
    def kinds(self) -> dict[int, str]:
        """The kind of speech of each statement, by its number."""
        return {one.number: one.card.kind.value for one in self.statements}

    def numbers_of(self, speaker_url: str) -> list[int]:
        """The numbers of the statements shown that the speaker at this address made."""
        return [
            one.number
            for one in self.statements
            if one.card.speaker and one.card.speaker.url == speaker_url
        ]


class OutletRow(Shown):
    """One outlet in a list."""

    slug: str
    url: str
    name: str
    is_agency: bool
    article_count: int


class OutletList(Shown):
    """A page of outlets by name."""

    rows: list[OutletRow]
    paging: Paging


class OutletRecord(OutletRow):
    """One outlet with its newest articles; its statements are a search."""

    articles: list[ArticleRow]
