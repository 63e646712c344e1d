"""The entries most like one entry: those that share its rarest words."""

from collections.abc import Sequence
from itertools import accumulate

import numpy as np

from app.domain.search import Sort
from app.index.fields import END
from app.index.query import Mode
from app.index.ranking import ranked
from app.index.shelf import Hits, Shelf
from app.index.words import STOP_WORDS

#: Words of an entry that say best what it is about; more of them find the same entries slower.
_TELLING_WORDS = 14

#: A word in a larger share of all entries tells nothing.
_TOO_COMMON = 0.2

#: So many places of words are looked at, the rarest words first: what is asked of every page of a
#: statement must not take longer in a larger archive.
_MOST_PLACES = 20_000

_NOBODY = np.empty(0, dtype=np.int64)
_ANY = np.nextafter(np.float32(0), np.float32(1))  # any score at all


def related(shelf: Shelf, permalink: str, limit: int) -> list[str]:
    """Permalinks of the entries most like the one at `permalink`, best first."""
    record = shelf.record(permalink)
    if record is None or limit < 1:
        return []
    hits = [shelf.word_hits(key, forms) for key, forms in _telling(shelf, record)]
    found = _most_alike(shelf, record, hits, limit * 3)
    own = shelf.words_of(record).tobytes()
    best = ranked(shelf, Sort.RELEVANCE, found, 0, limit * 3).ids
    alike = [number for number in best.tolist() if shelf.words_of(number).tobytes() != own]
    return [shelf.permalinks[number].decode() for number in alike[:limit]]


def _most_alike(shelf: Shelf, record: int, hits: Sequence[Hits], count: int) -> Hits:
    """The `count` records but `record` with most of these words, and all that equal the last.

    A few more may come with them. Only places of the words are looked at, never all records.
    """
    scores = np.zeros(shelf.size, dtype=np.float32)
    for one in hits:
        scores[one.ids] += one.scores
    scores[record] = 0
    # The best with one of the words are not better than the best of all: a bound for these.
    some = next((one.ids for one in hits if len(one.ids) >= count), _NOBODY)
    least = np.partition(scores.take(some), -count)[-count] if len(some) else _ANY
    ids = np.concatenate([_NOBODY, *(one.ids for one in hits)])
    best = np.unique(ids[scores.take(ids) >= max(least, _ANY)])
    return Hits(best, scores.take(best))


def _telling(shelf: Shelf, record: int) -> list[tuple[object, tuple[str, ...]]]:
    """The words of the entry that fewest others share: key and forms of each."""
    codes = shelf.words_of(record).tolist()
    text = codes[: codes.index(END)]
    found: dict[object, tuple[int, tuple[str, ...]]] = {}
    for code in dict.fromkeys(text):
        form = shelf.form_of(code)
        if form is None or form in STOP_WORDS or len(form) < 3:
            continue
        stem, forms, frequency = shelf.lexicon.family_of(form)
        if 1 < frequency <= max(shelf.count * _TOO_COMMON, 3):
            found[Mode.STEM, stem] = frequency, forms
    rarest = sorted(found.items(), key=lambda item: (item[1][0], str(item[0])))[:_TELLING_WORDS]
    places = accumulate(frequency for _, (frequency, _) in rarest)
    return [
        (key, forms)
        for number, ((key, (_, forms)), looked_at) in enumerate(zip(rarest, places, strict=True))
        if number == 0 or looked_at <= _MOST_PLACES
    ]
