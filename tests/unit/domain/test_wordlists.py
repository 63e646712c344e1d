"""The word lists: their form, and that each says where it comes from."""

import pytest

from app.domain.wordlists import FOLDER, table, word_groups, word_map, word_set

LISTS = sorted(path.name for path in FOLDER.glob("*.txt"))


@pytest.mark.parametrize("name", LISTS)
def test_every_list_names_its_source_in_its_head(name):
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    head = "".join(line for line in lines[:8] if line.startswith("#"))

    assert "Source:" in head


def test_one_key_may_take_several_lines():
    groups = word_groups("first_names.txt")

    assert {"aaron", "wolfgang"} <= groups["m"]
    assert {"maria", "ingrid"} <= groups["f"]


def test_a_noun_maps_to_the_nouns_it_may_stand_for():
    assert "ambassador" in word_map("roles.txt", "same")["diplomat"]


def test_a_table_keeps_its_cells_apart():
    row = next(row for row in table("countries.txt") if row[0] == ("Russia",))

    assert row[3] == ("Moscow", "the Kremlin")


def test_a_plain_list_is_a_set_of_words():
    assert "committee" in word_set("bodies.txt")
