"""Taking a Popolo file into a folder of knowledge files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.errors import KnowledgeError
from app.reading.knowledge import check_knowledge, load_knowledge
from app.services.knowledge_import import import_popolo

SPEAKERS = (
    "- {name: Ana Ruiz, kind: person, aliases: [Ana R. Ruiz]}\n"
    "- {name: Ruritania, kind: organisation}\n"
)
OFFICES = (
    "# kept as it is\n- name: Minister of Ruritania\n  body: Ruritania\n  titles: [Minister]\n"
    "  holders: [{speaker: Ana Ruiz, from: 2001-02-03, to: 2004-05-06}]\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "speakers.yaml").write_text(SPEAKERS)
    (tmp_path / "offices.yaml").write_text(OFFICES)
    return tmp_path


def popolo(tmp_path_factory: pytest.TempPathFactory, *terms: tuple[str, str, str]) -> Path:
    file = tmp_path_factory.mktemp("given") / "Open Data.json"
    persons = [{"id": name, "name": name} for name in dict.fromkeys(name for name, *_ in terms)]
    memberships: list[dict[str, Any]] = [
        {
            "person_id": name,
            "organization_id": "r",
            "role": "minister",
            "start_date": start or None,
            "end_date": end or None,
        }
        for name, start, end in terms
    ]
    bodies = [{"id": "r", "name": "Ruritania"}]
    data = {"persons": persons, "organizations": bodies, "memberships": memberships}
    file.write_text(json.dumps(data))
    return file


def test_people_and_terms_come_in_as_files_of_their_own(folder, tmp_path_factory):
    file = popolo(tmp_path_factory, ("Ben Roe", "2004-05-07", ""))

    report = import_popolo(file, folder)

    gazetteer = load_knowledge(folder)
    assert {path.name for path in report.files} == {
        "speakers-open-data.yaml",
        "offices-open-data.yaml",
    }
    assert [t.speaker for t in gazetteer.tenures] == ["Ana Ruiz", "Ben Roe"]
    assert len(gazetteer.offices) == 1
    assert (folder / "offices.yaml").read_text() == OFFICES


def test_somebody_known_keeps_the_name_known(folder, tmp_path_factory):
    file = popolo(tmp_path_factory, ("Ana R. Ruiz", "2010-01-01", ""))

    import_popolo(file, folder)

    assert [s.name for s in load_knowledge(folder).speakers] == ["Ana Ruiz", "Ruritania"]
    assert {t.speaker for t in load_knowledge(folder).tenures} == {"Ana Ruiz"}


def test_a_term_that_contradicts_the_folder_is_left_out_and_told(folder, tmp_path_factory):
    file = popolo(
        tmp_path_factory, ("Ben Roe", "2003-01-01", "2005-01-01"), ("Ana Ruiz", "2001-09-09", "")
    )

    report = import_popolo(file, folder)

    assert report.tenures == 0
    assert len(report.conflicts) == 2
    assert "Ana Ruiz held it 2001-02-03 to 2004-05-06 by the knowledge files" in report.conflicts[0]
    assert "the knowledge files stay as they are" in report.conflicts[1]
    assert check_knowledge(folder) == []


def test_importing_again_replaces_what_the_file_gave(folder, tmp_path_factory):
    file = popolo(tmp_path_factory, ("Ben Roe", "2004-05-07", ""))
    import_popolo(file, folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    import_popolo(file, folder)

    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_nothing_is_written_where_the_folder_has_a_mistake(folder, tmp_path_factory):
    (folder / "events.yaml").write_text("- {name: Fair, type: fair, from: 2012, to: 2011}\n")
    before = sorted(path.name for path in folder.iterdir())

    with pytest.raises(KnowledgeError, match=r"events\.yaml, line 1, to: ends"):
        import_popolo(popolo(tmp_path_factory, ("Ben Roe", "2004-05-07", "")), folder)

    assert sorted(path.name for path in folder.iterdir()) == before


BODIES = (
    "- {name: United States, kind: organisation, aliases: [United States of America]}\n"
    "- {name: Russia, kind: organisation}\n- {name: Ana Ruiz, kind: person}\n"
)
POSTS = (
    "- {name: Secretary of Defense of the United States, body: United States,\n"
    "   titles: [Defense Secretary], holders: [{speaker: Ana Ruiz, from: 2006, to: 2011}]}\n"
    "- {name: Foreign Minister of Russia, body: Russia, titles: [Foreign Minister]}\n"
    "- {name: Ambassador of Russia to the United States, body: Russia}\n"
)


def of_posts(tmp_path_factory: pytest.TempPathFactory, *terms: tuple[str, str, str, str]) -> Path:
    """A Popolo file of a name, a post, its body and a first day each."""
    file = tmp_path_factory.mktemp("given") / "posts.json"
    every = list(enumerate(terms))
    data = {
        "persons": [{"id": str(n), "name": name} for n, (name, *_) in every],
        "organizations": [{"id": str(n), "name": body} for n, (_, _, body, _) in every],
        "memberships": [
            {"person_id": str(n), "organization_id": str(n), "role": post, "start_date": start}
            for n, (_, post, _, start) in every
        ],
    }
    file.write_text(json.dumps(data))
    return file


@pytest.mark.parametrize(
    ("post", "body", "office"),
    [
        ("Secretary of Defence", "United States", "Secretary of Defense of the United States"),
        (
            "defence secretary",
            "United States of America",
            "Secretary of Defense of the United States",
        ),
        ("Minister of Foreign Affairs", "Russian Federation", "Foreign Minister of Russia"),
        ("Minister for Foreign Affairs", "Government of Russia", "Foreign Minister of Russia"),
        ("Ambassador to the United States", "Russia", "Ambassador of Russia to the United States"),
    ],
)
def test_an_office_written_otherwise_is_recognised_and_told(
    tmp_path: Path, tmp_path_factory, post: str, body: str, office: str
):
    (tmp_path / "speakers.yaml").write_text(BODIES)
    (tmp_path / "offices.yaml").write_text(POSTS)

    report = import_popolo(of_posts(tmp_path_factory, ("Ben Roe", post, body, "2012")), tmp_path)

    gazetteer = load_knowledge(tmp_path)
    assert len(gazetteer.offices) == 3
    assert [t.office for t in gazetteer.tenures if t.speaker == "Ben Roe"] == [office]
    assert len(report.recognised) == 1
    assert office in report.recognised[0]


def test_a_term_that_contradicts_an_office_written_otherwise_is_told(tmp_path, tmp_path_factory):
    (tmp_path / "speakers.yaml").write_text(BODIES)
    (tmp_path / "offices.yaml").write_text(POSTS)
    file = of_posts(tmp_path_factory, ("Ben Roe", "Secretary of Defence", "United States", "2008"))

    report = import_popolo(file, tmp_path)

    assert report.tenures == 0
    assert "Ana Ruiz held it 2006 to 2011" in report.conflicts[0]


def test_where_an_envoy_goes_and_of_which_rank_a_post_is_make_another_office(
    tmp_path: Path, tmp_path_factory
):
    (tmp_path / "speakers.yaml").write_text(BODIES)
    (tmp_path / "offices.yaml").write_text(POSTS)
    file = of_posts(
        tmp_path_factory,
        ("Ben Roe", "Ambassador to Russia", "United States", "2012"),
        ("Eva Roe", "Deputy Secretary of Defence", "United States", "2012"),
    )

    report = import_popolo(file, tmp_path)

    assert (report.recognised, report.offices) == ([], 2)


def test_two_spellings_of_an_office_in_one_file_are_one(folder, tmp_path_factory):
    file = of_posts(
        tmp_path_factory,
        ("Ben Roe", "Minister of Defence", "Ruritania", "2001"),
        ("Eva Roe", "Defense Minister", "Ruritania", "2001"),
    )

    report = import_popolo(file, folder)

    assert report.offices == 1
    assert check_knowledge(folder) == []


def of_bodies(tmp_path_factory: pytest.TempPathFactory, *names: str) -> Path:
    file = tmp_path_factory.mktemp("given") / "bodies.json"
    persons = [{"id": "p", "name": "Ben Roe"}]
    bodies = [{"id": name, "name": name} for name in names]
    memberships = [
        {"person_id": "p", "organization_id": name, "role": "member", "start_date": f"20{i}-01-01",
         "end_date": f"20{i}-12-31"}
        for i, name in enumerate(names, start=10)
    ]  # fmt: skip
    data = {"persons": persons, "organizations": bodies, "memberships": memberships}
    file.write_text(json.dumps(data))
    return file


def test_a_body_in_another_spelling_is_the_one_known(tmp_path, tmp_path_factory):
    (tmp_path / "speakers.yaml").write_text("- {name: Assemblée nationale, kind: organisation}\n")

    import_popolo(of_bodies(tmp_path_factory, "Assemblee nationale"), tmp_path)

    found = load_knowledge(tmp_path)
    assert [s.name for s in found.speakers] == ["Assemblée nationale", "Ben Roe"]
    assert {office.body for office in found.offices} == {"Assemblée nationale"}


def test_two_spellings_of_a_body_in_one_file_are_the_first(tmp_path, tmp_path_factory):
    (tmp_path / "speakers.yaml").write_text("- {name: Ana Ruiz, kind: person}\n")

    import_popolo(of_bodies(tmp_path_factory, "Sénat", "Senat"), tmp_path)

    found = load_knowledge(tmp_path)
    assert [s.name for s in found.speakers if s.name != "Ana Ruiz"] == ["Ben Roe", "Sénat"]
    assert {office.body for office in found.offices} == {"Sénat"}


def test_a_body_of_another_name_is_entered_beside_the_known(tmp_path, tmp_path_factory):
    (tmp_path / "speakers.yaml").write_text("- {name: Assemblée nationale, kind: organisation}\n")

    import_popolo(of_bodies(tmp_path_factory, "Assemblee generale"), tmp_path)

    assert "Assemblee generale" in {s.name for s in load_knowledge(tmp_path).speakers}


def test_an_alias_of_another_in_other_accents_is_left_out_and_told(tmp_path, tmp_path_factory):
    (tmp_path / "speakers.yaml").write_text(
        "- {name: Ana Ruiz, kind: person, aliases: [Béatrice Low]}\n"
    )
    file = tmp_path_factory.mktemp("given") / "people.json"
    person = {"id": "p", "name": "Cy Poe", "other_names": [{"name": "Beatrice Low"}]}
    term = {"person_id": "p", "organization_id": "r", "role": "mayor", "start_date": "2010-01-01"}
    data = {
        "persons": [person],
        "organizations": [{"id": "r", "name": "Porto"}],
        "memberships": [term],
    }
    file.write_text(json.dumps(data))

    report = import_popolo(file, tmp_path)

    told = '"Beatrice Low" is a name of Ana Ruiz already and is not given to Cy Poe'
    assert told in report.conflicts
    assert [s.aliases for s in load_knowledge(tmp_path).speakers if s.name == "Cy Poe"] == [()]
