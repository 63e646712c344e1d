"""Which words tell one passage from another, and how many a passage needs to be known again."""

from collections.abc import Sequence

#: Words, and telling ones among them, that a part of a quotation needs to be known again.
LEAST_PART, LEAST_TELLING = 4, 2

_WORDS = """
    a an the of to in on at by for with from and or but if as is are was were be been being
    am it its this that these those he she they we i you his her their our my your him them
    us me not no do does did have has had will would shall should can could may might must
    there here who which what when where how why all any some so than then also very more
    most just into out up down over under about after before between said say says
    """
_COMMON = frozenset(_WORDS.split())


def is_telling(form: str) -> bool:
    """Whether a word says what a passage is about; "the" and "would" do not."""
    return form not in _COMMON


def is_known(part: Sequence[str]) -> bool:
    """Whether the forms of a passage are enough to say that it is this passage."""
    return len(part) >= LEAST_PART and sum(map(is_telling, part)) >= LEAST_TELLING
