"""The roles printed beside a name."""

import pytest

from tests.unit.extraction.telling import entities


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("They met Foreign Minister Pedro Almeida there.", "Foreign Minister"),
        ("They met campaign manager Pedro Almeida there.", "campaign manager"),
        ("Pedro Almeida, NATO Secretary General, left.", "NATO Secretary General"),
        ("Portugal's permanent envoy to NATO, Pedro Almeida, left.",
         "Portugal's permanent envoy to NATO"),
        ("Portuguese permanent representative to NATO Pedro Almeida left.",
         "Portuguese permanent representative to NATO"),
        ("Pedro Almeida, a spokesman for the agency, left.", "spokesman for the agency"),
        ("Pedro Almeida, 45, a nurse from Ohio, left.", "nurse from Ohio"),
        ("Pedro Almeida is the chairman of the board.", "chairman of the board"),
        ("Pedro Almeida, who heads the agency, left.", "heads the agency"),
        ("Pedro Almeida (R-Texas) left.", "R-Texas"),
    ],
)  # fmt: skip
def test_a_role_is_kept_as_printed(text, role):
    person = next(e for e in entities(text) if e.label == "PERSON")

    assert role in person.roles
    assert person.role_spans[person.roles.index(role)].of(text) == role


@pytest.mark.parametrize(
    "text",
    [
        "Pedro Almeida, Senator Ana Lopes and others left.",
        "Pedro Almeida, after the vote, left.",
        "The bridge that Pedro Almeida built fell.",
        "They told Pedro Almeida so.",
    ],
)
def test_words_beside_a_name_that_are_no_role_of_it_are_none(text):
    person = next(e for e in entities(text) if e.name == "Pedro Almeida")

    assert person.roles == ()
