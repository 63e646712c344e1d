"""What an article says of the people it quotes, so that two of one name can be told apart."""

import re
from collections.abc import Iterator, Sequence

from app.domain.callings import read_calling
from app.domain.documents import ParsedArticle
from app.domain.gazetteer import SpeakerKind
from app.domain.persons import name_words, parse_person
from app.domain.quotations import Extraction
from app.domain.resolved import PersonTold, ResolvedSpeaker

_AGE = re.compile(r"(?:,|\s\()\s?(?:aged?\s)?(?P<age>\d{1,3})(?:[,.;)]|\s(?:and|who)\b)")
_YEARS_OLD = re.compile(r"(?P<age>\d{1,3})-year-old\s(?:[\w-]+\s){0,3}$")
_OLDEST = 115


def people_told(
    article: ParsedArticle, extraction: Extraction, speakers: Sequence[ResolvedSpeaker | None]
) -> tuple[PersonTold, ...]:
    """Everybody quoted by name of whom something is said; `speakers` stand beside the quotations.

    Only descriptions that tell a calling, and an age, are kept.
    """
    found: dict[str, PersonTold] = {}
    for quotation, speaker in zip(extraction.quotations, speakers, strict=True):
        entity = quotation.attribution.entity
        if speaker is None or speaker.kind is not SpeakerKind.PERSON or speaker.name is None:
            continue
        if speaker.name in found or entity is None or entity >= len(extraction.entities):
            continue
        printed = extraction.entities[entity].roles
        # What tells that it is not the known one is told, whatever it says.
        roles = tuple(role for role in printed if speaker.another or read_calling(role))
        age = next(_ages(article, extraction, entity), None)
        found[speaker.name] = PersonTold(speaker.name, roles, age, speaker.known, speaker.another)
    return tuple(found.values())


def _ages(article: ParsedArticle, extraction: Extraction, entity: int) -> Iterator[int]:
    """The ages printed beside the full name."""
    words = set(name_words(extraction.entities[entity].name))
    if parse_person(extraction.entities[entity].name).given is None:
        return
    for one in extraction.mentions:
        printed = name_words(one.span.of(article.text)) if one.entity == entity else []
        if len(printed) < 2 or not set(printed) <= words:
            continue
        behind = _AGE.match(article.text, one.span.end)
        before = _YEARS_OLD.search(article.text[max(0, one.span.start - 60) : one.span.start])
        for match in (behind, before):
            if match is not None and 0 < int(match["age"]) <= _OLDEST:
                yield int(match["age"])
