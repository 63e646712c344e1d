"""What the index holds of an entry: words to find it by, columns to narrow and order it by."""

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator

from whoosh import fields
from whoosh.columns import NumericColumn

from app.domain.search import IndexEntry
from app.domain.spans import GAP
from app.index.codec import Occurrences
from app.index.columns import BlobColumn, RefColumn
from app.index.words import GAP_FORM, compounds, forms_of, parts_of

#: Raised when the index's shape changes: an index of another version is rebuilt, never read.
FORMAT = 6

#: Fields of words with their BM25F weights. The record's own words count whole; an article's
#: headline is twice as telling as its body but says little of one statement in it; a speaker's
#: name finds what he said, below what speaks of him.
WEIGHTS = {
    "statement": {"text": 1.0, "headline": 0.3, "names": 0.7},
    "article": {"text": 1.0, "headline": 2.0, "names": 0.3},
}
WORD_FIELDS = ("text", "headline", "names")

#: Columns of names; several values of one record are joined by SEVERAL.
NAME_COLUMNS = (
    "speaker",
    "names_shown",
    "outlet",
    "kind",
    "place",
    "issue",
    "position",
    "event",
    "article",
    "repeats",
)
DATE_COLUMNS = ("said_first", "said_last", "published")
SEVERAL = "\x1f"
UNKNOWN_CONFIDENCE = 255

#: In the stream of a record's words: where a statement has a gap, and where a field ends.
BREAK, END = 0, 1


class WordsField(fields.FieldType):  # type: ignore[misc]
    """Words that were cut and counted before they came: see `document`."""

    def __init__(self) -> None:
        super().__init__(Occurrences(), None, scorable=True, stored=False)

    def index(
        self, value: Iterable[tuple[str, int]], **kwargs: object
    ) -> Iterator[tuple[bytes, int, float, bytes]]:
        """(word, count, weight, nothing) for each word."""
        for word, count in value:
            yield word.encode(), count, float(count), b""


def schema() -> fields.Schema:
    """The fields of an index, the same for statements and articles."""
    shape: dict[str, fields.FieldType] = {name: WordsField() for name in WORD_FIELDS}
    shape |= {name: fields.COLUMN(RefColumn()) for name in NAME_COLUMNS}
    shape |= {name: fields.COLUMN(NumericColumn("i", default=0)) for name in DATE_COLUMNS}
    shape["ordinal"] = fields.COLUMN(NumericColumn("i", default=0))
    shape["confidence"] = fields.COLUMN(NumericColumn("B", default=UNKNOWN_CONFIDENCE))
    shape["permalink"] = fields.COLUMN(BlobColumn())
    shape["stream"] = fields.COLUMN(BlobColumn())
    return fields.Schema(**shape)


class _Codes(dict[str, bytes]):
    """Four bytes for each word, made once."""

    def __missing__(self, form: str) -> bytes:
        if len(self) > 1_000_000:
            self.clear()
        made = self[form] = word_code(form).to_bytes(4, "little")
        return made


_codes = _Codes()
_END = END.to_bytes(4, "little")


def word_code(form: str) -> int:
    """The number that stands for a word in the stream of a record; see BREAK and END."""
    return max(zlib.crc32(form.encode()), END + 1) if form != GAP_FORM else BREAK


def document(entry: IndexEntry) -> dict[str, object]:
    """`entry` as Whoosh takes it: counted words, the stream of words, and columns."""
    stream: list[bytes] = []
    made: dict[str, object] = {}
    for name, text in zip(
        WORD_FIELDS, (entry.text, entry.headline, apart(entry.speaker_names)), strict=True
    ):
        parts = parts_of(text)
        words = forms_of(parts)
        stream += map(_codes.__getitem__, words)
        stream.append(_END)
        if words:
            words += (form for _, _, form in compounds(parts))
            counts = Counter(words)
            counts.pop(GAP_FORM, None)
            made[name] = counts.items()
    made["stream"] = b"".join(stream)
    made["permalink"] = entry.permalink.encode()
    made |= _names(entry)
    for name, day in zip(
        DATE_COLUMNS, (entry.said_first, entry.said_last, entry.published_first), strict=True
    ):
        if day is not None:
            made[name] = day.toordinal()
    if entry.ordinal:
        made["ordinal"] = entry.ordinal
    if entry.confidence is not None:
        made["confidence"] = hundredths(entry.confidence)
    return made


def hundredths(confidence: float) -> int:
    """A confidence as the index holds it, rounded down so that it never reaches a higher word."""
    return int(min(max(confidence, 0.0), 1.0) * 100 + 1e-6)


def outlets_of(entry: IndexEntry) -> tuple[str, ...]:
    """The outlets that an entry is found by: its article's, and those that copied it."""
    own = (entry.outlet,) if entry.outlet else ()
    return tuple(dict.fromkeys((*own, *entry.copied_by)))


def apart(names: str) -> str:
    """Names, one a line, so that no phrase runs from one into the next."""
    return GAP.join(names.splitlines())


def _names(entry: IndexEntry) -> dict[str, bytes]:
    held = {
        "speaker": entry.speaker or SEVERAL.join(entry.speakers),
        "names_shown": SEVERAL.join(entry.speaker_names.splitlines()),
        "outlet": SEVERAL.join(outlets_of(entry)),
        "kind": entry.kind or SEVERAL.join(entry.kinds),
        "place": entry.place,
        "issue": SEVERAL.join(entry.issues),
        "position": SEVERAL.join(entry.positions),
        "event": SEVERAL.join(entry.events),
        "article": entry.article,
        "repeats": entry.repeats,
    }
    return {name: value.encode() for name, value in held.items() if value}
