"""Names that another language writes its own way are known by their sound."""

from __future__ import annotations

import pytest

from app.index.scripts import Sounds, latin

NAMES = Sounds(
    [
        "lavrov",
        "sergey",
        "putin",
        "medvedev",
        "gorbachev",
        "khrushchev",
        "yeltsin",
        "churkin",
        "ahmadinejad",
        "gaddafi",
        "bush",
        "khodorkovsky",
        "zhirinovsky",
        "hussein",
        "patten",
        "button",
    ]
)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("lawrow", "lavrov"),
        ("lavroff", "lavrov"),
        ("sergej", "sergey"),
        ("poutine", "putin"),
        ("medwedew", "medvedev"),
        ("gorbatschow", "gorbachev"),
        ("chruschtschow", "khrushchev"),
        ("jruschov", "khrushchev"),
        ("jelzin", "yeltsin"),
        ("eltsine", "yeltsin"),
        ("tschurkin", "churkin"),
        ("ahmadinedschad", "ahmadinejad"),
        ("kadhafi", "gaddafi"),
        ("chodorkowski", "khodorkovsky"),
        ("schirinowski", "zhirinovsky"),
        ("jirinovski", "zhirinovsky"),
        ("husayn", "hussein"),
    ],
)
def test_a_name_is_known_as_german_french_spanish_or_arabic_writes_it(typed, name):
    assert NAMES.like(typed) == name


@pytest.mark.parametrize("typed", ["bash", "wombat", "saturn", "put", "", "12345", "p" * 5000])
def test_what_only_resembles_a_name_is_none(typed):
    assert NAMES.like(typed) is None


@pytest.mark.parametrize(
    ("form", "written"),
    [("лавров", "lavrov"), ("ельцин", "eltsin"), ("strøm", "strom"), ("wall", "wall"), ("", "")],
)
def test_other_scripts_are_written_in_latin_letters(form, written):
    assert latin(form) == written
