"""Mends the ends of content: references, credits and linking words are the reporter's."""

import re
from collections.abc import Sequence

from app.domain.spans import Span
from app.extraction.quote_marks import Quote
from app.extraction.report import trimmed
from app.extraction.words import read_lines

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"

#: Where the reporter has it from, after the content: "(see the Herald, June 30)".
_REFERENCE = re.compile(
    rf"\s*\((?:see\s[^()]*|[^()]*,\s(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})[^()]*)\)?[\s.]*$"
)

#: Who wrote it, after the closing mark or full stop: "...in Spain.”--Ana Ruiz".
_CREDIT = re.compile(
    r"(?<=[”\"’'.!?])\s*(?:--+|—|–)\s*[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*){1,3}\s*$"
)


def _linking_words() -> re.Pattern[str]:
    words = sorted(read_lines("linking_words.txt"), key=len, reverse=True)
    return re.compile(rf"(?:and |but )?(?:{'|'.join(map(re.escape, words))}),\s+", re.IGNORECASE)


#: What links a sentence to the one before and is set off by a comma: "Meanwhile, ...".
_LINK = _linking_words()


#: When the verb before the words was said: "said [Wednesday the port must close]".
_DAY_OF_VERB = re.compile(
    r"(?:(?:late|early|on) ){0,2}(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today"
    r"|(?:earlier )?(?:this|last) (?:week|month)|this morning|last night)"
    r"(?: (?:morning|afternoon|evening|night))? (?=(?:that|the|an?|his|her|its|their|this|these"
    r"|those|it|he|she|they|we|there|no)\b)"
)
_HEARERS = 60  # characters between a verb and a paraphrase: "told reporters in Porto"
#: Where its verb was said, after the words: "the port must close[, speaking to reporters]".
_SPEAKING = re.compile(
    r", (?:speaking|talking|testifying) (?:to|with|at|in|on|during|from|before)\b[^“”\"]*$"
)


def is_reference(words: str) -> bool:
    """Whether words are nothing but where the reporter has it from: "(see the Herald, June 30"."""
    return _REFERENCE.fullmatch(words) is not None


def mend_edges(
    text: str, content: Sequence[Span], quotes: Sequence[Quote], cue: Sequence[Span] = ()
) -> list[Span]:
    """The content without what the reporter put round it; empty where nothing else is left.

    Words inside quotation marks are the speaker's and stay.
    """
    mended = [_without_tail(text, span) for span in content]
    if mended and mended[0] is not None:
        mended[0] = _without_link(text, mended[0], quotes)
    if mended and mended[0] is not None:
        mended[0] = _without_adverbials(text, mended[0], quotes, cue)
    return [span for span in mended if span is not None]


def _without_tail(text: str, span: Span) -> Span | None:
    for pattern in (_REFERENCE, _CREDIT):
        tail = pattern.search(span.of(text))
        if tail is not None:
            left = trimmed(text, Span(span.start, span.start + tail.start()))
            if left is None:
                return None
            span = left
    return span


def _without_adverbials(
    text: str, span: Span, quotes: Sequence[Quote], cue: Sequence[Span]
) -> Span:
    """A paraphrase without the day at its start, or the audience at its end, of its verb."""
    day = _DAY_OF_VERB.match(text, span.start, span.end)
    behind = any(0 <= span.start - verb.end <= _HEARERS for verb in cue)
    if day and behind and not _quoted(span.start, quotes):
        span = Span(day.end(), span.end)
    tail = _SPEAKING.search(text, span.start, span.end)
    if tail and tail.start() > span.start and not _quoted(tail.start(), quotes):
        span = Span(span.start, tail.start())
    return span


def _quoted(offset: int, quotes: Sequence[Quote]) -> bool:
    return any(q.outer.start <= offset < q.outer.end for q in quotes)


def _without_link(text: str, span: Span, quotes: Sequence[Quote]) -> Span | None:
    link = _LINK.match(text, span.start, span.end)
    if link is None or _quoted(span.start, quotes):
        return span
    return Span(link.end(), span.end)
