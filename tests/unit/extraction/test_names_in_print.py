"""Names with what newspapers print around them: ranks, nicknames, months."""

from __future__ import annotations

import pytest

from tests.unit.extraction.test_surnames import who


@pytest.mark.parametrize("rank", ["Sgt.", "Cpl.", "Capt.", "Det.", "Lt. Col.", "Det. Insp."])
def test_a_rank_with_a_dot_goes_with_the_name(rank: str) -> None:
    assert who(f"“We found him,” said {rank} Lena Stroud. It rained.") == ["Lena Stroud"]
    assert who(f"“We found him,” {rank} Lena Stroud said. It rained.") == ["Lena Stroud"]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("William “Bill” Garner", "William Garner"),
        ('Robert "Bob" Moss', "Robert Moss"),
        ("James ‘Jim’ Poe", "James Poe"),
        ("Joseph (Joe) Lind", "Joseph Lind"),
        ("Maria “La Jefa” Ruiz", "Maria Ruiz"),
    ],
)
def test_a_nickname_in_marks_stands_inside_a_name(printed: str, name: str) -> None:
    surname = name.split()[-1]
    assert who(f"{printed} said the town was safe. “I know it,” {surname} said.") == [name, name]


def test_a_party_in_brackets_is_no_nickname() -> None:
    assert who("Rep. John Moss (R-Ohio) said it was late.") == ["John Moss"]


@pytest.mark.parametrize(
    "opening",
    [
        "In August Moss met the council.",
        "Since June Moss has met nobody.",
        "The mayor said in May Moss would win.",
        "Last April Moss met the council.",
    ],
)
def test_a_month_that_says_when_is_no_given_name(opening: str) -> None:
    text = f"{opening} “It was late,” Moss said. The council thanked Daniel Moss."
    assert who(text)[-1] == "Daniel Moss"


@pytest.mark.parametrize(
    "text",
    [
        "June Carter said it was late. “I know,” Carter said.",
        "According to June Carter, it was late. “I know,” Carter said.",
        "In June Carter said it was late. June Carter left. “I know,” Carter said.",
        "He put his trust in June Carter. “I know,” Carter said.",
    ],
)
def test_a_month_may_be_a_given_name(text: str) -> None:
    assert who(text)[-1] == "June Carter"


@pytest.mark.parametrize("name", ["Park Geun-hye", "Moon Jae-in", "Roh Moo-hyun"])
def test_a_korean_surname_stands_first_and_alone(name: str) -> None:
    surname = name.split()[0]
    assert who(f"President {name} met the envoy. “It was good,” {surname} said.") == [name]


def test_a_park_is_nobody() -> None:
    text = "President Park Geun-hye walked in the Park. “It was good,” Park said."
    assert who(text) == ["Park Geun-hye"]


def test_a_surname_that_comes_first_and_is_a_given_name_elsewhere_is_who_speaks() -> None:
    text = "Spokesman Hong Lei met the press. Hong said two boats had come. “We wait,” Hong said."
    assert set(who(text)) == {"Hong Lei"}


@pytest.mark.parametrize(
    "title",
    [
        "Prime Minister-designate",
        "President-elect",
        "Attorney General-nominee",
        "Minister-delegate",
        "Iraqi Prime Minister-designate",
    ],
)
def test_a_post_still_to_come_is_no_part_of_a_name(title: str) -> None:
    assert who(f"{title} Marouf Bakhit told reporters that it was late.") == ["Marouf Bakhit"]


def test_a_name_with_a_hyphen_stays_whole() -> None:
    assert who("Minister Ann Hall-Select told reporters that it was late.") == ["Ann Hall-Select"]
