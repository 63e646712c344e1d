"""What somebody who writes knowledge files for the first time gets wrong is named with its line."""

from pathlib import Path

import pytest

from app.reading.knowledge import check_knowledge

PEOPLE = (
    "- {name: Ana Ruiz, kind: person, aliases: [Annie Ruiz]}\n- {name: Ben Roe, kind: person}\n"
    "- {name: Ruritania, kind: organisation, aliases: [Strelsau]}\n"
)
BREAD = "- key: bread\n  name: Bread\n  question: Is it too dear?\n"
SIDES = BREAD + "  signals: [price of bread]\n  stances:\n"


def faults(folder: Path, **files: str) -> list[str]:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return check_knowledge(folder)


@pytest.mark.parametrize(
    ("stances", "told"),
    [
        (
            "    supports: [make bread dear]\n    opposes: [Make bread dear]\n",
            'line 7, opposes: "Make bread dear" is a phrase of "opposes" and of "supports" '
            "(issues.yaml, line 6, supports); keep it with one of them",
        ),
        ("    supports: [raises prices]\n    rejects: [raise the price, raised price]\n", "line 7"),
        ("    supports: [raise it, raise it]\n", 'line 6, supports: "raise it" stands there twice'),
        ("    demands: [raise + price]\n", "which only signals know"),
        ("    demands: [price of bread]\n", "stands in every signal"),
        ("    opposes: ['no']\n", "stands in nearly every sentence"),
        ("    opposes: ['too dear, too small']\n", "has a comma"),
        ("    support: [raise it]\n", 'unknown stance "support"; known are demands, supports'),
        ("    against: [raise it]\n", 'this may be "opposes"'),
        ("    supports: raise it\n", "line 6, supports: must be a list"),
        ("    - supports\n    - opposes\n", "line 5, stances: must name the phrases of each"),
    ],
)  # fmt: skip
def test_a_phrase_that_decides_no_side_is_named(tmp_path: Path, stances: str, told: str) -> None:
    (fault,) = faults(tmp_path, issues=SIDES + stances)

    assert fault.startswith("issues.yaml, line ")
    assert told in fault


def test_phrases_that_tell_the_sides_apart_are_right(tmp_path: Path) -> None:
    sides = "    supports: [must be dearer, raise the price]\n    opposes: [not raise the price]\n"

    assert faults(tmp_path, issues=SIDES + sides) == []


@pytest.mark.parametrize(
    ("signal", "told"),
    [
        ("road tax - tax", 'asks for what it leaves out ("tax"), so that it finds nothing'),
        ("toll + road taxes - tax", "asks for what it leaves out"),
        ("bread - price + loaf", "has a + after a -"),
        ("bread -loaf", "has a dash that is read as part of a word; write a - b"),
        ("bread – loaf", "has a dash that is read as part of a word"),
        ("bread OR loaf", 'has "OR", which means nothing here'),
        ("bread*", 'has "*"'),
        ("bread, loaf, bun", "has a comma; write each phrase as an entry of its own"),
        ("bread, 10 loaves", "has a comma"),
        ("bread & loaf", 'has "&", which means nothing here'),
        ("NATO & Ruritania", 'has "&"'),
        ("bread+loaf", "has a + without blanks"),
        ("bread + + loaf", "has an empty term"),
    ],
)
def test_a_signal_that_would_never_or_always_find_is_named(
    tmp_path: Path, signal: str, told: str
) -> None:
    (fault,) = faults(tmp_path, issues=f"{BREAD}  signals: ['{signal}']\n")

    assert fault.startswith(f'issues.yaml, line 4, signals: "{signal}" {told}')


@pytest.mark.parametrize(
    ("signal", "told"),
    [
        ("US", " (case and marks are not looked at: US is read as us)"),
        ("WHO", " (case and marks are not looked at: WHO is read as who)"),
        ("C++", " (case and marks are not looked at: C++ is read as c)"),
        ("who", ""),
    ],
)
def test_a_signal_of_small_words_is_told_as_it_is_read(
    tmp_path: Path, signal: str, told: str
) -> None:
    (fault,) = faults(tmp_path, issues=f"{BREAD}  signals: ['{signal}']\n")

    assert fault.endswith(
        f"is made of words that nearly every sentence holds; add one that tells{told}"
    )


@pytest.mark.parametrize(
    "signal",
    [
        "tax - road tax", "S-500", "use of force", "counter-measure", "at sea + no - yes",
        "10,000 troops", "R & D", "C++ courses", "courses + C++ - Java",
    ],
)  # fmt: skip
def test_signals_that_find_something_are_right(tmp_path: Path, signal: str) -> None:
    assert faults(tmp_path, issues=f"{BREAD}  signals: ['{signal}']\n") == []


def test_an_issue_that_stands_twice_is_told_of_a_key_that_may_be_one(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, issues=2 * f"{BREAD}  signals: [loaf]\n")

    assert fault == (
        'issues.yaml, line 5: key "bread" stands already at issues.yaml, line 1; join the two '
        'issues, or where they are two, give this one a key of its own, such as "bread-2"'
    )


