"""Through whom words reached print: papers nobody listed, one's own agency, what goes on."""

import pytest

from app.domain.quotations import SourceKind
from tests.unit.resolution.reports import Said, report

DAY = "2011-10-31"  # a Monday
RUIZ, ROE = Said("Ana Ruiz"), Said("Ben Roe")


def _via(marked: str, *said: Said) -> list[str | None]:
    statements = report(marked, *said, published=DAY).statements
    return [one.via.value if one.via else None for one in statements]


@pytest.mark.parametrize(
    ("told", "outlet"),
    [
        ("the daily Kathimerini", "Kathimerini"),
        ("the Serbian newspaper Vecernje Novosti", "Vecernje Novosti"),
        ("Austrian broadcaster ORF", "ORF"),
        ("the state-run television channel Rossiya 24", "Rossiya 24"),
        ("the weekly “Vreme”", "Vreme"),
        ("Germany’s Bild newspaper", "Bild"),
        ("Der Hafen magazine", "Der Hafen"),
        ("the Welt am Sonntag newspaper", "Welt am Sonntag"),
    ],
)
def test_a_paper_that_nobody_listed_is_a_channel_where_it_is_called_one(told, outlet) -> None:
    assert _via(f"“[The pier stays],” <Ana Ruiz> {{told}} {told} on Sunday.", RUIZ) == [outlet]


@pytest.mark.parametrize(
    "told",
    [
        "“[It stays],” <Ana Ruiz> was {quoted as saying} by Harbour News.",
        "Quoted by Harbour News, <Ana Ruiz> {said} [it stays].",
        "In remarks carried by the news agency Harbour News, <Ana Ruiz> {said} [it stays].",
        "“[It stays],” <Ana Ruiz> {said} in an email to Harbour News.",
        "<Ana Ruiz> {wrote} in an op-ed in Harbour News that [it stays].",
    ],
)
def test_who_quotes_carries_or_prints_words_is_their_channel(told) -> None:
    assert _via(told, RUIZ) == ["Harbour News"]


@pytest.mark.parametrize("told", ["the Greek Parliament", "the daily", "a daily briefing"])
def test_what_is_no_paper_is_no_channel(told) -> None:
    assert _via(f"“[The pier stays],” <Ana Ruiz> {{told}} {told} on Sunday.", RUIZ) == [None]


def test_an_agency_in_small_the_is_found_before_the_citation_below() -> None:
    assert _via(
        "<Ana Ruiz> {said} [the pier would stay], the Coast Press Agency reported.\n"
        "“[Nobody pays],” <she> {added} (Harbour News, October 29).",
        RUIZ,
        RUIZ,
    ) == ["Coast Press Agency", "Harbour News"]


def test_what_was_told_to_the_agency_that_prints_it_came_through_it() -> None:
    assert _via(
        "PORT, October 31 (CPA) — “[The pier stays],” <Ana Ruiz> {told} CPA in an interview.", RUIZ
    ) == ["Coast Press Agency"]


def test_an_agency_that_only_signs_its_dispatch_is_no_channel() -> None:
    assert _via("PORT, October 31 (CPA) — “[The pier stays],” <Ana Ruiz> {said}.", RUIZ) == [None]


def test_words_that_go_on_in_the_paragraph_have_the_same_channel() -> None:
    assert _via(
        "<Ana Ruiz> {told} Harbour News [the pier would stay]. <She> {added} [nobody would pay].\n"
        "“[We sell],” <Ben Roe> {said}.",
        RUIZ,
        RUIZ,
        ROE,
    ) == ["Harbour News", "Harbour News", None]


def test_words_of_the_same_interview_have_its_channel() -> None:
    assert _via(
        "“[The pier stays],” <Ana Ruiz> {said} in an interview with Harbour News on Sunday.\n"
        "“[Nobody pays],” <she> {added}.",
        RUIZ,
        RUIZ,
    ) == ["Harbour News", "Harbour News"]


def test_words_of_another_occasion_do_not_take_over_the_channel() -> None:
    assert _via(
        "<Ana Ruiz> {told} Harbour News [the pier would stay]. <She> {said} at a rally in Lisbon "
        "on Sunday [nobody would pay].",
        RUIZ,
        RUIZ,
    ) == ["Harbour News", None]


def test_what_a_state_says_at_all_times_has_no_channel() -> None:
    assert _via(
        "<The Harbour Union> {says} [the pier is safe].\n"
        "“[Nobody pays],” <Ana Ruiz> {said} (Harbour News, October 29).",
        Said("Harbour Union", kind=SourceKind.ORGANISATION),
        RUIZ,
    ) == [None, "Harbour News"]


def test_a_citation_of_the_agency_itself_ends_what_the_next_one_vouches_for() -> None:
    said = report(
        "OSLO, October 31 (CPA) — <Ana Ruiz> {said} [the pier would stay].\n"
        "<Ben Roe> {said} [it falls] (CPA II, October 29).\n"
        "“[It is old],” <Roe> {said}. <Eva Poe> {said} [it is new] (Harbour News, October 28).",
        RUIZ,
        ROE,
        ROE,
        Said("Eva Poe"),
        published=DAY,
    ).statements

    assert [one.via.value if one.via else None for one in said] == [
        None,
        "Coast Press Agency",
        "Harbour News",
        "Harbour News",
    ]
    assert [one.said_on.iso for one in said][1:] == ["2011-10-29", "2011-10-28", "2011-10-28"]


def test_what_follows_a_citation_in_its_paragraph_is_not_of_the_next_paragraphs() -> None:
    assert _via(
        "<Ben Roe> {said} [it falls] (CPA II, October 29). <Eva Poe> {said} [it is new].\n"
        "<Ana Ruiz> {said} [it stays] (Harbour News, October 28).",
        ROE,
        Said("Eva Poe"),
        RUIZ,
    ) == ["Coast Press Agency", None, "Harbour News"]


def test_a_citation_vouches_for_the_paragraphs_above_that_have_none() -> None:
    assert _via(
        "<Ben Roe> {said} [it falls].\n<Ana Ruiz> {said} [it stays] (Harbour News, October 28).",
        ROE,
        RUIZ,
    ) == ["Harbour News", "Harbour News"]


@pytest.mark.parametrize(
    ("told", "outlet"),
    [
        ("{told} France 2 on Sunday", "France 2"),
        ("{told} TV 2", "TV 2"),
        ("{told} Channel 4", "Channel 4"),
        ("{told} RTL", "RTL"),
        ("{told} the Observer", "Observer"),
        ("{told} the Lisbon Herald", "Lisbon Herald"),
        ("{told} the Daily Mirror", "Daily Mirror"),
        ("{said} in a letter to the Lisbon Times", "Lisbon Times"),
        ("{said} in comments e-mailed to Harbour News", "Harbour News"),
        ("{said} in a letter to Harbour News", "Harbour News"),
    ],
)
def test_a_station_or_paper_is_known_by_its_name_alone(told: str, outlet: str) -> None:
    assert _via(f"“[The pier stays],” <Ana Ruiz> {told}.", RUIZ) == [outlet]


@pytest.mark.parametrize(
    "told",
    [
        "{told} the Senate",
        "{told} the Harbour Board",
        "{told} the Post’s reporters",
        "{told} WADA",
        "{told} the Post Office",
        "{told} Ben Roe",
        "{said} in a letter to the mayor",
        "{told} the Times Square crowd",
    ],
)
def test_nobody_else_is_made_one(told: str) -> None:
    assert _via(f"“[The pier stays],” <Ana Ruiz> {told}.", RUIZ) == [None]
