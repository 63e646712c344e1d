"""What the gazetteer tells of names, in the form in which an article is searched for them."""

import re
from dataclasses import dataclass, field

from app.domain.countries import country_named, plain
from app.domain.gazetteer import Gazetteer, SpeakerKind
from app.domain.persons import fold, speaker_key
from app.extraction.capitals import FUNCTION_WORDS
from app.extraction.names import ORG, PERSON

_PARTS = re.compile(r", (?:(?:later|then|before that) )?")
_PERIOD = re.compile(r" (?:from|since|until|between|in|of) \d{4}(?: (?:to|and) \d{4})?")


@dataclass(slots=True)
class Known:
    """Names, bodies and offices of the gazetteer, each by the key it is looked up with."""

    labels: dict[str, str] = field(default_factory=dict)  # name in lower case -> PERSON or ORG
    bodies: dict[str, str] = field(default_factory=dict)  # plain alias -> the body's name
    titles: dict[str, list[str]] = field(default_factory=dict)  # speaker_key -> titles of offices
    papers: frozenset[str] = frozenset()  # outlets and agencies, in lower case


_held: list[tuple[Gazetteer, Known]] = []


def known_from(gazetteer: Gazetteer) -> Known:
    """The index of a gazetteer; the last one made is kept, as a run uses one for all articles."""
    if _held and _held[0][0] is gazetteer:
        return _held[0][1]
    outlets = (name for outlet in gazetteer.outlets for name in (outlet.name, *outlet.aliases))
    papers = frozenset(map(str.casefold, outlets))
    known = Known(_labels(gazetteer), _bodies(gazetteer), _titles(gazetteer), papers)
    _held[:] = [(gazetteer, known)]
    return known


def _labels(gazetteer: Gazetteer) -> dict[str, str]:
    """The gazetteer's names and aliases of two and more words, and its bodies' short ones."""
    known: dict[str, str] = {}
    for outlet in gazetteer.outlets:
        known.update(dict.fromkeys(map(str.casefold, (outlet.name, *outlet.aliases)), ORG))
    for speaker in gazetteer.speakers:
        label = PERSON if speaker.kind is SpeakerKind.PERSON else ORG
        for name in (speaker.name, *speaker.aliases):
            plain = fold(name).split()
            if label == ORG or (len(plain) > 1 and not set(plain) & set(FUNCTION_WORDS)):
                known[name.casefold()] = label
    return {name: label for name, label in known.items() if not country_named(name)}


def _bodies(gazetteer: Gazetteer) -> dict[str, str]:
    found: dict[str, str] = {}
    for speaker in gazetteer.speakers:
        if speaker.kind is SpeakerKind.ORGANISATION:
            for alias in speaker.aliases:
                found.setdefault(plain(alias), speaker.name)
    for short, long in gazetteer.abbreviations:
        found.setdefault(plain(short), long)
    return found


def _titles(gazetteer: Gazetteer) -> dict[str, list[str]]:
    """What each known person ever was: offices held, with their titles, and the description."""
    titles = {office.name: (office.name, *office.titles) for office in gazetteer.offices}
    held: dict[str, list[str]] = {}
    for tenure in gazetteer.tenures:
        held.setdefault(tenure.speaker, []).extend(titles.get(tenure.office, (tenure.office,)))
    found: dict[str, list[str]] = {}
    for speaker in gazetteer.speakers:
        if speaker.kind is SpeakerKind.PERSON and speaker.description:
            described = _PERIOD.sub("", speaker.description)  # "American senator from Vermont"
            parts = [part for part in _PARTS.split(described) if "candidate" not in part]
            held.setdefault(speaker.name, []).extend(parts)  # a candidate of one year only
        for name in (speaker.name, *speaker.aliases):
            if speaker.name in held and len(name.split()) > 1:
                found.setdefault(speaker_key(name), held[speaker.name])
    return found
