"""What a speaker's page tells of them elsewhere, and their picture."""

from __future__ import annotations

import json
import re

import pytest

from tests.web.conftest import fresh, open_site

JPEG = b"\xff\xd8\xff\xe0" + b"0" * 100
PROFILE = {
    "wikidata": "Q58217",
    "isni": "000000012103268X",
    "homepage": "https://www.ruiz.example/",
    "picture": "ana.jpg",
    "credit": "Ben Roe, CC BY",
}


@pytest.fixture
def client(tmp_path):
    pictures = tmp_path / "knowledge" / "pictures"
    pictures.mkdir(parents=True)
    (pictures / "ana.jpg").write_bytes(JPEG)
    (tmp_path / "knowledge" / "secret.jpg").write_bytes(JPEG)
    shelf = fresh(tmp_path, knowledge_dir=tmp_path / "knowledge")
    shelf.speaker("Ana Ruiz", profile=PROFILE)
    shelf.speaker("Ben Roe")
    shelf.speaker("Cy Ode", profile={"picture": "gone.jpg", "credit": "nobody"})
    shelf.speaker("Di Voe", profile={"picture": "../secret.jpg", "credit": "nobody"})
    return open_site(shelf.archive())


def test_page_shows_the_picture_with_its_credit_and_where_else_they_are_told_of(client):
    page = client.get("/speakers/ana-ruiz").text

    assert '<img src="/speakers/ana-ruiz/picture" alt="Ana Ruiz" width=' in page
    assert "Ben Roe, CC BY</figcaption>" in page
    assert 'href="https://www.wikidata.org/wiki/Q58217" rel="external">Wikidata</a> Q58217' in page
    assert 'href="https://isni.org/isni/000000012103268X"' in page
    assert "0000 0001 2103 268X" in page
    assert 'href="https://www.ruiz.example/" rel="external">Own site</a> ruiz.example' in page
    data = json.loads(re.search(r"ld\+json\">(.*?)</script>", page, re.S)[1])
    assert "https://www.wikidata.org/wiki/Q58217" in data["sameAs"]
    assert data["image"].endswith("/speakers/ana-ruiz/picture")


def test_page_of_a_speaker_nobody_told_more_of_has_none_of_it(client):
    page = client.get("/speakers/ben-roe").text

    assert "<img" not in page
    assert "Elsewhere:" not in page


def test_picture_is_served_with_its_type(client):
    answer = client.get("/speakers/ana-ruiz/picture")

    assert answer.content == JPEG
    assert answer.headers["content-type"] == "image/jpeg"
    assert "max-age" in answer.headers["cache-control"]


@pytest.mark.parametrize("slug", ["ben-roe", "cy-ode", "di-voe", "nobody"])
def test_where_there_is_no_picture_there_is_none_to_ask_for(client, slug):
    assert client.get(f"/speakers/{slug}/picture").status_code == 404


def test_json_tells_the_same(client):
    record = client.get("/api/v1/speakers/ana-ruiz").json()

    assert record["elsewhere"][1] == {
        "name": "Wikidata",
        "told": "Q58217",
        "url": "https://www.wikidata.org/wiki/Q58217",
    }
    assert record["picture"] == {"url": "/speakers/ana-ruiz/picture", "credit": "Ben Roe, CC BY"}
