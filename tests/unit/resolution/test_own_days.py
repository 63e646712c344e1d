"""Which day in a sentence is that of the words."""

from __future__ import annotations

import pytest

from app.domain.quotations import SpeechKind
from tests.unit.resolution.reports import Said, names_no_day, report

DAY = "2011-10-31"  # a Monday
RUIZ = Said("Ana Ruiz")


@pytest.mark.parametrize(
    "marked",
    [
        "On Friday, at the harbour office in the old town beside the northern pier where boats "
        "are kept and sails are mended by hand, <Ana Ruiz> {said} [the pier stays].",
        "<Ana Ruiz> {told} reporters on Friday that [the pier stays].",
        "“[The pier stays],” <Ana Ruiz> {said} at Friday’s debate.",
    ],
)
def test_the_day_beside_the_cue_or_at_the_head_of_the_sentence_counts(marked: str) -> None:
    (said,) = report(marked, RUIZ, published=DAY).statements

    assert said.said_on.iso == "2011-10-28"


@pytest.mark.parametrize(
    "marked",
    [
        "As <Ana Ruiz> {speaks} to the council on Wednesday, [the plan begins].",
        "<Ana Ruiz> {made} a plan [to raise fees] and plans to focus on boats on Friday.",
        "The plan was approved on Friday, but <Ana Ruiz> {said} [nobody pays].",
        "Even as Ben Roe claimed on Friday that boats sink, <Ana Ruiz> {said} [the pier stays].",
        "<Ana Ruiz> {says}, win or lose in Friday’s vote, [the pier stays].",
        "A group led by <Ana Ruiz> to {urge} [lower fees], took in much money on Friday.",
        "<The party> today {agrees} [only on fees].",
    ],
)
def test_the_day_of_something_else_is_not_that_of_the_words(marked: str) -> None:
    (said,) = report(marked, RUIZ, published=DAY).statements

    assert names_no_day(said.said_on)


def test_a_day_in_words_that_another_said_is_not_that_of_these() -> None:
    _, second = report(
        "<Ana Ruiz> {noted} [that the crew slept on Friday] and <she> {asked} [who pays].",
        RUIZ,
        RUIZ,
        published=DAY,
    ).statements

    assert second.said_on.date is None


def test_a_known_event_within_the_time_told_gives_its_day() -> None:
    (said,) = report(
        "Speaking at the Lisbon summit in November 2010, <Ana Ruiz> {said} [nobody pays].",
        RUIZ,
        published=DAY,
    ).statements

    assert said.said_on.iso == "2010-11-20"
    assert "November 2010" in said.said_on.reason


def test_a_known_event_of_another_time_speaks_against_the_day_told() -> None:
    (said,) = report(
        "“[Nobody pays],” <Ana Ruiz> {said} on Friday at the Lisbon summit.", RUIZ, published=DAY
    ).statements

    assert said.said_on.iso == "2011-10-28"
    assert "against it: Harbour summit, Lisbon 2010 is known for" in said.said_on.reason


@pytest.mark.parametrize(
    "marked",
    [
        "<Ana Ruiz>, who lost her boat in Lisbon, Portugal, in July 2010, {said} [nobody pays].",
        "In a speech from Porto -- which votes on Saturday -- <Ana Ruiz> {said} [nobody pays].",
        "Ruiz hopes to win in November, in part because <she> {said} [nobody pays].",
        "“[Nobody pays],” <Ana Ruiz> {said} in an interview with COAST TODAY.",
    ],
)
def test_a_day_in_another_clause_or_in_a_name_is_not_that_of_the_words(marked: str) -> None:
    (said,) = report(marked, RUIZ, published=DAY).statements

    assert said.said_on.date is None


def test_a_day_that_begins_the_sentence_is_that_of_the_words() -> None:
    (said,) = report(
        "Friday, harbour spokeswoman <Ana Ruiz> {said} [nobody pays].", RUIZ, published=DAY
    ).statements

    assert said.said_on.iso == "2011-10-28"


