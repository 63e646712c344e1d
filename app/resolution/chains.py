"""How words go on from others of the same speaker: what a block is, and a main occasion."""

import re
from collections.abc import Sequence
from datetime import timedelta

from app.domain.dates import DateFinding
from app.domain.quotations import Extraction
from app.resolution.attendance import FRESH
from app.resolution.occasions import Circumstances, lend

LEDE = 2  # the last of the paragraphs in which an article says what it reports
WITHIN_REACH = 4  # paragraphs to an occasion told further down than the lede
_NEWS = timedelta(days=60)  # words older than this are background, and nothing goes on from them
_A_WEEK = timedelta(days=7)
_NEIGHBOURS = 3  # paragraphs within which words go on from those before them
_CHAIN = 6  # paragraphs that words may go on from those that tell the occasion
_ANSWERED = 2  # paragraphs from words to those that answer the next question
_ASKED_WITHIN = 1  # paragraphs between an answer and the question before it
_THE = re.compile(r"[Tt]he ([a-z]+)")
_SOURCES = frozenset({"interview", "briefing"})  # where reporters get their own quotations


def block_before(
    extraction: Extraction, found: Sequence[Circumstances], index: int
) -> Circumstances | None:
    """The quotation before it, where that is by the same speaker or by who asks them."""
    one = found[index]
    for earlier in range(index - 1, -1, -1):
        other = found[earlier]
        if extraction.quotations[earlier].nested_in is not None:
            continue
        if other.key == one.key and other.frame.paragraph >= 0:
            if not other.aside:
                return other
            if earlier == index - 1 and _is_of_its_own_interview(other, one):
                return None
        elif one.frame.paragraph - other.frame.paragraph > _ASKED_WITHIN or not other.asks:
            return None
    return None


def _is_of_its_own_interview(other: Circumstances, one: Circumstances) -> bool:
    """Whether words told by the way right before are from an interview that these can go on from.

    "In an interview last year she had said so. “I know,” she said": from that or of now.
    """
    told = other.own and other.event is not None and other.event.type == "interview"
    return told and other.frame.paragraph == one.frame.paragraph


def same_officials(found: Sequence[Circumstances], index: int) -> Circumstances | None:
    """The words before it of "Harbour officials", where "the officials" speak again."""
    one = found[index]
    noun = _THE.fullmatch(one.key or "")
    if noun is None or index == 0 or one.frame.paragraph < 0:
        return None
    other = found[index - 1]
    same = (other.key or "").lower().endswith(noun[1].lower()) and not other.of_earlier
    return other if same and other.present == one.present else None


def looks_back(before: Circumstances, one: Circumstances) -> bool:
    """Whether words go on from older ones: in the same paragraph, or right below those told so."""
    if not before.of_earlier or before.aside:
        return False
    apart = one.frame.paragraph - before.frame.paragraph
    return apart == 0 or (apart == 1 and before.settled)


def has_occasion(before: Circumstances, one: Circumstances) -> bool:
    """Whether the words before tell an occasion from which these can go on."""
    if not is_near(before, one) or _goes_far(before, one):
        return False
    if before.present != one.present and (before.frame.paragraph != one.frame.paragraph):
        return False
    if before.given_out and one.frame.paragraph - before.frame.paragraph > 1:
        return False
    return bool(before.said_on.date or before.event or before.place)


def _goes_far(before: Circumstances, one: Circumstances) -> bool:
    """Whether a time as wide as a month would carry on past its own paragraph."""
    date = before.said_on.date
    wide = date is not None and date.last - date.first > _A_WEEK and before.event is None
    return wide and one.frame.paragraph != before.frame.paragraph


def is_near(before: Circumstances, one: Circumstances) -> bool:
    """Whether words stand so near those before, and what tells their occasion, that they go on."""
    above = before.frame.paragraph - before.frame.depth  # paragraphs before the running text
    told_in = before.frame.paragraph if before.told_in is None else before.told_in
    apart = one.frame.paragraph - before.frame.paragraph
    return apart <= _NEIGHBOURS and (
        told_in - above <= LEDE or one.frame.paragraph - told_in <= _CHAIN
    )


