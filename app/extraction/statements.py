"""Joins the reports of all sentences into statements: overlaps, quotations, continuations."""

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field

from app.domain.quotations import SpeechKind
from app.domain.spans import Span
from app.extraction.quote_marks import Quote
from app.extraction.report import Report, trimmed
from app.extraction.words import read_words

#: Words between two statements of one speaker: "said ... before claiming that ...".
_JOINING = (" and", " but", " before", " after", " while")

_THAT = "that "
_FAR = 1_000_000
_ADJACENT = 1  # characters between a cue and the content right behind it

#: Rules of a cue that follows a whole sentence and may pass it on.
_SAID = frozenset(["verb: around", "verb: clause"])
_RELAYING = frozenset(["verb: around", "aside: according to", "aside: as said"])

#: What ends the name of who prints what others say: "the state news agency", "local media".
_PAPER = re.compile(
    r"\b(?:news agency|newspapers?|news service|newswire|(?:media|press|news) reports|media|tv"
    r"|television)$"
)

_MARKS = frozenset("\"“'`")

#: Share of the passed-on sentence that speaker, cue and content of the inner statement make up.
_RELAYED = 0.75


@dataclass(slots=True)
class Draft:
    """A statement in the making."""

    rule: str
    frame: int
    cue: list[Span]
    source: list[Span]
    content: list[Span]
    lemma: str = ""
    evidence: set[str] = field(default_factory=set)
    nested_in: "Draft | None" = None
    repeats: "Draft | None" = None
    first_frame: int = -1  # of its first content
    last_frame: int = -1  # of its last content
    quoted: bool = False  # whether it holds quoted words

    @classmethod
    def of(cls, report: Report) -> "Draft":
        """The draft that a report starts as."""
        return cls(
            rule=report.rule,
            frame=report.frame,
            cue=list(report.cue),
            source=list(report.source),
            content=list(report.content),
            lemma=report.lemma,
            evidence=set(report.evidence),
            last_frame=report.frame,
        )

    def covers(self, span: Span) -> bool:
        """Whether the content takes in a part of `span`."""
        return any(piece.overlaps(span) for piece in self.content)


def settle_overlaps(
    text: str, drafts: Sequence[Draft], papers: Set[str] = frozenset()
) -> list[Draft]:
    """The drafts of one frame, with what is said inside another statement marked as nested.

    ", adding that" after a statement begins a second one of the same speaker, so the first ends
    there. `papers` are known outlets and agencies, in small letters: they pass on what others say.
    """
    kept = _without_relays(text, _without_doubles(text, drafts), papers)
    for draft in kept:
        for other in kept:
            if other is draft or not draft.cue or not other.covers(draft.cue[0]):
                continue
            if _is_sibling(text, other, draft):
                _cut_before(text, other, draft.cue[0].start)
                draft.source = list(other.source)
            elif draft.nested_in is None or _length(other) < _length(draft.nested_in):
                draft.nested_in = other
    for draft in kept:
        _part_circle(draft)
    return [draft for draft in kept if draft.content]


def _part_circle(draft: Draft) -> None:
    """Lets the longest of statements that each stand inside the next stand alone.

    Two that cover one another's cues would otherwise be inside one another for ever.
    """
    seen = [draft]
    while (outer := seen[-1].nested_in) is not None:
        start = next((n for n, other in enumerate(seen) if other is outer), None)
        if start is not None:
            max(seen[start:], key=_length).nested_in = None
            return
        seen.append(outer)


