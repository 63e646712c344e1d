"""Proposes issues: phrases that several speakers use in statements on no known issue."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from sqlmodel import Session, col, select

from app.archive import Archive
from app.domain.counting import counted
from app.index.words import STOP_WORDS
from app.models.speaker import Speaker, SpeakerAlias
from app.models.statement import Statement, StatementIssue
from app.storage.permalinks import words_of

#: What one person alone talks about is no question that people take sides on.
_FEWEST_SPEAKERS = 2
_FEWEST_STATEMENTS = 3

_BATCH = 1000


@dataclass(slots=True)
class IssueSuggestion:
    """A phrase that might signal an issue: who uses it, and in which statements."""

    phrase: str
    speakers: set[str] = field(default_factory=set)
    statements: list[str] = field(default_factory=list)  # permalinks

    def as_yaml(self) -> str:
        """An entry for `issues.yaml`, for a person to name, ask and accept."""
        statements = counted(len(self.statements), "statement")
        return (
            f"# {statements} by {', '.join(sorted(self.speakers))}\n"
            f"# such as /statements/{self.statements[0]}\n"
            f"- key: {self.phrase.replace(' ', '-')}\n"
            f"  name: {self.phrase.capitalize()}\n"
            f"  question: What do people want done about {self.phrase}?\n"
            f"  signals:\n    - {self.phrase}\n"
        )


def suggest_issues(archive: Archive, limit: int = 10) -> list[IssueSuggestion]:
    """The phrases used by most speakers in statements that are on no issue yet, best first.

    A phrase is two words in a row, none of them a common word or part of a speaker's name.
    """
    found: dict[str, IssueSuggestion] = {}
    with archive.session() as session:
        names = _name_words(session)
        for permalink, speaker, content in _statements(session):
            for phrase in _phrases(content, names):
                suggestion = found.setdefault(phrase, IssueSuggestion(phrase))
                suggestion.speakers.add(speaker)
                suggestion.statements.append(permalink)
    wanted = [
        one
        for one in found.values()
        if len(one.speakers) >= _FEWEST_SPEAKERS and len(one.statements) >= _FEWEST_STATEMENTS
    ]
    wanted.sort(key=lambda one: (-len(one.speakers), -len(one.statements), one.phrase))
    return wanted[:limit]


def _statements(session: Session) -> Iterator[tuple[str, str, str]]:
    on_issue = select(StatementIssue.statement_id)
    wanted = (
        select(Statement.permalink, Speaker.name, Statement.content)
        .join(Speaker, col(Speaker.id) == col(Statement.speaker_id))
        .where(col(Statement.id).not_in(on_issue), col(Statement.repeats_id).is_(None))
        .order_by(col(Statement.permalink))
        .execution_options(yield_per=_BATCH)
    )
    yield from session.exec(wanted)


def _name_words(session: Session) -> set[str]:
    names = [*session.exec(select(Speaker.name)), *session.exec(select(SpeakerAlias.name))]
    return {word for name in names for word in words_of(name)}


def _phrases(content: str, names: set[str]) -> set[str]:
    words = words_of(content)
    return {f"{a} {b}" for a, b in pairwise(words) if _tells(a, names) and _tells(b, names)}


def _tells(word: str, names: set[str]) -> bool:
    return len(word) > 3 and word.isalpha() and word not in STOP_WORDS and word not in names
