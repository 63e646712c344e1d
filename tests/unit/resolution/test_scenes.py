"""The scene before the words, and how far an occasion reaches through an article."""

from __future__ import annotations

import pytest

from tests.unit.resolution.reports import Said, names_no_day, report

DAY = "2011-10-31"  # a Monday
RUIZ, ROE = Said("Ana Ruiz"), Said("Ben Roe")
FILLER = "The pier is old.\n" * 8


def test_the_sentence_before_tells_day_and_event_of_the_words() -> None:
    (said,) = report(
        "Ana Ruiz spoke at a rally in Lisbon on Sunday.\n“[The pier stays],” <she> {said}.",
        RUIZ,
        published=DAY,
    ).statements

    assert said.said_on.iso == "2011-10-30"
    assert "the sentence before tells of the speaker" in said.said_on.reason
    assert said.event is not None
    assert said.event.value == "Rally in Lisbon"


@pytest.mark.parametrize(
    "before",
    [
        "Ana Ruiz met the crew on March 10, 2010.",  # long ago, and recalled now
        "Ana Ruiz will speak at a rally on Sunday.",
        "The crew of the boat slept on Sunday.",  # not of the speaker
        "Ana Ruiz wrote in a letter on Sunday that piers are old.",  # an occasion of its own
    ],
)
def test_a_sentence_of_another_time_or_of_somebody_else_is_no_scene(before: str) -> None:
    (said,) = report(
        f"{before}\n“[The pier stays],” <Ana Ruiz> {{said}}.", RUIZ, published=DAY
    ).statements

    assert names_no_day(said.said_on)


def test_a_scene_is_over_once_the_speaker_has_spoken_of_another_day() -> None:
    statements = report(
        "Ana Ruiz spoke at a rally on Sunday.\n"
        "“[We rent it],” <Ana Ruiz> {wrote} in an email on Friday.\n"
        "“[The pier stays],” <Ben Roe> {said}.\n"
        "“[Nobody pays],” <Ana Ruiz> {said}.",
        RUIZ,
        ROE,
        RUIZ,
        published=DAY,
    ).statements

    assert statements[0].said_on.iso == "2011-10-28"
    assert statements[2].said_on.iso != "2011-10-30"


def test_what_the_head_of_an_article_tells_reaches_through_it() -> None:
    _, last = report(
        "“[The pier stays],” <Ana Ruiz> {said} on Friday.\n"
        + FILLER
        + "“[Nobody pays],” <Ana Ruiz> {said}.",
        RUIZ,
        RUIZ,
        published=DAY,
    ).statements

    assert last.said_on.iso == "2011-10-28"


def test_what_is_told_further_down_reaches_only_the_words_near_it() -> None:
    _, last = report(
        FILLER
        + "“[The pier stays],” <Ana Ruiz> {said} on Friday.\n"
        + FILLER
        + "“[Nobody pays],” <Ana Ruiz> {said}.",
        RUIZ,
        RUIZ,
        published=DAY,
    ).statements

    assert names_no_day(last.said_on)


@pytest.mark.parametrize(
    "later",
    [
        "“[Nobody pays],” <Ana Ruiz> {says}.",  # told in the present: another scene
        "<Ana Ruiz> {told} friends [nobody pays].",
        "“[Nobody pays],” <Ana Ruiz> {said} at one point during the year.",
        "“[Nobody pays],” <Ana Ruiz> {said} in a different interview.",
        "<Ana Ruiz> has often {said} [nobody pays].",
        "<Ana Ruiz> may yet {say} [nobody pays].",
    ],
)
def test_words_of_another_occasion_do_not_take_over_the_day(later: str) -> None:
    _, second = report(
        f"“[The pier stays],” <Ana Ruiz> {{said}} on Friday.\n{later}", RUIZ, RUIZ, published=DAY
    ).statements

    assert names_no_day(second.said_on)


