"""Descriptions of people taken apart."""

import pytest

from app.domain.callings import read_calling


@pytest.mark.parametrize(
    ("phrase", "noun", "kind"),
    [
        ("a farmer from Ohio", "farmer", "lay"),
        ("the mayor of Leeds", "mayor", "public"),
        ("truck driver in Iowa", "driver", "lay"),
        ("Boston Mayor", "mayor", "public"),
        ("Sen", "senator", "public"),
        ("D-Calif", "member of congress", "public"),
        ("goalkeeper for Brazil", "goalkeeper", "sport"),
        ("professor of law at Yale", "professor", "science"),
    ],
)
def test_the_noun_at_the_head_says_what_somebody_is(phrase: str, noun: str, kind: str) -> None:
    found = read_calling(phrase)

    assert found is not None
    assert (found.noun, found.kind) == (noun, kind)


@pytest.mark.parametrize(
    "phrase",
    [
        "candidate for governor",  # people of every calling are
        "leads Vermont Sen. Bernie Sanders by",  # another person was taken along
        "Mayor Jane Roe to abandon city contracts",
        "husband",
        "",
    ],
)
def test_what_tells_no_calling_of_its_own_is_none(phrase: str) -> None:
    assert read_calling(phrase) is None


def test_states_and_names_of_bodies_are_found_and_who_is_told_along_is_not() -> None:
    found = read_calling("nurse at Mercy Hospital in Ohio and a supporter of Governor Roe")

    assert found is not None
    assert found.states == {"Ohio"}
    assert found.names == {"mercy", "hospital", "ohio"}
