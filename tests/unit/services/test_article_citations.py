import pytest

from app.domain.dates import DateBasis, DatePrecision
from app.schemas.article import ArticleRecord, Block
from app.schemas.common import DateShown, OutletRef
from app.services.article_citations import citation_files_of_article, citations_of_article
from tests.factories import day

ADDRESS = "https://archive.example/articles/a1"


def article(**more):
    """An article of the Post by Ana Ruiz."""
    on = day("2011-12-08")
    fields = {
        "id": "a1",
        "url": "/articles/a1",
        "headline": "Harbour to stay open",
        "outlet": OutletRef(name="The Post", url="/outlets/post"),
        "byline": "Ana Ruiz",
        "published": DateShown.of(on, on, DatePrecision.DAY, DateBasis.STATED, ""),
        "statement_count": 0,
        "document": "a.txt",
        "language": "en",
        "sha256": "0",
        "reader": "text",
        "ingested_at": "2026-01-01T00:00:00Z",
        "publisher_url": None,
        "dateline_place": None,
        "copy_of": None,
        "copy_reason": None,
        "headline_block": Block(runs=[], ending=[]),
        "blocks": [],
        "statements": [],
        "speakers": [],
        "whole": True,
    }
    return ArticleRecord(**{**fields, **more})


def cited(**more):
    return citations_of_article(article(**more), "Onrecord", ADDRESS)


def files(**more):
    return citation_files_of_article(article(**more), "Onrecord", ADDRESS)


def test_each_style_names_author_title_outlet_day_and_address():
    found = cited()

    assert found.apa == (
        f"Ruiz, A. (2011, December 8). Harbour to stay open. The Post. Onrecord. {ADDRESS}"
    )
    assert found.mla == (
        f"Ruiz, Ana. “Harbour to stay open.” The Post, 8 Dec. 2011. Onrecord, {ADDRESS}."
    )
    assert found.chicago == (
        f"Ana Ruiz, “Harbour to stay open,” The Post, December 8, 2011, Onrecord, {ADDRESS}."
    )


def test_outlet_stands_in_for_an_author_who_is_not_named():
    assert cited(byline=None).apa.startswith("The Post. (2011, December 8). Harbour")


def test_article_of_nobody_without_a_date_is_cited_by_its_title():
    unknown = DateShown.of(None, None, None, DateBasis.UNKNOWN, "")
    nobody = {"byline": None, "outlet": None, "published": unknown}
    found = files(**nobody)

    assert cited(**nobody).apa == f"Harbour to stay open. (n.d.). Onrecord. {ADDRESS}"
    assert "issued" not in found.csl
    assert "year" not in found.bibtex


@pytest.mark.parametrize("evil", ["}, author={X}", "%\\#&_", "a\nER  - \nTY  - BOOK"])
def test_b51_a_headline_cannot_add_a_field_or_a_record(evil):
    found = files(headline=evil, byline=evil)

    assert found.ris.count("\r\n") == 10  # one line for each field that holds something
    assert found.ris.count("ER  - \r\n") == 1
    assert found.bibtex.count("\n  ") == found.bibtex.count(" = {")
    assert found.bibtex.count("{") - found.bibtex.count("\\{") == (
        found.bibtex.count("}") - found.bibtex.count("\\}")
    )
