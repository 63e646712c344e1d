"""The search page and its JSON: what they say beside the results."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from app.config import Settings
from app.schemas.search import SearchResult
from app.web.app import create_app
from tests.web.conftest import fresh, open_site


@pytest.fixture
def client(town, tmp_path) -> TestClient:
    """Asks a site of one article, with a desk of its own."""
    app = create_app(replace(town.archive, settings=Settings(data_dir=tmp_path)))
    return TestClient(app, follow_redirects=False)


def test_words_that_stand_in_articles_alone_lead_there(client):
    page = client.get("/search", params={"q": "noon"}).text

    assert "No statement holds" in page
    assert 'href="/search?q=noon&amp;type=article">1 article</a> does' in page
    assert client.get("/api/v1/search", params={"q": "noon"}).json()["elsewhere"] == 1
    assert client.get("/api/v1/search", params={"q": "harbour"}).json()["elsewhere"] == 0


def test_sides_taken_are_a_facet_whose_values_add_up_and_come_off_again(client):
    page = client.get("/search", params={"q": "wall"}).text
    assert ">Position</h3>" in page
    assert 'href="/search?q=wall&amp;position=supports"' in page

    page = client.get("/search?q=wall&position=opposes").text
    assert "nobody had been asked about" in page
    assert "We will build the" not in page
    assert 'class="chip" href="/search?q=wall"' in page
    assert "position: opposes" in page
    assert "in which the speaker opposes" in page
    assert 'href="/search?q=wall&amp;position=opposes&amp;position=supports"' in page

    both = client.get("/api/v1/search?position=opposes&position=supports").json()
    counted = [(one["value"], one["count"]) for one in both["facets"]["position"]]
    assert (both["total"], counted) == (2, [("opposes", 1), ("supports", 1)])
    typed = client.get("/api/v1/search", params={"q": "position:supports"}).json()
    assert [one["speaker"]["name"] for one in typed["results"]] == ["Ana Ruiz"]


@pytest.mark.parametrize("query", ["(" * 3000, "(" * 3000 + "harbour", "harbour " * 500])
def test_a_huge_query_makes_no_huge_page_and_is_told_where_it_was_cut(client, query):
    answer = client.get("/search", params={"q": query})

    assert answer.status_code == 200
    assert len(answer.content) < 200_000
    long = client.get("/api/v1/search", params={"q": "harbour " * 2000}).json()
    assert any("4,096 characters" in note for note in long["notes"])


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b'{"text": ', "The body is no JSON: it cannot be read from its character 9 on."),
        (b"[1]", "The body must be a JSON object, sent as application/json."),
        (b'{"txt": "x"}', "“text” is missing."),
        (b'{"text": 1}', "“text” must be text."),
        (
            b'{"text": "' + b"x" * 200_001 + b'"}',
            "“text” may have at most 200,000 characters; this has 200,001.",
        ),
    ],
)
def test_a_body_that_cannot_be_read_is_refused_with_a_sentence_that_says_why(
    client, body, sentence
):
    answer = client.post(
        "/api/v1/check", content=body, headers={"Content-Type": "application/json"}
    )

    assert (answer.status_code, answer.json()["error"]) == (422, sentence)


def test_a_quotation_that_is_too_long_or_missing_is_refused_with_a_sentence(client):
    long = client.get("/api/v1/check", params={"quote": "x" * 4001}).json()["error"]

    assert long == "“quote” may have at most 4,000 characters; this has 4,001."
    assert client.get("/api/v1/check").json()["error"] == "“quote” is missing."


def _crowded(tmp_path) -> TestClient:
    """Six articles of four statements each on the wall; in half of them one names the gulls."""
    shelf = fresh(tmp_path)
    ana, post = shelf.speaker("Ana Ruiz"), shelf.outlet()
    for number in range(6):
        said = [f"The harbour wall has {number * 4 + line} holes" for line in range(4)]
        said[0] += " and gulls" if number % 2 else ""
        article = shelf.article("Title\n" + "\n".join(said), headline="Title", outlet=post)
        for words in said:
            shelf.statement(article, words, speaker=ana)
    return open_site(shelf.archive())


@pytest.mark.parametrize("words", ["wall", "gulls ferries", "gulls wall"])
def test_pages_of_results_by_article_end_with_the_last_article(tmp_path, words):
    client = _crowded(tmp_path)
    address = f"/search?q={words}&by=article&per_page=2"
    for number in range(1, 9):
        page = client.get(address).text
        assert page.count("data-card"), f"page {number} of {words} is empty"
        following = re.search(r'rel="next" href="([^"]+)"', page)
        if following is None:
            break
        address = html.unescape(following[1])

    assert number == {"wall": 3, "gulls ferries": 2, "gulls wall": 5}[words]
    assert f"Page {number} of {number}<" in page


def test_the_size_of_a_page_stands_in_the_links_to_its_others(tmp_path):
    client = _crowded(tmp_path)

    page = client.get("/search?q=wall&per_page=3").text

    assert "Page 1 of 8" in page
    assert 'rel="next" href="/search?q=wall&amp;per_page=3&amp;page=2"' in page
    assert 'name="per_page" value="3"' in page
    assert "per_page" not in client.get("/search?q=wall&per_page=20").text


def test_bars_of_articles_count_articles_out_of_articles(tmp_path):
    shelf = fresh(tmp_path)
    ana, post = shelf.speaker("Ana Ruiz"), shelf.outlet()
    for year in ("2006", "2011", "2011"):
        said = [f"The wall has {line} holes" for line in range(4)]
        article = shelf.article("Wall\n" + "\n".join(said), outlet=post, published=f"{year}-05-06")
        for words in said:
            shelf.statement(article, words, speaker=ana, said=f"{year}-05-06")
    client = open_site(shelf.archive())

    shares = client.get("/search?q=wall&type=article").text
    counts = client.get("/search?q=wall&type=article&chart=count").text

    assert "2011: 2 articles, 100 % of the 2 held" in shares
    assert "As a share of all articles held of each year" in shares
    assert '<th scope="col">Year published</th><th scope="col">Articles</th>' in shares
    assert "Articles per year; the highest is 2." in counts
    assert "Year published</h3>" in shares
    assert "2011: 8 statements, 100 % of the 8 held" in client.get("/search?q=wall").text


def test_where_no_statement_holds_all_words_nothing_is_counted(client):
    page = client.get("/search?q=harbour+gulls").text

    assert "No statement holds all these words</p>" in page
    assert "0 statements" not in page
    assert "with only some of the words" in page


def test_card_says_by_which_form_and_spelling_of_a_word_it_was_found(client):
    def found_by(query: str) -> set[str]:
        page = client.get("/search", params={"q": query}).text
        return set(re.findall(r"found by ([^<\n]*)", page))

    assert found_by("public") == set()
    assert "another form “wall”" in found_by("walls")
    assert "another spelling “harbour”" in found_by("harbor")
    assert any("begins so, “harbour”" in told for told in found_by("harb*"))


def test_json_says_why_a_result_was_found_and_how_a_query_was_understood(client):
    plain = client.get("/api/v1/search", params={"q": "walls"}).json()
    mended = client.get("/api/v1/search", params={"q": "(wall"}).json()
    page = client.get("/search", params={"q": "(wall"}).text

    assert plain["understood"] is None
    assert "text: another form: wall" in plain["results"][0]["why"]
    assert plain["article_total"] == 1
    assert mended["understood"] == "wall"
    assert 'Understood as <a href="/search?q=wall">wall</a>' in page


def test_many_reasons_are_counted_and_not_all_told():
    why = ["text: exact words", "headline: exact words", "speaker's name: spelling: Sergey",
           *(f"text: another form: walls{number}" for number in range(4))]  # fmt: skip

    assert SearchResult(score=1, why=why).reasons == [
        "the headline",
        "the speaker’s name (another spelling “Sergey”)",
        "another form “walls0”",
        "another form “walls1”",
        "2 more",
    ]


def test_empty_search_says_what_each_filter_less_would_find(client):
    page = client.get("/search?q=public&kind=indirect&from=2011&outlet=nowhere").text

    assert "Nothing found" in page
    assert "Without <a" not in page  # two filters shut out all of it, so no one less is enough

    page = client.get("/search?q=public&kind=indirect&from=1999").text

    assert re.search(r'Without <a href="/search\?q=public&amp;from=1999">kind[^<]*</a>: \d', page)
    assert "Without <a" in page
    assert page.count("Without <a") == 1


def test_keyboard_skips_to_results_and_filters_where_there_are_any(client):
    found, nothing = (client.get("/search", params={"q": q}).text for q in ("harbour", "zebra"))

    assert '<a class="skip" href="#results">' in found
    assert '<a class="skip" href="#results">' not in nothing


@pytest.mark.parametrize(("by", "told"), [("event", "an event"), ("speaker", "a speaker")])
def test_where_nothing_can_be_grouped_the_way_to_the_results_leads_to_that_word(tmp_path, by, told):
    shelf = fresh(tmp_path)
    shelf.statement(shelf.article("Title\nThe wall is due."), "The wall is due.")
    page = open_site(shelf.archive()).get(f"/search?q=wall&by={by}").text

    assert f"None of these statements has {told} that is known." in page
    assert 'href="#results"' in page
    assert page.count('id="results"') == 1
