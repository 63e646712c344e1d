"""Finds the roles printed beside a name: before it, behind it in commas, or with "is"."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from app.domain.countries import country_of, us_state
from app.domain.persons import fold, honorifics, is_honour
from app.domain.spans import Span
from app.domain.wordlists import word_groups
from app.extraction.addresses import before_address
from app.extraction.capitals import FUNCTION_WORDS, Word, names_post, role_nouns

_DETERMINERS = word_groups("grammar.txt")["determiner"]
_LINKS = word_groups("grammar.txt")["link"]
_PARTY = re.compile(
    r",?\s?\(?\b([RDI]|DEM|REP|Dem|Rep)[-–]\s?([A-Z][\w. ]{0,15}?)(?=[),;.]|\s[a-z])"
)
_COPULA = re.compile(
    r",? (?:who )?(?:is|was|are|were|(?:serve|work)(?:s|d|ed) as|has been|had been|became"
    r"|heads|leads|chairs|runs|directs)\s"
)
_ADDRESSES = frozenset(["rep", "sen", "gov", "gen", "dr", "mr", "mrs", "ms", "adm", "lt", "col"])
_OBJECT = word_groups("grammar.txt")["object"]
#: Behind these a role is the one of whom it is told: "as mayor of Porto, Roe said".
_NO_OBJECT = frozenset(["as", "and", "or", "like", "than"])
_SAYS = frozenset(["said", "says", "told", "tells"])
#: What a role keeps of the words before it: that it was held, and is not on the day of print, or
#: is held for another, or is still to come.
_KEPT = frozenset(["former", "ex", "then", "acting", "interim", "incoming"])
#: Words of grammar and speech that may stand inside a role: "Iceland's new foreign minister".
_ADJECTIVES = frozenset(["former", "new", "next", "last", "second", "top", "late", "ex"])
#: What looks like a verb's form and tells how a post is held.
_PARTICIPLES = frozenset(["retired", "acting", "leading", "incoming", "outgoing", "sitting"])
#: What "first" is part of: "First Deputy Prime Minister", not "the first president".
_FIRST_OF = frozenset(["deputy", "vice", "minister", "secretary", "lady"])
_UNDER_OF = frozenset(["secretary", "secretary-general", "sheriff"])
_NOW = frozenset(["now", "currently", "presently", "today"])
_IS_NOW = re.compile(r"who is (?:now|today|currently)|who (?:now|today|currently) is")
#: Before "then" these make it an adverb: "and then President Jane Roe", "since then".
_BEFORE_ADVERB = frozenset(
    ["and", "but", "or", "if", "since", "by", "until", "till", "just", "even"]
)
#: Abbreviations that spell small words: "US President Jane Roe", "WHO chief Jane Roe".
_SPELL_SMALL_WORDS = frozenset(["US", "WHO", "IT"])
_SENTENCE_END = re.compile(r"[.!?;:\"“”]")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_LONGEST = 14  # words; a role printed in news is hardly ever longer


def roles_of(text: str, words: Sequence[Word], first: int, last: int, within: Span) -> list[Span]:
    """Where the roles of the name `words[first:last]` are printed, nearest first.

    `within` is the paragraph. Source: apposition as in Quirk et al., A Comprehensive Grammar of
    the English Language, 17.65 ff.
    """
    found = [
        role_before(words, first),
        _before_comma(text, words, first),
        role_behind(text, words, last, within),
    ]
    found.append(_after_copula(text, words, last, within))
    spans = [span for span in found if span is not None]
    party = _PARTY.match(text, words[last - 1].span.end, within.end)
    if party:
        spans.append(Span(party.start(1), party.end(2)))
    return spans


def roles_beside(text: str, words: Sequence[Word], name: Span, within: Span) -> list[Span]:
    """The roles of the name that stands at a place of the paragraph `within`."""
    first = bisect_left(words, name.start, key=lambda word: word.span.start)
    last = bisect_left(words, name.end, lo=first, key=lambda word: word.span.start)
    return roles_of(text, words, first, last, within)


def role_before(words: Sequence[Word], first: int) -> Span | None:
    """The role directly before: "Foreign Minister", "Texas senator", "envoy to NATO"."""
    if not words[first].joined:
        return None
    start = _walk_back(words, first)
    if start > 0 and words[start - 1].lower in ("in", "at", "from") and words[start].joined:
        start += _is_place_of(words, start, first)
    return _as_role(words, start, first, title=True)


def _before_comma(text: str, words: Sequence[Word], first: int) -> Span | None:
    """The role before a comma: "Russia's permanent envoy to NATO, Dmitry Rogozin"."""
    if words[first].joined or first == 0:
        return None
    gap = words[first].span.start - words[first - 1].span.end
    if not (1 <= gap <= 3) or not words[first - 1].joined:
        return None
    if _SENTENCE_END.search(text, words[first - 1].span.end, words[first].span.start):
        return None  # "said Mayor Roe on Friday. Roe said", "…, ” Roe said"
    start = _walk_back(words, first, links=True)
    if _is_object_of_clause(words, start) and _speaks(words, first):
        return None  # "After talks with his Danish counterpart in Oslo, Roe said"
    return _as_role(words, start, first, title=False)


def _is_object_of_clause(words: Sequence[Word], start: int) -> bool:
    """Whether a role from `start` stands behind "with" or "met", not behind "as"."""
    before = start - 1
    while before >= 0 and words[before].lower in _DETERMINERS:
        before -= 1
    return before >= 0 and words[before].lower in _OBJECT - _NO_OBJECT


def _speaks(words: Sequence[Word], first: int) -> bool:
    """Whether the name at `first` is followed by "said", so that it begins a clause."""
    after = first + 1
    while after < len(words) and words[after].joined and words[after].capital:
        after += 1
    return after < len(words) and words[after].joined and words[after].lower in _SPEECH - _OBJECT


def _walk_back(words: Sequence[Word], first: int, links: bool = False) -> int:
    start = first
    while start > 0 and first - start < _LONGEST:
        word = words[start - 1]
        if start < first and not words[start].joined:
            break
        if start < first and words[start].lower == "the" and word.lower not in _LINKS:
            break  # "In 1998 the minister, Jane Roe": the phrase begins at "the"
        if word.lower == "then":
            return start - _is_of_role(words, start - 1)
        if word.lower in _LINKS and _is_whole_title(words, start, first):
            break  # "aide to President Jane Roe": she is the president
        if (
            word.lower in _LINKS
            and start < first
            and (links or _link_of_role(words, start - 1) or _inside_title(words, start - 1, first))
        ):
            start -= 1
            continue
        if not _may_be_in_role(word) and not _begins_state(words, start - 1, first):
            break
        start -= 1
    return start


def _begins_state(words: Sequence[Word], index: int, first: int) -> bool:
    """Whether "New" begins a state's name within a role: "New York Mayor", "New Zealand envoy".

    "First" and "Under" begin the name of a post: "First Deputy Prime Minister", "Under Secretary".
    """
    if words[index].lower == "under" and index + 1 < first:
        return words[index + 1].lower in _UNDER_OF
    if words[index].lower == "first" and index + 1 < first and words[index].capital:
        return words[index + 1].capital and words[index + 1].lower in _FIRST_OF
    if index + 2 >= first or words[index].text != "New" or not words[index + 1].joined:
        return False
    name = f"New {words[index + 1].text}"
    return bool(us_state(name) or country_of(name))


def _is_of_role(words: Sequence[Word], then: int) -> bool:
    """Whether "then" belongs to the title behind it: "the then mayor", not "And then Mayor Roe"."""
    if words[then].capital or not words[then].joined or then + 1 >= len(words):
        return False
    return words[then + 1].joined and words[then - 1].lower not in _BEFORE_ADVERB


def _is_whole_title(words: Sequence[Word], start: int, first: int) -> bool:
    """Whether all words from a link to the name are one capitalised title: "President"."""
    title = words[start:first]
    return len(title) == 1 and title[0].capital and names_post(title[0].lower)


def _is_place_of(words: Sequence[Word], start: int, first: int) -> bool:
    """Whether the first word is where something was, no part of the role: "in Prague U.S. …"."""
    following = words[start + 1].text if start + 1 < first else ""
    return bool(country_of(following)) and words[start].lower not in role_nouns()


def _inside_title(words: Sequence[Word], link: int, first: int) -> bool:
    """Whether "and" joins words of one title: "Secretary for Arms Control and Security"."""
    if any(word.lower in role_nouns() for word in words[link + 1 : first]):
        return False
    return link > 0 and words[link - 1].capital and words[link + 1].capital and words[link].joined


def _link_of_role(words: Sequence[Word], index: int) -> bool:
    return index > 0 and words[index - 1].lower in role_nouns() and words[index].joined


def _may_be_in_role(word: Word) -> bool:
    if word.text in _SPELL_SMALL_WORDS:
        return True
    if word.capital or word.lower in role_nouns() or word.possessive:
        return word.lower not in FUNCTION_WORDS or word.lower in _DETERMINERS - {"a", "an", "the"}
    if word.lower in FUNCTION_WORDS or word.lower in _SPEECH:
        return word.lower in _ADJECTIVES
    return not word.lower.endswith(("ed", "ing")) or word.lower in _PARTICIPLES


_SPEECH = word_groups("grammar.txt")["speech"]


def _as_role(words: Sequence[Word], start: int, end: int, title: bool) -> Span | None:
    """The span of words[start:end] if they end in a role noun, or have one before a link."""
    while start < end and _is_no_part(words, start, end):
        start += 1
    end = before_address(words, start, end) if title else end
    nouns = [i for i in range(start, end) if _names_role(words, i)]
    if not nouns:
        return None
    linked = any(words[i].lower in _LINKS for i in range(nouns[0], end))
    if nouns[-1] != end - 1 and not linked:
        return None
    if title and end - start == 1 and words[start].lower in honorifics():
        only = words[start]
        return None if only.lower in ("mr", "ms", "mrs", "miss", "lady", "sir") else only.span
    return Span(words[start].span.start, words[end - 1].span.end)


def _is_no_part(words: Sequence[Word], index: int, end: int) -> bool:
    """Whether a word before a role belongs to its sentence: "the", "of", "2016", "first"."""
    word = words[index]
    if word.lower == "first" and index + 1 < end:
        return words[index + 1].lower not in _FIRST_OF
    if word.lower == "under" and index + 1 < end and words[index + 1].lower in _UNDER_OF:
        return False
    small = (_DETERMINERS | _LINKS) - _KEPT
    return word.lower in small or bool(_YEAR.fullmatch(word.text))


def _names_role(words: Sequence[Word], index: int) -> bool:
    """Whether the word is a noun for a post or a trade: "minister", "General", "then-President"."""
    lower = words[index].lower
    return names_post(lower) or _general(words, index)


def _general(words: Sequence[Word], index: int) -> bool:
    return words[index].lower in honorifics() and words[index].lower not in ("mr", "ms", "mrs")


def role_behind(text: str, words: Sequence[Word], last: int, within: Span) -> Span | None:
    """The role in commas behind: ", NATO Secretary General,", ", 45, a nurse from Ohio,".

    Degrees and seats may stand between: ", QC, MP, the Foreign Secretary,".
    """
    past = last
    while past < len(words) - 1 and not words[past].joined and is_honour(words[past].text):
        past += 1
    found = _role_at(text, words, past) if past > last else None
    return found or _role_at(text, words, last)


def _role_at(text: str, words: Sequence[Word], last: int) -> Span | None:
    """The role in commas behind the word before `last`."""
    end = words[last - 1].span.end
    if last >= len(words) or words[last].joined:
        return None
    gap = text[end : words[last].span.start].strip()
    if gap not in (",", "—", "–", "―", "--", "("):
        return None
    start = last
    if words[start].text.isdigit() and start + 1 < len(words):
        start += 1
    if words[start].lower in _NOW and start + 1 < len(words) and words[start + 1].joined:
        start += 1
    stop = _phrase_end(words, start)
    speaks = stop < len(words) and words[stop].joined and words[stop].lower in _SAYS
    if speaks and _is_object(words, last - 1):
        return None  # "In a talk with Jane Roe, the mayor said"
    return _noun_phrase(words, start)


def _is_object(words: Sequence[Word], index: int) -> bool:
    """Whether a name that ends at `index` stands behind "with", "of" or a verb like "met"."""
    while index > 0 and words[index].joined and words[index - 1].capital:
        index -= 1
    return index > 0 and words[index].joined and words[index - 1].lower in _OBJECT


def _after_copula(text: str, words: Sequence[Word], last: int, within: Span) -> Span | None:
    end = words[last - 1].span.end
    match = _COPULA.match(text, end, within.end)
    if match is None:
        return None
    start = last
    while start < len(words) and words[start].span.start < match.end():
        start += 1
    if start >= len(words) or start == last:
        return None
    verb = words[start - 1].lower
    if verb in ("heads", "leads", "chairs", "runs", "directs"):
        stop = _phrase_end(words, start - 1)
        return Span(words[start - 1].span.start, words[stop - 1].span.end)
    if words[start].lower in _NOW and start + 1 < len(words):
        start += 1
    elif words[start].lower not in _DETERMINERS and not words[start].possessive:
        return None
    return _noun_phrase(words, start)


def _noun_phrase(words: Sequence[Word], start: int) -> Span | None:
    """The noun phrase at `start` if its head is a role; None where it is another person's title."""
    stop = _phrase_end(words, start)
    head = _head_index(words, start, stop)
    if head is None or not names_post(words[head].lower):
        return None
    following = words[head + 1] if head + 1 < stop else None
    if following is not None and following.capital and following.joined:
        return None
    titles = (i for i in range(head + 1, stop - 1) if words[i].lower in _ADDRESSES)
    if any(words[i].capital and words[i + 1].capital for i in titles):
        return None  # ", Speaker of the House Rep. Jane Roe"
    first = start
    while first < head and (
        words[first].lower in ("a", "an", "the") or _YEAR.fullmatch(words[first].text)
    ):
        first += 1
    return Span(words[first].span.start, words[stop - 1].span.end)


