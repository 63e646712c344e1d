"""Words by which a statement takes a stance; the words themselves are in `lexicon`."""

import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import NamedTuple

from app.domain.resolved import Stance

_FILE = Path(__file__).with_name("lexicon") / "stances.txt"

#: A condition: what follows it is asked for as the price of the rest.
CONDITION = re.compile(r"\b(?:unless|until|only if|provided that|as long as)\b", re.IGNORECASE)
IF = re.compile(r"\b(?:if|unless|in case|provided that|would be based on)\b", re.IGNORECASE)
#: "If X, Y will …": a consequence is held out.
THEN_BAD = re.compile(
    r"\bif\b.{3,200}?\b(?:will (?:take|deploy|respond|be forced|have to)|can|may|could)\b",
    re.IGNORECASE,
)


class StanceWords(NamedTuple):
    """Words that speak for a stance, and how strongly: 3 surely, 2 mostly, 1 they lean to it."""

    stance: Stance
    weight: float
    pattern: re.Pattern[str]
    taken: bool = False  # a verb whose subject takes the stance


@cache
def cue_words() -> tuple[StanceWords, ...]:
    """What the cue says of a statement's stance."""
    return _read("cue", r"\b(?:%s)\b")


@cache
def content_words() -> tuple[StanceWords, ...]:
    """What the words of a statement say, to be tried on each of its sentences."""
    taken = (words._replace(taken=True) for words in _read("takes", r"\b(?:%s)"))
    return (*_read("words", r"\b(?:%s)"), *taken)


def _read(where: str, form: str) -> tuple[StanceWords, ...]:
    phrases: dict[tuple[Stance, float], list[str]] = defaultdict(list)
    for line in _FILE.read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            place, stance, weight, phrase = line.split(maxsplit=3)
            if place == where:
                phrases[Stance(stance), float(weight)].append(phrase)
    return tuple(
        StanceWords(stance, weight, re.compile(form % "|".join(found), re.IGNORECASE))
        for (stance, weight), found in phrases.items()
    )
