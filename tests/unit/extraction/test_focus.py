"""Who is in mind at each point of an article."""

from app.domain.quotations import SourceKind
from app.extraction.focus import (
    OTHER,
    SPEAKER,
    SUBJECT,
    THING,
    UNNAMED_SPEAKER,
    Focus,
    Referent,
)


def person(number: int, gender: str | None = None) -> Referent:
    return Referent(number, f"person {number}", gender, SourceKind.PERSON)


def test_the_speaker_outweighs_the_subject_and_the_subject_outweighs_others():
    focus = Focus()
    focus.note(person(1), SUBJECT, 1, "subject")
    focus.note(person(2), OTHER, 1, "other")
    assert focus.choose(None, 1).referent.figure == 1

    focus.note(person(3), SPEAKER, 1, "speaker")
    assert focus.choose(None, 1).referent.figure == 3


def test_what_was_said_long_ago_fades():
    focus = Focus()
    focus.note(person(1), SPEAKER, 1, "speaker")
    focus.note(person(2), OTHER, 4, "other")

    assert focus.choose(None, 4).referent.figure == 2


def test_nobody_of_the_other_gender_is_chosen():
    focus = Focus()
    focus.note(person(1, "m"), SPEAKER, 1, "speaker")

    assert focus.choose("f", 1) is None
    assert focus.choose("m", 1).referent.figure == 1


def test_the_margin_says_how_far_the_choice_is_ahead():
    focus = Focus()
    focus.note(person(1), SUBJECT, 1, "subject")
    alone = focus.choose(None, 1).margin
    focus.note(person(2), SUBJECT, 1, "subject")

    assert alone == 1.0
    assert focus.choose(None, 1).margin == 0.5


def test_they_are_a_group_before_they_are_a_person():
    focus = Focus()
    focus.note(person(1), SPEAKER, 1, "speaker")
    focus.note(Referent(None, "analysts", None, SourceKind.UNNAMED, plural=True), OTHER, 1, "named")

    assert focus.choose(None, 1, plural=True).referent.description == "analysts"


def test_it_is_a_body_and_never_a_person():
    focus = Focus()
    focus.note(person(1), SPEAKER, 1, "speaker")
    assert focus.choose("n", 1) is None

    focus.note(Referent(2, "the board", None, SourceKind.ORGANISATION), OTHER, 1, "named")
    assert focus.choose("n", 1).referent.figure == 2


def test_only_so_many_are_kept_in_mind():
    focus = Focus()
    for number in range(500):
        focus.note(person(number), SUBJECT, 1, "subject")

    assert len(focus.weights(1)) <= 41


def test_it_is_what_spoke_rather_than_the_body_it_spoke_of():
    report = Referent(None, "the report", THING, SourceKind.UNNAMED)
    body = Referent(1, "the agency", None, SourceKind.ORGANISATION)
    focus = Focus()
    focus.note(report, UNNAMED_SPEAKER, 1, "speaker")
    focus.note(body, SUBJECT, 1, "subject")

    assert focus.choose("n", 1).referent.description == "the report"
