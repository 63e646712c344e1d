"""Whom of several of one surname it means where it stands alone."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from app.domain.persons import gender_of, may_be_given_name, parse_person
from app.domain.wordlists import word_groups
from app.extraction.analysis import Analysis
from app.extraction.capitals import role_nouns
from app.extraction.cast import Bearers, Cast, Figure, Meaning
from app.extraction.focus import OTHER
from app.extraction.names import PERSON, Name
from app.extraction.roles import role_words, roles_beside
from app.extraction.talked_of import said_of

_HERSELF = re.compile(r"\s(?P<who>him|her)self\b")
_GOES_ON = re.compile(r"(?P<who>He|She)\s")
#: "Roe said she would run", "Roe said, and she smiled", "Roe said her husband was wrong".
_OF_ONESELF = re.compile(
    r"\s(?:said|says|added|adds|insisted|promised|vowed|admitted|denied|claimed|explained|told\s\w+"
    r"|told\sthe\s\w+)(?:\s(?:on\s)?[A-Z][a-z]+day)?(?:\sthat|,\s(?:and|as))?"
    r"\s(?:(?P<who>he|she)\s|(?P<spouse>his\swife|her\shusband)\b)"
)
_AMID = re.compile(r"(?:[^\W\dA-Z_]|,)[ \xa0]$")  # a small letter or a comma before a name
#: "her husband, former President" or "is the brother of" before a name.
_KIN = "|".join(sorted(word_groups("grammar.txt")["kin"], key=len, reverse=True))
_RELATIVE = re.compile(
    rf"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ww]hose|\w+[’']s)\s(?:[a-z-]+\s){{0,2}}(?:{_KIN}),?"
    rf"|\b(?:{_KIN})\sof)\s(?:[\w-]+\.?\s){{0,4}}$"
)
_PRONOUNS = {"him": "m", "He": "m", "her": "f", "She": "f"}
_AND = re.compile(r",?\sand\s(?:[A-Z][\w-]*\.?\s){0,3}")
_FAR = 20  # names back to where two are named together
_CLEAR = 0.55  # how far ahead who is in mind must be of the next one
_FAINT = OTHER / 8  # below this nobody is in mind, and whom the article is about decides
_OPEN = 0.3  # how sure a source is of which nothing tells whom it means
_SWAYS = 2.0  # how often more than others somebody must be named for that to tell

#: A figure, or None where the text does not tell; how surely; and why.
Bearer = tuple[int | None, float, str]


def gender_told(text: str, name: Name) -> str | None:
    """The gender that the form of address, the title or the given name of a name tells."""
    title = name.title.of(text) if name.title else ""
    told = {role_nouns().get(word, "u") for word in role_words(title)} - {"u"}
    if len(told) == 1:
        return told.pop()
    titled = gender_of(f"{title.split()[-1]} {name.text}") if title else None
    return titled or gender_of(name.text)  # "Mayor Jane Roe": no form of address


def is_surely_full(text: str, name: Name) -> bool:
    """Whether a name begins with a given name, not with what opens a sentence: "Beneath Roe".

    In the middle of a sentence words with a capital are names; in headlines all have one.
    """
    titled = name.title is not None or may_be_given_name(name.words[0])
    return titled or _AMID.search(text, max(0, name.span.start - 8), name.span.start) is not None


def another_generation(full: str, short: str) -> bool:
    """Whether a short name cannot be that of a full one: "Roe Sr." and "Ben Roe Jr."."""
    one, two = parse_person(full).suffix, parse_person(short).suffix
    return one is not None and two is not None and one != two


def fitting(
    text: str, figures: Sequence[Figure], name: Name, bearers: Sequence[int]
) -> tuple[list[int], str]:
    """The bearers of a surname whom "Ms." before it, or "Jr." behind it, can mean, and why."""
    suffix = parse_person(name.text).suffix
    if suffix is not None:
        same = [i for i in bearers if parse_person(figures[i].name).suffix == suffix]
        plain = [i for i in bearers if parse_person(figures[i].name).suffix is None]
        bearers = same or plain or bearers
        if len(bearers) == 1:
            return list(bearers), f"“{name.text}” fits only {figures[bearers[0]].name}"
    gender = gender_told(text, name) if name.title else None
    if gender and len(bearers) > 1:
        agreeing = [i for i in bearers if figures[i].gender in (gender, None)]
        if len(agreeing) == 1 and name.title is not None:
            printed = f"{name.title.of(text)} {name.text}"
            return agreeing, f"“{printed}” fits only {figures[agreeing[0]].name}"
        bearers = agreeing or bearers
    return list(bearers), ""


def settle(
    analysis: Analysis,
    cast: Cast,
    number: int,
    weights: Mapping[int, float],
    spoke: tuple[int | None, bool],
    told_of: Set[int] = frozenset(),
) -> Bearer | None:
    """Whom a surname of several bearers means; None where the name is not such a one.

    `weights` says how much each figure is in mind there, `spoke` who spoke last, and whether in
    the same paragraph, `told_of` who is told of in the words that the name tags. The cast
    remembers what was decided.
    """
    name = cast.names[number]
    held = cast.bearers.pop(name.span.start, None)
    if held is None:
        why = cast.unsettled.get(name.span.start)
        return None if why is None else (None, _OPEN, why)
    told = told_of | said_of(analysis.text, cast, name.span.end, held.figures)
    left = tuple(i for i in held.figures if i not in told)
    if held.open is not None:
        found: Bearer = (None, _OPEN, held.open)
    elif len(left) == 1 < len(held.figures):
        found = (left[0], 0.75, f"“{name.text}” is nobody of whom the words tell")
    else:
        held = replace(held, figures=left or held.figures)
        found = _decide(analysis, cast, number, held, weights, spoke)
    who, sure, why = found
    cast.mean_instead(number, None if who is None else Meaning(who, sure, why))
    if who is None:
        cast.unsettled[name.span.start] = why
    return found


def _decide(
    analysis: Analysis,
    cast: Cast,
    number: int,
    held: Bearers,
    weights: Mapping[int, float],
    spoke: tuple[int | None, bool],
) -> Bearer:
    figures, printed = cast.figures, cast.names[number].text
    gender, word = _gender_behind(analysis, cast, number)
    agreeing = [i for i in held.figures if gender is None or figures[i].gender in (gender, None)]
    bearers = agreeing or list(held.figures)
    if len(bearers) == 1:
        return bearers[0], 0.9, f"“{printed}” with “{word}” fits only {figures[bearers[0]].name}"
    role, own = _by_role(analysis, cast, number, bearers)
    if own is not None:
        return own, 0.85, f"“{printed}” with “{role}” fits only {figures[own].name}"
    ranked = sorted(bearers, key=lambda i: (-weights.get(i, 0.0), -figures[i].first))
    best, clear = ranked[0], weights.get(ranked[0], 0.0)
    second = weights.get(ranked[1], 0.0)
    names = " or ".join(figures[i].name for i in sorted(bearers)[:4])
    called = Counter(dict(held.called)) + cast.called.get(held.surname, Counter())
    settled = _most({i: called[i] for i in bearers})
    lately = spoke[0] == best and clear >= (1.0 if spoke[1] else _SWAYS) * second
    if settled is not None and not lately:
        name = figures[settled].name
        return settled, 0.8, f"“{printed}” may be {names}; so far it means {name}"
    if spoke[0] not in ranked[:2] and _named_together(analysis.text, cast, number, ranked[:2]):
        return None, _OPEN, f"“{printed}” may be {names}, who are named in one breath"
    if clear >= _FAINT and clear >= _CLEAR * (clear + second):
        cast.called.setdefault(held.surname, Counter())[best] += 1
        sure = 0.35 + 0.5 * clear / (clear + second)
        return best, sure, f"“{printed}” may be {names}; {figures[best].name} is in mind there"
    chief = _most({i: sum(figures[i].forms.values()) for i in bearers})
    if chief is not None:
        return chief, 0.65, f"“{printed}” may be {names}; {figures[chief].name} is named most"
    return _of_family(analysis.text, cast, bearers, printed, names)


def _named_together(text: str, cast: Cast, number: int, bearers: Sequence[int]) -> bool:
    """Whether two were last named as "Nils Roe and Per Roe", before the name of that number."""
    figures: list[int] = []
    names: list[Name] = []
    for before in range(number - 1, max(-1, number - _FAR), -1):
        meaning = cast.meanings[before]
        if meaning is not None and meaning.figure in bearers and len(names) < 2:
            figures.append(meaning.figure)
            names.append(cast.names[before])
    if len(set(figures)) < 2:
        return False
    return _AND.fullmatch(text, names[1].span.end, names[0].span.start) is not None


def _by_role(
    analysis: Analysis, cast: Cast, number: int, bearers: Sequence[int]
) -> tuple[str, int | None]:
    """The one bearer whose roles agree with one beside a surname: "Roe, the lawyer"."""
    name = cast.names[number]
    words, within = cast.words[name.paragraph], analysis.paragraphs[name.paragraph]
    for span in roles_beside(analysis.text, words, name.span, within):
        nouns = role_nouns().keys() & set(role_words(span.of(analysis.text)))
        agreeing = [
            i
            for i in bearers
            for role, at in cast.figures[i].roles.items()
            if at != span and nouns & set(role_words(role))
        ]
        if len(set(agreeing)) == 1:
            return span.of(analysis.text), agreeing[0]
    return "", None


def _most(counts: Mapping[int, int]) -> int | None:
    """Who is counted so much more often than all others that it tells; None where nobody is."""
    chief = max(counts, key=lambda i: counts[i])
    others = max((counts[i] for i in counts if i != chief), default=0)
    return chief if counts[chief] >= max(1, _SWAYS * others) else None


def _of_family(text: str, cast: Cast, bearers: Sequence[int], printed: str, names: str) -> Bearer:
    """The one bearer who is not told of as another's relative: "her husband, Jack Roe"."""
    main = [i for i in bearers if not _is_relative(text, cast.figures[i])]
    known = [i for i in main if may_be_given_name(cast.figures[i].name.split()[0])]
    if len(known) == 1:
        told = f"{cast.figures[known[0]].name} is nobody’s relative there"
        return known[0], 0.6, f"“{printed}” may be {names}; {told}"
    return None, _OPEN, f"“{printed}” may be {names}, and nothing here tells which"


def _is_relative(text: str, figure: Figure) -> bool:
    return _RELATIVE.search(text, max(0, figure.first - 80), figure.first) is not None


def _gender_behind(analysis: Analysis, cast: Cast, number: int) -> tuple[str | None, str]:
    """The gender that "herself" behind a name tells, or "She" that opens the next sentence."""
    text, name = analysis.text, cast.names[number]
    found = _HERSELF.match(text, name.span.end)
    own = _OF_ONESELF.match(text, name.span.end) if found is None else None
    if own is not None:
        word = own["who"] or own["spouse"]
        return ("f" if word in ("she", "her husband") else "m"), word
    if found is None:
        after = analysis.sentence_at(name.span.start)
        after = len(analysis.sentences) if after is None else after + 1
        if after >= len(analysis.sentences):
            return None, ""
        start = analysis.sentences[after].start
        others = (n for n in range(number + 1, len(cast.names)) if cast.names[n].span.start < start)
        if analysis.paragraph_at(start) != name.paragraph or any(
            cast.meaning_label(n) == PERSON for n in others
        ):
            return None, ""
        found = _GOES_ON.match(text, start)
    return (_PRONOUNS[found["who"]], found.group().strip()) if found is not None else (None, "")
