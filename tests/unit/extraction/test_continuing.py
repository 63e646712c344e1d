"""A quotation without a cue goes on with the statement that its speaker began."""

from tests.unit.extraction.saying import found, outer


def test_a_word_about_the_speaker_does_not_end_what_is_said() -> None:
    said = outer('"I work with my hands," said Jane Roe. She has two degrees. "I like it here."')
    assert [each.content for each in said] == [("I work with my hands,", "I like it here.")]
    assert said[0].source == "Jane Roe"


def test_somebody_elses_act_in_between_does() -> None:
    said = outer('"I work with my hands," said Jane Roe. John Poe nodded. "So do we all here."')
    assert [each.source for each in said] == ["Jane Roe", "John Poe"]


def test_what_the_speaker_says_beside_a_quotation_comes_second() -> None:
    text = (
        '"It is a good job," she said, noting that the pay had "jumped" in May. '
        '"The people are like family here."'
    )
    first, second = found(text)
    assert first.content == ("It is a good job,", "The people are like family here.")
    assert second.content == ('that the pay had "jumped" in May',)


def test_a_clause_about_the_speaker_keeps_its_quoted_words_apart() -> None:
    said = outer('"People are angry," said Jane Roe, who thinks the town "must do more for them."')
    assert said[0].content == ("People are angry,",)


def test_what_only_explains_the_end_of_a_quotation_is_the_reporters() -> None:
    said = outer(
        '"We are well placed," said Jane Roe. "We can win all the way through Ohio," '
        "which votes on June 7."
    )
    assert said[0].content == ("We are well placed,", "We can win all the way through Ohio,")
