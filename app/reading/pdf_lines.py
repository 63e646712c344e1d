"""The lines of a PDF's pages as paragraphs: a PDF says where letters stand, not what they make."""

import re
from collections import Counter
from collections.abc import Sequence

_NUMBER = re.compile(r"\W*(?:page )?\d{1,4}(?: (?:of|/) \d{1,4})?\W*", re.IGNORECASE)
_FINISHED = re.compile(r"""[.!?:…]["'”’»)\]]*$""")
_STARTS = re.compile(r"""["'“‘«(\[]*[A-ZÀ-ÞА-Я0-9]""")
_LEAST_REPEATS = 3  # pages on which a line at the edge is a running head
_FULL = 0.8  # of the usual width; a line that ends a paragraph is mostly shorter


def text_of_pages(pages: Sequence[str]) -> tuple[str, float, int]:
    """The paragraphs, blank lines between them; the share of words left out; broken words.

    Left out are page numbers and the lines that stand at the edge of every page. Lines of a
    paragraph are joined with a blank, a word that was broken is joined with its hyphen kept.
    """
    lines = [[line.strip() for line in page.splitlines() if line.strip()] for page in pages]
    total = sum(len(line.split()) for page in lines for line in page)
    kept = _without_edges(lines)
    paragraphs, broken = _joined(kept)
    left = sum(len(line.split()) for line in kept)
    return "\n\n".join(paragraphs), round(1 - left / total, 3) if total else 0.0, broken


def _without_edges(pages: Sequence[Sequence[str]]) -> list[str]:
    edges = Counter(
        key for page in pages for key in {_key(line) for line in (*page[:1], *page[-1:])}
    )
    kept: list[str] = []
    for page in pages:
        start, end = 0, len(page)
        while start < end and _is_edge(page[start], edges):
            start += 1
        while end > start and _is_edge(page[end - 1], edges):
            end -= 1
        kept += page[start:end]
    return kept


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", line)


def _is_edge(line: str, edges: Counter[str]) -> bool:
    return bool(_NUMBER.fullmatch(line)) or edges[_key(line)] >= _LEAST_REPEATS


def _joined(lines: Sequence[str]) -> tuple[list[str], int]:
    width = _usual_width(lines)
    paragraphs: list[str] = []
    broken, last = 0, ""
    for line in lines:
        if last and not _ends_paragraph(last, line, width):
            hyphen = last.endswith("-") and last[-2:-1].isalpha() and line[0].islower()
            broken += hyphen
            paragraphs[-1] += line if hyphen else f" {line}"
        else:
            paragraphs.append(line)
        last = line
    return paragraphs, broken


def _usual_width(lines: Sequence[str]) -> int:
    # A few lines are longer than the rest by their letters; the ninth in ten is a full line.
    widths = sorted(len(line) for line in lines)
    return widths[len(widths) * 9 // 10] if widths else 0


def _ends_paragraph(line: str, following: str, width: int) -> bool:
    short = len(line) < _FULL * width
    if _FINISHED.search(line):
        return short and bool(_STARTS.match(following))
    # A heading: short, unfinished, and something new begins below it.
    return len(line) < _FULL * width * 0.9 and bool(_STARTS.match(following))
