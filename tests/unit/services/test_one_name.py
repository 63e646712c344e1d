"""One name across articles: fathers and sons, doubts that are told, spellings that are one."""

from __future__ import annotations

import pytest
from sqlmodel import select

from app.archive import open_archive
from app.domain.corrections import Action, Proposal, Subject
from app.models.article import Article
from app.models.document import Document
from app.models.speaker import Speaker
from app.models.statement import Statement
from app.services.checks import check
from app.services.corrections import correct
from app.services.speakers import get_speaker, list_speakers

WORDS = [
    "The road has been closed for far too long",
    "Nobody asked us before it was decided",
    "We will look at every page of the report",
    "It was the hardest winter that I remember",
]
DAYS = ["March 4, 2014", "May 12, 2014", "September 2, 2014", "February 3, 2015"]


def said_by(desk, *sources: str) -> dict[str, set[int]]:
    """Which of several articles, one for each source, each speaker is quoted in."""
    for number, source in enumerate(sources):
        body = f'"{WORDS[number]}," said {source}.'
        lead = f"News number {number}\n\nLONDON, {DAYS[number]} (Reuters) - It was a long week."
        desk.put(f"{number}.txt", f"{lead}\n\n{body}\n")
        desk.ingest()
    wanted = (
        select(Speaker.name, Document.name)
        .join(Statement, Statement.speaker_id == Speaker.id)
        .join(Article, Article.id == Statement.article_id)
        .join(Document, Document.id == Article.document_id)
    )
    found: dict[str, set[int]] = {}
    archive = open_archive(desk.settings)
    with archive.session() as session:
        for name, document in session.exec(wanted):
            found.setdefault(name, set()).add(int(document.removesuffix(".txt")))
    assert check(archive).problems == []
    return found


def page_of(desk, slug: str):
    return get_speaker(open_archive(desk.settings), slug)


@pytest.mark.parametrize(
    "sources",
    [
        ["Adam Tarnley, a councillor of York", "Boston Bruins goalkeeper Adam Tarnley"],
        ["Premier Adam Tarnley of Quebec", "the poet Adam Tarnley"],
        ["Sen. Adam Tarnley (D-Ohio)", "Rep. Adam Tarnley (R-Texas)"],
        ["police officer Adam Tarnley", "the singer Adam Tarnley"],
        ["Adam Tarnley, a student in Leeds", "Adam Tarnley, a professor of law at Yale"],
        ["Adam Tarnley, who farms near Ames, Iowa", "Senator Adam Tarnley"],
        ["Adam Tarnley, a lawyer in Rome", "Adam Tarnley, who is no relation to the lawyer"],
    ],
)
def test_two_whom_no_file_lists_have_a_page_each_that_names_the_other(desk, sources):
    found = said_by(desk, *sources)

    assert sorted(found.values(), key=min) == [{0}, {1}]
    rows = list_speakers(open_archive(desk.settings), query="Tarnley").rows
    for row in rows:
        others = {one.name for one in page_of(desk, row.slug).not_to_confuse}
        assert others >= {one.name for one in rows if one.name in found} - {row.name}


@pytest.mark.parametrize(
    "sources",
    [
        ["Senator Adam Tarnley of Maine", "Secretary of Commerce Adam Tarnley"],
        ["Adam Tarnley, an author", "Adam Tarnley, a professor at Yale University"],
        ["Adam Tarnley, a teacher in Ohio", "Adam Tarnley, a teacher who moved to Texas"],
        ["Adam Tarnley of Columbus, Ohio", "Adam Tarnley, an architect from Texas"],
    ],
)
def test_one_whose_life_changes_stays_one(desk, sources):
    assert list(said_by(desk, *sources).values()) == [{0, 1}]


def test_a_doubt_that_nothing_settles_stands_on_the_page_and_goes_with_its_reason(desk):
    said_by(desk, "the actor Adam Tarnley", "Governor Adam Tarnley")
    page = page_of(desk, "adam-tarnley")

    assert page.statements == 2
    told = "Taken for one person, though articles describe somebody of this name"
    assert page.description == f"{told} as “actor” and as “Governor”."

    desk.put("0.txt", (desk.inbox / "0.txt").read_text().replace("the actor", "former governor"))
    desk.ingest()
    assert page_of(desk, "adam-tarnley").description is None


