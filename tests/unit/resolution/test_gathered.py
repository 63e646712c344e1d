"""Who is quoted from the summit or the hearing that a report leads with."""

from __future__ import annotations

import pytest

from app.domain.resolved import EventRelation
from tests.unit.resolution.reports import Said, report

DAY = "2011-10-31"  # a Monday
LEAD = "Leaders of 20 states met at a summit in Porto on Sunday.\n"
HEARING = "Senators clashed over the pier at a committee hearing in Porto on Sunday.\n"
MINISTERS = "Envoys of 20 states spoke at a ministerial meeting in Porto on Sunday.\n"
SAID = "“[The pier stays],” <Ana Ruiz> {said}."


def _said(text: str, role: str | None):
    (said,) = report(text, Said("Ana Ruiz", role=role), published=DAY).statements
    return said


@pytest.mark.parametrize(
    ("lead", "role"),
    [
        (LEAD, "President"),
        (LEAD, "Norwegian Prime Minister"),
        (LEAD, "the Portuguese foreign minister"),
        (LEAD, "NATO Secretary General"),
        (MINISTERS, "Norwegian Foreign Minister"),
        (HEARING, "Sen."),
        (HEARING, "Representative"),
        (HEARING, "chairwoman of the harbour committee"),
    ],
)
def test_who_holds_a_post_of_those_who_meet_is_quoted_from_there(lead: str, role: str) -> None:
    said = _said(lead + SAID, role)

    assert said.event is not None
    assert said.event_relation is EventRelation.AT
    assert "holds a post of those who meet there" in said.event.reason
    assert said.said_on.iso == "2011-10-30"
    assert said.place is not None
    assert said.place.value == "Porto"


@pytest.mark.parametrize(
    ("lead", "role"),
    [
        (LEAD, None),
        (LEAD, "an analyst"),
        (LEAD, "former President"),
        (LEAD, "spokeswoman for President Roe"),
        (LEAD, "president of the pilots"),
        (LEAD, "Sen."),
        (MINISTERS, "Prime Minister"),
        (MINISTERS, "President"),
        (HEARING, "President"),
        (HEARING, "former senator"),
    ],
)
def test_others_are_not(lead: str, role: str | None) -> None:
    assert _said(lead + SAID, role).event is None


@pytest.mark.parametrize(
    "text",
    [
        LEAD + "In Oslo, <Ana Ruiz> {said} [the pier stays].",
        LEAD + "“[The pier stays],” <Ana Ruiz> {wrote} in a letter.",
        LEAD + "In September, <Ana Ruiz> {said} [the pier stays].",
        LEAD + "<Ana Ruiz> has {said} [the pier stays].",
        "The pier is old.\n" * 5 + LEAD + SAID,
        "Ahead of a summit in Porto on Sunday the pier was closed.\n" + SAID,
    ],
)
def test_nor_is_what_was_said_elsewhere_or_of_no_summit_that_leads(text: str) -> None:
    said = _said(text, "Prime Minister")
    assert said.event is None or said.event_relation is not EventRelation.AT


def test_two_gatherings_in_the_lead_leave_it_open() -> None:
    lead = LEAD + "Senators met at a hearing in Porto on Sunday.\n"
    assert _said(lead + SAID, "President").event is None


TRIAL = "The trial of Ben Roe opened in Porto on Sunday.\n"


@pytest.mark.parametrize(
    ("lead", "words"),
    [
        (HEARING, "<Ana Ruiz> {told} the panel that [the pier stays]."),
        (HEARING, "“[The pier stays],” <Ana Ruiz> {told} the committee."),
        (HEARING, "“[The pier stays],” <Ana Ruiz> {told} the lawmakers."),
        (TRIAL, "<Ana Ruiz> {told} the court [the pier stays]."),
        (TRIAL, "“[The pier stays],” <Ana Ruiz> {told} the judges."),
    ],
)
def test_who_told_the_panel_or_the_court_was_heard_there(lead: str, words: str) -> None:
    said = _said(lead + words, None)

    assert said.event is not None
    assert said.event_relation is EventRelation.AT
    assert said.said_on.iso == "2011-10-30"


@pytest.mark.parametrize(
    ("lead", "words"),
    [
        (HEARING, "<Ana Ruiz> {told} the court that [the pier stays]."),
        (HEARING, "<Ana Ruiz> {told} the committee of pilots that [the pier stays]."),
        (HEARING, "<Ana Ruiz> {told} the Herald that [the panel stays]."),
        (TRIAL, "“[The pier stays],” <Ana Ruiz> {said} outside the court."),
        (TRIAL, "<Ana Ruiz> {told} the panel that [the pier stays]."),
        ("The pier burned on Sunday.\n", "<Ana Ruiz> {told} the panel that [the pier stays]."),
    ],
)
def test_who_told_others_was_not(lead: str, words: str) -> None:
    said = _said(lead + words, None)
    assert said.event is None or said.event_relation is not EventRelation.AT
