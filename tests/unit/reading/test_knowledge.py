"""Knowledge files: the shipped ones are right, and every mistake is pointed at."""

from pathlib import Path

import pytest

from app.errors import KnowledgeError
from app.reading.knowledge import check_knowledge, load_knowledge

SHIPPED = Path(__file__).resolve().parents[3] / "seeds" / "knowledge"


def mistakes(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return "\n".join(check_knowledge(folder))


def test_the_shipped_knowledge_has_no_mistakes_and_holds_who_held_what() -> None:
    gazetteer = load_knowledge(SHIPPED)

    assert check_knowledge(SHIPPED) == []
    tenures = [t for t in gazetteer.tenures if t.office == "Secretary General of NATO"]
    assert len(tenures) >= 5
    assert len({issue.key for issue in gazetteer.issues}) == len(gazetteer.issues)


def test_a_folder_may_hold_only_some_of_the_files(tmp_path: Path) -> None:
    (tmp_path / "speakers.yaml").write_text("- {name: Ana Ruiz, kind: person}\n")

    gazetteer = load_knowledge(tmp_path)

    assert gazetteer.speakers[0].sort_name == "Ruiz, Ana"
    assert gazetteer.offices == ()


def test_an_unknown_key_is_named_with_file_and_line(tmp_path: Path) -> None:
    told = mistakes(tmp_path, "speakers.yaml", "- name: Ana Ruiz\n  kind: person\n  alias: [Ana]\n")

    assert "speakers.yaml, line 3, alias: unknown key; known are aliases" in told


def test_an_alias_of_two_people_is_a_mistake(tmp_path: Path) -> None:
    told = mistakes(
        tmp_path,
        "speakers.yaml",
        "- {name: Ana Ruiz, kind: person, aliases: [Ruiz]}\n"
        "- {name: Eva Ruiz, kind: person, aliases: [ruiz]}\n",
    )

    assert "line 2" in told
    assert '"ruiz" belongs to "Ana Ruiz"' in told


def test_two_holders_of_one_office_at_once_are_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "speakers.yaml").write_text(
        "- {name: Ana Ruiz, kind: person}\n- {name: Ben Roe, kind: person}\n"
        "- {name: Ruritania, kind: organisation}\n"
    )
    holders = (
        "- name: Minister of Health\n  body: Ruritania\n  titles: [Health Minister]\n  holders:\n"
        "    - {{speaker: Ana Ruiz, from: 2001-02-03, to: {end}}}\n"
        "    - {{speaker: Ben Roe, from: 2003-05-06}}\n"
    )

    assert "at once" in mistakes(tmp_path, "offices.yaml", holders.format(end="2004-01-01"))
    assert mistakes(tmp_path, "offices.yaml", holders.format(end="2003-05-05")) == ""
    assert mistakes(tmp_path, "offices.yaml", holders.format(end="2003")) == "", "may touch"


def test_a_holder_whom_nobody_lists_is_a_mistake(tmp_path: Path) -> None:
    told = mistakes(
        tmp_path,
        "offices.yaml",
        "- name: Mayor\n  holders:\n    - {speaker: Ana Ruiz, from: 2001}\n",
    )

    assert "offices.yaml, line 3" in told
    assert '"Ana Ruiz" is not in speakers.yaml' in told


def test_an_event_cannot_end_before_it_starts(tmp_path: Path) -> None:
    told = mistakes(
        tmp_path,
        "events.yaml",
        "- {name: Fair, type: meeting, from: 2011-05-03, to: 2011-05-01}\n",
    )

    assert "line 1, to: ends (2011-05-01) before it starts" in told


@pytest.mark.parametrize("date", ["soon", "2011-13", "2011-02-30", "99999-01-01"])
def test_what_is_no_date_is_named(tmp_path: Path, date: str) -> None:
    told = mistakes(tmp_path, "events.yaml", f"- {{name: Fair, type: meeting, date: {date}}}\n")

    assert f'"{date}" is no date' in told


def test_a_broken_file_names_the_line_and_stops_everything(tmp_path: Path) -> None:
    (tmp_path / "outlets.yaml").write_text("- {name: The Post\n- other\n")

    with pytest.raises(KnowledgeError, match=r"outlets\.yaml, line \d+: not YAML"):
        load_knowledge(tmp_path)


def test_an_issue_needs_signals_and_known_stances(tmp_path: Path) -> None:
    told = mistakes(
        tmp_path,
        "issues.yaml",
        "- key: Bad Key\n  name: n\n  question: q\n  stances: {likes: [yes please]}\n",
    )

    assert "lower-case words joined by hyphens" in told
    assert "no signals" in told
    assert 'unknown stance "likes"' in told


def test_a_file_of_another_name_is_not_passed_over(tmp_path: Path) -> None:
    assert "peoples.yaml: unknown file" in mistakes(tmp_path, "peoples.yaml", "[]\n")


def test_who_is_not_the_same_must_be_listed_and_somebody_else(tmp_path: Path) -> None:
    told = mistakes(
        tmp_path,
        "speakers.yaml",
        "- {name: Ana Ruiz, kind: person, not_same: [Ana Roe, Ana Ruiz]}\n",
    )

    assert 'line 1: not_same "Ana Roe" is not in speakers.yaml; add it there' in told
    assert 'line 1: not_same names "Ana Ruiz" itself; name somebody else' in told
