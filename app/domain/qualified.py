"""Names that tell one of several people of a name: "John Smith (mayor of Leeds)"."""

import re

from app.domain.gazetteer import SpeakerKind

_QUALIFIER = re.compile(r"\s*\((?P<what>[^()]+)\)\s*$")
_LONGEST_QUALIFIER = 48  # characters


def qualified(name: str, what: str) -> str:
    """A name that tells one of several people of it: "John Smith (mayor of Leeds)"."""
    words, kept = re.sub(r"[()]", "", what).split(), ""
    for word in words:
        if len(kept) + len(word) >= _LONGEST_QUALIFIER:
            break
        kept = f"{kept} {word}".strip()
    return f"{bare_name(name)} ({kept})" if kept else bare_name(name)


def bare_name(name: str) -> str:
    """The name without what tells which of several people of it is meant: "John Smith"."""
    return _QUALIFIER.sub("", name)


def qualifier_of(name: str) -> str | None:
    """What tells which of several people of a name is meant: "mayor of Leeds"; None for nothing."""
    found = _QUALIFIER.search(name)
    return found["what"] if found else None


def sort_name_of(name: str, kind: SpeakerKind) -> str:
    """What a name is filed under: "Lee, Ann" for a person, a body's name as it is."""
    bare = bare_name(name)
    first, _, last = bare.rpartition(" ")
    if not first or kind is not SpeakerKind.PERSON:
        return name
    return f"{last}, {first}{name[len(bare) :]}"
