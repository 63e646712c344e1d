"""What parsing makes of whole documents."""

from pathlib import Path

import pytest

from app.domain.dates import DateBasis
from app.domain.documents import ParsedArticle, SourceDocument, StatedMetadata
from app.domain.gazetteer import Gazetteer, KnownOutlet
from app.parsing.articles import parse_articles

SEEDS = Path(__file__).resolve().parents[3] / "seeds" / "articles"
OUTLETS = Gazetteer(
    outlets=(
        KnownOutlet("Harbour News", aliases=("HN",), domains=("harbour.example",)),
        KnownOutlet("Coast Press Agency", aliases=("CPA",), is_agency=True),
        KnownOutlet("Itar-Tass", is_agency=True),
    )
)
BODY = (
    "The harbour will stay public, the mayor of the town said on Monday after long talks with "
    "the owners of the pier.\n"
    "“Nobody will have to pay for a walk along the water,” he told a crowd of people.\n"
)

DAY = "2012-03-04"


def parse(text: str, metadata: StatedMetadata | None = None) -> list[ParsedArticle]:
    document = SourceDocument("a.txt", "a.txt", text.encode(), "0", text, "text/1", metadata)
    return parse_articles(document, OUTLETS)


def founding(number: str) -> tuple[str, list[ParsedArticle]]:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    text = path.read_bytes().decode()
    return text, parse(text)


def test_headline_byline_and_body_are_told_apart() -> None:
    (article,) = parse(f"Harbour stays public\nBy Ana Ruiz, Harbour News\n{BODY}")

    assert article.headline == "Harbour stays public"
    assert (article.byline, article.outlet) == ("Ana Ruiz", "Harbour News")
    assert [p.of(article.text)[:11] for p in article.paragraphs] == ["The harbour", "“Nobody wil"]


def test_a_first_paragraph_is_no_headline() -> None:
    (article,) = parse(BODY)

    assert article.headline is None
    assert len(article.paragraphs) == 2


def test_37_navigation_headline_and_deck_are_told_apart() -> None:
    text, (article,) = founding("002")

    assert article.headline == text.split("\n")[2]
    assert article.deck is not None
    assert article.deck.of(text).startswith("“The fact that the U.S.")
    assert article.paragraphs[0].of(text).startswith("Foreign Minister Sergei Lavrov said")


def test_a_headline_and_its_deck_in_two_lines_of_a_newspaper_archive() -> None:
    (article,) = parse(f"Harbour to stay public;\nBoard fears cost, the mayor agrees.\n\n{BODY}")

    assert article.headline == "Harbour to stay public"
    assert article.deck is not None
    assert article.deck.of(article.text) == "Board fears cost, the mayor agrees."
    assert len(article.paragraphs) == 2


@pytest.mark.parametrize(
    "above",
    [
        "The board will meet again;\n\nNobody knows when.\n\n",
        "“The harbour stays public;\nno one will take it from us.\n",
        "the harbour will stay public;\nso says the board.\n\n",
    ],
)
def test_a_line_that_ends_in_a_semicolon_alone_is_no_headline(above: str) -> None:
    (article,) = parse(f"{above}{BODY}")

    assert article.headline is None or not article.headline.startswith(("The board", "“The", "the"))


def test_a_dateline_gives_place_date_words_and_agency() -> None:
    _, (article,) = founding("003")

    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.date_words) == ("Moscow", "September 1")
    assert article.outlet == "Itar-Tass"
    assert article.published.basis is DateBasis.UNKNOWN, "a dateline without a year dates nothing"


def test_38_a_signature_at_the_end_is_the_byline_and_no_paragraph() -> None:
    (article,) = parse(f"Harbour stays public\n\n{BODY}\nAna Ruiz, HN")

    assert (article.byline, article.outlet) == ("Ana Ruiz", "Harbour News")
    assert all("Ana Ruiz" not in p.of(article.text) for p in article.paragraphs)


def test_a_source_line_states_outlet_and_date() -> None:
    (article,) = parse(f"Source: Harbour News Tuesday, July 5, 2011\n{BODY}")

    assert article.outlet == "Harbour News"
    assert article.published.iso == "2011-07-05"
    assert article.published.basis is DateBasis.STATED


def test_35_several_articles_in_one_file_are_told_apart() -> None:
    text, articles = founding("004")

    assert [a.span.start for a in articles] == [0, 2320, 2895, 3370, 4273]
    assert articles[0].headline is None
    assert articles[1].headline == "‘No arms cuts without progress on AMBs’ – Lavrov"
    assert [a.headline for a in articles[3:]] == [None, None]
    assert articles[-1].span.end == len(text)


