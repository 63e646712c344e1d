"""What a reader's words are taken to mean, and what is said of those that were mended."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.index.query import EVERYTHING, All, Either, Filter, Mode, Near, Not, Phrase, Word, written
from app.index.query_dates import read_days
from app.index.query_items import Kind, scan
from app.index.query_parser import parse

TODAY = date(2026, 11, 22)


def root(text: str):
    return parse(text, TODAY).root


def test_and_binds_tighter_than_or():
    match root("wall port OR ferry"):
        case Either((All((Word("wall"), Word("port"))), Word("ferry")), unit=False):
            return
    pytest.fail("read otherwise")


def test_quoted_words_are_exact_and_bare_ones_are_not():
    assert root('"walls"') == Word("walls", Mode.EXACT, "walls")
    assert root("walls") == Word("walls", Mode.STEM, "walls")
    assert isinstance(root('"the wall"'), Phrase)


def test_curly_marks_quote_like_straight_ones():
    assert root("“the wall”") == root('"the wall"') == root("«the wall»")


def test_operators_are_read():
    assert isinstance(root("-wall"), Not)
    assert isinstance(root("wall NEAR/3 port"), Near)
    assert root("harb*") == Word("harb", Mode.PREFIX, "harb*")
    assert root("harbor~") == Word("harbor", Mode.FUZZY, "harbor~")
    assert root("NOT NOT wall") == root("wall")


def test_fields_are_read_with_their_quoted_names():
    assert root('speaker:"Ana Ruiz"') == Filter(
        "speaker", ("Ana Ruiz",), typed='speaker:"Ana Ruiz"'
    )
    assert root("SPEAKER:ruiz") == Filter("speaker", ("ruiz",), typed="SPEAKER:ruiz")


def test_nothing_typed_means_everything_and_marks_alone_mean_nothing():
    assert root("") == root("  ") == EVERYTHING
    assert root("!?") != EVERYTHING


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2011", "2011-01-01", "2011-12-31"),
        ("2011-07", "2011-07-01", "2011-07-31"),
        ("2011-07..2011-12", "2011-07-01", "2011-12-31"),
        ("2011-07 to 2011-12", "2011-07-01", "2011-12-31"),
        ("..2011", None, "2011-12-31"),
        ("2011..", "2011-01-01", None),
        ("last year", "2025-01-01", "2025-12-31"),
        ("this month", "2026-11-01", "2026-11-30"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("last week", "2026-11-09", "2026-11-15"),
        ("yesterday", "2026-11-21", "2026-11-21"),
        ("2 years ago", "2024-01-01", "2024-12-31"),
        ("last 7 days", "2026-11-15", "2026-11-22"),
        ("December 2011", "2011-12-01", "2011-12-31"),
        ("16 July 2016", "2016-07-16", "2016-07-16"),
        ("July 16th, 2016", "2016-07-16", "2016-07-16"),
        ("Sept. 2016", "2016-09-01", "2016-09-30"),
        ("2016/07/13", "2016-07-13", "2016-07-13"),
        ("2016 - 2017", "2016-01-01", "2017-12-31"),
        ("2016–2017", "2016-01-01", "2017-12-31"),
        ("2016-2017", "2016-01-01", "2017-12-31"),
        ("2016-07-2016-09", "2016-07-01", "2016-09-30"),
        ("2016...", "2016-01-01", None),
        ("between 2015 and May 2016", "2015-01-01", "2016-05-31"),
        ("from 2015 to 2016", "2015-01-01", "2016-12-31"),
        ("since 2015", "2015-01-01", None),
        ("after July 2015", "2015-08-01", None),
        ("before 2016", None, "2015-12-31"),
        ("until 2016", None, "2016-12-31"),
        ("last-year", "2025-01-01", "2025-12-31"),
        ("last year..this year", "2025-01-01", "2026-12-31"),
        ("2012..2011", "2011-01-01", "2012-12-31"),
    ],
)
def test_days_are_read_as_people_type_them(text, first, last):
    days = read_days(text, TODAY)

    assert days
    assert days[:2] == (first and date.fromisoformat(first), last and date.fromisoformat(last))


@pytest.mark.parametrize("text", ["", "soon", "2011-13", "2011-02-30", "..", "0000", "1e9", "July",
                                  "31 February 2016", "after 9999", "before 0001", "since then",
                                  "2016-2016-2016"])  # fmt: skip
def test_what_is_no_date_is_none(text):
    assert read_days(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("(wall", "wall"),
        ("wall)", "wall"),
        ("wall OR", "wall"),
        ('"harbour wall', '"harbour wall"'),
        ("wall^2", "wall"),
        ("*wall port", "wall port"),
        ("(wall OR port", "wall OR port"),
        ("ab* wall", "ab wall"),
    ],
)
def test_what_was_mended_is_said_with_the_mended_query(text, mended):
    parsed = parse(text, TODAY)

    assert parsed.mended == mended
    assert parsed.notes


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("said:july 2016 wall", "said:2016-07 wall"),
        ("wall said:16 July 2016", "wall said:2016-07-16"),
        ("published:2016-07 to 2016-09 wall", "published:2016-07-01..2016-09-30 wall"),
        ("said:2016 - 2017", "said:2016-01-01..2017-12-31"),
        ("said:since 2015 wall", "said:2015-01-01.. wall"),
        ("(said:before 2016) wall", "said:..2015-12-31 wall"),
        ("said:last-year", "said:2025"),
        ("said:2016–2017 wall", "said:2016-01-01..2017-12-31 wall"),
        ("said:2016/07/13", "said:2016-07-13"),
        ("said:2016... wall", "said:2016-01-01.. wall"),
        ('said:"16 July 2016" wall', "said:2016-07-16 wall"),
        ("said:2012..2011", "said:2011-01-01..2012-12-31"),
    ],
)
def test_a_date_that_was_mended_is_read_whole_and_said_in_words(typed, mended):
    parsed = parse(typed, TODAY)

    assert parsed.mended == mended
    assert parse(mended, TODAY).root == parsed.root
    assert len(parsed.notes) == 1


@pytest.mark.parametrize(
    "typed", ["said:2011", "said:..2012", "said:last year", "said:2 years ago"]
)
def test_a_date_as_documented_needs_no_note(typed):
    assert not parse(typed, TODAY).notes


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("said:2016 to hold", ["to", "hold"]),
        ("said:2016 -wall", ["wall"]),
        ("said:since the war", ["the", "war"]),
        ("said:2016 2017", ["2017"]),
    ],
)
def test_words_after_a_date_that_are_no_date_stay_words(typed, words):
    items, _ = scan(typed, TODAY)

    assert [item.text for item in items if item.kind is Kind.WORD] == words


def test_all_of_what_is_no_date_of_the_calendar_is_ignored():
    parsed = parse("said:31 February 2016 wall", TODAY)

    assert parsed.mended == "wall"
    assert "31 February 2016" in parsed.notes[0]


@given(st.text(max_size=200))
def test_any_text_is_a_query(text):
    parse(text, TODAY)


parts = st.sampled_from(
    ["wall", '"the wall"', "OR", "NOT", "-port", "(", ")", "harb*", "wal~", "NEAR/3", "kind:x",
     "said:2011", "said:last year", "AND", '"', "self-made", "-(", "kind:"]
)  # fmt: skip


@given(st.lists(parts, max_size=12).map(" ".join))
@example("-( -( wall wall")
@example("NOT NEAR/3 NEAR/3 (")
def test_a_query_that_is_written_out_again_means_the_same(text):
    parsed = parse(text, TODAY)
    if parsed.root == Either(()):
        return

    again = parse(written(parsed.root), TODAY)

    assert written(again.root) == written(parsed.root)


@pytest.mark.parametrize("text", ["will they hold the wall?", "the wall!", "“the wall”?!", "wall?"])
def test_a_question_mark_at_the_end_is_no_wildcard(text):
    parsed = parse(text, TODAY)

    assert parsed.mended is None
    assert not any("star" in note for note in parsed.notes)


def test_a_colon_before_a_space_makes_no_field():
    parsed = parse("Moscow: no wall", TODAY)

    assert not any("field" in note for note in parsed.notes)
    assert any("field" in note for note in parse("moscow:wall", TODAY).notes)
