"""A statement on other sites: its frame, its picture, and oEmbed, which tells of both."""

import io
from urllib.parse import quote

import pytest
from PIL import Image

from app.domain.quotations import SpeechKind
from app.web.picture import Caption, drawable, picture
from tests.web.conftest import fresh, open_site

HOME = "http://127.0.0.1:8000"


@pytest.fixture
def address(town):
    """The path of a statement's page."""
    return f"/statements/{town.statements[0].permalink}"


def test_frame_alone_may_stand_on_other_sites_and_runs_no_script(site, address):
    frame, page = site.get(f"{address}/embed"), site.get(address)

    assert "frame-ancestors *" in frame.headers["content-security-policy"]
    assert "script-src" not in frame.headers["content-security-policy"]
    assert "x-frame-options" not in frame.headers
    assert frame.headers["cross-origin-resource-policy"] == "cross-origin"
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
    assert page.headers["x-frame-options"] == "DENY"
    assert "<script" not in frame.text


def test_frame_shows_words_speaker_day_and_where_they_are_kept(site, address):
    frame = site.get(f"{address}/embed").text

    for words in ("The harbour must stay public.", "Ana Ruiz", "8 December 2011", "inferred"):
        assert words in frame
    assert f'href="{HOME}{address}"' in frame
    assert f'<link rel="canonical" href="{HOME}{address}">' in frame
    assert "noindex" in frame


def test_paraphrase_in_a_frame_is_called_one_and_has_no_marks(site, town):
    frame = site.get(f"/statements/{town.statements[3].permalink}/embed").text

    assert "Paraphrase" in frame
    assert "mark-open" not in frame


def test_statement_page_tells_programs_where_its_frame_and_picture_are(site, address):
    page = site.get(address).text

    asked = f"{HOME}/api/v1/oembed?url={quote(f'{HOME}{address}', safe='')}"
    assert (
        f'type="application/json+oembed" title="How to show this statement" href="{asked}"' in page
    )
    assert f'<meta property="og:image" content="{HOME}{address}/card.png">' in page
    assert site.get(asked.removeprefix(HOME)).status_code == 200


def test_oembed_gives_a_frame_within_the_size_asked_for(site, address):
    asked = {"url": f"{HOME}{address}", "maxwidth": 400, "maxheight": 300}
    told = site.get("/api/v1/oembed", params=asked).json()

    assert (told["version"], told["type"], told["width"]) == ("1.0", "rich", 400)
    assert told["height"] <= 300
    assert f'<iframe src="{HOME}{address}/embed" width="400"' in told["html"]
    assert told["author_name"] == "Ana Ruiz"
    assert told["thumbnail_url"] == f"{HOME}{address}/card.png"


def test_oembed_calls_a_statement_of_no_known_day_by_when_it_was_printed(site, town):
    asked = {"url": f"{HOME}/statements/{town.statements[4].permalink}"}
    title = site.get("/api/v1/oembed", params=asked).json()["title"]

    assert title.startswith("a harbour official, in print ")


@pytest.mark.parametrize(
    "url",
    ["https://elsewhere.example/statements/s000000002", f"{HOME}/speakers/ana-ruiz",
     f"{HOME}/statements/", "nonsense", f"{HOME}/statements/unknown123"],
)  # fmt: skip
def test_oembed_knows_nothing_of_other_addresses(site, url):
    answer = site.get("/api/v1/oembed", params={"url": url})

    assert answer.status_code == 404
    assert answer.json()["status"] == 404


def test_oembed_says_that_it_speaks_json_only(site, address):
    answer = site.get("/api/v1/oembed", params={"url": f"{HOME}{address}", "format": "xml"})

    assert answer.status_code == 400
    assert "JSON" in answer.json()["error"]


def test_b16_hostile_words_stay_words_in_the_frame_and_in_its_markup(tmp_path):
    shelf = fresh(tmp_path, site_name='"><script>alert(1)</script>')
    words = '<script>alert(1)</script> "><img src=x onerror=alert(1)>'
    row = shelf.statement(shelf.article(f"Title\n{words}"), words, speaker=shelf.speaker())
    site = open_site(shelf.archive())

    frame = site.get(f"/statements/{row.permalink}/embed").text
    asked = {"url": f"{HOME}/statements/{row.permalink}"}
    html = site.get("/api/v1/oembed", params=asked).json()["html"]

    assert "<script>" not in frame
    assert "<img" not in frame
    assert html.count("<") == 2  # the frame's own two tags
    assert html.count('"') % 2 == 0


def test_picture_is_a_png_of_the_size_that_links_are_shown_with(site, address):
    answer = site.get(f"{address}/card.png")

    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert Image.open(io.BytesIO(answer.content)).size == (1200, 630)
    assert len(answer.content) < 100_000


def test_b52_picture_of_ten_thousand_letters_is_one_picture():
    drawn = picture(Caption("We are here. " * 800, SpeechKind.DIRECT, "x" * 500, "y" * 500, "Site"))

    assert Image.open(io.BytesIO(drawn)).size == (1200, 630)
    assert drawn != picture(Caption("We are.", SpeechKind.DIRECT, "x", "y", "Site"))


@pytest.mark.parametrize(
    "words", ["x" * 10_000, "", "مرحبا بالعالم", "👋🎉", "a\x00b\u202ec", "”“", "\n\n"]
)
@pytest.mark.parametrize("kind", list(SpeechKind))
def test_b52_picture_is_drawn_whatever_the_words_are(words, kind):
    drawn = picture(Caption(words, kind, words, words, words))

    assert Image.open(io.BytesIO(drawn)).size == (1200, 630)


def test_b52_letters_without_a_shape_become_an_ellipsis_and_never_a_box():
    assert drawable("We agree 👋🎉 on this, Zoë said") == "We agree … on this, Zoë said"
    assert drawable("Привет, мир") == "…"


def test_picture_of_a_statement_that_is_gone_says_so(site):
    assert site.get("/statements/g000000001/card.png").status_code == 410
    assert site.get("/statements/unknown123/embed").status_code == 404
    assert site.get("/statements/m000000001/embed").status_code == 301
