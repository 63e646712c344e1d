"""The archive's name of a speaker."""

import pytest

from app.domain.dates import PartialDate
from app.domain.gazetteer import (
    EMPTY,
    Gazetteer,
    KnownOffice,
    KnownOutlet,
    KnownSpeaker,
    KnownTenure,
    SpeakerKind,
)
from app.domain.quotations import UNATTRIBUTED, Attribution, Entity, Extraction, SourceKind
from app.resolution.speakers import resolve_speaker

PERSON, BODY = SpeakerKind.PERSON, SpeakerKind.ORGANISATION
KNOWN = Gazetteer(
    speakers=(
        KnownSpeaker("Sergey Lavrov", PERSON, ("Sergei Lavrov",)),
        KnownSpeaker("Muammar Gaddafi", PERSON),
        KnownSpeaker("Anders Fogh Rasmussen", PERSON),
        KnownSpeaker("George W. Bush", PERSON),
        KnownSpeaker("George H. W. Bush", PERSON),
        KnownSpeaker("Mike Rogers (Michigan)", PERSON, ("Mike Rogers",)),
        KnownSpeaker("Mike Rogers (admiral)", PERSON, ("Mike Rogers",)),
        KnownSpeaker("NATO", BODY, ("North Atlantic Treaty Organization", "the Alliance")),
        KnownSpeaker("Russia", BODY, ("Moscow",), demonyms=("Russian",)),
    ),
    offices=(
        KnownOffice("Foreign Minister of Russia", "Russia", ("Foreign Minister",)),
        KnownOffice("Director of the NSA", "NSA", ("Director", "Admiral")),
    ),
    tenures=(
        KnownTenure("Sergey Lavrov", "Foreign Minister of Russia"),
        KnownTenure("Mike Rogers (admiral)", "Director of the NSA"),
    ),
    outlets=(KnownOutlet("Interfax", ("Interfax News Agency",), is_agency=True),),
)


def extraction(*roles: str) -> Extraction:
    return Extraction((), (Entity("", "PERSON", roles),), (), "rules", "none", "1")


def person(name: str, *roles: str, gazetteer: Gazetteer = KNOWN):
    said = Attribution(SourceKind.PERSON, name, name, "the name is printed", entity=0)
    return resolve_speaker(said, extraction(*roles), gazetteer)


def body(name: str, gazetteer: Gazetteer = KNOWN):
    said = Attribution(SourceKind.ORGANISATION, name, name, "the name is printed")
    return resolve_speaker(said, extraction(), gazetteer)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Mr. Sergey Lavrov", "Sergey Lavrov"),
        ("Moammar Qaddafi", "Muammar Gaddafi"),
        ("Fogh Rasmussen", "Anders Fogh Rasmussen"),
        ("George W. Bush", "George W. Bush"),
        ("George H.W. Bush", "George H. W. Bush"),
    ],
)
def test_one_person_under_many_spellings_is_one_speaker(printed, name):
    found = person(printed)

    assert (found.name, found.known, found.kind) == (name, True, PERSON)
    assert found.reason


def test_a_blank_within_the_surname_makes_nobody_new():
    known = Gazetteer(speakers=(KnownSpeaker("Mario De Brasio", PERSON),))

    found = person("Mario Debrasio", gazetteer=known)
    assert (found.name, found.known) == ("Mario De Brasio", True)


@pytest.mark.parametrize(
    ("printed", "name"), [("Maria Nelson", "Marian Elson"), ("Julian Ash", "Julia Nash")]
)
def test_a_blank_behind_another_given_name_makes_another(printed, name):
    found = person(printed, gazetteer=Gazetteer(speakers=(KnownSpeaker(name, PERSON),)))

    assert (found.name, found.known) == (printed, False)


def test_a_name_of_two_known_people_is_given_to_neither_without_more():
    found = person("Mike Rogers")

    assert (found.name, found.known) == ("Mike Rogers", False)
    assert "may be Mike Rogers (Michigan) or Mike Rogers (admiral)" in found.reason


def test_the_printed_role_tells_which_of_two_people_of_one_name_is_meant():
    assert person("Mike Rogers", "Director").name == "Mike Rogers (admiral)"


def test_a_bush_without_initials_may_be_either():
    assert not person("George Bush").known


def test_a_surname_alone_needs_a_role_that_the_person_held():
    assert not person("Lavrov").known
    assert person("Lavrov", "Russian Foreign Minister").name == "Sergey Lavrov"


TWO_BUSHES = Gazetteer(
    speakers=(
        KnownSpeaker("George W. Bush", PERSON),
        KnownSpeaker("George H. W. Bush", PERSON),
        KnownSpeaker("Jeb Bush", PERSON),
    ),
    offices=(
        KnownOffice("President of the United States", "United States", ("President",)),
        KnownOffice("Governor of Florida", "Florida", ("Governor",)),
    ),
    tenures=tuple(
        KnownTenure(name, office, PartialDate.year(first), PartialDate.year(last))
        for name, office, first, last in (
            ("George H. W. Bush", "President of the United States", 1989, 1992),
            ("George W. Bush", "President of the United States", 2001, 2008),
            ("Jeb Bush", "Governor of Florida", 1999, 2006),
        )
    ),
)


