"""One word or phrase of a query: its wildcards, its edits, its hyphens."""

import re

from app.index.query import Either, Mode, Node, Phrase, Word
from app.index.words import compounds, forms, parts_of

#: Letters a word needs before its star: "th*" would stand for thousands of words.
MIN_PREFIX = 3
#: Letters a word needs for its neighbours at one edit to be likely misspellings.
MIN_FUZZY = 4

_BOOST = re.compile(r"\^[-+.\w]*$")
_FUZZY = re.compile(r"~(\d*)[-+.\w]*$")
_ASKED = re.compile(r"(?:^|\w['’]?)[?!]{1,3}$")
_MARKS = ".,;:!?…"
_WILDCARDS = re.compile(r"[*?\[\]{}~^]+")


def read_phrase(text: str) -> tuple[Node | None, str | None]:
    """The words of a quotation, exactly as written but for spelling and case, and what was ignored.

    A star at the end of a word stands for its endings there as well. None for no word.
    """
    words: list[Word] = []
    note: str | None = None
    for typed in text.split():
        found = [Word(form, Mode.EXACT, form) for form in forms(typed) if form]
        if "*" in typed and found:
            last, note = found[-1], note or _star_note(typed, found[-1].form)
            if typed.rstrip(_MARKS).endswith("*") and len(last.form) >= MIN_PREFIX:
                found[-1] = Word(last.form, Mode.PREFIX, f"{last.form}*")
        words += found
    if not words:
        return None, None
    return words[0] if len(words) == 1 else Phrase(tuple(words)), note


def _star_note(typed: str, form: str) -> str | None:
    core = typed.rstrip(_MARKS)
    if "*" in core.rstrip("*") or not core.endswith("*"):
        return f"“{typed}”: a star can only stand at the end of a word"
    if len(form) < MIN_PREFIX:
        return f"“{typed}”: a star needs {MIN_PREFIX} letters before it and was ignored"
    return None


def read_word(typed: str) -> tuple[Node | None, str | None]:
    """What one typed word stands for, and what was ignored of it."""
    boost = _BOOST.search(typed)
    if boost:
        node, note = read_word(typed[: boost.start()])
        return node, note or f"“{boost.group()}” was ignored: words cannot be weighted here"
    fuzzy = _FUZZY.search(typed)
    if fuzzy:
        return _fuzzy(typed, fuzzy)
    if typed.endswith("*"):
        return _prefix(typed)
    if _ASKED.search(typed):
        typed = typed.rstrip("?!")  # a question, not a wildcard
        if not typed:
            return None, None
    clean = _WILDCARDS.sub("", typed)
    if clean == typed:
        return _plain(clean), None
    note = _star_note(typed, clean) if "*" in typed else None
    return _plain(clean), note or _ignored(typed)


def _ignored(typed: str) -> str:
    marks = "".join(dict.fromkeys("".join(_WILDCARDS.findall(typed))))
    return f"“{typed}”: {' '.join(marks)} was ignored; only words are searched for"


def _fuzzy(typed: str, found: re.Match[str]) -> tuple[Node | None, str | None]:
    core = _WILDCARDS.sub("", typed[: found.start()])
    words = forms(core)
    if len(words) != 1 or len(words[0]) < MIN_FUZZY:
        short = f"“{typed}”: words of fewer than {MIN_FUZZY} letters are searched as they are"
        return _plain(core), short
    note: str | None = None
    if found.group() not in ("~", "~1"):
        note = f"“{typed}”: one letter may differ, not more"
    return Word(words[0], Mode.FUZZY, f"{core}~"), note


def _prefix(typed: str) -> tuple[Node | None, str | None]:
    core = _WILDCARDS.sub("", typed)
    words = forms(core)
    if not words:
        return None, f"“{typed}” was ignored: a star needs {MIN_PREFIX} letters before it"
    if len(words[-1]) < MIN_PREFIX:
        short = f"“{typed}”: a star needs {MIN_PREFIX} letters before it and was ignored"
        return _plain(core), short
    last = Word(words[-1], Mode.PREFIX, f"{core}*" if len(words) == 1 else f"{words[-1]}*")
    note: str | None = None
    if core + "*" != typed:
        note = f"“{typed}”: a star can only stand at the end of a word"
    if len(words) == 1:
        return last, note
    return Phrase((*(Word(form, Mode.STEM, core) for form in words[:-1]), last), False), note


def _plain(text: str) -> Node | None:
    words = [form for form in forms(text) if form]
    if not words:
        return None
    if len(words) == 1:
        return Word(words[0], Mode.STEM, text.strip(_MARKS))
    parts = tuple(Word(form, Mode.STEM, text) for form in words)
    whole = [form for _, _, form in compounds(parts_of(text))]
    one = whole[0] if len(whole) == 1 else ""
    if one == "".join(words) and not one.isdigit():  # 9-11 is 9/11, and not 911
        return Either((Phrase(parts, False), Word(one, Mode.STEM, text)), unit=True)
    return Phrase(parts, False)
