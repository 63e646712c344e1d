"""Old statements are matched to new ones only where it is certain."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.storage.matching import Reading, match_statements


def reading(form: str, first: int | None = 0, last: int | None = None) -> Reading:
    size = len(form.split())
    if first is None:
        return Reading(form, size, frozenset())
    return Reading(form, size, frozenset(range(first, last if last is not None else first + size)))


def test_the_same_words_in_the_same_place_keep_their_address():
    old = {"aaa": reading("we agree", 0), "bbb": reading("we agree", 10)}

    matching = match_statements(old, [reading("we agree", 10), reading("we agree", 0)])

    assert matching.kept == {0: "bbb", 1: "aaa"}


def test_the_same_words_elsewhere_keep_their_address_where_there_is_one_of_them():
    matching = match_statements({"aaa": reading("we agree", None)}, [reading("we agree", 40)])

    assert matching.kept == {0: "aaa"}


def test_the_same_words_twice_are_lost_rather_than_guessed():
    matching = match_statements(
        {"aaa": reading("we agree", None)}, [reading("we agree", 4), reading("we agree", 40)]
    )

    assert matching.kept == {}
    assert matching.lost == ("aaa",)


def test_a_statement_whose_span_moved_keeps_its_address():
    matching = match_statements({"aaa": reading("a b c d e f", 0)}, [reading("c d e f g h", 2)])

    assert matching.kept == {0: "aaa"}


def test_two_that_became_one_leave_the_shorter_leading_to_it():
    old = {"aaa": reading("a b c d", 0), "bbb": reading("e f g", 4)}

    matching = match_statements(old, [reading("a b c d e f g", 0)])

    assert matching.kept == {0: "aaa"}
    assert matching.merged == {"bbb": 0}


def test_one_that_became_two_stays_the_longer_part():
    matching = match_statements(
        {"aaa": reading("a b c d e f g", 0)}, [reading("a b c", 0), reading("d e f g", 3)]
    )

    assert matching.kept == {1: "aaa"}


def test_two_words_in_common_are_no_match():
    matching = match_statements({"aaa": reading("a b c d e f", 0)}, [reading("e f g h i j k", 4)])

    assert matching.kept == {}
    assert matching.lost == ("aaa",)


def test_a_fragment_of_a_long_statement_does_not_inherit_its_address():
    old = {"aaa": reading("a b c d e f g h i j k l m n o p", 0)}

    matching = match_statements(old, [reading("e f g", 4)])

    assert matching.lost == ("aaa",)


def test_a_few_words_that_became_part_of_a_longer_statement_lead_to_it():
    matching = match_statements({"aaa": reading("yes", 0)}, [reading("yes a b c d e f g h", 0)])

    assert matching.merged == {"aaa": 0}


def test_a_nested_statement_is_not_taken_for_the_one_around_it():
    old = {"out": reading("a b c d e f g h", 0), "in": reading("d e f", 3)}

    matching = match_statements(old, [reading("d e f g", 3), reading("a b c d e f g h i", 0)])

    assert matching.kept == {0: "in", 1: "out"}


readings = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 8), st.booleans()).map(
        lambda t: Reading(
            " ".join(map(str, range(t[0], t[0] + t[1]))),
            t[1],
            frozenset(range(t[0], t[0] + t[1])) if t[2] else frozenset(),
        )
    ),
    max_size=8,
)


@given(readings, readings)
def test_every_old_address_is_kept_merged_or_lost_and_none_twice(before, new):
    old = {f"link{number}": one for number, one in enumerate(before)}

    matching = match_statements(old, new)

    outcome = [*matching.kept.values(), *matching.merged, *matching.lost]
    assert sorted(outcome) == sorted(old)
    assert all(0 <= number < len(new) for number in (*matching.kept, *matching.merged.values()))


@given(readings)
def test_reading_again_without_a_change_keeps_what_can_be_told_apart(before):
    apart = list({(one.form, one.places): one for one in before if one.places}.values())
    old = {f"link{number}": one for number, one in enumerate(apart)}

    matching = match_statements(old, apart)

    assert matching.kept == {number: f"link{number}" for number in range(len(apart))}