def _phrase_end(words: Sequence[Word], start: int) -> int:
    stop = start + 1
    while stop < len(words) and stop - start < _LONGEST and words[stop].joined:
        if words[stop].lower == "who" and _IS_NOW.match(_ahead(words, stop)):
            stop += 1  # "a former judge who is now governor": the role goes on
            continue
        if words[stop].lower in ("who", "that", "which", "said", "says", "told", "whose", "when"):
            break
        stop += 1
    return stop


def _ahead(words: Sequence[Word], index: int) -> str:
    return " ".join(word.lower for word in words[index : index + 3])


def _head_index(words: Sequence[Word], start: int, stop: int) -> int | None:
    """Index of the noun that heads words[start:stop]: the last one before a preposition."""
    head = start
    while head < stop and words[head].lower in _DETERMINERS:
        head += 1
    if head >= stop:
        return None
    while head + 1 < stop:
        following = words[head + 1].lower
        if following in FUNCTION_WORDS and following not in _DETERMINERS | _ADJECTIVES:
            break
        if following in _LINKS or following in _SPEECH:
            break
        if (
            words[head].lower in role_nouns()
            and following not in role_nouns()
            and (words[head + 1].capital and not words[head].capital)
        ):
            break
        head += 1
    return head


def role_words(role: str) -> list[str]:
    """The words of a printed role, folded, with two-word nouns joined ("secretary-general")."""
    text = fold(role).replace("’", "'")
    text = re.sub(r"'s?\b", "", text)
    for pair in ("secretary general", "vice president", "attorney general", "front runner"):
        text = text.replace(pair, pair.replace(" ", "-"))
    text = text.replace("secretaries general", "secretary-general")
    return re.findall(r"[^\W_]+(?:[-'.][^\W_]+)*", text)
