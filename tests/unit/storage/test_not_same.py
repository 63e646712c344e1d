"""Who is never to be taken for whom, as the knowledge files say it."""

from __future__ import annotations

from app.domain.gazetteer import Gazetteer, KnownSpeaker, SpeakerKind
from app.models.correction import IdentityDecision
from app.models.speaker import NotSamePerson, Speaker
from app.storage.knowledge import store_gazetteer

ANA = KnownSpeaker("Ana Ruiz", SpeakerKind.PERSON, not_same=("Ana M. Ruiz",))
OTHER = KnownSpeaker("Ana M. Ruiz", SpeakerKind.PERSON)
BOTH = Gazetteer(speakers=(ANA, OTHER))


def rows(store) -> dict[str, Speaker]:
    return {row.name: row for row in store.rows(Speaker)}


def test_two_people_of_one_name_stay_two_and_each_page_names_the_other(store):
    with store.session() as session:
        store_gazetteer(session, BOTH)

    people = rows(store)
    (pair,) = store.rows(NotSamePerson)

    assert set(people) == {"Ana Ruiz", "Ana M. Ruiz"}
    assert {pair.speaker_id, pair.other_id} == {row.id for row in people.values()}


def test_a_judgement_taken_out_of_the_file_no_longer_holds(store):
    with store.session() as session:
        store_gazetteer(session, BOTH)
    with store.session() as session:
        store_gazetteer(session, Gazetteer(speakers=(OTHER,)))

    assert store.rows(NotSamePerson) == []
    assert store.rows(IdentityDecision) == []


def test_entering_a_judgement_twice_changes_nothing(store):
    for description in ("one", "two"):
        changed = KnownSpeaker("Eva Roe", SpeakerKind.PERSON, description=description)
        with store.session() as session:
            store_gazetteer(session, Gazetteer(speakers=(ANA, OTHER, changed)))

    assert len(store.rows(NotSamePerson)) == 1
    assert len(store.rows(IdentityDecision)) == 2


def test_a_spelling_that_both_share_tells_nobody_apart(store):
    minister = KnownSpeaker("Sergey Roe", SpeakerKind.PERSON, ("Sergei Roe",))
    player = KnownSpeaker(
        "Sergey Roe (player)", SpeakerKind.PERSON, ("Sergey Roe",), not_same=("Sergey Roe",)
    )
    with store.session() as session:
        store_gazetteer(session, Gazetteer(speakers=(minister, player)))

    assert store.rows(IdentityDecision) == []
    assert len(store.rows(NotSamePerson)) == 1
