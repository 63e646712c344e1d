"""An article's page: whose statements are marked, how it is cited, what it is called."""

import re

import pytest

from app.models.article import ArticleRevision
from tests.web.conftest import fresh, open_site


def test_untitled_articles_of_one_outlet_are_told_apart_by_their_first_words(tmp_path):
    shelf = fresh(tmp_path)
    post = shelf.outlet()
    shelf.article("The harbour was shut on Monday.\nMore.", headline=None, outlet=post)
    shelf.article("A wall is to be built, the mayor said.", headline=None, outlet=post)
    site = open_site(shelf.archive())

    page = site.get("/articles").text

    assert "Untitled: The harbour was shut on Monday …" in page
    assert "Untitled: A wall is to be built, the mayor …" in page


def test_one_speakers_statements_alone_are_marked_where_asked(site, town):
    address = f"/articles/{town.article.permalink}"
    whole, hers = site.get(address).text, site.get(f"{address}?by=ben-okafor").text

    assert f"{address}?by=ben-okafor" in whole
    assert 'id="s1"' in whole
    assert 'id="s1"' not in hers
    assert 'id="s3"' in hers
    assert "Only these are marked" in hers
    assert "noindex" in hers
    assert f'<link rel="canonical" href="http://127.0.0.1:8000{address}">' in hers


@pytest.mark.parametrize("by", ["ben-okafor", "ana-ruiz"])
def test_where_one_speaker_is_marked_no_link_leads_to_what_is_not_there(site, town, by):
    address = f"/articles/{town.article.permalink}"
    page = site.get(f"{address}?by={by}").text

    ids = re.findall(r' id="([^"]+)"', page)
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
    assert len(ids) == len(set(ids))
    assert ("ben-okafor" in by) == (f'<a href="{address}#s1">Ana Ruiz</a>' in page)
    assert ("ana-ruiz" in by) == (f'<a href="{address}#s3">Ben Okafor</a>' in page)


def test_speaker_whom_the_article_does_not_hold_marks_nothing_and_says_so(site, town):
    page = site.get(f"/articles/{town.article.permalink}?by=no-such").text

    assert "Nothing of this speaker is marked here" in page
    assert 'class="says' not in page


def test_name_above_an_article_jumps_to_the_first_statement(site, town):
    page = site.get(f"/articles/{town.article.permalink}").text

    assert '<a href="#s1">Ana Ruiz</a>' in page
    assert '<a href="#s3">Ben Okafor</a>' in page


@pytest.mark.parametrize("kind", ["bib", "ris", "json"])
def test_article_is_cited_as_a_file_too(site, town, kind):
    answer = site.get(f"/articles/{town.article.permalink}/citation.{kind}")

    assert answer.status_code == 200
    assert "Harbour to stay open" in answer.text
    assert f"{town.article.permalink}.{kind}" in answer.headers["content-disposition"]


def test_article_page_shows_its_citations(site, town):
    page = site.get(f"/articles/{town.article.permalink}").text

    assert "The Harbour Post. (2011, December 8). Harbour to stay open." in page
    assert site.get(f"/articles/{town.article.permalink}/citation.doc").status_code == 404


def test_what_contradicts_a_date_stands_apart_and_is_told_at_the_date(tmp_path):
    shelf = fresh(tmp_path)
    against = '"President Ruiz": in office 1993 to 2001'
    reason = f'"2015" is past; against it: {against}'
    article = shelf.article("Harbour\nIt stays open.", published_reason=reason)
    statement = shelf.statement(
        article,
        "It stays open.",
        said_reason=reason,
        office="President",
        office_reason="printed with the name; the known tenure does not fit the day: 1993 to 2001",
    )
    site = open_site(shelf.archive())
    of_article = site.get(f"/articles/{article.permalink}").text
    of_statement = site.get(f"/statements/{statement.permalink}").text

    told = "<b>Against it:</b> &#34;President Ruiz&#34;: in office 1993 to 2001"
    assert told in of_article
    assert '<a href="#source">sources disagree</a>' in of_article
    assert told in of_statement
    assert '<a href="#how-date">sources disagree</a>' in of_statement
    assert "<b>Against it:</b> the known tenure does not fit the day: 1993 to 2001" in of_statement


def test_statement_leads_to_those_before_and_after_it_in_its_article(site, town):
    first, second, third = (one.permalink for one in town.statements[:3])
    page = site.get(f"/statements/{second}").text

    assert f'<a href="/statements/{first}">Statement before this in the article</a>' in page
    assert f'<a href="/statements/{third}">Statement after this in the article</a>' in page
    assert "before this in the article" not in site.get(f"/statements/{first}").text


