"""Relatives of one name within one article: father and son, the elder and the younger."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.domain.documents import ParsedArticle
from app.domain.kinship import TITLES
from app.domain.persons import fold, name_words, parse_person, spelling
from app.domain.qualified import bare_name, qualifier_of
from app.domain.quotations import Attribution, Extraction, Quotation, SourceKind
from app.domain.spans import Span
from app.resolution.introduced import is_full

ELDER = frozenset(["father", "mother", "dad", "grandfather", "grandmother", "uncle", "aunt"])
YOUNGER = frozenset(["son", "daughter", "grandson", "granddaughter", "nephew", "niece"])
PEERS = frozenset(["brother", "sister", "cousin", "twin"])
KIN = ELDER | YOUNGER | PEERS

_WORDS = "|".join(sorted(KIN, key=len, reverse=True))
_AGES = r"(?:(?:late|own|only|old|older|elder|younger|eldest|youngest|oldest|twin)\s)*"
_OWNER = r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ww]hose|[A-Z][\w-]+[’']s)\s"
#: "His father, also named" before a name; "whose son is also called".
_ALSO_NAMED = re.compile(
    rf"{_OWNER}{_AGES}(?P<kin>{_WORDS})(?:\sand\snamesake)?,?\s(?:(?:who\s)?(?:is|was)\s)?"
    r"(?:also|likewise|too)\s(?:named|called|christened)\s$"
)
_NAMESAKE = re.compile(rf"{_OWNER}{_AGES}(?P<kin>{_WORDS})\sand\snamesake,\s$")
#: "His father," before a name.
_BEFORE = re.compile(
    rf"{_OWNER}(?P<ages>{_AGES})(?P<kin>{_WORDS}),?\s(?:(?:named|called|christened)\s)?{TITLES}$"
)
#: ", the son of" behind a name.
_BEHIND = re.compile(rf"^,\s(?:the|an?)\s(?P<ages>{_AGES})(?P<kin>{_WORDS})\sof\s")
#: "Moss, the father" as a source.
_APPOSED = re.compile(
    rf"(?P<name>[A-Z][\w’'-]+),\s(?:the|his|her|their)\s(?P<ages>{_AGES})(?P<kin>{_WORDS})\b"
)
_ANY = re.compile(rf"\b(?:his|her)\s{_AGES}(?P<kin>{_WORDS})\b", re.IGNORECASE)
_GENERATION = re.compile(
    r"\b[Tt]he\s(?P<age>elder|older|senior|younger|junior)\s"
    r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Judge|Senator|President|Governor)\.?\s)?"
    r"(?P<name>[A-Z][\w’'-]+)"
)
_OLD = frozenset(["elder", "older", "senior", "eldest", "oldest"])
_SUFFIXES = {"sr": 0, "jr": 1, "ii": 1, "iii": 2, "iv": 3}
_NEAR = 400  # characters back to whose father "his father" is
_PHRASE = 80


def relatives(
    article: ParsedArticle, extraction: Extraction, number: int
) -> tuple[list[Span], str] | None:
    """The places where a figure's name is a relative's, and what that one is to the figure.

    "His father, also named John Moss" is nobody's own name, nor is "his son, John Moss" behind
    John Moss. None where the figure is one person.
    """
    name = extraction.entities[number].name
    people = [m for m in extraction.mentions if extraction.entities[m.entity].label == "PERSON"]
    own = [m.span for m in people if m.entity == number and is_full(m.span.of(article.text), name)]
    places, kin = [], ""
    for span in sorted(own)[1:]:  # where the name first stands in full, it is the figure's
        before = article.text[max(0, span.start - _PHRASE) : span.start]
        found = _ALSO_NAMED.search(before) or _NAMESAKE.search(before)
        if found is None and (found := _BEFORE.search(before)) is not None:
            start = span.start - len(before) + found.start()
            earlier = [m for m in people if m.span.end <= start]
            last = max(earlier, key=lambda m: m.span, default=None)
            if last is None or last.entity != number or start - last.span.end > _NEAR:
                found = None
        if found is not None:
            places.append(span)
            kin = kin or found["kin"]
    return (places, kin) if places else None


def words_of_kin(kin: str) -> tuple[frozenset[str], frozenset[str]]:
    """By which words an article means a relative, and by which whom it is a relative of."""
    if kin in PEERS:
        return frozenset([kin]), frozenset()
    return (frozenset([kin]), YOUNGER) if kin in ELDER else (frozenset([kin]), ELDER)


def is_kin(name: str) -> bool:
    """Whether a name tells a relative from another of the name: "John Moss (son)"."""
    return qualifier_of(name) in KIN


def tell_generations(article: ParsedArticle, extraction: Extraction) -> Extraction:
    """The extraction with "the elder Moss" and "the younger Moss" given to whom they mean.

    Left open where the article does not tell which of two that is; so is a surname alone that
    father and son of one name bear, unless its paragraph names one of them.
    """
    families = _Families(article, extraction)
    quotations: list[Quotation] = []
    before: _Mended | None = None
    for one in extraction.quotations:
        held = _held(article, extraction, one, families)
        if held is not one.attribution:
            before = _Mended(one.attribution, held, one.content[-1]) if one.content else None
        elif before is not None and before.goes_on(article, one):
            held = replace(before.now, description=held.description)
        elif held.entity is not None:
            before = None
        quotations.append(one if held is one.attribution else replace(one, attribution=held))
    return replace(extraction, quotations=tuple(quotations))


@dataclass(frozen=True, slots=True)
class _Mended:
    """Words that were somebody else's before, and whose they are now."""

    was: Attribution
    now: Attribution
    place: Span

    def goes_on(self, article: ParsedArticle, other: Quotation) -> bool:
        """Whether "he" in the same paragraph follows from whom the words were before."""
        words = " ".join(span.of(article.text) for span in other.source).casefold()
        same = other.attribution.entity is not None and other.attribution.entity == self.was.entity
        if not same or words not in ("he", "she", "") or not other.content:
            return False
        return any(
            part.overlaps(self.place) and part.overlaps(other.content[0])
            for part in article.paragraphs
        )


