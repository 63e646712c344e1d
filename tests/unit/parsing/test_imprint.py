"""Lines at the head that name outlet, place and day together, or one below the other."""

import pytest

from app.domain.documents import ParsedArticle, SourceDocument
from app.parsing.articles import parse_articles

BODY = (
    "The harbour board will meet again in June, its chairwoman Ana Ruiz said after the session, "
    "which lasted until midnight and ended without a vote."
)


def _articles(*lines: str) -> list[ParsedArticle]:
    text = "\n".join(lines)
    document = SourceDocument("a.txt", "a.txt", text.encode(), "0", text, "text/1", None)
    return parse_articles(document)


def _article(*lines: str) -> ParsedArticle:
    (article,) = _articles(*lines, BODY)
    return article


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Harbour Daily, Friday 24 August 2018", "Harbour Daily"),
        ("The Northern Herald | March 3, 2016", "The Northern Herald"),
        ("Fjord News Agency, 9 May 2014", "Fjord News Agency"),
    ],
)
def test_a_first_line_of_outlet_and_day_is_no_headline(line, outlet):
    article = _article(line, "Board puts off vote on tariffs")
    assert article.outlet == outlet
    assert article.headline == "Board puts off vote on tariffs"
    assert article.published.date is not None


@pytest.mark.parametrize(
    ("line", "place", "day"),
    [
        ("Oslo, 8 December 2011", "Oslo", "2011-12-08"),
        ("Split, 02 Dec. 2015", "Split", "2015-12-02"),
        ("Port Said, Egypt, 02 Dec. 2015", "Port Said", "2015-12-02"),
        ("Washington, DC, July 13, 2011", "Washington", "2011-07-13"),
    ],
)
def test_place_and_day_below_a_headline_are_read_and_no_paragraph(line, place, day):
    article = _article("Speech of the chairwoman at the opening of the pier", line)
    assert article.dateline is not None
    assert article.dateline.place == place
    assert article.published.date is not None
    assert article.published.date.iso == day
    assert [span.of(article.text) for span in article.paragraphs] == [BODY]


def test_name_title_place_and_day_one_below_the_other_stand_above_the_text():
    article = _article(
        "Remarks at the opening of the pier",
        "Ana Ruiz",
        "Secretary for Harbours",
        "Washington, DC",
        "July 13, 2011",
    )
    assert article.published.date is not None
    assert article.published.date.iso == "2011-07-13"
    assert article.dateline is not None
    assert article.dateline.place == "Washington"
    assert [span.of(article.text) for span in article.paragraphs] == [BODY]


def test_the_outlet_may_stand_between_byline_and_day():
    article = _article(
        "Board puts off vote", "By Ana Ruiz", "Nordic Harbour Wire", "December 19, 2009"
    )
    assert (article.byline, article.outlet) == ("Ana Ruiz", "Nordic Harbour Wire")
    assert article.published.date is not None


@pytest.mark.parametrize(
    "line",
    [
        "Oslo Agreement, 13 September 1993",
        "Munich Security Conference, 4 February 2012",
        "Board signs Harbour Treaty, 24 August 2018",
    ],
)
def test_a_headline_that_ends_with_a_day_stays_the_headline(line):
    assert _article(line).headline == line


def test_a_deck_above_a_paragraph_that_names_a_day_is_no_block():
    article = _article("Board puts off vote", "Tariffs are to stay until 1 May 2013, it says.")
    assert article.published.date is None


def test_a_second_headline_that_gives_words_to_somebody_new_starts_an_article():
    found = _articles(
        "‘No tariffs without a vote’ – Ruiz",
        "Harbour minister Ana Ruiz said in Lisbon on Monday that no tariff would come unasked. "
        "She told reporters so after a session of the board.",
        "A pier “within weeks” – Holm",
        "The pier will be built within weeks, board chairman Peter Holm said in Oslo on Tuesday, "
        "after a meeting with the builders.",
    )
    assert [a.headline for a in found] == [
        "‘No tariffs without a vote’ – Ruiz",
        "A pier “within weeks” – Holm",
    ]


@pytest.mark.parametrize("headline", ["Holm: Pier to open in June", "Pier to open in June – Holm"])
def test_a_headline_with_a_label_starts_an_article_as_one_with_a_dash_does(headline: str) -> None:
    found = _articles(
        "Ruiz: ‘No tariffs without a vote’",
        "Harbour minister Ana Ruiz said in Lisbon on Monday that no tariff would come unasked. "
        "She told reporters so after a session of the board.",
        headline,
        "Peter Holm, the chairman of the board, told Harbour News that the pier would be built "
        "within weeks.",
    )
    assert [a.headline for a in found][1:] == [headline]


def test_a_heading_that_gives_words_to_somebody_told_of_before_starts_none() -> None:
    found = _articles(
        "Ruiz: ‘No tariffs without a vote’",
        "Harbour minister Ana Ruiz said in Lisbon on Monday that no tariff would come unasked. "
        "She told reporters so after a session with Peter Holm.",
        "Pier to open in June – Holm",
        "Peter Holm, the chairman of the board, told Harbour News that the pier would be built "
        "within weeks.",
    )
    assert len(found) == 1


def test_a_heading_of_somebody_introduced_before_or_never_starts_none():
    found = _articles(
        "Board meets on tariffs",
        "Harbour minister Ana Ruiz said in Lisbon on Monday that no tariff would come unasked. "
        "She told reporters so after a session of the board.",
        "A pier “within weeks” – Holm",
        "The pier will be built within weeks, board chairman Peter Holm said in Oslo on Tuesday, "
        "after a meeting with the builders.",
    )
    assert len(found) == 1


@pytest.mark.parametrize("opening", ["OSLO, Dec 19 (Fjordnytt): ", "NEW DELHI, June 3: "])
def test_a_dateline_may_end_with_a_colon(opening):
    assert _articles("Board puts off vote", opening + BODY)[0].dateline is not None


@pytest.mark.parametrize("opening", ["EXCLUSIVE: ", "OSLO: "])
def test_a_word_in_capitals_before_a_colon_is_none(opening):
    assert _articles("Board puts off vote", opening + BODY)[0].dateline is None


@pytest.mark.parametrize("line", ["Ana Ruiz, 8 December 2011", "Christmas, 25 December 2011"])
def test_a_name_beside_a_day_is_no_place_and_the_day_is_kept(line):
    article = _article("Remarks on the harbour", line)
    assert article.dateline is None or article.dateline.place is None
    assert article.published.date is not None
    assert article.published.date.iso == "2011-12-08" or "25" in line


@pytest.mark.parametrize(
    "line", ["World Press Freedom Day, 3 May 2011", "Press Conference, 8 December 2011"]
)
def test_a_day_of_the_press_is_no_outlet(line):
    assert _article(line).outlet is None


@pytest.mark.parametrize("between", [", ", " | "])
def test_a_day_may_stand_in_the_line_of_who_wrote_it(between):
    article = _article("Board puts off vote", f"By Ana Ruiz{between}August 5, 2019")
    assert article.byline == "Ana Ruiz"
    assert article.published.date is not None
    assert article.published.date.iso == "2019-08-05"
