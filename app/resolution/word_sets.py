"""Short lists of English words, written as words."""


def word_set(*lines: str) -> frozenset[str]:
    """The words in `lines`, which blanks part."""
    return frozenset(word for line in lines for word in line.split())
