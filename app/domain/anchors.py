"""Finds words again in a text that was edited: exactly, by what stands around them, or not at all.

Source: TextQuoteSelector of the W3C Web Annotation Data Model, section 4.2.4.
"""

from collections.abc import Sequence

from app.domain.corrections import Quote
from app.domain.spans import Span

#: Characters kept before and after the words.
_AROUND = 48

#: Of several places with the same words one is certain where this much more stands alike around
#: it than around any other, in characters.
_CLEARER = 8


def quote_of(span: Span, text: str) -> Quote:
    """The words of a span with what stands around them."""
    return Quote(
        span.start,
        span.end,
        span.of(text),
        text[max(0, span.start - _AROUND) : span.start],
        text[span.end : span.end + _AROUND],
    )


def find_quotes(quotes: Sequence[Quote], text: str, within: Span) -> tuple[Span, ...] | None:
    """Where all the words stand now, in order, inside `within`; None where one is not certain.

    A look-alike is no match: the words must be the same, character by character, and where they
    stand more than once, what stands around them must tell which is meant.
    """
    found: list[Span] = []
    for quote in quotes:
        place = _find(quote, text, within)
        if place is None or (found and place.start < found[-1].end):
            return None
        found.append(place)
    return tuple(found) or None


def _find(quote: Quote, text: str, within: Span) -> Span | None:
    places: list[Span] = []
    start = text.find(quote.exact, within.start, within.end) if quote.exact else -1
    while start >= 0:
        places.append(Span(start, start + len(quote.exact)))
        start = text.find(quote.exact, start + 1, within.end)
    if len(places) < 2:
        return places[0] if places else None
    alike = sorted(((_likeness(quote, place, text), place) for place in places), reverse=True)
    (best, place), (second, _) = alike[:2]
    whole = len(quote.prefix) + len(quote.suffix)
    return place if best > second and best >= min(second + _CLEARER, whole) else None


def _likeness(quote: Quote, place: Span, text: str) -> int:
    # Characters alike, counted outwards from the words on both sides.
    before = text[max(0, place.start - len(quote.prefix)) : place.start]
    after = text[place.end : place.end + len(quote.suffix)]
    return _run(quote.prefix[::-1], before[::-1]) + _run(quote.suffix, after)


def _run(one: str, other: str) -> int:
    count = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        count += 1
    return count
