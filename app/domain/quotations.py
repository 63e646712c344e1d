"""What extraction finds, before anyone is identified."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.spans import Span


class SpeechKind(StrEnum):
    """How the words are given: word for word, paraphrased with some quoted words, paraphrased."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class SourceKind(StrEnum):
    """What sort of speaker the source span names."""

    PERSON = "person"  # a named person
    ORGANISATION = "organisation"  # a named body or state: "NATO", "Moscow", "the ministry"
    UNNAMED = "unnamed"  # "a Pentagon official", "analysts"
    UNKNOWN = "unknown"  # no source, or a pronoun that could not be resolved


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, role or pronoun in the text that stands for somebody or something.

    `entity` numbers the person, body or place meant: mentions of one entity share it.
    """

    span: Span
    label: str  # "PERSON", "ORG", "GPE", ...; spaCy's names
    entity: int


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that an article mentions, by the fullest name it gives."""

    name: str  # "Anders Fogh Rasmussen", verbatim from the article, without title
    label: str
    roles: tuple[str, ...] = ()  # as printed, apposed or before the name: "NATO Secretary General"
    role_spans: tuple[Span, ...] = ()
    age: int | None = None  # printed beside the full name


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is meant by a quotation's source, decided inside the article alone.

    `name` is the full name as the article gives it, None for unnamed and unknown sources;
    `description` is the source's own words ("the NATO chief", "a Pentagon official"), or those of
    whom a pronoun stands for ("aides" for "they").
    `reason` says in words how it was decided, naming the words used.
    """

    kind: SourceKind
    name: str | None
    description: str | None
    reason: str
    entity: int | None = None  # index into Extraction.entities
    role: str | None = None  # the role printed with the source or its antecedent, verbatim
    confidence: float = 1.0
    joint: bool = False  # `description` names another, who speaks with this one


#: In the reason of words that two speak together, who are named in their description.
JOINTLY = "speak together"

UNATTRIBUTED = Attribution(SourceKind.UNKNOWN, None, None, "no source is named", confidence=0.0)


@dataclass(frozen=True, slots=True)
class Quotation:
    """One utterance: its words, the cue that signals it and the words that name who speaks.

    Spans of direct speech exclude the outer quotation marks, those of mixed speech keep the
    inner ones; a quotation broken by its cue has several content spans, in text order.
    Source: the three spans are those of Pareti et al., EMNLP 2013.
    """

    kind: SpeechKind
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    rule: str  # the step that found it: "direct: cue after", "indirect: clause", ...
    confidence: float = 0.5  # in [0, 1]; the probability that content and source are right
    reasons: tuple[str, ...] = ()  # evidence behind the confidence, in words
    attribution: Attribution = UNATTRIBUTED
    nested_in: int | None = None  # index of the quotation that reports this one
    repeats: int | None = None  # index of the body quotation that a headline or deck repeats


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that extraction found in one article."""

    quotations: tuple[Quotation, ...]
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    level: str  # "rules", "sm" or "md"
    model: str  # the language model's name and version, "none" for the rules level
    extractor: str  # version of the extraction steps
    warnings: tuple[str, ...] = ()
