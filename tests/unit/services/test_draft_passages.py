"""Which passages a draft quotes."""

from __future__ import annotations

import pytest

from app.services.draft_passages import passages_in, unwrapped


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("He said “We go home” and left.", ["We go home"]),
        ('He said "We go home" and left.', ["We go home"]),
        ("He said ‘We can’t go home’ and left.", ["We can’t go home"]),
        ("He said 'We can't go home' and left the sailors' pub.", ["We can't go home"]),
        ("« Nous y allons », „We go home“.", [" Nous y allons ", "We go home"]),
        ("“He told us ‘go home’ at noon,” she said.", ["He told us ‘go home’ at noon,"]),
        ("“We will not,” he said, “go home.”", ["We will not go home."]),
        ("“We will not”, he said, “go home.”", ["We will not go home."]),
        ("“We go,” he said. “They stay.”", ["We go,", "They stay."]),
        ("“We go,” he said: “They stay.”", ["We go,", "They stay."]),
        (
            "He named “the wall,” “the gulls,” and “the sea.”",
            ["the wall,", "the gulls,", "the sea."],
        ),
        ("“We go.\n\n“They stay,” he said.", ["We go. They stay,"]),
        ("Nothing is quoted.", []),
        ("", []),
    ],
)
def test_each_quoted_passage_is_whole(draft, expected):
    stripped = [one.strip() for one in expected]

    assert [passage.words(draft) for passage in passages_in(draft)] == stripped


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ('She said: "We shall all\ngo home\nat noon."', ["We shall all go home at noon."]),
        ('She said: "We shall all\r\ngo home."', ["We shall all go home."]),
        ("She said: ‘We shall all\ngo home.’", ["We shall all go home."]),
        ("She said: “We shall all\n\ngo home.”", ["We shall all"]),
        ("“We go.\n\n“They all\nstay,” he said.", ["We go. They all stay,"]),
        ("“We go.\n“They all\nstay,” he said.", ["We go. They all stay,"]),
        ("“We go.\nHe left.\nShe said: “They stay.”", ["We go.", "They stay."]),
        ('"We go.\nHe left.\nShe said: "They stay."', ["We go.", "They stay."]),
    ],
)
def test_a_single_line_end_within_marks_is_a_space(draft, expected):
    text = unwrapped(draft)

    assert [passage.words(text) for passage in passages_in(text)] == expected


@pytest.mark.parametrize("draft", ["No marks\nat all.", "“One”\nand “two”\n\nthree", "It’s\nso"])
def test_line_ends_outside_marks_are_left(draft):
    assert unwrapped(draft) == draft
