"""Which stance a statement takes on an issue, by rules over cue, modality and negation."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.domain.gazetteer import KnownIssue
from app.domain.resolved import Stance
from app.domain.stems import contains, spans_of, stemmed, stems
from app.resolution.stance_bearers import denies_it, is_untrue, takes_it, told_by_another
from app.resolution.stance_endings import end_asked_for
from app.resolution.stance_objects import is_told_of, is_turned, means_it, reaches
from app.resolution.stance_verdicts import verdict_on
from app.resolution.stance_words import (
    CONDITION,
    IF,
    THEN_BAD,
    StanceWords,
    content_words,
    cue_words,
)
from app.resolution.voices import Voice

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
#: "We do not back the toll", where "back the toll" is a phrase of those who are for it.
_NOT_BEFORE = re.compile(
    r"(?:\b(?:not|never|cannot|no longer|nobody|no one|without)|n['’]t) (?:\w+ly )?$", re.IGNORECASE
)
#: "Who demands it?" takes no stance; "Who gave them the right?" does.
_ASKS_WHO = re.compile(
    r"^\W*(?:Who|Which \w+) (?:demand|reject|oppose|support|want|insist|offer)\w*\b[^.!]*\?"
)
_WHY_NOT = re.compile(r"\bwhy\b[^.;,]{0,30}(?:\bnot\b|n['’]t\b)[^.;]*\bif\b", re.IGNORECASE)
_DENIES = re.compile(r"\bden(?:y|ies|ied|ying)\b", re.IGNORECASE)
#: Cues that lead to what somebody is asked to do.
_ASKS = re.compile(
    r"\b(?:demand|urg|insist|request|appeal|implor|plead|beg|ask|press)\w*\b"
    r"|\bcall\w* (?:for|on|upon)\b|\bcall(?:s|ed|ing)?$",
    re.IGNORECASE,
)
_NEITHER = re.compile(r"\bneither\b|\bnothing to do with\b", re.IGNORECASE)
#: Stances that may be taken on what another does, not on the issue.
_ABOUT_OTHERS = frozenset({Stance.DEMANDS, Stance.DOUBTS, Stance.WARNS})
_LEAST = 1.5  # weight below which nothing is said
_HINT = 4.0  # an issue's own hint outweighs one rule of the language, not two
_REST = 0.5  # the share of what a statement says in sentences that do not name the issue
_POINTS_BACK = re.compile(r"\b(?:this|that)[.,!?]?\W*$", re.IGNORECASE)
_UNSUPPORTED = 2.0  # support that is denied: mostly, not surely, a stand against
_ENDED = 2.4  # what is to be ended is opposed
_JUDGED = 2.4  # the issue itself is called good, bad or needed
_CUE = 0.8  # a cue tells of the whole sentence, the words tell of the issue


@dataclass(frozen=True, slots=True)
class Told:
    """The sentences of a statement that are on an issue, its cue, and what else it says.

    `content` holds its words where only the sentence around them is on the issue; `voice` is the
    one who says them.
    """

    sentences: tuple[str, ...]
    cue: str
    content: str = ""
    rest: tuple[str, ...] = ()
    voice: Voice = field(default_factory=Voice)


@dataclass(frozen=True, slots=True)
class StanceFinding:
    """A stance, the words that decided it, how strongly, and whether it hangs on a condition."""

    stance: Stance
    reason: str
    weight: float
    conditional: bool


class _Scale:
    """The weight of the words that speak for each stance, with these words."""

    def __init__(self) -> None:
        self._weights: dict[Stance, float] = defaultdict(float)
        self._words: dict[Stance, list[str]] = defaultdict(list)

    def add(self, stance: Stance, weight: float, phrase: str) -> None:
        """Lays a phrase on the side of a stance."""
        self._weights[stance] += weight
        self._words[stance].append(" ".join(phrase.split()))

    def finding(self, *, conditional: bool) -> StanceFinding | None:
        """The stance that weighs most; None where that is too little."""
        if not self._weights:
            return None
        best = max(self._weights, key=lambda s: (self._weights[s], -_ORDER.index(s)))
        if self._weights[best] < _LEAST:
            return None
        words = ", ".join(f'"{phrase}"' for phrase in dict.fromkeys(self._words[best]))
        return StanceFinding(best, f"the words {words}", self._weights[best], conditional)


def stance_on(issue: KnownIssue, told: Told) -> StanceFinding | None:
    """The stance that a statement takes on an issue; None where no words of it say so."""
    if _denies_a_stance(told):
        return None
    own = _Scale()
    _weigh_hints(issue, told.sentences, own)
    denied = _DENIES.search(told.cue) is not None
    ended = _weigh_endings(issue, told, own)
    meant = tuple(
        s for s in told.sentences if s not in ended and not _takes_none(issue, s, denied=denied)
    )
    conditional = any(_hangs_on_condition(sentence) for sentence in told.sentences)
    if told.sentences and not meant:
        return own.finding(conditional=conditional)
    of_speaker = () if _tells_of_a_stance(told) else cue_words()
    for stance, weight, pattern, _ in of_speaker:
        if match := pattern.search(told.cue):
            if meant and not told.content and not reaches(issue, meant[0], 0, match.group()):
                continue  # "praised those who fight the fee"
            own.add(stance, weight * _CUE, match.group())
    for sentence in (*meant, *([told.content] if told.content else [])):
        _weigh_words(issue, sentence, 1.0, told.voice, own)
        if (condition := _condition(issue, sentence)) is not None:
            own.add(Stance.DEMANDS, _HINT, condition)
        if (verdict := verdict_on(issue, sentence, told.voice)) is not None:
            own.add(verdict[0], _JUDGED, verdict[1])
        bad = THEN_BAD.search(sentence)
        if bad and not told_by_another(sentence, bad.start(), told.voice):
            own.add(Stance.WARNS, 1.5, bad.group()[:40])
    for sentence in told.rest:
        # "… an example. We are against this.": the stance is taken in the next sentence.
        share = 1.0 if _POINTS_BACK.search(sentence) else _REST
        _weigh_words(issue, sentence, share, told.voice, own)
    return own.finding(conditional=conditional)


def _weigh_endings(issue: KnownIssue, told: Told, scale: _Scale) -> set[str]:
    """The sentences that ask for the end of an issue, which is to oppose it; each is weighed."""
    asked = _ASKS.search(told.cue) is not None
    found = {
        sentence: end_asked_for(issue, sentence, told.voice, asked=asked)
        for sentence in told.sentences
    }
    for words in filter(None, found.values()):
        scale.add(Stance.OPPOSES, _ENDED, words)
    return {sentence for sentence, words in found.items() if words}


def _weigh_hints(issue: KnownIssue, sentences: tuple[str, ...], scale: _Scale) -> None:
    """Weighs an issue's own phrases: the longer of two that overlap, none that is denied."""
    phrases = [
        (Stance(name), hint, stems(hint)) for name, hints in issue.stance_hints for hint in hints
    ]
    for sentence in sentences:
        words = list(stemmed(sentence))
        told = [word for word, _, _ in words]
        found = [
            (start, end, stance, hint)
            for stance, hint, wanted in phrases
            if contains(told, wanted)
            for start, end in spans_of(words, hint)
        ]
        counted = {
            (stance, hint): None
            for start, end, stance, hint in found
            if not any(s < end and start < e and e - s > end - start for s, e, *_ in found)
            and not _NOT_BEFORE.search(sentence[:start])
        }
        for stance, hint in counted:
            scale.add(stance, _HINT, hint)