@pytest.mark.parametrize(
    "words",
    [
        "In 1990, <Ana Ruiz> {said} [nobody pays].",
        "And back in 1990 <Ana Ruiz> {said} [nobody pays].",
        "“[Nobody pays],” <Ana Ruiz> {wrote} in 1990.",
    ],
)
def test_a_year_at_the_head_or_right_after_the_verb_is_that_of_the_words(words: str) -> None:
    (said,) = report(words, RUIZ, published=DAY).statements

    assert said.said_on.iso == "1990"


@pytest.mark.parametrize(
    "words",
    [
        "In 1990, when the pier was built, <Ana Ruiz> {said} [nobody paid].",
        "<Ana Ruiz>, born in 1990, {said} [nobody pays].",
        "<Ana Ruiz> {said} [nobody paid] when the pier was built in 1990.",
    ],
)
def test_a_year_of_something_else_is_not_that_of_the_words(words: str) -> None:
    (said,) = report(words, RUIZ, published=DAY).statements

    assert said.said_on.date is None


def test_who_repeats_words_on_a_day_says_them_on_that_day() -> None:
    (said,) = report(
        "<Ana Ruiz> repeated that promise on Sunday, {saying} [nobody pays].", RUIZ, published=DAY
    ).statements

    assert said.said_on.iso == "2011-10-30"


@pytest.mark.parametrize(
    ("words", "day"),
    [("over the weekend", ("2011-10-29", "2011-10-30")), ("last night", ("2011-10-30",) * 2)],
)
def test_a_weekend_and_a_night_are_days_of_words(words: str, day: tuple[str, str]) -> None:
    (said,) = report(
        f"“[Nobody pays],” <Ana Ruiz> {{said}} {words}.", RUIZ, published=DAY
    ).statements

    assert said.said_on.date is not None
    assert (said.said_on.date.first.isoformat(), said.said_on.date.last.isoformat()) == day


def test_the_day_of_words_told_by_the_way_is_not_that_of_the_next() -> None:
    _, second = report(
        "After {saying} on Friday [the pier stays], <Ana Ruiz> left.\n"
        "“[Nobody pays],” <Ana Ruiz> {said}.",
        RUIZ,
        RUIZ,
        published=DAY,
    ).statements

    assert names_no_day(second.said_on)


@pytest.mark.parametrize(
    ("marked", "iso"),
    [
        ("In a July interview with the Herald, <Ana Ruiz> {said} [nobody pays].", "2011-07"),
        ("In the 2009 video, <Ana Ruiz> {said} [nobody pays].", "2009"),
        ("“[Nobody pays],” <Ana Ruiz> {said} in a March 2010 statement.", "2010-03"),
        ("“[Nobody pays],” <Ana Ruiz> {told} the Herald in 2009.", "2009"),
        ("She lost the vote in 2009, when <Ana Ruiz> {said} [nobody pays].", "2009"),
        ("In a long, bitter interview with Ben Roe in 2009, <Ana Ruiz> {said} [it].", "2009"),
        ("Ben Roe, whom <Ana Ruiz> on Friday {called} [a thief], left.", "2011-10-28"),
    ],
)
def test_the_time_of_what_it_was_said_in_is_that_of_the_words(marked: str, iso: str) -> None:
    (said,) = report(marked, RUIZ, published=DAY).statements

    assert said.said_on.iso == iso


def test_earlier_this_year_is_the_year_up_to_the_report() -> None:
    (said,) = report(
        "“[Nobody pays],” <Ana Ruiz> {told} the Herald earlier this year.", RUIZ, published=DAY
    ).statements

    assert said.said_on.date is not None
    assert said.said_on.date.first.isoformat() == "2011-01-01"
    assert said.said_on.date.last.isoformat() == DAY


@pytest.mark.parametrize(
    ("marked", "rule"),
    [
        (
            "<Ana Ruiz> {announced} [a plan for the many boats of the old harbour on Friday].",
            "verb: noun phrase",
        ),
        (
            "<Ana Ruiz> {called} [the long and winding old pier “a thief” on Friday].",
            "",
        ),
        ("<Ana Ruiz> {argued} [that nobody pays on Friday’s broadcast of “Harbour”].", ""),
        ("<Ana Ruiz> {said} [that nobody pays on Friday at a rally in Porto].", ""),
    ],
)
def test_a_day_at_the_end_of_a_paraphrase_can_be_that_of_its_verb(marked: str, rule: str) -> None:
    said = Said("Ana Ruiz", speech=SpeechKind.MIXED, rule=rule)
    (found,) = report(marked, said, published=DAY).statements

    assert found.said_on.iso == "2011-10-28"


