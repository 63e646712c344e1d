"""The only occasion of a day, for other words of that day by somebody who was there."""

import pytest

from app.domain.resolved import EventRelation
from tests.unit.resolution.reports import Said, report

RALLY = '<Roe> {told} a rally in Ghent on Monday: ["The harbour stays open."]\n\n'
PIER = "The pier was the talk of the week, and nobody knew who would pay.\n\n"


def events_of(text: str, *said: Said, people=("Ann Roe", "Ben Marsh")) -> list[str | None]:
    told = report(text, *said, published="2016-03-09", people=people)
    return [
        one.event.value if one.event and one.event_relation is EventRelation.AT else None
        for one in told.statements
    ]


def test_words_of_the_day_of_the_only_rally_by_its_speaker_are_of_it():
    text = RALLY + PIER + "On Monday, <Roe> also {promised} that [the pier would be free].\n"
    assert events_of(text, Said("Ann Roe"), Said("Ann Roe")) == ["Rally in Ghent"] * 2


def test_the_reason_names_the_occasion_and_that_it_is_the_only_one():
    text = RALLY + PIER + "On Monday, <Roe> also {promised} that [the pier would be free].\n"
    told = report(text, Said("Ann Roe"), Said("Ann Roe"), published="2016-03-09")
    assert told.statements[1].event is not None
    reason = told.statements[1].event.reason
    assert reason.startswith("Ann Roe took part in")
    assert "only occasion of that day" in reason


@pytest.mark.parametrize(
    ("second", "who"),
    [
        ("On Monday, <Marsh> {said} that [the pier would be free].\n", "Ben Marsh"),
        ("On Sunday, <Roe> {promised} that [the pier would be free].\n", "Ann Roe"),
        ("On Monday, <Roe> {said} in a statement that [the pier would be free].\n", "Ann Roe"),
        ("<Roe> {told} CPA on Monday that [the pier would be free].\n", "Ann Roe"),
    ],
    ids=["another speaker", "another day", "a statement", "told to an agency"],
)
def test_other_words_are_not_of_the_rally(second, who):
    first, other = events_of(RALLY + PIER + second, Said("Ann Roe"), Said(who))
    assert first == "Rally in Ghent"
    assert other != "Rally in Ghent"


def test_of_two_occasions_of_one_day_none_is_chosen():
    text = (
        RALLY
        + '<Roe> {told} a news conference in Ghent on Monday: ["We will pay."]\n\n'
        + PIER
        + "On Monday, <Roe> also {promised} that [the pier would be free].\n"
    )
    assert events_of(text, Said("Ann Roe"), Said("Ann Roe"), Said("Ann Roe"))[2] is None
