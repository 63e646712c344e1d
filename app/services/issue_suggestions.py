"""Proposes issues: phrases that several speakers use in statements on no known issue."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from math import log

from sqlmodel import Session, col, select

from app.archive import Archive
from app.domain.counting import counted
from app.domain.wordlists import word_groups, word_set
from app.index.words import STOP_WORDS
from app.models.speaker import Speaker, SpeakerAlias
from app.models.statement import Statement, StatementIssue
from app.storage.permalinks import words_of

#: What one person alone talks about is no question that people take sides on.
_FEWEST_SPEAKERS = 2
_FEWEST_STATEMENTS = 3

#: From so many speakers on, a word that more than this share of them use tells no subject.
_ENOUGH = 40
_SHARED = 0.04

#: What ends a run of words: punctuation, and words with an apostrophe ("don't").
_BREAKS = re.compile(r"\w+[’'‘`]\w+|[^\w\s-]+")
_SMALL = word_groups("grammar.txt")["function"] | word_groups("grammar.txt")["calendar"]

#: Verbs that every subject goes with; no part of a subject's name: "mill must", "want jobs".
_VERBS = word_set("verbs_of_all.txt")

#: Phrases kept in memory; beyond it those met only once so far are let go.
_MOST_HELD = 400_000

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
    """The phrases that most mark what several speakers talk about on no issue yet, best first.

    A phrase is two words in a row, none of them a common word, part of a speaker's name or a word
    that a good part of the archive's speakers use. Best are those of many speakers whose words
    seldom stand apart ("fishing limits", not "good plan").
    """
    found: dict[str, IssueSuggestion] = {}
    users: dict[str, set[str]] = defaultdict(set)
    with archive.session() as session:
        names = _name_words(session)
        for permalink, speaker, content in _statements(session):
            if len(found) > _MOST_HELD:
                found = {key: one for key, one in found.items() if len(one.statements) > 1}
            for run in _runs(content, names):
                for word in run:
                    users[word].add(speaker)
                for pair in pairwise(run):
                    phrase = " ".join(pair)
                    suggestion = found.setdefault(phrase, IssueSuggestion(phrase))
                    suggestion.speakers.add(speaker)
                    if permalink not in suggestion.statements[-1:]:
                        suggestion.statements.append(permalink)
    everybody = len(set().union(*users.values()))
    marks = {
        one.phrase: _marks(one, users, everybody)
        for one in found.values()
        if len(one.speakers) >= _FEWEST_SPEAKERS and len(one.statements) >= _FEWEST_STATEMENTS
    }
    wanted = [found[phrase] for phrase, mark in marks.items() if mark > 0]
    wanted.sort(key=lambda one: (-marks[one.phrase], -len(one.statements), one.phrase))
    return wanted[:limit]


def _marks(one: IssueSuggestion, users: dict[str, set[str]], everybody: int) -> float:
    """How much a phrase marks a subject: its speakers, times how little chance joins its words."""
    first, second = (len(users[word]) for word in one.phrase.split())
    if everybody >= _ENOUGH and max(first, second) > _SHARED * everybody:
        return 0.0
    together = len(one.speakers)
    return together * log(1 + together * everybody / (first * second))


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


def _runs(content: str, names: set[str]) -> Iterator[list[str]]:
    """The words of a statement that tell its subject, in runs that nothing breaks."""
    for part in _BREAKS.split(content):
        run: list[str] = []
        for word in words_of(part):
            if _tells(word, names):
                run.append(word)
                continue
            if run:
                yield run
            run = []
        if run:
            yield run


def _tells(word: str, names: set[str]) -> bool:
    common = word in STOP_WORDS or word in _SMALL or word in _VERBS
    return len(word) > 3 and word.isalpha() and not common and word not in names
