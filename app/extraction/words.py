"""Reads the word lists that lie beside the code, once each."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).with_name("lexicon")


@cache
def read_lines(name: str) -> tuple[str, ...]:
    """The lines of a list, without comments (from "#") and empty ones."""
    lines = (_FOLDER / name).read_text(encoding="utf-8").splitlines()
    stripped = (line.partition("#")[0].strip() for line in lines)
    return tuple(line for line in stripped if line)


@cache
def read_words(name: str) -> frozenset[str]:
    """The words of a list that holds several words a line, in lower case."""
    return frozenset(word.lower() for line in read_lines(name) for word in line.split())