class _Families:
    """The people of each surname of an article and who is elder, worked out once."""

    def __init__(self, article: ParsedArticle, extraction: Extraction) -> None:
        self._article, self._extraction = article, extraction
        self._bearers: dict[str, list[int]] = {}
        self._pairs: dict[str, frozenset[tuple[int, int]]] = {}

    def bearers(self, surname: str) -> list[int]:
        """The people of the article who are named in full and bear the surname."""
        key = spelling(fold(surname))
        if key not in self._bearers:
            self._bearers[key] = _bearers(self._extraction, key)
        return self._bearers[key]

    def pairs(self, surname: str) -> frozenset[tuple[int, int]]:
        """Pairs of an elder and a younger one among them."""
        key = spelling(fold(surname))
        if key not in self._pairs:
            told = _pairs(self._article, self._extraction, self.bearers(surname))
            self._pairs[key] = frozenset(told)
        return self._pairs[key]


def _held(
    article: ParsedArticle, extraction: Extraction, one: Quotation, families: _Families
) -> Attribution:
    held = one.attribution
    if not one.source:
        return held
    place = one.source[-1]
    found = _GENERATION.search(article.text[max(0, place.start - 20) : place.end])
    if found is not None:
        return _of_generation(article, extraction, held, found, families)
    apposed = _APPOSED.match(place.of(article.text))
    if apposed is not None and (who := _relative(apposed, families)) is not None:
        return held if held.entity == who else _is_kin_of(extraction, held, who, apposed)
    if held.entity is None or held.entity >= len(extraction.entities):
        return held
    same = _same_named(extraction, held.entity, families)
    printed = place.of(article.text)
    if len(same) < 2 or len(name_words(printed)) != 1 or fold(printed) in ("he", "she", "they"):
        return held
    return _by_surname(article, extraction, held, place, same)


