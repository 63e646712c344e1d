"""Pairs quotation marks, paragraph by paragraph, in one pass over the text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of text in quotation marks. `outer` takes in the marks, `inner` does not.

    `closed` is false where the paragraph ends before the closing mark; `single` where the outer
    marks are single ones. Marks inside a quotation make no Quote of their own.
    """

    outer: Span
    inner: Span
    closed: bool = True
    single: bool = False

    def words(self, text: str) -> int:
        """How many words the quotation has."""
        return len(self.inner.of(text).split())


#: Three single marks are a quotation's double mark beside one that it holds.
_DOUBLE = re.compile(r"``|'{2,3}|[\"“”„‟«»]")
_OPENING = frozenset("“„«")
_CLOSING = frozenset("”‟»")

#: A pair of single marks: opens before a word, closes after one, and not inside a word. The
#: length is bounded so that a lone apostrophe costs a bounded look ahead.
_SINGLE = re.compile(
    r"(?<![\w'’])[‘'](?=[\w“\"$])(?P<body>[^\n‘]{2,400}?)(?<=[\w.,!?%…”\"])[’'](?![\w'])"
)


#: One name, or two: 'Marcia "Cia" Price'; the word before it is a name too.
_NICKNAME = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)?")
_CAPITAL = re.compile(r"[A-Z][\w'’-]+|[A-Z]\.")


def find_quotes(text: str, paragraphs: Iterable[Span]) -> list[Quote]:
    """The quotations of the paragraphs, in order, none inside another.

    Any opening double mark pairs with the next closing one of any style, for news copy mixes
    straight and curly marks; one still open at the end of its paragraph runs to that end.
    Single marks count outside double ones, where they hold more than one word.
    """
    found: list[Quote] = []
    for paragraph in paragraphs:
        doubles = [q for q in _doubles(text, paragraph) if not _is_nickname(text, q)]
        found += sorted(doubles + list(_singles(text, paragraph, doubles)), key=_start)
    return found


def _is_nickname(text: str, quote: Quote) -> bool:
    """Whether the words in marks stand inside a name: 'Maria "Mimi" Roe'."""
    if not _NICKNAME.fullmatch(text, *quote.inner):
        return False
    before = text[max(0, quote.outer.start - 20) : quote.outer.start].split(" ")
    after = text[quote.outer.end : quote.outer.end + 3]
    named = len(before) > 1 and not before[-1] and _CAPITAL.fullmatch(before[-2]) is not None
    return named and after[:1] == " " and after[1:2].isupper()


def _start(quote: Quote) -> int:
    return quote.outer.start


def _doubles(text: str, paragraph: Span) -> Iterator[Quote]:
    opened: re.Match[str] | None = None
    for mark in _DOUBLE.finditer(text, paragraph.start, paragraph.end):
        if _opens(text, mark, paragraph, opened is not None):
            opened = opened or mark
        elif opened is not None:
            if text[opened.end() : mark.start()].strip():
                yield Quote(Span(opened.start(), mark.end()), Span(opened.end(), mark.start()))
            opened = None
    if opened is not None and text[opened.end() : paragraph.end].strip():
        yield Quote(
            Span(opened.start(), paragraph.end), Span(opened.end(), paragraph.end), closed=False
        )


def _opens(text: str, mark: re.Match[str], paragraph: Span, is_open: bool) -> bool:
    """Whether a mark opens a quotation, from its shape, its neighbours and what is open."""
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    blank_before, blank_after = before.isspace(), after.isspace()
    if mark[0] in _OPENING or mark[0] == "``":
        # “ at the end of a quotation is a misprint for ”
        return not (is_open and not blank_before and not after.isalnum())
    if mark[0] in _CLOSING:
        # ” before a word, with nothing open, is a misprint for “
        return not is_open and blank_before and after.isalnum()
    opens = (blank_before or before in "([{—–―-/‘'") and not blank_after
    if opens and is_open:  # a stray blank before a closing mark, or a quotation left unclosed
        return after.isalnum() and blank_before
    if not opens and not is_open:
        return after.isalnum()
    return opens


def _singles(text: str, paragraph: Span, doubles: list[Quote]) -> Iterator[Quote]:
    inside = iter(doubles)
    current = next(inside, None)
    for match in _SINGLE.finditer(text, paragraph.start, paragraph.end):
        while current is not None and current.outer.end <= match.start():
            current = next(inside, None)
        span = Span(match.start(), match.end())
        if " " in match["body"] and (current is None or not current.outer.overlaps(span)):
            yield Quote(span, Span(span.start + 1, span.end - 1), single=True)
