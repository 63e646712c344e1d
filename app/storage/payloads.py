"""Plain values as JSON and back, for what is kept so that it need not be worked out again."""

from dataclasses import dataclass, replace

from pydantic import TypeAdapter

from app.domain.documents import ParsedArticle
from app.domain.gazetteer import Gazetteer, KnownEvent
from app.domain.quotations import Extraction


@dataclass(frozen=True, slots=True)
class Analysis:
    """One article as it was parsed and what extraction found in it."""

    article: ParsedArticle
    extraction: Extraction


_ANALYSIS = TypeAdapter(Analysis)
_EVENTS = TypeAdapter(tuple[KnownEvent, ...])
_GAZETTEER = TypeAdapter(Gazetteer)


def analysis_to_json(analysis: Analysis) -> str:
    """An analysis as JSON, without the text, which the document keeps."""
    article = replace(analysis.article, text="")
    return _ANALYSIS.dump_json(Analysis(article, analysis.extraction)).decode()


def analysis_from_json(payload: str, text: str) -> Analysis:
    """The analysis again; `text` is the document's."""
    analysis = _ANALYSIS.validate_json(payload)
    return Analysis(replace(analysis.article, text=text), analysis.extraction)


def events_to_json(events: tuple[KnownEvent, ...]) -> str:
    """Events that an article tells, as JSON."""
    return _EVENTS.dump_json(events).decode()


def events_from_json(payload: str) -> tuple[KnownEvent, ...]:
    """The events again."""
    return _EVENTS.validate_json(payload)


def gazetteer_to_json(gazetteer: Gazetteer) -> str:
    """A gazetteer as JSON."""
    return _GAZETTEER.dump_json(gazetteer).decode()


def gazetteer_from_json(payload: str) -> Gazetteer:
    """The gazetteer again."""
    return _GAZETTEER.validate_json(payload)
