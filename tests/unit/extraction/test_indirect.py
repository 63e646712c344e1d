"""Content that is reported without marks: clauses, infinitives, phrases, and where they end."""

import pytest

from tests.unit.extraction.saying import found, only, outer


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("The mayor said that the port is late.", "that the port is late", "The mayor"),
        ("The mayor said the port is late.", "the port is late", "The mayor"),
        ("The port is late, the mayor said.", "The port is late", "the mayor"),
        ("The mayor asked whether the port is late.", "whether the port is late", "The mayor"),
        ("The mayor promised to close the port.", "to close the port", "The mayor"),
        ("The mayor urged them to close the port.", "them to close the port", "The mayor"),
        ("The mayor called for a ban on fishing.", "a ban on fishing", "The mayor"),
        ("The mayor denied the charges.", "the charges", "The mayor"),
        ("The mayor described the port as a ruin.", "the port as a ruin", "The mayor"),
        ("The mayor accused the council of lying.", "the council of lying", "The mayor"),
        ("The port is late, according to the mayor.", "The port is late", "the mayor"),
        ("In a statement released by the mayor, the council said the port is late.",
         "the port is late", "the council"),
        ("He came to Lisbon and said the port is late.", "the port is late", "He"),
        ("He went on to say that the port is late.", "that the port is late", "He"),
        ("The mayor told a crowd in Lisbon on Monday that the port is late.",
         "that the port is late", "The mayor"),
        ("The mayor wrote on Twitter ahead of the ceremony that Kyiv would sign nothing.",
         "that Kyiv would sign nothing", "The mayor"),
        ("The mayor used his speech to say the port is late.", "the port is late", "The mayor"),
    ],
)  # fmt: skip
def test_content_and_source_of_each_form(text, content, source):
    said = only(text)
    assert said.content == (content,)
    assert source in said.source
    assert said.kind == "indirect"


def test_a_cue_in_the_middle_leaves_two_spans():
    said = only("The port, the mayor said, is too old for such ships.")
    assert said.content == ("The port", "is too old for such ships")


def test_what_the_reporter_adds_after_a_comma_is_left_out():
    said = only("The mayor said all the ships are safe, though she did not name them.")
    assert said.content == ("all the ships are safe",)


def test_a_second_subject_with_its_own_cue_begins_a_second_statement():
    first, second = outer("Roe said the port is late, while Poe said that it is on time.")
    assert first.content == ("the port is late",)
    assert second.source == "Poe"


def test_a_hyphen_parts_nothing():
    said = only("The mayor announced a let-it-all-hang-out sale of the two-hour films.")
    assert said.content == ("a let-it-all-hang-out sale of the two-hour films",)


@pytest.mark.parametrize(
    "text",
    [
        "The rise in prices signals a shift in demand.",
        "The mayor asked him.",
        "The mayor mentioned it.",
        "It was the first document to lay out the groundwork for the talks.",
        "The decision of the town to discuss the port came late.",
        "None of them has declared any preference for the port.",
        "Neither Roe nor Poe acknowledged the work of the town.",
        "The figures include pledged delegates from the town.",
        "Roe retweeted a picture of the port.",
        "That said, the port cannot be shut before May.",
        "The value of the house could threaten the deal.",
    ],
)
def test_what_cannot_speak_or_has_no_words_makes_no_statement(text):
    assert outer(text) == []


def test_where_the_reporter_has_it_from_is_left_out():
    said = only("The mayor said that the port is late (Daily Herald, July 4).")
    assert said.content == ("that the port is late",)


def test_the_agency_that_passes_a_statement_on_is_left_out_of_its_words():
    said = only("Roe said the town would go ahead, no matter what happens, Interfax reported.")
    assert said.source == "Roe"
    assert said.content == ("the town would go ahead, no matter what happens",)


def test_a_clause_that_two_cues_reach_is_one_statement_of_the_nearer():
    said = found(
        "Responding to criticism over the port's announcement that it will close two piers, "
        "the mayor insists it has the right to do so."
    )
    piers = [one for one in said if "two piers" in one.content[0]]
    assert len(piers) == 1
    assert piers[0].cue == "announcement"


@pytest.mark.parametrize(
    "text",
    [
        "The panel could declare a port in the bay.",
        "The council should formally ask the mayor to leave.",
        "The mayor must tell the town how late it is.",
        "It is too soon to say how severe the storm may be.",
        "It is difficult to predict how the town will vote.",
        "The senators finally confirmed a judge.",
        "Roe made no mention of the port.",
        "The loss raised questions about the port.",
        "A clerk did not answer a reporter's request for comment on the port.",
    ],
)
def test_what_may_be_said_some_day_or_is_hard_to_say_is_no_statement(text):
    assert outer(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Roe will say in a speech that the port is late.", "that the port is late"),
        ("The mayor would ask voters to stay.", "voters to stay"),
        ("The agency confirmed the plan for a port.", "the plan for a port"),
        ("Roe raised questions about the port.", "the port"),
        ('Roe could only say, "We are late."', "We are late."),
    ],
)
def test_what_was_given_out_beforehand_or_was_a_habit_is_said(text, content):
    assert [said.content for said in outer(text)] == [(content,)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor said on Monday profits rose.", "profits rose"),
        ("The bank said on Friday losses had doubled.", "losses had doubled"),
        ("The mayor said on Monday shops will close.", "shops will close"),
        ("The mayor told reporters on Monday profits had doubled.", "profits had doubled"),
        ("The mayor said on Monday night talks had failed.", "talks had failed"),
        ("The mayor said on Monday the port was late.", "the port was late"),
        ("The mayor said on Monday he would go.", "he would go"),
    ],
)
def test_a_day_right_behind_the_verb_is_no_part_of_what_was_said(text: str, content: str) -> None:
    assert only(text).content == (content,)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor said Monday’s vote was fair.", "Monday’s vote was fair"),
        ("The mayor said that on Monday profits rose.", "that on Monday profits rose"),
        ("The mayor said profits rose on Monday.", "profits rose on Monday"),
        ("The mayor said on Monday that profits rose.", "that profits rose"),
        ("The mayor said the vote on Monday was fair.", "the vote on Monday was fair"),
    ],
)
def test_a_day_of_what_was_said_stays_in_it(text: str, content: str) -> None:
    assert only(text).content == (content,)
