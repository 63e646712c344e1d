"""Printed roles as titles of offices: "Russian Foreign Minister", Foreign Minister of Russia."""

import re
from collections.abc import Iterable
from functools import lru_cache

from app.domain.countries import us_state
from app.domain.gazetteer import KnownOffice
from app.domain.persons import fold, name_words
from app.domain.titles import FORMER, POSSESSIVE, Title, place_of, read_title
from app.domain.told import is_town_post, town_words
from app.domain.wordlists import word_groups
from app.resolution.who_is_known import WhoIsKnown

_LESSER = frozenset(["deputy", "vice", "assistant", "under", "associate", "acting", "first"])
_LESSER |= {"interim", "caretaker", "provisional", "elect", "designate", "shadow", "honorary"}
#: What somebody wants to be, or does with somebody who is: "pursuit of the …", "defeat President".
_NOT_HELD = re.compile(
    r"\b(?:becom(?:e|es|ing)|candidates?|candidacy|nominees?|nominat\w+|run(?:s|ning)? for|pursuit"
    r"|bid for|hopefuls?|next|would-be|defeat\w*|endors(?:e|es|ed|ing)|campaign for)\b",
    re.IGNORECASE,
)
_SHORT_TITLES = frozenset({"sen", "rep", "gov", "sens", "reps"})
#: Another sentence, a post held once, or small words, that were taken along.
_LEFT_OVER = re.compile(
    r"(?<=[a-z]{4})\.\s.*$|\s+and (?:a )?[Ff]ormer\s.*$|\s+since\s.*$"
    r"|(?:\s+(?:of|in|and|at|for|to|with|the|a|from|charge|later|worked))+$"
)


#: Whom a role serves, which is not the one who has it: "to the president", "the minister's".
_SERVED = re.compile(
    r"\s(?:to|for|of|with|under)\s.*$|^(?:(?!\b(?:to|for|of|with|under|at|in|and)\b).)*[’']s?(?=\s)"
)
#: A seat, which is a post though anybody may be a member of something.
_MEMBER = re.compile(
    r"\bmember of (?:the )?(?:[a-z]+ )?(?:parliament|congress|senate|knesset)\b", re.IGNORECASE
)
_TO_COME = re.compile(r"-(?:elect|designate)$")
#: "of Leeds", "Leeds's mayor": a name in such a place is a town's; "Embattled Mayor" has none.
_OF_TOWN = re.compile(r"\b(?:of|in) (?:the )?(?:[Cc]ity of )?[A-Z]|^(?:the )?[A-Z][\w ]*[’']s? ")


def is_of_another_town(role: str, office: KnownOffice, *, surely: bool = True) -> bool:
    """Whether a printed role is the post of another town than an office: mayor of Leeds, of York.

    `surely` leaves out what may be an adjective: "Embattled Mayor", "Boston Mayor".
    """
    if not (is_town_post(role) and is_town_post(office.name)):
        return False
    if surely and not _OF_TOWN.search(role):
        return False
    printed, own = town_words(role), town_words(office.name)
    every = " ".join((office.name, office.body or "", *office.titles))
    return bool(printed and own) and printed.isdisjoint(name_words(every))


def means(role: str, office: KnownOffice) -> bool:
    """Whether a printed role is one of an office's titles, places agreeing where both have any."""
    wanted = read_title(role)
    name = read_title(office.name)
    if not (wanted.places <= name.places or name.places <= wanted.places):
        return False
    if is_of_another_town(role, office) or _is_of_another_body(wanted, office):
        return False
    head = _head_words(role) or wanted.words
    for title in (office.name, *office.titles):
        offered = read_title(title)
        if offered.places and wanted.places and not offered.places & wanted.places:
            continue  # "EU President" is no "Armenian President", though its office names no state
        if offered.words and offered.words.isdisjoint(head):
            continue  # "adviser to the president", "the president's spokesman"
        extra = wanted.words - offered.words
        if offered.words and offered.words <= wanted.words and not extra & _LESSER:
            return True
    return False


def _is_of_another_body(wanted: Title, office: KnownOffice) -> bool:
    """Whether a role names a body by its letters that is not the office's: OPEC, of the UN."""
    letters = {place for place in wanted.places if place.isupper()}
    own = _letters_of(office.name, office.body, *office.titles) if letters else frozenset()
    return bool(letters and own) and letters.isdisjoint(own)


@lru_cache(maxsize=10_000)
def _letters_of(name: str, body: str | None, *titles: str) -> frozenset[str]:
    """The letters by which the titles of an office and its body go: UN of the United Nations."""
    every = (name, body or "", *titles)
    letters = {place for title in every for place in read_title(title).places if place.isupper()}
    first = "".join(word[0] for word in (body or "").split() if word[0].isupper())
    return frozenset(letters | ({first} if len(first) > 1 else set()))


