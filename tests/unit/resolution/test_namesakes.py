"""Two people of one name in one article, and which of several known people is meant."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.dates import PartialDate
from app.domain.documents import ParsedArticle
from app.domain.gazetteer import (
    EMPTY,
    Gazetteer,
    KnownOffice,
    KnownSpeaker,
    KnownTenure,
    SpeakerKind,
)
from app.domain.quotations import Attribution, Entity, Extraction, SourceKind
from app.domain.spans import Span
from app.extraction.pipeline import extract
from app.resolution.introduced import with_ages
from app.resolution.namesakes import part_namesakes
from app.resolution.speakers import resolve_speaker
from app.resolution.told import people_told

FARMER, MAYOR = "John Smith (farmer from Ohio)", "John Smith (mayor of Leeds)"
ARTICLE = """John Smith, a farmer from Ohio, said: "The line will ruin the fields around the town."

John Smith, the mayor of Leeds, disagreed. "The tram will bring jobs," the mayor said.

The farmer said he would go home on Friday. "I have seen enough of trams for a year," he said.
"""


def parted(text: str) -> tuple[ParsedArticle, Extraction]:
    paragraphs, start = [], 0
    for part in text.split("\n\n"):
        paragraphs.append(Span(start, start + len(part)))
        start += len(part) + 2
    article = ParsedArticle(text, Span(0, len(text)), tuple(paragraphs))
    return article, part_namesakes(article, extract(article, EMPTY, "auto"))


def names(text: str) -> list[str | None]:
    return [one.attribution.name for one in parted(text)[1].quotations]


def test_two_introduced_with_other_callings_are_two() -> None:
    assert names(ARTICLE) == [FARMER, MAYOR, FARMER, FARMER]


def test_the_reason_names_both_and_the_words_that_decide() -> None:
    reason = parted(ARTICLE)[1].quotations[1].attribution.reason

    assert "“mayor of Leeds” tells which John Smith is meant" in reason
    assert FARMER in reason


def test_parting_again_changes_nothing() -> None:
    article, once = parted(ARTICLE)

    assert part_namesakes(article, once) == once


def test_words_that_may_be_eithers_are_nobodys() -> None:
    tail = '\n\nIt will vote.\n\nIt is late.\n\n"It is a hard choice for us," Smith said.\n'
    quotation = parted(ARTICLE + tail)[1].quotations[-1]

    assert quotation.attribution.kind is SourceKind.UNNAMED
    assert quotation.attribution.description == "Smith"
    assert "nothing here says which of them speaks" in quotation.attribution.reason


@pytest.mark.parametrize(
    "second", ["the mayor", "the former senator from Ohio", "a father of three", "who laughed"]
)
def test_one_introduced_twice_stays_one(second: str) -> None:
    text = ARTICLE.replace("a farmer from Ohio", "the mayor of Leeds")

    assert set(names(text.replace("the mayor of Leeds, dis", f"{second}, dis"))) == {"John Smith"}


def test_a_trade_that_is_no_role_elsewhere_is_told_and_the_age() -> None:
    text = 'Eva Roe, 54, a baker in Tulsa, said: "The bread needs time and nothing else."\n'
    article, found = parted(text)
    speakers = [resolve_speaker(q.attribution, found, EMPTY) for q in found.quotations]

    (told,) = people_told(with_ages(article, found), speakers)

    assert (told.name, told.roles, told.age) == ("Eva Roe", ("baker in Tulsa",), 54)


def test_a_trade_before_the_name_is_told_and_a_surname_is_no_trade() -> None:
    for text, roles in (
        ('"The bread needs time," said Tulsa baker Eva Roe.\n', ("Tulsa baker",)),
        ('"The bread needs time," said Peter Baker.\n', ()),
    ):
        article, found = parted(text)
        speakers = [resolve_speaker(q.attribution, found, EMPTY) for q in found.quotations]
        assert people_told(with_ages(article, found), speakers)[0].roles == roles


PERSON = SpeakerKind.PERSON
MINISTERS = Gazetteer(
    speakers=(
        KnownSpeaker("Robert Gates", PERSON, description="Secretary of Defense of Ruritania"),
        KnownSpeaker("Ivan Petrov", PERSON, ("I. Petrov",)),
        KnownSpeaker("Ivan Petrov (admiral)", PERSON, ("Ivan Petrov",)),
        KnownSpeaker("Eva Roe (the elder)", PERSON, ("Eva Roe",)),
        KnownSpeaker("Eva Roe (the younger)", PERSON, ("Eva Roe",)),
    ),
    offices=(
        KnownOffice("Secretary of Defense of Ruritania", "Ruritania", ("Defense Secretary",)),
        KnownOffice("Foreign Minister of Russia", "Russia", ("Foreign Minister",)),
        KnownOffice("Commander of the Fleet", "Russia", ("Commander", "Admiral")),
    ),
    tenures=(
        KnownTenure("Robert Gates", "Secretary of Defense of Ruritania"),
        KnownTenure("Ivan Petrov", "Foreign Minister of Russia"),
        KnownTenure("Ivan Petrov (admiral)", "Commander of the Fleet"),
        KnownTenure(
            "Eva Roe (the elder)",
            "Foreign Minister of Russia",
            PartialDate.from_iso("1990"),
            PartialDate.from_iso("1995"),
        ),
        KnownTenure(
            "Eva Roe (the younger)", "Foreign Minister of Russia", PartialDate.from_iso("2005")
        ),
    ),
)


def person(name: str, *roles: str, day: str | None = None):
    extraction = Extraction((), (Entity("", "PERSON", roles),), (), "rules", "none", "1")
    said = Attribution(SourceKind.PERSON, name, name, "the name is printed", entity=0)
    return resolve_speaker(said, extraction, MINISTERS, PartialDate.from_iso(day) if day else None)


def test_a_baker_is_not_the_minister_who_is_known() -> None:
    found = person("Robert Gates", "baker in Tulsa")

    assert (found.name, found.known, found.another) == ("Robert Gates", False, True)
    assert "not the Robert Gates who is known: “baker in Tulsa” and “Secretary" in found.reason


@pytest.mark.parametrize(
    "roles",
    [
        (),
        ("Defense Secretary",),
        ("former president of a university",),
        ("baker", "Defense Secretary"),
    ],
)
def test_whose_description_may_be_the_ministers_is_the_minister(roles: tuple[str, ...]) -> None:
    assert person("Robert Gates", *roles).known


def test_the_office_tells_which_of_two_known_people_is_meant() -> None:
    assert person("Ivan Petrov", "Admiral").name == "Ivan Petrov (admiral)"
    assert person("Ivan Petrov", "Russian foreign minister").name == "Ivan Petrov"


def test_the_day_tells_which_of_two_who_held_one_office_is_meant() -> None:
    assert person("Eva Roe", "Foreign Minister", day="1993-05-01").name == "Eva Roe (the elder)"
    assert person("Eva Roe", "Foreign Minister", day="2010").name == "Eva Roe (the younger)"


def test_where_nothing_tells_which_it_is_left_open_and_on_nobodys_page() -> None:
    petrov, roe = person("Ivan Petroff"), person("Eva Roe", "Foreign Minister")

    assert (petrov.kind, petrov.name, petrov.description) == (
        SpeakerKind.UNNAMED,
        None,
        "Ivan Petroff",
    )
    assert "2 people of this name are known, and nothing here tells which" in petrov.reason
    assert (roe.name, roe.known, roe.another) == ("Eva Roe", False, False)


def test_of_two_in_one_article_the_known_one_is_known() -> None:
    said = Attribution(SourceKind.PERSON, "Robert Gates (Defense Secretary)", "he", "", entity=0)
    roles = Extraction(
        (), (Entity("", "PERSON", ("Defense Secretary",)),), (), "rules", "none", "1"
    )

    assert resolve_speaker(said, roles, MINISTERS).name == "Robert Gates"
    other = replace(said, name="Robert Gates (baker in Tulsa)")
    baker = replace(roles, entities=(Entity("", "PERSON", ("baker in Tulsa",)),))
    assert resolve_speaker(other, baker, MINISTERS).name == "Robert Gates (baker in Tulsa)"


def test_a_relative_of_a_known_persons_name_is_not_the_known_one() -> None:
    said = Attribution(SourceKind.PERSON, "Robert Gates (son)", "the son", "told", entity=0)
    son = Extraction((), (Entity("", "PERSON"),), (), "rules", "none", "1")
    found = resolve_speaker(said, son, MINISTERS)

    assert (found.name, found.known, found.another) == ("Robert Gates (son)", False, True)
    assert "a relative of the name, not the Robert Gates who is known" in found.reason
    minister = replace(son, entities=(Entity("", "PERSON", ("Defense Secretary",)),))
    assert resolve_speaker(said, minister, MINISTERS).name == "Robert Gates"


def test_of_two_known_by_nearly_one_name_the_very_name_tells() -> None:
    both = Gazetteer(
        speakers=(
            KnownSpeaker("George W. Bush", PERSON, ("George Bush",)),
            KnownSpeaker(
                "George H. W. Bush", PERSON, ("George Bush",), not_same=("George W. Bush",)
            ),
        )
    )
    nobody = Extraction((), (Entity("", "PERSON"),), (), "rules", "none", "1")

    def named(name: str) -> str | None:
        said = Attribution(SourceKind.PERSON, name, name, "printed", entity=0)
        return resolve_speaker(said, nobody, both).name

    assert named("George W. Bush") == "George W. Bush"
    assert named("George H.W. Bush") == "George H. W. Bush"
    assert named("George Bush") not in ("George W. Bush", "George H. W. Bush")
