"""Who can say something: people and bodies, known or not, but no happening."""

import pytest

from tests.unit.extraction.saying import only, outer


@pytest.mark.parametrize("speaker", ["The violinist", "The harbourfolk"])
def test_people_whom_no_list_knows_can_speak(speaker: str) -> None:
    assert only(f"{speaker} denounced the plan for the port.").content == ("the plan for the port",)


@pytest.mark.parametrize("thing", ["The rise", "The settlement", "The shortage", "The strike vote"])
def test_happenings_state_nothing(thing: str) -> None:
    assert outer(f"{thing} signaled a change in the town.") == []
