"""When an article was published: as stated, or from all the evidence in it.

Each clue leaves some days possible; together they leave few. A clue that contradicts the surer
ones before it is set aside and named. Never the day of the file, never today.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import reduce

from app.domain.conflicts import AGAINST
from app.domain.counting import counted
from app.domain.dates import UNKNOWN_DATE, DateBasis, DateFinding
from app.domain.documents import ParsedArticle
from app.domain.gazetteer import Gazetteer
from app.resolution.clues import clues_in
from app.resolution.dateline_days import beside_dated, by_dateline, days_dated, year_left_open
from app.resolution.day_set import Clue, DaySet
from app.resolution.neighbours import shared_occasions

_LONGEST = timedelta(days=366)  # a wider range says nothing that a reader can use
_LONG = timedelta(days=120)  # from here on the end of a range needs firm evidence
_LONGEST_REASON = 500  # characters of a reason; clues beyond it are counted


def publication_dates(articles: Sequence[ParsedArticle], gazetteer: Gazetteer) -> list[DateFinding]:
    """When each article of one document was published.

    Articles beside each other that tell of the same occasion in the same words lend each other
    their evidence.
    """
    own = [clues_in(article, gazetteer) for article in articles]
    shared = shared_occasions(articles)
    found = [_date(article, own, index, shared) for index, article in enumerate(articles)]
    days = days_dated(found)
    return [
        (one.date is None and beside_dated(article, days)) or one
        for article, one in zip(articles, found, strict=True)
    ]


def _date(
    article: ParsedArticle,
    own: Sequence[Sequence[Clue]],
    index: int,
    shared: Sequence[dict[int, str]],
) -> DateFinding:
    if article.published.date is not None:
        return article.published
    clues = [*own[index]]
    for other, words in shared[index].items():
        clues += [replace(clue, beside=words) for clue in own[other]]
    days, used, conflicts = _combined(clues)
    found = _finding(article, days, used, conflicts)
    reason = _shortened(found.reason)
    if (
        article.published.reason != UNKNOWN_DATE.reason
    ):  # something was stated that could not be used
        reason = f"{article.published.reason}; {reason}"
    return replace(found, reason=reason)


def _shortened(reason: str) -> str:
    """A reason of bearable length: the first clues, and how many more there are."""
    parts = reason.split("; ")
    kept = parts[:1]
    for part in parts[1:]:
        if len("; ".join([*kept, part])) > _LONGEST_REASON:
            break
        kept.append(part)
    more = len(parts) - len(kept)
    return "; ".join(kept) + (f"; and {counted(more, 'more clue')}" if more else "")


def _combined(clues: Iterable[Clue]) -> tuple[DaySet, list[Clue], list[Clue]]:
    days, used, conflicts = DaySet.between(), list[Clue](), list[Clue]()
    for clue in clues:
        both = days & clue.days
        if not both and clue.at_least is not None:
            both = days & clue.at_least  # it looks back on what was
            clue = replace(clue, days=clue.at_least)
        if not both:
            conflicts.append(clue)
        elif both != days:
            used.append(clue)
            days = both
    return days, _needed(used, days), conflicts


def _needed(used: list[Clue], days: DaySet) -> list[Clue]:
    """The clues without which more days would be left; the later ones imply some earlier ones."""
    needed = list(used)
    for clue in used:
        rest = [other for other in needed if other is not clue]
        if reduce(DaySet.__and__, (other.days for other in rest), DaySet.between()) == days:
            needed = rest
    return needed


def _finding(
    article: ParsedArticle, days: DaySet, used: Sequence[Clue], conflicts: Sequence[Clue]
) -> DateFinding:
    days, extra = by_dateline(article, days, used)
    reasons = list(dict.fromkeys([*(_left(c, days) for c in used if not c.beside), *extra]))
    reasons += _from_beside([clue for clue in used if clue.beside], days)
    against = "".join(f"{AGAINST}{clue.reason}" for clue in conflicts)
    unsure = len(conflicts) >= len(reasons) > 0 or _ends_by_title(days, used)
    if days.is_open or days.last - days.first > _LONGEST or unsure:
        open_year = year_left_open(article)
        if not reasons:
            known = open_year or "nothing in the text dates it"
            return DateFinding(None, DateBasis.UNKNOWN, known)
        known = "; ".join(filter(None, (*reasons, open_year)))
        known = f"not dated more closely than: {known}{against}"
        return DateFinding(None, DateBasis.UNKNOWN, known)
    return DateFinding(days.as_date(), DateBasis.INFERRED, "; ".join(reasons) + against)


def _from_beside(used: Sequence[Clue], days: DaySet) -> list[str]:
    """What the articles of the same file tell that report the same occasion, in one sentence."""
    if not used:
        return []
    told = "; ".join(dict.fromkeys(_left(clue, days) for clue in used))
    return [f"an article of this file with {used[0].beside} as well tells: {told}"]


def _left(clue: Clue, days: DaySet) -> str:
    """A clue's reason, with what the others leave of it where it allows several days."""
    left = [first for first, last in clue.choices if days & DaySet(((first, last),))]
    if len(clue.choices) < 2 or len(left) != 1:
        return clue.reason
    return f"{clue.reason}, of which the rest leaves {left[0].isoformat()}"


def _ends_by_title(days: DaySet, used: Sequence[Clue]) -> bool:
    """Whether a long range ends only because somebody named by a title left that office."""
    if not days or days.last - days.first <= _LONG:
        return False
    firm = reduce(DaySet.__and__, (c.days for c in used if not c.weak_end), DaySet.between())
    return firm.last > days.last
