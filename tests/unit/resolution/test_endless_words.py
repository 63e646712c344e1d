"""Words that go on for thousands of characters are read to their end, not for ever.

Most texts here made a pattern go back and forth for minutes: a test that hangs has failed.
"""

import pytest

from app.domain.dates import DateBasis, DateFinding, PartialDate
from app.domain.gazetteer import Gazetteer, KnownIssue
from app.domain.spans import Span
from app.resolution import event_places
from app.resolution.event_mentions import mentions_in
from app.resolution.event_name_words import cut, shortened
from app.resolution.frames import Frame
from app.resolution.known_events import known_events
from app.resolution.own_days import own_date
from app.resolution.stance_verdicts import verdict_on
from app.resolution.voices import Voice

ENDLESS = 50_000  # characters


def endless(words: str) -> str:
    return words * (ENDLESS // len(words))


@pytest.mark.parametrize("words", [" of", " the", "his a ", " in A b", "in A by ", "the rally of "])
def test_a_name_of_endless_words_is_cut(words: str) -> None:
    name = shortened(cut(f"debate in Porto {endless(words)}."))

    assert name.startswith("debate")
    assert len(shortened(f"debate{endless(words)}.")) <= ENDLESS + 10


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("debate in Porto with the", "debate in Porto"),
        ("debate in Porto by Ana Ruiz", "debate in Porto"),
        ("debate in the old port of Porto", "debate in the old port of Porto"),
    ],
)
def test_a_short_name_keeps_its_words(words: str, name: str) -> None:
    assert cut(words) == name


@pytest.mark.parametrize("words", ["the rally ", "Roe interviewed Poe ", "his rally of Roe, "])
def test_every_occasion_in_an_endless_sentence_is_found(words: str) -> None:
    text = endless(words)

    found = list(mentions_in(text, Span(0, len(text)), known_events(Gazetteer())))

    assert found[-1].span.end > len(text) - 200
    assert all(one.sentence.end - one.sentence.start <= 2_000 for one in found)


def test_an_endless_aside_before_a_day_is_read() -> None:
    text = f"Ana Ruiz{endless(', who ')}on Friday said the pier stays."
    whole, cue = Span(0, len(text)), text.index("said")
    frame = Frame(whole, (whole,), anchor=cue, cue_end=cue + 4, paragraph=0)
    published = DateFinding(PartialDate.day(2011, 10, 31), DateBasis.STATED, "stated")

    found = own_date(text, frame, published)

    assert found is not None
    assert found.iso == "2011-10-28"


def test_a_text_is_searched_for_the_state_of_a_town_once() -> None:
    text = "A meeting in Cleveland, Ohio. " + "The meeting in Cleveland. " * 200
    event_places._state_told.cache_clear()

    assert {event_places.state_of("Cleveland", text) for _ in range(200)} == {"Ohio"}
    assert event_places._state_told.cache_info().misses == 1


@pytest.mark.parametrize("words", ["if ", ", ", "a-", "we need ", "that the ", "slowly "])
def test_an_issue_after_or_before_endless_words_is_judged_or_not(words: str) -> None:
    issue = KnownIssue("toll", "The toll", "Should there be a toll?", ("toll",))

    assert verdict_on(issue, f"{endless(words)} toll is", Voice()) is None
    assert verdict_on(issue, f"The toll is {endless(words)}", Voice()) is None
