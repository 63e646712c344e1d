"""Who is heard where somebody else speaks: the crowd that shouts, the boy who asks, the panelist.

What is said goes on from the words before it, with their day and occasion, though another says
it, where its sentence tells that its speaker is there: nobody shouts back from elsewhere.
"""

import re

from app.domain.dates import DateBasis, DateFinding
from app.domain.gazetteer import SpeakerKind
from app.resolution.event_drafts import Draft
from app.resolution.occasions import Circumstances, why_lent
from app.resolution.tellings import APART
from app.resolution.threads import Thread

_WITHIN = 2  # paragraphs
#: Those who are at an occasion without a name.
_COMPANY = re.compile(
    r"\b(?:crowd|audience|supporters?|protesters?|demonstrators?|hecklers?|attendees?|spectators?"
    r"|listeners?|onlookers?|delegates?|students?|voters?|questioners?|moderators?|reporters?"
    r"|interviewer|caller|boy|girl|child|kid|man|woman|activists?|fans?|panelists?|host)\b",
    re.IGNORECASE,
)
_LISTENERS = re.compile(r"(?:the|her|his|their) (?:crowd|audience|supporters|listeners)\b", re.I)
#: What only those do who hear each other.
_SHOUTS = re.compile(
    r"(?:shout|yell|chant|scream|roar|jeer|heckl|booed|cheer|call(?:ed|s) out)\w*\b"
)
_ASKS = re.compile(
    r"(?:ask|repl|respond|answer|interject|interrupt|shot back|shoots back|chim|counter)\w*\b"
)
#: Words of the reporter's that tell of those who are there, or of what is going on.
_THERE = re.compile(
    r"\b(?:(?:[Tt]he|an?) (?:audience|crowd)|applause|applauded|laughter|laughed|cheers|cheered"
    r"|boos|booed|ovation|microphone|podium|lectern|on ?stage)\b"
    r"|\b(?:[Ww]eigh\w+ in on|[Jj]oin\w+(?: in)?|[Dd]uring|[Ii]n) the (?:discussion|exchange"
    r"|conversation|back-and-forth|same (?:discussion|exchange|conversation|interview|segment))\b"
    r"|\b[Ii]n (?:posing|asking|putting) (?:the|a|his|her|that) question\b"
)

_MARKS = 5  # characters before a sentence that may end a question
#: Where somebody asks and another answers.
_ASKED_AT = frozenset({"interview", "debate", "hearing", "briefing", "rally", "conference"})
_LONG_AGO = re.compile(r"\b(?:[Yy]ears|[Mm]onths|[Ww]eeks) (?:ago|before|earlier)\b|\b[Oo]nce\b")


def go_on_with_others(thread: Thread) -> None:
    """Gives words the day and occasion of those before where they are told as heard there."""
    before: Circumstances | None = None
    for index, one in enumerate(thread.found):
        if thread.nested[index] or one.frame.paragraph < 0:
            continue
        if before is not None and _is_with(thread, before, one, _after(thread, index)):
            _go_on(one, before)
        before = one
    _go_back_to_who_asks(thread)


def _go_back_to_who_asks(thread: Thread) -> None:
    """Puts a question at the occasion where the next words answer it: "What now?" the host asked.

    Who asks stands before the one who answers, whose words tell the occasion.
    """
    for index, one in enumerate(thread.found[:-1]):
        other = thread.found[index + 1]
        if thread.nested[index] or thread.nested[index + 1] or not one.asks:
            continue
        if one.event is not None or one.given_out or one.of_earlier or one.via is not None:
            continue
        event = other.event
        if event is None or event.type not in _ASKED_AT or other.key == one.key:
            continue
        if not (_is_put(thread, one) and _is_told_before(thread, event, one)):
            continue
        near = 0 <= other.frame.paragraph - one.frame.paragraph <= 1 and one.frame.paragraph >= 0
        if near and one.place is None and (one.said_on.date is None or _is_range_of(one, other)):
            why = f"{one.key} asks what {other.key} answers"
            one.event, one.event_reason = event, why_lent(why, other.event_reason)
            one.place = other.place
            if other.said_on.date is not None:
                reason = why_lent(why, other.said_on.reason)
                one.said_on = DateFinding(other.said_on.date, DateBasis.INFERRED, reason)


