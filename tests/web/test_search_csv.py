"""A search as a table: every result, its address, and no formulas."""

import csv
import io

from app.domain.search import SearchQuery
from app.web.search_csv import search_csv
from tests.web.conftest import fresh, open_site


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_table_holds_all_results_and_not_one_page(tmp_path):
    shelf = fresh(tmp_path)
    ana = shelf.speaker("Ana Ruiz")
    article = shelf.article("Title\n" + "\n".join(f"The harbour {n}." for n in range(130)))
    for number in range(130):
        shelf.statement(article, f"The harbour {number}.", speaker=ana)
    site = open_site(shelf.archive())

    answer = site.get("/search.csv?q=harbour")
    rows = rows_of(answer.text)

    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert len({row["id"] for row in rows}) == 130
    assert rows[0]["speaker"] == "Ana Ruiz"
    assert rows[0]["address"] == f"http://127.0.0.1:8000/statements/{rows[0]['id']}"
    assert "/search.csv?q=harbour" in site.get("/search?q=harbour").text


def test_table_of_a_speaker_keeps_the_page_s_own_filter(site):
    page = site.get("/speakers/ana-ruiz").text
    rows = rows_of(site.get("/search.csv?speaker=ana-ruiz").text)

    assert "/search.csv?speaker=ana-ruiz" in page
    assert {row["speaker"] for row in rows} == {"Ana Ruiz"}


def test_table_that_is_cut_says_so_in_its_last_line(town):
    text = search_csv(town.archive, SearchQuery(""), lambda path: path, most=3)
    rows = list(csv.reader(io.StringIO(text)))

    assert len(rows) == 1 + 3 + 1
    assert rows[-1][0] == "4 more were found; narrow the search to have them"


def test_b20_cells_of_a_search_are_never_formulas(tmp_path):
    shelf = fresh(tmp_path)
    words = "=HYPERLINK(1) harbour"
    shelf.statement(shelf.article(f"Title\n{words}"), words, speaker=shelf.speaker("@Ana Ruiz"))
    site = open_site(shelf.archive())

    row = rows_of(site.get("/search.csv?q=harbour").text)[0]

    assert row["text"] == f"'{words}"
    assert row["speaker"] == "'@Ana Ruiz"


def test_table_of_articles_names_each(site):
    rows = rows_of(site.get("/search.csv?q=harbour&type=article").text)

    assert [row["text"] for row in rows] == ["Harbour to stay open"]


def test_table_of_nothing_is_its_headings(site):
    assert rows_of(site.get("/search.csv?q=zzzzqqq").text) == []
