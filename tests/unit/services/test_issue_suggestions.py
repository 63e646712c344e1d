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


def test_words_that_everybody_uses_and_broken_runs_make_no_proposal(desk):
    lines = ["Talks in the town", "", "OSLO, May 5, 2014 (Reuters) - People met on Monday.", ""]
    for name in NAMES:
        lines += [f'"We don\'t need good plans. Plans, good plans, fail," said {name}.', ""]
    for name in (*NAMES[:2], NAMES[0]):
        lines += [f'"No more wind turbines here on the {name[-1]} shore," said {name}.', ""]
    desk.put("a.txt", "\n".join(lines))
    desk.ingest()

    phrases = [one.phrase for one in suggest_issues(open_archive(desk.settings))]

    assert phrases == ["wind turbines"]


GIVEN = ("Ann", "Carla", "Diana", "Elena", "Frank", "Gerald", "Helen", "Ingrid", "James", "Laura")
FAMILY = ("Lee", "Roe", "Low", "Ruiz", "Berg")
NAMES = [f"{given} {family}" for given in GIVEN for family in FAMILY]


def test_a_verb_is_no_part_of_an_issues_name(desk):
    lines = ["Talks in the town", "", "OSLO, May 5, 2014 (Reuters) - People met on Monday.", ""]
    for name in (*NAMES[:3], NAMES[0]):
        lines += [f'"The paper mill must close soon here at {name[-1]}," said {name}.', ""]
    desk.put("a.txt", "\n".join(lines))
    desk.ingest()

    phrases = [one.phrase for one in suggest_issues(open_archive(desk.settings))]

    assert "paper mill" in phrases
    assert not any("must" in phrase.split() for phrase in phrases)
