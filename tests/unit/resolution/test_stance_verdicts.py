"""Issues that are judged or called for, and stances of another time."""

import pytest

from app.domain.resolved import Stance
from tests.unit.resolution.reports import Said, report

RUIZ = Said("Ana Ruiz")


def _stance(words: str) -> Stance | None:
    (said,) = report(f"“[{words}],” <Ana Ruiz> {{said}}.", RUIZ).statements
    return said.issues[0].stance if said.issues else None


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("The pier fee is a disaster", Stance.OPPOSES),
        ("The new pier fee was, simply, a terrible blunder", Stance.OPPOSES),
        ("I think that the pier fee would be a mistake", Stance.OPPOSES),
        ("The pier fee is a success", Stance.SUPPORTS),
        ("Our pier fee has been a great step forward", Stance.SUPPORTS),
        ("We need the pier fee now", Stance.DEMANDS),
        ("The town badly needs this new pier fee", Stance.DEMANDS),
        ("We do not need a pier fee", Stance.OPPOSES),
    ],
)
def test_who_judges_or_calls_for_an_issue_takes_a_side(words: str, stance: Stance) -> None:
    assert _stance(words) is stance


@pytest.mark.parametrize(
    "words",
    [
        "The pier fee is not a disaster",
        "Is the pier fee a mistake?",
        "If the pier fee is a disaster, so is the pier",
        "Ben Roe says the pier fee is a disaster",
        "The debate about the pier fee is a disaster",
        "The end of the pier fee would be a disaster",
        "Without the pier fee it will be a disaster",
        "The pier fee is anything but a success",
        "Nobody needs the pier fee",
        "Who needs a pier fee?",
        "We need the pier fee like a hole in the head",
        "We need to talk about the pier fee",
        "We should have a debate on the pier fee",
    ],
)
def test_what_is_denied_asked_supposed_or_another_thing_is_no_side(words: str) -> None:
    assert _stance(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "In 1990 I opposed the pier fee",
        "I opposed the pier fee back in the 1990s",
        "When I was mayor, I supported the pier fee",
        "Ten years ago we backed the pier fee",
    ],
)
def test_a_side_taken_in_the_past_is_none_of_today(words: str) -> None:
    assert _stance(words) is None


def test_a_side_taken_then_and_now_is() -> None:
    assert _stance("I opposed the pier fee in 1990 and I oppose it now") is Stance.OPPOSES
