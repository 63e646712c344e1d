"""Why a record was found: in which field, and as which form of the word."""

from collections.abc import Sequence

from app.index.fields import END, word_code
from app.index.query import Mode, Node, Word, single_words
from app.index.shelf import Shelf

_FIELDS = ("text", "headline", "speaker's name")

#: Words of a query that are explained; a pasted page of text needs no reason for each word.
_MOST_WORDS = 12


def why(shelf: Shelf, root: Node, records: Sequence[int]) -> list[tuple[str, ...]]:
    """Reasons for each of `records`, in words, the most telling first."""
    words = list(dict.fromkeys(single_words(root)))[:_MOST_WORDS]
    forms = {word: _forms(shelf, word) for word in words}
    return [_reasons(shelf.words_of(record).tolist(), forms) for record in records]


def _forms(shelf: Shelf, word: Word) -> dict[int, str]:
    """Codes of the forms that the word stands for, each with how it differs from the word."""
    found, _ = shelf.lexicon.forms_of(word)
    return {word_code(form): _difference(shelf, word, form) for form in found}


def _difference(shelf: Shelf, word: Word, form: str) -> str:
    if form == word.form:
        return "exact words"
    if word.mode is Mode.PREFIX:
        return f"begins so: {form}"
    if word.mode is Mode.FUZZY or shelf.lexicon.language.exact(form) == (
        shelf.lexicon.language.exact(word.form)
    ):
        return f"spelling: {form}"
    return f"another form: {form}"


def _reasons(codes: list[int], forms: dict[Word, dict[int, str]]) -> tuple[str, ...]:
    fields = _split(codes)
    found: dict[str, None] = {}
    for held in forms.values():
        for name, words in zip(_FIELDS, fields, strict=False):
            matched = sorted({held[code] for code in words if code in held}, key=_rank)
            if matched:
                found[f"{name}: {matched[0]}"] = None
                break
    return tuple(sorted(found, key=lambda reason: not reason.endswith("exact words")))


def _rank(difference: str) -> tuple[bool, str]:
    return difference != "exact words", difference


def _split(codes: list[int]) -> list[list[int]]:
    """The words of each field."""
    parts: list[list[int]] = [[]]
    for code in codes:
        if code == END:
            parts.append([])
        else:
            parts[-1].append(code)
    return parts
