"""Who is quoted from interviews that a report says it had with all of them.

"In a series of interviews with the Herald, the candidates outlined their plans": of those whom
the report has named before, what it quotes below, and dates to no other time, was said there.
"""

import re

from app.resolution.moments import Moment
from app.resolution.occasions import Circumstances, is_a_person
from app.resolution.tellings import APART, is_up_to_now
from app.resolution.threads import Thread, is_elsewhere

#: A sentence that opens with the interviews and goes on with those who gave them.
_ALL_GAVE = re.compile(
    r"\W*[Ii]n a (?:recent )?series of (?:[\w-]+ )?interviews\b"
    r"[^,;]*, (?:all |both |most )?(?:of )?the (?:[\w-]+ ){0,3}[a-z]+s (?:have |all |each |also )?"
    r"(?:outlined|discussed|described|explained|laid out|talked|spoke|said|told|gave|shared"
    r"|detailed|offered|expressed|answered)\b"
)
_HEAD = 14  # the last paragraph in which a report says whom it spoke to


def put_in_interviews(thread: Thread) -> None:
    """Puts what is quoted below of those named above in the interviews told of in between."""
    moment = next(
        (
            m
            for m in thread.moments
            if 0 <= m.depth <= _HEAD and m.event is not None and m.event.type == "interview"
            if _ALL_GAVE.match(m.told)
        ),
        None,
    )
    if moment is None or moment.event is None:
        return
    for index, one in enumerate(thread.found):
        below = one.frame.sentence.start >= moment.sentence.end and not thread.nested[index]
        if below and _is_open(thread, one) and _is_named_above(thread, moment, one):
            one.event = moment.event
            one.event_reason = f'{one.key} is one of those who gave "{moment.event.words}"'


def _is_open(thread: Thread, one: Circumstances) -> bool:
    """Whether words tell no occasion, time or way of their own."""
    if one.event is not None or one.place is not None or not is_a_person(one):
        return False
    if one.of_earlier or one.apart or one.said_on.date is not None or is_elsewhere(one):
        return False
    text = thread.article.text
    apart = any(APART.search(piece.of(text)) for piece in one.frame.outside)
    return not apart and not is_up_to_now(text, one.frame)


def _is_named_above(thread: Thread, moment: Moment, one: Circumstances) -> bool:
    """Whether the report names the speaker before it tells of the interviews."""
    start = thread.article.span.start
    named = re.compile(rf"\b{one.called_pattern}\b")
    return named.search(thread.article.text, start, moment.sentence.start) is not None
