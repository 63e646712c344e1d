"""Builds the cast of an article: names, bodies called after them, and roles."""

from bisect import bisect_left
from collections.abc import Sequence

from app.domain.countries import plain
from app.domain.gazetteer import Gazetteer
from app.domain.wordlists import word_groups
from app.extraction.analysis import Analysis
from app.extraction.capitals import Word, role_nouns
from app.extraction.cast import Cast, Figure
from app.extraction.known import known_from
from app.extraction.names import ORG, PERSON, Scan
from app.extraction.naming import Naming
from app.extraction.roles import role_words, roles_beside


def build_cast(analysis: Analysis, scan: Scan, gazetteer: Gazetteer) -> Cast:
    """The figures of an article. Full names first; then surnames, each to a full name."""
    names = list(scan.names)
    starts = [name.span.start for name in names]
    cast = Cast([], names, [None] * len(names), {}, {}, scan.words, starts)
    builder = Naming(analysis.text, cast, known_from(gazetteer).bodies)
    builder.full_names()
    builder.bodies_and_places()
    builder.short_names()
    _drop_unknown(cast)
    _add_teams(analysis.text, scan, cast)
    _find_roles(analysis, scan, cast)
    for figure in cast.figures:
        if figure.gender is None and figure.label == PERSON:
            figure.gender = _gender_by_role(figure)
    return cast


def _drop_unknown(cast: Cast) -> None:
    """Leaves out capitalised words that name nobody."""
    kept = [pair for pair in zip(cast.names, cast.meanings, strict=True) if pair[1] is not None]
    cast.names, cast.meanings = [name for name, _ in kept], [meaning for _, meaning in kept]
    cast.starts = [name.span.start for name in cast.names]


_TEAMS = word_groups("grammar.txt")["team"]


def _add_teams(text: str, scan: Scan, cast: Cast) -> None:
    """Figures for the bodies called after a name: "the Clinton campaign", "Rubio's campaign"."""
    for name in cast.names:
        words = scan.words[name.paragraph]
        after = _word_at(words, name.span.end)
        if after >= len(words) or not words[after].joined or words[after].lower not in _TEAMS:
            continue
        key = plain(f"{name.text} {words[after].lower}")
        if key not in cast.bodies:
            cast.bodies[key] = len(cast.figures)
            cast.figures.append(Figure(ORG, name.span.start))
        printed = text[name.span.start : words[after].span.end]
        cast.figures[cast.bodies[key]].forms[" ".join(printed.split())] += 1


def _find_roles(analysis: Analysis, scan: Scan, cast: Cast) -> None:
    """Adds to each person the roles printed beside the name."""
    for name, meaning in zip(cast.names, cast.meanings, strict=True):
        if meaning is None or cast.figures[meaning.figure].label != PERSON:
            continue
        words = scan.words[name.paragraph]
        figure = cast.figures[meaning.figure]
        within = analysis.paragraphs[name.paragraph]
        for span in roles_beside(analysis.text, words, name.span, within):
            figure.roles.setdefault(" ".join(span.of(analysis.text).split()), span)


def _word_at(words: Sequence[Word], start: int) -> int:
    return bisect_left(words, start, key=lambda word: word.span.start)


def _gender_by_role(figure: Figure) -> str | None:
    genders = {role_nouns().get(word, "u") for role in figure.roles for word in role_words(role)}
    return (genders - {"u"}).pop() if len(genders - {"u"}) == 1 else None
