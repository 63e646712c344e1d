"""Quotations planted to try the checker: true ones, and each way in which quotations go wrong."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import NamedTuple

from app.domain.quoted_words import words_of
from app.domain.spans import GAP
from app.domain.verdicts import Verdict


class Said(NamedTuple):
    """A statement as the archive holds it."""

    text: str
    speaker: str | None
    office: str | None = None


class Planted(NamedTuple):
    """A quotation, whose it is said to be, and the verdict that is right."""

    kind: str
    quote: str
    speaker: str | None
    right: Verdict


_SHORTEST, _LONGEST = 9, 24
_STRANGE = ["umbrella", "violin", "tomato", "pineapple", "carpet", "mirror", "kettle", "trumpet"]
_SUBJECTS = ("The alliance", "Our parliament", "Every missile base", "The President", "Moscow")
_VERBS = ("will be painted by", "was sold last spring to", "has apologised for years to")
_OBJECTS = ("a choir of schoolchildren", "the guarantees of a fishing village", "eleven bakeries")


def plant(said: list[Said], each: int, seed: int) -> Iterator[Planted]:
    """So many quotations of each of six kinds; the same for the same seed."""
    draw = random.Random(seed)
    long_enough = [one for one in said if _parts(one, _SHORTEST)]
    makers: dict[str, Callable[[], Planted | None]] = {
        "exact": lambda: _exact(draw, long_enough),
        "altered": lambda: _altered(draw, long_enough),
        "truncated": lambda: _truncated(draw, said),
        "spliced": lambda: _spliced(draw, long_enough),
        "misattributed": lambda: _misattributed(draw, long_enough),
    }
    for make in makers.values():
        made: dict[str, Planted] = {}
        while len(made) < each:
            planted = make()
            if planted is not None:
                made[planted.quote] = planted
        yield from made.values()
    invented = [f"{s} {v} {o}." for s in _SUBJECTS for v in _VERBS for o in _OBJECTS]
    for quote in draw.sample(invented, each):
        yield Planted("invented", quote, None, Verdict.NOT_FOUND)


def _parts(one: Said, least: int) -> list[list[str]]:
    """The words, as printed, of the unbroken passages of a statement with at least so many."""
    passages = [passage.split() for passage in one.text.split(GAP)]
    return [words for words in passages if len(words) >= least]


def _run(draw: random.Random, one: Said, length: int) -> list[str]:
    words = draw.choice(_parts(one, length))
    at = draw.randint(0, len(words) - length)
    return words[at : at + length]


def _exact(draw: random.Random, said: list[Said]) -> Planted:
    one = draw.choice(said)
    longest = max(map(len, _parts(one, _SHORTEST)))
    run = _run(draw, one, draw.randint(_SHORTEST, min(longest, _LONGEST)))
    return Planted("exact", " ".join(run), None, Verdict.EXACT)


def _altered(draw: random.Random, said: list[Said]) -> Planted:
    """One word replaced by another, added or dropped; never the first or last."""
    run = _run(draw, draw.choice(said), _SHORTEST)
    at = draw.randint(2, len(run) - 3)
    change = draw.choice(("replace", "add", "drop"))
    if change == "drop":
        del run[at]
    else:
        run[at : at + (change == "replace")] = [draw.choice(_STRANGE)]
    return Planted("altered", " ".join(run), None, Verdict.SMALL)


def _truncated(draw: random.Random, said: list[Said]) -> Planted | None:
    """Four to eight words left out in the middle, with marks that say so or without."""
    one = draw.choice([one for one in said if _parts(one, 20)])
    run = _run(draw, one, 20)
    first, gone = draw.randint(6, 8), draw.randint(4, 6)
    mark = draw.choice([[], ["…"], ["[…]"], ["..."]])
    return Planted(
        "truncated", " ".join([*run[:first], *mark, *run[first + gone :]]), None, Verdict.LEFT_OUT
    )


def _spliced(draw: random.Random, said: list[Said]) -> Planted:
    """The words of two statements as if they were one."""
    first, other = draw.sample(said, 2)
    both = [*_run(draw, first, _SHORTEST), *_run(draw, other, _SHORTEST)]
    return Planted("spliced", " ".join(both), None, Verdict.LEFT_OUT)


def _misattributed(draw: random.Random, said: list[Said]) -> Planted | None:
    """Words as they were said, but by somebody else who never said them here.

    The state or body whose office the speaker holds is not somebody else: it spoke by them.
    """
    one = draw.choice([one for one in said if one.speaker])
    run = " ".join(_run(draw, one, _SHORTEST))
    others = {other.speaker or "" for other in said} - {one.speaker, ""}
    others = {name for name in others if name not in (one.office or "")}
    innocent = sorted(name for name in others if not _said_by(name, run, said))
    if not innocent:
        return None
    return Planted("misattributed", run, draw.choice(innocent), Verdict.SOMEONE_ELSE)


def _said_by(speaker: str, run: str, said: list[Said]) -> bool:
    wanted = _forms(run)
    return any(wanted in _forms(one.text) for one in said if one.speaker == speaker)


def _forms(text: str) -> str:
    return " ".join(word.form for word in words_of(text))
