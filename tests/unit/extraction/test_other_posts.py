"""Descriptions that tell of another post than the only person with that noun holds."""

import pytest

from tests.unit.extraction.telling import tell


def _name(first: str, source: str) -> str | None:
    said = source[0].upper() + source[1:]
    return tell(f"{first}\n{said} said: “Go.”", said)[0].name


@pytest.mark.parametrize(
    ("first", "source"),
    [
        ("Foreign Minister Al Roy arrived in Bergen.", "the defence minister"),
        ("The interior minister, Al Roy, arrived in Bergen.", "the health minister"),
        ("Foreign Minister Al Roy arrived in Bergen.", "the prime minister"),
        ("Al Roy, the finance minister, arrived.", "the foreign minister"),
        ("Police Chief Dan Moss arrived at the scene.", "the fire chief"),
        ("Fire Chief Dan Moss arrived at the scene.", "the police chief"),
        ("Opposition leader Ann Poe spoke at the rally.", "the rebel leader"),
        ("Guerrilla leader Ann Poe spoke at the rally.", "the opposition leader"),
        ("Defence lawyer Ann Poe spoke at the court.", "the prosecution lawyer"),
        ("President Tom Hale opened the bridge.", "the former president"),
        ("Coach Jim Dale praised the squad.", "the other coach"),
        ("The lawyer, Jim Dale, spoke in court.", "the other lawyer"),
        ("The prime minister, Bo Lind, met envoys in Paris.", "the French president"),
        ("The health minister, Ola Berg, met doctors in Norway.", "the Danish health minister"),
        ("Finland was told by Norwegian Foreign Minister Kari Lund.", "the Finnish minister"),
    ],
)
def test_it_is_not_given_to_who_holds_the_other_post(first, source):
    assert _name(first, source) is None


@pytest.mark.parametrize(
    ("first", "source", "name"),
    [
        ("Foreign Minister Al Roy came.", "the minister", "Al Roy"),
        ("Foreign Minister Al Roy came.", "the foreign minister", "Al Roy"),
        ("Foreign Minister Al Roy came.", "the embattled minister", "Al Roy"),
        ("Foreign Minister Al Roy came.", "the veteran minister", "Al Roy"),
        ("Foreign Minister Al Roy came.", "the 59-year-old minister", "Al Roy"),
        ("Defense Minister Al Roy came.", "the defence minister", "Al Roy"),
        ("Home Secretary Al Roy came.", "the interior secretary", "Al Roy"),
        ("President Tom Hale came.", "the president", "Tom Hale"),
        ("Former President Tom Hale came.", "the former president", "Tom Hale"),
        ("Former President Tom Hale came.", "the president", "Tom Hale"),
        ("Gov. Tom Hale came.", "the former governor", "Tom Hale"),
        ("Guerrilla leader Ann Poe came.", "the rebel leader", "Ann Poe"),
        ("Union leader Ann Poe came.", "the labour leader", "Ann Poe"),
        ("President Tom Hale flew to Moscow.", "the Russian president", "Tom Hale"),
        ("Foreign and Defence Minister Al Roy came.", "the defence minister", "Al Roy"),
        ("President Tom Hale spoke of Russia and France.", "the Russian president", "Tom Hale"),
        ("President Tom Hale opened the bridge.", "the Russian president", "Tom Hale"),
    ],
)
def test_it_stays_with_whom_nothing_speaks_against(first, source, name):
    assert _name(first, source) == name


@pytest.mark.parametrize(
    ("source", "name"),
    [("the defence minister", "Ed Fox"), ("the foreign minister", "Al Roy")],
)
def test_of_two_it_means_the_one_whose_role_fits(source, name):
    assert _name("Foreign Minister Al Roy met Defence Minister Ed Fox in Rome.", source) == name
    assert _name("Defence Minister Ed Fox met Foreign Minister Al Roy in Rome.", source) == name


def test_of_two_the_one_whose_role_fits_goes_before_one_whose_role_tells_no_field():
    text = "Ed Fox, the health minister, flew to Rome.\nIt rained.\nThe minister, Al Roy, came."

    assert _name(text, "the health minister") == "Ed Fox"
