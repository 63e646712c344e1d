"""The matrix names every side that somebody takes, and leads to those it has no room for."""

from app.domain.resolved import Stance
from tests.web.conftest import fresh, open_site


def test_cell_names_the_other_sides_a_speaker_takes_and_counts_them(tmp_path):
    shelf = fresh(tmp_path)
    ana, wall = shelf.speaker("Ana Ruiz"), shelf.issue()
    lines = ["The wall is needed.", "The wall is due.", "No wall."]
    article = shelf.article("Title\n" + "\n".join(lines))
    for line, stance in zip(lines, (Stance.DEMANDS, Stance.DEMANDS, Stance.REJECTS), strict=True):
        shelf.on(shelf.statement(article, line, speaker=ana), wall, stance)
    site = open_site(shelf.archive())

    cell = site.get("/api/v1/positions").json()["rows"][0]["cells"][0]
    told = {cell["stance"], *(side["stance"] for side in cell["also"])}
    page = site.get("/positions").text

    assert told == {"demands", "rejects"}
    assert cell["statements"] == 3
    assert f"also {cell['also'][0]['stance']} ({cell['also'][0]['statements']})" in page
    assert "(2)" in site.get("/speakers/ana-ruiz").text


def test_speakers_who_find_no_column_stand_on_the_next_page_of_columns(tmp_path):
    shelf = fresh(tmp_path)
    wall = shelf.issue()
    names = [f"Ana {letter}uiz" for letter in "ABCDEFGH"]
    article = shelf.article("Title\n" + "\n".join(f"Wall {name}." for name in names))
    for name in names:
        said = shelf.statement(article, f"Wall {name}.", speaker=shelf.speaker(name))
        shelf.on(said, wall, Stance.DEMANDS)
    site = open_site(shelf.archive())

    first, second = site.get("/positions").text, site.get("/positions?columns=2").text

    assert "2 speakers more" in first
    assert "/positions?columns=2" in first
    for name in names:
        assert (f">{name}</a>" in first) != (f">{name}</a>" in second), name
    assert "Speakers 7–8 of 8" in second
