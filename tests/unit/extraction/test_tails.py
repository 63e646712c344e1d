"""Where the reporter goes on after what was said, the content ends."""

import pytest

from tests.unit.extraction.saying import only, outer


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The chief said the plan was “a mess,” sparking an outcry in the town.",
            "the plan was “a mess,”",
        ),
        (
            "The mayor called her rival a “dreamer,” a dig at his late bridge.",
            "her rival a “dreamer,”",
        ),
        (
            "The minister said the plan was “a fine one,” and that it would be kept.",
            "the plan was “a fine one,” and that it would be kept",
        ),
    ],
)
def test_a_remark_after_a_set_off_quotation_is_the_reporters(text: str, content: str) -> None:
    assert only(text).content == (content,)


def test_a_semicolon_before_a_second_attribution_ends_the_content() -> None:
    said = outer(
        "The union has said the rule could threaten its members; it has said that a strike is near."
    )
    assert said[0].content == ("the rule could threaten its members",)
    assert said[1].content == ("that a strike is near",)


def test_a_semicolon_before_the_same_speakers_clause_does_not() -> None:
    said = only("The union said the rule could threaten its members; the town would suffer too.")
    assert said.content == ("the rule could threaten its members; the town would suffer too",)


def test_the_source_of_according_to_ends_at_its_comma() -> None:
    said = only("According to the audit summary, Roe and another aide asked the firm to wait.")
    assert said.source == "the audit summary"
    assert said.content == ("Roe and another aide asked the firm to wait",)


def test_quoted_words_that_end_a_phrase_belong_to_it() -> None:
    said = only("The senator denied all charges, “from the first to the last.”")
    assert said.content == ("all charges, “from the first to the last.”",)


def test_what_is_called_for_takes_in_what_it_is_for() -> None:
    said = only("Roe asked for two new ferries to carry the islanders.")
    assert said.content == ("two new ferries to carry the islanders",)


def test_another_who_answers_in_the_same_sentence_ends_the_statement():
    first, second = outer(
        "She said that experts had found her plans strong, "
        "to which Roe interjected: “It's just not true.”"
    )
    assert first.content == ("that experts had found her plans strong",)
    assert (second.source, second.content) == ("Roe", ("It's just not true.",))


def test_a_participle_that_leads_in_a_quotation_ends_the_clause_before_it():
    first, second = outer(
        "The mayor said the fight reminds him of the book, explaining, “because of what was lost.”"
    )
    assert first.content == ("the fight reminds him of the book",)
    assert second.content == ("because of what was lost.",)
