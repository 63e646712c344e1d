"""Names taken apart, folded into one spelling, and told apart."""

import pytest

from app.domain.persons import (
    fold,
    gender_of,
    is_given_name,
    parse_person,
    same_person,
    speaker_key,
    without_titles,
)


def test_a_name_is_taken_apart_into_its_parts():
    name = parse_person("Sen. Chris J. Van Hollen Jr.")

    assert (name.title, name.given, name.surname, name.suffix) == (
        "sen",
        "chris",
        "van hollen",
        "jr",
    )
    assert name.initials == ("j",)


def test_a_surname_alone_has_no_given_name():
    assert parse_person("Mr. Lavrov").given is None
    assert parse_person("O’Malley’s").surname == "omalley"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Dmitri Rogozin", "Dmitriy Rogozin"),
        ("Aleksei Navalny", "Alexey Navalniy"),
        ("Muammar Gaddafi", "Moammar al-Qaddafi"),
        ("Enrique Peña Nieto", "Enrique Pena Nieto"),
        ("Jean-Claude Juncker", "Jean Claude Juncker"),
        ("Donald J. Trump", "Donald Trump"),
        ("Mr. Donald Trump", "Donald Trump"),
        ("Hillary Rodham Clinton", "Hillary Clinton"),
    ],
)
def test_spellings_of_one_name_are_one_person_with_a_reason(one, two):
    same, reason = same_person(one, two)

    assert same
    assert one in reason


@pytest.mark.parametrize(
    ("one", "two", "why"),
    [
        ("George W. Bush", "George H. W. Bush", "initials"),
        ("Donald Trump Jr.", "Donald Trump", "jr"),
        ("Robert Johnson", "Robert Johnston", "different names"),
        ("Alan Smith", "Ellen Smith", "share only a surname"),
        ("Lavrov", "Sergey Lavrov", "surname alone"),
        ("Sergеy Lavrov", "Sergey Lavrov", "alphabets"),  # the first has a Cyrillic letter
        ("Mary Ann Smith", "Mary Jane Smith", "share only"),
    ],
)
def test_people_who_may_be_two_stay_two_with_a_reason(one, two, why):
    same, reason = same_person(one, two)

    assert not same
    assert why in reason


def test_the_key_of_a_name_is_stable_and_the_same_for_its_spellings():
    assert speaker_key("Sergei Lavrov") == speaker_key("Mr. Sergey Lavrov") == "sergey-lavrov"


def test_letters_of_another_alphabet_make_another_key():
    assert speaker_key("Sergеy Lavrov") != speaker_key("Sergey Lavrov")


def test_titles_and_possessives_are_no_part_of_a_name():
    assert without_titles("Dr. Ben Carson") == "Ben Carson"
    assert without_titles("Melania Trump’s") == "Melania Trump"


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Maria Lindqvist", "f"), ("Mr. Lindqvist", "m"), ("Lindqvist", None), ("Sasha Petrov", None),
     ("Madame Lagarde", "f"), ("Boris Petrov", "m")],
)  # fmt: skip
def test_the_gender_is_told_by_address_or_given_name_or_stays_open(name, gender):
    assert gender_of(name) == gender


def test_a_word_that_is_also_a_place_or_a_month_is_no_proof_of_a_person():
    assert is_given_name("Ingrid")
    assert not is_given_name("Georgia")
    assert not is_given_name("April")


def test_folding_drops_accents_and_keeps_other_alphabets():
    assert fold("Łódź") == "lodz"
    assert fold("Лавров") == "лавров"


@pytest.mark.parametrize(
    ("name", "given", "surname"),
    [
        ("Siobhan Mac an Bhaird", "siobhan", "mac an bhaird"),
        ("Mac an Bhaird", None, "mac an bhaird"),
        ("Eilis Ní Dhomhnaill", "eilis", "ni dhomhnaill"),
        ("Mac Miller", "mac", "miller"),
    ],
)
def test_gaelic_small_words_belong_to_the_surname(name, given, surname):
    parts = parse_person(name)

    assert (parts.given, parts.surname) == (given, surname)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ben Roe", "Benjamin L. Roe"),
        ("Bill Low", "William M. Low"),
        ("Steve Low", "Stephen Low"),
        ("Dick Ruiz", "Richard J. Ruiz"),
    ],
)
def test_a_short_form_of_a_given_name_is_that_name(a: str, b: str) -> None:
    same, why = same_person(a, b)

    assert same
    assert speaker_key(a) == speaker_key(b)
    assert a in why
    assert b in why


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ted Roe", "Theodore Roe"),  # or Edward
        ("Dan Roe", "Daniela Roe"),
        ("Ben A. Roe", "Benjamin L. Roe"),
        ("Bill Roe Jr.", "William Roe"),
        ("Bill", "William"),
        ("John Roe", "Jon Roe"),
    ],
)
def test_short_forms_that_may_be_of_another_name_join_nobody(a: str, b: str) -> None:
    assert not same_person(a, b)[0]
