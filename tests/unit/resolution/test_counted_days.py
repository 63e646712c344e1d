"""Days that words are told to have been said on by counting from another, and by a feast."""

import pytest

from app.domain.dates import DateBasis
from app.domain.quotations import SpeechKind
from app.domain.resolved import ResolvedStatement
from tests.unit.resolution.reports import Said, report

DAY = "2016-03-11"  # a Friday
RUIZ, ROE = Said("Ana Ruiz"), Said("Ben Roe")
TOLD = "The council closed the pier on March 1.\n"


def said_after(sentence: str, before: str = TOLD, published: str = DAY) -> ResolvedStatement:
    return report(before + sentence, RUIZ, published=published).statements[0]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("“[It stays],” <Ana Ruiz> {said} two days later.", "2016-03-03"),
        ("Two days later <Ana Ruiz> {said} [it stays].", "2016-03-03"),
        ("The next day, <Ana Ruiz> {said} [it stays].", "2016-03-02"),
        ("“[It stays],” <Ana Ruiz> {told} reporters the following morning.", "2016-03-02"),
        ("The day after, <Ana Ruiz> {said} [it stays].", "2016-03-02"),
        ("“[It stays],” <Ana Ruiz> {had said} the day before.", "2016-02-29"),
        ("Three days earlier, <Ana Ruiz> {had told} the council [it stays].", "2016-02-27"),
        ("“[It stays],” <Ana Ruiz> {said} the same day.", "2016-03-01"),
        ("“[It stays],” <Ana Ruiz> {said} that same evening.", "2016-03-01"),
        ("The following Thursday, <Ana Ruiz> {said} [it stays].", "2016-03-03"),
        ("“[It stays],” <Ana Ruiz> {said} the next Monday.", "2016-03-07"),
        ("The previous Friday, <Ana Ruiz> {had said} [it stays].", "2016-02-26"),
        ("A day before, <Ana Ruiz> {said} [it stays].", "2016-02-29"),
    ],
)
def test_a_day_counted_from_one_told_is_that_of_the_words(sentence: str, day: str) -> None:
    said = said_after(sentence)

    assert said.said_on.iso == day
    assert said.said_on.basis is DateBasis.INFERRED
    assert '"March 1"' in said.said_on.reason


@pytest.mark.parametrize(
    "sentence",
    [
        "On the same day that the crew struck, <Ana Ruiz> {said} [it stays].",
        "The same day the crew struck, <Ana Ruiz> {said} [it stays].",
    ],
)
def test_the_same_day_as_something_else_is_not_the_day_told_before(sentence: str) -> None:
    assert said_after(sentence).said_on.iso != "2016-03-01"


def test_a_week_counted_is_any_of_seven_days() -> None:
    date = said_after("A week later <Ana Ruiz> {said} [it stays].").said_on.date

    assert date is not None
    assert (str(date.first), str(date.last)) == ("2016-03-05", "2016-03-11")


def test_years_are_counted_from_a_year() -> None:
    said = said_after("Two years later, <Ana Ruiz> {said} [it stays].", "In 2010 it was built.\n")

    assert said.said_on.iso == "2012"


def test_later_goes_on_from_the_words_before_and_earlier_from_the_day_named() -> None:
    on, later, next_, earlier = report(
        "<Ben Roe> {said} on March 3 [it falls].\n"
        "“[I was wrong],” <Roe> {said} three days later. The next day <he> {said} [he resigns].\n"
        "A day earlier <Roe> {said} [it is safe].",
        *[ROE] * 4,
        published=DAY,
    ).statements

    assert on.said_on.iso == "2016-03-03"
    assert later.said_on.iso == "2016-03-06"
    assert next_.said_on.iso == "2016-03-07"
    assert earlier.said_on.iso == "2016-03-02"


@pytest.mark.parametrize(
    "sentence",
    [
        "“[It stays],” <Ana Ruiz> {said} several days later.",
        "Days later, <Ana Ruiz> {said} [it stays].",
        "“[It stays],” <Ana Ruiz> {said} a month after the vote.",
        "Two weeks before the storm, <Ana Ruiz> {said} [it stays].",
        "In a speech four days before the invasion, <Ana Ruiz> {said} [it stays].",
        "A month later, <Ana Ruiz> {said} [it stays].",  # beyond the report
    ],
)
def test_a_day_counted_from_none_known_is_unknown_and_nothing_else_is_lent(sentence: str) -> None:
    first, said, on = report(
        f"“[We pay],” <Ana Ruiz> {{said}} on Thursday.\n{sentence}\n“[So it is],” <she> {{said}}.",
        RUIZ,
        RUIZ,
        RUIZ,
        published=DAY,
    ).statements

    assert first.said_on.iso == "2016-03-10"
    assert said.said_on.date is None
    assert on.said_on.date is None


