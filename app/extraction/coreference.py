"""Says of each quotation who is meant by its source, within the article alone."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.documents import ParsedArticle
from app.domain.gazetteer import Gazetteer
from app.domain.quotations import (
    Attribution,
    Entity,
    Mention,
    Quotation,
    SpeechKind,
)
from app.domain.spans import Span
from app.extraction.analysis import Analysis
from app.extraction.cast import Cast
from app.extraction.casting import build_cast
from app.extraction.descriptions import index_descriptions
from app.extraction.genders import learn_genders
from app.extraction.mentions import find_names
from app.extraction.narration import narrate
from app.extraction.speakers import Resolver


def attribute(
    article: ParsedArticle,
    analysis: Analysis,
    quotations: Sequence[Quotation],
    gazetteer: Gazetteer,
) -> tuple[list[Quotation], list[Entity], list[Mention]]:
    """The quotations with who is meant by their sources, and all that the article mentions.

    Works without a model too (`analysis.doc` is None). Time grows with the length of the text.
    """
    spoken = [span for quotation in quotations for span in quotation.source]
    scan = find_names(analysis, gazetteer, spoken)
    cast = build_cast(analysis, scan, gazetteer)
    learn_genders(analysis, cast)
    narration = narrate(analysis, _quoted(quotations))
    resolver = Resolver(article, analysis, index_descriptions(cast, gazetteer), narration)
    order = sorted(range(len(quotations)), key=lambda i: _place(quotations[i]))
    found: dict[int, Attribution] = {i: resolver.resolve(quotations[i]) for i in order}
    attributed = [replace(q, attribution=found[i]) for i, q in enumerate(quotations)]
    return attributed, _entities(cast), _mentions(cast)


def _place(quotation: Quotation) -> int:
    """Where the source stands, or the words themselves where there is none."""
    spans = quotation.source or quotation.content
    return spans[0].start if spans else 0


def _quoted(quotations: Sequence[Quotation]) -> list[Span]:
    """The parts of the text that are somebody's own words, in order."""
    direct = (q for q in quotations if q.kind is SpeechKind.DIRECT)
    return sorted(span for quotation in direct for span in quotation.content)


def _entities(cast: Cast) -> list[Entity]:
    return [
        Entity(figure.name, figure.label, tuple(figure.roles), tuple(figure.roles.values()))
        for figure in cast.figures
    ]


def _mentions(cast: Cast) -> list[Mention]:
    return [
        Mention(name.span, cast.figures[meaning.figure].label, meaning.figure)
        for name, meaning in zip(cast.names, cast.meanings, strict=True)
        if meaning is not None
    ]
