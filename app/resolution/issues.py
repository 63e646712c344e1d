"""On which issues a statement is, by the words that signal them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.documents import ParsedArticle
from app.domain.gazetteer import Gazetteer, KnownIssue
from app.domain.quotations import Quotation, SpeechKind
from app.domain.resolved import Finding, IssueFinding
from app.domain.spans import Span, joined
from app.domain.stems import contains, stems
from app.resolution.kept import kept
from app.resolution.occasions import Circumstances
from app.resolution.sentences import sentences_of
from app.resolution.stances import StanceFinding, Told, stance_on
from app.resolution.voices import Voice, voice_of

_BY_TOPIC = 0.6  # the share of a stance where only headline and lede name the whole issue
_SHORT_OF = re.compile(r"\bshort of (?:\w+ly )?$", re.IGNORECASE)
_LEAD = 40  # characters between a cue and the words said
_PARTICLES = re.compile(r"(?: (?:for|on|against|out|to|of|about|in|over)){1,2} ")
_PLAIN = re.compile(r"[\w \u2019'-]+")
_POINTS_BACK = re.compile(r"[\"“]?(?:Such|This|These|That|Those)\b")


@dataclass(frozen=True, slots=True)
class _Signal:
    """ "a + b - c": the phrases that must be in a sentence, and those that must not."""

    words: str
    wanted: tuple[tuple[str, ...], ...]
    unwanted: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, words: str) -> "_Signal":
        kept, *left_out = words.split(" - ")
        return cls(
            words,
            tuple(tuple(stems(part)) for part in kept.split(" + ")),
            tuple(tuple(stems(part)) for part in left_out),
        )

    def is_in(self, words: list[str], topic: list[str] | None = None) -> bool:
        """Whether a sentence signals: the first part in it, the others there or in the topic.

        What an article is about, its headline and lede say once for all of its statements.
        """
        first, *others = (list(w) for w in self.wanted)
        return (
            contains(words, first)
            and all(contains(words, w) or contains(topic or [], w) for w in others)
            and not any(contains(words, list(w)) for w in self.unwanted)
        )


class IssueIndex:
    """The issues of a gazetteer, ready to be looked for."""

    def __init__(self, issues: Sequence[KnownIssue]) -> None:
        """Take the signals of `issues` apart."""
        self._issues = [(issue, [_Signal.of(s) for s in issue.signals]) for issue in issues]
        self._by_word: dict[str, list[tuple[int, int]]] = {}  # issue and signal, by its first word
        for number, (_, signals) in enumerate(self._issues):
            for order, signal in enumerate(signals):
                if signal.wanted[0]:
                    self._by_word.setdefault(signal.wanted[0][0], []).append((number, order))

    def of_statements(
        self,
        article: ParsedArticle,
        quotations: Sequence[Quotation],
        found: Sequence[Circumstances],
        offices: Sequence[Finding | None],
    ) -> list[list[IssueFinding]]:
        """The issues of each quotation, with the stance it takes where it takes one.

        `offices` are those of its speakers when the words were said.
        """
        text = article.text
        lede = article.paragraphs[0].of(text) if article.paragraphs else ""
        topic = stems(f"{article.headline or ''} {lede}")
        return [
            self._of(article, topic, quotation, _voice(quotation, one, office), one)
            for quotation, one, office in zip(quotations, found, offices, strict=True)
        ]

    def _of(
        self,
        article: ParsedArticle,
        topic: list[str],
        quotation: Quotation,
        voice: Voice,
        one: Circumstances,
    ) -> list[IssueFinding]:
        text = article.text
        cue = _cue(text, quotation)
        spans = _with_lead(text, quotation)
        sentences = [s.of(text) for s in sentences_of(text, spans)]
        if on := self._findings(sentences, topic, cue, voice):
            return on
        if quotation.nested_in is not None:
            return []
        content = " ".join(sentences)
        # "Slammed NATO after the death of the Libyan leader, asking: “Who gave them the right?”"
        around = " ".join(piece.of(text) for piece in one.frame.outside)
        if on := self._findings([around], topic, cue, voice, content):
            return on
        if _POINTS_BACK.match(content):
            # "Such threats are unnecessary": what they are stands in the sentence before.
            before = _sentence_before(article, one.frame.sentence.start)
            return (
                self._findings([before], topic, cue, voice, content, quiet=True) if before else []
            )
        return []

    def _hits(
        self, sentences: Sequence[list[str]], about: list[str] | None
    ) -> list[tuple[KnownIssue, list[list[str]]]]:
        """Of each issue, the signals in each sentence; only those are tried that begin there."""
        hits = [(issue, [list[str]() for _ in sentences]) for issue, _ in self._issues]
        for place, words in enumerate(sentences):
            near = {entry for word in set(words) for entry in self._by_word.get(word, ())}
            for number, order in sorted(near):
                signal = self._issues[number][1][order]
                if signal.is_in(words, about):
                    hits[number][1][place].append(signal.words)
        return hits

    def _findings(
        self,
        sentences: Sequence[str],
        topic: list[str],
        cue: str,
        voice: Voice,
        content: str = "",
        *,
        quiet: bool = False,
    ) -> list[IssueFinding]:
        """The issues that `sentences` signal; if `quiet` these take no stance themselves."""
        stemmed = [(sentence, stems(sentence)) for sentence in sentences]

        def signalled(share: float, about: list[str] | None) -> list[IssueFinding]:
            hits = self._hits([words for _, words in stemmed], about)
            # A sentence on one issue says nothing of another one.
            free = [n for n in range(len(stemmed)) if not any(found[n] for _, found in hits)]
            rest = tuple(stemmed[n][0] for n in free)
            findings = []
            for issue, found in hits:
                on = tuple(stemmed[n][0] for n, words in enumerate(found) if words)
                if on:
                    told = Told(() if quiet else on, cue, content, rest, voice)
                    words = [word for each in found for word in each]
                    findings.append(_finding(issue, words, stance_on(issue, told), share))
            return findings

        # What a statement names itself outweighs what the article is about.
        return signalled(1.0, None) or signalled(_BY_TOPIC, topic)


def _cue(text: str, quotation: Quotation) -> str:
    """The words that tell of a statement, with the particle behind them: "called for"."""
    start = quotation.cue[0].start if quotation.cue else 0
    if _SHORT_OF.search(text[max(0, start - _LEAD) : start]):
        return ""  # "stopped short of calling for it": what was not said takes no stance
    cue = joined(quotation.cue, text)
    if quotation.cue and quotation.content:
        between = text[quotation.cue[-1].end : max(quotation.content[0].start, 0)]
        if _PARTICLES.fullmatch(between):
            return f"{cue}{between.rstrip()}"
    return cue


def _with_lead(text: str, quotation: Quotation) -> list[Span]:
    """The contents, the first with the few words that lead to it: "expressed its concern over"."""
    content = list(quotation.content)
    if quotation.cue and content:
        end, start = quotation.cue[-1].end, content[0].start
        if 0 < start - end <= _LEAD and _PLAIN.fullmatch(text, end, start):
            content[0] = Span(end, content[0].end)
    return content


def _finding(
    issue: KnownIssue, words: Sequence[str], stance: StanceFinding | None, share: float
) -> IssueFinding:
    return IssueFinding(
        key=issue.key,
        reason="the words " + ", ".join(f'"{word}"' for word in dict.fromkeys(words)),
        stance=stance.stance if stance else None,
        stance_reason=stance.reason if stance else None,
        conditional=stance.conditional if stance else False,
        weight=share * stance.weight if stance else 0.0,
    )


def _voice(quotation: Quotation, one: Circumstances, office: Finding | None) -> Voice:
    role = office.value if office is not None else quotation.attribution.role
    return voice_of(one.speaker, role, in_person=quotation.kind is SpeechKind.DIRECT)


def _sentence_before(article: ParsedArticle, start: int) -> str | None:
    before = [s for s in sentences_of(article.text, article.paragraphs) if s.end <= start]
    return before[-1].of(article.text) if before else None


@kept("issues")
def issue_index(gazetteer: Gazetteer) -> IssueIndex:
    """The index of a gazetteer's issues."""
    return IssueIndex(gazetteer.issues)
