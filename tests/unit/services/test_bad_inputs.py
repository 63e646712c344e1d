"""B3 to B6 and B15 of the reliability cases: texts that are long, odd or unclear to a reader."""

from __future__ import annotations

import hashlib

import pytest

from app.domain.documents import SourceDocument
from app.domain.gazetteer import EMPTY
from app.domain.spans import joined
from app.extraction.quote_marks import find_quotes
from app.extraction.syntax import PIECE
from app.extraction.syntax import analyse as parse
from app.parsing.articles import parse_articles
from app.services.working import Taken, Worker

NEXT = "\n\n"
LARGEST_PARSE = 1_000_000  # characters, from which on the language model refuses


def document(text):
    content = text.encode()
    digest = hashlib.sha256(content).hexdigest()
    return SourceDocument("a.txt", "a.txt", content, digest, text, "text/1")


def statements(text, level="sm"):
    """The words, speaker and kind of each statement that a text reports."""
    [taken] = Worker(EMPTY, level)(document(text))
    assert isinstance(taken, Taken), taken
    return [
        (
            joined(one.quotation.content, text),
            one.speaker.name if one.speaker else None,
            one.quotation.kind.value,
        )
        for article in taken.found
        for one in article.statements
    ]


def test_b3_a_text_longer_than_the_model_takes_is_read_in_pieces_to_its_end():
    last = '"The last word is mine," said Zoe Quill.'
    body = "The council of Riga talked about the quay, the pier and the wall of the harbour. " * 12
    text = f"Harbour talks\n\n{(body + NEXT) * 1050}{last}\n"
    assert len(text) > LARGEST_PARSE > PIECE

    found = statements(text, "rules")

    assert any(words.startswith("The last word is mine") for words, _, _ in found)


def test_b4_thousands_of_quotation_marks_in_a_row_are_one_token():
    [article] = parse_articles(document(f"Mayor speaks\n\n{'“' * 5000} said Ann Lee.\n"), EMPTY)

    analysis = parse(article, "sm")

    assert analysis.doc is not None
    assert len(analysis.doc) < 50


@pytest.mark.timeout(60)  # quadratic time would take minutes
def test_b5_quotation_marks_that_are_never_closed_end_with_their_paragraph():
    text = "“We go on. " * 20_000
    [article] = parse_articles(document(f"Mayor speaks\n\n{text}\n"), EMPTY)

    quotes = find_quotes(article.text, article.paragraphs)

    assert all(article.paragraphs[-1].contains(quote.outer) for quote in quotes)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"The plan is quite dead,” said Ann Lee on Monday.', "The plan is quite dead"),
        ("‘The plan is quite dead,’ said Ann Lee on Monday.", "The plan is quite dead"),
        (
            "“The plan, as Bo Wu calls it, ‘the great plan’, is dead,” said Ann Lee.",
            "The plan, as Bo Wu calls it, ‘the great plan’, is dead",
        ),
        (
            "“The plan is quite dead,” said Ann Lee. “It was never alive.\n\n"
            "“Nobody wanted it,” she went on.",
            "The plan is quite dead",
        ),
        ("Ann Lee said: “The plan is quite dead and gone", "The plan is quite dead and gone"),
    ],
)
def test_b6_quotation_marks_of_every_kind_give_the_words_between_them(text, words):
    found = statements(f"Mayor speaks\n\nRIGA (Reuters) - The council met.\n\n{text}\n")

    assert any(words in content for content, _, _ in found)
    assert all(not content.startswith(('"', "“")) for content, _, kind in found if kind == "direct")


def test_b15_who_is_not_named_gets_no_name():
    text = (
        "Harbour talks\n\nRIGA (Reuters) - The council met on Monday.\n\n"
        '"It will be sold next year," a senior official said.\n\n'
        '"We never sell anything," the ministry said.\n'
    )

    found = {words: speaker for words, speaker, _ in statements(text)}

    assert found["It will be sold next year,"] is None
    assert found["We never sell anything,"] in (None, "the ministry", "ministry")


def test_b15_a_pronoun_is_whom_it_stands_for_and_never_a_name():
    text = (
        "Harbour talks\n\nRIGA (Reuters) - Mayor Ann Lee met the council on Monday.\n\n"
        '"It will never be sold," she said.\n'
    )

    assert [speaker for _, speaker, _ in statements(text)] == ["Ann Lee"]
