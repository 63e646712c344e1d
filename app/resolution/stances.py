"""Which stance a statement takes on an issue, by rules over cue, modality and negation."""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from app.domain.gazetteer import KnownIssue
from app.domain.resolved import Stance
from app.resolution.stance_words import CONDITION, IF, THEN_BAD, content_words, cue_words
from app.resolution.stems import contains, stems

#: "NATO says it will stay": in somebody's own words that is another's stance.
_OF_OTHERS = re.compile(
    r"[\"“]?(?:The )?[A-Z]\w+(?: and [A-Z]\w+)? (?:says?|argues?|claims?|insists?|maintains?)\b"
)
#: Which of two stances that weigh the same is taken: a refusal colours the wish beside it.
_ORDER = (
    Stance.REJECTS,
    Stance.OPPOSES,
    Stance.DOUBTS,
    Stance.WARNS,
    Stance.DEMANDS,
    Stance.OFFERS,
    Stance.SUPPORTS,
)
#: "Guarantees that it is not aimed at us": what is guaranteed, or asked for, is no refusal.
_GUARANTEED = re.compile(
    r"\b(?:guarantee|assurance|pledge|promise)\w*\b[^.;]{0,60}?\b(?:that|saying)\b[^.;,]{0,60}$"
    r"|\bif\b(?:[^.;,]|(?<=\b[A-Z])\.){0,80}$|\bwhy\b[^.;,]{0,15}$",
    re.IGNORECASE,
)
#: "We never demanded", "I would not say that we reject": what is denied is no stance.
_DENIED = re.compile(
    r"\b(?:never|no longer|nobody|no one|hardly)\s+(?:\w+ly )?$"
    r"|(?:\bnot|n['’]t) (?:say|claim|mean|suggest)(?:ing)? (?:that )?(?:\w+ ){0,2}$"
    r"|\bdid(?: not|n['’]t) $",
    re.IGNORECASE,
)
#: "Who demands it?" takes no stance; "Who gave them the right?" does.
_ASKS_WHO = re.compile(
    r"^\W*(?:Who|Which \w+) (?:demand|reject|oppose|support|want|insist|offer)\w*\b[^.!]*\?"
)
_WHY_NOT = re.compile(r"\bwhy\b[^.;,]{0,30}(?:\bnot\b|n['’]t\b)[^.;]*\bif\b", re.IGNORECASE)
_LEAST = 1.5  # weight below which nothing is said
_HINT = 4.0  # an issue's own hint outweighs one rule of the language, not two
_REST = 0.5  # the share of what a statement says in sentences that do not name the issue
_POINTS_BACK = re.compile(r"\b(?:this|that)[.,!?]?\W*$", re.IGNORECASE)
_CUE = 0.8  # a cue tells of the whole sentence, the words tell of the issue


@dataclass(frozen=True, slots=True)
class Told:
    """The sentences of a statement that are on an issue, its cue, and what else it says.

    `content` holds its words where only the sentence around them is on the issue.
    """

    sentences: tuple[str, ...]
    cue: str
    content: str = ""
    rest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StanceFinding:
    """A stance, the words that decided it, how strongly, and whether it hangs on a condition."""

    stance: Stance
    reason: str
    weight: float
    conditional: bool


def stance_on(issue: KnownIssue, told: Told) -> StanceFinding | None:
    """The stance that a statement takes on an issue; None where no words of it say so."""
    weights: dict[Stance, float] = defaultdict(float)
    words: dict[Stance, list[str]] = defaultdict(list)

    def weigh(stance: Stance, weight: float, phrase: str) -> None:
        weights[stance] += weight
        words[stance].append(" ".join(phrase.split()))

    for stance, weight, pattern in cue_words():
        if match := pattern.search(told.cue):
            weigh(stance, weight * _CUE, match.group())
    for sentence in (*told.sentences, *([told.content] if told.content else [])):
        _weigh_words(sentence, 1.0, weigh)
        if (condition := _condition(issue, sentence)) is not None:
            weigh(Stance.DEMANDS, _HINT, condition)
        if match := THEN_BAD.search(sentence):
            weigh(Stance.WARNS, 1.5, match.group()[:40])
    for sentence in told.rest:
        # "… an example. We are against this.": the stance is taken in the next sentence.
        _weigh_words(sentence, 1.0 if _POINTS_BACK.search(sentence) else _REST, weigh)
    stemmed = [stems(sentence) for sentence in told.sentences]
    for name, hints in issue.stance_hints:
        for hint in hints:
            if any(contains(sentence, stems(hint)) for sentence in stemmed):
                weigh(Stance(name), _HINT, hint)
    if not weights:
        return None
    best = max(weights, key=lambda stance: (weights[stance], -_ORDER.index(stance)))
    if weights[best] < _LEAST:
        return None
    reason = "the words " + ", ".join(f'"{phrase}"' for phrase in dict.fromkeys(words[best]))
    conditional = any(_hangs_on_condition(sentence) for sentence in told.sentences)
    return StanceFinding(best, reason, weights[best], conditional)


def _hangs_on_condition(sentence: str) -> bool:
    """Whether a stance hangs on an "if"; that of "why not …, if …?" is an argument, no price."""
    return bool(IF.search(sentence)) and not _WHY_NOT.search(sentence)


def _weigh_words(sentence: str, share: float, weigh: Callable[[Stance, float, str], None]) -> None:
    if _OF_OTHERS.match(sentence) or _ASKS_WHO.match(sentence):
        return
    for stance, weight, pattern in content_words():
        match = next(
            (
                found
                for found in pattern.finditer(sentence)
                if not _DENIED.search(sentence[: found.start()])
                and (
                    stance is not Stance.REJECTS
                    or not _GUARANTEED.search(sentence[: found.start()])
                )
            ),
            None,
        )
        if match is not None:
            weigh(stance, weight * share, _whole_words(sentence, match))


def _whole_words(sentence: str, match: re.Match[str]) -> str:
    """The match, its last word complete."""
    rest = re.match(r"\w*", sentence[match.end() :])
    return match.group() + (rest.group() if rest else "")


def _condition(issue: KnownIssue, sentence: str) -> str | None:
    """The clause after "unless" that is on the issue: it is asked for."""
    match = CONDITION.search(sentence)
    if match is None:
        return None
    before, after = stems(sentence[: match.start()]), stems(sentence[match.end() :])
    phrases = [stems(part) for s in issue.signals for part in s.split(" - ")[0].split(" + ")]
    there = any(contains(after, phrase) for phrase in phrases)
    elsewhere = any(contains(before, phrase) for phrase in phrases)
    return f"{match.group()} …" if there and not elsewhere else None
