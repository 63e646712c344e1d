"""Verdicts on quotations, by what they do to one statement's words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.passages import judge_joined
from app.domain.quoted_words import seen, words_of
from app.domain.verdicts import DifferenceKind, Verdict, judge, passages_of

SAID = (
    "The harbour wall must not be sold before 2030, and we in Lisbon will guard its "
    "self-government against every buyer who comes with money in his hands."
)


def key(form: str) -> str:
    """As the archive's language would say: two spellings of one word."""
    return {"harbor": "harbour", "defense": "defence"}.get(form, form)


def verdict(quote: str) -> Verdict:
    return judge(quote, SAID, key).verdict


@pytest.mark.parametrize(
    "quote",
    [
        SAID,
        "harbour wall must not be sold",
        "“The harbour wall must not be sold”",
        "THE HARBOUR WALL",
        "we in Lisbon will guard its self-government against every buyer.",
        "we in Lisbon   will\nguard",
        "must not be sold — before 2030 – and we",
    ],
)
def test_the_same_words_are_exact_wherever_they_are_cut(quote):
    assert verdict(quote) is Verdict.EXACT


def test_words_beside_a_long_omission_are_not_taken_for_changed():
    said = (
        "We do not call the wall an enemy, we do not call the wall an obstacle, we call the wall "
        "a neighbour of ours, and we wish to build a true partnership."
    )
    quote = "We do not call the wall an enemy … we wish to build a true partnership"

    kinds = [one.kind for one in judge(quote, said, key).differences]

    assert kinds == [DifferenceKind.LEFT_OUT]


@pytest.mark.parametrize(
    ("quote", "kind", "turns"),
    [
        ("The harbor wall must not be sold", DifferenceKind.SPELLING, False),
        ("will guard its self government against", DifferenceKind.HYPHENS, False),
        ("will guard its selfgovernment against", DifferenceKind.HYPHENS, False),
        ("The harbour wall must never be sold before", DifferenceKind.CHANGED, True),
        ("The harbour wall must be sold before 2030", DifferenceKind.DROPPED, True),
        ("must not be sold before 2040, and we", DifferenceKind.CHANGED, True),
        ("and we in Madrid will guard its self-government", DifferenceKind.CHANGED, True),
        ("The old harbour wall must not be sold", DifferenceKind.ADDED, False),
        ("against every rich buyer who comes with money in", DifferenceKind.ADDED, False),
        ("against each buyer who comes with", DifferenceKind.CHANGED, False),
        (
            "its self-government against every buyer who comes with weapons",
            DifferenceKind.CHANGED,
            False,
        ),
        ("and we in Lisbon will guard its harbour", DifferenceKind.CHANGED, False),
        ("The harbour wall must not be sold before 2040", DifferenceKind.CHANGED, True),
        ("The harbour wall must not be sold before 2030 anywhere", DifferenceKind.ADDED, False),
    ],
)
def test_up_to_two_words_otherwise_are_small_differences(quote, kind, turns):
    judgement = judge(quote, SAID, key)

    assert judgement.verdict is Verdict.SMALL
    assert [(one.kind, one.alters_meaning) for one in judgement.differences] == [(kind, turns)]


@pytest.mark.parametrize(
    "quote",
    [
        "The harbour wall must not be sold before any buyer with money in his hands",
        "The harbour wall must not be sold … against every buyer",
        "The harbour wall must not be sold [...] against every buyer",
        "The harbour wall will guard its self-government",
    ],
)
def test_three_words_dropped_are_words_left_out_marked_or_not(quote):
    assert verdict(quote) in (Verdict.LEFT_OUT,)


@pytest.mark.parametrize(
    "quote",
    [
        "The lighthouse will be built by the town next year",
        "we will not sell the wall to anybody in the world before the year is over",
        "must not be",
        "of the and to",
        "",
        "…",
    ],
)
def test_other_words_are_not_found(quote):
    expected = Verdict.EXACT if quote == "must not be" else Verdict.NOT_FOUND
    assert verdict(quote) is expected


