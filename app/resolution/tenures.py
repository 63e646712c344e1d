"""When people held the offices with which an article prints their names."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.gazetteer import Gazetteer, KnownTenure, SpeakerKind
from app.resolution.day_set import DaySet
from app.resolution.kept import kept
from app.resolution.phrases import PhraseIndex

_BEFORE = 60  # characters before a name that hold its title
_AFTER = 60
_FORMER = re.compile(r"\b(?:former|ex|then|late|first|acting)[ -](?:\w+ ){0,2}$", re.IGNORECASE)
_LESSER = re.compile(r"\b(?:Deputy|Vice|Under|Assistant)[ -]$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Held:
    """The days on which somebody held an office as printed, and the words."""

    days: DaySet
    reason: str


class Tenures:
    """Who held which office when, by the names and titles that articles print."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Index the tenures in `gazetteer` by every name of their holders."""
        self._titles: dict[str, dict[str, list[KnownTenure]]] = defaultdict(dict)
        titles = {office.name: office.titles for office in gazetteer.offices}
        for tenure in gazetteer.tenures:
            for title in titles.get(tenure.office, ()):
                self._titles[tenure.speaker].setdefault(title.casefold(), []).append(tenure)
        self._names = PhraseIndex(
            (name, speaker.name)
            for speaker in gazetteer.speakers
            if speaker.kind is SpeakerKind.PERSON and speaker.name in self._titles
            for name in (speaker.name, *speaker.aliases)
        )

    def printed_in(self, sentence: str) -> Iterator[Held]:
        """The days on which the people in `sentence` held the offices it gives them."""
        for span, speakers in self._names.find(sentence):
            if len(speakers) != 1:
                continue
            before = sentence[max(0, span.start - _BEFORE) : span.start]
            after = sentence[span.end : span.end + _AFTER]
            title = self._title(speakers[0], span.of(sentence), before, after)
            if title is None:
                continue
            words, tenures = title
            days = DaySet.of(
                (
                    t.start.first if t.start else DaySet.between().first,
                    t.end.last if t.end else DaySet.between().last,
                )
                for t in tenures
            )
            yield Held(days, f'"{words}": {_in_years(tenures)}')

    def _title(
        self, speaker: str, printed: str, before: str, after: str
    ) -> tuple[str, list[KnownTenure]] | None:
        """The words that give the speaker, named as `printed`, an office, and the tenures of it."""
        stem, titles = before.rstrip().casefold(), self._titles[speaker]
        for title in sorted(titles, key=len, reverse=True):
            start = len(stem) - len(title)
            if stem.endswith(title) and not stem[start - 1 : start].isalpha():
                if _FORMER.search(before[:start]) or _LESSER.search(before[:start]):
                    return None
                return f"{before[start:].strip()} {printed}", titles[title]
        if stem.endswith("counterpart"):
            every = {id(t): t for tenures in titles.values() for t in tenures}
            offices = {tenure.office for tenure in every.values()}
            return (f"counterpart {printed}", list(every.values())) if len(offices) == 1 else None
        apposed = re.match(r", (?:the )?([^,.;]{3,50})[,.;]", after)
        if apposed and not _FORMER.search(apposed[1][:12]):
            for title in sorted(titles, key=len, reverse=True):
                if apposed[1].casefold().endswith(title):
                    return f"{printed}{apposed.group()[:-1]}", titles[title]
        return None


def _in_years(tenures: list[KnownTenure]) -> str:
    terms = []
    for tenure in tenures:
        start = tenure.start.iso if tenure.start else "?"
        terms.append(f"in office {start} to {tenure.end.iso if tenure.end else 'now'}")
    return ", ".join(dict.fromkeys(terms))


@kept("speakers", "offices", "tenures")
def tenures_of(gazetteer: Gazetteer) -> Tenures:
    """The index of the tenures in `gazetteer`."""
    return Tenures(gazetteer)
