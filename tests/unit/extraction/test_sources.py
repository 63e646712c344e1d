"""Who speaks, where the parse misreads or hides the name."""

import pytest

from tests.unit.extraction.saying import only, outer


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ('"The port is a reminder of what we owe," Will wrote.', "Will"),
        ('Asked about the lean of the town, Early described it as "news to me."', "Early"),
        ('"It was late," said retired surgeon Jane Roe on Monday.', "Jane Roe"),
        ("The treaty is late for the town, said Jane Roe, a trader.", "Jane Roe, a trader"),
        ('Tuesday in Berea, Gov. Jane Roe (R-OH), said, "I am getting ready."', "Gov. Jane Roe"),
        ("The senator emailed supporters saying: “The struggle goes on.”", "The senator"),
        ("Her office quickly blasted out an email to members stating, “We won.”", "Her office"),
        ("The ad uses footage of Jane Roe asking, “Why am I not ahead?”", "Jane Roe"),
        ('"It was late," mused Herald co-host Jane Roe.', "Jane Roe"),
        ("Roe estimates that he spent a year at sea.", "Roe"),
        ("About 4 in 10 say they want the port closed.", "4 in 10"),
        ("Mr. Roe - in a line that seemed aimed at the politics of Poe - declared it late.", "Roe"),
        ("The question came from a boy, who wore a cap and said his name was Mason.", "boy"),
        ("Jane Roe is a serial liar who has pledged to ban all ferries.", "Jane Roe"),
        ("Asked about Jane Roe's calling the mayor a liar, he left.", "Jane Roe"),
        ("All she could do was shout that the port was shut.", "she"),
        ("What moved them was hearing a candidate say that the port was shut.", "a candidate"),
        ("The sum, said Roe and others, would be clear by May.", "Roe"),
        ("Part of the problem, say experts like Jane Roe, is the ground itself.", "experts"),
        ("He dismisses accusations that Roe has sold the port.", "He"),
        ("Jane Roe bristled at the suggestion that the port was shut.", "Jane Roe"),
        ('Roe said in a statement that "port trouble has stopped the town."', "Roe"),
        ("Jane Roe shared the news last week, writing “It feels great to be here again.”", "Roe"),
        ('"The port is late because nobody pays," Roe is quoted as saying.', "Roe"),
        ("By 58%-33%, those surveyed  said the port should be shut.", "those surveyed"),
        (
            '"If State obtains additional State Department records, it intends to search them for '
            'records" that would respond to requests from Judicial Watch, Justice Department '
            "senior trial counsel Jane Roe wrote in a court filing.",
            "Jane Roe",
        ),
        ("Companies including Roe are taking pains to say they are ready.", "Companies"),
        ("Since May, Jane Roe has mounted a campaign to condemn the port for its fees.", "Roe"),
        ("Admiral Jane Roe makes no apologies for accusing the port of being late.", "Jane Roe"),
        ("Roe stirred anger last June with an assertion that the port was late.", "Roe"),
        ("Much of Roe’s ire was also directed at Poe, who Roe on Monday called “a liar.”", "Roe"),
    ],
)
def test_who_speaks_is_found_in_spite_of_the_parse(text: str, source: str) -> None:
    assert source in only(text).source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            '"I was glad of that," Roe said during a panel after the first senator easily won his '
            "vote, remarking that it was late.",
            "Roe",
        ),
        ('"It is late," said Jane Roe, explaining he worked with the harbour.', "Jane Roe"),
        ("Roe met candidates who think that it is late, and called for a new port.", "Roe"),
    ],
)
def test_a_second_verb_belongs_to_who_told_the_first(text: str, source: str) -> None:
    assert outer(text)[-1].source == source


def test_who_is_asked_does_not_ask() -> None:
    assert only('In May Jane Roe was asked, "Where have you been all this time?"').source == ""


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The network quoted an old witness as saying that the port was shut.", "an old witness"),
        ("She said at a recent news conference announcing that the port is shut.", "She"),
        ("When asked whether he was ready, Poe said it was late.", "Poe"),
    ],
)
def test_who_quotes_asks_or_invites_does_not_speak(text: str, source: str) -> None:
    assert outer(text)[-1].source == source
    assert "whether he was ready" not in [s.content[0] for s in outer(text) if s.source]


@pytest.mark.parametrize(
    "text",
    [
        "The town wants voters to recall that he took a stand.",
        "There is no law requiring owners to disclose their taxes.",
        "The board went on after it decided against recommending a bridge.",
        "Asked whether he would promise a port, Roe left the hall.",
    ],
)
def test_what_is_only_wanted_or_asked_for_is_not_said(text: str) -> None:
    assert [said for said in outer(text) if said.source] == []


def test_a_quoted_term_before_a_tag_is_not_what_is_said() -> None:
    said = outer('To a question on the "sale of public ferries," Roe said owners can wait a year.')

    assert said[-1].content == ("owners can wait a year",)
    assert said[-1].source == "Roe"


def test_who_interrupts_shouts_not_what_happened() -> None:
    said = outer(
        "The first incident came during a speech, when protesters interrupted her, "
        "shouting “she wins, we lose!”"
    )
    assert [each.source for each in said] == ["protesters"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ('"It was late," said Skelly, explaining he had worked with the port.', "Skelly"),
        (
            "Some people were yawning and others checking their phones as she mentioned raising "
            "the fees (with less heat than Mr. Poe) and described Mr. Roe's plans for the port.",
            "she",
        ),
    ],
)
def test_a_second_verb_of_saying_goes_with_the_first(text: str, source: str) -> None:
    assert {said.source for said in outer(text)} == {source}
