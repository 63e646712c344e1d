"""Article text and queries are data from strangers, wherever they appear."""

import json
import re
from xml.etree import ElementTree

import pytest

from app.domain.quotations import SpeechKind
from tests.web.conftest import fresh, open_site

EVIL = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    '"><a href="javascript:alert(1)">x</a>',
    "{{7*7}} {% include 'base.html' %}",
    "</script><!-- \u2028\u2029 -->",
    "&lt;b&gt; & ]]>",
]
# What may never stand in a page that did not put it there itself.
LIVE = re.compile(
    r"<script>|<img src=x|<svg onload|href=\"javascript:|<b>|49 |</script><!--", re.IGNORECASE
)


@pytest.fixture(scope="module")
def evil(tmp_path_factory):
    """An archive whose every text is hostile."""
    shelf = fresh(tmp_path_factory.mktemp("evil"))
    words = [f"word {text} word" for text in EVIL]
    text = "Title\n" + "\n".join(f'"{word}," he said.' for word in words)
    everything = " ".join(EVIL)
    outlet = shelf.outlet(f"Outlet {everything}")
    outlet.slug = "evil-outlet"
    article = shelf.article(text, headline=everything, outlet=outlet, byline=everything,
                            url="javascript:alert(1)")  # fmt: skip
    speaker = shelf.speaker(f"Evil {everything}", aliases=[everything], description=everything)
    speaker.slug = "evil"
    event = shelf.event(f"Event {everything}", place=everything)
    event.slug = "evil-event"
    issue = shelf.issue(f"Issue {everything}", everything)
    issue.key = "evil-issue"
    for word in words:
        row = shelf.statement(article, word, speaker=speaker, event=event, office=everything,
                              place=everything, via=everything, said_reason=everything,
                              kind=SpeechKind.MIXED)  # fmt: skip
        shelf.on(row, issue, None)
    shelf.statement(article, words[0], speaker_printed=everything)
    client = open_site(shelf.archive())
    return client, article, row


ADDRESSES = [
    "/",
    "/search?q=word",
    "/search?q=word&type=article",
    "/speakers?name=evil",
    "/speakers/evil",
    "/statements/{s}",
    "/statements/{s}/history",
    "/statements/{s}/embed",
    "/articles",
    "/articles/{a}",
    "/events",
    "/events/evil-event",
    "/issues",
    "/issues/evil-issue",
    "/positions",
    "/outlets",
    "/outlets/evil-outlet",
    "/dates/2011/12",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_b16_b19_hostile_text_is_shown_as_text_on_every_page(evil, address):
    client, article, row = evil
    page = client.get(address.format(s=row.permalink, a=article.permalink))

    assert page.status_code == 200
    body = re.sub(r'<script type="application/ld\+json">.*?</script>', "", page.text)
    assert not LIVE.search(body), LIVE.search(body)
    assert "onerror=alert" not in re.sub(r"&lt;.*?&gt;", "", body)


@pytest.mark.parametrize("text", EVIL)
def test_b16_hostile_query_is_shown_as_text(site, text):
    for address in ("/search", "/speakers"):
        page = site.get(address, params={"q": text, "name": text, "speaker": text, "from": text})
        assert page.status_code == 200
        assert not LIVE.search(page.text)


def test_b16_hostile_path_is_shown_as_text(site):
    page = site.get("/<script>alert(1)</script>")

    assert page.status_code == 404
    assert "<script>alert" not in page.text


def test_b17_json_ld_cannot_end_its_script_and_reads_back_as_it_was(evil):
    client, article, row = evil
    for address in (f"/statements/{row.permalink}", f"/articles/{article.permalink}",
                    "/speakers/evil", "/events/evil-event"):  # fmt: skip
        page = client.get(address).text
        blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
        assert len(blocks) == 1
        assert not set("<>&\u2028\u2029") & set(blocks[0])
        data = json.loads(blocks[0])
        assert "<script>" in json.dumps(data) or "&lt;b&gt;" in json.dumps(data)


def test_b18_b53_feeds_are_well_formed_whatever_stands_in_the_text(evil):
    client, _, row = evil
    for address in ("/feed.atom", "/search/feed.atom?q=word", "/speakers/evil/feed.atom",
                    "/events/evil-event/feed.atom", "/issues/evil-issue/feed.atom",
                    "/outlets/evil-outlet/feed.atom", "/articles/feed.atom",
                    f"/statements/{row.permalink}/feed.atom", "/sitemap.xml",
                    "/sitemaps/statements-0.xml", "/opensearch.xml"):  # fmt: skip
        answer = client.get(address)
        assert answer.status_code == 200
        tree = ElementTree.fromstring(answer.text)
        assert not [one for one in tree.iter() if one.tag.endswith("script")]


def test_b53_control_characters_in_text_leave_feeds_valid(tmp_path):
    shelf = fresh(tmp_path)
    words = "bell \x07 and escape \x1b and \ufffe end"
    article = shelf.article(f'Title\n"{words}," he said.')
    row = shelf.statement(article, words, speaker=shelf.speaker())
    client = open_site(shelf.archive())

    tree = ElementTree.fromstring(client.get("/feed.atom").text)
    text = " ".join(tree.itertext())

    assert "bell \ufffd and escape \ufffd and \ufffd end" in text
    assert client.get(f"/statements/{row.permalink}").status_code == 200
    assert client.get(f"/api/v1/statements/{row.permalink}").json()["text"] == words


def test_b19_snippet_of_the_api_has_no_markup_but_the_marks(evil):
    client, *_ = evil
    results = client.get("/api/v1/search?q=word").json()["results"]

    assert results
    for result in results:
        left = result["snippet"].replace("<mark>", "").replace("</mark>", "")
        assert "<" not in left
        assert ">" not in left
        assert "<mark>word</mark>" in result["snippet"]


def test_b16_address_of_a_publisher_that_runs_a_script_is_no_link(evil):
    client, article, row = evil
    for address in (f"/articles/{article.permalink}", f"/statements/{row.permalink}"):
        assert 'href="javascript:' not in client.get(address).text


def test_b51_citations_of_hostile_text_are_one_record_each(tmp_path):
    shelf = fresh(tmp_path)
    words = "a {b} 100% & c_d #1 \\ ~ ^ $"
    article = shelf.article(f'Title\n"{words}," he said.', headline="Head\nTY  - BOOK\nER  - \n")
    row = shelf.statement(article, words, speaker=shelf.speaker("X {Y} & Z"))
    link = f"/statements/{row.permalink}"
    client = open_site(shelf.archive())

    ris = client.get(f"{link}/citation.ris").text
    bib = client.get(f"{link}/citation.bib").text

    assert [line[:6] for line in ris.split("\r\n") if line.startswith(("TY", "ER"))] == [
        "TY  - ",
        "ER  - ",
    ]
    assert ris.endswith("ER  - \r\n")
    assert r"a \{b\} 100\% \& c\_d \#1" in bib
    assert bib.count("@misc{") == 1
    opened = re.sub(r"\\[{}]", "", bib)
    assert opened.count("{") == opened.count("}")


def test_b8_bidi_overrides_in_a_name_are_isolated(tmp_path):
    shelf = fresh(tmp_path)
    article = shelf.article('Title\n"A wall is due," he said.')
    name = "\u202eevil"
    row = shelf.statement(article, "A wall is due,", speaker_printed=f"an {name} official")
    page = open_site(shelf.archive()).get(f"/statements/{row.permalink}").text

    assert f"<bdi>An {name} official</bdi>" in page
