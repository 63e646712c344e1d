"""What is said on a show begins behind its name; what it was said about or in is not said."""

from __future__ import annotations

import pytest

from tests.unit.extraction.saying import outer


def contents(text: str) -> list[tuple[str, ...]]:
    """The words of each statement that is found."""
    return [said.content for said in outer(text, "auto")]


@pytest.mark.parametrize(
    "where",
    [
        'Sunday on NBC\'s "Meet the Press"',
        'on NBC\'s "Meet the Press" on Sunday',
        "Sunday on ABC’s “This Week”",
        "on CBS’s “Face the Nation”",
    ],
)
def test_the_name_of_a_show_is_not_said_on_it(where: str) -> None:
    found = contents(f"Sen. Ben Roe said {where} that more troops were needed.")

    assert found == [("that more troops were needed",)]


@pytest.mark.parametrize(
    "content",
    ['"the wall" that Poe wanted was dead', "“Gone With the Wind” is a film that he loved"],
)
def test_words_in_marks_that_are_part_of_what_is_said_stay(content: str) -> None:
    assert contents(f"Jane Roe said {content}.") == [(content,)]


@pytest.mark.parametrize(
    ("opening", "said"),
    [
        ("Speaking about the December summit, he", "it would be hard"),
        ("Speaking of his years in Rome, Jane Roe", "they were good"),
        ("Talking about the port, the mayor", "the work was late"),
        ("In a statement on Saturday, the Cuban embassy", "he was a liar"),
        ("In a statement on Friday night, the mayor", "the work was late"),
    ],
)
def test_what_somebody_speaks_about_or_when_is_no_statement_of_its_own(
    opening: str, said: str
) -> None:
    assert contents(f"{opening} said {said}.") == [(said,)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("She spoke about the December summit.", "the December summit"),
        ("Jane Roe issued a statement on the port.", "the port"),
    ],
)
def test_where_nothing_else_is_said_it_is_told(text: str, content: str) -> None:
    assert (content,) in contents(text)
