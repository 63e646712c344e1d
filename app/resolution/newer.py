"""Words that were lent an older day or occasion although a sentence since tells of a newer one.

"“We pay,” Ruiz said on Saturday. On Sunday she met Poe in Bergen. “Nobody pays,” Ruiz said": what
stands right before words, and tells of their speaker, is nearer to them than what was said before.
"""

import re
from datetime import timedelta

from app.domain.dates import UNKNOWN_DATE, DateBasis, DateFinding
from app.domain.resolved import Finding
from app.resolution.moments import Moment
from app.resolution.occasions import Circumstances, date_of
from app.resolution.reasons import published_when
from app.resolution.threads import Thread

_RECENT = timedelta(days=7)
_WITHIN = 1  # paragraphs from the newer scene to words told in it


def move_on(thread: Thread) -> None:
    """Takes words that were lent an older scene to the newer one told right before them."""
    ends: dict[str, int] = {}
    for index, one in enumerate(thread.found):
        if thread.nested[index] or one.key is None or one.frame.paragraph < 0:
            continue
        if one.key in ends and not (one.own or one.settled or one.given_out):
            scene = _scene_since(thread, one, ends[one.key])
            if scene is not None and _is_lent(one):
                _enter(thread, one, scene)
        ends[one.key] = max(ends.get(one.key, 0), one.frame.sentence.end)


def _is_lent(one: Circumstances) -> bool:
    return one.said_on.date is not None or one.event is not None


def _scene_since(thread: Thread, one: Circumstances, after: int) -> Moment | None:
    """The last sentence about the speaker, since their last words, that tells a day or occasion."""
    since = [
        moment
        for moment in thread.moments
        if after <= moment.sentence.start < one.frame.sentence.start
        and 0 <= one.frame.paragraph - moment.paragraph <= _WITHIN
    ]
    last = since[-1] if since else None
    if last is None or not last.alone or not thread.names(last, one) or one.present:
        return None
    theirs = re.search(rf"\b{one.called_pattern}[’']s?\b", last.told) if one.called else None
    return None if theirs else last


def _enter(thread: Thread, one: Circumstances, scene: Moment) -> None:
    event = scene.event
    if event is not None and event is not one.event:
        one.event = event
        one.event_reason = f'the sentence before tells of {one.key} at "{event.words}"'
        one.said_on = date_of(event)
        one.place = Finding(event.place, f'"{event.words}" was held there') if event.place else None
    elif event is None and scene.date != one.said_on.date and _is_news(thread, scene):
        one.event, one.event_reason, one.place = None, "", None
        one.said_on = UNKNOWN_DATE
    if scene.date is not None and one.said_on.date is None and _is_news(thread, scene):
        why = f'the article tells of {one.key} "{scene.printed}"'
        reason = f"{why} in an article {published_when(thread.published)}"
        one.said_on = DateFinding(scene.date, DateBasis.INFERRED, reason)


def _is_news(thread: Thread, scene: Moment) -> bool:
    """Whether a scene is of the days that a report tells as news; older ones are background."""
    date = scene.date
    day = date is not None and date.first == date.last
    return date is not None and day and thread.printed.first - date.first <= _RECENT
