"""Day, place, event and agency of a statement: what its sentence tells, what carries on."""

import pytest

from app.domain.dates import DateBasis
from app.domain.quotations import SourceKind
from app.domain.resolved import EventRelation
from tests.unit.resolution.reports import Said, names_no_day, report

DAY = "2011-10-31"  # a Monday
RUIZ, ROE = Said("Ana Ruiz"), Said("Ben Roe")


def test_the_day_in_the_sentence_is_the_day_of_the_words() -> None:
    (said,) = report(
        "“[The pier stays],” <Ana Ruiz> {said} on Thursday.", RUIZ, published=DAY
    ).statements

    assert said.said_on.iso == "2011-10-27"
    assert said.said_on.basis is DateBasis.STATED
    assert '"Thursday"' in said.said_on.reason


def test_b13_a_weekday_in_an_undated_article_stays_unknown_with_its_words() -> None:
    (said,) = report("“[The pier stays],” <Ana Ruiz> {said} on Monday.", RUIZ).statements

    assert said.said_on.date is None
    assert said.said_on.basis is DateBasis.UNKNOWN
    assert '"Monday"' in said.said_on.reason


def test_30_a_date_in_the_content_dates_what_is_talked_of() -> None:
    (said,) = report(
        "<Ana Ruiz> {said} [the owners would gather in Brussels on December 8].",
        RUIZ,
        published=DAY,
    ).statements

    assert said.said_on.date is None
    assert said.place is None


def test_31_a_day_carries_on_to_the_same_speaker_only() -> None:
    first, second, third = report(
        "“[The pier stays],” <Ana Ruiz> {said} on Monday.\n"
        "“[Nobody pays],” <she> {added}.\n"
        "Meanwhile, <Ben Roe> {said} [the owners would sell it].",
        RUIZ,
        RUIZ,
        ROE,
        published=DAY,
    ).statements

    assert (first.said_on.iso, second.said_on.iso) == (DAY, DAY)
    assert second.said_on.basis is DateBasis.INFERRED
    assert "goes on" in second.said_on.reason
    assert third.said_on.date is None


def test_what_was_said_earlier_gets_no_day_of_the_report() -> None:
    _, earlier = report(
        "“[The pier stays],” <Ana Ruiz> {said} on Monday.\n"
        "<She> {said} earlier that [the owners would never sell it].",
        RUIZ,
        RUIZ,
        published=DAY,
    ).statements

    assert earlier.said_on.date is None


def test_a_date_of_something_else_in_the_sentence_is_not_the_day_of_the_words() -> None:
    (said,) = report(
        "<Ana Ruiz>, in office since last May, {said} [the pier would stay].", RUIZ, published=DAY
    ).statements

    assert said.said_on.date is None


def test_32_the_place_of_the_dateline_is_not_the_place_of_the_words() -> None:
    (said,) = report(
        "LISBON, October 31 (CPA) — <Ana Ruiz> {said} [the pier would stay].", RUIZ
    ).statements

    assert said.place is None


def test_words_at_an_event_take_its_place_and_carry_it_on() -> None:
    first, second = report(
        "“[The pier stays],” <Ana Ruiz> {said} at a Harbour Council meeting in Lisbon "
        "on Thursday.\n"
        "“[Nobody pays],” <she> {said}.",
        RUIZ,
        RUIZ,
        published=DAY,
    ).statements

    assert first.event is not None
    assert first.event_relation is EventRelation.AT
    assert first.place is not None
    assert first.place.value == "Lisbon"
    assert second.event is not None
    assert (second.event.value, second.said_on.iso) == (first.event.value, "2011-10-27")


def test_words_about_an_event_are_not_words_at_it() -> None:
    (said,) = report(
        "<Ana Ruiz> {said} [the Lisbon summit had failed the harbours].", RUIZ, published=DAY
    ).statements

    assert said.event_relation is EventRelation.ABOUT
    assert said.said_on.date is None


def test_22_words_told_to_an_agency_came_through_it() -> None:
    (said,) = report(
        "“[The pier stays],” <Ana Ruiz> {told} CPA on Thursday.", RUIZ, published=DAY
    ).statements

    assert said.via is not None
    assert said.via.value == "Coast Press Agency"
    assert said.event is None


def test_an_agency_that_reports_is_the_channel() -> None:
    (said,) = report(
        "<Ana Ruiz> on Monday {said} [the pier would stay], the Coast Press Agency reported.",
        RUIZ,
        published=DAY,
    ).statements

    assert said.via is not None
    assert said.via.value == "Coast Press Agency"


