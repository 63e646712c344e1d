"""The role that a sentence gives somebody for the time of the words."""

from __future__ import annotations

import pytest

from app.domain.documents import ParsedArticle
from app.domain.gazetteer import EMPTY
from app.domain.spans import Span
from app.extraction.pipeline import extract
from app.resolution.past_roles import past_role, stands_with_source, tells_office_left

LEAD = "President Jane Roe opened the bridge on Wednesday.\n\n"


def read(text: str):
    whole = LEAD + text
    cut = len(LEAD)
    parts = (Span(0, cut - 2), Span(cut, len(whole)))
    article = ParsedArticle(whole, Span(0, len(whole)), parts)
    return article, extract(article, EMPTY, "auto").quotations[-1]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            'In 2009, when she was prime minister, Roe said: "We will not pay for it."',
            "prime minister",
        ),
        (
            '"We will not," Roe said in 2009 while serving as governor of Ohio.',
            "governor of Ohio",
        ),
        ("As secretary of state, Roe said in 2009 that it was too dear.", "secretary of state"),
        ("Jane Roe, then mayor of Leeds, said in 2009 that it was too dear.", "mayor of Leeds"),
        ("Then-Mayor Jane Roe said in 2009 that it was too dear.", "Mayor"),
        ("Roe, who was mayor at the time, said in 2009 that it was too dear.", "mayor"),
        ('In 2009 then-Prime Minister Roe told reporters: "It is dead."', "Prime Minister"),
        ("The then mayor, Jane Roe, said in 2009 that it was too dear.", "mayor"),
        ('During her first term as governor, Roe said: "It is dead for good."', "governor"),
        ("Roe said in 2009, when prime minister, that it was too dear.", "prime minister"),
        ('Roe said in 2009 when she was prime minister: "It is dear."', "prime minister"),
        ('When still mayor, Roe said: "It is dead for good."', "mayor"),
    ],
)
def test_the_role_of_the_time_is_read_from_the_sentence(text: str, role: str) -> None:
    found = past_role(*read(text))

    assert found is not None
    assert found.role == role
    assert found.words in " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "Roe said that as president she would build two more bridges.",
        "Roe said on Wednesday that, as president, she would build two more.",
        'Roe said of Eva Lee when she was prime minister: "She is young."',
        "Ben Roe, an aide to then-President Jane Roe, said it was too dear.",
        'Roe said: "When I was prime minister, we had no money."',
        'Roe said on Wednesday: "The bridge is beautiful when it rains."',
        "Roe said on Wednesday that the bridge was built when her rival was mayor.",
        'When the mayor arrived, Roe said: "The bridge is open to all."',
    ],
)
def test_what_is_hoped_for_quoted_or_anothers_is_no_role_of_the_time(text: str) -> None:
    assert past_role(*read(text)) is None


def test_a_role_is_beside_a_source_only_where_it_is_printed_with_it() -> None:
    article, said = read('"It is dead," Roe said in 2009.')
    other, named = read('"It is dead," said President Roe in 2009.')

    assert not stands_with_source(article, said, "President")
    assert stands_with_source(other, named, "President")


@pytest.mark.parametrize(
    "text",
    [
        'When she was a congresswoman, Roe said: "It is dead for good."',
        '"It is dead for good," Roe said when she was mayor.',
        "During her time as mayor, Roe told Politico that it was too dear.",
        "While serving as governor, Roe said that it was too dear.",
    ],
)
def test_words_of_an_office_left_are_of_another_time(text: str) -> None:
    assert tells_office_left(*read(text))


@pytest.mark.parametrize(
    "text",
    [
        "As mayor, Roe said on Wednesday that it was too dear.",
        "Roe said on Wednesday that it was too dear when she was mayor.",
        'Roe said: "When I was prime minister, we had no money."',
        '"It is dead for good," said Roe, the mayor.',
    ],
)
def test_an_office_of_today_or_one_spoken_of_tells_no_other_time(text: str) -> None:
    assert not tells_office_left(*read(text))


def test_the_role_of_the_time_stands_behind_an_interview_too() -> None:
    found = past_role(*read('"It is," Roe said in an interview with Bild in 2010, when mayor.'))

    assert found is not None
    assert found.role == "mayor"