def test_a_post_lends_its_day_to_nothing_but_what_follows_at_once() -> None:
    _, next_to_it, further = report(
        "“[The pier stays],” <Ana Ruiz> {wrote} on Twitter on Friday.\n"
        "“[Nobody pays],” <she> {added}.\n"
        f"{FILLER}“[We rent it],” <Ana Ruiz> {{said}}.",
        RUIZ,
        RUIZ,
        RUIZ,
        published=DAY,
    ).statements

    assert next_to_it.said_on.iso == "2011-10-28"
    assert names_no_day(further.said_on)


def test_scenes_need_the_whole_name_where_two_people_share_a_surname() -> None:
    marked = "Ben Ruiz spoke on Sunday.\n“[The pier stays],” <Ana Ruiz> {said}."

    (alone,) = report(marked, RUIZ, published=DAY).statements
    (shared,) = report(marked, RUIZ, published=DAY, people=("Ana Ruiz", "Ben Ruiz")).statements

    assert alone.said_on.iso == "2011-10-30"
    assert names_no_day(shared.said_on)


def test_the_head_of_the_article_dates_words_near_it() -> None:
    statements = report(
        "Ana Ruiz and Ben Roe spoke to voters on Sunday.\n"
        "The hall was full.\n"
        "Many had come far.\n"
        "“[The pier stays],” <Ana Ruiz> {said}.\n"
        + FILLER
        + "On Friday a storm came.\n“[We rent it],” <Ben Roe> {said}.",
        RUIZ,
        ROE,
        published=DAY,
    ).statements

    assert statements[0].said_on.iso == "2011-10-30"
    assert "the head of the article tells of Ana Ruiz" in statements[0].said_on.reason
    assert names_no_day(statements[1].said_on)


def test_an_occasion_without_a_day_near_the_head_is_of_the_day_the_head_tells() -> None:
    (said,) = report(
        "Ana Ruiz won the vote in the old town on Sunday.\n"
        "In a victory speech in Porto, <Ana Ruiz> {said} [nobody pays].",
        RUIZ,
        published=DAY,
    ).statements

    assert said.said_on.iso == "2011-10-30"
    assert "victory speech" in said.said_on.reason


@pytest.mark.parametrize(
    "later",
    [
        "In the last mass of her journey, <Ana Ruiz> {told} [the story of a town].",
        "<Ana Ruiz> has been persistent in her {criticism} of [the fees].",
        "<Ana Ruiz> later {defended} [the fees].",
    ],
)
def test_other_occasions_take_over_no_day_either(later: str) -> None:
    _, second = report(
        f"“[The pier stays],” <Ana Ruiz> {{said}} on Friday.\n{later}", RUIZ, RUIZ, published=DAY
    ).statements

    assert names_no_day(second.said_on)


def test_what_is_told_in_an_aside_does_not_make_the_words_old() -> None:
    (said,) = report(
        "<Ana Ruiz> - who previously said piers are old - {said} on Friday that [nobody pays].",
        RUIZ,
        published=DAY,
    ).statements

    assert said.said_on.iso == "2011-10-28"


def test_an_occasion_before_the_speaker_sets_the_scene() -> None:
    (said,) = report(
        "During a speech Friday in Porto, Ana Ruiz tied the two together. “[Nobody pays],” "
        "<she> {said}.",
        RUIZ,
        published=DAY,
    ).statements

    assert said.said_on.iso == "2011-10-28"
    assert said.event is not None


@pytest.mark.parametrize(
    "after",
    ["Ruiz made her remarks at a rally in Lisbon on Sunday.", "The comments came on Sunday."],
)
def test_the_sentence_after_tells_where_the_words_were_said(after: str) -> None:
    (said,) = report(
        f"The pier is old.\n“[The pier stays],” <Ana Ruiz> {{said}}.\n{after}", RUIZ, published=DAY
    ).statements

    assert said.said_on.iso == "2011-10-30"
    assert "the sentence after" in said.said_on.reason


def test_what_is_told_of_the_speaker_in_between_does_not_make_the_words_older() -> None:
    statements = report(
        "“[We rent it],” <Ana Ruiz> {said} on Sunday.\n"
        "<Ruiz>, who once ran the harbour, {said} [the pier stays].",
        RUIZ,
        RUIZ,
        published=DAY,
    ).statements

    assert statements[1].said_on.iso == "2011-10-30"
