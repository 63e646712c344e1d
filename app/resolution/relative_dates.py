"""What the words of a date mean in an article published on a known day.

Source: AP Stylebook, "time element": names of weekdays stand for days within a week of the
report; a month without a year is the nearest one in the direction the sentence points to.
"""

from datetime import date, timedelta

from app.domain.date_words import DateForm, DateWords
from app.domain.dates import DatePrecision, PartialDate
from app.domain.feasts import days_of_feast, last_feast

_SEASONS = {
    "spring": 3,
    "summer": 6,
    "autumn": 9,
    "fall": 9,
    "winter": 12,
}  # the month each starts with
_SUNDAY = 6
_PARTS_OF_YEAR = {"early": (1, 4), "mid": (4, 9), "late": (9, 12)}  # months
_PARTS_OF_WEEK = {"early": (0, 2), "late": (2, 6)}  # days from Monday
_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}  # days of the month


def meaning(words: DateWords, published: PartialDate | None, *, future: bool) -> PartialDate | None:
    """The date that `words` mean, seen from the day of publication.

    `future` says that the sentence points ahead. A publication date that is a range gives the
    range of what each of its days would. None where the words need a date of publication that is
    not known, or name a day that no calendar has.
    """
    try:
        absolute = _absolute(words)
        if absolute is not None or published is None:
            return absolute
        first = _relative(words, published.first, future)
        if published.first == published.last or first is None:
            return first
        last = _relative(words, published.last, future)
        if last is None or first == last:
            return first
        start, end = min(first.first, last.first), max(first.last, last.last)
        return PartialDate.between(start, end, DatePrecision.RANGE)
    except (ValueError, OverflowError):
        return None


def in_years(words: DateWords, years: range) -> list[PartialDate]:
    """The dates that a day without a year can be in `years`, its weekday considered."""
    found = []
    for year in years:
        try:
            day = PartialDate.day(year, words.month or 0, words.day or 0)
        except ValueError:
            continue
        if words.weekday is None or day.first.weekday() == words.weekday:
            found.append(day)
    return found


def _absolute(words: DateWords) -> PartialDate | None:
    if words.year is None:
        return None
    if words.form is DateForm.DAY and words.month and words.day:
        return PartialDate.day(words.year, words.month, words.day)
    if words.form is DateForm.MONTH and words.month:
        return _part_of_month(words.year, words.month, words.part)
    if words.form is DateForm.SEASON and words.season:
        return _season(words.year, words.season)
    if words.feast:
        return _on(days_of_feast(words.feast, range(words.year, words.year + 1))[0])
    if words.part in _PARTS_OF_YEAR:
        return _months(words.year, *_PARTS_OF_YEAR[words.part])
    return PartialDate.year(words.year)


def _relative(words: DateWords, day: date, future: bool) -> PartialDate | None:
    match words.form:
        case DateForm.WEEKDAY:
            return _weekday(words, day, future)
        case DateForm.NEAR_DAY:
            return _on(day + timedelta(days=words.amount or 0))
        case DateForm.DAY:
            return _nearest_day(words, day, future)
        case DateForm.MONTH:
            return _nearest_month(words, day, future)
        case DateForm.SEASON:
            return _nearest_season(words, day, future)
        case DateForm.PERIOD:
            return _period(words, day, future)
        case DateForm.AGO:
            return counted(day, words.unit, -(words.amount or 0))
        case DateForm.FEAST:
            return _feast(words, day, future)
    return None  # COUNTED is seen from another day than that of the report


def _feast(words: DateWords, day: date, future: bool) -> PartialDate:
    name = words.feast or ""
    if future:
        near = days_of_feast(name, range(day.year, day.year + 2))
        return _on(next(one for one in near if one >= day))
    first, last = last_feast(name, day)
    return PartialDate.between(first, last, DatePrecision.RANGE) if first < last else _on(first)


def _on(day: date) -> PartialDate:
    return PartialDate.day(day.year, day.month, day.day)


def _weekday(words: DateWords, day: date, future: bool) -> PartialDate:
    ahead = ((words.weekday or 0) - day.weekday()) % 7
    if words.direction == 1 or (future and words.direction is None):
        return _on(day + timedelta(days=ahead or 7))
    back = (7 - ahead) % 7
    if words.direction == -1 and back == 0:
        back = 7
    return _on(day - timedelta(days=back))


def _nearest_day(words: DateWords, day: date, future: bool) -> PartialDate | None:
    near = in_years(words, range(day.year - 1, day.year + 2))
    if words.weekday is None:
        slack = timedelta(days=1)  # an evening report can carry the next morning's date
        near = [d for d in near if (d.first >= day - slack if future else d.first <= day + slack)]
    return min(near, key=lambda d: abs((d.first - day).days), default=None)


