"""Addresses carried over from an earlier build of an archive."""

from __future__ import annotations

from app.models.address import AddressKind, AddressState, ImportedArticle
from app.storage.ledger_import import LedgerEntry, import_entry
from app.storage.sketches import sketch_of

TEXT = (
    "The harbour must stay public, Ann Lee said on Monday after a long meeting of the council. "
    "We will not sell one metre of the quay, she told reporters who had waited outside. "
    "Nobody from the company answered the many questions that were put to it that evening."
)
FIRST, SECOND = "The harbour must stay public", "We will not sell one metre of the quay"


def carry_over(store, *entries):
    with store.session() as session:
        for entry in entries:
            import_entry(session, entry)


def statement(link, words, article="artartarta", state=AddressState.LIVE, target=None):
    return LedgerEntry(
        AddressKind.STATEMENT, link, state, target=target, shown=words, article=article
    )


def article(link="artartarta", text=TEXT):
    return LedgerEntry(
        AddressKind.ARTICLE, link, AddressState.LIVE, identity="text gone", sketch=sketch_of(text)
    )


def test_an_address_that_was_given_by_an_older_build_is_kept(store):
    carry_over(store, article(), statement("00000000aa", FIRST), statement("00000000bb", SECOND))

    saved = store.hold(TEXT, FIRST, SECOND)

    assert saved.permalinks == ("artartarta",)
    assert store.links() == {"00000000aa": FIRST, "00000000bb": SECOND}
    assert store.address("00000000aa").state is AddressState.LIVE
    assert store.rows(ImportedArticle) == []


def test_a_better_reading_keeps_the_address_of_the_words_it_overlaps(store):
    carry_over(store, article(), statement("00000000aa", SECOND + ", she told reporters"))

    store.hold(TEXT, SECOND)

    assert store.links() == {"00000000aa": SECOND}


def test_what_no_file_holds_stays_explained(store):
    carry_over(store, article(), statement("00000000aa", "words that nobody finds again here"))

    store.hold(TEXT, FIRST)

    entry = store.address("00000000aa")
    assert entry.state is AddressState.LOST
    assert "carried over" in entry.reason
    assert entry.shown == "words that nobody finds again here"


def test_an_address_the_archive_has_already_is_left_alone(store):
    store.hold(TEXT, FIRST)
    link = next(iter(store.links()))

    carry_over(store, statement(link, "other words", state=AddressState.WITHDRAWN))

    assert store.address(link).state is AddressState.LIVE


def test_a_withdrawn_address_is_never_given_to_anything_else(store, new_store):
    store.hold(TEXT, FIRST)
    link = next(iter(store.links()))
    other = new_store()
    carry_over(other, statement(link, "withdrawn words", "x", AddressState.WITHDRAWN))

    other.hold(TEXT, FIRST)

    assert link not in other.links()
    assert other.address(link).state is AddressState.WITHDRAWN


def test_a_speakers_address_comes_back_with_the_speaker(store):
    old = LedgerEntry(
        AddressKind.SPEAKER, "ann-lee-the-mayor", AddressState.LIVE, identity="ann-lee"
    )
    carry_over(store, old)

    store.hold(TEXT, FIRST)
    store.publish_slugs()

    entry = store.address("ann-lee-the-mayor", AddressKind.SPEAKER)
    assert entry.state is AddressState.LIVE
