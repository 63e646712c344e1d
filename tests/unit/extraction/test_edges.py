"""What the reporter puts round the words said is no part of them."""

import pytest

from tests.unit.extraction.saying import only, outer


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "He added: “We cannot wait for ever for an answer” (Coast News, July 4).",
            ("We cannot wait for ever for an answer",),
        ),
        (
            "“The talks gave us little of what we hoped for,” Roe added. "
            "“In the meantime we go on building” (Coast News II, July 4).",
            (
                "The talks gave us little of what we hoped for,",
                "In the meantime we go on building",
            ),
        ),
    ],
)
def test_a_reference_in_brackets_leaves_a_quotation_direct(
    text: str, content: tuple[str, ...]
) -> None:
    said = only(text)
    assert (said.content, said.kind) == (content, "direct")


def test_two_quotations_side_by_side_are_one_direct_statement() -> None:
    said = only(
        "The ferry line made an offer. “The talks went on and gave way.” "
        "“In the meantime, we will go on building,” he stated."
    )
    assert said.kind == "direct"
    assert said.content == (
        "The talks went on and gave way.",
        "In the meantime, we will go on building,",
    )


def test_a_linking_word_before_the_mark_leaves_a_quotation_direct() -> None:
    said = only('Also, "nobody should dream about the size of the bridge," he added.')
    assert (said.content, said.kind) == (
        ("nobody should dream about the size of the bridge,",),
        "direct",
    )


@pytest.mark.parametrize("link", ["Meanwhile", "However", "At the same time", "In turn"])
def test_a_linking_word_at_the_head_is_left_out(link: str) -> None:
    said = only(f"{link}, the bridge is late, the minister said.")
    assert said.content == ("the bridge is late",)


def test_a_linking_word_inside_the_marks_is_kept() -> None:
    assert only('"Moreover, the bridge is late," she said.').content[0].startswith("Moreover")


def test_the_writers_name_after_a_dash_is_left_out() -> None:
    said = only("The party said that it was “still the first in town.”--Ana Ruiz")
    assert said.content == ("that it was “still the first in town.”",)


def test_the_show_after_the_cue_is_no_part_of_a_quotation() -> None:
    said = only('"They see the port as a prize of their own," Mr. Roe said on CBS\'s "Town Talk."')
    assert said.content == ("They see the port as a prize of their own,",)


def test_a_participle_after_the_cue_makes_a_statement_of_its_own() -> None:
    first, second = outer(
        '"I see her as an old friend," Roe told the paper, noting that he and his wife '
        '"have talked with her for years."'
    )
    assert first.content == ("I see her as an old friend,",)
    assert second.cue == "noting"


def test_a_reference_alone_is_no_statement() -> None:
    assert outer("The town will vote on the port, the Coast News reported (see Herald, June 30).")[
        -1
    ].content == ("The town will vote on the port",)
