"""Where words were said: here, on a visit, in a house of the town, at the talks before."""

import pytest

from app.domain.documents import SourceDocument
from app.parsing.articles import parse_articles
from app.resolution.own_places import place_of_speech
from tests.unit.resolution.reports import Said, report

DAY = "2011-10-31"  # a Monday
RUIZ, ROE = Said("Ana Ruiz"), Said("Ben Roe")


def _place(text: str, *said: Said) -> list[str | None]:
    statements = report(text, *(said or (RUIZ,)), published=DAY).statements
    return [one.place.value if one.place else None for one in statements]


@pytest.mark.parametrize(
    "told",
    [
        "<Ana Ruiz> {said} here on Monday [the pier would stay].",
        "[The pier would stay], <Ana Ruiz> {told} reporters here.",
        "<Ana Ruiz> {said} at a dinner here that [the pier would stay].",
    ],
)
def test_here_is_the_town_of_the_dateline(told: str) -> None:
    assert _place(f"OSLO, October 31 (CPA) — {told}") == ["Oslo"]


@pytest.mark.parametrize(
    "told",
    [
        "<Ana Ruiz>, who has lived here for years, {said} [the pier would stay].",
        "“[The pier stays here],” <Ana Ruiz> {said}.",
        "<Ana Ruiz> {said} [the pier would stay], as nobody here is told.",
    ],
)
def test_another_here_is_no_place_of_the_words(told: str) -> None:
    assert _place(f"OSLO, October 31 (CPA) — {told}") == [None]


def test_here_without_a_dateline_is_nowhere() -> None:
    assert _place("<Ana Ruiz> {said} here on Monday [the pier would stay].") == [None]


@pytest.mark.parametrize(
    "visit",
    ["during a visit to Lisbon", "on a two-day trip to Lisbon", "during her stop in Lisbon"],
)
def test_what_is_said_on_a_visit_is_said_there(visit: str) -> None:
    assert _place(f"<Ana Ruiz> {{said}} {visit} [the pier would stay].") == ["Lisbon"]


@pytest.mark.parametrize("visit", ["before a visit to Lisbon", "of his visit to Lisbon"])
def test_a_visit_before_or_beside_the_words_is_no_place(visit: str) -> None:
    assert _place(f"<Ana Ruiz> {{said}} {visit} [the pier would stay].") == [None]


@pytest.mark.parametrize(
    "house", ["the Oslo State Institute of Harbours", "the University of Oslo", "Oslo City Hall"]
)
def test_a_meeting_in_a_house_of_the_dateline_s_town_is_there(house: str) -> None:
    told = f"In the meeting with students of {house} on Monday, <Ana Ruiz> {{said}} [it stays]."
    assert _place(f"OSLO, October 31 (CPA) — {told}") == ["Oslo"]


@pytest.mark.parametrize("house", ["the Oslo Post", "the Lisbon State Institute of Harbours"])
def test_a_paper_or_another_town_s_house_gives_no_town(house: str) -> None:
    told = f"In the meeting with people of {house} on Monday, <Ana Ruiz> {{said}} [it stays]."
    assert _place(f"OSLO, October 31 (CPA) — {told}") == [None]


def test_a_joint_press_conference_is_held_where_the_talks_before_it_were() -> None:
    assert _place(
        "<Ana Ruiz> {said} after talks with Ben Roe in Lisbon on Sunday [the pier would stay].\n"
        "“[Nobody pays],” <Ruiz> {told} a joint press conference.",
        RUIZ,
        RUIZ,
    ) == ["Lisbon", "Lisbon"]


def test_a_press_conference_of_one_s_own_is_not_placed_by_talks() -> None:
    first, second = report(
        "<Ana Ruiz> {said} after talks with Ben Roe in Lisbon on Sunday [the pier would stay].\n"
        "“[Nobody pays],” <Cy Holm> {told} a press conference.",
        RUIZ,
        Said("Cy Holm"),
        published=DAY,
    ).statements
    assert first.place is not None
    assert second.place is None


def test_who_stands_beside_at_a_joint_press_conference_speaks_there() -> None:
    first, second = report(
        "“[Nobody pays],” <Ana Ruiz> {told} a joint press conference with Harbour Minister Ben Roe "
        "on Sunday.\n<Roe> {replied} that [the pier would stay].",
        RUIZ,
        ROE,
        published=DAY,
    ).statements
    assert second.event == first.event or (
        second.event is not None
        and first.event is not None
        and second.event.value == first.event.value
    )
    assert second.said_on.iso == first.said_on.iso == "2011-10-30"


@pytest.mark.parametrize(
    "told", ["{told} the forum", "{addressed} the forum", "{told} the delegates"]
)
def test_what_is_told_the_gathering_of_the_report_is_said_there(told: str) -> None:
    _, second = report(
        "<Ana Ruiz> {said} at the harbour forum in Lisbon on Sunday that [the pier would stay].\n"
        f"<Ben Roe> {told}: “[Nobody pays].”",
        RUIZ,
        ROE,
        published=DAY,
    ).statements
    assert second.event is not None
    assert second.place is not None
    assert second.place.value == "Lisbon"