@pytest.mark.parametrize(
    ("role", "day", "name"),
    [
        ("President", "1991-01-10", "George H. W. Bush"),
        ("U.S. President", "1991-01-10", "George H. W. Bush"),
        ("President", "2003-01-10", "George W. Bush"),
        ("former President", "1999-01-10", "George H. W. Bush"),
        ("Governor", "2003-01-10", "Jeb Bush"),
        ("President", "1995-01-10", None),
        ("former President", "2012-01-10", None),
        ("Iranian President", "1991-01-10", None),
        ("professor", "1991-01-10", None),
        ("President", None, None),
    ],
)
def test_of_two_who_held_an_office_the_day_tells_which_a_surname_means(role, day, name):
    said = Attribution(SourceKind.PERSON, "Bush", "Bush", "the name is printed", entity=0)
    when = PartialDate.from_iso(day) if day else None

    found = resolve_speaker(said, extraction(role), TWO_BUSHES, when)

    assert (found.name if found.known else None) == name


def test_a_name_with_a_letter_of_another_alphabet_is_matched_with_nobody():
    found = person("Sergеy Lavrov")  # with a Cyrillic letter

    assert (found.name, found.known) == ("Sergеy Lavrov", False)
    assert "alphabets" in found.reason


def test_somebody_unknown_keeps_the_articles_name_without_titles():
    found = person("Dr. Ana Lopes", gazetteer=EMPTY)

    assert (found.name, found.printed, found.known) == ("Ana Lopes", "Ana Lopes", False)


def test_a_namesake_with_another_given_name_is_not_the_known_person():
    assert not person("Vladimir Lavrov").known


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("North Atlantic Treaty Organization", "NATO"),
        ("the Alliance", "NATO"),
        ("Moscow", "Russia"),
        ("Russia", "Russia"),
        ("Interfax News Agency", "Interfax"),
    ],
)
def test_a_body_under_many_names_is_one_speaker(printed, name):
    found = body(printed)

    assert (found.name, found.kind, found.known) == (name, BODY, True)


def test_a_capital_that_speaks_is_its_government_without_knowledge_too():
    found = body("Lisbon", EMPTY)

    assert (found.name, found.known) == ("Portugal", False)
    assert "government of Portugal" in found.reason


def test_a_ministry_belongs_to_the_state_whose_minister_the_article_names():
    said = Attribution(SourceKind.ORGANISATION, "Foreign Ministry", "the ministry", "printed")

    one = resolve_speaker(said, extraction("Portuguese Deputy Foreign Minister"), EMPTY)
    none = resolve_speaker(said, extraction("nurse"), EMPTY)

    assert one.name == "Foreign Ministry of Portugal"
    assert "“Portuguese Deputy Foreign Minister”" in one.reason
    assert none.name == "Foreign Ministry"


def test_a_ministry_of_two_states_stays_open():
    said = Attribution(SourceKind.ORGANISATION, "Foreign Ministry", "the ministry", "printed")

    found = resolve_speaker(
        said, extraction("Portuguese Foreign Minister", "Spanish Foreign Minister"), EMPTY
    )

    assert found.name == "Foreign Ministry"


def test_an_unknown_body_keeps_its_printed_name():
    assert body("the Harbour Board").name == "Harbour Board"


def test_an_unnamed_speaker_keeps_the_description_and_gets_no_name():
    said = Attribution(SourceKind.UNNAMED, None, "a Pentagon official", "names nobody")

    found = resolve_speaker(said, extraction(), KNOWN)

    assert found is not None
    assert (found.kind, found.name) == (SpeakerKind.UNNAMED, None)
    assert found.description == "a Pentagon official"


def test_an_unknown_source_has_no_speaker():
    assert resolve_speaker(UNATTRIBUTED, extraction(), KNOWN) is None


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("The Harbour Union political committee's", "Harbour Union political committee"),
        ("Harbour Union committee’s", "Harbour Union committee"),
        ("Porter & Moody's", "Porter & Moody's"),
        ("Lloyd’s", "Lloyd’s"),
    ],
)
def test_a_body_is_not_named_by_a_possessive_unless_its_name_is_one(printed, name):
    assert body(printed).name == name


def test_who_is_denied_is_quoted_as_the_article_prints_it():
    found = person("Sergey Lavrov", "not related to the Foreign Minister of Russia")

    assert not found.known
    assert "the article says “not related to the Foreign Minister of Russia”" in found.reason
    assert person("Sergey Lavrov", "not related to the mayor of Leeds").known
