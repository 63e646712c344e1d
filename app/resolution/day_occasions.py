"""Words of a day on which their speaker is told of at one occasion alone: they are of that one.

"Ruiz on Tuesday implied …. Ruiz, speaking at a rally in Porto on Tuesday, warned …": who is told
to have spoken at one occasion on a day is, for all an article tells, quoted from it.
"""

import re
from collections.abc import Iterator

from app.domain.dates import PartialDate
from app.domain.resolved import Finding
from app.resolution.event_drafts import Draft
from app.resolution.event_words import GATHERINGS
from app.resolution.moments import Moment
from app.resolution.names import capitalised_names
from app.resolution.occasions import Circumstances, is_a_person
from app.resolution.tellings import APART, is_up_to_now
from app.resolution.threads import Thread

#: Where many speak; at a rally, or in an interview, the one who is told of first.
_OF_MANY = GATHERINGS | {"debate", "hearing"}

#: What is given to the press, and what was said before or after, was not said at a rally.
_OF_ITS_OWN = re.compile(
    r"\b[Ii]n an? (?:\w+ ){0,2}statement\b|\b(?:[Ll]ater|[Ee]arlier) (?:on |in the |that )?"
    r"(?:day|night|evening|afternoon|morning|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)"
)
#: "Ben Ruiz got in on it, bashing Low at a rally": told of Ben Ruiz.
_OPENS_WITH_A_NAME = re.compile(r"\W*((?:[A-ZÀ-Þ][\w’.-]+ ){1,3}[A-ZÀ-Þ][\w’-]+)(?! [A-ZÀ-Þ])(?!,)")
#: "Roe was not at the summit": none of hers is of it.
_ABSENT = re.compile(
    r"(?:\b(?:not|never)\b|n[’']t) (?:\w+ ){0,2}?(?:at|attend\w*|appear\w*|present|join\w*|part)\b"
    r"|\babsent\b|\bskip(?:s|ped|ping)\b"
)
_GIVEN = r"(?:\b([A-ZÀ-Þ][\w’.-]+) )?"  # a given name, or a title


def place_by_day(thread: Thread) -> None:
    """Puts words of one day at the one occasion of that day that is told of their speaker."""
    for index, one in enumerate(thread.found):
        if thread.nested[index] or not _is_open(thread, one):
            continue
        told = {id(event): event for event in _occasions_of_day(thread, one)}
        if len(told) != 1:
            continue
        (event,) = told.values()
        if one.place is not None and event.place not in (None, one.place.value):
            continue
        one.event = event
        one.event_reason = (
            f'{one.key} took part in "{event.words}",'
            " the only occasion of that day that the article tells of them"
        )
        if one.place is None and event.place:
            one.place = Finding(event.place, f'"{event.words}" was held there')


def _is_open(thread: Thread, one: Circumstances) -> bool:
    """Whether words tell a day, and no occasion or way of their own in which they were said."""
    if one.event is not None or one.present or not _is_a_day(one.said_on.date):
        return False
    if not is_a_person(one):
        return False
    if one.given_out or one.of_earlier or one.elsewhere or one.via is not None:
        return False
    text = thread.article.text
    apart = any(
        APART.search(piece.of(text)) or _OF_ITS_OWN.search(piece.of(text))
        for piece in one.frame.outside
    )
    told_where = one.own and one.place is not None
    return not (apart or told_where or is_up_to_now(text, one.frame))


def _occasions_of_day(thread: Thread, one: Circumstances) -> Iterator[Draft]:
    """The occasions of the day of the words that sentences tell of their speaker."""
    day = one.said_on.date
    for moment in thread.moments:
        event = moment.event
        if event is None:
            continue
        held = event.date.date if not event.guessed else None
        if _ABSENT.search(moment.told):
            continue
        if day != (held or (moment.date if moment.alone else None)):
            continue
        if not thread.names(moment, one):
            continue
        if event.type in _OF_MANY or _is_of(thread, moment, one):
            yield event
    for other in thread.found:
        if other.key == one.key and other.event is not None and other.said_on.date == day:
            yield other.event


def _is_of(thread: Thread, moment: Moment, one: Circumstances) -> bool:
    """Whether a sentence that names several people names this speaker first, and no namesake."""
    own = set((one.key or "").split())
    opens = _OPENS_WITH_A_NAME.match(moment.told)
    if opens and (named := set(capitalised_names(opens[1]))) and not named & own:
        return False
    everybody = {other.called for other in thread.found if other.called}
    places = {
        called: found
        for called in everybody
        if (found := re.search(rf"{_GIVEN}\b{re.escape(called)}\b", moment.told))
    }
    if not places:
        return True  # told by a pronoun
    called = min(places, key=lambda name: places[name].end())
    given = next(capitalised_names(places[called][1] or ""), None)
    return called == one.called and (
        given is None or given in own or given[0] == (one.key or "")[0]
    )


def _is_a_day(date: PartialDate | None) -> bool:
    return date is not None and date.first == date.last
