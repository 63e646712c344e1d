"""Short reports with their quotations marked by hand, for the tests of resolution.

In a report `[…]` holds the words said, `{…}` the cue and `<…>` the source; the marks are taken
out. Who is meant is given beside it, as extraction would have found it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.dates import DateFinding, PartialDate
from app.domain.documents import ParsedArticle, SourceDocument, StatedMetadata
from app.domain.gazetteer import EMPTY, Gazetteer, KnownEvent, KnownIssue, KnownOutlet
from app.domain.quotations import Attribution, Entity, Extraction, Quotation, SourceKind, SpeechKind
from app.domain.resolved import ResolvedArticle
from app.domain.spans import Span
from app.parsing.articles import parse_articles
from app.resolution.resolve import resolve

KNOWN = Gazetteer(
    outlets=(
        KnownOutlet("Coast Press Agency", aliases=("CPA",), is_agency=True),
        KnownOutlet("Harbour News"),
    ),
    events=(
        KnownEvent(
            "Harbour summit, Lisbon 2010",
            "summit",
            PartialDate.day(2010, 11, 20),
            "Lisbon",
            ("Lisbon summit",),
        ),
    ),
    issues=(
        KnownIssue(
            "pier-fees",
            "Fees for the pier",
            "Should visitors pay for the pier?",
            ("pier fee", "pay + pier", "charge - parking"),
        ),
    ),
)


@dataclass(frozen=True)
class Said:
    """Who says the next marked words. `nested_in` and `repeats` number other quotations."""

    name: str | None
    kind: SourceKind = SourceKind.PERSON
    role: str | None = None
    nested_in: int | None = None
    repeats: int | None = None
    speech: SpeechKind = SpeechKind.DIRECT
    rule: str = "by hand"
    described: str | None = None  # how the source is described, where it has no name


def report(
    marked: str,
    *said: Said,
    published: str | None = None,
    gazetteer: Gazetteer = KNOWN,
    people: Sequence[str] = (),
    headed: bool = False,
) -> ResolvedArticle:
    """The one article of a marked report, resolved. `people` are named in it by these names.

    What reads like a headline is one only where the report is `headed`.
    """
    text, spans = _unmark(marked)
    article = parse(text, published, headed=headed)
    quotations = []
    for number, who in enumerate(said):
        content, cue, source = spans[number]
        quotations.append(
            Quotation(
                kind=who.speech,
                content=(content,),
                cue=(cue,) if cue else (),
                source=(source,) if source else (),
                rule=who.rule,
                attribution=Attribution(
                    who.kind, who.name, who.described or who.name, "by hand", role=who.role
                ),
                nested_in=who.nested_in,
                repeats=who.repeats,
            )
        )
    entities = tuple(Entity(name, "PERSON") for name in people)
    extraction = Extraction(tuple(quotations), entities, (), "rules", "none", "test")
    (resolved,) = resolve([(article, extraction)], gazetteer)
    return resolved


def parse(text: str, published: str | None = None, *, headed: bool = False) -> ParsedArticle:
    """The one article of a text; paragraphs are its lines."""
    metadata = StatedMetadata(published=published) if published else None
    document = SourceDocument("r.txt", "r.txt", b"", "0", text, "text/1", metadata)
    (article,) = parse_articles(document, EMPTY)
    return article if headed else replace(article, headline=None, headline_span=None)


def _unmark(marked: str) -> tuple[str, list[tuple[Span, Span | None, Span | None]]]:
    text, opened = "", {}
    found: dict[str, list[Span]] = {"[": [], "{": [], "<": []}
    closing = {"]": "[", "}": "{", ">": "<"}
    for part in re.split(r"([\[\]{}<>])", marked):
        if part in found:
            opened[part] = len(text)
        elif part in closing:
            mark = closing[part]
            found[mark].append(Span(opened[mark], len(text)))
        else:
            text += part
    # A cue and a source belong to the words they stand nearest to, in order.
    rows = []
    for number, content in enumerate(found["["]):
        cue = found["{"][number] if number < len(found["{"]) else None
        source = found["<"][number] if number < len(found["<"]) else None
        rows.append((content, cue, source))
    return text, rows


def names_no_day(finding: DateFinding) -> bool:
    """Whether no one day is claimed: nothing, or the days up to the report."""
    return finding.date is None or finding.date.first < finding.date.last
