"""Reads the words that name a speaker: a name, a pronoun, a role, a body, or somebody unnamed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from app.domain.countries import country_of, us_state
from app.domain.spans import Span
from app.domain.wordlists import word_groups
from app.extraction.capitals import FUNCTION_WORDS, Word, groups, is_title, role_nouns, words_in
from app.extraction.cast import Cast
from app.extraction.names import ORG, PERSON
from app.extraction.roles import role_words

_PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
    "they": "p", "them": "p", "their": "p", "theirs": "p", "themselves": "p",
    "it": "n", "its": "n", "itself": "n",
    "i": "i", "me": "i", "my": "i", "we": "we", "us": "we", "our": "we",
    "you": "you", "your": "you",
    "who": "who", "whom": "who", "whose": "who", "which": "which", "that": "which",
}  # fmt: skip
_INDEFINITE = word_groups("grammar.txt")["indefinite"]
_DEFINITE = word_groups("grammar.txt")["definite"]
_BREAKS = word_groups("grammar.txt")["break"]
_FOCUSING = frozenset(["even", "just", "only", "perhaps"])  # "even a strategist"
#: Words of titles: "the New York Senate Democrat" is no paper.
_OFFICIAL = frozenset(
    ["house", "senate", "assembly", "majority", "minority", "party", "deputy", "opposition",
     "democratic", "republican", "former", "top", "senior", "state"]
)  # fmt: skip
#: Nouns for people that papers are called after.
_PAPERS = word_groups("grammar.txt")["paper"]
_EMPTY = frozenset(["this", "that", "these", "it", "what", "there", "here", "such"])
#: Endings of nouns for people: "the impostor", "the violinist".
_AGENT = re.compile(r"(?:er|or|ist|ian|crat|eur|enne|ster|-old)$|(?:^|-)(?:man|woman|one)$")


class PhraseKind(StrEnum):
    """What the words of a source are."""

    NAME = "name"  # a name in the text; `name` is its number
    PRONOUN = "pronoun"
    ROLE = "role"  # "the NATO chief": one person by a definite description
    BODY = "body"  # "the ministry", "the campaign"
    UNNAMED = "unnamed"  # "a Pentagon official", "analysts", "the poll"
    WORD = "word"  # a capitalised word that no step knows
    EMPTY = "empty"  # "this", "there": says nothing of a speaker


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source taken apart: its kind, its head word, and the name or pronoun that it is."""

    kind: PhraseKind
    span: Span
    text: str
    head: str = ""
    name: int | None = None
    figure_label: str = ""  # PERSON, ORG or GPE where it is a name
    pronoun: str = ""  # "m", "f", "p" (they), "n" (it), "i", "we", "you", "who"
    modifiers: tuple[str, ...] = ()
    owner: str = ""  # "m", "f" or "p" behind "his", "her", "their"
    indefinite: bool = False
    plural: bool = False
    completed: bool = False  # "the head of China's delegation": by the body it belongs to


@lru_cache(maxsize=1)
def _documents() -> frozenset[str]:
    return word_groups("roles.txt")["document"]


@lru_cache(maxsize=1)
def _bodies() -> frozenset[str]:
    return word_groups("roles.txt")["body"]


def read_phrase(text: str, span: Span, cast: Cast) -> Phrase | None:
    """What a source's words are; None where they hold no word at all."""
    words = words_in(text, span)
    if not words:
        return None
    if len(words) > 1 and words[0].lower in _FOCUSING:
        words, span = words[1:], Span(words[1].span.start, span.end)
    printed = " ".join(span.of(text).split()).strip(' ,;:—–―-“”"')
    if words[0].lower in _PRONOUNS and (
        len(words) == 1 or words[0].lower in ("he", "she", "who", "they", "i", "we")
    ):
        return Phrase(
            PhraseKind.PRONOUN, words[0].span, words[0].text, words[0].lower,
            pronoun=_PRONOUNS[words[0].lower],
        )  # fmt: skip
    head = _head(words)
    name = _head_name(text, words, head, cast)
    if name is None and words[head].lower in _documents():
        name = _author(words, head, cast)
    meaning = cast.meanings[name] if name is not None else None
    if meaning is not None:
        label = cast.figures[meaning.figure].label
        return Phrase(PhraseKind.NAME, span, printed, words[head].lower, name, label)
    return _described(words, head, span, printed, cast)


def is_thing(phrase: Phrase) -> bool:
    """Whether a phrase without a name means a text or a body: "the report", "a company"."""
    return phrase.head in _documents() or phrase.head in _bodies()


def _head(words: Sequence[Word]) -> int:
    """Index of the head noun: the last word before a comma, a preposition or "who"."""
    head = 0
    while head + 1 < len(words):
        following = words[head + 1]
        if not following.joined or (following.lower in _BREAKS and not following.capital):
            break
        head += 1
    return head


