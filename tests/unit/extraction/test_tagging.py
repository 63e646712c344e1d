"""Who speaks by place alone, beside a quotation that the parse misreads."""

import pytest

from tests.unit.extraction.saying import found, only, outer


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "“A fine bridge, a fine bridge,” Roe, the 2016 Liberal front-runner and leader in the "
            "north by a wide margin after winning two of its towns, told reporters.",
            "Roe",
        ),
        (
            "“That was a good speech, Mr. Mayor,” Councillor Jane Roe, Liberal of Northgate, told "
            "Mr. Smith as he stopped to be photographed.",
            "Councillor Jane Roe",
        ),
        ("“The harbour is lost and gone,” read one.", "one"),
        ("“The town has too much of the hate,”Roe said.", "Roe"),
        ("On Friday, a man yelled “Stay there!”", "a man"),
    ],
)
def test_the_noun_phrase_beside_the_verb_is_the_source(text: str, source: str) -> None:
    said = only(text)
    assert (said.source, said.kind) == (source, "direct")


def test_the_front_of_a_clause_in_brackets_is_no_source_of_the_quotation_in_it() -> None:
    text = (
        "A quarrel began between those who fear the flood (“This is less a flood and more a sea,” "
        "Jane Roe wrote last week) and those who do not."
    )
    assert "Jane Roe" in {said.source for said in found(text)}


@pytest.mark.parametrize(
    "text",
    [
        "He starred in “Parks and Harbours” and “Guardians of the Pier,” and posted a picture.",
        "“We go,” she said on NBC’s “Face the Town.”",
    ],
)
def test_a_title_in_marks_is_no_statement(text: str) -> None:
    words = [" ".join(said.content) for said in outer(text)]
    assert not any("Guardians" in said or "Face the Town" in said for said in words)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Roe released a statement saying, “We are late by a year.”", "Roe"),
        ("Roe put out a video that said, “We are late by a year.”", "Roe"),
        ("A statement saying “We are late by a year” was found on the floor.", "A statement"),
    ],
)
def test_who_gives_out_a_text_says_what_it_says(text: str, source: str) -> None:
    assert only(text).source == source


def test_no_word_inside_a_quotation_denies_that_it_was_said() -> None:
    assert only("“Absolutely not,” he said of the plan.").content == ("Absolutely not,",)
    assert outer("Roe did not say that the bridge was late.") == []


def test_an_aside_in_commas_hides_no_speaker() -> None:
    said = only(
        "The issue had come up Friday after Mr. Roe, asked about the deaths of journalists under "
        "Mr. Smith, had said, “I think our town does plenty of harm also.”"
    )
    assert said.source == "Mr. Roe"


def test_a_quotation_that_a_later_cue_tags_ends_the_statement_before_its_colon() -> None:
    first, second = outer(
        "He told a reporter that the hall would not last long: “Once the winds blow, it won't "
        "make it,” Roe predicted."
    )
    assert first.content == ("that the hall would not last long",)
    assert (second.source, second.content) == ("Roe", ("Once the winds blow, it won't make it,",))


def test_a_cue_of_another_who_shouts_back_takes_its_own_quotation_only() -> None:
    said = found("“There is a man with some problems,” Roe said as the heckler yelled: “Boo!”")
    assert all(one.source != "the heckler" or one.content == ("Boo!",) for one in said)


def test_a_cue_between_two_quotations_makes_one_statement_of_them() -> None:
    said = only(
        '"They\'d be wrong," Jane Roe, a spokeswoman for the town, said in an interview Sunday in '
        'Santa Monica, Calif. "The truth is this is going to the council."'
    )
    assert said.content == (
        "They'd be wrong,",
        "The truth is this is going to the council.",
    )


def test_a_participle_that_the_parse_loses_belongs_to_the_subject_of_the_sentence() -> None:
    said = only(
        "Roe seemed to be ready to riff on the incident in Ayr, telling the crowd, “Some people "
        "get a little carried away, have you noticed that?”"
    )
    assert said.source == "Roe"
