"""Names for relatives whom an article prints nearly alike: "George P. Roe (son)"."""

from dataclasses import replace

from app.domain.documents import ParsedArticle
from app.domain.kinship import kin_before, kin_behind
from app.domain.persons import parse_person, same_person
from app.domain.qualified import bare_name, qualified
from app.domain.quotations import Extraction
from app.resolution.introduced import is_full
from app.resolution.kin import ELDER, YOUNGER


def name_relatives(article: ParsedArticle, extraction: Extraction) -> Extraction:
    """The extraction with whom it tells from a relative of nearly the same name called after that.

    Else the archive, which knows many spellings of one name, would take both for one.
    """
    entities = list(extraction.entities)
    quoted = {one.attribution.entity for one in extraction.quotations}
    for pair in _namesakes(extraction):
        if not quoted.issuperset(pair):
            continue  # who is but spoken of has no page
        told = [_kin_of(article, extraction, number) for number in pair]
        for number, kin in zip(pair, _both(*told), strict=True):
            if kin is not None:
                entities[number] = replace(
                    entities[number], name=qualified(entities[number].name, kin)
                )
    if entities == list(extraction.entities):
        return extraction
    return replace(
        extraction,
        entities=tuple(entities),
        quotations=tuple(
            replace(one, attribution=replace(one.attribution, name=entities[at].name))
            if (at := one.attribution.entity) is not None and at < len(entities)
            else one
            for one in extraction.quotations
        ),
    )


def _both(one: str | None, other: str | None) -> tuple[str | None, str | None]:
    """What each of two is called after: a father’s other is the younger, a cousin’s just himself.

    Of two of whom no more is told than that they are two, the second is called so.
    """
    if one is None and other is None:
        return None, "second of the name"
    if one is not None and other is not None:
        return (one, other) if one != other else (one, None)
    return (one, _counterpart(one)) if one is not None else (_counterpart(other), other)


def _counterpart(kin: str | None) -> str | None:
    return "younger" if kin in ELDER else "elder" if kin in YOUNGER else None


def _namesakes(extraction: Extraction) -> list[tuple[int, int]]:
    """Pairs of people whom extraction holds apart though both names might be one person's."""
    bearers: dict[str, list[tuple[int, str]]] = {}
    for number, one in enumerate(extraction.entities):
        parts = parse_person(one.name) if one.label == "PERSON" else None
        if parts is not None and parts.given and bare_name(one.name) == one.name:
            bearers.setdefault(parts.surname, []).append((number, one.name))
    return [
        (a, b)
        for people in bearers.values()
        for index, (a, one_name) in enumerate(people)
        for b, other in people[index + 1 :]
        if same_person(one_name, other)[0]
    ]


def _kin_of(article: ParsedArticle, extraction: Extraction, number: int) -> str | None:
    """Which relative the words beside a full name say that somebody is; None for none."""
    name = extraction.entities[number].name
    for one in extraction.mentions:
        if one.entity != number or not is_full(one.span.of(article.text), name):
            continue
        kin = kin_before(article.text, one.span.start) or kin_behind(article.text, one.span.end)
        if kin is not None:
            return kin
    return None
