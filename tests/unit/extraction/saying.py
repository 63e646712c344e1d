"""Builds articles for the tests of extraction and tells what was found in them."""

import re
from dataclasses import dataclass

from app.domain.documents import ParsedArticle
from app.domain.quotations import Quotation
from app.domain.spans import Span
from app.extraction.pipeline import find_quotations
from app.extraction.syntax import analyse


@dataclass(frozen=True)
class Said:
    """A quotation as words."""

    content: tuple[str, ...]
    source: str
    cue: str
    kind: str
    quotation: Quotation


def article(text: str, headline: bool = False) -> ParsedArticle:
    """An article with a paragraph for each line, the first being the headline if so said."""
    lines = [Span(*m.span()) for m in re.finditer(r"[^\n]+", text)]
    above = lines.pop(0) if headline else None
    return ParsedArticle(text, Span(0, len(text)), tuple(lines), headline_span=above)


def found(text: str, level: str = "sm", headline: bool = False) -> list[Said]:
    """What is said in `text`, in its order, nested statements among it."""
    return [
        Said(
            tuple(span.of(text) for span in q.content),
            " ".join(span.of(text) for span in q.source),
            " ".join(span.of(text) for span in q.cue),
            q.kind.value,
            q,
        )
        for q in find_quotations(analyse(article(text, headline), level))
    ]


def outer(text: str, level: str = "sm", headline: bool = False) -> list[Said]:
    """What is said in `text` without statements inside statements."""
    return [said for said in found(text, level, headline) if said.quotation.nested_in is None]


def only(text: str, level: str = "sm") -> Said:
    """The one statement of `text`."""
    every = outer(text, level)
    assert len(every) == 1, [(said.content, said.source) for said in every]
    return every[0]
