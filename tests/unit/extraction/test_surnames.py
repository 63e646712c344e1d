"""Whom a surname alone means where several people of the article bear it."""

from __future__ import annotations

import pytest

from app.domain.documents import ParsedArticle
from app.domain.gazetteer import EMPTY
from app.domain.quotations import SourceKind
from app.domain.spans import Span
from app.extraction.pipeline import extract


def who(text: str) -> list[str | None]:
    """Who says what, in order; None for words left open."""
    paragraphs, start = [], 0
    for part in text.split("\n\n"):
        paragraphs.append(Span(start, start + len(part)))
        start += len(part) + 2
    article = ParsedArticle(text, Span(0, len(text)), tuple(paragraphs))
    return [
        None if one.attribution.kind is SourceKind.UNNAMED else one.attribution.name
        for one in extract(article, EMPTY, "auto").quotations
    ]


TWO = "Judge Karl Braun said the fine was fair. His lawyer, Anna Braun, said she would appeal."


@pytest.mark.parametrize(
    ("then", "speaker"),
    [
        ("“He is wrong,” Braun said.", "Anna Braun"),
        ("“It stands,” Judge Braun said.", "Karl Braun"),
        ("“It stands,” Mr. Braun said.", "Karl Braun"),
        ("“It falls,” Ms. Braun said.", "Anna Braun"),
        ("“It falls,” said Braun, the lawyer.", "Anna Braun"),
        ("“It stands,” said Braun, the judge.", "Karl Braun"),
    ],
)
def test_who_spoke_last_or_whom_a_title_tells_is_meant(then: str, speaker: str) -> None:
    assert who(f"{TWO} {then}")[-1] == speaker


@pytest.mark.parametrize(
    ("first", "second", "pronoun"),
    [("Rosa Lind", "Erik Lind", "She"), ("Erik Lind", "Rosa Lind", "He")],
)
def test_the_pronoun_of_the_next_sentence_tells_who_spoke(
    first: str, second: str, pronoun: str
) -> None:
    text = f"{first} said it was late. {second} said it was early. “No,” Lind said. {pronoun} left."
    assert who(text)[2] == first


def test_two_who_are_told_of_alike_are_left_open() -> None:
    text = "Karl Braun and Anna Braun met in the town hall on Monday.\n\n“It is late,” Braun said."
    assert who(text) == [None]


def test_whom_the_article_calls_so_already_is_meant_further_down() -> None:
    text = (
        "Rosa Lind, the union leader, said the mine would stay. “We fight,” Lind said. Erik Lind,"
        " the owner, was away.\n\nThe town is small. It rained.\n\n“He is not here,” Lind said."
    )
    assert who(text)[-1] == "Rosa Lind"


def test_the_relative_of_another_is_not_meant_where_nobody_is_in_mind() -> None:
    text = (
        "Mayor Rosa Lind said the mine would close. Her brother, the banker Erik Lind, was by.\n\n"
        "The town is small. It rained. The school closed. The shop closed too.\n\n"
        "“We fight,” Lind said."
    )
    assert who(text)[-1] == "Rosa Lind"


def test_words_that_open_a_sentence_make_nobody_of_the_name() -> None:
    text = "Sen. Marco Lopes spoke on Monday. Interestingly Lopes left. “It is late,” Lopes said."
    assert who(text) == ["Marco Lopes"]


@pytest.mark.parametrize(
    ("printed", "speaker"),
    [("Weru Jr.", "Sam Weru Jr"), ("Weru Sr.", "Sam Weru"), ("Sam Jr.", "Sam Weru Jr")],
)
def test_a_word_for_the_generation_tells_father_from_son(printed: str, speaker: str) -> None:
    text = (
        "Sam Weru, the governor, said it was late. His son, Sam Weru Jr., a lawyer, said no."
        f" “I was there,” said {printed} “It rained,” he said."
    )
    assert who(text)[2] == speaker


def test_an_elder_of_whom_nothing_is_told_is_not_the_younger() -> None:
    assert who("Sam Weru Jr. said it was late. “No,” Weru Sr. said.")[-1] == "Weru Sr"


def test_the_dot_of_a_generation_ends_a_sentence_before_a_quotation() -> None:
    text = "“It is late,” said Ben Weru Jr. “No,” replied Ana Moss. “Yes,” Ben Weru Sr. said."
    assert who(text) == ["Ben Weru Jr", "Ana Moss", "Ben Weru Sr"]


@pytest.mark.parametrize(
    ("first", "second", "then", "speaker"),
    [
        ("Tom Clark", "Ann Clark", "Clark said she would run again.", "Ann Clark"),
        ("Ann Clark", "Tom Clark", "Clark said he would run again.", "Tom Clark"),
        ("Tom Clark", "Ann Clark", "Clark told reporters that she was tired.", "Ann Clark"),
        ("Tom Clark", "Ann Clark", "“It is late,” Clark said, and she smiled.", "Ann Clark"),
        ("Tom Clark", "Ann Clark", "Clark said her husband was wrong.", "Ann Clark"),
        ("Tom Clark", "Ann Clark", "Clark added that it was late.", "Tom Clark"),
    ],
)
def test_of_a_couple_the_words_of_the_speaker_tell_who(
    first: str, second: str, then: str, speaker: str
) -> None:
    text = f"{first} of Ohio came to the fair with {second} on Monday. It rained. {then}"
    assert who(text)[-1] == speaker


def test_brothers_named_in_one_breath_are_neither_by_surname() -> None:
    text = "The brothers Nils Dahl and Per Dahl own the mill. “We will rebuild,” Dahl said."
    assert who(text) == [None]


@pytest.mark.parametrize(
    ("first", "second", "names"),
    [
        ("King Harald opened the bridge.", "Prince Harald", ["King Harald", "Prince Harald"]),
        ("Queen Sofia met a guest.", "Princess Sofia", ["Queen Sofia", "Princess Sofia"]),
        ("Bishop John sang.", "John Carter", ["Bishop John", "John Carter"]),
        ("Thomas Reed, a fisherman, sang.", "Father Thomas", ["Thomas Reed", "Father Thomas"]),
    ],
)
def test_a_title_and_a_given_name_are_nobody_elses(
    first: str, second: str, names: list[str]
) -> None:
    opening = next(name for name in names if first.startswith(name))
    text = f"{first} {second} came later. “It is late,” {opening} said. “It is,” {second} said."
    assert who(text) == names


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Prince Omar bin Said came. “It is late,” Prince Omar said.", "Omar bin Said"),
        ("Bishop John Thomas came. “It is late,” Bishop Thomas said.", "John Thomas"),
        ("King Karl II came. “It is late,” King Karl said.", "King Karl II"),
        ("Pope Paul came. “It is late,” the pope said.", "Pope Paul"),
    ],
)
def test_a_title_and_a_name_mean_who_was_named_with_it(text: str, speaker: str) -> None:
    assert who(text) == [speaker]
