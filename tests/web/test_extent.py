"""How much there is, as pages say it: between which days, and of how many."""

from datetime import date

from app.domain.dates import DatePrecision
from app.services.home import get_coverage
from tests.web.conftest import fresh, open_site


def test_last_day_of_the_archive_is_the_end_of_the_range_that_begins_last(tmp_path):
    shelf = fresh(tmp_path)
    article = shelf.article("Title\nOne.\nTwo.\nThree.")
    shelf.statement(article, "One.", said="2011-12-08")
    ranged = shelf.statement(article, "Two.", said="2013-01-28")
    ranged.said_last, ranged.said_precision = date(2013, 5, 27), DatePrecision.RANGE
    shelf.statement(article, "Three.", said="2013-01-28")
    archive = shelf.archive()

    coverage = get_coverage(archive)

    assert coverage.first
    assert coverage.first.words == "8 December 2011"
    assert coverage.last
    assert coverage.last.words == "27 May 2013"
    assert "said between 8 December 2011 and 27 May 2013" in open_site(archive).get("/about").text


def test_archive_of_undated_statements_has_no_first_and_no_last_day(tmp_path):
    shelf = fresh(tmp_path)
    shelf.statement(shelf.article("Title\nOne."), "One.", said=None)

    coverage = get_coverage(shelf.archive())

    assert (coverage.first, coverage.last) == (None, None)


def test_list_of_speakers_is_described_by_how_many_it_holds_and_which(site):
    whole, letter = site.get("/speakers").text, site.get("/speakers?letter=R").text

    assert "The 2 people and bodies on record in this archive, from A to Z." in whole
    assert "The one person or body on record in this archive under R." in letter
