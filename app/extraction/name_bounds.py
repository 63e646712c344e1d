"""Where a name begins behind a field or a trade, and where honours behind it end it."""

from collections.abc import Sequence
from functools import lru_cache

from app.domain.countries import country_of, government_of, is_english_town, us_state
from app.domain.persons import is_honour, may_be_given_name
from app.domain.wordlists import table, word_groups
from app.extraction.capitals import Word, body_words, is_title, names_post

_LONGEST = 3  # words of a name behind a field


@lru_cache(maxsize=1)
def _fields() -> frozenset[str]:
    rows = table("post_fields.txt")
    return frozenset(word for row in rows for cell in row for word in cell) | {"affairs", "state"}


def after_field(words: Sequence[Word], first: int, end: int) -> int:
    """Index where a name begins behind a field or a place: "Minister of Trade Chen Bo".

    `first` where the words do not stand behind "of" or "for" and a noun for a post.
    """
    if end - first < _LONGEST or first < 2 or not words[first - 1].joined:
        return first
    if words[first - 1].lower not in ("of", "for") or not names_post(words[first - 2].lower):
        return first
    if any(is_title(word) for word in words[first : end - 2]):
        return first  # "spokesman for Foreign Minister Jane Roe"
    cut = first
    while cut < end and words[cut].lower in _fields():
        cut += 1
    if cut == first:
        cut += _words_of_place(words, first, end)
    given = end - 2
    if cut == first and may_be_given_name(words[given].text):
        whose = any(may_be_given_name(word.text) for word in words[first:given])
        cut = first if whose else given  # "aide of Hillary Rodham Poe" is aide to her
    left = words[cut:end]
    fits = 2 <= len(left) <= _LONGEST and left[0].lower not in body_words()
    return cut if fits else first


def _words_of_place(words: Sequence[Word], first: int, end: int) -> int:
    """How many words from `first` on name a state or town: two in "New York Jane Roe", or none."""
    for length in (2, 1):
        named = " ".join(word.text for word in words[first : min(first + length, end)])
        if country_of(named) or us_state(named) or government_of(named) or is_english_town(named):
            return length
    return 0


def after_trade(words: Sequence[Word], first: int, end: int) -> int:
    """Index where a name begins behind a trade that is a surname too: "Baker Mark Rose"."""
    trade = first < end and words[first].lower in word_groups("callings.txt")["lay"]
    if not trade or end - first != _LONGEST or words[first].possessive:
        return first
    return first + may_be_given_name(words[first + 1].text)


def before_honours(words: Sequence[Word], start: int, end: int) -> int:
    """Index after the name where degrees, orders and seats stand behind it: "Jane Roe QC"."""
    while end - start > 2 and is_honour(words[end - 1].text):
        end -= 1
    return end
