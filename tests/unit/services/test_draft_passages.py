"""Which passages a draft quotes."""

from __future__ import annotations

import pytest

from app.services.draft_passages import passages_in


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
