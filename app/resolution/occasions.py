"""What is known of the occasion on which a quotation was said."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from app.domain.conflicts import AGAINST
from app.domain.dates import UNKNOWN_DATE, DateBasis, DateFinding
from app.domain.gazetteer import SpeakerKind
from app.domain.persons import generation
from app.domain.resolved import Finding, ResolvedSpeaker
from app.resolution.event_drafts import Draft
from app.resolution.frames import Frame
from app.resolution.reasons import in_words

_LENT = re.compile(
    r"^(?:[^\"]*?(?: goes on| is reported from one occasion|the same words are told \w+): )+"
)
_WIDEST = timedelta(days=366)  # an event dated less closely does not date what was said at it


@dataclass
class Circumstances:
    """What is known of one quotation's occasion. `own` says that its own sentence told it."""

    frame: Frame
    speaker: ResolvedSpeaker | None
    key: str | None
    said_on: DateFinding = UNKNOWN_DATE
    place: Finding | None = None
    event: Draft | None = None
    event_reason: str = ""
    via: Finding | None = None
    own: bool = False
    settled: bool = False
    elsewhere: bool = False  # its sentence names a time or place that is not its own
    #: Of no time told: counted from a day that is not known, or back from a look at the past.
    apart: bool = False
    of_earlier: bool = False  # the words are older than the occasion the article reports
    words: frozenset[str] = field(default=frozenset())
    present: bool = False  # told in the present: "she says"
    given_out: bool = False  # a statement, a post, a book: no occasion at which more was said
    asks: bool = False  # a question put to somebody: "Roe asked"
    aside: bool = False  # told by the way: "after saying on Monday …, she"
    one_more: bool = False  # "she also said in an interview"
    called: str = ""  # how sentences have to name the speaker: surname, or all where it is shared
    company: bool = False  # heard at the occasion of somebody else: the crowd, who asks
    cited: str = ""  # the citation that vouches for the words: "(CPA II, July 1)"
    told_in: int | None = None  # the paragraph whose own words tell the occasion

    @property
    def called_pattern(self) -> str:
        """How sentences name the speaker, as a pattern; "Roe Jr." is not Roe."""
        words = (self.key or "").split()
        if not (words and generation(words[-1])):
            return rf"{re.escape(self.called)}(?!,? (?:Jr|Sr|II|III|IV)\b)"
        if self.called.endswith(f" {words[-1]}"):  # "Roe Jr.", "Ben Jr."
            names = "|".join(map(re.escape, dict.fromkeys([self.called.split()[0], words[0]])))
            return rf"(?:{names}),? {re.escape(words[-1])}"
        return re.escape(self.called)


def is_a_person(one: Circumstances) -> bool:
    """Whether words are those of somebody with a name: bodies speak at all times, and places."""
    return bool(one.called) and one.speaker is not None and one.speaker.kind is SpeakerKind.PERSON


def date_of(event: Draft) -> DateFinding:
    """The day of an event as the day of what was said at it; unknown where it is too wide."""
    date = event.date.date
    if date is None or event.guessed or date.last - date.first > _WIDEST:
        return UNKNOWN_DATE
    if event.known is not None:
        return DateFinding(date, DateBasis.INFERRED, event.date.reason)
    return DateFinding(date, DateBasis.INFERRED, f'the day of "{event.words}": {event.date.reason}')


def closer(told: DateFinding, event: Draft | None) -> DateFinding:
    """The day told, or that of the event where it lies within and is known more closely."""
    held = date_of(event).date if event is not None else None
    if event is None or held is None or told.date is None:
        return told
    if event.known is not None and not held.may_be(told.date):
        shown = f"{AGAINST}{event.known.name} is known for {in_words(held)}"
        return replace(told, reason=f"{told.reason}{shown}")
    within = told.date.first <= held.first and held.last <= told.date.last
    if not within or held.last - held.first >= told.date.last - told.date.first:
        return told
    return DateFinding(held, DateBasis.INFERRED, f"{told.reason}; {date_of(event).reason}")


def date_events(found: Sequence[Circumstances]) -> None:
    """Dates and places occasions by the words whose own sentences say when and where they fell.

    "She said on Monday on NBC’s “Today”": the appearance was that Monday.
    """
    at: dict[int, list[Circumstances]] = {}
    for one in found:
        if one.event is not None and one.event.known is None and not one.aside:
            at.setdefault(id(one.event), []).append(one)
    for told in at.values():
        event = told[0].event
        days = {one.said_on.date: one for one in told if one.said_on.date is not None}
        if event is not None and date_of(event).date is None and len(days) == 1:
            ((day, teller),) = days.items()
            if day.first == day.last:
                event.date, event.guessed = teller.said_on, False
        places = {one.place.value for one in told if one.place is not None}
        if event is not None and event.place is None and not event.on_air and len(places) == 1:
            event.place = places.pop()
        for one in told:
            _complete(one)


def _complete(one: Circumstances) -> None:
    """Gives words the day and place that are known of their occasion by now."""
    event = one.event
    if event is not None and one.said_on.date is None:
        one.said_on = date_of(event)
    if event is not None and one.place is None and event.place:
        one.place = Finding(event.place, f'"{event.words}" was held there')


def lend(one: Circumstances, other: Circumstances, why: str) -> None:
    """Gives `one` the day, place and event of `other`, which is by the same speaker."""
    one.told_in = other.told_in
    one.given_out = one.given_out or other.given_out
    if other.said_on.date is not None:
        reason = why_lent(why, other.said_on.reason)
        one.said_on = DateFinding(other.said_on.date, DateBasis.INFERRED, reason)
    if one.place is None and other.place is not None:
        one.place = Finding(other.place.value, why_lent(why, other.place.reason))
    if one.event is None and other.event is not None:
        one.event, one.event_reason = other.event, why_lent(why, other.event_reason)


def why_lent(why: str, told: str) -> str:
    """Why something is lent, and the words it goes back to, without the steps in between."""
    return f"{why}: {_LENT.sub('', told)}"
