"""What a quotation shares with statements, where it is none of them."""

from __future__ import annotations

from app.domain.passages import longest_part

SAID = ["The ferries leave at dawn.", "We will never sell the harbour wall to a stranger."]


def test_the_longest_run_on_record_is_found_as_the_quotation_prints_it():
    part = longest_part("Nobody lied. We will never “sell” the harbour wall, the mayor", SAID)

    assert part is not None
    assert (part.number, part.words) == (1, "We will never “sell” the harbour wall")


def test_a_run_too_short_to_be_known_again_is_none():
    assert longest_part("we will never go to the ferries again", SAID) is None
    assert longest_part("", SAID) is None
    assert longest_part("We will never sell the harbour", []) is None