@lru_cache(maxsize=10_000)
def _head_words(role: str) -> frozenset[str]:
    """The words of a role without whom it serves: those of "adviser" in "adviser to the king"."""
    return read_title(_SERVED.sub("", role)).words


def roles_held(speaker: str, known: WhoIsKnown) -> list[KnownOffice]:
    """The offices that a known person has ever held."""
    return [
        known.offices[t.office] for t in known.tenures.get(speaker, ()) if t.office in known.offices
    ]


def agrees(roles: Iterable[str], offices: Iterable[KnownOffice]) -> bool:
    """Whether one of the printed roles is one of the offices."""
    held = list(offices)
    return any(means(role, office) for role in roles for office in held)


def is_office(role: str) -> bool:
    """Whether a printed role is a post that somebody holds, not a trade or a description."""
    role = _SERVED.sub("", _MEMBER.sub("mp", role))  # "the prime minister's wife" has no post
    text = fold(role).replace("secretary general", "secretary-general")
    words = set(re.findall(r"[^\W_]+(?:-[^\W_]+)*", text))
    posts = word_groups("roles.txt")["office"]
    return any(word in posts or _TO_COME.sub("", word) in posts for word in words)


def cleaned(role: str) -> str | None:
    """A printed role without what is no part of it; None for what is wanted, not held.

    "Almost certainly force Sen" is "Sen": before an abbreviated title only a state belongs to it.
    """
    role = _LEFT_OVER.sub("", role.strip())
    words = role.split()
    if words and words[-1].casefold().rstrip(".") in _SHORT_TITLES:
        for length in (2, 1):
            before = " ".join(words[-1 - length : -1])
            if before and (us_state(before) or before in ("State", "state")):
                return f"{before} {words[-1]}"
        return words[-1]
    return None if not words or _NOT_HELD.search(role) else role


#: Bodies that every state has: "Chinese Foreign Ministry spokesman" is a post in China.
_OF_STATES = frozenset(["Ministry", "Department", "Government", "Cabinet", "Parliament", "Army"])


#: States that had another name, by which the news of its time goes on to call them.
_FORMER_NAMES = frozenset(
    {"Macedonia", "Swaziland", "Zaire", "Burma", "Ceylon", "Rhodesia", "Persia"}
)
#: Words that stand for the state before and after its new name: only the day would tell which.
_OF_ANY_NAME = frozenset({"Macedonian", "Swazi"})


def _is_inside_a_name(after: list[str]) -> bool:
    """Whether a state's name begins a longer one: "American Unity Fund president"."""
    head = next((i for i, word in enumerate(after) if is_office(word)), None)
    if head is None or not after[head][:1].islower():
        return False
    named = [word for word in after[:head] if word[:1].isupper() and not is_office(word)]
    return bool(named) and named[-1] not in _OF_STATES


def generic_name(role: str) -> str | None:
    """An office's name made of a printed role: "Secretary General of NATO"; None for no office.

    Adjectives of states become "of"; what cannot be turned round stays as printed.
    """
    if FORMER.search(role) or not is_office(role):
        return None
    text = re.sub(r"^(?:the|a|an)\s+", "", " ".join(role.split()), flags=re.IGNORECASE)
    words = text.split()
    for index, word in enumerate(words[:-1]):
        if word.casefold() in ("of", "for", "to", "on", "at", "in", "and"):
            break
        for length in (3, 2, 1):
            part = words[index : index + length]
            name = POSSESSIVE.sub("", " ".join(part)).strip(",")
            place = place_of(name)
            if len(part) == length and place is not None:
                if _is_inside_a_name(words[index + length :]):
                    return _expanded(text)
                if name in _OF_ANY_NAME:
                    return _expanded(text)
                place = name if name in _FORMER_NAMES else place
                rest = words[:index] + words[index + length :]
                return _with_place(rest, place) if rest else None
    return _expanded(text)


def _with_place(words: list[str], place: str) -> str:
    """ "Foreign Minister" and Russia make "Foreign Minister of Russia", before any "to NATO"."""
    small = [
        i for i, word in enumerate(words) if word.casefold() in ("to", "for", "on", "at", "in")
    ]
    cut = small[0] if small else len(words)
    the = (
        "the " if place in ("United States", "United Kingdom", "Netherlands", "Philippines") else ""
    )
    join = (
        "from"
        if words[:cut] and fold(words[cut - 1]) in ("senator", "sen", "congressman")
        else "of"
    )
    return _expanded(" ".join([*words[:cut], join, the + place, *words[cut:]]))


def _expanded(text: str) -> str:
    text = re.sub(r"^Sen\.?(?=\s|$)", "Senator", text)
    text = re.sub(r"^Rep\.?(?=\s|$)", "Representative", text)
    text = re.sub(r"^Gov\.?(?=\s|$)", "Governor", text)
    return text[:1].upper() + text[1:]
