"""Feasts and memorial days by the name under which news tells a day: "on Christmas Eve".

Only names that mean one day in every country, or are told of one country alone; "Labour Day",
"Independence Day" and "Mother's Day" are many days. Source of the day of Easter: the anonymous
Gregorian computus (Nature, 20 April 1876) and the Julian one of Meeus, Astronomical Algorithms.
"""

import re
from datetime import date, timedelta

_MONDAY, _THURSDAY, _SUNDAY = 0, 3, 6
#: Day of the calendar, month first, by name.
_FIXED = {
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "groundhog day": (2, 2),
    "valentine's day": (2, 14),
    "international women's day": (3, 8),
    "st. patrick's day": (3, 17),
    "april fools' day": (4, 1),
    "earth day": (4, 22),
    "anzac day": (4, 25),
    "may day": (5, 1),
    "juneteenth": (6, 19),
    "canada day": (7, 1),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "all saints' day": (11, 1),
    "bonfire night": (11, 5),
    "armistice day": (11, 11),
    "veterans day": (11, 11),
    "world aids day": (12, 1),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "australia day": (1, 26),
    "holocaust memorial day": (1, 27),
}
#: Days from Easter Sunday, by name.
_FROM_EASTER = {
    "shrove tuesday": -47,
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "holy thursday": -3,
    "good friday": -2,
    "holy saturday": -1,
    "easter eve": -1,
    "easter sunday": 0,
    "easter monday": 1,
    "ascension day": 39,
    "whit sunday": 49,
    "whit monday": 50,
}
#: Feasts that the Churches of the east keep as well, from their own Easter.
_IN_THE_EAST = frozenset(
    {"palm sunday", "holy thursday", "good friday", "holy saturday", "easter eve"}
    | {"easter sunday", "easter monday"}
)
#: The weekday of a month, counted from its start or, below 0, from its end, by name.
_WEEKDAY_OF_MONTH = {
    "martin luther king jr. day": (1, _MONDAY, 3),
    "martin luther king day": (1, _MONDAY, 3),
    "presidents' day": (2, _MONDAY, 3),
    "memorial day": (5, _MONDAY, -1),
    "labor day": (9, _MONDAY, 1),
    "columbus day": (10, _MONDAY, 2),
    "thanksgiving day": (11, _THURSDAY, 4),
    "thanksgiving": (11, _THURSDAY, 4),
    "remembrance sunday": (11, _SUNDAY, 2),
}
_NAMES = sorted((*_FIXED, *_FROM_EASTER, *_WEEKDAY_OF_MONTH), key=len, reverse=True)
_NEAR = timedelta(days=21)  # a feast so near to its report is the one meant
_ANY_MARK = str.maketrans({"’": "'", "‘": "'"})


def _pattern() -> str:
    return "|".join(r"\ ".join(_word(*one) for one in enumerate(name.split())) for name in _NAMES)


def _word(place: int, word: str) -> str:
    """A word of a name: "New Year's eve", "St Patrick’s" and "Presidents Day" are printed too."""
    letters = re.escape(word[1:]).replace("'", "['’]" if word.endswith("'s") else "['’]?")
    first = word[0].upper() if place == 0 else f"[{word[0].upper()}{word[0]}]"
    return first + letters.replace(r"\.", r"\.?")


#: A regular expression for the names of all feasts.
FEASTS = _pattern()


def feast_named(words: str) -> str:
    """The name under which `days_of_feast` knows what FEASTS has matched."""
    plain = _plain(words)
    return next(name for name in _NAMES if _plain(name) == plain)


def days_of_feast(name: str, years: range) -> list[date]:
    """The days of a feast in each of `years`, in order; of two Churches' Easter the western."""
    return [_day_of(name, year) for year in years]


def last_feast(name: str, day: date) -> tuple[date, date]:
    """The last day of a feast up to a day, twice; two days where two Churches keep it.

    The Churches of the east may keep Easter on another day: shortly after it that one is meant,
    and shortly after both either.
    """
    years = range(day.year - 1, day.year + 1)
    past = [d for d in days_of_feast(name, years) if d <= day]
    if name in _IN_THE_EAST:
        east = (_orthodox_easter(year) + timedelta(days=_FROM_EASTER[name]) for year in years)
        if near := [d for d in (*past, *east) if timedelta() <= day - d <= _NEAR]:
            return min(near), max(near)
    return past[-1], past[-1]


def _plain(words: str) -> str:
    return re.sub(r"[.']", "", words.translate(_ANY_MARK).lower())


def _easter(year: int) -> date:
    """Easter Sunday of the western Churches."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    f = (8 * b + 13) // 25
    h = (19 * a + b - d - f + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern Churches, in today's calendar."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    julian = date(year, month, day + 1)
    return julian + timedelta(days=year // 100 - year // 400 - 2)


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    if nth < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7, weeks=nth - 1)


def _day_of(name: str, year: int) -> date:
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _FROM_EASTER:
        return _easter(year) + timedelta(days=_FROM_EASTER[name])
    return _nth_weekday(year, *_WEEKDAY_OF_MONTH[name])