def test_a_citation_vouches_for_the_passage_before_it() -> None:
    first, second, third = report(
        "“[The pier stays],” <Ana Ruiz> {said}.\n"
        "“[Nobody pays],” <she> {added} (CPA I, October 27).\n"
        "“[We sell],” <Ben Roe> {said} (Harbour News, October 29).",
        RUIZ,
        RUIZ,
        ROE,
        published=DAY,
    ).statements

    assert [s.said_on.iso for s in (first, second, third)] == [
        "2011-10-27",
        "2011-10-27",
        "2011-10-29",
    ]
    assert [s.via.value for s in (first, second, third) if s.via] == [
        "Coast Press Agency",
        "Coast Press Agency",
        "Harbour News",
    ]


def test_a_reference_to_an_older_report_vouches_for_nothing() -> None:
    (said,) = report(
        "“[The pier stays],” <Ana Ruiz> {said} (see CPA, June 30).", RUIZ, published=DAY
    ).statements

    assert said.via is None
    assert said.said_on.date is None


def test_the_same_quoted_words_are_one_occasion() -> None:
    mixed, direct = report(
        '<Ana Ruiz> {dismissed} [the plan as "a lot of old rope"].\n'
        '"[It is just a lot of old rope]," <Ruiz> {told} CPA on Thursday.',
        RUIZ,
        RUIZ,
        published=DAY,
    ).statements

    assert mixed.said_on.iso == direct.said_on.iso == "2011-10-27"
    assert mixed.via == direct.via


def test_a_body_keeps_its_day_for_its_next_words_only() -> None:
    ministry = Said("Harbour Ministry", SourceKind.ORGANISATION)
    first, second = report(
        "[The pier will stay], <the Harbour Ministry> {said} on Saturday, October 29.\n"
        "“[Nobody will pay],” <the ministry> {said}.",
        ministry,
        ministry,
        published=DAY,
    ).statements

    assert (first.said_on.iso, second.said_on.iso) == ("2011-10-29", "2011-10-29")


def test_what_another_is_said_to_have_said_has_no_occasion_of_its_own() -> None:
    _, inner = report(
        "“[Roe says the pier goes],” <Ana Ruiz> {said} on Monday. "
        "“[the pier goes]” was {his} <phrase>.",
        RUIZ,
        Said("Ben Roe", nested_in=0),
        published=DAY,
    ).statements

    assert inner.said_on.date is None


@pytest.mark.parametrize(
    "sentence",
    [
        "<Ana Ruiz>, who opened it last week, {said} [the pier would stay].",
        "“[The pier stays],” <Ana Ruiz> {told} “Today” in the studio.",
        "<Ana Ruiz> {praised} [the November election].",
        "Echoing a speech of last week, <Ana Ruiz> {said} [the pier would stay].",
        "<Ana Ruiz>, up for election this year, {said} [the pier would stay].",
    ],
)
def test_words_that_only_look_like_the_day_date_nothing(sentence: str) -> None:
    (said,) = report(sentence, RUIZ, published=DAY).statements

    assert said.said_on.date is None


def test_nothing_carries_into_a_sentence_that_names_another_time() -> None:
    _, other = report(
        "“[The pier stays],” <Ana Ruiz> {said} on Monday.\n"
        "As the storm of February went on, <Ruiz> {called} [for more boats].",
        RUIZ,
        RUIZ,
        published=DAY,
    ).statements

    assert names_no_day(other.said_on)


def test_a_speaker_reported_from_several_days_has_no_day_for_the_rest() -> None:
    statements = report(
        "“[The pier stays],” <Ana Ruiz> {said} on Monday.\n"
        "“[We buy it],” <Ben Roe> {said}.\n"
        "“[Nobody pays],” <Ana Ruiz> {said} on Friday.\n"
        "“[We rent it],” <Ben Roe> {said}.\n"
        "“[I like boats],” <Ana Ruiz> {said}.",
        RUIZ,
        ROE,
        RUIZ,
        ROE,
        RUIZ,
        published=DAY,
    ).statements

    assert names_no_day(statements[-1].said_on)


@pytest.mark.parametrize(
    "text",
    [
        "Asked about the remarks of Ben Roe last week, <Ana Ruiz> {said} [so].",
        "Since her article in May, <Ana Ruiz> has {said} [so].",
        "Having run against her eight years ago, <Ana Ruiz> {said} [so].",
    ],
)
def test_the_day_of_something_else_in_the_sentence_is_not_the_day_of_the_words(text: str) -> None:
    resolved = report(text, Said("Ana Ruiz"), published="2011-10-31")

    assert resolved.statements[0].said_on.date is None


