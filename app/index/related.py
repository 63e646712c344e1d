"""The entries most like one entry: those that share its rarest words."""

from itertools import accumulate

import numpy as np

from app.domain.search import Sort
from app.index.fields import END
from app.index.query import Mode, Word
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


def related(shelf: Shelf, permalink: str, limit: int) -> list[str]:
    """Permalinks of the entries most like the one at `permalink`, best first."""
    record = shelf.record(permalink)
    if record is None or limit < 1:
        return []
    scores = np.zeros(shelf.size, dtype=np.float32)
    for stem, forms in _telling(shelf, record):
        hits = shelf.word_hits(stem, forms)
        scores[hits.ids] += hits.scores
    own = shelf.words_of(record).tobytes()
    scores[record] = 0
    ids = np.flatnonzero(scores)
    best = ranked(shelf, Sort.RELEVANCE, Hits(ids, scores[ids]), 0, limit * 3).ids
    alike = [number for number in best.tolist() if shelf.words_of(number).tobytes() != own]
    return [shelf.permalinks[number].decode() for number in alike[:limit]]


def _telling(shelf: Shelf, record: int) -> list[tuple[object, tuple[str, ...]]]:
    """The words of the entry that fewest others share: key and forms of each."""
    codes = shelf.words_of(record).tolist()
    text = codes[: codes.index(END)]
    found: dict[object, tuple[int, tuple[str, ...]]] = {}
    for code in dict.fromkeys(text):
        form = shelf.form_of(code)
        if form is None or form in STOP_WORDS or len(form) < 3:
            continue
        forms, _ = shelf.lexicon.forms_of(Word(form, Mode.STEM, form))
        frequency = sum(shelf.lexicon.frequency[one] for one in forms)
        if 1 < frequency <= max(shelf.count * _TOO_COMMON, 3):
            found[Mode.STEM, shelf.lexicon.language.stem(form)] = frequency, forms
    rarest = sorted(found.items(), key=lambda item: (item[1][0], str(item[0])))[:_TELLING_WORDS]
    places = accumulate(frequency for _, (frequency, _) in rarest)
    return [
        (key, forms)
        for number, ((key, (_, forms)), looked_at) in enumerate(zip(rarest, places, strict=True))
        if number == 0 or looked_at <= _MOST_PLACES
    ]
