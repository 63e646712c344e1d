"""One occasion under several words, in one article and in several: one record, or two."""

from collections.abc import Sequence

import pytest

from app.domain.documents import SourceDocument, StatedMetadata
from app.domain.gazetteer import EMPTY, Gazetteer, KnownEvent
from app.domain.resolved import ResolvedArticle
from app.extraction.pipeline import extract
from app.parsing.articles import parse_articles
from app.resolution.resolve import events_told, resolve
from app.storage.told_events import ToldEvents


def told_in(
    text: str, events: Sequence[KnownEvent] = (), published: str = "2016-10-20"
) -> ResolvedArticle:
    """An article as found by the language model, with the events that others tell."""
    stated = StatedMetadata(published=published)
    document = SourceDocument(
        "r.txt", "r.txt", b"", "0", f"Ships and quays\n\n{text}\n", "text/1", stated
    )
    articles = parse_articles(document, EMPTY)
    known = Gazetteer(events=tuple(events))
    (found,) = resolve([(article, extract(article, known, "sm")) for article in articles], known)
    return found


def told_elsewhere(text: str) -> tuple[KnownEvent, ...]:
    """The events that another article of this text tells."""
    return ToldEvents({"a": tuple(events_told(told_in(text)))}).concerning(
        "b", ["ships", "ana", "ruiz", "said", "at", "a", "rally", "in", "porto"]
    )


def records(*texts: str) -> list[set[tuple[str, str | None]]]:
    """The names and places of the events of each article, once all know what all tell."""
    told = {str(n): tuple(events_told(told_in(text))) for n, text in enumerate(texts)}
    every = ToldEvents(told)
    return [
        {
            (e.name, e.place)
            for e in told_in(text, every.concerning(str(n), text.lower().split())).events
        }
        for n, text in enumerate(texts)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz and Ben Roe met for the final presidential debate in Las Vegas on Wednesday. "
        "“Ships cost,” Ruiz said at the Las Vegas debate. “I won Wednesday's debate,” Roe said.",
        "“Ships first,” Ana Ruiz said at a rally in Ohio on Monday. At the Cleveland rally, "
        "Ruiz promised jobs.",
        "“Ships first,” Ana Ruiz said at a rally in Cleveland, Ohio, on Monday. Ruiz left the "
        "Ohio rally at noon.",
        "The leaders opened the Harbour Union summit this week. “More ships,” Ana Ruiz said at "
        "the Warsaw summit on Wednesday.",
        "Republican candidates met on Tuesday. “Ships,” Ben Roe said at Tuesday's debate. The "
        "GOP debate on Tuesday was loud.",
    ],
)
def test_one_occasion_under_several_words_is_one_record(text: str) -> None:
    assert len(told_in(text).events) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz won the first debate on Monday. Ben Roe won the second debate on Wednesday.",
        "Ana Ruiz spoke at a rally in Porto on Monday. Ruiz spoke at a rally in Toledo on Monday.",
        "Ben Roe won Tuesday's Republican debate. Ana Ruiz won Tuesday's Democratic debate.",
        "“Ships,” Ana Ruiz said at a rally in Ohio on Monday. Ben Roe spoke at a rally in "
        "Austin, Texas, on Monday.",
        "Ben Roe won Tuesday's presidential debate. Ana Ruiz won Tuesday's Senate debate.",
    ],
)
def test_days_places_parties_and_numbers_keep_two_apart(text: str) -> None:
    assert len(told_in(text).events) == 2


def test_several_articles_tell_one_debate_under_one_name() -> None:
    first, second, third = records(
        "Ana Ruiz and Ben Roe met for the final presidential debate in Las Vegas on Wednesday.",
        "“I keep you in suspense,” Ben Roe said at Wednesday's debate.",
        "“Ships cost,” Ana Ruiz said at the Las Vegas debate on Wednesday.",
    )

    assert first == second == third
    assert {place for _, place in first} == {"Las Vegas"}


def test_interviews_of_one_person_on_one_day_with_two_stations_stay_two() -> None:
    first, second = records(
        "“Ships cost,” Ana Ruiz said in an interview with CNN on Wednesday.",
        "“Ships pay,” Ana Ruiz said in an interview with NBC on Wednesday.",
    )

    assert not first & second


def test_debates_of_two_parties_on_one_day_stay_two() -> None:
    first, second = records(
        "“Ships cost,” Ana Ruiz said at Wednesday's Democratic debate.",
        "“Ships pay,” Ben Roe said at Wednesday's Republican debate.",
    )

    assert not first & second


def test_a_summit_is_one_whoever_is_quoted_from_it() -> None:
    first, second, third = records(
        "“We stand,” Jens Berg said at the Coast Alliance summit in Gdansk on Friday.",
        "“Ships matter,” Ana Ruiz said at the Coast Alliance summit in Gdansk on Friday.",
        "“It worked,” Cy Low said after the Coast Alliance's Gdansk summit on Friday.",
    )

    assert first == second == third


def test_a_name_that_others_bear_is_told_to_no_other_day() -> None:
    first, second = records(
        "“Ships cost,” Ana Ruiz said at a rally in Portsmouth on Tuesday.",
        "“Ships pay,” Ana Ruiz said at a rally in Portsmouth on Monday.",
    )

    assert len(first) == len(second) == 1
    days = {
        event.date.date
        for text in ("Tuesday", "Monday")
        for event in told_in(f"“Ships,” Ana Ruiz said at a rally in Portsmouth on {text}.").events
    }
    assert len(days) == 2


def test_the_rally_of_another_is_not_the_one_another_article_tells() -> None:
    told = told_elsewhere("“Ships cost,” Ana Ruiz said at a rally in Porto on Monday.")
    found = told_in("“Ships pay,” Ben Roe said at a Ben Roe rally in Porto this week.", told)

    assert all(event.date.date != told[0].date for event in found.events)


def test_a_day_of_its_own_keeps_an_occasion_from_one_that_another_article_tells() -> None:
    told = told_elsewhere("“Ships cost,” Ana Ruiz said at a rally in Porto on Wednesday.")
    found = told_in(
        "“Ships cost,” Ana Ruiz said at the Porto rally on Wednesday. On Tuesday, during a "
        "campaign rally, Ruiz had been silent.",
        told,
    )

    (event,) = found.events
    assert len(event.mentions) == 1
