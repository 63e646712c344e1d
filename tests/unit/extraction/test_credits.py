"""The line under a quotation set apart says whose words it is."""

import pytest

from tests.unit.extraction.saying import outer

LED = "The council met on Monday, and the mayor said that it would vote.\n"


@pytest.mark.parametrize(
    ("under", "source"),
    [
        ("- Jane Roe.", "Jane Roe"),
        ("—Senator Jane Roe, speaking after the vote.", "Senator Jane Roe"),
    ],
)
def test_a_dash_and_a_name_under_a_quotation_are_its_credit(under: str, source: str) -> None:
    said = outer(f'{LED}"We waited for years. Now the bridge is safe."\n{under}\nIt opens in May.')
    assert said[-1].content == ("We waited for years. Now the bridge is safe.",)
    assert said[-1].source == source


def test_the_last_line_of_a_quotation_set_apart_is_its_credit() -> None:
    said = outer(
        f'{LED}"Nobody asked the town about the bridge.\nJane Roe, Bridge Committee."\nOn.'
    )
    assert said[-1].content == ("Nobody asked the town about the bridge.",)
    assert said[-1].source == "Jane Roe"


def test_a_sentence_under_a_quotation_is_no_credit() -> None:
    said = outer(f'{LED}"Nobody asked the town about the bridge."\nJane Roe left the hall early.')
    assert all(each.source != "Jane Roe" for each in said)
