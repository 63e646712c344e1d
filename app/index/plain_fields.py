"""The filters of one entry, without columns."""

from collections.abc import Sequence

from app.domain.search import IndexEntry
from app.index.fields import hundredths, outlets_of
from app.index.language import Language
from app.index.name_columns import BANDS
from app.index.names import wanted_words
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
        self._accepted: dict[tuple[str, str], frozenset[str]] = {}

    def accepted(self, field: str, name: str) -> frozenset[str]:
        """The values that `name` means: itself, or all whose words it names."""
        key = (field, name)
        if key not in self._accepted:
            self._accepted[key] = self._values(field, name)
        return self._accepted[key]

    def _values(self, field: str, name: str) -> frozenset[str]:
        """The values that `name` means; where none has its words, those that sound like it."""
        found = self._values_of(field, name, self._stems(" ".join(wanted_words(name))))
        if found or field != "speaker":
            return found
        sounds = Sounds(
            form for entry in self._entries for form in forms(entry.speaker_names) if form
        )
        like = (sounds.like(form) or form for form in wanted_words(name))
        return self._values_of(field, name, self._stems(" ".join(like)))

    def _values_of(self, field: str, name: str, stems: frozenset[str]) -> frozenset[str]:
        if field == "confidence":
            return frozenset(band for band, _, _ in BANDS if band == name)
        wanted = stems if field != "year" else frozenset()
        found: set[str] = set()
        for entry in self._entries:
            for value in values_of(entry, field):
                if value == name:
                    return frozenset({name})
                called = [value]
                if field == "speaker":
                    called += entry.speaker_names.splitlines()
                if wanted and any(wanted <= self._stems(one) for one in called):
                    found.add(value)
        return frozenset(found)

    def _stems(self, text: str) -> frozenset[str]:
        stem = self._language.stem
        return frozenset(stem(form) for form in forms(text.replace("_", " ")) if form)


def holds(entry: IndexEntry, narrow: Filter, known: KnownNames) -> bool:
    """Whether an entry passes a filter."""
    if narrow.field in ("said", "published"):
        return _in_days(entry, narrow)
    held = values_of(entry, narrow.field)
    return any(
        value in known.accepted(narrow.field, name) for name in narrow.values for value in held
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
