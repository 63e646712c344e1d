"""Reads the words that name a speaker: a name, a pronoun, a role, a body, or somebody unnamed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from app.domain.countries import country_of, us_state
from app.domain.persons import is_honour
from app.domain.spans import Span
from app.domain.wordlists import word_groups
from app.extraction.capitals import FUNCTION_WORDS, Word, groups, role_nouns, words_in
from app.extraction.cast import Cast
from app.extraction.roles import role_words
from app.extraction.source_names import author_of, head_name

_PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
    "they": "p", "them": "p", "their": "p", "theirs": "p", "themselves": "p",
    "both": "p", "it": "n", "its": "n", "itself": "n",
    "i": "i", "me": "i", "my": "i", "we": "we", "us": "we", "our": "we",
    "you": "you", "your": "you",
    "who": "who", "whom": "who", "whose": "who", "which": "which", "that": "which",
}  # fmt: skip
_INDEFINITE = word_groups("grammar.txt")["indefinite"]
_DEFINITE = word_groups("grammar.txt")["definite"]
_BREAKS = word_groups("grammar.txt")["break"]
_REFLEXIVES = frozenset(["himself", "herself", "itself", "themselves"])
_CONTRACTED = re.compile(r"(?:he|she|it|they|who)[’'](?:s|ve|d|re|ll)$", re.IGNORECASE)
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
_AGENT = re.compile(r"(?:er|or|ist|ian|crat|eur|enne|ster|-old|\w\wman|woman)$|(?:^|-)(?:man|one)$")


class PhraseKind(StrEnum):
    """What the words of a source are."""

    NAME = "name"  # a name in the text; `name` is its number
    PRONOUN = "pronoun"
    ROLE = "role"  # "the NATO chief": one person by a definite description
    BODY = "body"  # "the ministry", "the campaign"
    UNNAMED = "unnamed"  # "a Pentagon official", "analysts", "the poll"
    WORD = "word"  # a capitalised word that no step knows
    EMPTY = "empty"  # "this", "there": says nothing of a speaker


#: "NEW YORK - the mayor", "BERLIN, May 3 - the mayor": where the report comes from.
_DATELINE = re.compile(
    r"[A-Z][A-Z.’' ]{2,30}(?:, [\w. ]{2,20})?(?: \([\w -]{2,30}\))? [-—–]+ (?=\w)"
)


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
    if len(words) == 1 and _CONTRACTED.match(words[0].text):
        span = Span(span.start, span.start + len(re.split("[’']", words[0].text)[0]))
        words = words_in(text, span)  # "who’ve"
    dateline = _DATELINE.match(span.of(text))
    if dateline is not None:
        span = Span(span.start + dateline.end(), span.end)
        words = words_in(text, span)
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
    name = head_name(text, words, head, cast)
    if name is None and words[head].lower in _documents():
        name = author_of(words, head, cast)
    meaning = cast.meanings[name] if name is not None else None
    if meaning is not None:
        label = cast.figures[meaning.figure].label
        return Phrase(PhraseKind.NAME, span, printed, words[head].lower, name, label)
    return _described(words, head, span, printed, cast)


@lru_cache(maxsize=1)
def things() -> frozenset[str]:
    """Nouns for texts and bodies: "report", "company"."""
    return _documents() | _bodies()


def is_thing(phrase: Phrase) -> bool:
    """Whether a phrase without a name means a text or a body: "the report", "a company"."""
    return phrase.head in things()


def _head(words: Sequence[Word]) -> int:
    """Index of the head noun: the last word before a comma, a preposition or "who"."""
    head = _last_adjective(words)
    while head + 1 < len(words):
        following = words[head + 1]
        if not following.joined or (following.lower in _BREAKS and not following.capital):
            break
        head += 1
    if head and words[head].lower in _REFLEXIVES:
        head -= 1  # "Mrs. Roe herself"
    while head > 1 and is_honour(words[head].text):
        head -= 1  # "Jane Roe QC"
    return head


def _last_adjective(words: Sequence[Word]) -> int:
    """Where the last of adjectives parted by commas stands: "the grey, 71-year-old diplomat"."""
    second = next((i for i, word in enumerate(words) if i and not word.joined), 0)
    if second < 2 or words[0].lower not in _DEFINITE | {"a", "an"}:
        return 0
    plain = not any(
        w.capital or w.lower in _BREAKS or w.lower in role_nouns() for w in words[1:second]
    )
    adjective = words[second - 1].lower.endswith(("ed", "ing", "ful", "ish", "y", "en", "old"))
    closed = any(word.lower in role_nouns() for word in words[second : second + 3])
    return second if plain and adjective and closed else 0


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
