"""What the spellings of one name have in common."""

import re

from app.domain.persons import fold

#: What one writes in a name and another leaves out.
_MARKS = re.compile(r"[\s'’‘`´\u2010-\u2015-]+")


def spelled(name: str) -> str:
    """A name without what its spellings differ by: case, accents, blanks, hyphens, apostrophes."""
    return _MARKS.sub("", fold(name))
