"""Who bears a known name and cannot be the known person: by calling, by age, by town."""

from __future__ import annotations

import pytest

from app.domain.dates import PartialDate
from app.domain.documents import ParsedArticle
from app.domain.gazetteer import (
    EMPTY,
    Gazetteer,
    KnownOffice,
    KnownSpeaker,
    KnownTenure,
    SpeakerKind,
)
from app.domain.resolved import ResolvedSpeaker
from app.domain.spans import Span
from app.extraction.pipeline import extract
from app.resolution.introduced import with_ages
from app.resolution.namesakes import part_namesakes
from app.resolution.speakers import resolve_speaker
from app.resolution.told import people_told

PERSON = SpeakerKind.PERSON
LEEDS, YORK = "John Smith (mayor of Leeds)", "John Smith (mayor of York)"


def _held(who: str, office: str, start: str, end: str | None = None) -> KnownTenure:
    ended = PartialDate.from_iso(end) if end else None
    return KnownTenure(who, office, PartialDate.from_iso(start), ended)


KNOWN = Gazetteer(
    speakers=(
        KnownSpeaker("Anna Weber", PERSON, description="Chancellor of Germany"),
        KnownSpeaker("Igor Petrov", PERSON, description="Foreign Minister of Russia"),
        KnownSpeaker("Paul Roe", PERSON, description="President of Chile, once a coach"),
        KnownSpeaker("Eva Lund", PERSON, description="Prime Minister of Norway, born in 1961"),
        KnownSpeaker("Hassan Bek", PERSON),
        KnownSpeaker(LEEDS, PERSON, ("John Smith",)),
        KnownSpeaker(YORK, PERSON, ("John Smith",)),
    ),
    offices=(
        KnownOffice("Chancellor of Germany", "Germany", ("Chancellor",)),
        KnownOffice("Foreign Minister of Russia", "Russia", ("Foreign Minister",)),
        KnownOffice("President of Chile", "Chile", ("President",)),
        KnownOffice("Prime Minister of Norway", "Norway", ("Prime Minister",)),
        KnownOffice("King of Jordan", "Jordan", ("King",)),
        KnownOffice("Mayor of Leeds", None, ("Mayor", "Leeds mayor")),
        KnownOffice("Mayor of York", None, ("Mayor", "York mayor")),
    ),
    tenures=(
        _held("Anna Weber", "Chancellor of Germany", "2005-11-22", "2021"),
        _held("Igor Petrov", "Foreign Minister of Russia", "1998", "2004"),
        _held("Paul Roe", "President of Chile", "2000", "2006"),
        _held("Eva Lund", "Prime Minister of Norway", "2008", "2012"),
        _held("Hassan Bek", "King of Jordan", "1999"),
        _held(LEEDS, "Mayor of Leeds", "1999", "2005"),
        _held(YORK, "Mayor of York", "2003", "2009"),
    ),
)


def speaker(text: str, day: str = "2016-03-11") -> ResolvedSpeaker:
    """Who speaks in a text of one quotation, printed on a day."""
    article = ParsedArticle(text, Span(0, len(text)), (Span(0, len(text)),))
    found = part_namesakes(article, extract(article, KNOWN, "auto"))
    one = found.quotations[0].attribution
    who = resolve_speaker(one, found, KNOWN, PartialDate.from_iso(day))
    assert who is not None
    return who


@pytest.mark.parametrize(
    "who",
    [
        "Police officer Anna Weber",
        "Sgt. Anna Weber of the Tulsa police",
        "Tulsa police spokeswoman Anna Weber",
        "Detective Anna Weber",
        "Midfielder Anna Weber",
        "Coach Anna Weber",
        "Anna Weber, the Leeds United coach,",
        "Anna Weber, a police officer,",
    ],
)
def test_nobody_serves_or_plays_after_having_governed(who: str) -> None:
    found = speaker(f"{who} said the road was closed for two days.")

    assert (found.name, found.known, found.another) == ("Anna Weber", False, True)
    assert "nobody who was Chancellor of Germany is “" in found.reason