def test_a_day_at_the_end_of_a_long_clause_stays_its_own() -> None:
    said = Said("Ana Ruiz", speech=SpeechKind.INDIRECT, rule="verb: clause")
    (found,) = report(
        "<Ana Ruiz> {said} [that the crew of the old boat had lost its way in a storm on Friday].",
        said,
        published=DAY,
    ).statements

    assert found.said_on.date is None


def test_the_month_of_an_apposition_is_not_that_of_the_words() -> None:
    (said,) = report(
        "<Ana Ruiz>, the keeper ousted last month, {said} [nobody pays].", RUIZ, published=DAY
    ).statements

    assert said.said_on.date is None


def test_the_day_of_what_the_speaker_was_asked_about_is_not_that_of_the_answer() -> None:
    (said,) = report(
        "Asked about the loss of boats last week, <Ana Ruiz> {blamed} [the storm].",
        RUIZ,
        published=DAY,
    ).statements

    assert said.said_on.date is None


@pytest.mark.parametrize(
    "marked",
    [
        "<Ana Ruiz> {said} [that the pier would open Tuesday].",
        "<Ana Ruiz> {said} [the keeper was arrested Sunday].",
        "[The fee was passed last year], <Ana Ruiz> {said}.",
    ],
)
def test_a_day_at_the_end_of_a_short_clause_is_of_what_it_tells(marked: str) -> None:
    said = Said("Ana Ruiz", speech=SpeechKind.INDIRECT, rule="verb: clause")
    (found,) = report(marked, said, published=DAY).statements

    assert found.said_on.date is None


def test_the_day_beside_the_cue_outweighs_one_in_what_was_said() -> None:
    said = Said("Ana Ruiz", speech=SpeechKind.INDIRECT, rule="verb: clause")
    (found,) = report(
        "<Ana Ruiz> {said} on Friday [that the vote would be held Sunday].", said, published=DAY
    ).statements

    assert found.said_on.iso == "2011-10-28"


@pytest.mark.parametrize("lead", ["Months after", "A year after", "Ahead of", "Long after"])
def test_words_after_or_before_an_occasion_were_not_said_at_it(lead: str) -> None:
    (said,) = report(
        f"{lead} the Lisbon summit, <Ana Ruiz> {{said}} [the talks failed].",
        RUIZ,
        published="2011-10-31",
    ).statements

    assert said.event_relation is None
    assert said.said_on.date is None


@pytest.mark.parametrize(
    "after", ["a week after the Lisbon summit", "two days before the Lisbon summit"]
)
def test_a_count_behind_the_day_of_saying_puts_nobody_there(after: str) -> None:
    (said,) = report(
        f"<Ana Ruiz> {{said}} on Saturday, {after}, [that the talks failed].",
        RUIZ,
        published="2010-11-29",
    ).statements

    assert said.event_relation is None
    assert said.said_on.iso == "2010-11-27"


def test_what_somebody_had_said_lends_its_day_to_nothing() -> None:
    filler = "The pier is old.\n" * 5
    *_, last = report(
        filler
        + "<Ana Ruiz> had {said} on Friday [she would win].\n“[Nobody pays],” <Ana Ruiz> {said}.",
        RUIZ,
        RUIZ,
        published=DAY,
    ).statements

    assert last.said_on.iso != "2011-10-28"


def test_a_printed_weekday_that_the_calendar_contradicts_is_told() -> None:
    (said,) = report(
        "“[Nobody pays],” <Ana Ruiz> {said} on Monday, December 24, 2013.",
        RUIZ,
        published="2013-12-27",
    ).statements

    assert said.said_on.iso == "2013-12-24"
    assert "that day was a Tuesday" in said.said_on.reason


@pytest.mark.parametrize("show", ["Radio 4’s Today programme", "the Today programme", "USA Today"])
def test_a_show_called_today_is_no_day(show: str) -> None:
    (said,) = report(
        f"“[So],” <Ana Ruiz> {{told}} {show} on Tuesday.", Said("Ana Ruiz"), published="2016-03-11"
    ).statements

    assert said.said_on.iso == "2016-03-08"
