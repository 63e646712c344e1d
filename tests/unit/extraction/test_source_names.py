"""Which of several names in a source is the one who speaks."""

import pytest

from tests.unit.extraction.telling import name_of


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Centers for Disease Control Director Pedro Almeida", "Pedro Almeida"),
        ("LISBON - Republican candidate Pedro Almeida", "Pedro Almeida"),
        ("his wife, longtime Lars Nygaard aide Maria Lindqvist", "Maria Lindqvist"),
        ("Pedro Almeida, a former aide to Minister Lars Nygaard", "Pedro Almeida"),
        ("Maria Lindqvist herself", "Maria Lindqvist"),
    ],
)
def test_the_name_is_that_of_who_speaks_not_of_whom_the_title_names(source, speaker):
    text = f"It was late in the town.\n“We go on,” said {source}."

    assert name_of(text, source, level="sm") == speaker


@pytest.mark.parametrize(
    "source",
    [
        "Sources close to Prime Minister Maria Lindqvist",
        "Senior aides to Prime Minister Maria Lindqvist",
        "Advisers to Prime Minister Maria Lindqvist",
        "Officials in the office of Prime Minister Maria Lindqvist",
    ],
)
def test_those_around_somebody_are_not_the_one_they_are_around(source):
    text = f"Pedro Almeida met Lars Nygaard.\n{source} said she was ill."

    assert name_of(text, source, level="sm") is None


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("a spokesman for Foreign Minister Lars Nygaard, Pedro Almeida", "Pedro Almeida"),
        ("an aide to Mayor Maria Lindqvist, Pedro Almeida", "Pedro Almeida"),
        ("a lawyer for Senator Lars Nygaard, Maria Lindqvist", "Maria Lindqvist"),
        ("a spokesman for Lars Nygaard, the senator", None),
        ("a spokesman for Lars Nygaard", None),
    ],
)
def test_who_speaks_for_another_is_named_behind_that_one(source, speaker):
    text = f"It was late in the town.\n“We go on,” said {source}."

    assert name_of(text, source, level="sm") == speaker