def _head_name(text: str, words: Sequence[Word], head: int, cast: Cast) -> int | None:
    """Number of the name that the source is: the head itself, or one in apposition to it."""
    at_head = cast.name_over(words[head].span.start)
    if at_head is None and head and words[head].lower.endswith("ed"):  # "Kasich resisted"
        before = cast.name_over(words[head - 1].span.start)
        if before is not None and _is_person(cast, before) and not words[head - 1].possessive:
            return before if words[head].lower not in role_nouns() else None
    if at_head is not None and cast.names[at_head].span.end >= words[head].span.end:
        inside = cast.names[at_head].span.start >= words[0].span.start
        # "Power" where the parser took "Will" of "Will Power" for a verb
        inside = inside or (len(words) == 1 and cast.names[at_head].label == PERSON)
        if inside and (not words[head].possessive or head + 1 == len(words)):
            return at_head
    if words[head].lower not in role_nouns():
        return None
    after = head + 1
    if words[0].lower in _INDEFINITE:  # "a blogger, Jane Roe", but not "a friend of Jane Roe"
        apposed = after < len(words) and not words[after].joined and words[after].capital
        return _person_at(words, after, cast) if apposed and words[0].lower != "some" else None
    if after < len(words) and not words[after].joined:
        return _person_at(words, after, cast)  # "the envoy to NATO, Dmitry Rogozin"
    while after < len(words) and words[after].joined:
        after += 1
    if words[0].lower not in _DEFINITE and words[after - 1].joined:
        last = cast.name_over(words[after - 1].span.start)
        # "Former prosecutor and Mayor Rudy Giuliani", "Russian envoy to NATO Dmitry Rogozin"
        titles = words[min(head + 1, after - 1)].lower == "and"
        if (
            last is not None
            and _is_person(cast, last)
            and (titles or _follows_name(words, last, cast))
        ):
            return last
    return _person_at(words, after, cast) if after < len(words) else None


def _author(words: Sequence[Word], head: int, cast: Cast) -> int | None:
    """The name behind "by" in "a study by Jane Roe", a paper behind "in" or "from"."""
    for index in range(head + 1, len(words) - 1):
        if words[index].lower in ("by", "in", "from"):
            for word in words[index + 1 : index + 6]:
                name = cast.name_over(word.span.start)
                if name is None or cast.meanings[name] is None:
                    continue
                if cast.names[name].possessive:
                    return None
                if words[index].lower == "by" or cast.names[name].label == ORG:
                    return name
    return None


def _person_at(words: Sequence[Word], index: int, cast: Cast) -> int | None:
    """The person named in an apposition that starts at `index`, with a title or without."""
    for number, word in enumerate(words[index : index + 8], index):
        if number > index and not word.joined:
            return None
        name = cast.name_over(word.span.start)
        if name is not None and _is_person(cast, name) and not cast.names[name].possessive:
            return name
        if word.lower in _BREAKS and not (number > index and words[number - 1].capital):
            return None
    return None


def _is_person(cast: Cast, name: int) -> bool:
    meaning = cast.meanings[name]
    return meaning is not None and cast.figures[meaning.figure].label == PERSON


def _follows_name(words: Sequence[Word], name: int, cast: Cast) -> bool:
    """Whether a body or place stands before the name and its title, without "for Senator"."""
    starts = [i for i, word in enumerate(words) if word.span.start == cast.names[name].span.start]
    before = starts[0] - 1 if starts else -1
    while before > 0 and words[before].joined and words[before].capital and is_title(words[before]):
        before -= 1  # "Speaker of the House Rep. Jane Roe"
    return before >= 0 and words[before].capital and words[before].lower not in role_nouns()


def _described(words: Sequence[Word], head: int, span: Span, printed: str, cast: Cast) -> Phrase:
    first, noun = words[0].lower, words[head].lower
    pair = role_words(f"{words[head - 1].lower} {noun}") if head else []
    joined = len(pair) == 1  # "vice-president"
    noun = pair[0] if joined else noun
    modifiers = tuple(
        w.text for w in words[: head - joined] if w.lower not in _DEFINITE | {"a", "an"}
    )
    modifiers += tuple(w.text for w in words[head + 1 :] if w.capital)
    indefinite = first in _INDEFINITE or first.isdigit()
    plural = _is_plural(noun)
    kind = PhraseKind.UNNAMED
    if noun in _EMPTY:
        kind = PhraseKind.EMPTY
    elif printed.startswith("@"):
        kind = PhraseKind.WORD
    elif noun in _bodies() and not indefinite and noun not in _documents():
        kind = PhraseKind.BODY
    elif _names_paper(words, head):
        kind = PhraseKind.WORD
    elif indefinite or plural or noun in groups() or noun in _documents():
        kind = PhraseKind.UNNAMED
    elif noun in role_nouns() or (
        first in _DEFINITE and _AGENT.search(noun) and not words[head].capital
    ):
        kind = PhraseKind.ROLE
    elif first in _DEFINITE and (country_of(words[head].text) or us_state(words[head].text)):
        kind = PhraseKind.ROLE  # "the Texan"
    elif all(w.capital for w in words[first == "the" : head + 1]) and noun not in FUNCTION_WORDS:
        kind = PhraseKind.WORD
    owner = _PRONOUNS[first] if first in ("his", "her", "their") else ""
    behind = [word for word in words[head + 1 : head + 4] if word.lower != "the"]
    completed = len(behind) > 1 and behind[0].lower == "of" and behind[1].capital
    return Phrase(
        kind, span, printed, noun, None, "", "", modifiers, owner, indefinite, plural, completed
    )


def _names_paper(words: Sequence[Word], head: int) -> bool:
    """Whether a place before a capital makes a noun a paper's: "The New Hampshire Union Leader"."""
    if words[head].lower not in _PAPERS or words[0].lower != "the" or not 2 <= head <= 5:
        return False
    middle = words[1:head]
    state = next((n for n in (2, 1) if us_state(" ".join(w.text for w in middle[:n]))), len(middle))
    capital = all(word.capital for word in (*middle, words[head]))
    return capital and state < len(middle) and not any(w.lower in _OFFICIAL for w in middle)


def _is_plural(noun: str) -> bool:
    if noun in groups() or (noun.endswith("is") and country_of(noun) and country_of(noun[:-1])):
        return True  # "the Saudis"
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and noun not in role_nouns()
