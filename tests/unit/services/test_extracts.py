"""Extracts of long texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.search import Piece
from app.services.extracts import LONGEST, LONGEST_SENTENCE, best_extract


def pieces_of(text: str, *words: str) -> list[Piece]:
    """`text` cut at each of `words`."""
    pieces = [Piece(text, False)]
    for word in words:
        made = []
        for piece in pieces:
            parts = piece.text.split(word) if not piece.matched else [piece.text]
            for number, part in enumerate(parts):
                if number:
                    made.append(Piece(word, True))
                made.append(Piece(part, piece.matched))
        pieces = [piece for piece in made if piece.text]
    return pieces


def shown(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


FILLER = "Nothing happened on this long and quiet day in the port of the town by the sea. " * 6


def test_the_sentence_with_the_most_different_words_is_shown_whole():
    text = f"{FILLER}The harbour is open. The harbour wall must hold. {FILLER}"

    extract = best_extract(pieces_of(text, "harbour", "wall"))

    assert "The harbour wall must hold." in shown(extract)
    assert [piece.text for piece in extract if piece.matched][-2:] == ["harbour", "wall"]


def test_what_is_left_out_is_shown_by_an_ellipsis():
    extract = shown(best_extract(pieces_of(f"{FILLER}The wall holds. {FILLER}", "wall")))

    assert extract.startswith("… ")
    assert extract.endswith(" …")


def test_a_short_text_is_shown_as_it_is():
    assert shown(best_extract(pieces_of("The wall holds.", "wall"))) == "The wall holds."


def test_a_very_long_sentence_is_shortened_around_its_match():
    text = "and so on " * 200 + "the wall " + "and so on " * 200

    extract = best_extract(pieces_of(text, "wall"))

    assert any(piece.matched for piece in extract)
    assert len(shown(extract)) <= LONGEST + 4


def test_a_long_sentence_is_shown_whole():
    sentence = f"The wall, Mr. Oke of the U.S. Navy said, {'and so on ' * 40}holds."
    assert LONGEST < len(sentence) < LONGEST_SENTENCE

    extract = shown(best_extract(pieces_of(f"{FILLER}{sentence} {FILLER}", "Navy")))

    assert extract == f"… {sentence} …"


@given(st.text(max_size=600), st.text(min_size=1, max_size=3))
def test_an_extract_holds_the_words_of_the_text_and_no_others(text, word):
    extract = shown(best_extract(pieces_of(text, word)))

    assert extract.removeprefix("… ").removesuffix(" …") in text
