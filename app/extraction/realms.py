"""Kings of one name who reign over two states: Abdullah of Jordan and of Saudi Arabia."""

import re
from collections.abc import Sequence

from app.domain.countries import country_named
from app.domain.persons import fold, reigns
from app.domain.spans import Span
from app.extraction.names import Name

_REALM = re.compile(r"\sof\s(?:the\s)?(?=[A-Z])")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_POSSESSIVE = re.compile(r"['’]s?$")
_LONGEST = 3  # words of a state's name


def realm_behind(text: str, name: Name) -> Span | None:
    """Where the state stands over which "King Abdullah of Jordan" reigns; None for no such name."""
    if len(name.words) != 2 or not reigns(name.words[0]):
        return None
    of = _REALM.match(text, name.span.end)
    if of is None:
        return None
    printed: list[str] = []  # the first word, the first two, the first three
    at = of.end()
    while len(printed) < _LONGEST and (word := _WORD.match(text, at)):
        printed.append(_POSSESSIVE.sub("", text[of.end() : word.end()]))
        at = word.end() + 1
    longest = next((words for words in reversed(printed) if country_named(words)), None)
    return None if longest is None else Span(of.end(), of.end() + len(longest))


def rivals(text: str, names: Sequence[Name]) -> dict[str, dict[str, tuple[Name, Span]]]:
    """Per name of several who reign the states of each, with where each is first told of so.

    Names are folded, states in their usual English name; who has no namesake is not among them.
    """
    found: dict[str, dict[str, tuple[Name, Span]]] = {}
    for name in names:
        realm = realm_behind(text, name)
        state = country_named(realm.of(text)) if realm is not None else None
        if realm is not None and state is not None:
            found.setdefault(fold(name.text), {}).setdefault(state, (name, realm))
    return {name: states for name, states in found.items() if len(states) > 1}
