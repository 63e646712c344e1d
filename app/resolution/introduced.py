"""What stands beside a full name and tells who it is: a trade, a town, an age."""

import re
from dataclasses import replace

from app.domain.ages import ages_beside
from app.domain.callings import CONGRESS, NO_RELATION, Calling, read_calling
from app.domain.documents import ParsedArticle
from app.domain.persons import fold, name_words, parse_person
from app.domain.quotations import Entity, Extraction, Mention
from app.domain.spans import Span
from app.domain.told import is_town_post, town_words
from app.domain.wordlists import word_groups

#: ", a baker in Tulsa," behind a name, or ", 54, a baker in Tulsa,".
_APPOSED = re.compile(
    r"\.?(?:,|\s[—–-]+)\s(?:(?:aged?\s)?\d{1,3},\s)?(?:who (?:is|was|works as)\s)?(?:an?|the)\s"
    r"(?P<phrase>[^\s,.;:()“”\"—–][^,.;:()“”\"—–\n]{2,80}?)"
    r"(?=[,.;:()“”\"—–\n]|\s(?:who|whose|said|says|told|and)\b|$)"
)

#: ", who farms 200 acres near Ames,": what somebody does.
_DOES = re.compile(
    r"\.?(?:,|\s[—–-]+)\s(?:(?:aged?\s)?\d{1,3},\s)?"
    r"(?P<phrase>who [a-z]{4,8}\b[^,.;:()“”\"—–\n]{0,80}?)(?=[,.;:()“”\"—–\n]|$)"
)

#: "who is no relation to the sheriff" behind a name; relatives of other names are named.
_DENIED = re.compile(
    rf"[^.;:()“”\"\n]{{0,80}}?(?P<phrase>{NO_RELATION}(?:the|an?|his|her)"
    r"\s[^.,;:()“”\"\n]{3,60})"
)

#: "Tulsa baker" before a name; the trade is in small letters, as surnames are not.
_BEFORE = re.compile(r"\b(?P<phrase>(?:[A-Z][\w’'-]+ ){0,3}(?:[a-z-]+ )?[a-z-]{3,})\s$")
#: "Midfielder Eva Roe said": a place in a team is nobody's surname.
_FIRST = re.compile(r"(?:^|[.!?”\"\n]\s*)(?P<phrase>[A-Z][a-z]{3,})\s$")

#: " of York" behind "Mayor Jane Roe".
_OF_TOWN = re.compile(
    r"\sof (?:the )?(?:[Cc]ity of )?(?P<town>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})(?=[\s,.;:])"
)
_TOUCHING = 2  # characters between a post and the name behind it


def with_introductions(article: ParsedArticle, extraction: Extraction) -> Extraction:
    """The extraction with trades beside full names, and the towns of the posts before them."""
    return _with_denials(article, _with_towns(article, _with_callings(article, extraction)))


def with_ages(article: ParsedArticle, extraction: Extraction) -> Extraction:
    """The extraction with the ages of those who speak; of several printed, the highest."""
    speaking = {one.attribution.entity for one in extraction.quotations}
    entities = list(extraction.entities)
    for one in extraction.mentions:
        entity = entities[one.entity] if one.entity < len(entities) else None
        if entity is None or entity.label != "PERSON" or one.entity not in speaking:
            continue
        if len(name_words(one.span.of(article.text))) < 2:
            continue
        if not set(name_words(one.span.of(article.text))) <= set(name_words(entity.name)):
            continue
        ages = [*ages_beside(article.text, one.span), entity.age or 0]
        entities[one.entity] = replace(entity, age=max(ages) or None)
    return replace(extraction, entities=tuple(entities))


