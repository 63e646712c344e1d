"""Marked-up text as paragraphs, separated by blank lines; and how much of it was left out."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

Element = Any  # lxml has no types

#: Elements that stand on lines of their own: trafilatura's names, then those of HTML.
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        """p head item quote cell row table list code main body
        div section article header footer blockquote ul ol li dl dt dd h1 h2 h3 h4 h5 h6 hr pre
        tr td th tbody thead figure figcaption address""",
    )
)
_BREAKS = frozenset(["lb", "br"])
_SILENT = frozenset(["script", "style", "template", "noscript", "graphic", "del"])
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_BREAK = "\n"
_FINISHED = re.compile(r"""[.!?:…]["'”’»)\]]*$""")
_WORD = re.compile(r"\w+")


def text_of(root: Element) -> str:
    """The text below an element of lxml, blank lines between its paragraphs; "" for none.

    A line break inside a paragraph is a blank where the sentence goes on, and ends the paragraph
    where a finished sentence stands before it: old pages part paragraphs so. No character that
    is shown is changed; runs of blanks are one, as browsers show them.
    """
    return "\n\n".join(_paragraphs(root)) if root is not None else ""


def _paragraphs(root: Element) -> Iterator[str]:
    for block in _blocks(root):
        current = ""
        for line in block.split(_BREAK):
            words = _BLANKS.sub(" ", line).strip(" ")
            if current and (not words or _FINISHED.search(current)):
                yield current
                current = ""
            current = f"{current} {words}" if current and words else current or words
        if current:
            yield current


def _blocks(root: Element) -> Iterator[str]:
    from lxml import etree  # heavy, and only needed where marked-up text is read

    parts: list[str] = []
    silent = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            parts.append(_plain(element.tail) if not silent else "")
            continue
        tag = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if tag in _BLOCKS:
            yield "".join(parts)
            parts = []
        if event == "start":
            silent += tag in _SILENT
            parts.append(_plain(element.text) if not silent else "")
            continue
        silent -= tag in _SILENT
        if tag in _BREAKS:
            parts.append(_BREAK)
        if element is not root and not silent:
            parts.append(_plain(element.tail))
    yield "".join(parts)


def _plain(text: str | None) -> str:
    # A line end in the source is a blank; only an element breaks a line.
    return (text or "").replace("\r", " ").replace("\n", " ")


def dropped_share(tree: Element, unseen: Sequence[str]) -> Callable[[str], float]:
    """Counts the words in a page's paragraphs now, for a tree that extraction will change.

    Gives a function from the extracted text to the share, in [0, 1], of those words that are
    not in it. What is `unseen` (XPath) or stands in menus, headers and footers does not count.
    """
    away = {element for path in unseen for element in tree.xpath(path)}
    away.update(tree.xpath("//nav|//header|//footer|//form|//script|//style"))
    counted: Counter[str] = Counter()
    for paragraph in tree.xpath("//p"):
        if away and any(above in away for above in (paragraph, *paragraph.iterancestors())):
            continue
        counted.update(_WORD.findall("".join(paragraph.itertext())))

    def share(text: str) -> float:
        kept = counted & Counter(_WORD.findall(text))
        return 1 - kept.total() / counted.total() if counted else 0.0

    return share
