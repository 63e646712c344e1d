"""People and offices from Popolo JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

from app.domain.gazetteer import Profile
from app.errors import KnowledgeError
from app.reading.popolo import Popolo, read_popolo


def read(**classes: Any) -> Popolo:
    return read_popolo(json.dumps(classes).encode(), "people.json")


ANA = {"id": "p1", "name": "Ana Ruiz"}
SENATE = {"id": "o1", "name": "Senate"}


def test_a_membership_makes_a_tenure_of_an_office_of_the_body() -> None:
    found = read(
        persons=[
            {**ANA, "other_names": [{"name": "A. Ruiz"}], "summary": "One line,\ntold twice."}
        ],
        organizations=[SENATE],
        memberships=[
            {"person_id": "p1", "organization_id": "o1", "role": "senator", "start_date": "2001"}
        ],
    )

    (person,) = found.people
    (held,) = found.memberships
    assert (person.aliases, person.description) == (("A. Ruiz",), "One line, told twice.")
    assert (held.speaker, held.office, held.title) == ("Ana Ruiz", "Senator of Senate", "Senator")
    assert held.start is not None
    assert (held.start.iso, held.end) == ("2001", None)


def test_classes_may_stand_inside_one_another() -> None:
    post = {"id": "x", "label": "President of the Senate", "memberships": [{"person_id": "p1"}]}

    found = read(persons=[ANA], organizations=[{**SENATE, "posts": [post]}])

    assert [one.office for one in found.memberships] == ["President of the Senate"]


@pytest.mark.parametrize(
    ("membership", "note"),
    [
        ({"id": "m", "person_id": "p9", "organization_id": "o1"}, '"m" names no person'),
        ({"id": "m", "person_id": "p1", "organization_id": "o9"}, '"m" names no organization'),
        (
            {
                "person_id": "p1",
                "organization_id": "o1",
                "start_date": "2005-01-01",
                "end_date": "2004-01-01",
            },
            "ends before it starts",
        ),
    ],
)
def test_what_points_at_nobody_or_cannot_be_is_left_out_and_said(
    membership: dict[str, str], note: str
) -> None:
    found = read(persons=[ANA], organizations=[SENATE], memberships=[membership])

    assert found.memberships == []
    assert note in found.notes[0]


def test_a_date_that_no_calendar_has_stays_open_and_is_said() -> None:
    member = {"person_id": "p1", "organization_id": "o1", "end_date": "2012-02-30"}

    found = read(persons=[ANA], organizations=[SENATE], memberships=[member])

    assert found.memberships[0].end is None
    assert 'end_date "2012-02-30" is no date' in found.notes[0]


def test_two_people_of_one_name_are_not_made_one() -> None:
    found = read(persons=[ANA, {"id": "p2", "name": "Ana Ruiz"}])

    assert len(found.people) == 1
    assert 'two people are named "Ana Ruiz"' in found.notes[0]


@pytest.mark.parametrize("content", [b"not json", b"[1]", b"{}", b'{"persons": 3}', b"\xff"])
def test_what_is_no_popolo_is_refused_in_one_sentence(content: bytes) -> None:
    with pytest.raises(KnowledgeError, match=r"people\.json: it .*give a Popolo file"):
        read_popolo(content, "people.json")


def test_numbers_that_others_give_a_person_are_kept() -> None:
    ours, theirs = {"scheme": "Wikidata", "identifier": "Q58217"}, {"scheme": "parlid"}

    (person,) = read(persons=[{**ANA, "identifiers": [ours, theirs, "p1"]}]).people

    assert person.profile == Profile(wikidata="Q58217")


def test_two_of_one_id_are_told_and_hold_nothing() -> None:
    found = read(
        persons=[ANA, {"id": "p1", "name": "Ben Okafor"}],
        organizations=[SENATE],
        memberships=[{"person_id": "p1", "organization_id": "o1", "role": "senator"}],
    )

    assert found.memberships == []
    assert any('"Ana Ruiz" and "Ben Okafor" have one id, "p1"' in note for note in found.notes)
    assert 'membership "1" names no person of this file' in found.notes


def test_a_membership_of_nobody_is_not_given_to_who_has_no_id() -> None:
    found = read(
        persons=[{"name": "Ana Ruiz"}],
        organizations=[SENATE],
        memberships=[{"organization_id": "o1", "role": "senator"}],
    )

    assert found.memberships == []


def test_another_name_in_the_wrong_form_is_said() -> None:
    found = read(persons=[{**ANA, "other_names": ["A. Ruiz", {"nome": "x"}, {"name": "Anna"}]}])

    assert found.people[0].aliases == ("Anna",)
    assert [note for note in found.notes if "A. Ruiz" in note]
    assert [note for note in found.notes if "nome" in note]
