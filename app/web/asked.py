"""What a reader asked for, read from the address of a search or a list."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar
from urllib.parse import quote_plus

from fastapi import Request
from starlette.datastructures import QueryParams

from app.domain.dates import PartialDate
from app.domain.search import (
    FILTER_FIELDS,
    MAX_CHARACTERS,
    MAX_PER_PAGE,
    EntryType,
    SearchQuery,
    Sort,
)
from app.web.deps import page_number

#: More values of one filter, and longer ones, are not read.
_MOST_VALUES = 20
_LONGEST_VALUE = 200
#: Of a longer query, this much is kept: one more than is read, so that search says it was cut.
_LONGEST_TEXT = MAX_CHARACTERS + 1
#: Words that are longer than this in an address are shortened there where search found them to
#: mean less: a page repeats them in a hundred addresses.
_LONG_IN_ADDRESS = 500

#: Filters that say out of what something is missing, in the address and typed among the words.
_WHO_AND_WHEN = ("speaker", "outlet", "year")
_TYPED = re.compile(r"(?<![\w-])(?:speaker|outlet|said|published):(?:\"[^\"]*\"|[^\s\"]+)", re.I)

#: Results of a page where the address names no other number.
_PER_PAGE = 20

#: What results can be grouped by, besides their articles.
GROUPED = ("speaker", "event")

_Word = TypeVar("_Word", bound=StrEnum)
Fields = dict[str, str | list[str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with the fields of the address it came from, and what of them was not understood."""

    query: SearchQuery
    fields: Fields  # what an address needs to ask the same again, but for the page
    notes: list[str] = field(default_factory=list)

    @property
    def grouped(self) -> str | None:
        """The facet by whose values the results are counted instead of listed, if any."""
        value = self.fields.get("by")
        return value if isinstance(value, str) and value in GROUPED else None

    @property
    def as_counts(self) -> bool:
        """Whether the chart shows plain counts, not the share of what is held of each year."""
        return self.fields.get("chart") == "count"

    @property
    def is_long(self) -> bool:
        """Whether the words are so many that a page should repeat them in few addresses."""
        return len(quote_plus(str(self.fields.get("q", "")))) > _LONG_IN_ADDRESS

    def understood(self, mended: str | None) -> "Asked":
        """The same with the words as search understood them, where long ones get shorter so."""
        if not (self.is_long and mended and len(mended) < len(self.query.text)):
            return self
        return replace(self, fields={**self.fields, "q": mended})


def asked_of(request: Request, **fixed: str) -> Asked:
    """The query in an address. Nothing a reader can type makes this fail.

    `fixed` are filters that the page itself sets: the speaker of a speaker's page. They are in
    the query but not in the fields. What was said at one event is told in its own order.
    """
    params = request.query_params
    notes: list[str] = []
    # A NUL is no character of a page; as U+FFFD it stays no word, and no empty search either.
    text = params.get("q", "").replace("\x00", "\ufffd").strip()[:_LONGEST_TEXT]
    filters = _filters(params)
    kind = _choice(params, "type", EntryType, EntryType.STATEMENT, notes)
    unasked = Sort.IN_ORDER if "event" in fixed else Sort.NEWEST
    usual = Sort.RELEVANCE if text else unasked
    sort = _choice(params, "sort", Sort, usual, notes)
    params, first, last = _period(params, notes)
    query = SearchQuery(
        text=text,
        type=kind,
        filters={**filters, **{name: (value,) for name, value in fixed.items()}},
        exact=frozenset(fixed),
        said_from=first,
        said_to=last,
        sort=sort,
        page=page_number(params.get("page", "1")),
        per_page=_per_page(params),
        by_article=params.get("by") == "article",
    )
    kept = {name: list(values) for name, values in filters.items() if name not in fixed}
    return Asked(query, _fields(query, params, kept, sort is usual), notes)


def denominator_of(asked: Asked) -> Asked | None:
    """What is asked of whom and when, without the words and all else; None where nothing is.

    The answer to it says out of how many statements nothing was found.
    """
    query = asked.query
    typed = " ".join(found.group() for found in _TYPED.finditer(query.text))
    filters = {name: query.filters[name] for name in _WHO_AND_WHEN if name in query.filters}
    if not (typed or filters or query.said_from or query.said_to):
        return None
    wider = replace(
        query, text=typed, filters=filters, type=EntryType.STATEMENT, page=1, by_article=False
    )
    fields = {name: asked.fields[name] for name in (*filters, "from", "to") if name in asked.fields}
    return Asked(wider, {**({"q": typed} if typed else {}), **fields})


def _fields(
    query: SearchQuery, params: QueryParams, filters: Mapping[str, list[str]], usual_sort: bool
) -> Fields:
    """What an address needs to ask the same again; what is usual is left out."""
    fields: Fields = {"q": query.text} if query.text else {}
    fields |= filters
    if query.type is not EntryType.STATEMENT:
        fields["type"] = query.type.value
    for name, day in (("from", query.said_from), ("to", query.said_to)):
        if day is not None:
            fields[name] = params[name].strip()
    if not usual_sort:
        fields["sort"] = query.sort.value
    if query.by_article or params.get("by") in GROUPED:
        fields["by"] = params["by"]
    if params.get("chart") == "count":
        fields["chart"] = "count"
    if query.per_page != _PER_PAGE:
        fields["per_page"] = str(query.per_page)
    return fields


def _filters(params: QueryParams) -> Mapping[str, tuple[str, ...]]:
    found = {}
    for name in FILTER_FIELDS:
        values = [value[:_LONGEST_VALUE] for value in params.getlist(name) if value.strip()]
        if values:
            found[name] = tuple(dict.fromkeys(values))[:_MOST_VALUES]
    return found


def _choice(
    params: QueryParams, name: str, kind: type[_Word], usual: _Word, notes: list[str]
) -> _Word:
    value = params.get(name)
    if not value:
        return usual
    try:
        return kind(value)
    except ValueError:
        notes.append(f"“{value[:40]}” is no {name} this archive knows, so the usual one is used.")
        return usual


def _period(params: QueryParams, notes: list[str]) -> tuple[QueryParams, date | None, date | None]:
    """The first and last day asked for, and the parameters with their ends in order.

    What was written is exchanged, not its days: from 2012 to 2011 is both years.
    """
    first, last = _day(params, "from", notes), _day(params, "to", notes)
    if first and last and first > last:
        notes.append("The period ended before it began, so its two ends were swapped.")
        ends = {"from": params["to"], "to": params["from"]}
        params = QueryParams(
            [(name, ends.get(name, value)) for name, value in params.multi_items()]
        )
        first, last = _day(params, "from", notes), _day(params, "to", notes)
    return params, first, last


def _day(params: QueryParams, name: str, notes: list[str]) -> date | None:
    """The first or last day of what the field names: "2011" as `to` is its 31 December."""
    value = params.get(name, "").strip()
    if not value:
        return None
    try:
        period = PartialDate.from_iso(value)
    except ValueError:
        notes.append(f"“{value[:40]}” is not a date like 2011, 2011-12 or 2011-12-08.")
        return None
    return period.first if name == "from" else period.last


def _per_page(params: QueryParams) -> int:
    value = params.get("per_page", "").strip()
    if not (value.isascii() and value.isdigit()):
        return _PER_PAGE
    return min(max(1, int(value[:9])), MAX_PER_PAGE)
