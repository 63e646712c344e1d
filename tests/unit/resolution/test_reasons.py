"""What readers are told of why: short, whole words, and only words the article has."""

import re
from pathlib import Path

import pytest

from app.domain.documents import SourceDocument
from app.domain.gazetteer import Gazetteer
from app.domain.resolved import ResolvedArticle
from app.extraction.pipeline import extract
from app.parsing.articles import parse_articles
from app.reading.knowledge import load_knowledge
from app.resolution.reasons import quoted
from app.resolution.resolve import resolve

ROOT = Path(__file__).parents[3]
INVENTED = """Harbour talks fail

LISBON, March 4 (Coast Press Agency) — Harbour Minister Ana Ruiz said on Monday it is shut.
"We decided in Lisbon to keep it," Ben Roe told reporters on Tuesday after a meeting with Ana Ruiz.
"Nothing came of it," he added. Asked about the fees last week, Ruiz said they would rise.
"""


@pytest.fixture(scope="module")
def knowledge() -> Gazetteer:
    return load_knowledge(ROOT / "seeds" / "knowledge")


def _resolved(text: str, knowledge: Gazetteer) -> list[ResolvedArticle]:
    document = SourceDocument("r.txt", "r.txt", b"", "0", text, "text/1", None)
    articles = parse_articles(document, knowledge)
    return resolve([(a, extract(a, knowledge, "rules")) for a in articles], knowledge)


def _reasons(article: ResolvedArticle) -> list[str]:
    found = [article.published.reason]
    for statement in article.statements:
        found.append(statement.said_on.reason)
        found += [f.reason for f in (statement.place, statement.event, statement.via) if f]
    return found + [event.reason for event in article.events]


@pytest.mark.parametrize("name", ["000", "001", "002", "003", "004", "invented"])
def test_every_quoted_piece_of_a_reason_stands_in_the_article_in_whole_words(
    name: str, knowledge: Gazetteer
) -> None:
    files = list((ROOT / "seeds" / "articles").glob(f"{name}*.txt"))
    text = files[0].read_bytes().decode("utf-8") if files else INVENTED

    quotes = {
        quote
        for article in _resolved(text, knowledge)
        for reason in _reasons(article)
        for quote in re.findall(r'"([^"]+)"', reason)
    }

    assert quotes
    # Quotation marks inside a quoted source line would split it; the lines here have none.
    strange = [q for q in quotes if not re.search(rf"(?<!\w){re.escape(q)}(?!\w)", text)]
    assert strange == []


def test_the_reason_for_the_day_of_a_statement_is_short(knowledge: Gazetteer) -> None:
    text = next((ROOT / "seeds" / "articles").glob("004*.txt")).read_bytes().decode("utf-8")

    for article in _resolved(text, knowledge):
        assert max((len(s.said_on.reason) for s in article.statements), default=0) <= 200


def test_a_choice_between_two_known_meetings_is_explained(knowledge: Gazetteer) -> None:
    text = next((ROOT / "seeds" / "articles").glob("000*.txt")).read_bytes().decode("utf-8")
    (article,) = _resolved(text, knowledge)

    assert "of which the rest leaves" in article.published.reason
    assert "Lisbon Treaty" not in article.published.reason


def test_long_quotations_are_cut_after_a_whole_word() -> None:
    assert quoted("the harbour council of Porto", 14) == '"the harbour"'
    assert quoted("the harbour", 14) == '"the harbour"'
