"""What a request costs: searches and filtered lists more than pages of one record."""

import pytest

from app.web.costs import FREE, HEAVIEST, HEAVY, LIGHT, cost_of


@pytest.mark.parametrize(
    ("path", "query", "cost"),
    [
        ("/statements/abc", b"", LIGHT),
        ("/speakers/ana-ruiz", b"", LIGHT),
        ("/speakers/ana-ruiz", b"page=2", LIGHT),
        ("/articles/abc", b"part=3", LIGHT),
        ("/speakers", b"letter=R", LIGHT),
        ("/nothing", b"", LIGHT),
        ("/check", b"", LIGHT),
        ("/api/v1/speakers/ana-ruiz", b"", LIGHT),
        ("/search", b"", HEAVY),
        ("/statements/abc/card.png", b"", HEAVY),
        ("/search", b"q=harbour", HEAVY),
        ("/search/feed.atom", b"q=harbour", HEAVY),
        ("/api/v1/search", b"q=harbour", HEAVY),
        ("/speakers/ana-ruiz", b"issue=wall", HEAVY),
        ("/speakers/ana-ruiz", b"page=2&issue=wall", HEAVY),
        ("/check", b"quote=the+harbour", HEAVIEST),
        ("/api/v1/check", b"quote=the+harbour", HEAVIEST),
        ("/healthz", b"", FREE),
        ("/readyz", b"x=1", FREE),
        ("/static/site-123.css", b"", FREE),
        ("/statically", b"", LIGHT),
    ],
)
def test_cost_of_an_address(path, query, cost):
    assert cost_of("GET", path, query) == cost


def test_a_quotation_that_is_sent_costs_as_much_as_one_in_the_address():
    assert cost_of("POST", "/check", b"") == HEAVIEST
