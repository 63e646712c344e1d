"""Relatives of nearly one name: George Roe and his son George P. Roe, who are two."""

import re
from collections.abc import Sequence

from app.domain.kinship import are_kin
from app.domain.persons import fold, parse_person, same_person
from app.domain.wordlists import word_map
from app.extraction.names import Name

#: "his son was ready", behind somebody's name.
_KIN_TOLD = re.compile(
    r"\b(?:his|her)\s(?:\w+\s)?(?:son|daughter|father|mother|dad|mom)\b(?!,?\s[A-Z])"
)
_PAST_POST = re.compile(r"\b(?:[Ff]ormer|[Ee]x|late|[Rr]etired)[ -](?:[A-Z][\w.]*\s){1,3}$")
_SENTENCE_END = re.compile(r"[.!?][\"”’']?(?:\s|$)")
_TITLE = 40  # characters before a name that its title takes
_NEAR = 300  # characters from whose relative somebody is to the relative's name


def namesakes_told(text: str, names: Sequence[Name]) -> frozenset[frozenset[str]]:
    """Pairs of printed names, folded, that are two people's though one might print both.

    The words between or behind them say so: "His son, President George P. Roe".
    """
    found: set[frozenset[str]] = set()
    before: Name | None = None  # whoever is named last
    whole: dict[str, Name] = {}  # who was last named in full, by surname
    for name in names:
        if not name.text[:1].isupper() or any(char.isdigit() for char in name.text):
            continue
        parts = parse_person(name.text)
        owner = None if before is None else whole.get(parse_person(before.text).surname)
        if parts.given is not None:
            if before is not None and owner is not None and _are_two(text, owner, before, name):
                found.add(frozenset([fold(owner.text), fold(name.text)]))
            whole[parts.surname] = name
        before = name if parts.given is not None or parts.surname in whole else before
    return frozenset(found)


def _are_two(text: str, owner: Name, before: Name, name: Name) -> bool:
    """Whether `name` is a relative's of `owner`, who is named so or by surname at `before`."""
    if fold(owner.text) == fold(name.text) or name.span.start - before.span.end > _NEAR:
        return False
    if not same_person(owner.text, name.text)[0]:
        return False
    ends = (before.span.start, before.span.end), (name.span.start, name.span.end)
    return are_kin(text, *ends) or _are_of_two_posts(text, before, name)


def _are_of_two_posts(text: str, before: Name, name: Name) -> bool:
    """Whether one was in a post, the other is in another, and a parent or child is told of.

    "Former President John Roe said his son was ready. Gov. John P. Roe was proud."
    """
    if before.title is None or name.title is None:
        return False
    last = [one.title.of(text).split()[-1] for one in (before, name) if one.title]
    past = [
        _PAST_POST.search(text, max(0, one.span.start - _TITLE), one.span.start) is not None
        for one in (before, name)
    ]
    one, two = (fold(word).strip(".") for word in last)
    if past[0] == past[1] or one == two or one in word_map("roles.txt", "same").get(two, ()):
        return False
    end = _SENTENCE_END.search(text, name.span.end)
    told = text[before.span.end : name.span.start], text[name.span.end : end.end() if end else None]
    return any(_KIN_TOLD.search(words) for words in told)
