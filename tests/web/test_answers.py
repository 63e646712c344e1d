"""What holds of every answer, whatever was asked."""

import pytest

ADDRESSES = [
    "/",
    "/search?q=harbour",
    "/speakers",
    "/about",
    "/feed.atom",
    "/healthz",
    "/robots.txt",
    "/sitemap.xml",
    "/opensearch.xml",
    "/api/v1/statements",
    "/api/v1/openapi.json",
    "/nothing-here",
    "/statements/0000000000",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_answer_sets_a_cookie(site, address):
    assert "set-cookie" not in site.get(address).headers


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_names_its_type_and_text_its_charset(site, address):
    kind, _, parameters = site.get(address).headers["content-type"].partition(";")
    # JSON is UTF-8 by its standard, and XML names its encoding in its first line.
    if kind.startswith("text/"):
        assert "charset=utf-8" in parameters.lower(), kind
