"""The day of words told as said some time after or before an occasion whose day is known."""

import re
from collections.abc import Sequence
from datetime import timedelta

from app.domain.dates import DateBasis, DateFinding, PartialDate
from app.domain.spans import Span
from app.resolution.day_set import A_FEW_DAYS, NUMBERS
from app.resolution.event_drafts import Draft
from app.resolution.frames import Frame
from app.resolution.reasons import in_words, quoted
from app.resolution.relative_dates import counted

_A_YEAR = timedelta(days=366)
_COUNT = re.compile(
    rf"\b(?:(?P<number>{'|'.join(NUMBERS)}|\d{{1,2}}) (?P<unit>day|week|month)s?"
    r" (?P<side>after|before|following)|(?P<eve>on the eve of)) ",
    re.IGNORECASE,
)
#: What may stand between the count and the name of the occasion.
_TO_ITS_NAME = re.compile(r"(?:(?:the|an?|its|their|his|her|this|that) )?(?:[A-Z\d][\w’'-]+ ){0,2}")
#: Where a sentence tells by a count when its words were said: at its head, right behind the verb.
_HEAD = re.compile(r"[\W\d]*(?:(?:Just|Only|Barely|But|And|Less than) )?", re.IGNORECASE)
_BEHIND_CUE = re.compile(r"(?: (?:in|at) [A-Z]\w+)?,? (?:just |only |barely )?")


def day_from_event(
    text: str, frame: Frame, number: int, drafts: Sequence[Draft], published: DateFinding
) -> DateFinding | None:
    """The day that "two weeks after the Lisbon summit" comes to; None where it is not known.

    `number` is that of the article among those that tell of `drafts`.
    """
    for piece in frame.outside:
        for match in _COUNT.finditer(text, piece.start, piece.end):
            head = _HEAD.fullmatch(text, frame.sentence.start, match.start())
            behind = frame.cue_end <= match.start() and _BEHIND_CUE.fullmatch(
                text, frame.cue_end, match.start()
            )
            draft = _named(text, match.end(), number, drafts) if head or behind else None
            if draft is not None and (found := _counted(match, draft)):
                if not _is_of_report(found, published):
                    return None
                words = f'"{match.group().strip()}" counts from {quoted(draft.words)}'
                held = in_words(draft.date.date) if draft.date.date else ""
                reason = f"{words} ({held}): {draft.date.reason}"
                return DateFinding(found, DateBasis.INFERRED, reason)
    return None


def _is_of_report(found: PartialDate, published: DateFinding) -> bool:
    """Whether a day is one of which a report tells so: past, and not years before it.

    "The Lisbon summit" of a later report may be another than the one known by that name.
    """
    told = published.date
    return told is None or (found.first <= told.last and told.first - found.last <= _A_YEAR)


def _named(text: str, at: int, number: int, drafts: Sequence[Draft]) -> Draft | None:
    """The occasion, held within a few known days, that is named where a count ends."""
    for draft in drafts:
        date = draft.date.date
        if date is None or draft.guessed or date.last - date.first > A_FEW_DAYS:
            continue
        spans = draft.articles.get(number, ())
        if any(_begins(text, at, span) for span in spans):
            return draft
    return None


def _begins(text: str, at: int, span: Span) -> bool:
    inside = span.start <= at < span.end
    return inside or (at <= span.start and bool(_TO_ITS_NAME.fullmatch(text, at, span.start)))


def _counted(match: re.Match[str], draft: Draft) -> PartialDate | None:
    held = draft.date.date
    if held is None:
        return None
    before = match["eve"] or match["side"].lower() == "before"
    number = (match["number"] or "one").lower()
    amount = NUMBERS.get(number) or int(number)
    unit = (match["unit"] or "day").lower()
    try:
        if before:
            return counted(held.first, unit, -amount)
        return counted(held.last, unit, amount)
    except (OverflowError, ValueError):
        return None
