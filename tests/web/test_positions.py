"""The matrix names every side that somebody takes, and leads to those it has no room for."""

from app.domain.resolved import Stance
from app.models.issue import Issue
from app.models.statement import Statement, StatementIssue
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

    assert "2 more speakers" in first
    assert "/positions?columns=2" in first
    for name in names:
        assert (f">{name}</a>" in first) != (f">{name}</a>" in second), name
    assert "Speakers 7–8 of 8" in second


def test_issue_page_shows_the_most_heard_of_each_stance_and_leads_to_all_of_them(tmp_path):
    shelf = fresh(tmp_path)
    wall = shelf.issue()
    names = [f"Ana {letter}uiz" for letter in "ABCDEF"]
    article = shelf.article("Title\n" + "\n".join(f"Wall {name}." for name in names))
    for name in names:
        said = shelf.statement(article, f"Wall {name}.", speaker=shelf.speaker(name))
        shelf.on(said, wall, Stance.DEMANDS)
    site = open_site(shelf.archive())

    page = site.get("/issues/the-harbour-wall")
    whole = site.get("/issues/the-harbour-wall/positions?stance=demands")

    assert page.text.count('class="position"') == 3
    assert "All 6 speakers who demand" in page.text
    assert whole.text.count('class="position"') == 6
    assert (
        site.get("/issues/the-harbour-wall/positions?stance=rejects").text.count("position-words")
        == 0
    )
    assert site.get("/issues/no-such/positions").status_code == 404
    assert site.get("/speakers/no-such/positions").status_code == 404


def test_speaker_page_leads_to_the_positions_it_has_no_room_for(tmp_path):
    shelf = fresh(tmp_path)
    ana = shelf.speaker("Ana Ruiz")
    article = shelf.article("Title\n" + "\n".join(f"Wall {n}." for n in range(8)))
    for number in range(8):
        said = shelf.statement(article, f"Wall {number}.", speaker=ana)
        shelf.on(said, shelf.issue(f"Wall {number}"), Stance.DEMANDS)
    site = open_site(shelf.archive())

    page, whole = site.get("/speakers/ana-ruiz").text, site.get("/speakers/ana-ruiz/positions").text

    assert page.count('class="position"') == 6
    assert "All 8 positions" in page
    assert whole.count('class="position"') == 8


def _sided(statement: Statement, issue: Issue) -> StatementIssue:
    """A side taken that counts for nobody's position."""
    return StatementIssue(
        statement_id=statement.id, issue_id=issue.id, reason="the words",
        stance=Stance.DEMANDS, stance_reason="the cue",
    )  # fmt: skip


def test_statement_leads_to_its_own_place_among_all_on_the_issue_or_to_what_it_repeats(tmp_path):
    shelf = fresh(tmp_path)
    ana, wall = shelf.speaker("Ana Ruiz"), shelf.issue()
    lines = ["The wall is needed.", "The wall is due."]
    article = shelf.article("Title\n" + "\n".join(lines))
    first, second = (shelf.statement(article, line, speaker=ana) for line in lines)
    shelf.on(first, wall, Stance.DEMANDS)
    shelf.on(second, wall, Stance.DEMANDS)
    copy = shelf.article("Title\n" + "\n".join(lines))
    again = shelf.statement(copy, lines[0], speaker=ana, repeats_id=first.id)
    aside = shelf.statement(copy, lines[1], speaker=ana)
    shelf.add(_sided(again, wall))
    shelf.add(_sided(aside, wall))
    site, course = open_site(shelf.archive()), "/positions/the-harbour-wall/ana-ruiz"

    there = site.get(course).text
    pages = [site.get(f"/statements/{one.permalink}").text for one in (second, again, aside)]

    assert f'<a href="{course}#{second.permalink}">before and after</a>' in pages[0]
    assert f'<a href="{course}#{first.permalink}">before and after</a>' in pages[1]
    assert f'<a href="{course}">all of them</a>' in pages[2]
    assert f'id="{first.permalink}"' in there
    assert f'id="{second.permalink}"' in there
