"""One person under many spellings is one row; two people are two."""

from __future__ import annotations

import pytest

from app.domain.gazetteer import Gazetteer, KnownSpeaker, SpeakerKind
from app.models.address import AddressKind, AddressState
from app.models.speaker import Speaker, SpeakerAlias
from app.storage.knowledge import load_gazetteer, store_gazetteer
from app.storage.speaker_names import name_speakers
from tests.making import Said

LAVROV = KnownSpeaker(
    "Sergey Lavrov", SpeakerKind.PERSON, ("Sergei Viktorovich Lavrov",), "Lavrov, Sergey"
)


def speak(store, *names):
    for number, name in enumerate(names):
        text = f"Talks number {number} went well, {name} said."
        store.hold(text, Said(f"Talks number {number} went well", by=name), name=f"{name}.txt")
    with store.session() as session:
        name_speakers(session)


def shown(store):
    aliases = store.rows(SpeakerAlias)
    return {
        row.name: sorted(alias.name for alias in aliases if alias.speaker_id == row.id)
        for row in store.rows(Speaker)
    }


def know(store, *speakers):
    with store.session() as session:
        store_gazetteer(session, Gazetteer(speakers=speakers))


def test_spellings_of_one_name_are_one_speaker_whatever_the_order(store, new_store):
    names = ["Sergei Ivanov", "Sergey Ivanov"]
    other = new_store()
    speak(store, *names)
    speak(other, *reversed(names))

    assert shown(store) == shown(other)
    assert len(shown(store)) == 1


def test_two_people_with_one_surname_stay_two(store):
    speak(store, "Ann Lee", "Bo Lee")

    assert set(shown(store)) == {"Ann Lee", "Bo Lee"}


def test_b8_a_name_with_cyrillic_letters_is_never_the_latin_one(store):
    know(store, LAVROV)
    false = "Sergey L\u0430vrov"  # with a Cyrillic a

    speak(store, false, "Sergey Lavrov")

    rows = {row.name: row for row in store.rows(Speaker)}
    assert rows.keys() == {"Sergey Lavrov", false}
    assert rows["Sergey Lavrov"].slug == "sergey-lavrov"
    assert rows[false].slug != "sergey-lavrov"


def test_knowledge_gives_the_name_and_keeps_the_address(store):
    speak(store, "Sergei Lavrov")
    store.publish_slugs()
    slug = store.rows(Speaker)[0].slug

    know(store, LAVROV)

    row = store.rows(Speaker)[0]
    assert (row.name, row.slug, row.known) == ("Sergey Lavrov", slug, True)
    assert len(store.rows(Speaker)) == 1


def test_an_alias_of_the_knowledge_leads_to_its_speaker(store):
    know(store, LAVROV)

    speak(store, "Sergei Viktorovich Lavrov")

    assert [row.name for row in store.rows(Speaker)] == ["Sergey Lavrov"]


def test_knowledge_is_given_back_as_it_was_stored(store):
    know(store, LAVROV)

    with store.session() as session:
        assert load_gazetteer(session) == Gazetteer(speakers=(LAVROV,))
        assert not store_gazetteer(session, Gazetteer(speakers=(LAVROV,)))


def test_who_is_no_longer_known_keeps_the_page(store):
    know(store, LAVROV)
    store.publish_slugs()

    know(store)

    row = store.rows(Speaker)[0]
    assert (row.slug, row.known) == ("sergey-lavrov", False)
    assert store.address("sergey-lavrov", AddressKind.SPEAKER).state is AddressState.LIVE


@pytest.mark.parametrize("name", ["Ann Lee", "NATO", "Ван", "O'Brien", "Łukasz Ó Sé", "!"])
def test_every_speaker_has_an_address_of_plain_letters(store, name):
    speak(store, name)

    slug = store.rows(Speaker)[0].slug
    assert slug
    assert slug.isascii()
    assert slug == slug.casefold()
    assert "/" not in slug
