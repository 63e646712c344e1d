"""The head of an article: what stands above its first paragraph."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.dates import UNKNOWN_DATE, DateBasis, DateFinding
from app.domain.documents import Dateline
from app.domain.spans import Span
from app.parsing.byline import Byline, find_byline
from app.parsing.dateline import find_dateline
from app.parsing.headline import is_caption, is_headline, is_menu
from app.parsing.imprint import block_above_day, read_block_line, read_imprint
from app.parsing.lines import SENTENCE_END, Line
from app.parsing.metadata import PageLine, later_day, read_date_line, read_source_line
from app.parsing.outlets import OutletNames

_LONGEST_DECK = 300  # characters
_LONGEST_DAY = 40  # characters of a line that is only a day
_PARTS = 2  # days below the first, from which on they head the parts of a chronicle
_LABELLED = re.compile(
    r'the line "(?:Last )?(?:Published|Posted|Updated|Publication)', re.IGNORECASE
)
_ONE_WORD = re.compile(r"[A-ZÀ-Þ][\w’'-]{2,29}")


@dataclass
class Head:
    """What stands above the body. `body` is the index of the first line that belongs to it."""

    headline: Span | None = None
    deck: Span | None = None
    byline: Byline | None = None
    byline_span: Span | None = None
    page: PageLine | None = None
    published: DateFinding = UNKNOWN_DATE
    dateline: Dateline | None = None
    imprint: Dateline | None = None  # the place beside the day, where no dateline names one
    body: int = 0
    notes: list[str] = field(default_factory=list)


def read_head(text: str, lines: Sequence[Line], outlets: OutletNames, headline: str | None) -> Head:
    """The head of the article in `lines`; `headline` is what its metadata say, if they do."""
    head = Head()
    block = 0  # lines that stand between the headline and the day below it
    for index, line in enumerate(lines):
        head.body = index
        block -= 1
        if _is_page_line(line, head, outlets):
            if head.headline and head.published.date is None and block < 0:
                block = block_above_day(lines[index + 1 :], outlets) + 1
            continue
        if block > 0:
            _read_block(line, head, outlets)
            continue
        if _is_above_headline(line, lines[index + 1 :], head):
            head.notes.append(f'left out as navigation: "{line.text}"')
            continue
        head.dateline = find_dateline(text, line.span)
        if head.dateline is not None:
            break
        if index == 0 and headline is None and _is_in_two_parts(lines):
            head.headline = Span(line.span.start, line.span.end - 1)
            continue
        if head.headline is None and _is_title(text, lines, index, headline, outlets):
            head.headline = line.span
            if head.published.date is None:
                block = block_above_day(lines[index + 1 :], outlets) + 1
            continue
        if head.headline and not head.deck and _is_deck(text, lines, index):
            head.deck = line.span
            continue
        break
    if head.published.date is not None and head.page is None and not head.byline:
        _give_to_first_part(head, lines)
    return head


def _give_to_first_part(head: Head, lines: Sequence[Line]) -> None:
    """Leaves the day above a text to its first part, where more such days head the others."""
    own = head.published.date
    if own is None or _LABELLED.match(head.published.reason):
        return
    below = [line.text for line in lines[head.body :] if len(line.text) <= _LONGEST_DAY]
    days = {found.published.date for found in map(read_date_line, below) if found}
    days |= {later_day(line, own) for line in below}
    others = len(days - {own, None})
    if others < _PARTS:
        return
    reason = f"{head.published.reason}, but {others} more days head parts of the text below"
    head.published = DateFinding(None, DateBasis.UNKNOWN, reason)
    if head.body > 0 and read_date_line(lines[head.body - 1].text):
        head.body -= 1


def _is_page_line(line: Line, head: Head, outlets: OutletNames) -> bool:
    """Whether the line is a byline, date or source; what it says is put into `head`."""
    if byline := find_byline(line.text, outlets):
        head.byline, head.byline_span = byline, line.span
        dated = read_date_line(line.text.partition(byline.names)[2].strip(" ,|/-"))
        if dated and head.published.date is None:
            head.published = dated.published  # "By Ana Ruiz, August 5, 2019"
        return True
    page = read_source_line(line.text, outlets)
    if page:
        head.page = page
    dated = page or _imprinted(line, head, outlets) or read_date_line(line.text)
    if dated and head.published.date is None:
        head.published = dated.published
    return dated is not None


def _imprinted(line: Line, head: Head, outlets: OutletNames) -> PageLine | None:
    """What a line that names the outlet or the place beside the day says of the publication."""
    found = read_imprint(line.text, outlets, below_headline=head.headline is not None)
    if found is None:
        return None
    _place(found.place, line, head)
    head.page = head.page or PageLine(found.outlet, found.outlet_words, found.published)
    return PageLine(found.outlet, found.outlet_words, found.published)


def _read_block(line: Line, head: Head, outlets: OutletNames) -> None:
    """Reads a line between a headline and the day: "Nordic Wire", "Washington, DC", a title."""
    outlet, place = read_block_line(line.text, outlets)
    if outlet and head.page is None:
        head.page = PageLine(outlet, line.text, UNKNOWN_DATE)
    _place(place, line, head)
    if not (outlet or place):
        head.notes.append(f'left out above the day: "{line.text}"')


def _place(place: str | None, line: Line, head: Head) -> None:
    if place and head.imprint is None:
        head.imprint = Dateline(line.span, place, None, None)


def _is_above_headline(line: Line, below: Sequence[Line], head: Head) -> bool:
    if is_caption(line.text):
        return True
    followed = bool(below) and is_headline(below[0].text)
    return is_menu(line.text) and (head.headline is not None or followed)


def _is_in_two_parts(lines: Sequence[Line]) -> bool:
    """Whether a headline and its deck stand at the top as newspapers' archives print them.

    "Pier to close;" and right below "Harbour board cites cost.", then a blank line.
    """
    if len(lines) < 3 or not lines[0].text.endswith(";"):
        return False
    first, deck, text = lines[:3]
    if deck.after_blank or not text.after_blank or len(deck.text) > _LONGEST_DECK:
        return False
    return is_headline(first.text[:-1].rstrip(), first=True)


def _is_title(
    text: str, lines: Sequence[Line], index: int, stated: str | None, outlets: OutletNames
) -> bool:
    line, below = lines[index], lines[index + 1 :]
    if stated is not None:
        return _same_words(line.text, stated)
    if not below or not is_headline(line.text, first=index == 0):
        return _is_word_above_dateline(text, line, below)
    # A paragraph follows a headline; a lone short line among short lines is something else.
    longest = max(len(other.text) for other in below[block_above_day(below, outlets) :][:4])
    stopped = line.text.rstrip("\"'”’»").endswith(".")
    return longest > len(line.text) and (not stopped or below[0].after_blank)


def _is_word_above_dateline(text: str, line: Line, below: Sequence[Line]) -> bool:
    """Whether a line is a headline of one word: "Diplomacy", above "LISBON, May 4 (Reuters) -"."""
    if not below or not line.after_blank or _ONE_WORD.fullmatch(line.text) is None:
        return False
    dateline = find_dateline(text, below[0].span)
    return dateline is not None and (dateline.agency or dateline.date_words) is not None


def _same_words(line: str, stated: str) -> bool:
    a, b = _words(line), _words(stated)
    return bool(a) and (a == b or (len(a) >= 4 and b[: len(a)] == a) or (a[: len(b)] == b != []))


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text.casefold()).split()


def _is_deck(text: str, lines: Sequence[Line], index: int) -> bool:
    line, below = lines[index], lines[index + 1 :]
    if not below or len(line.text) > _LONGEST_DECK:
        return False
    if lines[index - 1].text.endswith(";"):
        return not line.after_blank
    unfinished = not SENTENCE_END.search(line.text)
    if find_dateline(text, below[0].span):
        return True
    return unfinished and len(below[0].text) > 80 and len(line.text.split()) >= 4
