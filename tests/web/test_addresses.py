"""What every address answers: moved, gone, malformed, hostile."""

import pytest

from tests.web.conftest import Town

ODD_NUMBERS = ["0", "-1", "1e9", "abc", "999999999999999999999", "", " ", "1.5", "%00", "٣"]


def test_b37_upper_case_permalink_moves_to_its_own_address(site, town):
    link = town.statements[0].permalink

    answer = site.get(f"/statements/{link.upper()}")

    assert answer.status_code == 301
    assert answer.headers["location"] == f"/statements/{link}"


def test_b37_slug_in_upper_case_moves(site):
    answer = site.get("/speakers/Ana-Ruiz")

    assert (answer.status_code, answer.headers["location"]) == (301, "/speakers/ana-ruiz")


def test_b37_trailing_slash_moves_and_keeps_the_query(site):
    answer = site.get("/search/?q=harbour&sort=newest")

    assert answer.status_code == 301
    assert answer.headers["location"] == "/search?q=harbour&sort=newest"


def test_trailing_slash_never_leads_to_another_site(site):
    for path in ("//evil.example/", "/%2Fevil.example/", "/\\evil.example/"):
        answer = site.get(path)
        location = answer.headers.get("location", "/")
        assert location.startswith("/")
        assert not location.startswith(("//", "/\\")), path


def test_b37_words_after_a_permalink_move_to_the_permalink(site, town):
    link = town.statements[0].permalink

    answer = site.get(f"/statements/{link}/the-harbour-must-stay-public")

    assert (answer.status_code, answer.headers["location"]) == (301, f"/statements/{link}")


def test_b37_merged_statement_moves_on_page_history_and_api(site, town):
    link = town.statements[0].permalink

    for before, after in (
        ("/statements/m000000001", f"/statements/{link}"),
        ("/statements/m000000001/history", f"/statements/{link}/history"),
        ("/api/v1/statements/m000000001", f"/api/v1/statements/{link}"),
    ):
        answer = site.get(before)
        assert (answer.status_code, answer.headers["location"]) == (301, after)


def test_b37_statement_no_longer_found_says_what_stood_there_and_why(site):
    answer = site.get("/statements/g000000001")

    assert answer.status_code == 410
    for words in ("No longer found in its source", "Words that once stood here.",
                  "the article changed"):  # fmt: skip
        assert words in answer.text
    assert site.get("/api/v1/statements/g000000001").status_code == 410


def test_b37_withdrawn_statement_says_why_and_no_more(site):
    answer = site.get("/statements/w000000001")

    assert answer.status_code == 410
    assert "a court order" in answer.text


@pytest.mark.parametrize("permalink", ["x", "'; DROP TABLE statement", "%00", "a" * 5000, "🙂"])
def test_b37_malformed_permalink_was_never_anything(site, permalink):
    assert site.get(f"/statements/{permalink}").status_code == 404


@pytest.mark.parametrize(
    "path", ["../app/main.py", "%2e%2e/app", "%252e%252e/app", "..\\app", "site.css%00", "site.css"]
)
def test_b38_static_files_cannot_be_left(site, path):
    assert site.get(f"/static/{path}").status_code == 404


@pytest.mark.parametrize("number", ODD_NUMBERS)
@pytest.mark.parametrize("page", ["/search", "/speakers", "/articles", "/positions", "/dates/2011"])
def test_b35_odd_page_numbers_show_a_page(site, page, number):
    answer = site.get(f"{page}?page={number}&per_page={number}")

    assert answer.status_code == 200


@pytest.mark.parametrize("number", ODD_NUMBERS)
def test_b35_odd_page_numbers_are_clamped_in_the_api(site, number):
    answer = site.get(f"/api/v1/search?page={number}&per_page={number}").json()

    assert answer["page"] >= 1
    assert 1 <= answer["per_page"] <= 100


def test_b35_canonical_of_a_search_never_carries_the_query(site):
    page = site.get("/search?q=harbour&page=2&q=wall").text

    assert '<link rel="canonical" href="http://127.0.0.1:8000/search">' in page
    assert '<meta name="robots" content="noindex, follow">' in page


