"""On which issues a statement is, by the words that signal them."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.gazetteer import KnownIssue
from app.domain.quotations import Quotation
from app.domain.resolved import IssueFinding
from app.domain.spans import joined
from app.resolution.circumstances import Circumstances
from app.resolution.sentences import sentences_of
from app.resolution.stances import Told, stance_on
from app.resolution.stems import contains, stems


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

    def is_in(self, words: list[str]) -> bool:
        return all(contains(words, list(w)) for w in self.wanted) and not any(
            contains(words, list(w)) for w in self.unwanted
        )


class IssueIndex:
    """The issues of a gazetteer, ready to be looked for."""

    def __init__(self, issues: Sequence[KnownIssue]) -> None:
        """Take the signals of `issues` apart."""
        self._issues = [(issue, [_Signal.of(s) for s in issue.signals]) for issue in issues]

    def of_statements(
        self, text: str, quotations: Sequence[Quotation], found: Sequence[Circumstances]
    ) -> list[list[IssueFinding]]:
        """The issues of each quotation, with the stance it takes where it takes one."""
        return [
            self._of(text, quotation, one) for quotation, one in zip(quotations, found, strict=True)
        ]

    def _of(self, text: str, quotation: Quotation, one: Circumstances) -> list[IssueFinding]:
        cue = joined(quotation.cue, text)
        sentences = [s.of(text) for s in sentences_of(text, quotation.content)]
        findings = [
            self._finding(issue, signals, sentences, cue) for issue, signals in self._issues
        ]
        on = [finding for finding in findings if finding is not None]
        if on or quotation.nested_in is not None:
            return on
        # "Slammed NATO after the death of the Libyan leader, asking: “Who gave them the right?”"
        around = [" ".join(piece.of(text) for piece in one.frame.outside)]
        findings = [
            self._finding(issue, signals, around, cue, " ".join(sentences))
            for issue, signals in self._issues
        ]
        return [finding for finding in findings if finding is not None]

    def _finding(
        self,
        issue: KnownIssue,
        signals: Sequence[_Signal],
        sentences: Sequence[str],
        cue: str,
        content: str = "",
    ) -> IssueFinding | None:
        """The issue, where a sentence signals it; the stance is read from such sentences."""
        on, rest, words = list[str](), list[str](), list[str]()
        for sentence in sentences:
            stemmed = stems(sentence)
            if hits := [signal.words for signal in signals if signal.is_in(stemmed)]:
                on.append(sentence)
                words += hits
            else:
                rest.append(sentence)
        if not on:
            return None
        told = Told(tuple(on), cue, content, tuple(rest))
        stance = stance_on(issue, told)
        reason = "the words " + ", ".join(f'"{word}"' for word in dict.fromkeys(words))
        return IssueFinding(
            key=issue.key,
            reason=reason,
            stance=stance.stance if stance else None,
            stance_reason=stance.reason if stance else None,
            conditional=stance.conditional if stance else False,
        )
