"""Texts whose parts stand under days of their own."""

from app.domain.dates import DateBasis
from app.domain.documents import SourceDocument
from app.parsing.articles import parse_articles

PART = "The sides met again and spoke of the ferry, the pier and the price of fish in the harbour."


def published(*lines: str):
    text = "\n\n".join(lines)
    (article,) = parse_articles(SourceDocument("a.txt", "a.txt", b"", "0", text, "text/1"))
    return article.published


def test_the_first_day_of_a_chronicle_is_not_that_of_print() -> None:
    found = published(
        "Chronicle of the harbour talks",
        *("14 February 2014", PART, "20 March 2014", PART, "1 April 2014", PART),
    )
    assert (found.date, found.basis) == (None, DateBasis.UNKNOWN)
    assert "2 more days head parts of the text below" in found.reason


def test_a_day_below_the_headline_is_that_of_print() -> None:
    found = published("Harbour talks go on", "14 February 2014", PART, PART)
    assert found.date is not None
    assert found.date.iso == "2014-02-14"


def test_a_second_day_alone_makes_no_chronicle() -> None:
    found = published("Harbour talks go on", "14 February 2014", PART, "15 February 2014", PART)
    assert found.date is not None
    assert found.date.iso == "2014-02-14"
