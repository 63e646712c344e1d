"""What cannot be true in knowledge files is named with its file and line."""

from pathlib import Path

import pytest

from app.domain.wordlists import event_kinds
from app.reading.knowledge import check_knowledge, load_knowledge
from app.resolution.event_words import EVENT_TYPES

PEOPLE = (
    "- {name: Ana Ruiz, kind: person}\n- {name: Ben Roe, kind: person}\n"
    "- {name: Ruritania, kind: organisation}\n"
)
OFFICE = "- name: Minister of Health\n  body: Ruritania\n  several: {several}\n  holders:\n"
ISSUE = "- key: bread\n  name: Bread\n  question: Is it too dear?\n  signals: ['{signal}']\n"


def faults(folder: Path, **files: str | bytes) -> list[str]:
    for name, text in files.items():
        content = text if isinstance(text, bytes) else text.encode()
        (folder / f"{name}.yaml").write_bytes(content)
    return check_knowledge(folder)


def held(folder: Path, *terms: str, several: bool = False) -> list[str]:
    office = OFFICE.format(several=str(several).lower())
    lines = "".join(f"    - {{speaker: {term}}}\n" for term in terms)
    return faults(folder, speakers=PEOPLE, offices=office + lines)


@pytest.mark.parametrize(
    ("terms", "told"),
    [
        (("Ana Ruiz", "Ben Roe"), "Ben Roe and Ana Ruiz (offices.yaml, line 5) hold"),
        (("Ana Ruiz, from: 2004", "Ben Roe"), 'a term without "to" is held still'),
        (("Ana Ruiz, from: 2001, to: 2008", "Ben Roe, to: 2004"), "at once"),
        (("Ana Ruiz", "Ana Ruiz"), "twice in the same term"),
        (("Ana Ruiz, from: 2001, to: 2001", "Ana Ruiz, from: 2001, to: 2001"), "twice in the same"),
        (("Ana Ruiz, from: 2001", "Ana Ruiz, from: 2004"), "twice at once"),
    ],
)
def test_terms_that_share_a_day_are_named_also_without_dates(
    tmp_path: Path, terms: tuple[str, ...], told: str
) -> None:
    (fault,) = held(tmp_path, *terms)

    assert fault.startswith("offices.yaml, line ")
    assert told in fault


@pytest.mark.parametrize(
    "terms",
    [
        ("Ana Ruiz, to: 2004", "Ben Roe, from: 2004"),
        ("Ana Ruiz, to: 2003", "Ben Roe, to: 2005"),
        ("Ana Ruiz, from: 2001, to: 2003", "Ana Ruiz, from: 2005"),
        ("Ana Ruiz, from: 2001, to: 2001", "Ben Roe, from: 2001, to: 2001"),
    ],
)
def test_terms_that_may_follow_one_another_are_right(
    tmp_path: Path, terms: tuple[str, ...]
) -> None:
    assert held(tmp_path, *terms) == []


def test_of_an_office_that_several_hold_only_one_person_twice_is_a_mistake(tmp_path: Path) -> None:
    assert held(tmp_path, "Ana Ruiz", "Ben Roe", several=True) == []
    assert len(held(tmp_path, "Ana Ruiz", "Ana Ruiz, from: 2001", several=True)) == 1


def test_only_a_person_holds_an_office(tmp_path: Path) -> None:
    (fault,) = held(tmp_path, "Ruritania, from: 2001")

    assert 'speaker "Ruritania" is no person; name who held the office' in fault


@pytest.mark.parametrize(
    ("signal", "told"),
    [
        ("tax + + bread", "has an empty term"),
        ("+ bread", "has an empty term"),
        ("bread -", "has an empty term"),
        ("...", "has an empty term"),
        ("tax+bread", "has a + without blanks; write a + b"),
        ("tax + Tax", "has the same term twice"),
        ("tax - tax", "asks for what it leaves out"),
    ],
)
def test_a_signal_that_finds_nothing_or_all_is_named(
    tmp_path: Path, signal: str, told: str
) -> None:
    (fault,) = faults(tmp_path, issues=ISSUE.format(signal=signal))

    assert fault.startswith(f'issues.yaml, line 4, signals: "{signal}" {told}')


def test_signals_of_several_terms_are_right(tmp_path: Path) -> None:
    assert faults(tmp_path, issues=ISSUE.format(signal="e-mail + server - private - home")) == []