def test_words_that_change_places_turn_the_meaning():
    judgement = judge(
        "Georgia attacked Russia in the summer", "Russia attacked Georgia in the summer", key
    )

    assert judgement.verdict is Verdict.SMALL
    assert [one.kind for one in judgement.differences] == [DifferenceKind.MOVED]
    assert judgement.differences[0].alters_meaning


def test_words_that_change_places_are_seen_at_the_end_of_a_quotation_too():
    said = "We know that walls are permanent while the sea is temporary, as every sailor learns."

    judgement = judge("walls are temporary while the sea is permanent", said, key)

    [one] = judgement.differences
    assert (one.kind, one.alters_meaning) == (DifferenceKind.MOVED, True)
    assert (one.quoted, one.printed) == ("temporary … permanent", "permanent … temporary")
    assert judgement.runs[-1].printed[1] == len(words_of(said[: said.index(",")]))


def test_what_turns_the_meaning_is_shown_first():
    judgement = judge("The old harbour wall must be sold before 2030", SAID, key)

    assert [one.alters_meaning for one in judgement.differences] == [True, False]


def test_a_quotation_broken_by_its_cue_may_run_over_the_break():
    assert (
        judge("I will go and I will win", "I will go […] and I will win", key).verdict
        is Verdict.EXACT
    )


def test_two_statements_joined_are_told_apart():
    other = "Ferries leave at dawn and nobody has ever asked the gulls about it"
    quote = "The harbour wall must not be sold and nobody has ever asked the gulls"

    assert judge_joined(quote, [other, SAID]) == (1, 0)
    assert judge_joined("The harbour wall must not fly to the moon", [other, SAID]) is None


def test_marks_of_omission_divide_a_quotation():
    assert passages_of("one two … three [...] four ... five") == [
        "one two ",
        " three ",
        " four ",
        " five",
    ]


@given(st.integers(0, 25), st.integers(3, 12))
def test_every_run_of_the_words_is_exact(start, length):
    words = words_of(SAID)[start : start + length]
    quote = SAID[words[0].start : words[-1].end] if words else ""

    assert not words or verdict(quote) is Verdict.EXACT


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_can_be_compared(quote, statement):
    judgement = judge(quote, statement, key)

    assert (judgement.verdict is Verdict.EXACT) <= bool(words_of(quote))


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("[T]he harbour wall must not be sold", Verdict.EXACT),
        ("The harbour wall must not be sold [sic] before 2030", Verdict.EXACT),
        ("[The] harbour wall[1] must not be sold", Verdict.EXACT),
        ("The harbour wall must not be\u200b sold be\u00adfore 2030", Verdict.EXACT),
    ],
)
def test_a_writers_remarks_and_what_nobody_sees_are_no_differences(quote, expected):
    assert verdict(seen(quote)) is expected


@pytest.mark.parametrize(
    ("quote", "turns"),
    [
        ("[It] must not be sold before 2030, and we in Lisbon will guard it", False),
        ("The harbour wall must not be sold before 2030, and [they] in Lisbon", False),
        ("we in Lisbon guard[ed] its self-government against every buyer", False),
        ("we in [the old port] will guard its self-government", False),
        ("and we in Lisbon will [not] guard its self-government against every buyer", True),
    ],
)
def test_words_in_brackets_are_told_as_the_writers_own(quote, turns):
    judgement = judge(quote, SAID, key)

    brackets = [one for one in judgement.differences if one.kind is DifferenceKind.BRACKETS]
    assert judgement.verdict is Verdict.SMALL
    assert [one.alters_meaning for one in brackets] == [turns]


@pytest.mark.parametrize(
    ("quote", "said", "kind"),
    [
        ("all twenty-eight members came", "all 28 members came", DifferenceKind.SPELLING),
        ("all 28 members came here", "all twenty eight members came here", DifferenceKind.SPELLING),
        ("ten of them stayed at home", "10 of them stayed at home", DifferenceKind.SPELLING),
        ("5% of them stayed at home", "5 per cent of them stayed at home", DifferenceKind.SPELLING),
        (
            "all 29 members came here to vote by hand at noon on Monday",
            "all twenty eight members came here to vote by hand at noon on Monday",
            DifferenceKind.CHANGED,
        ),
    ],
)
def test_a_number_in_words_and_in_figures_is_one(quote, said, kind):
    judgement = judge(quote, said, key)

    assert {one.kind for one in judgement.differences} >= {kind}
    assert any(one.alters_meaning for one in judgement.differences) is (
        kind is DifferenceKind.CHANGED
    )


