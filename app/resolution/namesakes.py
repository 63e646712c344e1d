"""Two people of one name within one article, whom extraction takes for one figure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.ages import ages_beside
from app.domain.callings import DENIED
from app.domain.documents import ParsedArticle
from app.domain.namesakes import told_apart
from app.domain.persons import fold, name_words, parse_person
from app.domain.qualified import qualified, qualifier_of
from app.domain.quotations import Attribution, Entity, Extraction, Mention, Quotation, SourceKind
from app.domain.spans import Span
from app.domain.told import Told
from app.resolution.introduced import is_full, with_ages, with_introductions
from app.resolution.kin import KIN, is_kin, relatives, tell_generations, words_of_kin
from app.resolution.kin_names import name_relatives

_NEAR = 12  # characters between a name and the role printed beside it
_ONE_DAY = date(2000, 1, 1)  # an article is of one day: ages in it are compared as they are
_PRONOUNS = ("he", "she", "they")


@dataclass(frozen=True, slots=True)
class _Introduced:
    """A place where a name stands in full with roles beside it, by their number in the entity."""

    span: Span
    roles: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Person:
    """One of several people of one name: called after the first role, met at these places.

    `words` mean this one, as "the son" does; `told` are those by which they are two.
    """

    name: str
    roles: tuple[int, ...]
    places: tuple[Span, ...]
    words: frozenset[str] = frozenset()
    told: str = ""


def part_namesakes(article: ParsedArticle, extraction: Extraction) -> Extraction:
    """The extraction with each figure that is two people of one name made two.

    Two where the name is introduced in full twice, with descriptions that one person has not
    both. Words are given to whom their own sentence or paragraph introduces; where nothing says
    which of them speaks, the speaker is left open. Nothing changes where no name is two people's.
    """
    extraction = name_relatives(article, with_introductions(article, extraction))
    for number, entity in enumerate(extraction.entities):
        people = _related(article, extraction, number, entity)
        people = people or _people(article, extraction, number, entity)
        if people:
            extraction = _parted(article, extraction, number, people)
    return with_ages(article, tell_generations(article, extraction))


def _related(
    article: ParsedArticle, extraction: Extraction, number: int, entity: Entity
) -> list[_Person]:
    """A figure who bears a relative's name, and the relative; none where there is no such one."""
    if entity.label != "PERSON" or is_kin(entity.name) or parse_person(entity.name).given is None:
        return []
    found = relatives(article, extraction, number)
    if found is None:
        return []
    places, kin = found
    met = _introductions(article, extraction, number, entity)
    theirs = tuple(role for one in met if one.span in places for role in one.roles)
    own = tuple(role for role in range(len(entity.role_spans)) if role not in theirs)
    others = tuple(span for span in _in_full(article, extraction, number) if span not in places)
    told = f"“{kin}” before the name"
    relative, figure = words_of_kin(kin)
    return [
        _Person(entity.name, own, others, figure, told),
        _Person(qualified(entity.name, kin), theirs, tuple(places), relative, told),
    ]


def _people(
    article: ParsedArticle, extraction: Extraction, number: int, entity: Entity
) -> list[_Person]:
    if entity.label != "PERSON" or parse_person(entity.name).given is None:
        return []
    met = _introductions(article, extraction, number, entity)
    told = [_told(article, entity, one) for one in met]
    people: list[_Person] = []
    for group in told_apart(told):
        roles = tuple(role for which in group for role in met[which].roles)
        callings = [one.phrase for which in group for one in told[which].callings]
        callings += [entity.roles[role] for role in roles]
        ages = [f"aged {told[which].age}" for which in group if told[which].age is not None]
        what = next(iter([*callings, *ages]), "")
        if any(what in ("", qualifier_of(who.name)) for who in people):
            what = next(iter(ages), f"{len(people) + 1} of the name")
        places = tuple(met[which].span for which in group)
        people.append(_Person(qualified(entity.name, what), roles, places, told=f"“{what}”"))
    return people


def _told(article: ParsedArticle, entity: Entity, one: _Introduced) -> Told:
    age = next(ages_beside(article.text, one.span), None)
    roles = tuple(entity.roles[role] for role in one.roles)
    return Told.of(roles, age, _ONE_DAY)


def _in_full(article: ParsedArticle, extraction: Extraction, number: int) -> list[Span]:
    """Where the name of a figure stands in full."""
    name = extraction.entities[number].name
    return [
        one.span
        for one in extraction.mentions
        if one.entity == number and is_full(one.span.of(article.text), name)
    ]


