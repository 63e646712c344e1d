"""The numbered hard cases that only a whole document shows: its dates, its parts, its names."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime

from app.domain.documents import SourceDocument, StatedMetadata
from app.domain.gazetteer import Gazetteer, KnownIssue, KnownOutlet
from app.domain.resolved import EventRelation, ResolvedArticle, ResolvedStatement
from app.extraction.pipeline import extract
from app.parsing.articles import parse_articles
from app.resolution.positions import find_positions
from app.resolution.resolve import resolve

KNOWN = Gazetteer(
    outlets=(
        KnownOutlet("Coast Press Agency", aliases=("CPA",), is_agency=True),
        KnownOutlet("Harbour News", aliases=("HN",)),
    ),
    issues=(KnownIssue("fee", "Fee", "Should visitors pay for the pier?", ("pier fee",)),),
)
HEADLINE = "Town-port talks on the pier not bring results – Roe"
REPEATED = "The fact that the port ignores our ideas makes us doubt its good will"
WIRE = f"""All news

{HEADLINE}

“{REPEATED}," said Portville Mayor

PORTVILLE, October 31 (CPA) — Mayor Jane Roe said the talks between the town and the port do \
not bring any results.

“{REPEATED}. We must have a pier fee,” Roe said on Monday.
"""


def told(text: str, published: str | None = None) -> list[ResolvedArticle]:
    """The articles of a document, from its text to what is known of each statement."""
    stated = StatedMetadata(published=published) if published else None
    document = SourceDocument("a.txt", "a.txt", text.encode(), "0", text, "text/1", stated)
    articles = parse_articles(document, KNOWN)
    return resolve([(article, extract(article, KNOWN, "sm")) for article in articles], KNOWN)


def statements(text: str, published: str | None = None) -> list[ResolvedStatement]:
    """The statements of the one article of a document."""
    (article,) = told(text, published)
    return list(article.statements)


def words(said: ResolvedStatement, text: str) -> str:
    return " ".join(span.of(text) for span in said.quotation.content)


def test_28_a_dateline_without_a_year_dates_neither_the_article_nor_the_words():
    (article,) = told(
        "PORTVILLE, October 31 (CPA) — Mayor Jane Roe said on Monday the pier will stay public."
    )
    (said,) = article.statements

    assert article.article.dateline.date_words == "October 31"
    assert article.published.date is None
    assert said.said_on.date is None
    assert '"Monday"' in said.said_on.reason


def test_29_an_undated_article_takes_no_day_from_its_file_nor_from_the_day_it_is_read(desk):
    path = desk.put("a.txt", "Mayor Jane Roe said in Lisbon on Thursday that the pier will stay.\n")
    os.utime(path, (datetime(2011, 12, 9, tzinfo=UTC).timestamp(),) * 2)
    desk.ingest()
    records = [json.loads(record) for record in desk.records()]
    (article,) = [one for one in records if one["type"] == "article"]
    (said,) = [one for one in records if one["type"] == "statement"]

    assert article["published"] is None
    assert (said["said_on"], said["speaker"]) == (None, "Jane Roe")


def test_30_what_the_words_date_is_not_their_own_day():
    meeting, summit, plan = (
        statements(text, "2011-10-31")
        for text in (
            "John Doe said the owners of the pier would gather in Lisbon on December 8.",
            "Jane Roe then suggested that the town and the port reaffirm their promise at the "
            "Porto summit, scheduled for May 2012.",
            "Jane Roe said that in December the town and the port approved a plan for the pier.",
        )
    )

    for (said,) in (meeting, summit, plan):
        assert said.said_on.date is None
        assert said.event_relation is not EventRelation.AT


def test_31_day_place_and_event_are_not_carried_to_who_speaks_next():
    roe, doe, moe = statements(
        "“The pier stays with the town,” Mayor Jane Roe said at a Harbour Council meeting in "
        "Lisbon on Friday.\n"
        "Meanwhile, port envoy John Doe said the owners would sell the pier.\n"
        "Governor Ann Moe said the state was not ready to pay.",
        "2011-10-31",
    )

    assert (roe.said_on.iso, roe.place.value) == ("2011-10-28", "Lisbon")
    assert roe.event_relation is EventRelation.AT
    for other in (doe, moe):
        assert other.said_on.date is None
        assert (other.place, other.event) == (None, None)


def test_32_the_dateline_of_an_agency_is_no_place_of_the_words():
    (article,) = told(
        "PORTVILLE, October 31 (CPA) — Mayor Jane Roe said the talks on the pier are over."
    )

    assert article.article.dateline.place == "Portville"
    assert [said.place for said in article.statements] == [None]


def test_33_a_question_asked_after_a_death_is_one_statement_of_no_known_day():
    text = (
        "On 28 October 2011, there was outrage in the town following the fire on the pier.\n"
        "“The pier was safe,” John Doe said on Thursday.\n"
        "Mayor Jane Roe slammed the guards following the death of the old keeper, asking: "
        '"Who gave them the right to shut the pier?"'
    )
    *_, asked = found = statements(text, "2011-12-10")

    assert len(found) == 2
    assert words(asked, text) == "Who gave them the right to shut the pier?"
    assert (asked.speaker.name, asked.said_on.date) == ("Jane Roe", None)


def test_35_articles_of_one_file_that_tell_of_one_meeting_tell_of_one_event():
    lead = "Mayor Jane Roe spoke about this in Lisbon Monday after talks with port head John Doe."
    text = "\n".join(
        f"{headline}\nLISBON, May 3 (CPA) — The town will not accept {what}.\n{lead}\n"
        "No answer came from the owners of the port that day.\n"
        for headline, what in (("No cuts without the port – Roe", "cuts"), ("Pier waits", "a sale"))
    )
    first, second = told(text)

    assert [event.name for event in first.events] == [event.name for event in second.events]
    assert len(first.events) == 1


def test_36_one_message_in_two_articles_is_two_statements_and_one_position():
    text = "".join(
        f"{headline}\nPORT, May {day} (CPA) — Mayor Jane Roe {said} that the town must have a pier "
        "fee after its talks with the owners of the port.\nNobody answered her on that day.\n"
        for headline, day, said in (("Town wants money", 3, "said"), ("Pier is dear", 4, "says"))
    )
    found = [said for article in told(text) for said in article.statements]
    (position,) = find_positions(found)

    assert len(found) == 2
    assert [said.quotation.repeats for said in found] == [None, None]
    assert position.statements == (0, 1)


def test_37_a_deck_and_a_headline_repeat_statements_of_the_body():
    (article,) = told(WIRE)
    headline, deck, talks, quoted = article.statements

    assert article.article.headline == HEADLINE
    assert (headline.quotation.repeats, deck.quotation.repeats) == (2, 3)
    assert words(deck, WIRE).startswith(REPEATED)
    assert (talks.quotation.repeats, quoted.quotation.repeats) == (None, None)
    assert [said.speaker.name for said in article.statements] == ["Jane Roe"] * 4


def test_38_who_signs_an_article_is_its_author_and_nobody_in_it():
    text = (
        "Harbour stays public\n\nThe harbour will stay public, Mayor Jane Roe said on Monday after "
        "long talks with the owners of the pier.\n\n“Nobody will have to pay for a walk along "
        "the water,” she told a crowd of people.\n\nAna Ruiz, HN"
    )
    (article,) = told(text)

    assert (article.article.byline, article.article.outlet) == ("Ana Ruiz", "Harbour News")
    assert [said.speaker.name for said in article.statements] == ["Jane Roe", "Jane Roe"]


def test_39_two_spellings_of_a_name_and_of_an_office_are_one_speaker():
    found = statements(
        "Foreign Minister Sergey Marlov said the pier will stay.\n"
        "Harbour Council Secretary General Ulf Berg said the fee is too high.\n"
        "Sergei Marlov said that nobody will pay for a walk.\n"
        "The Secretary-General said that it will fall."
    )

    assert [said.speaker.name for said in found] == [
        "Sergey Marlov", "Ulf Berg", "Sergey Marlov", "Ulf Berg",
    ]  # fmt: skip


def test_40_one_conference_under_two_names_is_one_event_across_the_articles_of_a_file():
    rest = "Nobody knows yet who else will come to the town for it.\n"
    first, second = told(
        f"Doe asked to Porto\nPORT, May 3 (CPA) — Port head John Doe was invited to attend a Porto "
        f"conference on Atlantic Harbour safety in late June.\n{rest}"
        f"Roe asked as well\nPORT, May 3 (CPA) — Mayor Jane Roe has been invited to a planned "
        f"conference on Atlantic Harbour pilots.\n{rest}"
    )

    assert len(first.events) == len(second.events) == 1
    assert first.events[0].name == second.events[0].name


def test_41_a_misprint_stays_in_the_words_as_it_was_printed():
    text = "Jane Roe made it clear that the town would not ensure is own safety with otside help."
    (said,) = statements(text)

    assert words(said, text) == "that the town would not ensure is own safety with otside help"
