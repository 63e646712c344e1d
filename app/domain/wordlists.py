"""Reads the word lists that stand beside the code, each with its source in its head."""

from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).with_name("words")


def _lines(name: str) -> list[str]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


@lru_cache(maxsize=16)
def word_groups(name: str) -> dict[str, frozenset[str]]:
    """The words of a file of `key: word word …` lines, by key; one key may take several lines."""
    groups: dict[str, set[str]] = {}
    for line in _lines(name):
        key, _, words = line.partition(":")
        groups.setdefault(key.strip(), set()).update(words.split())
    return {key: frozenset(words) for key, words in groups.items()}


@lru_cache(maxsize=16)
def word_set(name: str) -> frozenset[str]:
    """All words of a file without keys."""
    return frozenset(word for line in _lines(name) for word in line.split())


@lru_cache(maxsize=16)
def word_map(name: str, key: str) -> dict[str, frozenset[str]]:
    """The `key: word = words …` lines of a file, by word."""
    found: dict[str, frozenset[str]] = {}
    for line in _lines(name):
        head, _, rest = line.partition(":")
        word, mark, words = rest.partition("=")
        if head.strip() == key and mark:
            found[word.strip()] = frozenset(words.split())
    return found


@lru_cache(maxsize=16)
def table(name: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The rows of a file of `cell | cell, cell | …` lines; a cell is the tuple of its entries."""
    return tuple(
        tuple(
            tuple(entry.strip() for entry in cell.split(",") if entry.strip())
            for cell in line.split("|")
        )
        for line in _lines(name)
    )


@lru_cache(maxsize=1)
def event_kinds() -> frozenset[str]:
    """The sorts of events there are: "summit", "military action"."""
    return frozenset(word.replace("_", " ") for word in word_set("event_kinds.txt"))