def test_a_second_dateline_starts_a_second_article_with_its_headline() -> None:
    second = f"Pier sold to the town\nPORT, May 4 (CPA) — {BODY}"
    text = f"Harbour stays public\nPORT, May 3 (CPA) — {BODY}{second}"
    articles = parse(text)

    assert [a.headline for a in articles] == ["Harbour stays public", "Pier sold to the town"]
    assert articles[1].span.start == text.index("Pier sold")


def test_a_heading_within_an_article_does_not_split_it() -> None:
    assert len(parse(f"Harbour stays public\n\n{BODY}\nWhat comes next\n\n{BODY}")) == 1


def test_metadata_win_over_what_the_text_looks_like() -> None:
    stated = StatedMetadata(
        headline="Pier free", outlet="Coast Press Agency", published="2011-12-08T10:00:00Z"
    )
    (article,) = parse(f"Pier free\n{BODY}", stated)

    assert (article.headline, article.outlet) == ("Pier free", "Coast Press Agency")
    assert article.headline_span is not None
    assert article.published.iso == "2011-12-08"


def test_b14_a_stated_date_that_no_calendar_has_is_noted_and_not_used() -> None:
    (article,) = parse(BODY, StatedMetadata(published="2011-02-31", headline="Pier free"))

    assert article.published.date is None
    assert "2011-02-31" in article.notes[0]


def test_an_address_dates_its_page_and_names_its_outlet() -> None:
    (article,) = parse(BODY, StatedMetadata(url="https://www.harbour.example/2011/07/05/pier.html"))

    assert (article.outlet, article.published.iso) == ("Harbour News", "2011-07-05")


def test_lines_of_a_fixed_width_are_joined_to_paragraphs() -> None:
    words = (
        "The harbour will stay public and nobody will have to pay for it at all, he said. " * 6
    ).split()
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) > 70:
            lines.append(line.strip())
            line = ""
        line += word + " "
    (article,) = parse("Harbour stays public\n\n" + "\n".join([*lines, line.strip()]))

    assert len(article.paragraphs) == 1


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_spans_of_founding_articles_stand_in_order_inside_the_text(number: str) -> None:
    text, articles = founding(number)

    for article in articles:
        spans = list(article.paragraphs)
        assert spans == sorted(spans)
        assert all(article.span.contains(span) for span in spans)
        assert all(span.of(text) == span.of(text).strip() for span in spans)


@pytest.mark.parametrize(
    "line",
    [
        "MOSCOW. July 2, 2004 (CPA) - ",
        "LISBON, 2 July 2004 (CPA) — ",
        "KYIV. July 2, 2004 /CPA/. ",
    ],
)
def test_one_word_above_a_dateline_is_the_headline(line: str) -> None:
    (article,) = parse(f"Diplomacy\n\n{line}{BODY}")

    assert article.headline == "Diplomacy"
    assert article.dateline is not None
    assert article.dateline.agency == "CPA"
    assert article.published.iso == "2004-07-02"


def test_one_word_above_an_ordinary_paragraph_is_no_headline() -> None:
    (article,) = parse(f"Diplomacy\n\n{BODY}")

    assert article.headline is None


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("PORT, Sept. 7, 2009 (CPA) -- ", 'against it: the dateline "Sept. 7, 2009" states it'),
        ("PORT, Sept. 7 (CPA) -- ", 'against it: the dateline gives the day "Sept. 7"'),
        ("PORT, March 8 (CPA) -- ", 'against it: the dateline gives the day "March 8"'),
        ("Published: 9 April 2012\n\n", 'against it: the line "Published: 9 April 2012"'),
    ],
)
def test_a_stated_day_is_contradicted_by_another_of_the_page(head: str, said: str) -> None:
    (article,) = parse(f"{head}The pier stays, Ana Ruiz said.", StatedMetadata(published=DAY))

    assert article.published.iso == DAY
    assert said in article.published.reason


@pytest.mark.parametrize(
    "head",
    [
        "PORT, March 2 (CPA) -- ",
        "PORT, March 5 (CPA) -- ",
        "PORT, Feb. 29 -- ",
        "PORT -- ",
        "Published: 4 March 2012\n\n",
        "Updated: 9 April 2012\n\n",
    ],
)
def test_a_dispatch_of_the_days_before_print_contradicts_nothing(head: str) -> None:
    (article,) = parse(f"{head}The pier stays, Ana Ruiz said.", StatedMetadata(published=DAY))

    assert article.published.reason == f'the metadata state "{DAY}"'
