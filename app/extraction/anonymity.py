"""Tells what a source asks of the reporter from what it says to the world."""

import re

_ASKING = frozenset(["ask", "request", "insist", "demand", "want", "wish", "prefer"])
_HIDDEN = r"(?:named|identified|quoted|cited|mentioned|used|published|printed|disclosed|revealed)"
_WHOSE = r"(?:s?he|they|(?:his|her|their|its)(?: \w+)? names?)"
_NAMELESS = re.compile(
    rf"(?:not to be {_HIDDEN}"
    r"|to (?:remain|stay|be kept|speak) (?:anonymous(?:ly)?|unnamed|unidentified|nameless)"
    rf"|(?:that )?{_WHOSE} (?:should )?not be {_HIDDEN}"
    r"|(?:(?:for|on|upon) )?(?:(?:his|her|their) )?anonymity)\b",
    re.IGNORECASE,
)


def asks_for_no_name(lemma: str, content: str) -> bool:
    """Whether a source only asks to stay unnamed: "asked not to be identified"."""
    return lemma in _ASKING and _NAMELESS.match(" ".join(content.split())) is not None