def _with_callings(article: ParsedArticle, extraction: Extraction) -> Extraction:
    """The extraction with trades that stand behind a full name and that it knew no role by."""
    entities = list(extraction.entities)
    for one in extraction.mentions:
        entity = entities[one.entity] if one.entity < len(entities) else None
        if entity is None or entity.label != "PERSON" or parse_person(entity.name).given is None:
            continue
        found = _APPOSED.match(article.text, one.span.end, one.span.end + 120)
        found = found or _does(article.text, one.span.end)
        found = found or _before(article.text, one.span.start)
        if found is None or not is_full(one.span.of(article.text), entity.name):
            continue
        span, calling = Span(*found.span("phrase")), read_calling(found["phrase"])
        if calling is None or any(span.overlaps(held) for held in entity.role_spans):
            continue
        roles, spans = (
            (*entity.roles, " ".join(found["phrase"].split())),
            (*entity.role_spans, span),
        )
        printed = fold(found["phrase"]).split()
        told = calling.noun in printed or printed[0] == "who" or _is_seat(calling)
        if told and len(entity.roles) == len(entity.role_spans):
            entities[one.entity] = replace(entity, roles=roles, role_spans=spans)
    return replace(extraction, entities=tuple(entities)) if entities else extraction


def _does(text: str, end: int) -> re.Match[str] | None:
    """What a clause behind a name says that somebody does for a living."""
    found = _DOES.match(text, end, end + 120)
    return found if found is not None and read_calling(found["phrase"]) else None


def _before(text: str, start: int) -> re.Match[str] | None:
    """The trade or the place in a team that stands before a name."""
    found = _BEFORE.search(text, max(0, start - 60), start)
    first = _FIRST.search(text, max(0, start - 60), start)
    if first is not None and fold(first["phrase"]) in word_groups("callings.txt")["team"]:
        return first
    return found


def _with_towns(article: ParsedArticle, extraction: Extraction) -> Extraction:
    """The extraction with the town that stands behind the name: "Mayor Jane Roe of York"."""
    entities = list(extraction.entities)
    for one in extraction.mentions:
        entity = entities[one.entity] if one.entity < len(entities) else None
        if entity is None or entity.label != "PERSON" or not entity.role_spans:
            continue
        entities[one.entity] = _of_town(article.text, one, entity)
    return replace(extraction, entities=tuple(entities))


def _of_town(text: str, mention: Mention, entity: Entity) -> Entity:
    if len(entity.roles) != len(entity.role_spans):
        return entity
    town = _OF_TOWN.match(text, mention.span.end, mention.span.end + 80)
    roles = list(entity.roles)
    for at, (role, span) in enumerate(zip(entity.roles, entity.role_spans, strict=True)):
        touches = 0 <= mention.span.start - span.end <= _TOUCHING
        if town is not None and touches and is_town_post(role) and not town_words(role):
            roles[at] = f"{role} of {town['town']}"
    return replace(entity, roles=tuple(roles))


def _with_denials(article: ParsedArticle, extraction: Extraction) -> Extraction:
    """The extraction with whom somebody is said to be no relation to: another of the name."""
    entities = list(extraction.entities)
    for one in extraction.mentions:
        entity = entities[one.entity] if one.entity < len(entities) else None
        if entity is None or entity.label != "PERSON":
            continue
        found = _DENIED.match(article.text, one.span.end, one.span.end + 160)
        if found is None or not is_full(one.span.of(article.text), entity.name):
            continue
        span = Span(*found.span("phrase"))
        if len(entity.roles) == len(entity.role_spans) and span not in entity.role_spans:
            roles = (*entity.roles, " ".join(found["phrase"].split()))
            entities[one.entity] = replace(
                entity, roles=roles, role_spans=(*entity.role_spans, span)
            )
    return replace(extraction, entities=tuple(entities))


def _is_seat(calling: Calling) -> bool:
    """Whether it is told in other words than its noun: "D-Ohio", "member of parliament"."""
    return calling.noun in (CONGRESS, "mp", "senator", "councilman")


def is_full(printed: str, name: str) -> bool:
    """Whether all words of a name are printed."""
    return set(name_words(name)) <= set(name_words(printed))
