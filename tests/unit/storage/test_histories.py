"""Whatever is read again in whatever way, every address ever published still answers."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.models.address import AddressKind, AddressState
from app.storage.permalinks import words_of
from tests.making import Said
from tests.unit.storage.conftest import make_store

TEXT = (
    "the harbour must stay public and we will not sell one metre of the quay to anybody who asks "
    "because the town needs it for ever and a day as everybody here has known since the great war"
)
WORDS = TEXT.split()

#: A statement as the numbers of its first and last word, and who said it.
statements = st.tuples(
    st.integers(0, len(WORDS) - 3), st.integers(1, 12), st.sampled_from(["Ann Lee", "Bo Wu", None])
)

#: One reading: which words are left out of the text, and what is found in it.
readings = st.tuples(
    st.sets(st.integers(0, len(WORDS) - 1), max_size=4),
    st.lists(statements, max_size=5, unique_by=lambda one: one[:2]),
)


def said_in(text: str, found: list[tuple[int, int, str | None]]) -> list[Said]:
    words = text.split()
    said = []
    for first, length, speaker in found:
        part = " ".join(words[first : first + length])
        if part and part == " ".join(words[_first_word(text, part) :][: part.count(" ") + 1]):
            said.append(Said(part, by=speaker))
    return list({one.words: one for one in said}.values())


def _first_word(text: str, part: str) -> int:
    """The number of the word in which `part` first starts; it may be the inside of a word."""
    return text[: text.index(part)].count(" ")


@settings(
    max_examples=40,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(st.lists(readings, min_size=2, max_size=5))
def test_every_address_ever_published_is_live_leads_on_or_is_explained(history):
    with tempfile.TemporaryDirectory() as folder:
        store = make_store(Path(folder))
        stood: dict[str, str] = {}
        for dropped, found in history:
            text = " ".join(word for n, word in enumerate(WORDS) if n not in dropped)
            store.hold(text, *said_in(text, found))

            live = store.links()
            ledger = {entry.permalink: entry for entry in store.addresses()}
            assert stood.keys() <= ledger.keys()
            assert {k for k, e in ledger.items() if e.state is AddressState.LIVE} == live.keys()
            for link, entry in ledger.items():
                if entry.state is AddressState.MOVED:
                    assert ledger[entry.target].state is AddressState.LIVE
                elif entry.state is AddressState.LOST:
                    assert entry.shown == stood[link]
                    assert entry.reason
            for link, words in live.items():
                if link in stood:
                    shared = set(words_of(words)) & set(words_of(stood[link]))
                    assert shared, f"{link} was {stood[link]!r} and is now {words!r}"
            stood |= live
        assert len(store.addresses(AddressKind.ARTICLE)) == len(
            {entry.permalink for entry in store.addresses(AddressKind.ARTICLE)}
        )


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(statements, max_size=6, unique_by=lambda one: one[:2]), st.randoms())
def test_addresses_depend_on_the_words_alone(found, chance):
    text = " ".join(WORDS)
    said = said_in(text, found)
    shuffled = list(said)
    chance.shuffle(shuffled)
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        first, second = make_store(Path(one)), make_store(Path(other))
        first.hold("Something else first.", name="z.txt")
        first.hold(text, *said, name="a.txt")
        second.hold(text, *shuffled, name="x/y.txt")

        assert first.links() == second.links()