def test_a_name_exchanged_for_another_at_the_beginning_may_turn_the_meaning():
    said = "Ferries must stop at night. Lisbon wants its partners to respect its harbour."

    judgement = judge("Madrid wants its partners to respect its harbour", said, key)

    assert [one.alters_meaning for one in judgement.differences] == [True]


def test_what_was_left_out_is_told_from_the_beginning_of_its_sentence():
    said = "We pose no threat to Lisbon. We will not attack Lisbon. We will not leave the harbour."
    quote = "We pose no threat to Lisbon. We will not leave the harbour."

    [one] = judge(quote, said, key).differences

    assert (one.kind, one.printed) == (DifferenceKind.LEFT_OUT, "We will not attack Lisbon")


def test_a_few_words_on_both_sides_of_a_gap_are_not_a_quotation_of_it():
    said = "We do not pose a threat to Lisbon. We will never sell the security of the harbour."

    assert (
        judge("Lisbon is a threat to the security of the harbour", said, key).verdict
        is Verdict.NOT_FOUND
    )


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("Lisbon will not attack Madrid", "We will not attack Madrid, whatever it says."),
        ("a sea wall is a threat", "This sea wall is not aimed at anybody."),
        ("a sea wall is a threat", "A sea wall is not, as some people think, a threat."),
        ("Lisbon wants a sea wall", "Nobody in Lisbon asked what a sea wall costs."),
        ("Madrid threatens Lisbon by sea walls", "Madrid answers Lisbon by sea walls."),
        ("the Spanish model of harbours works", "the Spanish model of harbours failed"),
    ],
)
def test_a_few_words_with_another_put_in_are_not_the_statement(quote, said):
    assert judge(quote, said, key).verdict is Verdict.NOT_FOUND


@pytest.mark.parametrize(
    ("quote", "said", "turns"),
    [
        ("the sea wall was never sold", "the sea wall was not sold", True),
        ("the sea wall was sold here", "the sea wall was not sold here", True),
        ("our sea wall was sold", "the sea wall was sold", False),
        ("the sea walls stand here", "the sea wall stands here", None),
        ("the sea walls stood here", "the sea wall stood here", False),
        ("the sea defense stood here", "the sea defence stood here", False),
        ("the sea wall is insufficient", "the sea wall is sufficient", True),
        ("they built 29 sea walls", "they built 28 sea walls", True),
    ],
)
def test_a_few_words_may_differ_by_one_little_word_or_form(quote, said, turns):
    judgement = judge(quote, said, key)

    assert (judgement.verdict is Verdict.SMALL) is (turns is not None)
    assert any(one.alters_meaning for one in judgement.differences) is bool(turns)


@pytest.mark.parametrize(
    ("quote", "said", "turns"),
    [
        ("sufficient", "insufficient", True),
        ("unnecessary", "necessary", True),
        ("irresponsible", "responsible", True),
        ("disloyal", "loyal", True),
        ("formal", "informal", True),
        ("land", "island", False),
        ("strong", "weak", False),
    ],
)
def test_a_word_for_its_own_opposite_may_turn_the_meaning(quote, said, turns):
    sentence = "the guard on the harbour wall is {} for a town of our size"

    [one] = judge(sentence.format(quote), sentence.format(said), key).differences

    assert (one.kind, one.alters_meaning) == (DifferenceKind.CHANGED, turns)


@pytest.mark.parametrize(
    ("quote", "said", "turns"),
    [
        ("Lisbon", "We", True),
        ("We", "Lisbon", True),
        ("NATO", "Ships", True),
        ("They", "We", False),
        ("Ships", "Sailors", True),
    ],
)
def test_a_name_put_in_for_other_words_may_turn_the_meaning(quote, said, turns):
    sentence = "{} will never attack the harbour wall of another town at night"

    [one] = judge(sentence.format(quote), sentence.format(said), key).differences

    assert one.alters_meaning is turns