def _is_put(thread: Thread, one: Circumstances) -> bool:
    """Whether words are a question put in so many words, or put by somebody who is there."""
    start, end = one.frame.sentence  # the question may end a sentence before "she asked"
    return _is_company(one) or "?" in thread.article.text[max(0, start - _MARKS) : end]


def _is_told_before(thread: Thread, event: Draft, one: Circumstances) -> bool:
    """Whether the article tells of an occasion before the sentence of the words, or in it."""
    whole = thread.article.span
    return any(
        whole.start <= mention.span.start < one.frame.anchor and mention.span.start < whole.end
        for mention in event.mentions
    )


def _is_range_of(one: Circumstances, other: Circumstances) -> bool:
    """Whether the day of the other words lies in the time found for these."""
    said, day = one.said_on.date, other.said_on.date
    return bool(said and day and said.first <= day.first and day.last <= said.last)


def _after(thread: Thread, index: int) -> Circumstances | None:
    """The next words that stand in no others."""
    rest = range(index + 1, len(thread.found))
    return next((thread.found[i] for i in rest if not thread.nested[i]), None)


def _asks_on_air(before: Circumstances, one: Circumstances, after: Circumstances | None) -> bool:
    """Whether words ask between two answers of one interview: "Roe asked, “Why?” Ruiz replied"."""
    event = before.event
    if after is None or event is None or event.type != "interview" or not one.asks:
        return False
    near = after.frame.paragraph - one.frame.paragraph <= 1
    return near and after.key == before.key and after.event is event


def _is_with(
    thread: Thread, before: Circumstances, one: Circumstances, after: Circumstances | None
) -> bool:
    if one.settled or one.apart or one.given_out or one.of_earlier or one.via is not None:
        return False
    if before.given_out or before.of_earlier or before.present != one.present:
        return False
    if not 0 <= one.frame.paragraph - before.frame.paragraph <= _WITHIN:
        return False
    first, last = before.frame.sentence.end, one.frame.sentence.start
    if any(first <= moment.sentence.start < last for moment in thread.moments):
        return False
    text = thread.article.text
    told = " ".join(piece.of(text) for piece in one.frame.outside)
    if APART.search(told) or _LONG_AGO.search(told):
        return False
    if before.key == one.key:
        return before.company
    return _asks_on_air(before, one, after) or _is_there(text, told, before, one)


def _is_there(text: str, told: str, before: Circumstances, one: Circumstances) -> bool:
    """Whether the sentence tells that its speaker hears, and is heard by, those who speak."""
    if _THERE.search(told):
        return True
    answers = before.asks and before.event is not None and one.frame.paragraph >= 0
    if answers and before.frame.paragraph == one.frame.paragraph and _is_company(before):
        return True
    if _SHOUTS.match(text, one.frame.anchor) and (before.event or _LISTENERS.match(one.key or "")):
        return True
    return _is_company(one) and _ASKS.match(text, one.frame.anchor) is not None


def _is_company(one: Circumstances) -> bool:
    """Whether somebody without a name is there with others: "a reporter", "the moderator"."""
    unnamed = one.speaker is not None and one.speaker.kind is SpeakerKind.UNNAMED
    return unnamed and _COMPANY.search(one.key or "") is not None


def _go_on(one: Circumstances, before: Circumstances) -> None:
    one.company = True
    goes_on = before.key == one.key
    why = f"{one.key} goes on" if goes_on else f"{one.key} is heard where {before.key} speaks"
    if one.said_on.date is None and before.said_on.date is not None:
        reason = why_lent(why, before.said_on.reason)
        one.said_on = DateFinding(before.said_on.date, DateBasis.INFERRED, reason)
    if one.event is None and before.event is not None:
        one.event, one.event_reason = before.event, why_lent(why, before.event_reason)
        one.place = one.place or before.place
