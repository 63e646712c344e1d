"""States by name, adjective and capital."""

import pytest

from app.domain.countries import (
    TOWNS_STATES,
    countries,
    country_named,
    country_of,
    government_of,
    is_english_town,
    us_state,
)


@pytest.mark.parametrize(
    ("word", "country"),
    [("Russian", "Russia"), ("the U.S.", "United States"), ("British", "United Kingdom"),
     ("Türkiye", "Turkey"), ("Russia’s", "Russia"), ("the Netherlands", "Netherlands")],
)  # fmt: skip
def test_names_and_adjectives_mean_their_state(word, country):
    assert country_of(word) == country


def test_a_capital_stands_for_a_government_but_is_no_name_of_the_state():
    assert government_of("Moscow") == "Russia"
    assert country_of("Moscow") is None
    assert country_named("Russian") is None


def test_words_that_name_no_state_mean_none():
    assert country_of("Lavrov") is None
    assert us_state("Kursk") is None


@pytest.mark.parametrize("word", ["Vermont", "VT", "Vt.", "Vermonter"])
def test_a_state_of_the_union_is_known_by_its_codes_and_people(word):
    assert us_state(word) == "Vermont"


def test_no_word_of_the_list_is_empty_and_names_come_once():
    names = [country.name for country in countries()]

    assert len(names) == len(set(names)) > 190
    assert all(word for country in countries() for word in country.adjectives + country.aliases)


def test_the_listed_towns_are_those_of_few_states():
    assert is_english_town("York")
    assert is_english_town("New York City")
    assert not is_english_town("Kazan")
    assert "Russia" not in TOWNS_STATES