def is_current(one: Circumstances, published: DateFinding) -> bool:
    """Whether words are of the time that the article reports, not older ones it looks back to."""
    said, told = one.said_on.date, published.date
    return said is None or (told is not None and told.first - said.last <= _NEWS)


def is_looked_back_to(
    before: Circumstances,
    one: Circumstances,
    told: Sequence[Circumstances],
    published: DateFinding,
) -> bool:
    """Whether words stand a paragraph below older ones, in a report that leads with newer.

    The older ones were said more than a week before it; at their event, or in one paragraph with
    them, words go on.
    """
    said, printed = before.said_on.date, published.date
    if said is None or printed is None or printed.first - said.last <= _A_WEEK:
        return False
    if one.frame.paragraph == before.frame.paragraph or before.event is not None:
        return False
    return any(
        other.key == one.key
        and other.own
        and other.frame.depth <= LEDE
        and other.said_on.date is not None
        and printed.first - other.said_on.date.last <= _A_WEEK
        for other in told
    )


def is_block(before: Circumstances, one: Circumstances) -> bool:
    """Whether words of long ago go on: in one paragraph, or right below at the same occasion."""
    apart = one.frame.paragraph - before.frame.paragraph
    return before.own and (apart == 0 or (apart <= _ANSWERED and before.event is not None))


def main_occasion(
    one: Circumstances, told: Sequence[Circumstances], published: DateFinding
) -> Circumstances | None:
    """The occasion that the article reports of a speaker; none where it tells of several days."""
    own = [o for o in told if o.key == one.key and _is_main(o)]
    days = {o.said_on.date for o in own if o.said_on.date is not None}
    if not own or len(days) > 1 or not _is_fresh(own[0], published):
        return None
    return next((o for o in own if _reaches(o, one)), None)


def _reaches(main: Circumstances, one: Circumstances) -> bool:
    """Whether an occasion is told where it can be that of other words in the article.

    What the head of an article tells is what all of it reports; further down it is told of the
    words near it. A scene told in the present is another than what was said.
    """
    if main.given_out or main.present != one.present:
        return one.frame.paragraph < 0 and not main.given_out
    dated = main.said_on.date is not None and main.said_on.date.first == main.said_on.date.last
    if one.frame.paragraph < 0 or (dated and main.frame.depth <= LEDE):
        return True
    ahead = one.frame.paragraph - main.frame.paragraph
    if main.one_more and ahead < 0:
        return False
    source = main.event is not None and main.event.type in _SOURCES
    return source or abs(ahead) <= WITHIN_REACH


def _is_fresh(one: Circumstances, published: DateFinding) -> bool:
    """Whether words are so recent that the article as a whole can be a report of them."""
    said, told = one.said_on.date, published.date
    return said is None or (told is not None and told.first - said.last <= FRESH)


def _is_main(one: Circumstances) -> bool:
    """Whether words are from an occasion that an article can be a report of."""
    return one.own and not one.aside and (one.said_on.date is not None or one.event is not None)


def lend_main(one: Circumstances, main: Circumstances, told: Sequence[Circumstances]) -> None:
    """Lends the occasion reported; only its day where the speaker is told of at others too."""
    lend(one, main, f"{one.key} is reported from one occasion")
    others = [o for o in told if o.key == one.key and (o.own or o.given_out)]
    where = {(o.event.place, o.said_on.date) for o in others if o.event is not None}
    if len(where) > 1 or any(o.given_out for o in others):
        one.event, one.event_reason, one.place = None, "", None


def lend_report(one: Circumstances, main: Circumstances) -> None:
    """Lends the day on which a body said what the head of the article reports."""
    dated = main.said_on.date is not None and main.said_on.date.first == main.said_on.date.last
    if dated and main.frame.depth <= LEDE and not (main.present or one.present):
        lend(one, main, f"{one.key} is reported from one occasion")