def test_two_issues_of_one_name_are_named(tmp_path: Path) -> None:
    second = BREAD.replace("bread", "loaves").replace("too dear", "stale")

    (fault,) = faults(tmp_path, issues=f"{BREAD}  signals: [loaf]\n{second}  signals: [stale]\n")

    assert fault.startswith('issues.yaml, line 5: name "Bread" stands already')


@pytest.mark.parametrize(
    ("file", "first", "second"),
    [
        ("speakers", "{name: José Peña, kind: person}", "{name: Jose Pena, kind: person}"),
        ("speakers", "{name: Ana  Ruiz, kind: person}", "{name: Ana Ruiz, kind: person}"),
        ("speakers", "{name: Jo Van Eck, kind: person}", "{name: Jo VanEck, kind: person}"),
        ("speakers", "{name: Tim O’Roe, kind: person}", "{name: Tim O'Roe, kind: person}"),
        ("outlets", "{name: A, aliases: [Ño]}", "{name: B, aliases: [Nó]}"),
        ("outlets", "{name: El País}", "{name: El Pais}"),
        ("events", "{name: Córdoba fair, type: summit}", "{name: Cordoba fair, type: summit}"),
        ("offices", "{name: Mayor of Zürich}", "{name: Mayor of Zurich}"),
    ],
)  # fmt: skip
def test_names_that_differ_by_an_accent_or_a_blank_are_named(
    tmp_path: Path, file: str, first: str, second: str
) -> None:
    (fault,) = faults(tmp_path, **{file: f"- {first}\n- {second}\n"})

    assert fault.startswith(f"{file}.yaml, line 2: ")
    assert f"({file}.yaml, line 1)" in fault or f", {file}.yaml, line 1)" in fault
    assert "differ in accents, blanks or marks alone" in fault
    assert ("(mayor of Leeds)" in fault) == (file == "speakers" and "aliases" not in first)


def test_one_may_be_written_with_and_without_an_accent(tmp_path: Path) -> None:
    one = "- {name: José Peña, kind: person, aliases: [Jose Pena, José  Pena]}\n"

    assert faults(tmp_path, speakers=one) == []


def test_two_whose_names_differ_by_an_accent_may_be_told_apart(tmp_path: Path) -> None:
    two = "- {name: José Ruiz (mayor of Leeds), kind: person}\n- {name: Jose Ruiz, kind: person}\n"

    assert faults(tmp_path, speakers=two) == []


def test_an_address_of_two_outlets_is_named(tmp_path: Path) -> None:
    two = "- {name: Times, domains: [times.org, x.org]}\n- {name: Post, domains: [www.X.org]}\n"

    (fault,) = faults(tmp_path, outlets=two)

    assert fault == (
        'outlets.yaml, line 2: domain "www.X.org" is given to "Times" (outlets.yaml, line 1) and '
        'to "Post"; keep it with the one whose pages stand there'
    )
    assert faults(tmp_path, outlets=two.replace("www.X", "blog.x")) == []


@pytest.mark.parametrize(
    ("domain", "such"),
    [("https://www.times.org/news", "times.org"), ("times", "example.org")],
)
def test_what_is_no_address_of_an_outlet_is_named(tmp_path: Path, domain: str, such: str) -> None:
    (fault,) = faults(tmp_path, outlets=f"- {{name: Times, domains: ['{domain}']}}\n")

    assert fault == (
        f'outlets.yaml, line 1, domains: "{domain}" is no address; write it without http and '
        f'path: "{such}"'
    )


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("name: 'Ruiz, Eva', kind: person", 'write it as articles print it: "Eva Ruiz"'),
        ("name: Eva Poe, kind: person, aliases: ['Eve Poe, Evi Poe']", "line 4, aliases: "),
        ("name: Sen. Eva Poe, kind: person", 'begins with a title; write "Eva Poe"'),
        ("name: Gen. Poe, kind: person", 'begins with a title; write "Poe"'),
        ("name: Dr Eva Poe, kind: person", 'begins with a title; write "Eva Poe"'),
        ("name: Eva Poe, kind: person, aliases: [she]", "is a word of every sentence"),
        ("name: Eva Poe, kind: person, aliases: [the minister]", "describes and does not name"),
        ("name: Eva Poe, kind: person, demonyms: [Poish]", "line 4, demonyms: a person has none"),
        ("name: Poeland, kind: state", 'must be person or organisation (states and bodies are'),
        ("name: Eva Poe, kind: person, not_same: [Annie Ruiz]", 'is "Ana Ruiz" in speakers.yaml'),
        ('name: "Eva\\u00a0Poe", kind: person', "it holds U+00A0, which cannot be seen"),
    ],
)  # fmt: skip
def test_a_name_that_no_article_prints_is_named(tmp_path: Path, entry: str, told: str) -> None:
    (fault,) = faults(tmp_path, speakers=f"{PEOPLE}- {{{entry}}}\n")

    assert fault.startswith("speakers.yaml, line 4")
    assert told in fault


