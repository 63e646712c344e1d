"""The links from a statement to those before and after it say what they go by."""

from __future__ import annotations

from pathlib import Path

from tests.web.conftest import fresh, open_site


def test_links_to_the_neighbours_name_the_issue_or_else_the_speaker(tmp_path: Path):
    shelf = fresh(tmp_path)
    ana, wall = shelf.speaker("Ana Ruiz"), shelf.issue()
    said = []
    for day in (1, 2, 3):
        article = shelf.article(f"Title\nWord {day}.")
        said.append(shelf.statement(article, f"Word {day}.", speaker=ana, said=f"2011-12-0{day}"))
    shelf.on(said[0], wall)
    shelf.on(said[2], wall)
    client = open_site(shelf.archive())

    on_issue = client.get(f"/statements/{said[2].permalink}").text
    on_anything = client.get(f"/statements/{said[1].permalink}").text

    assert 'aria-label="Statements by Ana Ruiz on The harbour wall"' in on_issue
    assert "Before that on The harbour wall, 1 December 2011" in on_issue
    assert f'rel="prev" href="/statements/{said[0].permalink}"' in on_issue
    assert "Before that by Ana Ruiz, 1 December 2011" in on_anything
    assert "After that by Ana Ruiz, 3 December 2011" in on_anything
