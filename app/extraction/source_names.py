"""Finds the name that a source is: its head, one apposed to it, or the last behind a title."""

from collections.abc import Sequence

from app.domain.wordlists import word_groups
from app.extraction.capitals import Word, is_title, names_post, role_nouns
from app.extraction.cast import Cast
from app.extraction.names import ORG, PERSON

_INDEFINITE = word_groups("grammar.txt")["indefinite"]
_DEFINITE = word_groups("grammar.txt")["definite"]
#: Several without a name that are no role: "sources close to the prime minister".
_PLURALS = frozenset({"sources", "insiders", "allies", "friends", "officials", "aides"})
_BREAKS = word_groups("grammar.txt")["break"]


def head_name(text: str, words: Sequence[Word], head: int, cast: Cast) -> int | None:
    """Number of the name that the source is: the head itself, or one in apposition to it."""
    titled = None if _are_around(words, head) else _titled(words, cast)
    if titled is not None:
        return titled
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
    after = head + 1
    if not names_post(words[head].lower):
        apposed = after < len(words) and not words[after].joined and words[after].capital
        if apposed and head == 0 and words[0].lower in ("one", "another"):
            return _person_at(words, after, cast)  # "One, Jane Roe"
        small = not words[head].capital and words[0].lower in _DEFINITE
        return _person_at(words, after, cast) if apposed and small else None
    if words[0].lower in _INDEFINITE:  # "a blogger, Jane Roe", but not "a friend of Jane Roe"
        apposed = after < len(words) and not words[after].joined and words[after].capital
        if apposed and words[0].lower != "some":
            return _person_at(words, after, cast)
        return _apposed_to_aide(words, after, cast)
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


def _are_around(words: Sequence[Word], head: int) -> bool:
    """Whether several without a name speak: "aides to Prime Minister Jane Roe"."""
    noun = words[head].lower
    people = noun.endswith("s") and (noun in _PLURALS or noun[:-1] in role_nouns())
    return people and head + 1 < len(words) and not words[head + 1].capital


def _apposed_to_aide(words: Sequence[Word], after: int, cast: Cast) -> int | None:
    """The name at the end of "a spokesman for Minister Jane Roe, John Poe"."""
    if after >= len(words) or words[after].lower not in ("for", "to", "of"):
        return None
    name = cast.name_over(words[-1].span.start)
    if name is None or not _is_person(cast, name):
        return None
    start = cast.names[name].span.start
    first = next(i for i, word in enumerate(words) if word.span.end > start)
    before = cast.name_over(words[first - 1].span.start)
    named = before is not None and _is_person(cast, before)
    return name if named and not words[first].joined else None


def author_of(words: Sequence[Word], head: int, cast: Cast) -> int | None:
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
        person = name is not None and _is_person(cast, name) and not cast.names[name].possessive
        if person and name is not None and not _says_whose(words, name, cast):
            return name
        if word.lower in _BREAKS and not (number > index and words[number - 1].capital):
            return None
    return None


def _says_whose(words: Sequence[Word], name: int, cast: Cast) -> bool:
    """Whether a name only says whose man another is: "longtime Roe aide Jane Poe"."""
    end = cast.names[name].span.end
    after = next((i for i, word in enumerate(words) if word.span.start > end), len(words))
    if after + 1 >= len(words) or not (words[after].joined and words[after + 1].joined):
        return False
    return words[after].lower in role_nouns() and words[after + 1].capital


def _titled(words: Sequence[Word], cast: Cast) -> int | None:
    """The person whose title the words before the last name are: "Control Director Jane Roe"."""
    name = cast.name_over(words[-1].span.start)
    if name is None or not _is_person(cast, name) or words[0].lower in _DEFINITE | _INDEFINITE:
        return None
    first = next(i for i, word in enumerate(words) if word.span.end > cast.names[name].span.start)
    if first < 2 or not words[first].joined or words[first - 1].lower not in role_nouns():
        return None
    others = {cast.name_over(word.span.start) for word in words[: first - 1]} - {None}
    if any(_is_person(cast, other) for other in others if other is not None):
        return None  # "Jane Roe, aide to Minister Jane Poe"
    before = words[first - 2]
    return name if words[first - 1].joined and before.capital and not before.possessive else None


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
