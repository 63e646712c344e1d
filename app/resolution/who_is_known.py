"""The gazetteer's people, bodies, offices and tenures, ready to be looked up by name."""

from dataclasses import dataclass, field

from app.domain.countries import plain
from app.domain.gazetteer import Gazetteer, KnownOffice, KnownSpeaker, KnownTenure, SpeakerKind
from app.domain.persons import compact, parse_person, speaker_key, spelling
from app.domain.qualified import bare_name
from app.resolution.kept import kept


@dataclass(slots=True)
class WhoIsKnown:
    """Known speakers and offices. Where a name is two speakers', both are found."""

    persons: dict[str, list[KnownSpeaker]] = field(default_factory=dict)  # by speaker_key
    compact: dict[str, list[KnownSpeaker]] = field(default_factory=dict)  # by the same, no blanks
    surnames: dict[str, list[KnownSpeaker]] = field(default_factory=dict)
    bodies: dict[str, KnownSpeaker] = field(default_factory=dict)  # by plain name, alias
    states: dict[str, KnownSpeaker] = field(default_factory=dict)  # by plain demonym
    offices: dict[str, KnownOffice] = field(default_factory=dict)
    tenures: dict[str, list[KnownTenure]] = field(default_factory=dict)  # by speaker's name


@kept("speakers", "offices", "tenures", "outlets")
def who_is_known(gazetteer: Gazetteer) -> WhoIsKnown:
    """The index of a gazetteer; the last one made is kept, as a run uses one for all articles."""
    found = WhoIsKnown(offices={office.name: office for office in gazetteer.offices})
    for speaker in gazetteer.speakers:
        if speaker.kind is SpeakerKind.PERSON:
            _add_person(found, speaker)
        elif speaker.kind is SpeakerKind.ORGANISATION:
            for name in (speaker.name, *speaker.aliases):
                found.bodies.setdefault(plain(name), speaker)
            for word in speaker.demonyms:
                found.states.setdefault(plain(word), speaker)
    for outlet in gazetteer.outlets:
        known = KnownSpeaker(outlet.name, SpeakerKind.ORGANISATION, outlet.aliases)
        for name in (outlet.name, *outlet.aliases):
            found.bodies.setdefault(plain(name), known)
    for tenure in gazetteer.tenures:
        found.tenures.setdefault(tenure.speaker, []).append(tenure)
    return found


def _add_person(found: WhoIsKnown, speaker: KnownSpeaker) -> None:
    for name in (speaker.name, *speaker.aliases):
        held = found.persons.setdefault(speaker_key(name), [])
        if speaker not in held:
            held.append(speaker)
        tight = found.compact.setdefault(compact(name), [])
        if speaker not in tight:
            tight.append(speaker)
    surname = spelling(parse_person(bare_name(speaker.name)).surname.split()[-1])
    found.surnames.setdefault(surname, []).append(speaker)