def _of_generation(
    article: ParsedArticle,
    extraction: Extraction,
    held: Attribution,
    found: re.Match[str],
    families: _Families,
) -> Attribution:
    bearers = families.bearers(found["name"])
    is_old = found["age"] in _OLD
    words = found.group()
    if len(bearers) == 1:
        older = _generation_of_one(article)
        if older is None or older == is_old:
            return held
        reason = f"“{words}” is not {_name(extraction, bearers[0])}, who has a relative of the name"
        return Attribution(SourceKind.UNNAMED, None, words, reason)
    pairs = families.pairs(found["name"]) or set(_of_one_name(extraction, bearers))
    elder, younger = {a for a, _ in pairs}, {b for _, b in pairs}
    fitting = elder - younger if is_old else younger - elder
    if len(fitting) == 1 and bearers:
        who = fitting.pop()
        name = extraction.entities[who].name
        reason = f"“{words}” is {name}, by what the article says of their family"
        role = next(iter(extraction.entities[who].roles), None)
        return replace(
            held, kind=SourceKind.PERSON, name=name, entity=who, role=role, reason=reason
        )
    if not bearers:
        return held
    names = " or ".join(_name(extraction, who) for who in bearers[:3])
    reason = f"“{words}” may be {names}, and nothing in the article tells which"
    return Attribution(SourceKind.UNNAMED, None, words, reason)


def _relative(found: re.Match[str], families: _Families) -> int | None:
    """The one of a family whom "Moss, the father" means."""
    pairs = families.pairs(found["name"])
    elder, younger = {a for a, _ in pairs}, {b for _, b in pairs}
    kin = found["kin"].casefold()
    fitting = elder - younger if kin in ELDER else younger - elder if kin in YOUNGER else set()
    return next(iter(fitting)) if len(fitting) == 1 else None


def _is_kin_of(
    extraction: Extraction, held: Attribution, who: int, found: re.Match[str]
) -> Attribution:
    name = extraction.entities[who].name
    reason = f"“{found.group()}” is {name}, by what the article says of their family"
    role = next(iter(extraction.entities[who].roles), None)
    return replace(held, kind=SourceKind.PERSON, name=name, entity=who, role=role, reason=reason)


def _by_surname(
    article: ParsedArticle,
    extraction: Extraction,
    held: Attribution,
    place: Span,
    same: Sequence[int],
) -> Attribution:
    within = next((part for part in article.paragraphs if part.overlaps(place)), place)
    before = [
        one
        for one in extraction.mentions
        if one.entity in same and one.span.start < place.start
        if len(name_words(one.span.of(article.text))) > 1
    ]
    here = {one.entity for one in before if within.contains(one.span)}
    here = here or {one.entity for one in before}
    here = here if len(here) == 1 else here & _heard(article, extraction) or here
    printed = place.of(article.text)
    if len(here) == 1:
        return held if held.entity in here else _is(extraction, held, here.pop(), printed)
    names = " or ".join(_name(extraction, who) for who in same)
    reason = f"“{printed}” may be {names}, and nothing here tells which"
    return Attribution(SourceKind.UNNAMED, None, printed, reason)


def _heard(article: ParsedArticle, extraction: Extraction) -> set[int | None]:
    """Those who are quoted by their full names: the other may be but the speaker's late father."""
    return {
        one.attribution.entity
        for one in extraction.quotations
        for span in one.source[-1:]
        if one.attribution.entity is not None
        and len(name_words(span.of(article.text))) > 1
        and parse_person(_name(extraction, one.attribution.entity)).given
        in name_words(span.of(article.text))
    }


def _is(extraction: Extraction, held: Attribution, who: int, printed: str) -> Attribution:
    name = extraction.entities[who].name
    reason = f"“{printed}” is {name}, the one named here"
    return replace(held, kind=SourceKind.PERSON, name=name, entity=who, role=None, reason=reason)


