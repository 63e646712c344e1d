"""Events of one article that another article tells as well, under the one name both are to have."""

from collections import defaultdict
from collections.abc import Sequence

from app.domain.dates import PartialDate
from app.domain.gazetteer import Gazetteer, KnownEvent
from app.resolution.event_drafts import Draft
from app.resolution.occasions import Circumstances


def join_told(
    drafts: Sequence[Draft], found: Sequence[Circumstances], gazetteer: Gazetteer
) -> list[Draft]:
    """The events, those that other articles tell of the same day under these names made theirs.

    Two that become one are one from then on, for the statements in `found` as well.
    """
    told = _told(gazetteer)
    kept: dict[tuple[str, PartialDate | None], Draft] = {}
    instead: dict[int, Draft] = {}
    for draft in drafts:
        names = {event.name: event for event in told.get((draft.name, draft.date.date), ())}
        if draft.known is None and len(names) == 1:
            (draft.known,) = names.values()
            draft.name, draft.place = draft.known.name, draft.place or draft.known.place
        first = kept.setdefault((draft.name, draft.date.date), draft)
        if first is not draft:
            instead[id(draft)] = first
            _join(first, draft)
    for one in found:
        if one.event is not None:
            one.event = instead.get(id(one.event), one.event)
    return list(kept.values())


def _told(gazetteer: Gazetteer) -> dict[tuple[str, PartialDate | None], list[KnownEvent]]:
    told: dict[tuple[str, PartialDate | None], list[KnownEvent]] = defaultdict(list)
    for event in gazetteer.events:
        if event.told_by and event.date is not None:
            for name in (event.name, *event.aliases):
                told[name, event.date].append(event)
    return told


def _join(event: Draft, other: Draft) -> None:
    """Makes what is known of another draft this one's."""
    event.mentions += other.mentions
    for article, spans in other.articles.items():
        event.articles.setdefault(article, []).extend(spans)
    event.names |= other.names
    event.people |= other.people
    event.place = event.place or other.place
