"""Who is not to be confused with whom stays said when a speaker's page goes and comes back."""

from __future__ import annotations

from app.archive import open_archive
from app.domain.corrections import Action, Proposal, Subject
from app.domain.curators import Curator
from app.services.checks import check
from app.services.corrections import correct, undo
from app.services.identity import Decided, decide
from app.services.quoting import quoting_articles
from app.services.speakers import get_speaker
from tests.unit.services.test_lasting_judgements import PAINTER, part, put, said_by

VALE = "News of Vale\n\nRIGA, May 20, 2014 (Reuters) - Long.\n\n“It is dry,” said Ann Vale.\n"
EVE = Curator(1, "eve", "Eve", 1, "key")


def apart(desk, slug: str) -> list[str]:
    page = get_speaker(open_archive(desk.settings), slug)
    return sorted(one.name for one in page.not_to_confuse)


def judge(desk, slug: str, other: str) -> None:
    proposal = Proposal(Action.NOT_SAME, Subject.SPEAKER, slug, "two", "Eve", {"other": other})
    correct(open_archive(desk.settings), proposal)


def test_a_judgement_stands_again_when_the_last_article_comes_back_by_an_undo(desk):
    put(desk, "show")
    desk.put("vale.txt", VALE)
    desk.ingest()
    judge(desk, "ivo-brandt", "ann-vale")
    assert apart(desk, "ivo-brandt") == ["Ann Vale"]

    made = part(desk, "show")
    assert set(said_by(desk)) == {PAINTER, "Ann Vale"}
    undo(open_archive(desk.settings), made.uid, "he is no painter", "Eve")

    assert apart(desk, "ivo-brandt") == ["Ann Vale"]
    assert apart(desk, "ann-vale") == ["Ivo Brandt"]
    assert check(open_archive(desk.settings)).problems == []


def test_whose_last_article_was_split_off_is_not_confused_with_the_other_when_back(desk):
    put(desk, "show")
    part(desk, "show")
    put(desk, "vote")

    assert set(said_by(desk)) == {PAINTER, "Ivo Brandt"}
    assert apart(desk, "ivo-brandt") == [PAINTER]


def test_what_is_undone_confuses_nobody(desk):
    put(desk, "show", "vote")
    made = part(desk, "show")
    undo(open_archive(desk.settings), made.uid, "one man after all", "Eve")

    assert apart(desk, "ivo-brandt") == []


def test_where_nothing_is_left_the_curator_is_led_to_whom_the_articles_mean(desk):
    put(desk, "show")
    archive = open_archive(desk.settings)
    (held,) = quoting_articles(archive, "ivo-brandt").rows
    decided = Decided(Action.SPLIT, articles=[held.article.id], name=PAINTER)

    assert decide(archive, EVE, Subject.SPEAKER, "ivo-brandt", decided) == (
        "/speakers/ivo-brandt-painter"
    )


def test_where_something_is_left_the_curator_stays(desk):
    put(desk, "show", "vote")
    archive = open_archive(desk.settings)
    quoting = quoting_articles(archive, "ivo-brandt")
    assert [one.statements for one in quoting.rows] == [1, 1]
    assert quoting.paging.total == 2
    show = next(one for one in quoting.rows if "show" in one.article.headline)
    decided = Decided(Action.SPLIT, articles=[show.article.id], name=PAINTER)

    assert decide(archive, EVE, Subject.SPEAKER, "ivo-brandt", decided) == "/speakers/ivo-brandt"
    assert apart(desk, "ivo-brandt") == [PAINTER]
