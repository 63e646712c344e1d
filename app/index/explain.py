"""Why a record was found: in which field, and as which form of the word."""

from collections.abc import Collection, Iterable, Sequence

from app.index.fields import END, word_code
from app.index.query import Mode, Node, Word, single_words
from app.index.shelf import Shelf
from app.index.spelling import root

_EXACT = "exact words"
_FIELDS = ("text", "headline", "speaker's name")

#: Words of a query that are explained; a pasted page of text needs no reason for each word.
_MOST_WORDS = 12

#: Up to so many forms are looked for one by one, which is quicker than comparing sets.
_FEW = 6


def why(shelf: Shelf, root: Node, records: Sequence[int]) -> list[tuple[str, ...]]:
    """Reasons for each of `records`, in words, the most telling first."""
    words = list(dict.fromkeys(single_words(root)))[:_MOST_WORDS]
    telling = _telling(shelf, words)
    known: dict[tuple[tuple[int, int], ...], tuple[str, ...]] = {}
    found = []
    for record in records:
        places = _places(shelf.words_of(record).tolist(), telling)
        reasons = known.get(places)
        if reasons is None:
            reasons = known[places] = _reasons(places, telling)
        found.append(reasons)
    return found


def _telling(shelf: Shelf, words: Sequence[Word]) -> dict[int, list[tuple[int, str]]]:
    """Codes of the forms that the words stand for: which word it is, and how it differs."""
    telling: dict[int, list[tuple[int, str]]] = {}
    for number, word in enumerate(words):
        for form in shelf.lexicon.forms_of(word)[0]:
            difference = _difference(shelf, word, form)
            telling.setdefault(word_code(form), []).append((number, difference))
    return telling


def _difference(shelf: Shelf, word: Word, form: str) -> str:
    if form == word.form:
        return f"spelling: {form}" if word.respelt else _EXACT
    if word.mode is Mode.PREFIX:
        return f"begins so: {form}"
    language = shelf.lexicon.language
    if word.mode is Mode.FUZZY or language.exact(form) == language.exact(word.form):
        return f"spelling: {form}"
    if root(form) != root(word.form):
        return f"the same meaning: {form}"
    return f"another form: {form}"


def _places(codes: list[int], telling: Collection[int]) -> tuple[tuple[int, int], ...]:
    """Each of the codes `telling` that stands among `codes`, with the first field it stands in."""
    if len(telling) <= _FEW:
        held: Iterable[int] = [code for code in telling if code in codes]
    else:
        held = sorted(set(codes).intersection(telling))
    return tuple([(code, codes[: codes.index(code)].count(END)) for code in held])


def _reasons(
    places: Iterable[tuple[int, int]], telling: dict[int, list[tuple[int, str]]]
) -> tuple[str, ...]:
    """For each word the first field it stands in, there as written rather than otherwise."""
    best: dict[int, tuple[int, bool, str]] = {}
    for code, field in places:
        for word, difference in telling[code]:
            reason = (field, difference != _EXACT, difference)
            if word not in best or reason < best[word]:
                best[word] = reason
    ordered = sorted(best.values(), key=lambda reason: (reason[1], reason[0]))
    return tuple(dict.fromkeys(f"{_FIELDS[field]}: {text}" for field, _, text in ordered))