def _nearest_month(words: DateWords, day: date, future: bool) -> PartialDate | None:
    month = words.month or 1
    year = day.year
    if words.direction == -1:
        year -= month >= day.month
    elif words.direction == 1:
        year += month <= day.month
    elif words.direction is None:
        if future:
            year += month < day.month
        else:
            year -= month > day.month
    return _part_of_month(year, month, words.part)


def _part_of_month(year: int, month: int, part: str | None) -> PartialDate:
    whole = PartialDate.month(year, month)
    if part is None:
        return whole
    first, last = _PARTS[part]
    end = min(last, whole.last.day)
    return PartialDate.between(
        date(year, month, first), date(year, month, end), DatePrecision.RANGE
    )


def _season(year: int, season: str) -> PartialDate:
    first = PartialDate.month(year, _SEASONS[season])
    month = _SEASONS[season] + 2
    last = PartialDate.month(year + (month > 12), month - 12 if month > 12 else month)
    return PartialDate.between(first.first, last.last, DatePrecision.SEASON)


def _nearest_season(words: DateWords, day: date, future: bool) -> PartialDate:
    seasons = [_season(year, words.season or "") for year in range(day.year - 2, day.year + 2)]
    if words.direction == -1 or (words.direction is None and not future):
        return [s for s in seasons if s.last < day][-1]
    if words.direction == 0 and not future:
        # "This summer", in September: the one just over, not the next; in July what is over of it.
        near = min(seasons, key=lambda s: max((s.first - day).days, (day - s.last).days, 0))
        return _until(near, day)
    return next(s for s in seasons if s.last >= day)


def _period(words: DateWords, day: date, future: bool) -> PartialDate:
    step = words.direction or 0
    early = step == 0 and words.part in ("earlier", "early")
    part = words.part if step < 0 else None
    if words.unit == "year":
        whole = PartialDate.year(day.year + step)
        if part in _PARTS_OF_YEAR:
            return _months(whole.first.year, *_PARTS_OF_YEAR[part])
        return _until(whole, day) if early else whole
    if words.unit == "month":
        months = day.year * 12 + day.month - 1 + step
        whole = PartialDate.month(months // 12, months % 12 + 1)
        if part in _PARTS:
            return _part_of_month(whole.first.year, whole.first.month, part)
        # "Earlier this month" lies before the report, not in the rest of the month.
        return _until(whole, day) if early else whole
    if words.words.lower().endswith("past week"):
        return PartialDate.between(day - timedelta(days=7), day, DatePrecision.RANGE)
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=step)
    if step == -1 and words.unit == "week" and day.weekday() == _SUNDAY:
        # A Sunday paper calls the week that ends with it the last one.
        return PartialDate.between(monday + timedelta(weeks=1), day, DatePrecision.RANGE)
    first = monday + timedelta(days=5) if words.unit == "weekend" else monday
    last = monday + timedelta(days=6)
    if first > day and not future and (words.part == "over" or step == 0):
        # "Over the weekend", "this weekend": what is told as past is the one that has begun last.
        first, last = first - timedelta(weeks=1), last - timedelta(weeks=1)
    if part in _PARTS_OF_WEEK and words.unit == "week":
        from_, to = _PARTS_OF_WEEK[part]
        first, last = monday + timedelta(days=from_), monday + timedelta(days=to)
    whole = PartialDate.between(first, last, DatePrecision.RANGE)
    return _until(whole, day) if step == 0 and not future else whole


def _months(year: int, first: int, last: int) -> PartialDate:
    """The months from one to another of a year."""
    ends = PartialDate.month(year, last).last
    return PartialDate.between(date(year, first, 1), ends, DatePrecision.RANGE)


def _until(whole: PartialDate, day: date) -> PartialDate:
    """A period of which only what lies before the report is meant."""
    if not whole.first < day < whole.last:
        return whole
    return PartialDate.between(whole.first, day, DatePrecision.RANGE)


def counted(day: date, unit: str | None, amount: int) -> PartialDate:
    """The date that lies `amount` days, weeks, months, years or decades after a day.

    It is as exact as such words are: a week is any of seven days. Raises ValueError or
    OverflowError where no calendar has it.
    """
    match unit:
        case "day":
            return _on(day + timedelta(days=amount))
        case "week":
            middle = day + timedelta(weeks=amount)
            around = timedelta(days=3)
            return PartialDate.between(middle - around, middle + around, DatePrecision.RANGE)
        case "month":
            months = day.year * 12 + day.month - 1 + amount
            return PartialDate.month(months // 12, months % 12 + 1)
        case _:
            return PartialDate.year(day.year + amount * (10 if unit == "decade" else 1))
