import pytest

from app.errors import NotFound
from app.services import sitemaps
from tests.factories import Shelf


def test_b53_more_addresses_than_a_sitemap_holds_are_split_and_none_is_lost(tmp_path, monkeypatch):
    monkeypatch.setattr(sitemaps, "PART", 10)
    shelf = Shelf(tmp_path)
    article = shelf.article("Title\n" + "\n".join(f"Words {n}." for n in range(35)))
    made = {shelf.statement(article, f"Words {n}.").permalink for n in range(35)}
    archive = shelf.archive(index=False)

    parts = [one for one in sitemaps.sitemap_parts(archive) if "/statements-" in one]
    held = [sitemaps.addresses_in(archive, "statements", n) for n in range(len(parts))]

    assert len(parts) == 4
    assert max(map(len, held)) <= 10
    assert {one.rsplit("/", 1)[-1] for part in held for one in part} == made
    assert sum(map(len, held)) == 35


def test_b53_a_part_holds_no_more_than_the_protocol_allows():
    assert sitemaps.PART <= 50_000


@pytest.mark.parametrize(
    ("kind", "part"), [("nothing", 0), ("statements", 1), ("articles", 7), ("statements", 10**9)]
)
def test_sitemap_there_is_not_is_not_found(tmp_path, kind, part):
    archive = Shelf(tmp_path).archive(index=False)

    with pytest.raises(NotFound):
        sitemaps.addresses_in(archive, kind, part)


def test_sitemap_of_an_empty_archive_is_listed_and_empty(tmp_path):
    archive = Shelf(tmp_path).archive(index=False)

    assert "/sitemaps/statements-0.xml" in sitemaps.sitemap_parts(archive)
    assert sitemaps.addresses_in(archive, "statements", 0) == []
