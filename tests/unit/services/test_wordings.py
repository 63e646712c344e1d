from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.dates import DateBasis, DatePrecision
from app.schemas.common import DateShown
from app.schemas.statement import ArticleRef, ReportShown, StatementRef
from app.services.wordings import compared, dated_by, differing


def marked(shown: str, other: str) -> list[str]:
    return [piece.text.strip() for piece in differing(shown, other) if piece.matched]


def test_words_that_another_report_adds_or_changes_are_marked():
    assert marked("we will never agree", "we will agree") == []
    assert marked("we will agree", "we will never agree") == ["never"]
    assert marked("a sectoral approach", "a joint approach") == ["joint"]


def test_case_marks_and_punctuation_make_no_difference():
    assert marked("We will, agree.", "“we will agree”") == []


@settings(deadline=None)  # a busy machine is no fault
@given(st.text("ab c\n", max_size=60), st.text("ab c\n", max_size=60))
def test_pieces_join_up_to_the_other_wording(shown, other):
    assert "".join(piece.text for piece in differing(shown, other)) == other


def day(first: int | None, last: int | None = None) -> DateShown:
    if first is None:
        return DateShown.of(None, None, None, DateBasis.UNKNOWN, "no date is given")
    days = date(2012, 3, first), date(2012, 3, last or first)
    return DateShown.of(*days, DatePrecision.RANGE, DateBasis.STATED, "as told")


def a_report(name: str, said_on: DateShown) -> ReportShown:
    return ReportShown.model_construct(
        statement=StatementRef.model_construct(id=name, said_on=said_on),
        article=ArticleRef.model_construct(id=name),
        disagrees=False,
    )


def test_a_report_without_a_day_is_dated_by_the_one_that_tells_it_most_closely():
    reports = compared(
        day(None), [a_report("a", day(1, 9)), a_report("b", day(5)), a_report("c", day(None))]
    )

    assert dated_by(day(None), reports).statement.id == "b"
    assert not any(report.disagrees for report in reports)


def test_a_report_that_tells_its_day_needs_no_other():
    assert dated_by(day(4), compared(day(4), [a_report("a", day(4))])) is None


def test_reports_that_tell_different_days_are_shown_as_disagreeing_and_date_nothing():
    reports = compared(day(None), [a_report("a", day(1)), a_report("b", day(5))])

    assert all(report.disagrees for report in reports)
    assert dated_by(day(None), reports) is None


def test_a_report_of_another_day_than_this_one_disagrees():
    reports = compared(day(4), [a_report("a", day(5)), a_report("b", day(3, 6))])

    assert [report.disagrees for report in reports] == [True, False]