def test_what_is_said_of_recent_days_takes_no_day_from_other_words() -> None:
    resolved = report(
        "<Ana Ruiz> {said} [so] on Tuesday.\nIn recent days, <she> has {said} [more].",
        Said("Ana Ruiz"),
        Said("Ana Ruiz"),
        published="2011-10-31",
    )

    assert [s.said_on.iso for s in resolved.statements] == ["2011-10-25", None]


def test_what_is_written_after_a_speech_was_not_said_at_it() -> None:
    resolved = report(
        "In a post after the speech of Ben Roe on Tuesday, <Ana Ruiz> {wrote} [so].",
        Said("Ana Ruiz"),
        published="2011-10-31",
    )

    assert resolved.statements[0].event is None


def test_a_rally_is_not_put_to_those_it_was_about_nor_to_a_namesake() -> None:
    resolved = report(
        "Ben Ruiz got in on it, bashing Cy Low during a rally in Porto on Monday.\n"
        "<Ana Ruiz> {said} [so] on Monday.\n<Cy Low> {said} [more] on Monday.",
        Said("Ana Ruiz"),
        Said("Cy Low"),
        published="2011-10-31",
    )

    assert [s.event for s in resolved.statements] == [None, None]


def test_a_month_is_not_carried_past_its_paragraph_though_a_day_is() -> None:
    text = "<Ana Ruiz> {{said}} [so] {when}.\nFees rise.\n<She> {{said}} [more]."
    said = Said("Ana Ruiz"), Said("Ana Ruiz")
    month = report(text.format(when="last month"), *said, published="2011-10-31")
    day = report(text.format(when="on Friday"), *said, published="2011-10-31")

    assert month.statements[0].said_on.iso == "2011-09"
    assert day.statements[1].said_on.iso == "2011-10-28"
    assert month.statements[1].said_on.reason != day.statements[1].said_on.reason


def test_a_speech_given_to_two_speakers_is_given_to_neither() -> None:
    resolved = report(
        "In a speech in Porto on Friday, <Ana Ruiz> {said} [so].\n"
        "In the speech in Porto on Friday, <Ben Roe> {said} [more].",
        Said("Ana Ruiz"),
        Said("Ben Roe"),
        published="2011-10-31",
    )

    assert [s.event for s in resolved.statements] == [None, None]


@pytest.mark.parametrize(
    "later",
    [
        "In her memoir <she> {said} [more].",
        "<Ruiz> {wrote} [more].",
        "[More], <she> {said} in a documentary.",
    ],
)
def test_what_is_written_or_shown_elsewhere_takes_no_day_from_an_interview(later: str) -> None:
    resolved = report(
        f"<Ana Ruiz> {{said}} [so] in an interview on Tuesday.\n{later}",
        Said("Ana Ruiz"),
        Said("Ana Ruiz"),
        published="2011-10-31",
    )

    first, second = resolved.statements
    assert first.said_on.iso == "2011-10-25"
    assert names_no_day(second.said_on)


def test_a_statement_given_out_is_not_of_the_day_of_other_words() -> None:
    resolved = report(
        "<Ana Ruiz> {said} [so] on Tuesday.\n<Ana Ruiz> {issued} the following statement: [more].",
        Said("Ana Ruiz"),
        Said("Ana Ruiz"),
        published="2011-10-31",
    )

    first, second = resolved.statements
    assert first.said_on.iso == "2011-10-25"
    assert names_no_day(second.said_on)


def test_what_is_said_before_an_interview_or_beside_a_later_rally_was_not_said_there() -> None:
    resolved = report(
        "<Cy Low> {told} the Herald before the interview of Ana Ruiz [so].\n"
        "<Ana Ruiz> {said} [more].\nRuiz spoke later at a rally in Porto.",
        Said("Cy Low"),
        Said("Ana Ruiz"),
        published="2011-10-31",
    )

    assert [s.event for s in resolved.statements] == [None, None]
    assert [s.place for s in resolved.statements] == [None, None]


@pytest.mark.parametrize(
    "later",
    ["But now, <Ruiz> {says} [more].", "In response, <Ruiz> {said} [more]."],
)
def test_an_answer_or_words_of_now_take_no_day_from_older_ones(later: str) -> None:
    resolved = report(
        f"<Ana Ruiz> {{said}} [so] on Tuesday.\n{later}",
        Said("Ana Ruiz"),
        Said("Ana Ruiz"),
        published="2011-10-31",
    )

    first, second = resolved.statements
    assert first.said_on.iso == "2011-10-25"
    assert names_no_day(second.said_on)