def _name(extraction: Extraction, number: int) -> str:
    return extraction.entities[number].name


def _bearers(extraction: Extraction, wanted: str) -> list[int]:
    """Those named in full who bear a surname, which is given in its one spelling."""
    found = []
    for number, one in enumerate(extraction.entities):
        parts = parse_person(bare_name(one.name)) if one.label == "PERSON" else None
        if parts is not None and parts.given and spelling(parts.surname.split()[-1]) == wanted:
            found.append(number)
    return found


def _same_named(extraction: Extraction, number: int, families: _Families) -> list[int]:
    """Those of one name who are two by "Jr" and "Sr" or as relatives; one where nobody else is.

    Many print "Jr" once and leave it out later: the name without it may be the same one's.
    """
    mine = parse_person(bare_name(_name(extraction, number)))
    if not mine.surname or extraction.entities[number].label != "PERSON":
        return [number]
    surname = mine.surname.split()[-1]
    bearers = families.bearers(surname)
    if len(bearers) < 2:
        return [number]
    related = {frozenset(pair) for pair in families.pairs(surname)}
    return [
        at
        for at in bearers
        if at == number
        or (
            parse_person(bare_name(_name(extraction, at))).given == mine.given
            and frozenset([at, number]) in related
        )
    ]


def _generation_of_one(article: ParsedArticle) -> bool | None:
    """Whether the only one of a surname is the elder, by whose relatives are told of."""
    kin = {found["kin"].casefold() for found in _ANY.finditer(article.text)}
    if bool(kin & ELDER) == bool(kin & YOUNGER):
        return None
    return bool(kin & YOUNGER)


def _pairs(
    article: ParsedArticle, extraction: Extraction, bearers: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Pairs of an elder and a younger one among the people of one surname."""
    for a in bearers:
        for b in bearers:
            ranks = [_rank(_name(extraction, who)) for who in (a, b)]
            if ranks[0] is not None and ranks[1] is not None and ranks[0] < ranks[1]:
                yield a, b
            elif a != b and bare_name(_name(extraction, b)) == _name(extraction, a):
                kin = qualifier_of(_name(extraction, b))
                yield from [(b, a)] if kin in ELDER else [(a, b)] if kin in YOUNGER else []
    mentions = [one for one in extraction.mentions if one.entity in bearers]
    for one in mentions:
        found = _BEFORE.search(article.text[max(0, one.span.start - _PHRASE) : one.span.start])
        if found is not None:
            earlier = (m for m in mentions if m.span.end <= one.span.start)
            others = (m for m in earlier if m.entity != one.entity)
            last = max(others, key=lambda m: m.span, default=None)
            if last is not None:
                yield from _told(one.entity, last.entity, found)
        behind = _BEHIND.match(article.text[one.span.end : one.span.end + _PHRASE])
        if behind is not None:
            at = one.span.end + behind.end()
            for other in mentions:
                if other.span.start == at and other.entity != one.entity:
                    yield from _told(one.entity, other.entity, behind)


def _of_one_name(extraction: Extraction, bearers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs of somebody and a "Jr." of the same name: two, where an elder or younger is told of."""
    for a in bearers:
        for b in bearers:
            one, two = (parse_person(bare_name(_name(extraction, who))) for who in (a, b))
            junior = two.suffix is not None and _SUFFIXES.get(two.suffix, 0) > 0
            if one.suffix is None and junior and one.given == two.given:
                yield a, b


def _told(who: int, whose: int, found: re.Match[str]) -> Iterator[tuple[int, int]]:
    kin, ages = found["kin"], set(found["ages"].split())
    if kin in ELDER or (kin in PEERS and ages & _OLD):
        yield who, whose
    elif kin in YOUNGER or ages & {"younger", "youngest"}:
        yield whose, who


def _rank(name: str) -> int | None:
    """Where somebody stands among those of the name, by "Sr" or "III" behind it."""
    suffix = parse_person(bare_name(name)).suffix
    return _SUFFIXES.get(suffix) if suffix else None
