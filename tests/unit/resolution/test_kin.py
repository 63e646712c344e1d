"""Fathers and sons of one name within an article."""

from __future__ import annotations

import pytest

from app.domain.documents import ParsedArticle
from app.domain.gazetteer import EMPTY
from app.domain.quotations import SourceKind
from app.domain.spans import Span
from app.extraction.pipeline import extract
from app.resolution import kin
from app.resolution.namesakes import part_namesakes

SAID, ALSO = "The road has been closed for too long", "Nobody asked us before it was decided"


def names(text: str) -> list[str | None]:
    """Who says what, in order; None for words left open."""
    paragraphs, start = [], 0
    for part in text.split("\n\n"):
        paragraphs.append(Span(start, start + len(part)))
        start += len(part) + 2
    article = ParsedArticle(text, Span(0, len(text)), tuple(paragraphs))
    found = part_namesakes(article, extract(article, EMPTY, "auto"))
    assert part_namesakes(article, found).entities == found.entities
    return [
        one.attribution.name if one.attribution.kind is not SourceKind.UNNAMED else None
        for one in found.quotations
    ]


@pytest.mark.parametrize(
    ("opening", "relative", "kin"),
    [
        ("John Moss, a lawyer,", "His father, also named John Moss, was a judge.", "father"),
        ("John Moss, a judge,", "His son, John Moss, is a lawyer.", "son"),
        ("John Moss, a judge,", "His nephew, who is also called John Moss, agreed.", "nephew"),
        ("Rosa Moss, a nurse,", "Her daughter and namesake, Rosa Moss, agreed.", "daughter"),
    ],
)
def test_a_relative_of_the_same_name_is_another(opening: str, relative: str, kin: str) -> None:
    name = opening.partition(",")[0]
    text = f'"{SAID}," said {opening} on Monday.\n\n{relative} "{ALSO}," the {kin} said.\n'

    assert names(text) == [name, f"{name} ({kin})"]


@pytest.mark.parametrize(
    "second",
    [
        "Her father, John Moss, agreed.",  # of somebody named before
        "His father, Peter Moss, agreed.",
        "His father was a judge.",
    ],
)
def test_who_has_a_relative_of_another_name_stays_one(second: str) -> None:
    text = (
        f'Eva Roe spoke first.\n\n{second} John Moss, a lawyer, was there. "{SAID}," Moss said.\n'
    )

    assert not any("(" in (name or "") for name in names(text))


def test_a_name_that_stands_in_full_but_once_is_one_persons() -> None:
    text = f'Mary Moss came, and with her came her son, John Moss. "{SAID}," John Moss said.\n'

    assert names(text) == ["John Moss"]


def test_the_elder_and_the_younger_are_told_by_the_family() -> None:
    text = (
        "John Moss, the mayor, spoke first.\n\n"
        f'"{SAID}," the elder Moss said.\n\n'
        f'His son, also named John Moss, is a lawyer. "{ALSO}," the younger Moss said.\n'
    )

    assert names(text) == ["John Moss", "John Moss (son)"]


@pytest.mark.parametrize(
    ("first", "second", "who", "said"),
    [
        ("Neil Farr Sr., the founder", "Neil Farr Jr., its head", "the younger Farr", 1),
        ("Neil Farr Sr., the founder", "Neil Farr Jr., its head", "the elder Farr", 0),
        ("Nora Finch, a nurse", "her younger sister, Paula Finch", "the younger Finch", 1),
        ("Lars Birk, a clerk", "his father, Olaf Birk", "the elder Birk", 1),
    ],
)
def test_of_two_of_one_surname_the_family_tells_which(
    first: str, second: str, who: str, said: int
) -> None:
    text = f'"{SAID}," said {first}.\n\n"{ALSO}," said {second}.\n\n"It is late now," {who} said.\n'
    found = names(text)

    assert len(set(found)) == 2
    assert found[2] == found[said]


@pytest.mark.parametrize("who", ["the younger Farr", "the elder Farr", "the senior Farr"])
def test_where_nothing_tells_the_age_it_is_left_open(who: str) -> None:
    text = f'"{SAID}," said Neil Farr.\n\n"{ALSO}," said Kate Farr.\n\n"It is late," {who} said.\n'

    assert names(text)[2] is None


def test_the_elder_of_whom_only_the_child_is_named_is_nobody_named() -> None:
    text = (
        f'"{SAID}," said John Moss, who took over the farm from his father.\n\n'
        f'"{ALSO}," the elder Moss said.\n\n"It is late," the younger Moss said.\n'
    )

    assert names(text) == ["John Moss", None, "John Moss"]


def test_a_surname_alone_is_neither_seniors_nor_juniors() -> None:
    text = (
        f'"{SAID}," said Peter Ames Jr., a lawyer.\n\n"{ALSO}," said Peter Ames Sr., a judge.\n\n'
        '"It is late now," Ames said.\n'
    )

    assert names(text) == ["Peter Ames Jr", "Peter Ames Sr", None]


