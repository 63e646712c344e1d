"""People of a Popolo file beside those of their name whom the knowledge files list."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.domain.dates import PartialDate
from app.domain.gazetteer import EMPTY
from app.domain.quotations import Attribution, Entity, Extraction, SourceKind
from app.reading.knowledge import check_knowledge, load_knowledge
from app.resolution.speakers import resolve_speaker
from app.services.knowledge_import import ImportReport, import_popolo

KNOWN = """
- {name: Ruritania, kind: organisation}
- {name: John Smith, kind: person, born: 1950-03-02, died: 2011}
- {name: Eva Roe, kind: person}
- {name: Ana Ruiz, kind: person, wikidata: Q17}
- {name: Bo Wu (mayor of Leeds), kind: person}
- {name: Bo Wu (farmer), kind: person}
"""
OFFICES = """
- name: Minister of Ruritania
  body: Ruritania
  titles: [Minister]
  holders: [{speaker: Eva Roe, from: 1998, to: 2001}]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "knowledge"
    place.mkdir()
    (place / "speakers.yaml").write_text(KNOWN)
    (place / "offices.yaml").write_text(OFFICES)
    return place


def given(folder: Path, *people: dict[str, Any], terms: tuple[tuple[str, str], ...] = ()) -> Any:
    persons = [{"id": str(number)} | person for number, person in enumerate(people)]
    numbers = {person["name"]: person["id"] for person in reversed(persons)}
    data = {
        "persons": persons,
        "organizations": [{"id": "r", "name": "Ruritania"}],
        "memberships": [
            {
                "person_id": numbers[name],
                "organization_id": "r",
                "role": "deputy",
                "start_date": day,
            }
            for name, day in terms
        ],
    }
    file = folder.parent / "open.json"
    file.write_text(json.dumps(data))
    report: ImportReport = import_popolo(file, folder)
    assert check_knowledge(folder) == []
    return report, load_knowledge(folder)


def names(gazetteer) -> set[str]:
    return {one.name for one in gazetteer.speakers}


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"birth_date": "1972-08-01"}, "born 1972-08-01 here, 1950-03-02 there"),
        ({"death_date": "1999-01-01"}, "died 1999-01-01 here, 2011 there"),
        ({"birth_date": "1950-03-03"}, "born 1950-03-03 here, 1950-03-02 there"),
    ],
)
def test_who_was_born_or_died_another_day_stays_another_and_is_told(folder, facts, why):
    report, after = given(folder, {"name": "John Smith"} | facts)

    assert report.speakers == 1
    (new,) = names(after) - {one.name for one in load_knowledge(folder).speakers[:6]}
    assert new.startswith("John Smith (")
    assert any(why in one and f"entered as “{new}”" in one for one in report.conflicts)


def test_the_birth_is_what_a_new_one_is_told_by(folder):
    _, after = given(folder, {"name": "John Smith", "birth_date": "1972-08-01"})

    both = {one.name: one for one in after.speakers if "John Smith" in one.name}
    assert set(both) == {"John Smith", "John Smith (born 1972)"}
    assert both["John Smith"].not_same == ("John Smith (born 1972)",)
    assert both["John Smith (born 1972)"].born == PartialDate.from_iso("1972-08-01")


@pytest.mark.parametrize(
    ("person", "term", "why"),
    [
        (
            {"name": "Eva Roe", "birth_date": "1990"},
            (),
            "Eva Roe, born 1990, cannot have become Minister of Ruritania",
        ),
        (
            {"name": "Eva Roe", "death_date": "1980"},
            (),
            "Eva Roe, who died in 1980, cannot have become Minister",
        ),
        (
            {"name": "John Smith"},
            (("John Smith", "2014-01-01"),),
            "John Smith, who died in 2011, cannot have become",
        ),
        (
            {"name": "John Smith"},
            (("John Smith", "1960-01-01"),),
            "John Smith, born 1950-03-02, cannot have become",
        ),
        (
            {"name": "Ana Ruiz", "identifiers": [{"scheme": "wikidata", "identifier": "Q99"}]},
            (),
            "wikidata Q99 here, Q17 there",
        ),
    ],
)
def test_other_facts_that_contradict_keep_two_apart(folder, person, term, why):
    report, after = given(folder, person, terms=term)

    assert any(why in one for one in report.conflicts)
    assert len([one for one in names(after) if one.startswith(person["name"])]) == 2


