"""What the words of a source are."""

import pytest

from app.domain.gazetteer import EMPTY
from app.domain.spans import Span
from app.extraction.casting import build_cast
from app.extraction.mentions import find_names
from app.extraction.phrases import Phrase, PhraseKind, read_phrase
from app.extraction.syntax import analyse
from tests.unit.extraction.telling import article


def phrase(source: str) -> Phrase:
    text = f"Pedro Almeida and the Harbour Board met. {source} said so."
    analysis = analyse(article(text), "rules")
    cast = build_cast(analysis, find_names(analysis, EMPTY, ()), EMPTY)
    start = text.rindex(source)
    read = read_phrase(text, Span(start, start + len(source)), cast)
    assert read is not None
    return read


@pytest.mark.parametrize(
    ("source", "kind", "head"),
    [
        ("Almeida", PhraseKind.NAME, "almeida"),
        ("NEW PORT - Board member Pedro Almeida", PhraseKind.NAME, "almeida"),
        ("She", PhraseKind.PRONOUN, "she"),
        ("The NATO chief", PhraseKind.ROLE, "chief"),
        ("The Texan", PhraseKind.ROLE, "texan"),
        ("the 46-year-old", PhraseKind.ROLE, "46-year-old"),
        ("the board of the harbour", PhraseKind.BODY, "board"),
        ("Almeida’s campaign", PhraseKind.BODY, "campaign"),
        ("a spokesman for Pedro Almeida", PhraseKind.UNNAMED, "spokesman"),
        ("a source close to Pedro Almeida", PhraseKind.UNNAMED, "source"),
        ("officials in Lisbon", PhraseKind.UNNAMED, "officials"),
        ("the poll", PhraseKind.UNNAMED, "poll"),
        ("@portwatch", PhraseKind.WORD, "@portwatch"),
    ],
)
def test_a_source_is_read_by_its_head(source, kind, head):
    read = phrase(source)

    assert (read.kind, read.head) == (kind, head)


def test_a_group_is_plural_and_one_of_them_is_not():
    assert phrase("several officials").plural
    assert not phrase("an official").plural


def test_his_campaign_belongs_to_somebody():
    assert phrase("his campaign").owner == "m"


def test_a_source_without_a_word_is_nothing():
    analysis = analyse(article("“…” —"), "rules")
    cast = build_cast(analysis, find_names(analysis, EMPTY, ()), EMPTY)

    assert read_phrase("“…” —", Span(4, 5), cast) is None


@pytest.mark.parametrize(
    ("source", "kind", "head"),
    [
        ("Leaders across Europe", PhraseKind.UNNAMED, "leaders"),
        ("even a top strategist", PhraseKind.UNNAMED, "strategist"),
        ("The New Hampshire Union Leader", PhraseKind.WORD, "leader"),
        ("The New York Senate Leader", PhraseKind.ROLE, "leader"),
        ("The New York Democrat", PhraseKind.ROLE, "democrat"),
        ("Speaker of the Council Rep. Pedro Almeida", PhraseKind.NAME, "speaker"),
    ],
)
def test_leading_words_and_papers_names_do_not_mislead(source, kind, head):
    read = phrase(source)

    assert (read.kind, read.head) == (kind, head)


def test_a_people_ending_in_i_is_plural():
    assert phrase("The Saudis").plural
    assert not phrase("The Saudi").plural


def test_a_post_that_names_its_body_is_complete():
    assert phrase("The head of China’s delegation").completed
    assert not phrase("The head of the delegation").completed
    assert not phrase("The mother of three").completed
