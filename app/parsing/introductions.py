"""People introduced in full, title and name: a report does that once for each of them."""

import re
from collections.abc import Iterator

#: Words that end a title before a name; lower case.
_TITLE_WORDS = (
    "minister president secretary general chancellor premier senator representative ambassador "
    "envoy head chief leader director spokesman spokeswoman spokesperson chairman chairwoman "
    "commissioner governor mayor congressman congresswoman king queen prince prime commander "
    "secretary-general undersecretary adviser advisor speaker candidate"
)
_TITLES = frozenset(_TITLE_WORDS.split())
_NAME = r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ]\.)?(?: (?:de|van|von|al-)?[A-ZÀ-Þ][\w'’-]+){1,2}"
_TITLED = re.compile(rf"\b(?P<title>[A-Za-z][\w-]+) (?P<name>{_NAME})")


def introduced_in(text: str) -> Iterator[str]:
    """The full names that stand right after a title in `text`."""
    start = 0
    while match := _TITLED.search(text, start):
        # The title's last word may itself look like the start of a name: try each in turn.
        start = match.start("name")
        first = match["name"].partition(" ")[0]
        if match["title"].lower() in _TITLES and first.lower() not in _TITLES:
            yield match["name"]


#: Words that the two Englishes write differently: (British, American), by their stems.
_SPELLINGS = (
    ("defence", "defense"),
    ("offence", "offense"),
    ("programme", "program"),
    ("centre", "center"),
    ("theatre", "theater"),
    ("labour", "labor"),
    ("favour", "favor"),
    ("behaviour", "behavior"),
    ("neighbour", "neighbor"),
    ("organis", "organiz"),
    ("recognis", "recogniz"),
    ("criticis", "criticiz"),
)
_BRITISH = re.compile("|".join(british for british, _ in _SPELLINGS), re.IGNORECASE)
_AMERICAN = re.compile("|".join(rf"{american}(?!me)" for _, american in _SPELLINGS), re.IGNORECASE)


def spelling_of(text: str) -> str | None:
    """ "British" or "American" where the words of `text` show just one of them, else None."""
    british, american = bool(_BRITISH.search(text)), bool(_AMERICAN.search(text))
    if british == american:
        return None
    return "British" if british else "American"
