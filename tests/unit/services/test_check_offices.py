"""Whom a draft may name instead of the speaker on record: the office, or the body spoken for."""

from __future__ import annotations

import pytest

from app.domain.gazetteer import Gazetteer, KnownOffice, KnownOutlet, KnownSpeaker, SpeakerKind
from app.domain.spans import Span
from app.domain.verdicts import Verdict
from app.schemas.common import SpeakerRef
from app.schemas.statement import StatementCard
from app.services.check import check_quote
from app.services.check_offices import speaks_for
from app.services.draft_speakers import speakers_named
from tests.factories import Shelf

POST = "Foreign Minister of Spain"
SAID = "We shall not sell the harbour wall to anybody this year"
KNOWN = Gazetteer(
    speakers=(KnownSpeaker("Spain", SpeakerKind.ORGANISATION, aliases=("Spanish government",)),),
    offices=(KnownOffice(POST, body="Spain"),),
    outlets=(KnownOutlet("Harbour Post"),),
)


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("Spain", True),
        ("Madrid", True),
        ("Spanish government", True),
        (POST, True),
        ("Lisbon", False),
        ("Foreign Minister of Portugal", False),
        ("Ben Oke", False),
        (None, False),
    ],
)
def test_who_holds_an_office_speaks_for_it_and_its_body(named, expected):
    speaker = SpeakerRef(name="Ana Ruiz", url="/speakers/ana-ruiz")
    card = StatementCard.model_construct(office=POST, speaker=speaker)

    assert speaks_for(card, named, KNOWN) is expected


def test_words_asked_of_an_office_are_not_someone_elses(tmp_path):
    shelf = Shelf(tmp_path / "data")
    article = shelf.article(f"Title\nAna Ruiz said: “{SAID}.”")
    shelf.statement(article, SAID, speaker=shelf.speaker("Ana Ruiz"), office=POST)
    archive = shelf.archive()

    asked = check_quote(archive, SAID, POST)
    other = check_quote(archive, SAID, "Foreign Minister of Portugal")

    assert asked.verdict is Verdict.EXACT
    assert asked.notes == [f"On record it was said by Ana Ruiz, {POST}."]
    assert other.verdict is Verdict.SOMEONE_ELSE


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("According to Harbour Post, “{}”.", []),
        ("According to Ana Ruiz, “{}”.", ["Ana Ruiz"]),
    ],
)
def test_the_outlet_that_printed_words_is_nobody_who_said_them(draft, expected):
    text = draft.format(SAID)
    start = text.index(SAID)

    named = speakers_named(text, [Span(start, start + len(SAID))], KNOWN)

    assert list(named.values()) == expected
