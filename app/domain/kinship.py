"""Words beside a name that tell whose relative somebody is: "his son, President Jane Roe"."""

import re

from app.domain.wordlists import word_groups

#: Words for relatives: "son", "wife", "cousin".
KIN_WORDS = word_groups("grammar.txt")["kin"]

_WORD = "|".join(sorted(KIN_WORDS, key=len, reverse=True))
_AGES = r"(?:(?:late|own|only|old|older|elder|younger|eldest|youngest|oldest|twin|first)\s)*"
_OWNER = r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ww]hose|[A-Z][\w-]+[’']s)\s"
#: Words of a title between the relative and the name: "his father, former President".
TITLES = r"(?:(?:[A-Z][\w-]*\.?|former|then|ex|retired|now)\s){0,4}"
_BEFORE = re.compile(rf"{_OWNER}{_AGES}(?P<kin>{_WORD}),?\s{TITLES}$")
_OF_WHOM = re.compile(rf"\b(?P<kin>{_WORD})\sof\s{TITLES}$")
#: ", his son," behind a name; "her husband is away" is said of another.
_BEHIND = re.compile(rf",\s(?:his|her)\s{_AGES}(?P<kin>{_WORD})(?=[,.;]|\s(?:and|who)\b|$)")
_SON_OF = re.compile(rf",\s(?:(?:the|an?)\s)?{_AGES}(?P<kin>{_WORD})\sof\s")
#: "John Roe and John P. Roe, father and son,".
_AND = re.compile(rf"\sand\s{TITLES}$")
_BOTH = re.compile(
    r",\s(?:(?:a|the)\s)?(?:father\sand\s(?P<younger>son|daughter)"
    r"|mother\sand\s(?P<of_her>son|daughter))\b"
)
_NEAR = 80


def kin_before(text: str, start: int) -> str | None:
    """What relative of whom the text named last a name at `start` is: "son" in "his son, Roe"."""
    found = _BEFORE.search(text, max(0, start - _NEAR), start)
    return found["kin"] if found else None


def kin_behind(text: str, end: int) -> str | None:
    """The same by what stands behind a name that ends there: ", his son,"."""
    if both := _BOTH.match(text, end):
        return both["younger"] or both["of_her"]
    found = _BEHIND.match(text, end) or _SON_OF.match(text, end)
    return found["kin"] if found else None


def are_kin(text: str, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether the words around two names that follow one another make them relatives.

    Each name is given as its start and end; nobody else may be named between them.
    """
    if kin_before(text, second[0]) or _OF_WHOM.search(text, first[1], second[0]):
        return True
    if _BEHIND.match(text, second[1]):
        return True
    both = _BOTH.match(text, second[1])
    return both is not None and _AND.match(text, first[1], second[0]) is not None
