"""Who answers in an interview that has letters for names."""

from app.domain.gazetteer import EMPTY
from app.extraction.pipeline import extract
from tests.unit.extraction.telling import article

_TALK = "Q: Is it late?\nA: It is not late at all.\nQ: Will it be?\nA: We shall see in May."


def _answers(lead: str) -> list[str | None]:
    told = extract(article(f"{lead}\n{_TALK}"), EMPTY, "sm").quotations
    return [q.attribution.name for q in told if q.rule == "label: question and answer"]


def test_the_person_whom_the_lead_is_about_answers():
    answers = _answers("Maria Lindqvist runs the port. Lindqvist spoke with us on Monday.")

    assert answers == [None, "Maria Lindqvist", None, "Maria Lindqvist"]


def test_nobody_answers_where_the_lead_is_about_two():
    assert set(_answers("Maria Lindqvist and Lars Nygaard run the port.")) == {None}


def test_nobody_answers_where_nobody_was_named():
    assert set(_answers("The head of the port spoke with us on Monday.")) == {None}
