"""What a web page says, what it states about itself, and what on it is not the article."""

import pytest

from app.errors import UnreadableDocument
from tests.costs import cpu_seconds

FIRST = (
    "The mayor of Lisbon, Maria Costa, said on Thursday that the harbour would stay in public "
    "hands for the whole of this generation."
)
SECOND = "“We will not sell one metre of the quay,” she <em>said</em> to reporters, “not now.”"
HEAD = """<title>Harbour stays public - The Daily Quay</title>
<meta property="og:site_name" content="The Daily Quay"><meta name="author" content="Ana Ruiz">
<link rel="canonical" href="https://quay.example/2011/harbour">
<meta property="article:published_time" content="2011-12-08T10:00:00+01:00">"""


def page(body: str, head: str = HEAD) -> str:
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">{head}</head><body>'
        f"<article><h1>Harbour stays public</h1><p>{FIRST}</p><p>{SECOND}</p>{body}</article>"
        "</body></html>"
    )


def test_the_main_text_comes_in_paragraphs_with_its_marks(read_one):
    document = read_one("a.html", page(""))

    assert f"\n\n{FIRST}\n\n" in document.text
    assert document.text.endswith("she said to reporters, “not now.”")
    assert document.reader == "html/1"


def test_what_the_page_states_is_taken_and_nothing_else(read_one):
    stated = read_one("a.html", page("")).metadata

    assert stated.headline == "Harbour stays public"
    assert (stated.outlet, stated.byline) == ("The Daily Quay", "Ana Ruiz")
    assert (stated.published, stated.language) == ("2011-12-08", "en-GB")
    assert stated.url == "https://quay.example/2011/harbour"


def test_a_page_that_states_nothing_has_no_outlet_date_or_address(read_one):
    stated = read_one("a.html", page("<p>He spoke of May 2009 too.</p>", head="")).metadata

    assert (stated.outlet, stated.published, stated.url, stated.byline) == (None,) * 4


def test_an_address_that_is_a_script_is_no_address(read_one):
    head = '<link rel="canonical" href="javascript:alert(1)">'

    assert read_one("a.html", page("", head)).metadata.url is None


def test_content_tells_a_page_whatever_its_name(read_one):
    assert read_one("a.txt", page("")).reader == "html/1"


def test_a_page_in_the_encoding_it_declares_is_decoded_by_it(read_one):
    russian = page(f"<p>{'Министр заявил, что переговоры не дали результатов. ' * 5}</p>")
    content = russian.replace("utf-8", "windows-1251").replace("“", '"').replace("”", '"')

    assert "Министр заявил" in read_one("a.html", content.encode("cp1251")).text


def test_a_sidecar_goes_before_what_the_page_says(read_one, tmp_path):
    (tmp_path / "a.json").write_text('{"published": "2011-12-07"}')
    stated = read_one("a.html", page("")).metadata

    assert (stated.published, stated.outlet) == ("2011-12-07", "The Daily Quay")


def test_a_break_after_a_finished_sentence_parts_paragraphs(read_one):
    words = "A sentence stops here.<br>“Another begins,” he said of the plan for the quay."
    text = read_one("a.html", page(f"<p>{words}</p>")).text

    assert words.replace("<br>", "\n\n") in text


def test_a_break_within_a_sentence_is_a_blank(read_one):
    text = read_one("a.html", page("<p>“We will never sell<br>the quay,” he told us.</p>")).text

    assert "“We will never sell the quay,” he told us." in text


def test_b16_an_escaped_tag_comes_out_as_the_text_it_is(read_one):
    text = read_one(
        "a.html", page("<p>He wrote &lt;script&gt;alert(1)&lt;/script&gt; here.</p>")
    ).text

    assert "He wrote <script>alert(1)</script> here." in text


@pytest.mark.parametrize(
    "body",
    [
        "{}<!-- <p>{}</p> -->",
        "<div hidden><p>{}</p></div>",
        '<p style="display: none">{}</p>',
        '<div aria-hidden="true"><p>{}</p></div>',
        '<aside class="sidebar"><p>{}</p></aside>',
        '<div id="cookie-banner" class="cookie-notice"><p>{}</p></div>',
        '<div class="comments" id="comments"><p>{}</p></div>',
        "<template><p>{}</p></template>",
        "<noscript><p>{}</p></noscript>",
    ],
)
def test_b30_a_quotation_outside_the_article_is_not_extracted(read_one, body):
    words = "“I said this somewhere else entirely,” said a man who is not in the article."
    document = read_one("a.html", page(body.replace("{}<!--", "<!--").format(words)))

    assert "somewhere else" not in document.text
    assert FIRST in document.text


@pytest.mark.parametrize(
    "body",
    ["<div>" * 20_000 + "deep", "<p " + " ".join(f"a{n}=1" for n in range(200_000)) + ">wide</p>"],
    ids=["nested", "attributes"],
)
def test_b28_a_hostile_page_is_refused_in_bounded_time(read, body):
    problems = []
    took = cpu_seconds(lambda: problems.extend(read("a.html", f"<html><body>{body}")))

    assert [type(problem) for problem in problems] == [UnreadableDocument]
    assert took < 10  # without a bound it takes minutes


def test_b29_paragraphs_that_were_collapsed_are_told_in_a_warning(read_one):
    same = "<p>The minister said that this paragraph is the same as all of the others.</p>" * 2_000
    document = read_one("a.html", f"<html><body><article>{same}</article></body></html>")

    assert document.dropped > 0.9
    assert any("dropped 99 % of the words" in warning for warning in document.warnings)


def test_a_page_that_was_read_whole_has_no_warning(read_one):
    document = read_one("a.html", page(""))

    assert document.warnings == ()
    assert document.dropped < 0.1
