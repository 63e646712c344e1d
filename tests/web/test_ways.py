"""The search as a form: its boxes make the query that could have been typed."""

from __future__ import annotations

import pytest

from app.web.composing import composed


@pytest.mark.parametrize(
    ("boxes", "query"),
    [
        ({"all": " harbour  wall "}, "harbour  wall"),
        ({"phrase": "stay “public”"}, '"stay public"'),
        ({"any": "harbour port"}, "(harbour OR port)"),
        ({"any": "harbour"}, "harbour"),
        ({"none": "ferry -gull"}, "-ferry -gull"),
        ({"speaker": 'ana "ruiz"', "place": "lisbon"}, 'speaker:"ana ruiz" place:"lisbon"'),
        ({"all": "wall", "none": "ferry", "unknown": "x"}, "wall -ferry"),
        ({"phrase": '"()"', "any": "  "}, ""),
    ],
)
def test_boxes_become_what_could_have_been_typed(boxes, query):
    assert composed(boxes) == query


def test_form_leads_to_the_search_it_makes(site):
    answer = site.get(
        "/search/form",
        params={"phrase": "stay public", "speaker": "ruiz", "from": "2011", "kind": ""},
    )

    assert answer.status_code == 303
    assert answer.headers["location"] == (
        "/search?q=%22stay+public%22+speaker%3A%22ruiz%22&from=2011"
    )
    assert "1 statement in 1 article" in site.get(answer.headers["location"]).text


def test_empty_form_is_shown_again_with_what_to_type_instead(site):
    page = site.get("/search/form?all=&phrase=+").text

    assert page.count('aria-describedby="hint-') == 9
    assert "&#34;harbour wall&#34;" in page
    assert 'href="/search/form"' in site.get("/search?q=harbour").text


def test_about_gives_a_bookmark_that_asks_for_the_article_in_front_of_a_reader(site):
    page = site.get("/about").text

    assert "javascript:location.href='http://127.0.0.1:8000/articles?url='+" in page
    assert 'href="javascript:' not in page
