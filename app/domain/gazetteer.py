"""What the archive knows before it reads: names, offices, outlets, events and issues.

A Gazetteer is made from knowledge files or from the database; it is a plain value.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.dates import PartialDate


class SpeakerKind(StrEnum):
    """A speaker is a person, a body or state that speaks as one, or somebody left unnamed."""

    PERSON = "person"
    ORGANISATION = "organisation"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Profile:
    """Where else a speaker is told of, and a picture: by their keys in knowledge files."""

    wikidata: str | None = None  # "Q58217"
    isni: str | None = None  # sixteen digits, the last may be X
    viaf: str | None = None
    homepage: str | None = None  # an address
    picture: str | None = None  # name of a file in the folder "pictures" of the knowledge
    credit: str | None = None  # who made the picture and under which licence it is shown


@dataclass(frozen=True, slots=True)
class KnownSpeaker:
    """A person or a body, with every way its name is written."""

    name: str  # the archive's name: "Sergey Lavrov"
    kind: SpeakerKind
    aliases: tuple[str, ...] = ()
    sort_name: str | None = None  # "Lavrov, Sergey"
    description: str | None = None  # one line: what this speaker is known for
    demonyms: tuple[str, ...] = ()  # for states: "Russian"
    not_same: tuple[str, ...] = ()  # speakers listed as well whom this one is never taken for
    profile: Profile = Profile()
    born: PartialDate | None = None  # of persons: what tells them from others of the name
    died: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class KnownOffice:
    """A post: "Foreign Minister of Russia"."""

    name: str
    body: str | None = None  # the state or organisation it belongs to, by its speaker name
    titles: tuple[str, ...] = ()  # how it is written: "Foreign Minister", "NATO chief"


@dataclass(frozen=True, slots=True)
class KnownTenure:
    """One speaker holding one office; None is an open end."""

    speaker: str
    office: str
    start: PartialDate | None = None
    end: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class KnownOutlet:
    """Who publishes articles; an agency is also a channel that others quote from."""

    name: str
    aliases: tuple[str, ...] = ()
    is_agency: bool = False
    domains: tuple[str, ...] = ()
    place: str | None = None


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """An occasion with a date: known beforehand, or told by another article.

    `told_by` is None for knowledge files, else the permalink of the article that tells it.
    """

    name: str
    type: str
    date: PartialDate | None = None
    place: str | None = None
    aliases: tuple[str, ...] = ()  # phrases that mean it: "Lisbon summit"
    participants: tuple[str, ...] = ()
    told_by: str | None = None


@dataclass(frozen=True, slots=True)
class KnownIssue:
    """A question on which people take sides, and the words that signal it.

    `signals` are phrases (lower case, matched on word stems); a statement is on the issue when
    one of them stands in it, or all words of an `a + b` signal do. `stance_hints` maps a stance
    to further phrases that decide it.
    """

    key: str
    name: str
    question: str
    signals: tuple[str, ...] = ()
    stance_hints: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Everything known beforehand."""

    speakers: tuple[KnownSpeaker, ...] = ()
    offices: tuple[KnownOffice, ...] = ()
    tenures: tuple[KnownTenure, ...] = ()
    outlets: tuple[KnownOutlet, ...] = ()
    events: tuple[KnownEvent, ...] = ()
    issues: tuple[KnownIssue, ...] = ()
    abbreviations: tuple[tuple[str, str], ...] = field(default=())  # ("NATO", "North Atlantic ...")


EMPTY = Gazetteer()
