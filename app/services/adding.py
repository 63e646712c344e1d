"""Adds a statement that the program missed."""

from typing import Any, NamedTuple

from app.archive import Archive
from app.domain.corrections import Action, Proposal, Subject
from app.domain.curators import Curator
from app.domain.quotations import SpeechKind
from app.services.changes import reason_of
from app.services.corrections import correct
from app.services.selecting import place_words


class Missed(NamedTuple):
    """A statement as a curator found it; `near` is where in the document its words were chosen."""

    words: str
    near: int | None
    kind: SpeechKind
    speaker: str
    said_on: str
    reason: str


def add_missed(archive: Archive, curator: Curator, article: str, missed: Missed) -> str:
    """Adds a statement to an article; the address of its page.

    Raises WordsNotFound, and what `correct` raises.
    """
    spans = place_words(archive, article, missed.words, missed.near)
    after: dict[str, Any] = {
        "content": [list(span) for span in spans],
        "kind": missed.kind.value,
        "speaker": missed.speaker or None,
    }
    if missed.said_on:
        after["said_on"] = missed.said_on
    proposal = Proposal(
        action=Action.ADD,
        subject=Subject.ARTICLE,
        target=article,
        after=after,
        reason=reason_of(Action.ADD, {}, missed.reason),
        by=curator.shown_as,
    )
    return correct(archive, proposal).url