def test_an_event_of_no_known_kind_is_named_and_every_kind_told_of_is_known(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, events="- {name: Fair, type: banana, date: 2001}\n")

    assert 'events.yaml, line 1, type: unknown type "banana"; known are accident' in fault
    assert set(EVENT_TYPES) <= event_kinds()


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("{name: ~, kind: person}", 'line 1: "name" is missing'),
        ("{name: '12', kind: person}", 'line 1, name: "12" is no name'),
        ('{name: "Ana\\nRuiz", kind: person}', "line 1, name: must be one line of text"),
        (f"{{name: {'A' * 1001}, kind: person}}", "line 1, name: is longer than 1,000"),
        ("{name: Ana, kind: person, aliases: ['']}", "line 1, aliases: holds an empty entry"),
        ("{name: Ana, kind: person, aliases: [[Eva]]}", "line 1, aliases: must hold text only"),
        ("&a {name: Ana, kind: person, aliases: [*a]}", "line 1, aliases: must hold text only"),
        ("{name: Ana, name: Eva, kind: person}", "line 1, name: is given twice"),
        ("&a {name: Ana, kind: person}\n- {<<: *a, name: Eva}", "line 2, <<: entries are not merg"),
        ("name: Ana\n\tkind: person", "line 2: not YAML: found a tab"),
        ("{name: Ana, kind: person}\n---\n- {}", "line 2: not YAML"),
    ],
)
def test_what_is_badly_formed_is_named(tmp_path: Path, entry: str, told: str) -> None:
    found = faults(tmp_path, speakers=f"- {entry}\n")

    assert found
    assert found[0].startswith(f"speakers.yaml, {told}")


def test_a_byte_order_mark_and_other_line_ends_do_no_harm(tmp_path: Path) -> None:
    content = PEOPLE.replace("\n", "\r\n").encode("utf-8-sig")

    assert faults(tmp_path, speakers=content) == []
    assert len(load_knowledge(tmp_path).speakers) == 3


def test_a_folder_in_place_of_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "speakers.yaml").mkdir()

    assert check_knowledge(tmp_path) == [
        "speakers.yaml: is no file that can be read; put a file there"
    ]


def test_two_people_of_one_name_are_told_apart_in_their_names(tmp_path: Path) -> None:
    named = "- {name: John Smith, kind: person}\n- {name: %s, kind: person}\n"

    (fault,) = faults(tmp_path, speakers=named % "John Smith")
    assert 'say which in the name: "John Smith (mayor of Leeds)"' in fault
    assert faults(tmp_path, speakers=named % "John Smith (mayor of Leeds)") == []
    mayor = load_knowledge(tmp_path).speakers[1]
    assert mayor.aliases == ("John Smith",)
    assert mayor.not_same == ("John Smith",)
    assert mayor.sort_name == "Smith, John (mayor of Leeds)"


def test_an_alias_may_be_twos_where_the_file_says_that_they_are_two(tmp_path: Path) -> None:
    both = (
        "- {name: John A. Smith, kind: person, aliases: [John Smith]%s}\n"
        "- {name: John B. Smith, kind: person, aliases: [John Smith]}\n"
    )

    (fault,) = faults(tmp_path, speakers=both % "")
    assert "name one in the other's not_same" in fault
    assert faults(tmp_path, speakers=both % ", not_same: [John B. Smith]") == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("José Ruiz", "Jose Ruiz"),
        ("Bill De Blasio", "Bill DeBlasio"),
        ("Bill de Blasio", "Bill De Blasio"),
        ("Ali Al-Sisi", "Ali al Sisi"),
        ("Jean-Luc Roe", "Jean Luc Roe"),
    ],
)
def test_entries_that_differ_only_by_an_accent_or_a_blank_are_named(
    tmp_path: Path, one: str, two: str
) -> None:
    entry = "- {{name: {}, kind: person}}\n"
    (found,) = faults(tmp_path, speakers=entry.format(one) + entry.format(two))

    assert found.startswith(f'speakers.yaml, line 2: "{two}"')
    assert f'"{one}"' in found
    assert "speakers.yaml, line 1" in found
    apart = entry.format(one) + f"- {{name: {two}, kind: person, not_same: [{one}]}}\n"
    assert faults(tmp_path, speakers=apart) == []


def test_spellings_of_one_entry_may_differ_by_an_accent(tmp_path: Path) -> None:
    entry = "- {name: José Ruiz, kind: person, aliases: [Jose Ruiz, Jose-Ruiz]}\n"

    assert faults(tmp_path, speakers=entry) == []


def test_a_holder_named_by_what_is_the_name_of_two_must_say_which(tmp_path: Path) -> None:
    people = "- {name: John Smith (a), kind: person}\n- {name: John Smith (b), kind: person}\n"
    office = "- name: Mayor\n  holders:\n    - {speaker: John Smith}\n"

    (fault,) = faults(tmp_path, speakers=people, offices=office)

    assert "is the name of several; write John Smith (a) or John Smith (b)" in fault


def test_one_office_under_two_spellings_is_named(tmp_path: Path) -> None:
    offices = (
        "- {name: Foreign Minister of Ruritania, body: Ruritania}\n"
        "- {name: Minister of Foreign Affairs of Ruritania, body: Ruritania}\n"
        "- {name: Deputy Foreign Minister of Ruritania, body: Ruritania}\n"
    )

    (fault,) = faults(tmp_path, speakers=PEOPLE, offices=offices)

    assert fault.startswith('offices.yaml, line 2: "Minister of Foreign Affairs of Ruritania" is')
