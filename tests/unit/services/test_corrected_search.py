"""What people correct is found, or is gone from search, at once and in a site that runs."""

from __future__ import annotations

import pytest

from app.archive import Archive, open_archive
from app.config import Settings
from app.domain.corrections import Action, Proposal, Subject
from app.domain.search import EntryType, SearchQuery
from app.services.corrections import correct, undo
from app.services.ingest import ingest
from app.services.search import find

HARBOUR = """Mayor: harbour stays public

RIGA, March 4, 2013 (Reuters) - The harbour will not be sold, the mayor of Riga said on Monday.

"The harbour must stay public," said Ann Lee. "We will not sell one metre of the quay."
"""


@pytest.fixture
def site(tmp_path) -> Archive:
    """A site that runs on an archive of one article."""
    (tmp_path / "harbour.txt").write_text(HARBOUR, "utf-8")
    settings = Settings(data_dir=tmp_path / "data", language_model="sm", ingest_workers=0)
    ingest(settings, [tmp_path / "harbour.txt"])
    held = open_archive(settings)
    assert links(held, "quay lee")
    return held


def links(site: Archive, query: str, type_: EntryType = EntryType.STATEMENT) -> list[str]:
    """Addresses of the full matches."""
    page = find(site, SearchQuery(query, type=type_))
    assert not page.from_database
    shown = [result.statement or result.article for result in page.results if not result.partial]
    return [one.id for one in shown if one is not None]


def change(site: Archive, action: Action, link: str, **after: object) -> str:
    subject = Subject.STATEMENT
    proposal = Proposal(action, subject, link, "the text says so", "Eve", after, None)
    return correct(site, proposal).uid


@pytest.mark.parametrize("action", [Action.REJECT, Action.WITHDRAW])
def test_what_was_taken_back_is_gone_at_once_and_found_again_when_that_is_undone(site, action):
    (link,) = links(site, '"one metre of the quay"')

    uid = change(site, action, link)
    assert links(site, '"one metre of the quay"') == []
    assert links(site, "quay speaker:lee", EntryType.ARTICLE) == []

    undo(site, uid, "it was one after all", "Eve")
    assert links(site, '"one metre of the quay"') == [link]


def test_a_corrected_speaker_is_found_at_once_and_the_wrong_one_is_not(site):
    (link,) = links(site, '"one metre of the quay" speaker:lee')

    change(site, Action.SPEAKER, link, speaker="Bo Wu")

    assert links(site, "quay speaker:lee") == []
    assert links(site, "quay speaker:wu") == [link]
    assert links(site, "wu quay") == [link]
    assert find(site, SearchQuery("wu")).people[0].name == "Bo Wu"
    assert len(links(site, "quay speaker:wu", EntryType.ARTICLE)) == 1
