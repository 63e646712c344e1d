"""One form for the words of names: Russian, RF and Moscow's Russia; U.S., American and US."""

import re
from collections.abc import Iterable, Iterator

from app.domain.gazetteer import Gazetteer, KnownSpeaker, SpeakerKind
from app.resolution.kept import kept
from app.resolution.names import capitalised_names
from app.resolution.word_sets import word_set

_BODY_WORDS = word_set(
    "Council Union Ministry Nations Alliance Security Treaty Organization Europe"
)


class NameForms:
    """Single words that stand for a known body or state, and the names of known places."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Index the short names and demonyms of the bodies in `gazetteer`, and all places."""
        self._forms: dict[str, str] = {}
        self._states: dict[str, str] = {}  # capital -> state
        self._places = {e.place for e in gazetteer.events if e.place}
        self._places |= {outlet.place for outlet in gazetteer.outlets if outlet.place}
        for speaker in gazetteer.speakers:
            if speaker.kind is SpeakerKind.ORGANISATION:
                self._add(speaker)
        self._state_names = {s.name for s in gazetteer.speakers if s.demonyms}
        self._places -= self._state_names

    def _add(self, body: KnownSpeaker) -> None:
        short = [alias for alias in body.aliases if alias.isupper()]
        for word in (body.name, *short, *body.demonyms):
            self._forms.setdefault(word.replace(".", "").casefold(), body.name)
        if body.demonyms:  # a state; its other one-word aliases are capitals
            for alias in body.aliases:
                if " " not in alias and not alias.isupper():
                    self._states.setdefault(alias, body.name)
                    self._places.add(alias)

    def bodies_among(self, names: Iterable[str]) -> tuple[str, ...]:
        """The known bodies and states among names in their one form, in order."""
        known = set(self._forms.values())
        return tuple(sorted(name for name in set(names) if name in known))

    def state_of(self, place: str) -> str:
        """The state whose capital a place is; the place itself where it is none."""
        return self._states.get(place, place)

    def capitals_of(self, state: str) -> list[str]:
        """The capitals of a state; none where the name is no state's."""
        return [city for city, of in self._states.items() if of == state]

    def is_body(self, name: str) -> bool:
        """Whether a word of a name is a known body or state, a part of one's name, or a place."""
        return name.casefold() in self._forms or name in self._places or name in _BODY_WORDS

    def one(self, name: str) -> str:
        """The one form of a word of a name; itself where it has no other."""
        plain = name.replace(".", "")
        return self._forms.get(plain.casefold(), plain)

    def names_in(self, text: str) -> Iterator[str]:
        """The words of names in `text`."""
        return capitalised_names(text)

    def is_state(self, name: str) -> bool:
        """Whether a name is that of a known state."""
        return name in self._state_names

    def is_place(self, name: str) -> bool:
        """Whether a name is a known city or state."""
        return name in self._places or name in self._state_names

    def place_in(self, words: str) -> str | None:
        """The one city that a phrase names, where it names exactly one.

        "The Washington Post" and "Monday's Iowa" name none.
        """
        places = sorted(
            {
                name
                for name in capitalised_names(words)
                if name in self._places and not re.search(rf"{re.escape(name)} [A-Z]", words)
            }
        )
        return places[0] if len(places) == 1 else None


@kept("speakers", "outlets", "events")
def name_forms(gazetteer: Gazetteer) -> NameForms:
    """The name forms of a gazetteer."""
    return NameForms(gazetteer)
