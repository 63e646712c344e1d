"""Addresses of lists: with some fields changed, and with one left open."""

import pytest

from app.web.addresses import OpenAddress, with_query


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"q": "a wall & more"},
        {"speaker": ["ana-ruiz"]},
        {"q": "50%", "speaker": ["ana-ruiz", "ben"], "sort": "newest"},
        {"q": "wall", "speaker": "ana-ruiz", "year": ["2011"]},
        {"q": "wall", "speaker": None, "year": ""},
    ],
)
@pytest.mark.parametrize("value", ["ben-okafor", "a b", "é&=?#%", "2011"])
def test_an_open_address_is_filled_as_if_it_were_put_together_anew(query, value):
    held = query.get("speaker") or []
    values = [held] if isinstance(held, str) else held

    filled = OpenAddress.of("/search", query, "speaker").filled(value)

    assert filled == with_query("/search", query, speaker=[*values, value])


def test_fields_that_are_empty_or_taken_away_are_left_out():
    query = {"q": "wall", "year": ["2011", "2012"], "kind": ""}

    assert with_query("/search", query) == "/search?q=wall&year=2011&year=2012"
    assert with_query("/search", query, q=None, year=None) == "/search"