def changed_article(tmp_path, **settings):
    """A site whose one article said something else before."""
    shelf = fresh(tmp_path, **settings)
    before = shelf.article("Harbour\nIt is shut.")
    now = shelf.article("Harbour\nIt is not shut.")
    now.revision = 2
    shelf.add(now)
    shelf.add(
        ArticleRevision(
            permalink=now.permalink,
            number=1,
            document_id=before.document_id,
            start=before.start,
            end=before.end,
            reason="the source was changed",
        )
    )
    return open_site(shelf.archive()), now.permalink


def test_article_that_changed_shows_what_was_put_in(tmp_path):
    site, link = changed_article(tmp_path)
    page = re.sub(
        r'<span class="unseen">.*?</span>', "", site.get(f"/articles/{link}/history").text
    )

    assert f'href="/articles/{link}/history"' in site.get(f"/articles/{link}").text
    assert "It is <ins>not </ins>shut." in page
    assert "Replaced because the source was changed" in page
    assert page.count("<h2") == 3  # two versions, and the keys


def test_history_shows_no_words_where_only_extracts_may_be_shown(tmp_path):
    site, link = changed_article(tmp_path, full_text="extract")
    page = site.get(f"/articles/{link}/history").text

    assert "It is" not in page
    assert "Only extracts of articles are shown here" in page


def test_article_that_never_changed_says_so(site, town):
    page = site.get(f"/articles/{town.article.permalink}/history").text

    assert "has not changed since it was first read" in page
    assert site.get("/articles/a999999999/history").status_code == 404


def test_original_names_its_copies_and_a_copy_names_its_original(tmp_path):
    shelf = fresh(tmp_path)
    first = shelf.article("Harbour\nIt is open.", outlet=shelf.outlet("The Harbour Post"))
    again = shelf.article("Harbour\nIt is open.", outlet=shelf.outlet("The Quay"))
    again.copy_of_id, again.copy_reason = first.id, "the same words"
    shelf.add(again)
    site = open_site(shelf.archive())

    original = site.get(f"/articles/{first.permalink}").text
    copy = site.get(f"/articles/{again.permalink}").text

    assert "1 copy of it in this archive" in original
    assert re.search(f'href="/articles/{again.permalink}">[^<]+</a>, The Quay', original)
    assert f'A copy of <a href="/articles/{first.permalink}"' in copy
    assert "of it in this archive" not in copy


@pytest.mark.parametrize(
    "asked",
    [
        "https://paper.example/harbour",
        "http://www.paper.example/harbour/",
        "https://PAPER.example/harbour?utm_source=x&utm_medium=y#top",
        "  https://paper.example/harbour ",
    ],
)
def test_article_is_found_by_its_address_at_the_publishers(tmp_path, asked):
    shelf = fresh(tmp_path)
    article = shelf.article("Harbour\nIt is open.", url="https://paper.example/harbour")
    shelf.article("Harbour\nIt is shut.", url="https://paper.example/other")

    answer = open_site(shelf.archive()).get("/articles", params={"url": asked})

    assert (answer.status_code, answer.headers["location"]) == (
        303,
        f"/articles/{article.permalink}",
    )


@pytest.mark.parametrize(
    "asked", ["https://paper.example/none", "harbour", "http://[", "javascript:alert(1)", "<b>"]
)
def test_address_of_no_article_is_said_to_be_none(site, asked):
    answer = site.get("/articles", params={"url": asked})

    assert answer.status_code == 200
    assert "has read no article at" in answer.text
    assert "<b></bdi>" not in answer.text


def test_archived_copies_are_looked_for_about_the_day_of_publication(tmp_path):
    shelf = fresh(tmp_path)
    url = "https://post.example/wall?id=1"
    words = "The harbour wall must hold"
    dated = shelf.article(f"Title\n{words}.", url=url)
    undated = shelf.article(f"Title\n{words}!", url=url, published=None)
    nowhere = shelf.article(f"Title\n{words}?")
    said = shelf.statement(dated, words)
    client = open_site(shelf.archive())

    day, every = f"https://web.archive.org/web/20111208/{url}", "https://web.archive.org/web/*/"
    assert f'href="{day}"' in client.get(f"/articles/{dated.permalink}").text
    assert f'href="{day}"' in client.get(f"/statements/{said.permalink}").text
    assert f'href="{every}{url}"' in client.get(f"/articles/{undated.permalink}").text
    page = client.get(f"/articles/{nowhere.permalink}").text
    assert "web.archive.org" not in page
    assert "belong to their author and publisher" in page