def _without_doubles(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """One draft for each content; where only "that" differs, the one with the nearer cue."""
    kept: list[Draft] = []
    for draft in drafts:
        same = next((other for other in kept if _bare(text, other) == _bare(text, draft)), None)
        if same is None:
            kept.append(draft)
        elif _reach(draft) < _reach(same) and (
            same.content != draft.content or _reach(draft) <= _ADJACENT
        ):
            kept[kept.index(same)] = draft
    return kept


def _bare(text: str, draft: Draft) -> list[Span]:
    first, *rest = draft.content
    skipped = len(_THAT) if text.startswith(_THAT, first.start) else 0
    return [Span(first.start + skipped, first.end), *rest]


def _reach(draft: Draft) -> int:
    """Characters from the cue to the content."""
    return min(abs(draft.content[0].start - cue.end) for cue in draft.cue) if draft.cue else _FAR


def _without_relays(text: str, drafts: list[Draft], papers: Set[str]) -> list[Draft]:
    """Leaves out who only passes on what another said: "Smith said, the agency reported"."""
    gone: set[int] = set()
    for outer in drafts:
        if outer.rule not in _RELAYING:
            continue
        by_paper = _is_paper(text, outer, papers)
        for inner in drafts:
            if inner is outer or not _is_relayed(text, outer, inner, by_paper=by_paper):
                continue
            gone.add(id(outer))
            if inner.covers(outer.cue[0]):
                _cut_before(text, inner, min((*outer.cue, *outer.source)).start)
            break
    return [draft for draft in drafts if id(draft) not in gone]


def is_relay(draft: Draft) -> bool:
    """Whether somebody only reports it, after all of it: "…, Interfax reported"."""
    return draft.rule == "verb: around" and draft.lemma == "report"


def _is_paper(text: str, draft: Draft, papers: Set[str]) -> bool:
    """Whether a source is an outlet or an agency, by what is known or by its words."""
    words = " ".join(span.of(text) for span in draft.source[-1:]).casefold().removeprefix("the ")
    words = re.sub(r"\s+", " ", re.sub(r"['’]s?$", "", words))
    return words in papers or _PAPER.search(words) is not None


def _is_relayed(text: str, outer: Draft, inner: Draft, *, by_paper: bool) -> bool:
    """Whether all that `outer` reports is that `inner` was said, or a quotation with its tag."""
    denied = inner.lemma in read_words("sides_taken.txt")
    passed_on = is_relay(outer) or (by_paper and denied)
    spoken = inner.rule in _SAID or (passed_on and inner.rule.startswith("verb: "))
    if not (inner.cue and inner.source and spoken):
        return False
    if not (outer.content and inner.content):
        return False  # one of them was cut off whole
    if not outer.covers(inner.cue[0]) or not outer.covers(inner.content[0]):
        return False
    if inner.rule == "verb: around" and text[inner.content[0].start] in _MARKS:
        return inner.content[0].start == outer.content[0].start
    said = _length(inner) + sum(end - start for start, end in (*inner.cue, *inner.source))
    return said >= _RELAYED * _length(outer)


def _is_sibling(text: str, outer: Draft, inner: Draft) -> bool:
    if not outer.cue or inner.cue[0] < outer.cue[0]:
        return False
    before = text[outer.content[0].start : inner.cue[0].start].rstrip()
    if "participle" in inner.evidence:
        return before.endswith((",", "”", '"', "''", "—", "–", "―", " -", *_JOINING))
    return "conjoined" in inner.evidence and inner.rule.startswith("verb") and bool(outer.source)


def _cut_before(text: str, draft: Draft, offset: int) -> None:
    pieces = [Span(s, min(e, offset)) for s, e in draft.content if s < offset]
    draft.content = [p for p in (_trimmed(text, piece) for piece in pieces) if p is not None]


def _trimmed(text: str, span: Span) -> Span | None:
    """The span without the "and" or "but" that led to what was cut off."""
    words = span.of(text).rstrip(" ,;—–―-")
    for link in (*_JOINING, " then", " also"):
        words = words.removesuffix(link).rstrip(" ,;—–―-")
    return trimmed(text, Span(span.start, span.start + len(words)))


def _length(draft: Draft) -> int:
    return sum(end - start for start, end in draft.content)


def kind_of(text: str, content: Iterable[Span], quotes: Sequence[Quote]) -> SpeechKind:
    """Direct where every word stands in quotation marks, mixed where some do, else indirect."""
    inside = outside = 0
    for span in content:
        held = [quote.outer for quote in quotes if quote.outer.overlaps(span)]
        for offset in range(span.start, span.end):
            if text[offset].isalnum():
                if any(q.start <= offset < q.end for q in held):
                    inside += 1
                else:
                    outside += 1
    if not inside:
        return SpeechKind.INDIRECT
    return SpeechKind.MIXED if outside else SpeechKind.DIRECT