@pytest.mark.parametrize(
    ("who", "day"),
    [
        ("Chancellor Anna Weber", "2016-03-11"),
        ("Anna Weber, a former police officer,", "2016-03-11"),
        ("Amateur goalkeeper Anna Weber", "2016-03-11"),
        ("Police officer Anna Weber", "1990-03-11"),  # before she governed
        ("Defendant Anna Weber", "2016-03-11"),  # whoever governed may stand trial
        ("Party leader Anna Weber", "2016-03-11"),
        ("Coach Paul Roe", "2016-03-11"),  # the knowledge says so
        ("Government spokeswoman Anna Weber", "2016-03-11"),
    ],
)
def test_what_the_known_one_may_have_been_leaves_the_known_one(who: str, day: str) -> None:
    assert speaker(f"{who} said the road was closed for two days.", day).known


@pytest.mark.parametrize(
    "text",
    [
        "Defendant Anna Weber, 19, of Leeds, denied that she stole the bike.",
        "Anna Weber, 17, a pupil from Leeds, said the school was shut for two days.",
        "Anna Weber, aged 23, said the school was shut for two days.",
        "Nineteen-year-old Anna Weber said the school was shut for two days.",
        "The 19-year-old student Anna Weber said the school was shut for two days.",
        "Eva Lund, 40, said the school was shut for two days.",
    ],
)
def test_who_was_a_child_when_the_office_was_taken_never_held_it(text: str) -> None:
    found = speaker(text)

    assert (found.known, found.another) == (False, True)
    assert "in 2016" in found.reason


@pytest.mark.parametrize(
    "text",
    [
        "Anna Weber, 61, said the school was shut for two days.",
        "Anna Weber (23) said the school was shut for two days.",
        "In the poll Anna Weber, 23, said that she had lost three points.",
        "The 19-year-old son of Anna Weber said the school was shut for two days.",
        "Chancellor Anna Weber, 23, said the school was shut for two days.",
        "Hassan Bek, 37, said the school was shut for two days.",
        "Eva Lund, 54, said the school was shut for two days.",
    ],
)
def test_an_age_that_fits_or_is_none_leaves_the_known_one(text: str) -> None:
    assert not speaker(text).another


def test_a_king_may_be_crowned_young() -> None:
    assert speaker("Hassan Bek, 20, said the well was dry for two days.", "2000-01-01").known


@pytest.mark.parametrize(
    "who", ["Mayor Igor Petrov of York", "York Mayor Igor Petrov", "Igor Petrov, mayor of York,"]
)
def test_the_mayor_of_an_english_town_is_no_minister_of_russia(who: str) -> None:
    found = speaker(f"{who} said the road was closed for two days.")

    assert (found.name, found.another) == ("Igor Petrov", True)
    assert "York does not lie in Russia" in found.reason


def test_a_mayor_of_an_unlisted_town_may_be_the_minister() -> None:
    assert speaker("Igor Petrov, mayor of Kazan, said the road was closed for two days.").known


@pytest.mark.parametrize(
    ("who", "day", "name"),
    [
        ("Former Leeds mayor John Smith", "2007-03-11", LEEDS),
        ("John Smith, the former mayor of Leeds,", "2007-03-11", LEEDS),
        ("Former mayor John Smith", "2007-03-11", LEEDS),  # he of York is still in office
        ("Mayor John Smith", "2007-03-11", YORK),
        ("Mayor John Smith of York", "2004-03-11", YORK),
        ("York Mayor John Smith", "2004-03-11", YORK),
        ("John Smith, mayor of Leeds,", "2004-03-11", LEEDS),
    ],
)
def test_the_town_tells_which_of_two_mayors_is_meant(who: str, day: str, name: str) -> None:
    found = speaker(f"{who} said the road was closed for two days.", day)

    assert (found.name, found.known) == (name, True)


@pytest.mark.parametrize(
    "who", ["Mayor John Smith of Boston", "Boston Mayor John Smith", "Mayor John Smith"]
)
def test_the_mayor_of_a_third_town_is_neither_and_both_may_be_the_mayor(who: str) -> None:
    found = speaker(f"{who} said the road was closed for two days.", "2004-03-11")

    assert (found.name, found.known) == ("John Smith", False)


def test_what_tells_that_it_is_another_is_kept_of_another() -> None:
    text = "Police officer Anna Weber said the road was closed for two days."
    article = ParsedArticle(text, Span(0, len(text)), (Span(0, len(text)),))
    found = part_namesakes(article, extract(article, EMPTY, "auto"))
    day = PartialDate.from_iso("2016-03-11")
    who = [resolve_speaker(q.attribution, found, KNOWN, day) for q in found.quotations]

    assert people_told(with_ages(article, found), who)[0].roles == ("Police officer",)
