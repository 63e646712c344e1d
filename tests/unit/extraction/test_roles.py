"""The roles printed beside a name."""

import pytest

from tests.unit.extraction.telling import entities


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("They met Foreign Minister Pedro Almeida there.", "Foreign Minister"),
        ("They met campaign manager Pedro Almeida there.", "campaign manager"),
        ("Pedro Almeida, NATO Secretary General, left.", "NATO Secretary General"),
        ("Portugal's permanent envoy to NATO, Pedro Almeida, left.",
         "Portugal's permanent envoy to NATO"),
        ("Portuguese permanent representative to NATO Pedro Almeida left.",
         "Portuguese permanent representative to NATO"),
        ("Pedro Almeida, a spokesman for the agency, left.", "spokesman for the agency"),
        ("Pedro Almeida, 45, a nurse from Ohio, left.", "nurse from Ohio"),
        ("Pedro Almeida is the chairman of the board.", "chairman of the board"),
        ("Pedro Almeida, who heads the agency, left.", "heads the agency"),
        ("Pedro Almeida (R-Texas) left.", "R-Texas"),
        ("Acting Foreign Minister Pedro Almeida left.", "Acting Foreign Minister"),
        ("The interim head of the agency, Pedro Almeida, left.", "interim head of the agency"),
        ("First Deputy Prime Minister Pedro Almeida left.", "First Deputy Prime Minister"),
        ("In Porto, Under Secretary of State Pedro Almeida left.", "Under Secretary of State"),
        ("UN Under Secretary-General Pedro Almeida left.", "UN Under Secretary-General"),
        ("The under secretary of state, Pedro Almeida, left.", "under secretary of state"),
        ("Portugal's incoming president, Pedro Almeida, left.", "Portugal's incoming president"),
        ("The ex-mayor of Porto, Pedro Almeida, left.", "ex-mayor of Porto"),
        ("Pedro Almeida, now the ambassador in Rome, left.", "ambassador in Rome"),
        ("According to the mayor of Porto, Pedro Almeida, it is so.", "mayor of Porto"),
        ("As mayor of Porto, Pedro Almeida said no.", "mayor of Porto"),
        ("NATO's Secretary General, Pedro Almeida said, is late.", "NATO's Secretary General"),
        ("Pedro Almeida, Portugal's new foreign minister, left.",
         "Portugal's new foreign minister"),
        ("Pedro Almeida, president of the teachers' union, left.",
         "president of the teachers' union"),
        ("Sir Pedro Almeida, QC, MP, the Foreign Secretary, left.", "Foreign Secretary"),
        ("Pedro Almeida, OBE, a spokesman for the agency, left.", "spokesman for the agency"),
        ("Pedro Almeida, PhD, president of the union, left.", "president of the union"),
        ("The former Justice Minister and present Governor of Faro, Pedro Almeida, left.",
         "former Justice Minister and present Governor of Faro"),
    ],
)  # fmt: skip
def test_a_role_is_kept_as_printed(text, role):
    person = next(e for e in entities(text) if e.label == "PERSON")

    assert role in person.roles
    assert person.role_spans[person.roles.index(role)].of(text) == role


@pytest.mark.parametrize(
    "text",
    [
        "Pedro Almeida, Senator Ana Lopes and others left.",
        "Pedro Almeida, after the vote, left.",
        "The bridge that Pedro Almeida built fell.",
        "They told Pedro Almeida so.",
        "After talks with his Danish counterpart in Porto, Pedro Almeida said no.",
        "In a letter to the mayor, Pedro Almeida said no.",
        "Having met the Danish foreign minister, Pedro Almeida said no.",
    ],
)
def test_words_beside_a_name_that_are_no_role_of_it_are_none(text):
    person = next(e for e in entities(text) if e.name == "Pedro Almeida")

    assert person.roles == ()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Former Secretary of State Ana Lopes opened the port on Monday.",
         "Former Secretary of State"),
        ("Former Israeli Prime Minister Ana Lopes opened the port.",
         "Former Israeli Prime Minister"),
        ("Former US President Ana Lopes opened the new port on Monday.", "Former US President"),
        ("The former French President Ana Lopes opened the port.", "former French President"),
        ("They met former Norwegian Foreign Minister Ana Lopes.",
         "former Norwegian Foreign Minister"),
        ("The former transport minister, Ana Lopes, opened the port.", "former transport minister"),
        ("The then transport minister Ana Lopes opened the port.", "then transport minister"),
        ("They met then-President Ana Lopes at the port.", "then-President"),
        ("Ex-French President Ana Lopes opened the port.", "Ex-French President"),
    ],
)  # fmt: skip
def test_a_role_that_was_held_keeps_the_word_that_says_so(text, role):
    assert next(e for e in entities(text) if e.label == "PERSON").roles == (role,)


@pytest.mark.parametrize(
    "text",
    [
        "The bridge fell, and then President Ana Lopes opened the new port.",
        "Then President Ana Lopes opened the new port of the town.",
        "The current President Ana Lopes opened the new port.",
    ],
)
def test_then_as_an_adverb_is_no_part_of_a_role(text):
    assert next(e for e in entities(text) if e.label == "PERSON").roles == ("President",)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("In 1998 the transport minister, Ana Lopes, opened the port.", "transport minister"),
        ("In 1998 transport minister Ana Lopes opened the port.", "transport minister"),
        ("In March the transport minister, Ana Lopes, opened the port.", "transport minister"),
        ("Ana Lopes, the 2012 Republican nominee, left.", "Republican nominee"),
        ("The envoy to the United Nations, Ana Lopes, left.", "envoy to the United Nations"),
    ],
)
def test_a_role_never_begins_with_a_time(text, role):
    assert next(e for e in entities(text) if e.label == "PERSON").roles == (role,)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("US Secretary of State Ana Lopes opened the port.", "US Secretary of State"),
        ("WHO chief Ana Lopes opened the port on Monday.", "WHO chief"),
        ("New York Mayor Ana Lopes opened the port.", "New York Mayor"),
        ("They met the New Zealand minister, Ana Lopes, there.", "New Zealand minister"),
        ("New Prime Minister Ana Lopes opened the port.", "Prime Minister"),
    ],
)
def test_a_state_spelt_like_a_small_word_belongs_to_the_role(text, role):
    assert next(e for e in entities(text) if e.label == "PERSON").roles == (role,)


@pytest.mark.parametrize(
    "text",
    [
        "“We pay,” said Mayor Joana Reis on Friday. Almeida left. Pedro Almeida paid.",
        "“We need it like a hole in the head,” Pedro Almeida said.",
        "They met the mayor. Pedro Almeida left.",
    ],
)
def test_a_role_reaches_over_no_end_of_a_sentence_or_quotation(text):
    people = [e for e in entities(text) if e.name.endswith("Almeida")]

    assert people
    assert not any(e.roles for e in people)
