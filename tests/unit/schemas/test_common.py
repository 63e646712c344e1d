from datetime import date

import pytest

from app.domain.dates import DateBasis, DatePrecision, PartialDate
from app.schemas.common import DateShown, Paging, date_words


@pytest.mark.parametrize(
    ("first", "last", "precision", "words"),
    [
        ((2011, 12, 8), (2011, 12, 8), "day", "8 December 2011"),
        ((2011, 12, 1), (2011, 12, 31), "month", "December 2011"),
        ((2011, 1, 1), (2011, 12, 31), "year", "2011"),
        ((2013, 3, 1), (2013, 5, 31), "season", "spring 2013"),
        ((2012, 12, 1), (2013, 2, 28), "season", "winter 2012/13"),
        ((2011, 7, 1), (2011, 7, 10), "range", "early July 2011"),
        ((2011, 7, 11), (2011, 7, 20), "range", "mid-July 2011"),
        ((2011, 6, 21), (2011, 6, 30), "range", "late June 2011"),
        ((2011, 7, 3), (2011, 7, 9), "range", "3–9 July 2011"),
        ((2010, 1, 1), (2012, 12, 31), "range", "2010–2012"),
        ((2011, 8, 10), (2011, 12, 14), "range", "between 10 August and 14 December 2011"),
        ((2010, 8, 10), (2011, 2, 4), "range", "between 10 August 2010 and 4 February 2011"),
    ],
)
def test_date_is_written_as_people_write_it_and_no_more_exactly(first, last, precision, words):
    when = PartialDate(date(*first), date(*last), DatePrecision(precision))

    assert date_words(when) == words


def test_date_that_is_not_known_says_so():
    shown = DateShown.of(None, None, None, DateBasis.UNKNOWN, "no date is given")

    assert (shown.iso, shown.words, shown.reason) == (None, "date not known", "no date is given")


def test_list_with_nothing_in_it_has_one_page():
    assert Paging(page=1, per_page=20, total=0).pages == 1
    assert Paging(page=1, per_page=20, total=20).pages == 1
    assert Paging(page=2, per_page=20, total=21).pages == 2
    assert Paging(page=3, per_page=20, total=60).offset == 40
