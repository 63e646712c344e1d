"""What "he" and "she" tell of names."""

import pytest

from app.domain.gazetteer import EMPTY
from app.extraction.casting import build_cast
from app.extraction.genders import learn_genders
from app.extraction.mentions import find_names
from app.extraction.syntax import analyse
from tests.unit.extraction.telling import article


def gender(text: str, name: str) -> str | None:
    analysis = analyse(article(text), "rules")
    cast = build_cast(analysis, find_names(analysis, EMPTY, ()), EMPTY)
    learn_genders(analysis, cast)
    return next(figure.gender for figure in cast.figures if figure.name == name)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mayor Qwertz raised her hand.", "f"),
        ("Mayor Qwertz came. He sat down.", "m"),
        ("Mayor Qwertz came and the others left.", None),
        ("Mayor Qwertz met Mayor Asdfgh at her house.", None),
        ("Mayor Qwertz raised his hand. Mayor Qwertz raised her hand.", None),
    ],
)
def test_a_pronoun_tells_the_gender_only_where_it_can_mean_one_person(text, told):
    assert gender(text, "Qwertz") == told


def test_a_given_name_that_tells_is_not_overruled():
    assert gender("Maria Qwertz saw that he had left.", "Maria Qwertz") == "f"


def test_a_title_that_is_no_form_of_address_leaves_the_given_name_to_tell():
    assert gender("Deputy Mayor Maria Qwertz saw that he had left.", "Maria Qwertz") == "f"


def test_whom_somebody_backs_tells_nothing_of_who_does():
    text = "Mayor Qwertz backed her up in an interview."
    analysis = analyse(article(text), "sm")
    cast = build_cast(analysis, find_names(analysis, EMPTY, ()), EMPTY)

    learn_genders(analysis, cast)

    assert [figure.gender for figure in cast.figures] == [None]


def test_a_family_name_that_comes_first_tells_nothing():
    assert gender("Lu Qwertz came. The others left.", "Lu Qwertz") is None
