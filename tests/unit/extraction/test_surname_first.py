"""Names that begin with the surname, as in China and Korea."""

import pytest

from tests.unit.extraction.telling import name_of


@pytest.mark.parametrize("given", ["Xi Jinping", "Xi Zhongxun"])
def test_a_surname_that_stands_first_is_short_for_the_name(given: str) -> None:
    text = f"President {given} spoke in Porto on Monday. “It stays,” Xi said."
    assert name_of(text, f"President {given}", "Xi") == given


def test_a_first_word_that_two_names_share_is_short_for_neither() -> None:
    text = "President Xi Jinping met Xi Zhongxun in Porto on Monday. “It stays,” Xi said."
    assert name_of(text, "President Xi Jinping", "Xi Zhongxun", "Xi") != "Xi Zhongxun"


def test_a_surname_of_somebody_else_is_not_the_first_word_of_another_name() -> None:
    text = "Mayor Ana Xi met President Xi Jinping on Monday. “It stays,” Xi said."
    assert name_of(text, "Mayor Ana Xi", "President Xi Jinping", "Xi") == "Ana Xi"
