import pytest

from tests.unit.extraction.saying import outer


@pytest.mark.parametrize(
    "text",
    [
        "The official asked not to be named because he was not allowed to speak.",
        "An aide, asking for anonymity, waited outside.",
        "The aide requested not to be quoted by name.",
        "The clerk asked that his name not be used.",
        "A diplomat who asked to remain anonymous waited outside.",
    ],
)
def test_asking_for_no_name_is_no_statement(text):
    assert outer(text) == []


def test_what_an_unnamed_source_says_is_a_statement():
    (said,) = outer("A diplomat, who asked not to be identified, said the talks had failed.")
    assert said.content == ("the talks had failed",)


def test_a_demand_with_not_keeps_its_not():
    (said,) = outer("The mayor asked not to be invited to the talks.")
    assert said.content == ("not to be invited to the talks",)
