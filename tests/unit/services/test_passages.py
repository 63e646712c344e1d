from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.spans import Span
from app.services.passages import (
    Said,
    Window,
    blocks_of,
    cut,
    line_at,
    said_in,
    sentences_around,
)

TEXT = "Headline\nShe said one thing. He said another.\nThe end."


def test_nested_statements_share_the_run_they_both_cover():
    said = [Said(Span(0, 10), 1), Said(Span(3, 6), 2)]

    runs = cut(Window("abcdefghijkl", 0), Span(0, 12), said)

    assert [(run.text, run.said, run.ends) for run in runs] == [
        ("abc", [1], []),
        ("def", [1, 2], [2]),
        ("ghij", [1], [1]),
        ("kl", [], []),
    ]


def test_broken_statement_keeps_one_number_in_all_its_parts():
    said = [Said(Span(0, 2), 7), Said(Span(5, 8), 7)]

    runs = cut(Window("abcdefgh", 0), Span(0, 8), said)

    assert [run.said for run in runs] == [[7], [], [7]]


@settings(deadline=None)  # a busy machine is no fault
@given(
    st.text(max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8),
    st.integers(0, 30),
    st.integers(0, 60),
)
def test_runs_of_a_block_join_up_to_its_exact_text(text, pairs, start, end):
    block = Span(min(start, len(text)), max(min(start, len(text)), min(end, len(text))))
    said = [
        Said(Span(first, last), number)
        for number, (first, last) in enumerate(pairs)
        if first < last
    ]

    assert "".join(run.text for run in cut(Window(text, 0), block, said)) == block.of(text)


def test_statement_outside_all_paragraphs_shows_its_line():
    said = [Said(Span(0, 8), 1)]
    paragraph = Span(9, 45)

    assert blocks_of(TEXT, Span(0, len(TEXT)), [paragraph], said) == [Span(0, 8), paragraph]


def test_line_ends_where_the_article_does():
    assert line_at(Window("abc def", 0), Span(4, 5), Span(0, 7)) == Span(0, 7)
    assert line_at(Window("ab\ncd\nef", 0), Span(3, 5), Span(0, 8)) == Span(3, 5)


def test_extract_keeps_the_sentences_that_hold_statements_and_no_others():
    block = Span(9, 45)
    start = TEXT.index("another")

    kept = sentences_around(TEXT, block, [Said(Span(start, start + 7), 1)])

    assert kept is not None
    assert kept.of(TEXT) == "He said another."
    assert sentences_around(TEXT, Span(46, 54), [Said(Span(start, start + 7), 1)]) is None


@settings(deadline=None)  # a busy machine is no fault
@given(
    st.lists(st.integers(1, 20), max_size=8),
    st.lists(st.tuples(st.integers(0, 90), st.integers(1, 40)), max_size=12),
)
def test_walk_through_blocks_finds_what_looking_at_each_would(lengths, pairs):
    edges = [0]
    for length in lengths:
        edges.append(edges[-1] + length)
    blocks = [Span(start, end) for start, end in pairwise(edges)]
    said = [Said(Span(start, start + n), i) for i, (start, n) in enumerate(pairs)]

    expected = [sorted(one for one in said if one.span.overlaps(block)) for block in blocks]

    assert [sorted(found) for found in said_in(blocks, said)] == expected
