"""What several speakers talk about is proposed as an issue."""

from __future__ import annotations

import pytest
import yaml

from app.archive import open_archive
from app.reading.knowledge import check_knowledge
from app.services.issue_suggestions import suggest_issues

STORY = """Fishing limits divide the ministers

OSLO, May 5, 2014 (Reuters) - Ministers met in Oslo on Monday.

"Fishing limits must come this year," said Ann Lee.

"We will never accept fishing limits in our waters," said Bo Wu. He left the room after that.

"Without fishing limits there will be no cod left in ten years," Ann Lee told reporters later.

"A secret plan exists, and the secret plan is bad," said Bo Wu. Nobody answered him.

"I have never seen a worse thing than this secret plan," Bo Wu told the council on Tuesday.

"The secret plan must go," Bo Wu said.
"""


@pytest.fixture
def archive(desk):
    desk.put("a.txt", STORY)
    desk.ingest()
    return open_archive(desk.settings)


def test_a_phrase_of_several_speakers_is_proposed_and_one_persons_is_not(archive):
    phrases = {one.phrase: one for one in suggest_issues(archive)}

    assert phrases["fishing limits"].speakers == {"Ann Lee", "Bo Wu"}
    assert "secret plan" not in phrases


def test_a_proposal_is_an_entry_that_can_be_accepted_as_it_is(archive, desk):
    entries = "\n".join(one.as_yaml() for one in suggest_issues(archive))
    (desk.knowledge / "issues.yaml").write_text(entries)

    assert check_knowledge(desk.knowledge) == []
    assert yaml.safe_load(entries)[0]["key"] == "fishing-limits"


def test_what_is_on_an_issue_already_is_not_proposed_again(archive, desk):
    first = suggest_issues(archive)[0]
    (desk.knowledge / "issues.yaml").write_text(first.as_yaml())
    desk.ingest()

    assert first.phrase not in {one.phrase for one in suggest_issues(open_archive(desk.settings))}
