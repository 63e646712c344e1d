"""The filters of one entry, without columns."""

from collections.abc import Iterable, Sequence

from app.domain.search import IndexEntry
from app.index.fields import hundredths, outlets_of
from app.index.language import Language
from app.index.name_columns import BANDS
from app.index.names import have_beginnings, wanted_words
from app.index.query import Filter
from app.index.scripts import Sounds
from app.index.words import forms


def values_of(entry: IndexEntry, field: str) -> tuple[str, ...]:
    """What an entry holds in a field: slugs, keys or words."""
    match field:
        case "speaker":
            return (entry.speaker,) if entry.speaker else entry.speakers
        case "outlet":
            return outlets_of(entry)
        case "kind":
            return (entry.kind,) if entry.kind else entry.kinds
        case "issue":
            return entry.issues
        case "position":
            return entry.positions
        case "event":
            return entry.events
        case "year":
            year = year_of(entry)
            return (str(year),) if year else ()
        case "confidence":
            if entry.confidence is None:
                return ()
            held = hundredths(entry.confidence)
            return tuple(name for name, low, high in BANDS if low <= held <= high)
    value: str | None = getattr(entry, field)
    return (value,) if value else ()


def year_of(entry: IndexEntry) -> int | None:
    """The year an entry lies in, None where it is not known or may be one of several."""
    first, last = entry.said_first, entry.said_last
    return first.year if first and last and first.year == last.year else None


class KnownNames:
    """What a reader's name for a speaker, outlet or issue means among the entries read."""

    def __init__(self, entries: Sequence[IndexEntry], language: Language) -> None:
        self._entries, self._language = entries, language
        self._accepted: dict[tuple[str, str, bool], frozenset[str]] = {}

    def accepted(self, field: str, name: str, typed: bool = False) -> frozenset[str]:
        """The values that `name` means: itself, or all whose words it names.

        A single word that a reader `typed` means all speakers called so, even where it is the
        slug of one.
        """
        key = (field, name, typed)
        if key not in self._accepted:
            self._accepted[key] = self._values(field, name, typed)
        return self._accepted[key]

    def _values(self, field: str, name: str, typed: bool) -> frozenset[str]:
        """The values that `name` means; where none has its words, those that sound like it."""
        if not (typed and field == "speaker" and name.isalnum()):
            for entry in self._entries:
                if name in values_of(entry, field):
                    return frozenset({name})
        whole, begun = wanted_words(name)
        found = self._values_of(field, name, self._stems(whole), begun)
        if found or field != "speaker":
            return found
        sounds = Sounds(
            form for entry in self._entries for form in forms(entry.speaker_names) if form
        )
        like = (sounds.like(form) or form for form in whole)
        return self._values_of(field, name, self._stems(like), begun)

    def _values_of(
        self, field: str, name: str, wanted: frozenset[str], begun: Sequence[str]
    ) -> frozenset[str]:
        if field == "confidence":
            return frozenset(band for band, _, _ in BANDS if band == name)
        if field == "year" or not (wanted or begun):
            return frozenset()
        return frozenset(
            value
            for entry in self._entries
            for value in values_of(entry, field)
            if any(
                self._is_so_called(one, wanted, begun) for one in self._names(entry, field, value)
            )
        )

    def _names(self, entry: IndexEntry, field: str, value: str) -> list[str]:
        if field == "speaker":
            return [value, *entry.speaker_names.splitlines()]
        return [value, *(self._language.issue_names.get(value, ()) if field == "issue" else ())]

    def _is_so_called(self, name: str, wanted: frozenset[str], begun: Sequence[str]) -> bool:
        words = [form for form in forms(name.replace("_", " ")) if form]
        return wanted <= self._stems(words) and have_beginnings(words, begun)

    def _stems(self, words: Iterable[str]) -> frozenset[str]:
        return frozenset(map(self._language.stem, words))


def holds(entry: IndexEntry, narrow: Filter, known: KnownNames) -> bool:
    """Whether an entry passes a filter."""
    if narrow.field in ("said", "published"):
        return _in_days(entry, narrow)
    held = values_of(entry, narrow.field)
    if narrow.exact:
        return any(value in held for value in narrow.values)
    return any(
        value in known.accepted(narrow.field, name, bool(narrow.typed))
        for name in narrow.values
        for value in held
    )


def _in_days(entry: IndexEntry, narrow: Filter) -> bool:
    first, last = entry.said_first, entry.said_last
    if narrow.field == "published":
        first = last = entry.published_first
    if first is None or last is None:
        return False
    return (narrow.last is None or first <= narrow.last) and (
        narrow.first is None or last >= narrow.first
    )
