"""The one occasion of a day, for words of that day by somebody whom the article tells was at it."""

import re
from collections.abc import Sequence

from app.domain.gazetteer import SpeakerKind
from app.resolution.attendance import attendances_in, attended
from app.resolution.event_drafts import Draft
from app.resolution.event_words import OCCASIONS
from app.resolution.occasions import Circumstances, date_of

#: What is given to the press on the day of a rally was not said there.
_STATED = re.compile(r"\b[Ii]n an? (?:\w+ ){0,2}statement\b")


def place_at_only_occasion(
    text: str, number: int, found: Sequence[Circumstances], drafts: Sequence[Draft]
) -> None:
    """Puts words of a known day at the only occasion of that day, where their speaker was.

    That the speaker was there is told by the words for it or by other words reported from it.
    What a day's only occasion was is told by article `number` as a whole, so this comes last.
    """
    told = [
        draft
        for draft in drafts
        if number in draft.articles and draft.type in OCCASIONS and not draft.upcoming
    ]
    for one in found:
        if not _is_open(one) or _is_stated(text, one):
            continue
        day = one.said_on.date
        choice = [draft for draft in told if date_of(draft).date == day]
        if len(choice) == 1 and _was_there(one, choice[0], found, text, number):
            one.event = choice[0]
            one.event_reason = (
                f'{one.key} took part in "{choice[0].words}",'
                " the only occasion of that day that the article tells"
            )


def _is_open(one: Circumstances) -> bool:
    """Whether words have a day and a speaker, and are told neither of an occasion nor of none."""
    day = one.said_on.date
    if day is None or day.first != day.last or one.event is not None or one.via is not None:
        return False
    person = one.speaker is not None and one.speaker.kind is SpeakerKind.PERSON
    return person and not (one.given_out or one.of_earlier or one.place is not None)


def _is_stated(text: str, one: Circumstances) -> bool:
    return any(_STATED.search(piece.of(text)) for piece in one.frame.outside)


def _was_there(
    one: Circumstances, draft: Draft, found: Sequence[Circumstances], text: str, number: int
) -> bool:
    if any(other.event is draft and other.key == one.key for other in found):
        return True
    return attended(one, attendances_in(text, number, [draft], ())) is draft
