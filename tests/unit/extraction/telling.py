"""Articles of a few invented lines, with the words that name who speaks in each quotation."""

import re

from app.domain.documents import ParsedArticle
from app.domain.gazetteer import EMPTY, Gazetteer
from app.domain.quotations import Attribution, Entity, Quotation, SpeechKind
from app.domain.spans import Span
from app.extraction.coreference import attribute
from app.extraction.syntax import analyse


def article(text: str, byline: str | None = None) -> ParsedArticle:
    """An article whose paragraphs are the lines of `text`."""
    lines = tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text) if m[0].strip())
    return ParsedArticle(text=text, span=Span(0, len(text)), paragraphs=lines, byline=byline)


def tell(
    text: str,
    *sources: str | None,
    level: str = "rules",
    gazetteer: Gazetteer = EMPTY,
    byline: str | None = None,
) -> list[Attribution]:
    """Who is meant by each of `sources`, words of `text` in text order (None: no source)."""
    return _attributed(text, sources, level, gazetteer, byline)[0]


def name_of(text: str, *sources: str | None, level: str = "rules") -> str | None:
    """The name given to the last of `sources`."""
    return tell(text, *sources, level=level)[-1].name


def entities(text: str, level: str = "rules") -> list[Entity]:
    """What the article mentions."""
    return _attributed(text, (), level, EMPTY, None)[1]


def _attributed(
    text: str,
    sources: tuple[str | None, ...],
    level: str,
    gazetteer: Gazetteer,
    byline: str | None,
) -> tuple[list[Attribution], list[Entity]]:
    whole = article(text, byline)
    quotations, last = [], 0
    for source in sources:
        if source is None:
            start = text.index("“", last)
            last = text.index("”", start)
            quotations.append(_quotation(Span(start + 1, last), ()))
            continue
        found = re.compile(rf"(?<!\w){re.escape(source)}(?!\w)").search(text, last)
        assert found, f"{source!r} does not stand in the text"
        start, last = found.span()
        line = next(line for line in whole.paragraphs if line.start <= start < line.end)
        quotations.append(_quotation(_quoted(text, line), (Span(start, last),)))
    analysis = analyse(whole, level)
    attributed, found, _ = attribute(whole, analysis, quotations, gazetteer)
    return [quotation.attribution for quotation in attributed], found


def _quoted(text: str, line: Span) -> Span:
    marked = re.compile(r"“([^”]*)”").search(text, line.start, line.end)
    return Span(marked.start(1), marked.end(1)) if marked else Span(line.start, line.start)


def _quotation(content: Span, source: tuple[Span, ...]) -> Quotation:
    return Quotation(SpeechKind.DIRECT, (content,), (), source, rule="invented")
