"""Names in an article, by title, given name, gazetteer and syntax."""

import pytest

from app.domain.gazetteer import EMPTY, Gazetteer, KnownSpeaker, SpeakerKind
from app.extraction.mentions import find_names
from app.extraction.syntax import analyse
from tests.unit.extraction.telling import article


def names(text: str, label: str, gazetteer: Gazetteer = EMPTY) -> list[str]:
    scan = find_names(analyse(article(text), "rules"), gazetteer, ())
    return [name.text for name in scan.names if name.label == label]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They met Foreign Minister Pedro Almeida there.", "Pedro Almeida"),
        ("They met NATO Secretary General Anders Fogh Rasmussen.", "Anders Fogh Rasmussen"),
        ("They met US envoy on the NATO Council Ivo Brandt there.", "Ivo Brandt"),
        ("They met Ohio Gov. Zyx Qwerty there.", "Zyx Qwerty"),
        ("They met Homeland Security Deputy Secretary Zyx Qwerty there.", "Zyx Qwerty"),
        ("They met Judge Hall there.", "Hall"),
        ("They met Robert Bridge there.", "Robert Bridge"),
        ("They met John F. Qwerty there.", "John F. Qwerty"),
        ("They met Ursula von der Leyen there.", "Ursula von der Leyen"),
        ("They met Siobhan Mac an Bhaird there.", "Siobhan Mac an Bhaird"),
        ("They met Sean Mac na Mara there.", "Sean Mac na Mara"),
        ("They met Eilis Ní Dhomhnaill there.", "Eilis Ní Dhomhnaill"),
        ("They met Maria de la Cruz y Torres there.", "Maria de la Cruz y Torres"),
        ("They met Omar bin al-Rashid there.", "Omar bin al-Rashid"),
        ("They met Luca della Robbia there.", "Luca della Robbia"),
        ("They met Mrs May there.", "May"),
        ("They met Theresa May there.", "Theresa May"),
        ("They met June Roe in April.", "June Roe"),
        ("Will Power, a farmer, met them.", "Will Power"),
        ("Will Power met them.", "Will Power"),
        ("Grace Hope of Faith County met them.", "Grace Hope"),
        ("But Pedro Almeida Tuesday met them.", "Pedro Almeida"),
        ("They met Zyx Qwerty, a retired nurse, there.", "Zyx Qwerty"),
    ],
)
def test_a_person_is_found_without_titles_and_days(text, name):
    assert names(text, "PERSON") == [name]


def test_a_possessive_ends_a_name():
    assert names("It was CNN’s Pedro Almeida who met Maria Costa’s Peter Brown.", "PERSON") == [
        "Pedro Almeida", "Maria Costa", "Peter Brown",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was the Harbour Committee that met.", "Harbour Committee"),
        ("The Department of Justice met.", "Department of Justice"),
        ("The Center for Responsive Politics met.", "Center for Responsive Politics"),
        ("Then NATO met.", "NATO"),
    ],
)
def test_a_body_is_found_whole(text, name):
    assert names(text, "ORG") == [name]


def test_a_title_without_a_name_is_no_name():
    assert names("The NATO Secretary General left.", "PERSON") == []


@pytest.mark.parametrize(
    "text",
    ["The Justice Minister and the Governor left.", "Justice Minister and present Governor left."],
)
def test_a_ministers_title_is_no_judge_called_minister(text):
    assert names(text, "PERSON") == []


def test_a_judge_called_king_is_still_one():
    assert names("They met Justice King there.", "PERSON") == ["King"]


def test_a_day_is_no_part_of_a_ministrys_name():
    assert names("The Foreign Ministry on Wednesday met them.", "ORG") == ["Foreign Ministry"]


def test_peoples_and_groups_are_nobody():
    assert names("Democrats met Russians and the Texan.", "PERSON") == []
    assert names("Democrats met Russians and the Texan.", "ORG") == []


def test_the_gazetteer_knows_names_that_nothing_else_tells():
    known = Gazetteer((KnownSpeaker("Qwertzu Asdfgh", SpeakerKind.PERSON),))

    assert names("Then Qwertzu Asdfgh left.", "PERSON", known) == ["Qwertzu Asdfgh"]
    assert names("Then Qwertzu Asdfgh left.", "PERSON") == []


@pytest.mark.parametrize(
    "day", ["in June", "on Monday", "by May", "last August", "May 5", "Friday"]
)
def test_a_month_or_a_day_is_nobody(day):
    assert names(f"The council met {day}, its clerk recalled.", "PERSON") == []


def test_an_article_behind_a_verb_is_no_part_of_a_name():
    assert names("They gave Pedro Almeida an Oscar there.", "PERSON") == ["Pedro Almeida"]


def test_a_question_may_open_with_a_verb():
    assert names("Will Qwerty run?", "PERSON") == []
    assert names("They met Will Qwerty.\nWill Qwerty run?", "PERSON") == ["Will Qwerty"] * 2


def test_no_text_makes_no_names():
    assert find_names(analyse(article(""), "rules"), EMPTY, ()).names == ()


@pytest.mark.parametrize(
    "name", ["New York Times", "Securities and Exchange Commission", "New Zealand Herald"]
)
def test_a_bodys_name_is_whole(name):
    text = f"The {name} later reported that the port was shut."
    scan = find_names(analyse(article(text), "sm"), EMPTY, ())

    assert [each.text for each in scan.names][:1] == [name]


def test_a_party_behind_a_state_is_no_surname():
    text = "They met in May. Asked about it, the Florida Republican would only say no."

    assert names(text, "PERSON") == []
