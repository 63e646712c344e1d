"""The one whose words a sentence holds: the names used of the speaker, and the body spoken for."""

import re
from dataclasses import dataclass

from app.domain.countries import countries, country_of
from app.domain.gazetteer import SpeakerKind
from app.domain.resolved import ResolvedSpeaker
from app.domain.titles import read_title

#: Posts whose holders speak for the state or body that their title names.
_SPEAKS_FOR = re.compile(
    r"spokes|minister|president|ambassador|envoy|representative|secretary|chief|head\b|leader|chair"
    r"|director|premier|chancellor|governor|commissioner|official",
    re.IGNORECASE,
)
_OF_BODY = re.compile(r"\b(?:for|of|at) (?:the )?((?:[A-Z][\w&.-]+ ?)+)")
_WORDS = re.compile(r"[\w’'-]+")
_LEAST = 3  # letters of a word that names somebody


@dataclass(frozen=True, slots=True)
class Voice:
    """The one whose words a sentence holds.

    `names` are the words a sentence may call the speaker by, in small letters, `body` those for the
    state or organisation spoken for. `in_person` says that the words are quoted, so that "he" is
    somebody else.
    """

    names: frozenset[str] = frozenset()
    body: frozenset[str] = frozenset()
    is_body: bool = False
    in_person: bool = False


def voice_of(speaker: ResolvedSpeaker | None, role: str | None, *, in_person: bool) -> Voice:
    """The voice of a speaker who is printed or known with a role: "Norwegian Foreign Minister"."""
    if speaker is None:
        return Voice(in_person=in_person)
    names = _words(f"{speaker.name or ''} {speaker.printed or ''}")
    if speaker.kind is SpeakerKind.ORGANISATION:
        return Voice(names | _called(speaker.name or ""), is_body=True, in_person=in_person)
    body = _body(role) if role else None
    return Voice(names, _called(body) - names if body else frozenset(), in_person=in_person)


def _body(role: str) -> str | None:
    """The one state or body that the holder of a post speaks for, None where none is named."""
    plain = re.split(r" to (?:the )?(?=[A-Z])", role)[0]  # the envoy "of Russia to NATO"
    title = read_title(plain)
    if title.former or not _SPEAKS_FOR.search(role):
        return None
    if len(title.places) == 1:
        return next(iter(title.places))
    found = _OF_BODY.search(plain)
    return found[1].strip() if found and not title.places else None


def _called(body: str) -> frozenset[str]:
    name = country_of(body)
    state = next((c for c in countries() if c.name == name), None)
    if state is None:
        return _words(body)
    return _words(" ".join((state.name, *state.aliases, *state.metonyms)))


def _words(names: str) -> frozenset[str]:
    small = {"the", "and", "for", "von", "van", "der", "del"}
    return frozenset(
        word
        for word in (found.lower() for found in _WORDS.findall(names.replace(".", "")))
        if (len(word) >= _LEAST or word == "us") and word not in small
    )