def test_senior_and_junior_are_two_and_name_each_other(desk):
    found = said_by(desk, "Peter Ames Jr.", "Peter Ames Sr.", "Peter Ames III")

    assert found == {"Peter Ames Jr": {0}, "Peter Ames Sr": {1}, "Peter Ames III": {2}}
    others = [one.name for one in page_of(desk, "peter-ames-jr").not_to_confuse]
    assert others == ["Peter Ames III", "Peter Ames Sr"]


def test_a_name_without_junior_says_that_it_may_be_the_same(desk):
    found = said_by(desk, "Peter Ames Jr.", "Peter Ames")

    assert found == {"Peter Ames Jr": {0}, "Peter Ames": {1}}
    for slug, other in (("peter-ames", "Peter Ames Jr"), ("peter-ames-jr", "Peter Ames")):
        assert page_of(desk, slug).description == (
            f"Articles also name “{other}”; nothing tells whether that is this person."
        )
        assert page_of(desk, slug).not_to_confuse == []


def test_what_was_judged_not_to_be_the_same_is_unsure_no_more(desk):
    said_by(desk, "Peter Ames Jr.", "Peter Ames", "Peter Ames Sr.")
    proposal = Proposal(
        Action.NOT_SAME, Subject.SPEAKER, "peter-ames", "two men", "Eve",
        {"other": "peter-ames-jr"},
    )  # fmt: skip
    correct(open_archive(desk.settings), proposal)

    assert page_of(desk, "peter-ames-jr").description is None
    told = "Articles also name “Peter Ames Sr”; nothing tells whether that is this person."
    assert page_of(desk, "peter-ames").description == told


def test_a_page_tells_both_why_it_may_be_two_and_whose_else_it_may_be(desk):
    sources = ["Peter Ames Jr.", "the actor Peter Ames", "Governor Peter Ames"]
    said_by(desk, *sources)
    told = page_of(desk, "peter-ames").description

    doubt, also = told.split(". ")
    assert doubt.startswith("Taken for one person")
    assert also == "Articles also name “Peter Ames Jr”; nothing tells whether that is this person."
    desk.put("1.txt", (desk.inbox / "1.txt").read_text().replace("the actor", "former governor"))
    desk.ingest()
    assert page_of(desk, "peter-ames").description == also


def test_degrees_and_seats_behind_a_name_make_nobody_new(desk):
    assert list(said_by(desk, "Peter Ames MP", "Peter Ames").values()) == [{0, 1}]


@pytest.mark.parametrize(
    ("sources", "shown"),
    [
        (["Jose Quintal", "José Quintal"], "José Quintal"),
        (["Mario DeBrasio", "Mario de Brasio", "Mario De Brasio"], "Mario De Brasio"),
        (["Hamid Al-Sirri", "Hamid al Sirri", "Hamid Al Sirri"], "Hamid Al Sirri"),
        (["Guy LeBrand", "Guy Le Brand"], "Guy Le Brand"),
        (["Ewan MacDorn", "Ewan Macdorn", "Ewan Mac Dorn"], "Ewan Mac Dorn"),
        (["Sean O'Farrel", "Sean O’Farrel", "Sean OFarrel"], "Sean O'Farrel"),
    ],
)
def test_names_that_differ_by_an_accent_or_a_blank_are_one(desk, sources, shown):
    assert said_by(desk, *sources) == {shown: set(range(len(sources)))}


@pytest.mark.parametrize(
    "sources",
    [["Ana Bell", "Anabel Bell"], ["Deb Lasio", "De Blasio"], ["Van Dorn", "Vanessa Dorn"]],
)
def test_names_that_differ_otherwise_are_two(desk, sources):
    assert len(said_by(desk, *sources)) == 2


def test_two_who_differ_by_an_accent_are_two_where_articles_tell_them_apart(desk):
    found = said_by(desk, "José Quesada, a farmer from Texas", "Jose Quesada, the mayor of Denver")

    assert set(found) == {"José Quesada (farmer from Texas)", "Jose Quesada (mayor of Denver)"}