@pytest.mark.parametrize(
    "entry",
    [
        "name: 'Martin Roe, Jr.', kind: person",
        "name: Lord Poe, kind: person",
        "name: Gen Nakatani, kind: person",
        "name: Hon Sui Sen, kind: person",
        "name: WHO, kind: organisation, aliases: [The Who, U.N., May]",
        "name: Ministry of Fish, Poultry and Bread, kind: organisation",
    ],
)
def test_names_with_a_comma_or_a_rank_may_be_right(tmp_path: Path, entry: str) -> None:
    named = entry.replace("Ministry of Fish, Poultry and Bread", "'Ministry of Fish, and Bread'")

    assert faults(tmp_path, speakers=f"- {{{named}}}\n") == []


def test_a_number_elsewhere_is_ones(tmp_path: Path) -> None:
    two = "- {name: Ana, kind: person, wikidata: Q42}\n- {name: Eva, kind: person, wikidata: Q42}\n"

    (fault,) = faults(tmp_path, speakers=two)

    assert 'line 2: wikidata Q42 is given to "Ana" (speakers.yaml, line 1) and to "Eva"' in fault


@pytest.mark.parametrize(
    ("office", "told"),
    [
        ("body: Strelsau", 'body "Strelsau" is "Ruritania" in speakers.yaml; write that'),
        ("body: Ben Roe", 'body "Ben Roe" is a person; name the state or body'),
        ("holders: [{speaker: annie ruiz}]", 'speaker "annie ruiz" is "Ana Ruiz" in speakers'),
        ("holders: [{speaker: Ana Ruiz, to: present}]", "(or leave it out: it is held still)"),
    ],
)
def test_whoever_is_named_otherwise_than_in_speakers_is_named(
    tmp_path: Path, office: str, told: str
) -> None:
    (fault,) = faults(tmp_path, speakers=PEOPLE, offices=f"- {{name: Baker, {office}}}\n")

    assert told in fault


@pytest.mark.parametrize(
    ("event", "told"),
    [
        ("participants: [Strelsau]", 'participant "Strelsau" is "Ruritania" in speakers.yaml'),
        ("participants: [Ana Ruz]", 'participant "Ana Ruz" is not in speakers.yaml; add it there'),
        ("aliases: [the talks]", 'line 1, aliases: "the talks" means no event of its own'),
        ("date: 11", 'line 1, date: "11" is no date; write the year in full'),
    ],
)
def test_an_event_that_means_every_event_or_names_nobody_is_named(
    tmp_path: Path, event: str, told: str
) -> None:
    (fault,) = faults(tmp_path, speakers=PEOPLE, events=f"- {{name: Fair, type: talks, {event}}}\n")

    assert fault.startswith("events.yaml, line 1")
    assert told in fault


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("un: Union", 'line 2, un: is "UN" but for case; keep one of the two'),
        ("EU:", "line 2, EU: has no long form; write what it stands for"),
        ("EU: eu", "line 2, EU: stands for itself"),
        ("European Union: EU", 'turn the two round: "EU: European Union"'),
    ],
)
def test_a_short_form_that_says_nothing_is_named(tmp_path: Path, line: str, told: str) -> None:
    (fault,) = faults(tmp_path, abbreviations=f"UN: United Nations\n{line}\n")

    assert told in fault


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("  name: Bread: dear or not\n", 'a value that holds ": " needs quotation marks'),
        ("\tname: Bread\n", "a line is indented with a tab; use blanks"),
        ("  signals: [loaf\n- key: b\n", "begun in line 2; a list in [ ] is not closed"),
        ("  signals: ['the baker's price']\n", "holds an apostrophe"),
        ("  signals: [@loaf]\n", "a value that begins with @"),
        ("  signals: [*loaf]\n", "a value that begins with *"),
        ("  signals: [loaf, , bun]\n", "has an empty place between two commas"),
        ("---\n- key: b\n", "a line of --- starts a second document"),
    ],
)
def test_what_is_no_yaml_is_told_in_plain_words(tmp_path: Path, line: str, told: str) -> None:
    (fault,) = faults(tmp_path, issues=f"- key: bread\n{line}")

    assert "not YAML: " in fault
    assert told in fault


def test_a_file_in_place_of_the_folder_is_said_to_be_one(tmp_path):
    path = tmp_path / "speakers.yaml"
    path.write_text("- name: Ana Ruiz\n  kind: person\n", "utf-8")

    assert check_knowledge(path) == [f"{path}: is a file; name the folder that it stands in"]


def test_another_ending_is_told_by_the_right_one(tmp_path):
    (tmp_path / "speakers-mine.yml").write_text("[]\n", "utf-8")

    assert check_knowledge(tmp_path) == [
        "speakers-mine.yml: unknown file; call it speakers-mine.yaml"
    ]


def test_a_mistake_is_said_once(tmp_path):
    (tmp_path / "speakers.yaml").write_text(
        "- name: Ana Ruiz\n  kind: person\n  aliases: Annie\n", "utf-8"
    )

    assert len(check_knowledge(tmp_path)) == 1
