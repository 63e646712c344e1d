"""Words that turn what is said when one stands in place of the other."""

from __future__ import annotations

import pytest

from app.domain.opposites import are_opposed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "We will raise fees for every boat in Porto",
            "We will lower fees for every boat in Porto",
        ),
        ("Few of our friends believe the pier stays", "Many of our friends believe the pier stays"),
        ("I doubt that the pier will be closed", "I am certain that the pier will be closed"),
        ("The boats would leave the bay in May", "The boats would enter the bay in May"),
        ("The northern pier is old and dear", "The southern pier is old and dear"),
        ("The pier in Porto is safe and old", "The pier in Porto is unsafe and old"),
        ("We beat the sailors in the second race", "The sailors beat us in the second race"),
        ("Fees rose last year because of the pier", "Fees rose last year despite the pier"),
        ("Fees of the public pier are too high", "Fees of the private pier are too high"),
        ("The council accepted the plan at once", "The council rejected the plan at once"),
    ],
)
def test_words_that_turn_what_is_said_part_two_like_wordings(one: str, other: str) -> None:
    assert are_opposed(one, other)
    assert are_opposed(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We will raise fees for every boat", "We will increase fees for every boat"),
        ("On Monday we meet all of them in Porto", "We meet all of them in Porto on Monday"),
        ("The talks brought no result so far", "So far the talks have brought no result"),
        ("They must keep the pier open", "They should keep the pier open"),
        ("The old pier will not threaten boats", "The old pier would not threaten boats"),
    ],
)
def test_other_words_for_the_same_do_not(one: str, other: str) -> None:
    assert not are_opposed(one, other)