def _takes_none(issue: KnownIssue, sentence: str, *, denied: bool) -> bool:
    """Whether the words of stance in a sentence are of something else, or of neither side."""
    if _NEITHER.search(sentence) or is_turned(issue, sentence):
        return True
    return denied and is_told_of(issue, sentence)  # "denied that the fee is illegal"


def _denies_a_stance(told: Told) -> bool:
    """Whether taking a stance is what is denied: "denied that she supports the fee"."""
    return bool(_DENIES.search(told.cue)) and any(
        True for sentence in told.sentences for _ in _taken_in(sentence)
    )


def _tells_of_a_stance(told: Told) -> bool:
    """Whether what the cue leads to is another's stance: "accused Roe of opposing the fee"."""
    taken = [
        _is_the_speakers(sentence, match, words, told.voice)
        for sentence in told.sentences
        for words, match in _taken_in(sentence)
    ]
    return bool(taken) and not any(taken)


def _taken_in(sentence: str) -> Iterator[tuple[StanceWords, re.Match[str]]]:
    """The verbs in a sentence that take a stance, whoever does."""
    for words in content_words():
        if words.taken:
            for match in words.pattern.finditer(sentence):
                yield words, match


def _hangs_on_condition(sentence: str) -> bool:
    """Whether a stance hangs on an "if"; that of "why not …, if …?" is an argument, no price."""
    return bool(IF.search(sentence)) and not _WHY_NOT.search(sentence)


def _weigh_words(
    issue: KnownIssue, sentence: str, share: float, voice: Voice, scale: _Scale
) -> None:
    if _ASKS_WHO.match(sentence):
        return
    taken = [(m.start(), _is_the_speakers(sentence, m, w, voice)) for w, m in _taken_in(sentence)]
    of_others = [start for start, own in taken if not own]
    for words in content_words():
        for match in words.pattern.finditer(sentence):
            if words.stance in _ABOUT_OTHERS and any(at > match.start() for at in of_others):
                continue  # "Roe must explain why he supports it", "we doubt that they support it"
            if not _is_of(issue, sentence, match, words):
                continue
            if _is_the_speakers(sentence, match, words, voice):
                scale.add(words.stance, words.weight * share, _whole_words(sentence, match))
                break
            if words.stance is Stance.SUPPORTS and words.taken:
                denial = denies_it(sentence, match.start(), match.group(), voice)
                if denial is not None:
                    scale.add(Stance.OPPOSES, _UNSUPPORTED * share, denial)
                    break


def _is_the_speakers(sentence: str, match: re.Match[str], words: StanceWords, voice: Voice) -> bool:
    """Whether a phrase shows the stance of the one who speaks, not another's nor one denied."""
    before = sentence[: match.start()]
    if _DENIED.search(before):
        return False
    if words.stance is Stance.REJECTS and _GUARANTEED.search(before):
        return False
    if is_untrue(before):
        return False
    if words.taken:
        return takes_it(sentence, match.start(), match.group(), voice)
    return not told_by_another(sentence, match.start(), voice)


def _is_of(issue: KnownIssue, sentence: str, match: re.Match[str], words: StanceWords) -> bool:
    """Whether the stance of a phrase is meant, and taken on the issue that its sentence names."""
    if not words.taken:
        return means_it(sentence, match, words.stance)
    return reaches(issue, sentence, match.end(), match.group())


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
