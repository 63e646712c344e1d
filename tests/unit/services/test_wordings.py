from hypothesis import given, settings
from hypothesis import strategies as st

from app.services.wordings import differing


def marked(shown: str, other: str) -> list[str]:
    return [piece.text.strip() for piece in differing(shown, other) if piece.matched]


def test_words_that_another_report_adds_or_changes_are_marked():
    assert marked("we will never agree", "we will agree") == []
    assert marked("we will agree", "we will never agree") == ["never"]
    assert marked("a sectoral approach", "a joint approach") == ["joint"]


def test_case_marks_and_punctuation_make_no_difference():
    assert marked("We will, agree.", "“we will agree”") == []


@settings(deadline=None)  # a busy machine is no fault
@given(st.text("ab c\n", max_size=60), st.text("ab c\n", max_size=60))
def test_pieces_join_up_to_the_other_wording(shown, other):
    assert "".join(piece.text for piece in differing(shown, other)) == other
