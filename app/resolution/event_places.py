"""Where events are held, as far as their own words and the places in the text tell."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from app.domain.countries import country_of, us_state
from app.domain.documents import ParsedArticle
from app.domain.quotations import Extraction
from app.domain.spans import Span
from app.resolution.event_drafts import Draft
from app.resolution.event_phrases import EventMention

#: "The Russia-NATO summit": who meets, not where.
_PAIR = re.compile(r"[A-ZÀ-Þ][\w.]*(?:[-–][A-ZÀ-Þ][\w.]*)+")


def places_named(
    articles: Sequence[ParsedArticle], extractions: Sequence[Extraction]
) -> list[Span]:
    """Where the text names places, in order: those found, and where reports were sent from."""
    found = {m.span for e in extractions for m in e.mentions if m.label == "GPE"}
    for article in articles:
        place = (
            article.dateline.place.title() if article.dateline and article.dateline.place else ""
        )
        if place:
            named = re.finditer(rf"\b{re.escape(place)}\b", article.text)
            found.update(Span(*match.span()) for match in named)
    return sorted(found)


def with_place(
    text: str, mention: EventMention, places: Sequence[Span], no_places: Sequence[Span]
) -> EventMention:
    """The mention with the place that its own words name: "the Cleveland rally", "in Porto".

    `places` are the names of places in the text, `no_places` other names, both in order.
    """
    if mention.place is None and not mention.by_date and not mention.on_air:
        first = bisect_right(places, Span(mention.span.start, mention.span.start))
        noun = re.compile(rf" (?:[a-z-]+ )?{re.escape(mention.noun)}\b")
        for place in places[first : first + 2]:
            pair = _PAIR.fullmatch(text, place.start, place.end)
            if mention.span.contains(place) and noun.match(text, place.end) and not pair:
                return replace(mention, place=place.of(text))
    return _without_false_place(text, mention, no_places)


def _without_false_place(
    text: str, mention: EventMention, no_places: Sequence[Span]
) -> EventMention:
    """The mention, its place left out where that is part of a person's or a body's name.

    "An interview with reporters from The Washington Post" was not held in Washington.
    """
    if mention.place is None or mention.by_date:
        return mention
    start = text.find(mention.place, mention.span.start, mention.sentence.end)
    if start < 0:
        return mention
    first = max(0, bisect_right(no_places, Span(start, start)) - 1)
    whole = Span(start, start + len(mention.place))
    # What stands alone after "in" is a place, whatever sort of name it was taken for.
    alone = text[max(0, start - 3) : start] == "in " or mention.type == "visit"
    named = any(
        span.overlaps(whole) and not (alone and span == whole)
        for span in no_places[first : first + 2]
    )
    return replace(mention, place=None) if named else mention


def state_of(place: str | None, text: str) -> str | None:
    """The state that the text puts a city in, where it does: "Cleveland, Ohio"."""
    if place is None:
        return None
    found = re.search(rf"\b{re.escape(place)}, ([A-Z][\w.]+(?: [A-Z][\w.]+)?)", text)
    if found is None:
        return None
    words = found[1].split()
    names = (" ".join(words[:length]) for length in (2, 1) if length <= len(words))
    return next((state for name in names if (state := _state(name))), None)


def is_wide(place: str) -> bool:
    """Whether a place is a state, in which there are many cities."""
    return _state(place) is not None


def may_be_one_place(event: Draft, seen: Draft, *, meant: bool) -> bool:
    """Whether two places can be one: they share a word, or one is the state of the other.

    Of which state a city is the text tells; where it does not, `meant` says that the words point
    back: "a rally in Ohio … the Cleveland rally".
    """
    one, other = event.place or "", seen.place or ""
    if set(one.split()) & set(other.split()):
        return True
    if is_wide(one) == is_wide(other):
        return False
    state, city = (one, seen) if is_wide(one) else (other, event)
    return meant if city.place_in is None else city.place_in == _state(state)


def _state(name: str) -> str | None:
    return us_state(name) or country_of(name)
