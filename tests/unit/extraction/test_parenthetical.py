"""Content that a cue follows or breaks, and what stands round it."""

import pytest

from tests.unit.extraction.saying import found, only, outer


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "“It went well,” delegate Jane Roe, in a cap with “Town First” pins, said on Monday.",
            ("It went well,",),
        ),
        (
            "The governor weighed in, telling the Herald in May, “They are both fit,” he said.",
            ("They are both fit,",),
        ),
        ("Asked what he would like to see, Poe said, “They must win.”", ("They must win.",)),
        (
            "The mayor fired back: “They will lose,” referencing the many traders in the port.",
            ("They will lose,",),
        ),
        (
            "“Too late?” He tweeted when the council ended its session with “The Long Night.”",
            ("Too late?",),
        ),
        ("“The plan is a mess,” Jane Roe said without further comment.", ("The plan is a mess,",)),
        (
            "But the arms his country has, he added, are like “bombs that nobody can use.”",
            (
                "But the arms his country has",
                "are like “bombs that nobody can use.”",
            ),
        ),
    ],
)
def test_content_is_what_was_said_and_no_more(text: str, content: tuple[str, ...]) -> None:
    assert content in [said.content for said in outer(text)]


def test_a_quotation_that_another_verb_leads_is_not_joined() -> None:
    said = found('"They will choose judges," Jane Roe said before adding: "Maybe there is a way."')
    assert said[0].content == ("They will choose judges,",)


def test_a_book_named_after_the_cue_is_where_it_was_said() -> None:
    said = only("The plans fell through, Jane Roe said in her book, “An Old Town.” So they stayed.")
    assert said.content == ("The plans fell through",)


def test_who_only_passes_a_quotation_on_is_left_out() -> None:
    text = (
        "“He can win,” Jane Roe told aides in May, according to John Poe, her old adviser, "
        "referring to the mayor, who was also in the race."
    )
    assert found(text)[0].source == "Jane Roe"
    assert all("Poe" not in said.source for said in found(text))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("As Jane Roe, author of “My Old Town,” put it, “We should remember the port.”", "Jane"),
        ("As the Herald's Jane Roe puts it, “Nobody in the port is moved.”", "Jane Roe"),
        ("It was held in May because, in Forbes’ words, “they are bold people.”", "Forbes"),
    ],
)
def test_as_she_put_it_leads_a_quotation(text: str, source: str) -> None:
    said = only(text)
    assert source in said.source
    assert said.kind == "direct"
