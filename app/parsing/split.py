"""Where one article of a file ends and the next begins.

A file is one article unless something says otherwise: a dateline or source line after finished
paragraphs, a headline in the middle with a new beginning below it, or, in a file that is known
to hold several, people introduced anew.
"""

import re
from collections.abc import Sequence

from app.domain.gazetteer import Gazetteer
from app.parsing.byline import find_byline
from app.parsing.dateline import find_dateline
from app.parsing.headline import attributed_to, is_attributed, is_headline, is_menu
from app.parsing.introductions import introduced_in, spelling_of
from app.parsing.lines import SENTENCE_END, Line
from app.parsing.metadata import read_date_line, read_source_line
from app.parsing.outlets import OutletNames

_LEAST_BODY = 80  # characters; a shorter line may be a headline, deck or caption
_HEAD_LINES = 4  # how many lines of headline, byline and date may stand above a dateline
_LOOK_AHEAD = 2  # paragraphs under a headline in which people are introduced anew


def article_starts(text: str, lines: Sequence[Line], gazetteer: Gazetteer) -> list[int]:
    """Indexes of the lines with which articles start; the first is 0."""
    outlets = OutletNames(gazetteer.outlets)
    starts = [0] if lines else []
    introduced: set[str] = set()  # in the article that is being read
    for index, line in enumerate(lines):
        start = _dated_start(text, lines, index, starts, outlets)
        if start is None and _is_new_headline(lines, index, starts, introduced, outlets):
            start = index
        if start is not None and start > starts[-1]:
            starts.append(start)
            introduced = {n for above in lines[start:index] for n in introduced_in(above.text)}
        introduced.update(introduced_in(line.text))
    return _with_soft_starts(lines, starts) if len(starts) > 1 else starts


def _dated_start(
    text: str, lines: Sequence[Line], index: int, starts: Sequence[int], outlets: OutletNames
) -> int | None:
    """The start of the article whose dateline or source line stands at `index`."""
    line, current = lines[index], starts[-1]
    if read_source_line(line.text, outlets):
        # The same line may close an article; it opens one where the file's first does so.
        opens = read_source_line(lines[0].text, outlets) is not None
        return index if opens and _has_body(lines, current, index) else None
    dateline = find_dateline(text, line.span)
    if dateline is None or not (dateline.agency or dateline.date_words):
        return None
    start = index
    while start > current and index - start < _HEAD_LINES and _is_head(lines[start - 1], outlets):
        start -= 1
    already = any(find_dateline(text, above.span) for above in lines[current:start])
    return start if already or _has_body(lines, current, start, least=2) else None


def _is_head(line: Line, outlets: OutletNames) -> bool:
    return (
        is_headline(line.text)
        or is_menu(line.text)
        or find_byline(line.text, outlets) is not None
        or read_date_line(line.text) is not None
    )


def _has_body(lines: Sequence[Line], start: int, end: int, least: int = 1) -> bool:
    return sum(_is_body(line) for line in lines[start:end]) >= least


def _is_body(line: Line) -> bool:
    return len(line.text) >= _LEAST_BODY and bool(SENTENCE_END.search(line.text))


def _is_new_headline(
    lines: Sequence[Line],
    index: int,
    starts: Sequence[int],
    introduced: set[str],
    outlets: OutletNames,
) -> bool:
    """Whether a headline in the middle of a file has a new beginning below it.

    Headings within an article look the same; below them people go by their surnames.
    """
    line, below = lines[index], lines[index + 1 : index + 1 + _LOOK_AHEAD]
    if not (is_headline(line.text) and below and _has_body(lines, starts[-1], index)):
        return False
    if not (_is_body(lines[index - 1]) and len(line.text.split()) >= 3):
        return False
    if find_byline(below[0].text, outlets) or read_date_line(below[0].text):
        return True
    here = {name for under in below for name in introduced_in(under.text)}
    if is_attributed(line.text) and here & introduced:
        return True
    return _is_of_somebody_new(line, lines[starts[-1] : index], below)


def _is_of_somebody_new(line: Line, above: Sequence[Line], below: Sequence[Line]) -> bool:
    """Whether a headline gives words to somebody new, introduced below, as the one above did.

    "No status without talks – Roe" and, paragraphs later, "Ruiz: A mission within weeks".
    """
    surname = attributed_to(line.text)
    if surname is None or attributed_to(above[0].text) is None:
        return False
    if any(re.search(rf"\b{re.escape(surname)}\b", told.text) for told in above):
        return False  # a heading within the article
    full = re.compile(rf"(?:[A-ZÀ-Þ][\w'’.-]* )+{re.escape(surname)}\b")
    return any(full.search(under.text) for under in below[:1])


def _with_soft_starts(lines: Sequence[Line], starts: list[int]) -> list[int]:
    """Adds the starts that only their content gives away, in a file that holds several articles.

    Evidence for one: the spelling changes from one English to the other, and people are
    introduced in full, title and name, who were so already in the same article (or somebody
    new opens it, as a first paragraph does).
    """
    found = list(starts)
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        introduced, spelling = set(introduced_in(lines[start].text)), None
        for index in range(start, end):
            here = set(introduced_in(lines[index].text))
            style = spelling_of(lines[index].text)
            changed = style is not None and spelling is not None and style != spelling
            if index > start and changed and here and _is_body(lines[index]):
                found.append(index)
                introduced, spelling = set(), None
            introduced |= here
            spelling = style or spelling
    return sorted(found)
