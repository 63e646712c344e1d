"""Source documents and the articles found in them."""

from dataclasses import dataclass, field

from app.domain.dates import UNKNOWN_DATE, DateFinding
from app.domain.spans import Span


@dataclass(frozen=True, slots=True)
class StatedMetadata:
    """What the file that carried an article says about it: JSON Lines keys, or a sidecar's."""

    headline: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None  # ISO 8601, as stated; checked by parsing
    url: str | None = None
    language: str | None = None  # "en", "pt-BR", as stated; checked by parsing


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something in a source that is no article, and why it was left out; no fault of anybody."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A source as it came, and the text that all offsets index, fixed for good.

    `text` is what `reader` (name and version, "text/1") made of `content`; no character of it
    is ever repaired, and line ends are not translated.
    """

    name: str  # "000.txt"; for JSON Lines the `id` of the line
    origin: str  # path or address it came from
    content: bytes
    sha256: str  # of `content`
    text: str
    reader: str
    metadata: StatedMetadata | None = None
    warnings: tuple[str, ...] = ()
    dropped: float | None = None  # share of the source's words that are not in `text`, if measured


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place, day and agency an article opens with: "MOSCOW, October 31 (Itar-Tass) —".

    `date_words` are the words of the date as printed ("October 31"), None where there are none.
    """

    span: Span
    place: str | None
    date_words: str | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """One article in a document. All spans index `text`, the text of the whole document.

    `paragraphs` are the body, in order, without headline, navigation, byline and captions;
    a deck (the pull quotation under a headline) stands in `deck`, not among them.
    `published` is what this article alone tells; other articles may tell more later.
    """

    text: str
    span: Span
    paragraphs: tuple[Span, ...]
    headline: str | None = None
    headline_span: Span | None = None  # None where the headline came with the metadata
    deck: Span | None = None
    outlet: str | None = None
    outlet_reason: str | None = None  # the words that name it
    byline: str | None = None
    byline_span: Span | None = None
    dateline: Dateline | None = None
    url: str | None = None
    language: str = "en"
    published: DateFinding = UNKNOWN_DATE
    notes: tuple[str, ...] = field(default=())  # what a curator should know about the parse