@pytest.mark.parametrize(
    "query",
    ["*", "*1*", "?????*", "[a TO z]", "NOT *", "a~9", '"a b"~99999', "a^1e400", "a^-1", "(" * 2000,
     "the", "", "   ", "...", "🙂", "правда", "保証", "é̂", "'; DROP TABLE statement; --",
     "word " * 2000, "x" * 10_000, "\x00", "%", "speaker:", "said:2011..2010", "kind:nothing"],
    ids=range(26),
)  # fmt: skip
def test_b31_to_b34_no_query_is_an_error(site, query):
    page = site.get("/search", params={"q": query})
    answer = site.get("/api/v1/search", params={"q": query})

    assert page.status_code == 200
    assert answer.status_code == 200


def test_b33_four_thousand_parameters_are_a_page(site):
    address = "/search?" + "&".join("a=1" for _ in range(4000))

    assert len(address) <= 16_384
    assert site.get(address).status_code == 200


def test_b35_broken_percent_encoding_is_a_page(site):
    for query in ("q=%", "q=%zz", "q=%c0%af", "q=%ff%fe", "speaker=%00"):
        assert site.get(f"/search?{query}").status_code == 200, query


def test_b36_filters_that_make_no_sense_are_named(site):
    page = site.get("/search?from=2012&to=2011&sort=strange&kind=odd&from=x").text
    assert "is no sort this archive knows" in page

    page = site.get("/search?from=2012&to=2011").text
    assert "ends were swapped" in page

    swapped, right = (
        site.get(f"/api/v1/search?{period}").json()["total"]
        for period in ("from=2012&to=2011", "from=2011&to=2012")
    )
    assert swapped == right > 0
    assert "from 2011" in page

    page = site.get("/search?from=tomorrow").text
    assert "is not a date like" in page
    assert site.get("/search?speaker=nobody-at-all").status_code == 200


@pytest.mark.parametrize(
    "date",
    ["0", "2011/13", "2011/2/31", "99999", "2011/12/8/1", "x", "2147483648", "2011/9999999999",
     "2011/12/9999999999", "9" * 5_000, "2011/" + "9" * 5_000, "٢٠١١", "-1"],
)  # fmt: skip
def test_date_that_no_calendar_has_is_not_found(site, date):
    assert site.get(f"/dates/{date}").status_code == 404


@pytest.mark.parametrize("asked", ["/dates/02011", "/dates/2011/012", "/dates/2011/12/8"])
@pytest.mark.parametrize("query", ["", "?page=2"])
def test_day_written_in_another_way_leads_to_its_one_address(site, asked, query):
    right = {"/dates/02011": "/dates/2011", "/dates/2011/012": "/dates/2011/12"}

    answer = site.get(f"{asked}{query}")

    assert answer.status_code == 301
    assert answer.headers["location"] == right.get(asked, "/dates/2011/12/08") + query
    assert site.get(answer.headers["location"]).status_code == 200


@pytest.mark.parametrize("day", ["99999999999", f"2011-{2**31}", "2011-12-99999999999"])
@pytest.mark.parametrize("end", ["from", "to"])
@pytest.mark.parametrize(
    "page", ["/search", "/search.csv", "/search/feed.atom", "/search/follow", "/api/v1/search"]
)
def test_search_between_days_that_no_calendar_has_is_answered(site, page, end, day):
    assert site.get(page, params={"q": "harbour", end: day}).status_code == 200


@pytest.mark.parametrize("number", ["1000000", "9" * 30, "9" * 5_000])
@pytest.mark.parametrize("start", ["/sitemaps/statements-{}.xml", "/statements/{}/v{}"])
def test_number_beyond_all_that_is_held_is_not_found(site, town: Town, start, number):
    numbers = (number,) if "sitemaps" in start else (town.statements[0].permalink, number)

    assert site.get(start.format(*numbers)).status_code == 404


def test_statement_by_every_way_it_is_cited_names_the_same_address(site, town: Town):
    link = f"/statements/{town.statements[0].permalink}"
    canonical = f"http://127.0.0.1:8000{link}"

    assert f'rel="canonical" href="{canonical}"' in site.get(link).text
    assert site.get(f"/api/v1{link}").json()["canonical"] == canonical
    for kind in ("bib", "ris", "json"):
        answer = site.get(f"{link}/citation.{kind}")
        assert answer.status_code == 200
        assert canonical in answer.text
        assert "attachment" in answer.headers["content-disposition"]
    assert site.get(f"{link}/citation.exe").status_code == 404