@pytest.mark.parametrize(
    ("person", "term", "why"),
    [
        ({"name": "John Smith", "birth_date": "1950"}, (), "born 1950-03-02 in both"),
        (
            {"name": "Ana Ruiz", "identifiers": [{"scheme": "wikidata", "identifier": "Q17"}]},
            (),
            "wikidata Q17 in both",
        ),
        ({"name": "Eva Roe"}, (), "the name is the same and nothing given speaks against it"),
    ],
)
def test_who_is_the_known_one_is_told_with_the_reason(folder, person, term, why):
    report, _ = given(folder, person, terms=term)

    assert report.people == [f"{person['name']} is taken for {person['name']}, who is known: {why}"]
    assert report.speakers == 0
    assert report.conflicts == []


def test_an_identifier_outweighs_a_date_and_the_date_is_told(folder):
    known = KNOWN.replace("wikidata: Q17", "wikidata: Q17, born: 1960")
    (folder / "speakers.yaml").write_text(known)
    numbers = [{"scheme": "wikidata", "identifier": "Q17"}]
    person = {"name": "Ana Ruiz", "birth_date": "1961", "identifiers": numbers}

    report, _ = given(folder, person)

    assert report.speakers == 0
    assert report.conflicts == [
        "Ana Ruiz: born 1960 by the knowledge files, 1961 by this file; "
        "the knowledge files stay as they are"
    ]


def test_who_may_be_several_is_left_out_and_all_are_named(folder):
    report, _ = given(folder, {"name": "Bo Wu"}, terms=(("Bo Wu", "2012"),))

    assert (report.speakers, report.tenures) == (0, 0)
    (told,) = report.conflicts
    assert "Bo Wu may be Bo Wu (mayor of Leeds) or Bo Wu (farmer)" in told
    assert "left out" in told


def test_of_several_the_one_who_fits_is_taken(folder):
    known = KNOWN.replace(
        "Bo Wu (farmer), kind: person", "Bo Wu (farmer), kind: person, born: 1951"
    )
    (folder / "speakers.yaml").write_text(known)

    report, _ = given(folder, {"name": "Bo Wu", "birth_date": "1951-07-07"})

    assert report.people == ["Bo Wu is taken for Bo Wu (farmer), who is known: born 1951 in both"]


def test_twins_of_nearly_one_name_stay_two_and_articles_tell_them(folder):
    twins = [{"name": name, "birth_date": "1980-04-04"} for name in ("Jon Reed", "Jonathan Reed")]
    _, after = given(folder, *twins)

    assert {"Jon Reed", "Jonathan Reed"} <= names(after)
    apart = {one.name: one.not_same for one in after.speakers if "Reed" in one.name}
    assert "Jonathan Reed" in apart["Jon Reed"] or "Jon Reed" in apart["Jonathan Reed"]
    roles = Extraction((), (Entity("", "PERSON"),), (), "rules", "none", "1")
    for name in ("Jon Reed", "Jonathan Reed"):
        said = Attribution(SourceKind.PERSON, name, name, "printed", entity=0)
        assert resolve_speaker(said, roles, after).name == name
    assert resolve_speaker(said, roles, EMPTY).name == name


def test_only_one_of_a_file_is_taken_for_somebody_known(folder):
    report, after = given(folder, {"name": "Johnny Smith"}, {"name": "John Smith"})

    assert report.people[0].startswith("John Smith is taken for John Smith")
    assert "Johnny Smith" in names(after) or report.speakers == 1


def test_two_people_of_one_name_within_a_file_are_both_entered(folder):
    report, after = given(
        folder,
        {"name": "Ida Holm", "birth_date": "1950"},
        {"name": "Ida Holm", "birth_date": "1981"},
    )

    assert {"Ida Holm", "Ida Holm (born 1981)"} <= names(after)
    assert 'called "Ida Holm (born 1981)"' in report.notes[0]


def test_importing_again_gives_the_same(folder):
    people = [{"name": "John Smith", "birth_date": "1972"}, {"name": "Bo Wu"}]
    given(folder, *people)
    before = {path.name: path.read_bytes() for path in folder.glob("*.yaml")}

    given(folder, *people)

    assert {path.name: path.read_bytes() for path in folder.glob("*.yaml")} == before


def test_births_that_cannot_be_are_named_by_the_check(folder):
    (folder / "speakers.yaml").write_text(
        "- {name: Eva Roe, kind: person, born: 1999, died: 1980}\n"
        "- {name: Ruritania, kind: organisation, born: 1990}\n"
    )
    found = check_knowledge(folder)

    assert any(
        "speakers.yaml, line 1, died: died (1980) is before born (1999); mend one" in one
        for one in found
    )
    assert any("speakers.yaml, line 2, born: is for persons" in one for one in found)
    assert any('begins (1998) before "Eva Roe" was born' in one for one in found)
