"""Tells headlines, navigation and captions from the paragraphs of an article."""

import re

_LONGEST = 160  # characters
_MOST_WORDS = 25
_MENU = frozenset(
    """all news|home|news|print|print version|share|tweet|email|e-mail|comments|comment|read more
    |more|back|top|menu|search|subscribe|advertisement|ad|latest news|top stories|world|politics
    |business|related|related articles|photo|video|next|previous|text|full text|abstract|contents
    |breaking news|headlines|archive|log in|sign up|follow us|skip to content""".replace(
        "\n", ""
    ).split("|")
)
_CAPTION = re.compile(
    r"(?:\(?(?:photo|image|picture|file photo|video)(?: credit| courtesy| by)?\b ?[:/(©]|©|\(c\) |"
    r"copyright\b|all rights reserved|read more:|see also:|related:|watch:"
    r"|follow .{2,40} on twitter|click here|subscribe to|sign up for)",
    re.IGNORECASE,
)
_SENTENCE_WITHIN = re.compile(r"[a-z”\"]{2}[.!?][\"”’')]? +[\"“‘(]?[A-Z]")
_SAID = re.compile(r"\b(?:said|says|told|added|according to|announced on|reported)\b")
_LABELLED = re.compile(r"(?P<name>[A-Z][\w'’.-]+): ['\"“‘]?[A-Z]")
_ATTRIBUTED = re.compile(r"\s[–—-]{1,2}\s(?:[A-Z][\w'’.-]+)(?: [A-Z][\w'’.-]+){0,3}$")


def is_headline(line: str, *, first: bool = False) -> bool:
    """Whether a line reads like a headline: short, one phrase, no full stop at its end.

    At the top of a file (`first`) a full stop is allowed where nobody is said to have spoken:
    some archives end their headlines with one.
    """
    words = line.split()
    if not 2 <= len(words) <= _MOST_WORDS or len(line) > _LONGEST:
        return False
    if not (line[0].isupper() or line[0].isdigit() or line[0] in "\"'“‘«$(@#"):
        return False
    if line[-1] in ":;,–—" or _SENTENCE_WITHIN.search(line) or is_caption(line):
        return False
    stopped = line.rstrip("\"'”’»").endswith(".") and not line.endswith("...")
    return not stopped or (first and not _SAID.search(line) and len(line) <= 120)


def is_attributed(line: str) -> bool:
    """Whether a headline ends with a dash and a name: "No cuts without talks – Lavrov"."""
    return bool(_ATTRIBUTED.search(line))


def attributed_to(line: str) -> str | None:
    """The surname to which a headline gives its words: "… – Lavrov", "Lavrov: …"; else None."""
    if is_attributed(line):
        return line.split()[-1]
    label = _LABELLED.match(line)
    return label["name"] if label else None


def is_menu(line: str) -> bool:
    """Whether a line is navigation: "All news", "Print version"."""
    return line.strip(" .:|»›<>«•-").casefold() in _MENU


def is_caption(line: str) -> bool:
    """Whether a line belongs to a picture, or asks the reader to click."""
    return bool(_CAPTION.match(line))