def test_a_name_printed_without_junior_later_on_may_be_the_same_mans() -> None:
    text = (
        f'"{SAID}," said Brent Boswell III, a banker.\n\n"{ALSO}," Boswell said.\n\n'
        "The book is by Brent Boswell.\n"
    )

    assert names(text) == ["Brent Boswell III", "Brent Boswell III"]


def test_ages_of_one_article_that_differ_are_two_peoples() -> None:
    text = f'"{SAID}," said Glen Rusk, 71.\n\n"{ALSO}," said Glen Rusk, 35, of Leeds.\n'

    assert len(set(names(text))) == 2


def test_no_relation_to_the_sheriff_is_another() -> None:
    text = (
        f'"{SAID}," said Tom Hulse, the sheriff of Kern County.\n\n'
        f'"{ALSO}," said Tom Hulse, a shop owner who is no relation to the sheriff.\n'
    )

    assert names(text) == ["Tom Hulse (sheriff of Kern County)", "Tom Hulse (shop owner)"]


def test_a_surname_alone_is_his_who_is_quoted_and_not_a_father_told_of() -> None:
    text = (
        f'"{SAID}," said Brent Boswell III, a banker.\n\n'
        "Hugo Lund was his uncle and his father, Brent Boswell, Jr. was a writer.\n\n"
        f'It rained. "{ALSO}," Boswell said.\n'
    )

    assert names(text) == ["Brent Boswell III", "Brent Boswell III"]


def test_the_relatives_of_a_surname_are_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    worked_out: list[tuple[int, ...]] = []
    pairs = kin._pairs

    def noted(article, extraction, bearers):
        worked_out.append(tuple(bearers))
        return pairs(article, extraction, bearers)

    monkeypatch.setattr(kin, "_pairs", noted)
    lead = f'"{SAID}," said Brent Boswell Jr.\n\nBrent Boswell Sr. is his father.'
    other = f'"{ALSO}," said Ann Lund.\n\nHer mother, Eva Lund, was there.'
    more = "".join(f'\n\n"{ALSO}," Boswell said.\n\n"{ALSO}," Lund said.' for _ in range(3))
    names(f"{lead}\n\n{other}{more}\n")

    assert len(worked_out) == 2 * len(set(worked_out)) == 4  # two surnames, and read twice


FAMILY = "Leo Marsh, a farmer, said it was late. His daughter, Ida Marsh, said it rained."


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Marsh, the daughter", "Ida Marsh"),
        ("Marsh, her father", "Leo Marsh"),
        ("Marsh, the father", "Leo Marsh"),
    ],
)
def test_a_relative_behind_a_surname_tells_who_of_the_family_speaks(
    source: str, speaker: str
) -> None:
    assert names(f"{FAMILY} “We ran,” said {source}.")[-1] == speaker


def test_the_younger_behind_a_form_of_address_is_junior_and_goes_on() -> None:
    text = (
        "Ben Roe won the vote. Ben Roe Jr. was there.\n\n"
        "“It is a movement,” said the younger Mr. Roe. He said it would go on."
    )
    assert names(text) == ["Ben Roe Jr", "Ben Roe Jr"]


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("George Moss", "His son, President George P. Moss,", "George P. Moss (son)"),
        ("George P. Moss", "His father, former Judge George Moss,", "George Moss (father)"),
        ("Rosa Moss", "Rosa K. Moss, her daughter,", "Rosa K. Moss (daughter)"),
        ("Paul Moss", "Paul T. Moss, son of Paul Moss,", "Paul T. Moss (son)"),
    ],
)
def test_an_initial_and_a_word_of_kin_make_two(first: str, second: str, told: str) -> None:
    name, _, kin = told.partition(" (")
    other = "younger" if kin == "father)" else "elder"
    text = f'"{SAID}," said {first}.\n\n{second} came late. "{ALSO}," {name} said.\n'

    assert names(text) == [f"{first} ({other})", told]


def test_a_relative_of_nearly_the_name_who_is_not_quoted_changes_nothing() -> None:
    text = f'"{SAID}," said George P. Moss. His father, Judge George Moss, was there.\n'

    assert names(text) == ["George P. Moss"]


@pytest.mark.parametrize(
    "second",
    [
        "His son, Peter Moss, came late.",
        "Eva Roe came with her father.",
        "It was George P. Moss's first visit.",
    ],
)
def test_an_initial_left_out_makes_nobody_two(second: str) -> None:
    text = f'"{SAID}," said George P. Moss.\n\n{second} "{ALSO}," George Moss said.\n'

    assert names(text) == ["George P. Moss"] * 2


def test_father_and_son_of_nearly_one_name_who_are_named_together_are_two() -> None:
    text = (
        "Robert Moss and Robert K. Moss, father and son, own the mill.\n\n"
        f'"{SAID}," Robert Moss said. "{ALSO}," Robert K. Moss said.\n'
    )

    assert len(set(names(text))) == 2
