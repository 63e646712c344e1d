"""Whether a description tells of another post than somebody holds: "the defence minister"."""

import re
from collections.abc import Iterable, Set
from functools import lru_cache

from app.domain.wordlists import table
from app.extraction.phrases import Phrase
from app.extraction.roles import role_words

#: Where the words of a post are over: "the minister who met foreign envoys".
_OVER = re.compile(r",|\b(?:who|whom|whose|that|which|in|at|on|with|from|after)\b")
_PAST = frozenset(["former", "ex", "then", "late", "retired", "once", "ousted", "deposed"])
_EX = re.compile(r"\bex[- ]|\b(?:19|20)\d\d\b|\buntil\b", re.IGNORECASE)
#: Titles that are printed for life: "Gov. Jane Roe" may be the former governor.
_FOR_LIFE = frozenset(["sen", "rep", "gov", "gen", "prof", "dr", "rev", "lt", "col", "adm"])
_ANOTHER = frozenset(["other", "another"])


@lru_cache(maxsize=1)
def _fields() -> dict[str, Set[tuple[int, str]]]:
    """Per word the fields it names, each with the number of its sort."""
    found: dict[str, set[tuple[int, str]]] = {}
    for sort, row in enumerate(table("post_fields.txt")):
        for cell in row:
            for word in cell:
                found.setdefault(word, set()).add((sort, cell[0]))
    return dict(found)


def tells_another_post(phrase: Phrase, printed: Iterable[str], nouns: Set[str]) -> bool:
    """Whether the words before the noun speak against all of somebody's printed roles of the noun.

    `nouns` are those that the description's noun may stand for. "The fire chief" is no police
    chief, "the former president" not who is president, and "the other coach" not the coach named;
    a bare "the chief", or a role that tells no field, speaks against nobody.
    """
    roles = [(role, set(role_words(role))) for role in printed]
    own = [(role, words) for role, words in roles if words & nouns]
    if not own:
        return False
    told = {word.lower() for word in phrase.modifiers}
    if told & _ANOTHER:
        return True
    if "former" in told and not any(_is_past(role, words) for role, words in roles):
        return True
    mine = fields_of(phrase.text)
    return bool(mine) and all(_are_apart(mine, fields_of(role)) for role, _ in own)


def fits_post(phrase: Phrase, printed: Iterable[str], nouns: Set[str]) -> bool:
    """Whether one of the printed roles of the noun has all fields that the description tells."""
    mine = fields_of(phrase.text)
    roles = (role for role in printed if set(role_words(role)) & nouns)
    return bool(mine) and any(mine <= fields_of(role) for role in roles)


def fields_of(role: str) -> Set[tuple[int, str]]:
    """The fields that a role or a description names, each with the number of its sort."""
    words = role_words(_OVER.split(role, maxsplit=1)[0])
    return {field for word in words for field in _fields().get(word, ())}


def _are_apart(mine: Set[tuple[int, str]], theirs: Set[tuple[int, str]]) -> bool:
    """Whether two name fields of one sort and share none."""
    sorts = {sort for sort, _ in mine} & {sort for sort, _ in theirs}
    return bool(sorts) and not mine & theirs


def _is_past(role: str, words: Set[str]) -> bool:
    """Whether a role may be one of the past, or a title that is kept for life."""
    return bool(words & (_PAST | _FOR_LIFE) or _EX.search(role))
