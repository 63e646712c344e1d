"""A dateline that prints its year dates the article; one without leaves the year open."""

import pytest

from app.domain.dates import DateBasis
from app.domain.documents import SourceDocument
from app.parsing.articles import parse_articles


def parsed(opening):
    text = f"Port vote delayed\n\n{opening} Mayor Rui Costa said on Wednesday that it will wait.\n"
    return parse_articles(SourceDocument("a.txt", "a.txt", b"", "", text, "text/1"))[0]


@pytest.mark.parametrize(
    "opening", ["LISBON, 4 March 2015 (Reuters) -", "LISBON, March 4, 2015 (Reuters) —"]
)
def test_a_dateline_with_its_year_states_the_day_of_publication(opening):
    published = parsed(opening).published
    assert (published.iso, published.basis) == ("2015-03-04", DateBasis.STATED)
    assert "dateline" in published.reason


def test_a_dateline_without_a_year_states_no_day():
    assert parsed("LISBON, March 4 (Reuters) -").published.date is None
