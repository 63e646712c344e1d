"""Looks up the events that a sentence means."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from app.domain.gazetteer import Gazetteer, KnownEvent
from app.domain.spans import Span
from app.resolution.kept import kept
from app.resolution.name_forms import NameForms
from app.resolution.phrases import PhraseIndex

#: Words that mean an event of a type, by the types of knowledge files.
_KIND_WORDS = {
    "summit": "summit",
    "ministerial": "ministerial|ministers|minister-level",
    "meeting": "meeting|met|session",
    "talks": "talks|discussed|negotiations",
    "speech": "speech|said|declared|address",
    "treaty": "treaty|signed|agreement|accord",
    "resolution": "resolution|adopted",
}
_SIGNED = re.compile(r"\b(?:[Tt]reaty|signed|accords?|ratif\w+)\b")
_GATHERING = re.compile(
    r"\b(?:summit|meeting|met|gathered|session|agreed|decided|signed|declared|speech|said|talks"
    r"|conference|agreements?)\b"
)


class KnownEvents:
    """Events known beforehand or told by other articles."""

    def __init__(self, events: Sequence[KnownEvent]) -> None:
        """Index `events` by their names, aliases and places.

        What another article tells goes by names with its place alone: "Republican debate" may
        mean others as well.
        """
        events = [event for event in events if event.place or not event.told_by]
        self._events = events
        self._names = PhraseIndex(
            (phrase, event)
            for event in events
            for phrase in {event.name, *event.aliases}
            if not event.told_by or (event.place or "") in phrase
        )
        self._by_place: dict[str, list[KnownEvent]] = defaultdict(list)
        for event in events:
            if event.place:
                self._by_place[event.place].append(event)
        self._places = PhraseIndex((event.place, event) for event in events if event.place)

    def held_in(self, place: str | None, forms: NameForms) -> list[KnownEvent]:
        """The events held in a place, or in the capital of a state."""
        if place is None:
            return []
        return [e for city in (place, *forms.capitals_of(place)) for e in self._by_place[city]]

    def of_sort(self, sort: str) -> list[KnownEvent]:
        """The events of one type."""
        return [event for event in self._events if event.type == sort]

    def named_in(self, sentence: str) -> Iterator[tuple[KnownEvent, Span]]:
        """The events that a phrase in `sentence` names, where it can mean only one."""
        for span, events in self.candidates_in(sentence):
            if len({event.name for event in events}) == 1:
                yield events[0], span

    def candidates_in(self, sentence: str) -> Iterator[tuple[Span, list[KnownEvent]]]:
        """Each phrase in `sentence` that names events, with all that it can mean."""
        for span, events in self._names.find(sentence):
            # "North Atlantic Treaty Organization" goes on: it is another name.
            if not re.match(r" [A-Z][a-z]", sentence[span.end : span.end + 3]):
                yield span, events

    def placed_in(self, sentence: str) -> list[KnownEvent]:
        """The events that `sentence` may mean by a place: in a name, or in what is done there."""
        found = [
            event
            for span, events in self._names.find(sentence)
            for event in events
            if event.place and event.place in span.of(sentence)
        ]
        if _GATHERING.search(sentence):
            # "As we decided in Lisbon" is no treaty, though one was signed there.
            signed = _SIGNED.search(sentence)
            found += [e for e in self.at_place_in(sentence) if signed or e.type != "treaty"]
        return list({id(event): event for event in found}.values())

    def at_place_in(self, sentence: str) -> list[KnownEvent]:
        """The events at the places that `sentence` names after "in" or "at"."""
        return [event for _, events in self.placed_at(sentence) for event in events]

    def placed_at(self, sentence: str) -> Iterator[tuple[Span, list[KnownEvent]]]:
        """Each place that `sentence` names after "in" or "at", with the events there."""
        for span, events in self._places.find(sentence):
            if sentence[max(0, span.start - 3) : span.start] in ("in ", "at "):
                yield span, events

    def of_kind_in(self, sentence: str) -> list[KnownEvent]:
        """The events whose kind, place and one participant, or one alias, `sentence` names."""
        there = self.at_place_in(sentence)
        kinds = {event.type for event in there if event.type in _KIND_WORDS}
        told = {kind for kind in kinds if re.search(rf"\b(?:{_KIND_WORDS[kind]})\b", sentence)}
        meant = {
            id(event)
            for event in {id(event): event for event in there if event.type in told}.values()
            if any(named in sentence for named in (*event.participants, *event.aliases))
        }
        return [event for event in there if id(event) in meant]


@kept("events")
def known_events(gazetteer: Gazetteer) -> KnownEvents:
    """The index of a gazetteer's events."""
    return KnownEvents(gazetteer.events)