def _introductions(
    article: ParsedArticle, extraction: Extraction, number: int, entity: Entity
) -> list[_Introduced]:
    full = _in_full(article, extraction, number)
    found: dict[Span, list[int]] = {
        span: [] for span in full if next(ages_beside(article.text, span), None) is not None
    }
    for role, at in enumerate(entity.role_spans):
        beside = [span for span in full if _gap(span, at) <= _NEAR]
        if DENIED.search(entity.roles[role]):
            beside = [span for span in full if span.end <= at.start]
        if beside:
            nearest = min(beside, key=lambda span: (_gap(span, at), span))
            found.setdefault(nearest, []).append(role)
    return [_Introduced(span, tuple(roles)) for span, roles in sorted(found.items())]


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _parted(
    article: ParsedArticle, extraction: Extraction, number: int, people: Sequence[_Person]
) -> Extraction:
    entity = extraction.entities[number]
    numbers = [number, *range(len(extraction.entities), len(extraction.entities) + len(people) - 1)]
    made = [
        replace(
            entity,
            name=who.name,
            roles=tuple(entity.roles[role] for role in who.roles),
            role_spans=tuple(entity.role_spans[role] for role in who.roles),
        )
        for who in people
    ]
    entities = list(extraction.entities)
    entities[number] = made[0]
    entities += made[1:]
    which = {id(who): at for who, at in zip(people, numbers, strict=True)}

    def mentioned(one: Mention) -> Mention:
        who = _meant(article, one.span, people) if one.entity == number else None
        return one if who is None else replace(one, entity=which[id(who)])

    speakers = _speakers(article, extraction, number, people)

    def said(at: int, one: Quotation) -> Quotation:
        if one.attribution.entity != number:
            who = _by_kin(one, people)
            return one if who is None else replace(one, attribution=_of_kin(one, who, which))
        held = _attributed(article, one, speakers[at], people, entity, which)
        return replace(one, attribution=held)

    return replace(
        extraction,
        entities=tuple(entities),
        mentions=tuple(mentioned(one) for one in extraction.mentions),
        quotations=tuple(said(at, one) for at, one in enumerate(extraction.quotations)),
    )


def _by_kin(quotation: Quotation, people: Sequence[_Person]) -> _Person | None:
    """Whom "the father" means, which extraction left open."""
    held = quotation.attribution
    words = fold(held.description or "").removeprefix("the ")
    if held.kind is not SourceKind.UNNAMED or words not in KIN:
        return None
    fitting = [who for who in people if words in who.words]
    return fitting[0] if len(fitting) == 1 else None


def _of_kin(quotation: Quotation, who: _Person, which: dict[int, int]) -> Attribution:
    held = quotation.attribution
    reason = f"“{held.description}” is {who.name}, by {who.told}"
    at = which[id(who)]
    return replace(held, kind=SourceKind.PERSON, name=who.name, entity=at, reason=reason)


def _meant(article: ParsedArticle, at: Span, people: Sequence[_Person]) -> _Person | None:
    """Whom a name at a place means: who is introduced there, or alone so far, or last before it.

    The last one counts only within a paragraph, and the one before it.
    """
    before = [(span, who) for who in people for span in who.places if span.start < at.end]
    if not before:
        return None
    last, who = max(before, key=lambda pair: pair[0])
    if last.overlaps(at) or len({id(one) for _, one in before}) == 1:
        return who
    near = [part for part in article.paragraphs if part.start < at.end][-2:]
    here = {id(one) for span, one in before for part in near[-1:] if part.contains(span)}
    if here:
        return who if len(here) == 1 or _is_sentence(article.text[last.end : at.start]) else None
    return who if any(part.contains(last) for part in near) else None


def _is_sentence(between: str) -> bool:
    return not re.search(r"[.!?][”\"]?\s+[A-Z“\"]", between)


def _speakers(
    article: ParsedArticle, extraction: Extraction, number: int, people: Sequence[_Person]
) -> dict[int, _Person | None]:
    """Whose each quotation of the figure is; a pronoun's is the last one's of its paragraph."""
    found: dict[int, _Person | None] = {}
    last: tuple[Span | None, _Person | None] = (None, None)
    for at, one in enumerate(extraction.quotations):
        if one.attribution.entity != number:
            continue
        place = (one.source or one.cue or one.content)[-1]
        within = next((part for part in article.paragraphs if part.overlaps(place)), None)
        words = " ".join(span.of(article.text) for span in one.source).casefold()
        if (words in _PRONOUNS or not words) and last[1] is not None and last[0] == within:
            found[at] = last[1]
        else:
            found[at] = _speaking(article, one, people, extraction.entities[number])
        last = within, found[at]
    return found


def _speaking(
    article: ParsedArticle, quotation: Quotation, people: Sequence[_Person], entity: Entity
) -> _Person | None:
    """Whose words they are, by the source's own words, else by where it stands."""
    source = quotation.source or quotation.cue or quotation.content
    words = set(name_words(" ".join(span.of(article.text) for span in quotation.source)))
    words -= set(name_words(entity.name))
    fitting = []
    for who in people:
        own = {fold(w) for role in who.roles for w in name_words(entity.roles[role])} | who.words
        if words & own - {"the", "a", "an", "of", "from", "in", "and", "s"}:
            fitting.append(who)
    return fitting[0] if len(fitting) == 1 else _meant(article, source[-1], people)


def _attributed(
    article: ParsedArticle,
    quotation: Quotation,
    who: _Person | None,
    people: Sequence[_Person],
    entity: Entity,
    which: dict[int, int],
) -> Attribution:
    told = " and ".join(f"“{one.name}”" for one in people)
    held = quotation.attribution
    if who is None:
        words = " ".join(span.of(article.text) for span in quotation.source) or entity.name
        reason = (
            f"{held.reason}; the article has {told}, and nothing here says which of them speaks"
        )
        return Attribution(SourceKind.UNNAMED, None, words, reason)
    role = entity.roles[who.roles[0]] if who.roles else None
    by = f"“{role}”" if role is not None and not who.words else who.told
    reason = f"{held.reason}; {by} tells which {entity.name} is meant: the article has {told}"
    return replace(held, name=who.name, entity=which[id(who)], role=role, reason=reason)
