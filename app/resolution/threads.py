"""The thread of a report: what its telling has come to where words are told."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.dates import DateFinding, PartialDate
from app.domain.documents import ParsedArticle
from app.domain.quotations import Extraction
from app.domain.spans import Span
from app.resolution.event_drafts import Draft
from app.resolution.frames import words_said
from app.resolution.moments import Moment, moments_of
from app.resolution.occasions import Circumstances
from app.resolution.turns import Outside

_REACH = 100  # sentences back among which one that tells of the speaker is looked for
NEAR = 3  # paragraphs from a sentence that sets a time to words told in it
HEAD = 4  # the last paragraph in which words tell what the headline is about
#: What speaks without being anybody: "the report said".
_DOCUMENT = re.compile(
    r"(?i:the|a|an|that|this) (?:[\w’'-]+ ){0,4}"
    r"(report|letter|statement|memo|lawsuit|complaint|editorial|e?-?mail|ruling|filing|study|order)$"
)
#: "A judge in Porto", "two men": the noun of somebody who has no name.
_NOBODY_NAMED = re.compile(
    r"(?i:the|an?|that|this|two|three|some|several)? ?(?:[a-z’'-]+ ){0,4}?([a-z]{4,})"
    r"(?:(?: (?:of|in|at|for|from|with|to|who|on)\b|,).*)?$"
)
_PRONOUN = re.compile(
    r"\W*(?:Later,? |There,? |Then )?(?:(?:[Oo]n|[Ii]n|[Aa]t|Late|Early|Last|This|[Ee]arlier|By"
    r"|During|A|The|That) (?:(?!(?:who|which|when|that)\b)[\w’'-]+ ){0,5}[\w’'-]+,? )?"
    r"(?:He|She|he|she)\b"
)


@dataclass(frozen=True, slots=True)
class Thread:
    """An article's words and the moments between them.

    `found` are the circumstances of its quotations, of which `nested` are those that another
    speaker tells; `printed` is the day of the report that `published` finds; `spoke` says, by
    where the sentence of a moment starts, who spoke last before it, and `said` lists the moments
    whose sentence tells what somebody said.
    """

    article: ParsedArticle
    found: Sequence[Circumstances]
    nested: Sequence[bool]
    outside: Outside
    moments: Sequence[Moment]
    published: DateFinding
    printed: PartialDate
    spoke: Mapping[int, str | None]
    said: frozenset[int]
    #: By speaker, the number of the last words whose occasion is known.
    last: dict[str, int] = field(default_factory=dict)
    #: By speaker, where the last words end that are of a day counted from none known.
    lost: dict[str, int] = field(default_factory=dict)

    def names(self, moment: Moment, one: Circumstances) -> bool:
        """Whether a sentence is about the speaker: by name, by a pronoun, as a document."""
        if one.called and re.search(rf"\b{one.called_pattern}\b", moment.told):
            return True
        if not one.called and (document := _DOCUMENT.search(one.key or "")):
            return re.search(rf"\b{document[1]}\b", moment.told) is not None
        if not one.called and (nobody := _NOBODY_NAMED.fullmatch(one.key or "")):
            noun = rf"^\W*(?:[\w.’'-]+,? ){{0,8}}?{nobody[1]}\b"
            return re.search(noun, moment.told) is not None
        pronoun = one.key and _PRONOUN.match(moment.told)
        return bool(pronoun) and self.spoke.get(moment.sentence.start) == one.key

    def since_lost(self, one: Circumstances, moments: Sequence[Moment]) -> list[Moment]:
        """Those of the moments that come after words of the speaker whose day is not known."""
        start = self.lost.get(one.key or "", -1)
        return [moment for moment in moments if moment.sentence.start >= start]

    def last_about(self, one: Circumstances, moments: Sequence[Moment]) -> Moment | None:
        """The last of the moments that is about the speaker, if it is among the nearest."""
        return next((m for m in reversed(moments[-_REACH:]) if self.names(m, one)), None)

    def before(self, index: int) -> tuple[int, Circumstances] | None:
        """The last words of the same speaker whose occasion is known, and their number."""
        key = self.found[index].key
        at = self.last.get(key) if key else None
        return None if at is None else (at, self.found[at])

    def note(self, index: int, *, known: bool) -> None:
        """Remembers words whose occasion is known; those of an unknown one of their own end it."""
        one = self.found[index]
        if one.key is None or one.frame.paragraph < 0 or one.aside or one.of_earlier:
            return
        if one.apart:
            self.lost[one.key] = one.frame.sentence.end
        elif known:
            self.lost.pop(one.key, None)
        if known:
            self.last[one.key] = index
        elif is_elsewhere(one):
            self.last.pop(one.key, None)


def thread_of(
    article: ParsedArticle,
    number: int,
    extraction: Extraction,
    found: Sequence[Circumstances],
    drafts: Sequence[Draft],
    published: DateFinding,
) -> Thread | None:
    """The thread of an article; None where the day of the report is not known."""
    if published.date is None:
        return None
    nested = [quotation.nested_in is not None for quotation in extraction.quotations]
    said = (s for q in extraction.quotations for s in words_said(q, article.text))
    outside = Outside(article.text, sorted(said))
    moments = moments_of(article, number, outside, drafts, published.date)
    told = sorted(
        ((o.frame.sentence, o.key) for o in found if o.frame.paragraph >= 0), key=lambda p: p[0]
    )
    spoke, telling = _spoken(moments, [span for span, _ in told], [key for _, key in told])
    return Thread(
        article, found, nested, outside, moments, published, published.date, spoke, telling
    )


def _spoken(
    moments: Sequence[Moment], sentences: Sequence[Span], speakers: Sequence[str | None]
) -> tuple[dict[int, str | None], frozenset[int]]:
    """Who spoke last before each moment, and the moments whose sentence tells words."""
    spoke, said = {}, set()
    starts = [sentence.start for sentence in sentences]
    for moment in moments:
        start = moment.sentence.start
        before = bisect_left(starts, start) - 1
        spoke[start] = speakers[before] if before >= 0 else None
        first = max(0, before)
        last = bisect_right(starts, moment.sentence.end - 1)
        if any(span.overlaps(moment.sentence) for span in sentences[first:last]):
            said.add(start)
    return spoke, frozenset(said)


def is_elsewhere(one: Circumstances) -> bool:
    """Whether a sentence tells that its words were said at a time or in a way of their own."""
    return one.elsewhere or one.given_out or one.own or one.via is not None
