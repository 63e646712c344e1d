"""Was it said? The quote checker as a page, as CSV and as JSON."""

import csv
import io

from tests.web.conftest import fresh, open_site

SAID = "The harbour must stay public."


def test_page_says_that_words_are_on_record_and_where(site, town):
    page = site.get("/check", params={"quote": SAID}).text

    assert "On record in these words" in page
    assert f"/statements/{town.statements[0].permalink}" in page
    assert "Ana Ruiz" in page


def test_page_marks_a_dropped_not_as_turning_the_meaning(tmp_path):
    shelf = fresh(tmp_path)
    words = "We will not build the harbour wall this year"
    article = shelf.article(f'Title\n"{words}," she said.')
    shelf.statement(article, words, speaker=shelf.speaker())
    client = open_site(shelf.archive())

    page = client.get("/check", params={"quote": words.replace("not ", "")}).text

    assert "<h3>On record with differences that may turn the meaning</h3>" in page
    assert "turn the meaning</strong>" in page
    assert '<span class="differs">' in page


def test_page_shows_both_sides_whole_where_words_change_places(tmp_path):
    shelf = fresh(tmp_path)
    words = "walls are permanent while the sea is temporary"
    shelf.statement(shelf.article(f'Title\n"{words}," she said.'), words, speaker=shelf.speaker())
    client = open_site(shelf.archive())
    turned = "walls are temporary while the sea is permanent"

    page = client.get("/check", params={"quote": turned}).text
    answer = client.get("/api/v1/check", params={"quote": turned}).json()["checks"][0]
    small = client.get("/check", params={"quote": words.replace("are", "were")}).text

    assert "On record with differences that may turn the meaning" in page
    record = page.split("<dt>On record</dt>")[1].split("</dd>")[0]
    assert record.index("permanent</span> while the sea is") < record.index("temporary</span>")
    assert answer["verdict"] == "small-differences"
    assert [one["alters_meaning"] for one in answer["differences"]] == [True]
    assert "On record with small differences" in small


def test_page_never_accuses_and_says_what_was_searched(site):
    page = site.get("/check", params={"quote": "The moon is made of green cheese today"}).text

    assert "Not found in this archive" in page
    for word in ("false", "fake", "invented", "hallucin"):
        assert word not in page.lower()


def test_words_of_another_speaker_are_said_to_be(site):
    page = site.get("/check", params={"quote": SAID, "speaker": "Ben Okafor"}).text

    assert "On record, said by someone else" in page


def test_draft_is_checked_passage_by_passage_and_not_kept(site):
    draft = f"She said: “{SAID}” And later: “Nobody ever said these words here.”"

    answer = site.post("/check", data={"text": draft})

    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert "2 passages" in answer.text
    assert "On record in these words" in answer.text
    assert "Not found in this archive" in answer.text


def test_b20_csv_has_a_line_a_passage_and_no_formulas(site):
    draft = f"“{SAID}” “=cmd and three words” “@sum and three words”"

    answer = site.post("/check", data={"text": draft, "format": "csv"})
    lines = list(csv.reader(io.StringIO(answer.text)))

    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert len(lines) == 4
    assert lines[1][1] == "exact"
    assert lines[1][4].startswith("http://127.0.0.1:8000/statements/")
    assert lines[2][0] == "'=cmd and three words"
    assert lines[3][0] == "'@sum and three words"


def test_a_draft_pasted_where_a_quotation_belongs_is_read_as_one(site):
    said = {"quote": f"Ana Ruiz said: “{SAID}”"}
    page = site.get("/check", params=said).text

    assert "On record in these words" in page
    assert "each of them was checked" in page


def test_a_phrase_in_marks_makes_no_draft_of_a_quotation(site):
    said = {"quote": "Nobody said that the harbour “must stay” what it always was in this town."}
    page = site.get("/check", params=said).text

    assert "Not found in this archive" in page
    assert "each of them was checked" not in page


def test_draft_without_quotations_says_so(site):
    assert "No passage of" in site.post("/check", data={"text": "nothing quoted"}).text


def test_api_answers_the_contract(site, town):
    one = site.get("/api/v1/check", params={"quote": SAID}).json()["checks"][0]
    draft = site.post("/api/v1/check", json={"text": f"“{SAID}”"}).json()["checks"][0]

    for check in (one, draft):
        assert check["verdict"] == "exact"
        assert check["statement"]["id"] == town.statements[0].permalink
        assert check["statement"]["speaker"] == "Ana Ruiz"
        assert check["differences"] == []
        assert check["coverage"]
    assert site.get("/api/v1/check").status_code == 422
    assert site.post("/api/v1/check", json={"text": 3}).status_code == 422


def test_hostile_quotation_is_shown_as_text(site):
    for evil in ("<script>alert(1)</script> and more", '"><img src=x onerror=alert(1)>'):
        for page in (
            site.get("/check", params={"quote": evil, "speaker": evil}).text,
            site.post("/check", data={"text": f"“{evil} words here”"}).text,
        ):
            assert "<script>alert" not in page
            assert "<img src=x" not in page