@pytest.mark.parametrize(
    "sentence",
    [
        "<Ana Ruiz>, a day after the vote, {said} on Thursday [it stays].",
        "A day after the vote, <Ana Ruiz> {said} on Thursday [it stays].",
        "On Thursday, two days after the storm, <Ana Ruiz> {said} [it stays].",
        "“[It stays],” <Ana Ruiz> {said} on Thursday, three weeks before the vote.",
    ],
)
def test_a_day_beats_what_is_counted_from_an_event(sentence: str) -> None:
    assert said_after(sentence).said_on.iso == "2016-03-10"


def test_a_day_that_somebody_is_quoted_with_is_not_counted_from() -> None:
    _, said = report(
        "“[We meet on March 1],” <Ben Roe> {said}.\nTwo days later <Ana Ruiz> {said} [it stays].",
        ROE,
        RUIZ,
        published=DAY,
    ).statements

    assert said.said_on.date is None


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("“[It stays],” <Ana Ruiz> {said} on Christmas Eve.", "2015-12-24"),
        ("On New Year’s Day, <Ana Ruiz> {told} reporters [it stays].", "2016-01-01"),
        ("“[It stays],” <Ana Ruiz> {said} late on New Year's Eve.", "2015-12-31"),
        ("Speaking on Boxing Day, <Ana Ruiz> {said} [it stays].", "2015-12-26"),
        ("“[It stays],” <Ana Ruiz> {said} on Christmas Day 2012.", "2012-12-25"),
    ],
)
def test_a_feast_is_the_day_of_the_words(sentence: str, day: str) -> None:
    said = said_after(sentence, "The mayor opened the pier on Monday.\n", "2016-01-08")

    assert said.said_on.iso == day


def test_a_feast_that_is_spoken_of_is_no_day_of_the_words() -> None:
    assert said_after("<Ana Ruiz> {said} [it opens on Easter Sunday].").said_on.date is None
    assert said_after("Since Christmas Day <Ana Ruiz> {said} [it stays].").said_on.date is None


def test_a_week_counted_ends_with_the_report() -> None:
    date = said_after(
        "A week later <Ana Ruiz> {said} [it stays].", "It closed on March 4.\n"
    ).said_on.date

    assert date is not None
    assert (str(date.first), str(date.last)) == ("2016-03-08", "2016-03-11")


def test_a_day_at_the_end_of_what_is_announced_is_that_of_the_announcement() -> None:
    announced, later = report(
        "<Ana Ruiz> {announced} [the plan on March 1].\nTwo days later <she> {said} [it falls].",
        Said("Ana Ruiz", speech=SpeechKind.INDIRECT, rule="verb: noun phrase"),
        RUIZ,
        published=DAY,
    ).statements

    assert announced.said_on.iso == "2016-03-01"
    assert later.said_on.iso == "2016-03-03"


def test_what_follows_older_words_in_a_report_of_today_is_of_neither_day() -> None:
    *_, old, on, below = report(
        "<Ana Ruiz> {said} on Thursday [the dues fall].\n"
        "“[We need them],” <she> {told} the board on Jan. 20. “[We do],” <Ruiz> {added}.\n"
        "“[We listened],” <Ruiz> {said}.",
        *[RUIZ] * 4,
        published=DAY,
    ).statements

    assert old.said_on.iso == on.said_on.iso == "2016-01-20"
    assert below.said_on.date is None


def test_what_follows_older_words_goes_on_where_the_report_tells_of_nothing_newer() -> None:
    _, below = report(
        "“[We need them],” <Ana Ruiz> {told} the board on Feb. 20.\n“[We do],” <Ruiz> {added}.",
        RUIZ,
        RUIZ,
        published=DAY,
    ).statements

    assert below.said_on.iso == "2016-02-20"


def test_a_sentence_since_takes_the_telling_back_to_the_day_of_the_report() -> None:
    *_, below = report(
        "In a talk that aired on Thursday, Ana Ruiz spoke of the pier.\n"
        "When she spoke of it in December, <she> {said}, “[We need it].”\n"
        "Roe asked Ruiz on Thursday if that was so.\n"
        "“[We do],” <Ruiz> {said}.",
        RUIZ,
        RUIZ,
        published=DAY,
    ).statements

    assert below.said_on.iso == "2016-03-10"
