"""A curator's judgement on two of one name holds for the articles that come in later."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from sqlmodel import select

from app.archive import open_archive
from app.domain.corrections import Action, Proposal, Subject
from app.errors import InvalidCorrection
from app.models.article import Article
from app.models.document import Document
from app.models.speaker import Speaker
from app.models.statement import Statement
from app.services.checks import check
from app.services.corrections import correct, undo
from app.services.speakers import get_speaker

PAINTER, MINISTER = "Ivo Brandt (painter)", "Ivo Brandt"
SAID = {
    "show": ("May 12, 2014", "The walls were wet when we hung the first picture", "the painter"),
    "vote": ("June 2, 2014", "We will put the bill to a vote in autumn", "the deputy"),
    "bill": ("July 1, 2014", "That bill has not one friend in this house", "the deputy"),
    "hall": ("August 5, 2014", "A hall like this one needs large pictures", "the painter"),
    "plain": ("September 9, 2014", "It rained on every single day of the week", ""),
}


def text_of(name: str) -> str:
    day, words, what = SAID[name]
    what = f"{what} " if what else ""
    lead = f"News of {name}\n\nRIGA, {day} (Reuters) - It was a long week."
    return f"{lead}\n\n“{words},” said {what}Ivo Brandt.\n"


def put(desk, *names: str) -> None:
    for name in names:
        desk.put(f"{name}.txt", text_of(name))
        desk.ingest()


def said_by(desk) -> dict[str, set[str]]:
    """The articles in which each speaker is quoted."""
    wanted = (
        select(Speaker.name, Document.name)
        .join(Statement, Statement.speaker_id == Speaker.id)
        .join(Article, Article.id == Statement.article_id)
        .join(Document, Document.id == Article.document_id)
    )
    found: dict[str, set[str]] = {}
    with open_archive(desk.settings).session() as session:
        for name, document in session.exec(wanted):
            found.setdefault(name, set()).add(document.removesuffix(".txt"))
    return found


def link_of(desk, name: str) -> str:
    wanted = (
        select(Article.permalink)
        .join(Document, Document.id == Article.document_id)
        .where(Document.name == f"{name}.txt")
    )
    with open_archive(desk.settings).session() as session:
        return session.exec(wanted).one()


def part(desk, *names: str, **after):
    given = {"articles": [link_of(desk, name) for name in names], "name": PAINTER} | after
    proposal = Proposal(Action.SPLIT, Subject.SPEAKER, "ivo-brandt", "two men", "Eve", given)
    return correct(open_archive(desk.settings), proposal)


def test_articles_split_off_a_speaker_are_anothers_and_so_are_later_ones_that_say_so(desk):
    put(desk, "show", "vote")
    assert said_by(desk) == {MINISTER: {"show", "vote"}}

    part(desk, "show")
    assert said_by(desk) == {PAINTER: {"show"}, MINISTER: {"vote"}}
    put(desk, "bill", "hall", "plain")

    assert said_by(desk) == {PAINTER: {"show", "hall"}, MINISTER: {"vote", "bill", "plain"}}
    page = get_speaker(open_archive(desk.settings), "ivo-brandt")
    assert [one.name for one in page.not_to_confuse] == [PAINTER]
    assert check(open_archive(desk.settings)).problems == []


def test_reading_everything_again_changes_nothing(desk):
    put(desk, "show", "vote")
    part(desk, "show")
    put(desk, "bill", "hall")
    before = desk.records()
    desk.ingest()

    assert desk.records() == before


def test_a_split_that_is_undone_makes_them_one_again(desk):
    put(desk, "show", "vote")
    made = part(desk, "show")
    put(desk, "hall")

    undo(open_archive(desk.settings), made.uid, "one man after all", "Eve")
    desk.ingest()

    assert said_by(desk) == {MINISTER: {"show", "vote", "hall"}}
    assert check(open_archive(desk.settings)).problems == []


@pytest.mark.parametrize(
    ("after", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "Ivo Brandt"}, "name"),
        ({"names": ["Ivo Brandt"]}, "names"),
        ({"articles": ["nope"]}, "articles"),
    ],
)
def test_a_split_by_articles_must_say_whom_they_mean(desk, after, field):
    put(desk, "show", "vote")

    with pytest.raises(InvalidCorrection) as refused:
        part(desk, "show", **after)

    assert refused.value.field == field


FARMER, MAYOR = "Jon Reeve (farmer from Ohio)", "Jon Reeve (mayor of Leeds)"
TWO = {
    "farm": ("May 12, 2014", "The corn stands lower than last year", "a farmer from Ohio"),
    "city": ("June 2, 2014", "The tram is going to open on time", "the mayor of Leeds"),
}


def put_two(desk, name: str, day: str, words: str, what: str) -> None:
    body = f"“{words},” said Jon Reeve, {what}."
    desk.put(f"{name}.txt", f"News of {name}\n\nRIGA, {day} (Reuters) - It was long.\n\n{body}\n")
    desk.ingest()


def test_two_judged_not_to_be_the_same_stay_two_whatever_comes_in(desk):
    for name, (day, words, what) in TWO.items():
        put_two(desk, name, day, words, what)
    assert set(said_by(desk)) == {FARMER, MAYOR}
    proposal = Proposal(
        Action.NOT_SAME, Subject.SPEAKER, "jon-reeve-farmer-from-ohio", "two men", "Eve",
        {"other": "jon-reeve-mayor-of-leeds"},
    )  # fmt: skip
    correct(open_archive(desk.settings), proposal)

    both = "the mayor of Leeds and a farmer from Ohio"
    for number, words in enumerate(["Not one tree fell", "Nobody was hurt", "All is well now"]):
        put_two(desk, f"both{number}", f"July {number + 1}, 2014", words, both)
    put_two(desk, "earlier", "January 8, 2014", "We have to sow late", "a corn farmer from Ohio")

    found = said_by(desk)
    assert {"farm", "earlier"} <= found[FARMER]
    assert "city" in found[MAYOR]
    assert check(open_archive(desk.settings)).problems == []


def test_the_command_line_splits_articles_off_a_speaker(desk):
    put(desk, "show", "vote")
    command = [
        *(sys.executable, "-c", "from app.cli import main; main()"),
        *("corrections", "add", "split", "speakers/ivo-brandt", "--reason", "two men"),
        *("--set", f"articles=[{link_of(desk, 'show')}]", "--set", f"name={PAINTER}"),
    ]
    where = os.environ | {
        "ONRECORD_DATA_DIR": str(desk.settings.data_dir),
        "ONRECORD_KNOWLEDGE_DIR": str(desk.knowledge),
    }
    done = subprocess.run(command, capture_output=True, text=True, env=where, check=False)
    assert done.returncode == 0, done.stderr
    put(desk, "hall")

    assert said_by(desk) == {PAINTER: {"show", "hall"}, MINISTER: {"vote"}}
