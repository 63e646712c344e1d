"""The day of what a letter, a ruling, a report says."""

import pytest

from app.domain.quotations import SourceKind
from app.domain.spans import Span
from app.resolution.turns import Outside
from app.resolution.writings import Writings
from tests.unit.resolution.reports import Said, report

DAY = "2014-03-20"  # a Thursday


def day_of_last(marked: str, name: str) -> str | None:
    said = [Said(None, SourceKind.ORGANISATION, described=name)] * marked.count("[")
    last = report(marked, *said, published=DAY).statements[-1].said_on
    return f"{last.date.first}/{last.date.last}" if last.date else None


@pytest.mark.parametrize(
    ("marked", "day"),
    [
        (
            "<An article on Monday about the mayor> {reported} [that he sold it].",
            "2014-03-17/2014-03-17",
        ),
        (
            "<A letter this month to the board> {said}: “[We have had enough].”",
            "2014-03-01/2014-03-31",
        ),
        (
            "<A redacted copy of the 2011 inspector’s memo> {said} [files were lost].",
            "2011-01-01/2011-12-31",
        ),
        ("<A campaign ad> released Tuesday {accuses} [Lee of lying].", "2014-03-18/2014-03-18"),
    ],
)
def test_a_writing_says_what_it_says_on_its_own_day(marked: str, day: str) -> None:
    assert day_of_last(marked, "the writing") == day


@pytest.mark.parametrize(
    "told",
    [
        "The Friday ruling, in which the judge cited the law, was long. "
        "“[They go],” <the ruling> {said}.",
        "The board filed a ruling on Friday. It is long.\nFew have read it.\n"
        "<The ruling> {said} [they go].",
        "The judge’s ruling was published on Friday. “[They go],” <her ruling> {said}.",
    ],
)
def test_a_writing_dated_once_is_of_that_day_throughout(told: str) -> None:
    assert day_of_last(told, "the ruling") == "2014-03-14/2014-03-14"


@pytest.mark.parametrize(
    "told",
    [
        "The ruling is due on Friday. <The ruling> {said} [they go].",
        "A ruling on Friday was long. A second ruling is short. <The ruling> {said} [they go].",
        "The ruling on Friday upset the ruling of Monday. <The ruling> {said} [they go].",
        "The council met on Friday. <The ruling> {said} [they go].",
        "The ruling came on Friday. <A ruling> {said} [they go].",
    ],
)
def test_a_writing_of_no_day_or_of_several_is_not_dated(told: str) -> None:
    said = Said(None, SourceKind.ORGANISATION, described="the ruling")
    found = report(told, said, published=DAY)
    writings = Writings(found.article, found.published, Outside(found.article.text, []))
    sentence = Span(0, len(found.article.text))

    assert writings.day_of(found.extraction.quotations[0].source, sentence) is None
