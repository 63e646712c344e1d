"""Runs of capitalised words, which may be names, and the titles that stand before them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.domain.countries import country_of, us_state
from app.domain.persons import (
    PARTICLES,
    fold,
    honorifics,
    is_given_name,
    joins_lineage,
    may_be_given_name,
)
from app.domain.spans import Span
from app.domain.wordlists import word_groups, word_set

# "Ã." keeps a letter that was decoded wrongly inside its word; text is never repaired.
_LETTER = r"(?:A\u0303\S|Ã\S|[^\W_][\u0300-\u036f]*)"
_WORD = re.compile(rf"(?:[^\W\d_]\.)+(?!\w)|@?{_LETTER}+(?:[-’'.]{_LETTER}+)*")
_ARTICLE = re.compile(r"(?:al|el|ul|as|ad|ar|ash|at)-(?=[^\W\d_])(?![a-zß-öø-ÿ])")
_NICKNAME = re.compile(
    r" [“\"‘'(](?P<nick>[A-Z][a-z’']+(?: [A-Z][a-z’']+)?)[”\"’')] (?=[A-Z][a-z’'A-Z])"
)
_KOREAN_GIVEN = re.compile(r"[A-Z][a-z]{1,6}-[A-Za-z][a-z]{0,6}")
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)

#: Words that a sentence starts with and that are capitalised only for that.
FUNCTION_WORDS = word_groups("grammar.txt")["function"]
_CALENDAR = word_groups("grammar.txt")["calendar"]
_MONTH_NAMES = word_groups("grammar.txt")["month-name"]
_BEFORE_DATE = word_groups("grammar.txt")["before-date"]
_BEFORE_EITHER = word_groups("grammar.txt")["before-either"]
_PARTIES = word_groups("grammar.txt")["qualifier"]
#: Given names that are nouns for people as well: "Guy Cecil", "Don Guardian".
_NAMES_TOO = frozenset(["guy", "don", "earl"])
#: What "of June" may be a part of: "at the end of June Roe left".
_PARTS_OF_TIME = frozenset(
    ["end", "beginning", "start", "middle", "half", "part", "course", "month", "rest", "week",
     "weekend", "close", "outset", "days", "weeks", "evening", "morning", "night"]
)  # fmt: skip
_CLAUSE_OPENERS = frozenset(
    ["the", "i", "a", "an", "that", "this", "but", "and", "or", "when", "if", "as", "while", "so"]
)
#: "Senators Roe and Poe": titles of several, no given name of the first.
_TITLES_OF_SEVERAL = frozenset(
    ["presidents", "senators", "representatives", "governors", "mayors", "ministers", "professors",
     "judges", "justices", "generals", "sens", "reps", "govs", "gens", "profs", "drs", "messrs"]
)  # fmt: skip
_LONGEST_RUN = 16  # words; lines set in capitals are cut into runs of this length
#: Adjectives that follow the noun of a title: "Attorney General", "Professor Emeritus".
_POSTPOSED = frozenset(["general", "emeritus", "elect", "designate", "at-large", "royal"])


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the text, without a possessive ending; `joined` if only a blank parts it from
    the word before."""

    text: str
    span: Span
    lower: str  # folded, without a final dot
    possessive: bool
    joined: bool
    nickname: bool = False  # in marks inside a name: the second of "William “Bill” Roe"

    @property
    def capital(self) -> bool:
        """Whether it starts with a capital letter, an Arabic article aside: "al-Rashid"."""
        return self.text[:1].isupper() or bool(_ARTICLE.match(self.text))


def words_in(text: str, within: Span) -> list[Word]:
    """The words of a part of the text, in order."""
    found: list[Word] = []
    end = within.start
    nick = Span(0, 0)
    for match in _WORD.finditer(text, within.start, within.end):
        printed = match[0]
        possessive = _POSSESSIVE.search(printed)
        word = printed[: possessive.start()] if possessive else printed
        after = text[match.end() : match.end() + 2]
        bare = word.endswith(("s", "S")) and after[:1] in ("’", "'") and not after[1:].isalnum()
        gap = text[end : match.start()] if found else ""
        joined = bool(found) and gap.strip(" \t\xa0.") == "" and "\n" not in gap
        if gap in ("’ ", "' ") and _owns(found[-1], printed):
            joined = True  # "the teachers' union"
        joined = joined and (not gap.startswith(".") or _abbreviates(found[-1]))
        if found and found[-1].capital and gap[:1] == " " and len(gap) == 2:
            nick = _nickname(text, found[-1]) or nick
        inside = nick.start <= match.start() < nick.end
        joined = joined or inside or (found != [] and found[-1].nickname and gap[1:] == " ")
        span = Span(match.start(), match.start() + len(word))
        found.append(
            Word(
                word,
                span,
                fold(word).rstrip("."),
                bool(possessive) or (bare and word[:1].isupper()),
                joined,
                inside,
            )
        )
        end = match.end()
    return found


