"""Whom a description means, by printed and by known roles."""

import pytest

from app.domain.gazetteer import (
    EMPTY,
    Gazetteer,
    KnownOffice,
    KnownSpeaker,
    KnownTenure,
    SpeakerKind,
)
from tests.unit.extraction.telling import tell

KNOWN = Gazetteer(
    speakers=(KnownSpeaker("Pedro Almeida", SpeakerKind.PERSON),),
    offices=(
        KnownOffice("Secretary General of the ILO", "ILO", ("ILO chief", "Secretary General")),
    ),
    tenures=(KnownTenure("Pedro Almeida", "Secretary General of the ILO"),),
)
TEXT = "Pedro Almeida came. It rained. It poured. It hailed.\n“Go,” the ILO chief said."


def test_a_role_that_only_the_gazetteer_knows_is_called_known():
    found = tell(TEXT, "the ILO chief", gazetteer=KNOWN)[0]

    assert found.name == "Pedro Almeida"
    assert "known of Pedro Almeida" in found.reason


def test_without_it_the_description_stays_without_a_name():
    assert tell(TEXT, "the ILO chief", gazetteer=EMPTY)[0].name is None


def test_a_printed_role_outweighs_a_known_one():
    text = "Pedro Almeida met Ana Lopes, the ILO chief.\n“Go,” the ILO chief said."

    found = tell(text, "the ILO chief", "the ILO chief", gazetteer=KNOWN)[-1]

    assert found.name == "Ana Lopes"
    assert "printed of Ana Lopes" in found.reason


def test_a_vice_president_is_not_meant_by_a_description_of_another_rank():
    text = "President Pedro Almeida met Vice President Ana Lopes.\n“Go,” the vice president said."

    assert tell(text, "the vice president")[0].name == "Ana Lopes"


def test_a_spokeswoman_is_no_man():
    text = "Spokesman Pedro Almeida met spokeswoman Ana Lopes.\n“Go,” the spokeswoman said."

    assert tell(text, "the spokeswoman")[0].name == "Ana Lopes"


def test_party_tells_two_nominees_apart():
    text = (
        "Republican nominee Pedro Almeida met Democratic nominee Ana Lopes.\n"
        "“Go,” the Democratic nominee said.\n“Stay,” the Republican nominee said."
    )

    found = tell(text, "the Democratic nominee", "the Republican nominee")

    assert [a.name for a in found] == ["Ana Lopes", "Pedro Almeida"]


def test_a_later_office_that_only_the_gazetteer_knows_speaks_against_nobody():
    text = "Pedro Almeida spoke in Ohio.\n“Go,” the Ohio senator said."

    assert tell(text, "the Ohio senator", gazetteer=KNOWN)[0].name == "Pedro Almeida"


@pytest.mark.parametrize(
    ("described", "name"),
    [
        ("American senator from Vermont", "Pedro Almeida"),
        ("Surgeon, then American senator from Vermont since 2007", "Pedro Almeida"),
        ("American presidential candidate of 2012, senator in waiting from Ohio", None),
    ],
)
def test_what_the_knowledge_says_of_somebody_is_a_role_too(described, name):
    known = Gazetteer((KnownSpeaker("Pedro Almeida", SpeakerKind.PERSON, description=described),))
    text = TEXT.replace("the ILO chief", "the Vermont senator")

    assert tell(text, "the Vermont senator", gazetteer=known)[0].name == name
