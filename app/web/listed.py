"""A list of results with its controls: every one is a link to another address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from app.domain.search import EntryType, Sort
from app.schemas.common import Paging
from app.schemas.home import PeriodHeld
from app.schemas.search import FacetValue, SearchPage
from app.web.addresses import OpenAddress, with_query
from app.web.asked import Asked, Fields

#: The facets in the order readers are shown them, with their headings.
FACETS = {
    "speaker": "Speaker",
    "issue": "Issue",
    "position": "Position",
    "year": "Year said",
    "outlet": "Outlet",
    "event": "Event",
    "kind": "Kind of speech",
    "confidence": "How sure",
}
#: What is otherwise with articles, whose day is that of print.
_TITLES_OF_ARTICLES = {"year": "Year published"}
_JOINTS_OF_ARTICLES = {"year": "published in"}
_GROUPS = {None: "each", "article": "by article", "speaker": "by speaker", "event": "by event"}
_KINDS = {"direct": "direct quotation", "mixed": "partly quoted", "indirect": "paraphrase"}
_FIRST_VALUES = 7
_MOST_GROUPS = 20
_PERIOD = {"from": "from", "to": "until"}
#: How a filter is said in a sentence.
_JOINTS = {
    "speaker": "by",
    "issue": "on",
    "position": "in which the speaker",
    "event": "at or about",
    "outlet": "in",
    "place": "made in",
    "year": "said in",
    "kind": "given as",
    "confidence": "whose words and speaker are",
}


class Choice(NamedTuple):
    """A link that narrows, widens or orders a list."""

    label: str
    url: str
    held: int | None = None
    selected: bool = False


class FacetShown(NamedTuple):
    """A facet with its values; `more` stand behind a disclosure."""

    name: str
    title: str
    values: list[Choice]
    more: list[Choice]


@dataclass(frozen=True)
class Listed:
    """One page of a search as a page shows it, at `path`; `hidden` facets are not offered.

    What a page shows or asks for in several places is worked out once.
    """

    asked: Asked
    page: SearchPage
    path: str = "/search"
    hidden: Sequence[str] = ()
    collection: Mapping[str, PeriodHeld] = field(default_factory=dict)  # of which time what is held

    def url(self, **changes: object) -> str:
        """The address of the same list with some fields changed; None takes one away."""
        return with_query(self.path, self.asked.fields, **changes)

    def of_time(self, period: str) -> str:
        """The address of the same list with what was said in one year, or in one month."""
        if len(period) == len("2011"):
            return self._of_year.filled(period)
        return self.url(**{"from": period, "to": period})

    @property
    def feed(self) -> str:
        """The address of the list's feed."""
        return with_query(f"{self.path}/feed.atom", self.asked.fields)

    @property
    def follow(self) -> str:
        """The address of the page that tells how to follow the same search."""
        return with_query("/search/follow", self._whole)

    @property
    def data(self) -> str:
        """The address of the same results as JSON."""
        return with_query("/api/v1/search", self._whole)

    @property
    def table(self) -> str:
        """The address of all results as a table for spreadsheets."""
        return with_query("/search.csv", self._whole)

    @property
    def _whole(self) -> Fields:
        own = {name: list(values) for name, values in self.asked.query.filters.items()}
        # Where the page's own order is not that of a search, its address has to say it.
        order = {"sort": Sort.IN_ORDER.value} if self.asked.query.sort is Sort.IN_ORDER else {}
        return {**self.asked.fields, **own, **order}

    @property
    def paging(self) -> Paging:
        """Where this page stands; partial matches follow the full ones.

        Its pages hold articles where those are what the matches are folded to.
        """
        shown = self.page
        total = shown.total + shown.partial_total
        if self.asked.query.by_article:
            total = shown.article_total + shown.partial_articles
        return Paging(page=shown.page, per_page=shown.per_page, total=total)

    @property
    def lasting(self) -> bool:
        """Whether the same answer holds until the archive changes: not while its index is away."""
        return not self.page.from_database

    @property
    def notes(self) -> list[str]:
        """What was not understood or was mended, in words; not what the page itself asked for."""
        own = [f"the {name} “{value}”" for name in self.hidden for value in self._fixed(name)]
        told = [note for note in self.page.notes if not any(one in note for one in own)]
        return [*self.asked.notes, *told]

    @cached_property
    def chips(self) -> list[Choice]:
        """The filters in force, each with the address of the list without it."""
        return [self._chip(name, value) for name, value in self.in_force]

    @property
    def in_words(self) -> str:
        """The whole question as a reader would say it, with the order of the answer."""
        order = self.asked.query.sort.value
        if self.asked.query.sort is Sort.IN_ORDER:
            return f"{self.scope}, in order of time and telling."
        return f"{self.scope}, {'best match' if order == 'relevance' else order} first."

    @property
    def scope(self) -> str:
        """The question without its order: "Statements by Ana Ruiz said in 2011"."""
        query = self.asked.query
        parts = ["Articles" if self._of_articles else "Statements"]
        if query.text:
            parts.append(
                f"that hold {query.text}" if len(query.text) < 120 else "that hold all these words"
            )
        joints = _JOINTS | (_JOINTS_OF_ARTICLES if self._of_articles else {})
        for name, joint in joints.items():
            values = [self._label(name, value) for value in self._values(name)]
            if values:
                parts.append(f"{joint} {' or '.join(values)}")
        period = [
            f"{w} {self.asked.fields[n]}" for n, w in _PERIOD.items() if n in self.asked.fields
        ]
        return " ".join([*parts, *period])

    @property
    def sorts(self) -> list[Choice]:
        """The orders there are; relevance only where there are words to be relevant to."""
        names = [Sort.NEWEST, Sort.OLDEST]
        if "event" in self.asked.query.filters:
            names.insert(0, Sort.IN_ORDER)  # of one occasion there is an order of telling
        if self.asked.query.text:
            names.insert(0, Sort.RELEVANCE)
        usual = names[0] if self.asked.query.text or "event" in self.hidden else Sort.NEWEST
        return [
            Choice(
                name.value.replace("-", " "),
                self.url(sort=None if name is usual else name.value),
                selected=name is self.asked.query.sort,
            )
            for name in names
        ]

    @property
    def groups(self) -> list[Choice]:
        """The ways to group the results: each for itself, or by what they have in common."""
        current = self.asked.fields.get("by")
        return [
            Choice(label, self.url(by=name), selected=name == current)
            for name, label in _GROUPS.items()
        ]

    @cached_property
    def facets(self) -> list[FacetShown]:
        """The facets that can tell results apart: more than one value, or one chosen."""
        shown = []
        titles = FACETS | (_TITLES_OF_ARTICLES if self._of_articles else {})
        for name, title in titles.items():
            values = self.page.facets.get(name, [])
            chosen = any(value.selected for value in values)
            if name in self.hidden or not values or (len(values) == 1 and not chosen):
                continue
            choices = self._choices(name, values)
            choices.sort(key=lambda choice: not choice.selected)
            more = [] if self.asked.is_long else choices[_FIRST_VALUES:]
            shown.append(FacetShown(name, title, choices[:_FIRST_VALUES], more))
        return shown

    def most(self, name: str, limit: int = 6) -> list[Choice]:
        """The values of one facet that most results hold, but for those that narrow the list."""
        values = self.page.facets.get(name, [])
        return self._choices(name, [one for one in values if not one.selected][:limit])

    @property
    def heard(self) -> list[Choice]:
        """Each speaker or event that the results are grouped by, with the way to what is theirs."""
        name = self.asked.grouped or ""
        values = self.page.facets.get(name, [])[:_MOST_GROUPS]
        return [
            Choice(one.label, self.url(**{name: [one.value], "by": None}), one.count)
            for one in values
            if one.count
        ]

    def _choices(self, name: str, values: Sequence[FacetValue]) -> list[Choice]:
        narrower = OpenAddress.of(self.path, self.asked.fields, name)
        kinds = _KINDS if name == "kind" else {}
        return [
            Choice(
                kinds.get(one.label, one.label),
                self.url(**{name: self._without(name, one.value)})
                if one.selected
                else narrower.filled(one.value),
                one.count,
                one.selected,
            )
            for one in values
        ]

    @property
    def _of_articles(self) -> bool:
        return self.asked.query.type is EntryType.ARTICLE

    @cached_property
    def _of_year(self) -> OpenAddress:
        # Whatever years are chosen, a bar shows its own; its field keeps their place.
        return OpenAddress.of(self.path, {**self.asked.fields, "year": None}, "year")

    @cached_property
    def in_force(self) -> list[tuple[str, str]]:
        """The filters in force by field and value, those of the period last."""
        filters = [name for name in self.asked.query.filters if name not in self.hidden]
        period = [name for name in _PERIOD if name in self.asked.fields]
        return [(name, value) for name in (*filters, *period) for value in self._values(name)]

    def _chip(self, name: str, value: str) -> Choice:
        if name in _PERIOD:
            return Choice(f"{_PERIOD[name]} {value}", self.url(**{name: None}))
        label = f"{FACETS.get(name, name).lower()}: {self._label(name, value)}"
        return Choice(label, self.url(**{name: self._without(name, value)}))

    def _fixed(self, name: str) -> Sequence[str]:
        return self.asked.query.filters.get(name, ())

    def _values(self, name: str) -> list[str]:
        values = self.asked.fields.get(name, [])
        return [values] if isinstance(values, str) else values

    def _without(self, name: str, value: str) -> list[str] | None:
        return [other for other in self._values(name) if other != value] or None

    def _label(self, name: str, value: str) -> str:
        if name == "kind":
            return _KINDS.get(value, value)
        known = {one.value: one.label for one in self.page.facets.get(name, [])}
        return known.get(value, value.replace("-", " "))