def _nickname(text: str, before: Word) -> Span | None:
    """Where a nickname in marks or brackets stands between a given name and the surname."""
    found = _NICKNAME.match(text, before.span.end)
    told = found is not None and may_be_given_name(before.text) and not before.possessive
    return Span(*found.span("nick")) if found is not None and told else None


def _owns(word: Word, following: str) -> bool:
    """Whether an apostrophe behind a plural in small letters makes it an owner's."""
    return word.text.islower() and word.text.endswith("s") and following.islower()


def _abbreviates(word: Word) -> bool:
    return (
        word.lower in honorifics()
        or word.lower in ("st", "ft", "atty", "dept", "lt")
        or (len(word.text) == 1 and word.text.isupper())
    )


def runs(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Index ranges of unbroken runs of capitalised words; a possessive ends its run."""
    start = 0
    while start < len(words):
        if not words[start].capital:
            start += 1
            continue
        end = start + 1
        while (
            end < min(len(words), start + _LONGEST_RUN)
            and words[end].joined
            and not words[end - 1].possessive
        ):
            if words[end].capital:
                end += 1
                continue
            ahead = end
            while ahead < min(len(words), end + 3) and _is_particle(words, ahead):
                ahead += 1
            if ahead == end or ahead >= len(words) or not words[ahead].capital:
                break
            if not words[ahead].joined:
                break
            end = ahead + 1
        yield start, end
        start = end


def _is_particle(words: Sequence[Word], index: int) -> bool:
    word = words[index]
    if not word.joined or word.possessive:
        return False
    lineage = joins_lineage([w.lower for w in words[max(index - 1, 0) : index + 1]], min(index, 1))
    return lineage or word.text in PARTICLES - {"as", "do"}  # English words


@lru_cache(maxsize=1)
def role_nouns() -> dict[str, str]:
    """Nouns for what a person is, each with "m", "f" or "u"."""
    groups = word_groups("roles.txt")
    return {word: gender for gender in "ufm" for word in groups[gender]}


#: What is hung on a noun for a post: "then-president", "ex-mayor", "governor-elect".
_MARKED = re.compile(r"^(?:then|ex)-|-(?:elect|designate|delegate|nominee|select)$")


def names_post(lower: str) -> bool:
    """Whether a word in small letters says what a person is, also one marked like "ex-mayor"."""
    return lower in role_nouns() or _MARKED.sub("", lower) in role_nouns()


@lru_cache(maxsize=1)
def groups() -> frozenset[str]:
    """Nouns for several people, who stay unnamed: "officials", "Democrats"."""
    return word_groups("roles.txt")["group"]


@lru_cache(maxsize=1)
def body_words() -> frozenset[str]:
    """Words that stand in the names of bodies."""
    return word_set("bodies.txt")


def is_title(word: Word) -> bool:
    """Whether a word can be the last word of a title before a name."""
    lower = word.lower
    if lower in _NAMES_TOO:
        return False
    if "-" in word.text and word.text.rpartition("-")[2] in role_nouns():
        return True  # "Oscar-winner"
    return names_post(lower) or lower in honorifics() or lower in _POSTPOSED


def title_end(words: Sequence[Word], start: int, end: int) -> int:
    """Index in [start, end) where the name begins, after titles, parties and adjectives."""
    cut = start
    for index in range(start, end - 1):
        of_several = words[index].lower in _TITLES_OF_SEVERAL
        if not (is_title(words[index]) or of_several) or words[index].possessive:
            continue
        held = index > start and is_given_name(words[index - 1].lower)  # "Steve King"
        if not held or end - index > 2:
            cut = index + 1
    while cut < end - 2 and _qualifies(words[cut]):
        cut += 1
    for index in range(cut + 1, end - 1):  # "NATO Council Ivo Daalder"
        before = words[cut:index]
        if is_given_name(words[index].lower) and all(_qualifies(w, bodies=True) for w in before):
            return index
    return cut


def _qualifies(word: Word, bodies: bool = False) -> bool:
    lower = word.lower
    if is_given_name(lower) and not bodies:
        return False
    if lower in _PARTIES or country_of(word.text) or us_state(word.text):
        return True
    return bodies and (lower in body_words() or is_acronym(word.text) or lower in ("of", "the"))


def is_acronym(text: str) -> bool:
    """Whether a word is all capitals, dots aside: "NATO", "U.N."."""
    letters = text.replace(".", "")
    return 2 <= len(letters) <= 6 and letters.isupper() and letters.isalpha()


def is_korean_name(words: Sequence[Word]) -> bool:
    """Whether words are a Korean surname with a given name behind it: "Park Geun-hye"."""
    if len(words) != 2 or not _KOREAN_GIVEN.fullmatch(words[1].text):
        return False
    return words[0].lower in word_groups("first_names.txt")["korean-surname"]


def name_end(words: Sequence[Word], start: int, end: int) -> int:
    """Index after the last word of the name: days and months behind it are no part of it,
    unless only a form of address or a given name would be left: "Mrs May"."""
    while end > start + 1 and words[end - 1].lower in _CALENDAR:
        before = words[end - 2].lower
        told = before in honorifics() or (end == start + 2 and is_given_name(before))
        titled = end > start + 2 and is_title(words[end - 3])
        told = told or (titled and may_be_given_name(before))  # "Nurse Grace May"
        if words[end - 1].lower in _MONTH_NAMES and told:
            break
        end -= 1
    return end


def is_calendar(word: Word) -> bool:
    """Whether a word is a day's or a month's in full: "June", but not "Sun", which is more."""
    return word.lower in _CALENDAR and (len(word.lower) > 3 or word.lower in _MONTH_NAMES)


def is_date(text: str, words: Sequence[Word], index: int, person: bool) -> bool:
    """Whether a day or month stands where it says when: "in June", "May 5".

    Behind words like "from", `person` tells what else takes it for: "by May" may be either.
    """
    before = words[index - 1].lower if index and words[index].joined else ""
    after = text[words[index].span.end :][:3].lstrip(" ,")
    when = before in _BEFORE_DATE or (before in _BEFORE_EITHER and not person)
    return is_calendar(words[index]) and (when or after[:1].isdigit())


def after_date(text: str, words: Sequence[Word], first: int, end: int) -> int:
    """Index where the name begins behind a month that says when: "In August Roe met", with 2 words
    or more in words[first:end].

    "June Carter" is a name where the text has it elsewhere too; behind a small "in" it is no name
    only where somebody else has the surname.
    """
    if end - first < 2 or not is_calendar(words[first]) or words[first].possessive:
        return first
    month, before = words[first], words[first - 1] if first and words[first].joined else None
    if before is None:
        return first
    either = month.lower not in _MONTH_NAMES and before.lower in _BEFORE_EITHER
    if before.lower == "of" and first > 1 and words[first - 2].lower in _PARTS_OF_TIME:
        return first + 1
    if before.lower in _BEFORE_EITHER and end - first > 2 and is_given_name(words[first + 1].text):
        return first + 1  # "By April Jane Roe left"
    if before.lower not in _BEFORE_DATE - {"on"} and not either:
        return first
    surname = re.escape(words[end - 1].text)
    dated = "|".join(sorted(_BEFORE_DATE | {"in"}))
    whole = re.escape(text[month.span.start : words[end - 1].span.end])
    if re.search(rf"(?<![\w]){whole}", re.sub(rf"(?i)\b(?:{dated})\s+{whole}", "", text)):
        return first
    if before.text != "in" or re.search(rf"(?!{month.text})\b[A-Z][\w.-]+ {surname}\b", text):
        return first + 1
    return first


def opens_with_given_name(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether two words are a name that starts with a word of grammar: "Will Power"."""
    if end - start != 2 or not may_be_given_name(words[start].text):
        return False
    second = words[start + 1]
    place = country_of(second.text) or us_state(second.text)
    common = second.lower in FUNCTION_WORDS | body_words() or is_title(second)
    return not (place or common or is_acronym(second.text))


def _is_place(words: Sequence[Word]) -> bool:
    named = " ".join(word.text for word in words)
    return bool(us_state(named) or country_of(named))


def first_of_name(words: Sequence[Word], start: int, end: int, opens: bool) -> int:
    """Index of the first word that may belong to a name, where the run `opens` a sentence."""
    while (
        start < end
        and not (words[start].text.isupper() and len(words[start].text) > 1)
        and (
            words[start].lower in FUNCTION_WORDS
            and (opens or words[start].lower in _CLAUSE_OPENERS)
        )
    ):
        if words[start].lower == "will" and end - start > 1 and not opens:
            break
        if words[start].lower == "new" and end - start > 1 and _is_place(words[start : start + 2]):
            break  # "New York Times"
        start += 1
    return start