@pytest.mark.parametrize("told", ["the council", "the harbour committee", "reporters"])
def test_what_is_told_another_body_is_not_said_at_the_gathering(told: str) -> None:
    _, second = report(
        "<Ana Ruiz> {said} at the harbour forum in Lisbon on Sunday that [the pier would stay].\n"
        f"“[Nobody pays],” <Ben Roe> {{told}} {told}.",
        RUIZ,
        ROE,
        published=DAY,
    ).statements
    assert second.event is None


BODY = (
    "Ana Ruiz said on Monday the pier would stay, and that nobody would ever have to pay for a "
    "walk along the water."
)


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("Remarks by Harbour Minister Ana Ruiz\nOslo, 31 October 2011\n\n", "Oslo"),
        ("Press conference of Ana Ruiz\nWashington, DC\nOctober 31, 2011\n", "Washington"),
        ("Minister defends pier\nOslo, 31 October 2011\n\n", None),
        ("Remarks by Harbour Minister Ana Ruiz\nOSLO, October 31 (CPA) — ", None),
    ],
)
def test_a_speech_was_held_where_its_heading_says(head: str, place: str | None) -> None:
    text = head + BODY
    document = SourceDocument("a.txt", "a.txt", text.encode(), "0", text, "text/1", None)
    (article,) = parse_articles(document)
    found = place_of_speech(article)
    assert (found.value if found else None) == place


@pytest.mark.parametrize(
    "told",
    [
        "Speaking in Lisbon, <Ana Ruiz> {said} [the pier would stay].",
        "Speaking on Monday in Lisbon, <Ana Ruiz> {said} [the pier would stay].",
        "<Ana Ruiz> {said} on her arrival in Lisbon that [the pier would stay].",
        "Visiting Lisbon, <Ana Ruiz> {said} [the pier would stay].",
        "“[The pier stays],” {said} <Ana Ruiz>, visiting Lisbon with her aides.",
        "While visiting Lisbon on Monday, <Ana Ruiz> {said} [the pier would stay].",
    ],
)
def test_where_somebody_speaks_arrives_or_visits_is_the_place(told: str) -> None:
    assert _place(told) == ["Lisbon"]


@pytest.mark.parametrize(
    "told",
    [
        "Those visiting Lisbon pay, <Ana Ruiz> {said}, [and the pier stays].",
        "<Ana Ruiz>, who was visiting Lisbon in May, {said} [the pier would stay].",
        "Visiting Lisbon is dear, <Ana Ruiz> {said}, [and the pier stays].",
        "After visiting Lisbon, <Ana Ruiz> {said} [the pier would stay].",
    ],
)
def test_a_visit_of_others_or_of_before_is_no_place(told: str) -> None:
    assert _place(told) == [None]


@pytest.mark.parametrize(
    "told",
    [
        "Ruiz was in Lisbon on Sunday. “[We pay],” <she> {said} there.",
        "Ruiz visited Lisbon. <She> {told} reporters there that [the pier would stay].",
        "Ruiz went to Lisbon on Sunday.\n“[We pay],” <Ruiz> {said} there on Monday.",
        "Ruiz toured Lisbon. “[Here in Lisbon we pay],” <she> {said}.",
    ],
)
def test_there_and_here_are_the_place_told_last(told: str) -> None:
    assert _place(told) == ["Lisbon"]


@pytest.mark.parametrize(
    "told",
    [
        "Ruiz was in Lisbon. <She> {said} [there was no money].",
        "Ruiz was in Lisbon. “[It is cold there],” <she> {said}.",
        "“[Here in Lisbon we pay],” <Ana Ruiz> {said}.",
        "Ruiz was in Lisbon. “[Here in America we pay],” <she> {said}.",
        "“[We went to Lisbon],” <Ben Roe> {said}. <Ana Ruiz> {said} there [it stays].",
    ],
)
def test_another_there_or_here_is_no_place_of_the_words(told: str) -> None:
    said = (ROE, RUIZ) if "Roe" in told else (RUIZ,)

    assert _place(told, *said)[-1] is None


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("<Ana Ruiz> {said} on Tuesday in Nairobi that [the pier would stay].", "Nairobi"),
        ("<Ana Ruiz> {said} late Tuesday in Lusaka that [the pier would stay].", "Lusaka"),
        ("<Ana Ruiz> {said} on Tuesday evening in Paris [the pier would stay].", "Paris"),
        ("<Ana Ruiz> {said} on Tuesday in Dar es Salaam [the pier would stay].", "Dar es Salaam"),
        ("<Ana Ruiz> {said} in Dar es Salaam that [the pier would stay].", "Dar es Salaam"),
        ("<Ana Ruiz> {said} in Addis Ababa on Tuesday [the pier would stay].", "Addis Ababa"),
        ("<Ana Ruiz> {said} in Port Moresby that [the pier would stay].", "Port Moresby"),
    ],
)
def test_a_capital_beside_the_verb_or_its_day_is_where_it_was_said(told: str, place: str) -> None:
    assert _place(told) == [place]


@pytest.mark.parametrize(
    "told",
    [
        "<Ana Ruiz> {said} on Tuesday that [the pier in Nairobi would stay].",
        "<Ana Ruiz> {said} on Tuesday, as talks in Nairobi went on, that [the pier would stay].",
        "<Ana Ruiz> {said} on Tuesday in Parliament that [the pier would stay].",
        "<Ana Ruiz> {said} on Tuesday in Spanish that [the pier would stay].",
    ],
)
def test_no_other_place_is_where_it_was_said(told: str) -> None:
    assert _place(told) == [None]
