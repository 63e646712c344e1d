"""Descriptions of people ("a farmer from Ohio") taken apart: what they do, and where."""

import re
from dataclasses import dataclass
from functools import lru_cache

from app.domain.countries import country_of, us_state
from app.domain.persons import fold, honorifics
from app.domain.wordlists import word_groups

_FILE = "callings.txt"
#: Callings of one kind that one word stands for: whose place may tell two holders apart.
_SAME = {"sen": "senator", "gov": "governor", "rep": "representative",
         "congressman": "representative", "congresswoman": "representative",
         "councilwoman": "councilman", "councillor": "councilman"}  # fmt: skip
#: What "D-Calif" and "Republican of Ohio" say somebody is a member of.
CONGRESS = "member of congress"
_KINDS = ("lay", "loose", "sport", "art", "clergy", "science", "service", "public")
#: What somebody does, for what somebody is: "who farms 200 acres near Ames". Verbs of habits
#: tell a living only with words that say so: "who drives a taxi", "who bakes for a living".
_DOES = re.compile(
    r"^who (?:now |still |has )?(?:(?P<verb>farms|farmed|teaches|taught)"
    r"(?!\s(?:out|h(?:is|er|im|erself|imself)|their|them|me|us|you)\b)"
    r"|(?P<place>nurses|bakes|cuts hair)(?=\s(?:(?:at|in) an?|at the|(?:at|in) [A-Z]\w+)\b)"
    r"|(?P<ride>drives)(?=\s(?:a|an)\s(?:[a-z]+\s)?(?:taxi|taxicab|cab|bus|tram|ambulance)\b)"
    r"|(?P<living>nurses|bakes|cuts hair|drives|sings|fishes|cleans|cooks)"
    r"(?=[^,.;(—]*\s(?:for a living|professionally)\b))(?P<rest>[^,.;(—]*)"
)
_DOERS = {"farms": "farmer", "farmed": "farmer", "teaches": "teacher", "taught": "teacher",
          "bakes": "baker", "nurses": "nurse", "drives": "driver", "cuts hair": "barber",
          "sings": "singer", "fishes": "fisherman", "cleans": "cleaner",
          "cooks": "cook"}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:[-’'.][^\W\d_]+)*")
_ENDS = re.compile(
    r"[,;(—]|\b(?:and|who|whose|which|that|of|from|in|at|for|to|on|with|near|by|outside|under|about)\b"
)
_PARTY = re.compile(r"^(?:[RDI]|Dem|Rep)[-–]\s?(?P<state>[A-Z][\w. ]*)$", re.IGNORECASE)
_MEMBER = re.compile(
    r"^(?:an? |the )?(?:Republican|Democrat|Independent)(?: of| from) (?P<state>[A-Z].*)$"
)
#: "the member of parliament for Hull", "a member of the Leeds City Council".
_SEAT = re.compile(
    r"^(?:an?\s|the\s)?(?:[\w-]+\s)?member of (?:the\s)?(?P<before>(?:[\w’'-]+\s){0,4}?)"
    r"(?P<house>parliament|congress|senate|assembly|council)\b(?P<behind>\s(?:of|in)\s.*)?",
    re.IGNORECASE,
)
_SEATS = {"congress": CONGRESS, "senate": "senator", "council": "councilman"}
#: Whose council is a town's, or one like it.
_TOWNS = frozenset(["city", "town", "county", "borough", "district", "parish", "village"])
#: Whose senate or council is no public one.
_SCHOOL = frozenset(["student", "students", "academic", "faculty", "university", "college",
                     "school", "youth", "model"])  # fmt: skip
#: "council of York", "council in York"; the Council of Europe and of Ministers are no town's.
_OF_TOWN = re.compile(r"(?:council of|[Cc]ouncil in) (?:the )?(?P<town>[A-Z][\w’'-]+)")
_PAST = re.compile(
    r"\b(?:former|formerly|ex|retired|late|then|one-time|onetime|past|turned|farmed|taught)\b",
    re.IGNORECASE,
)
#: A title with somebody's name behind it: another person, who was taken along.
_SOMEBODY_ELSE = re.compile(r"\b(?:Sen|Rep|Gov|Gen|Mr|Mrs|Ms|Dr|Pres|Lt|Col)s?\.? [A-Z]\w+")
#: Says of whom somebody is no relative, as a pattern.
NO_RELATION = (
    r"\b(?:no relation|no relative|not related|unrelated|no kin|not to be confused)"
    r"\s(?:to|of|with)\s"
)
#: "no relation to the sheriff": somebody else, whose name is the same.
DENIED = re.compile(rf"{NO_RELATION}(?P<whom>[^.;:()“”\"\n]{{3,80}})", re.IGNORECASE)
_WANTED = re.compile(r"\b(?:candidate|nominee|hopeful|contender|running)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Calling:
    """What a description says somebody is.

    `noun` is the head in one spelling, `kind` its kind in words/callings.txt. `states` are the
    states and U.S. states named, `names` all capitalised words. `past`: held no more.
    """

    phrase: str
    noun: str
    kind: str
    states: frozenset[str]
    names: frozenset[str]
    past: bool

    @property
    def is_of_land(self) -> bool:
        """Whether it is a post of one place: mayor, governor, senator."""
        return self.noun in word_groups(_FILE)["land"]

    @property
    def is_of_state(self) -> bool:
        """Whether it is a post of a state: minister, president, ambassador."""
        return self.noun in word_groups(_FILE)["state"]


@lru_cache(maxsize=10_000)
def read_calling(phrase: str) -> Calling | None:
    """The calling that a printed description tells; None where it tells none.

    A candidate for a post is none: people of every calling are. "D-Calif" is a legislator's.
    """
    phrase = " ".join(phrase.split()).strip(" ,.;")
    member = _PARTY.match(phrase) or _MEMBER.match(phrase)
    if member is not None and (state := us_state(member["state"].strip(" ."))):
        return Calling(phrase, CONGRESS, "public", frozenset([state]), frozenset(), past=False)
    if DENIED.search(phrase) or _WANTED.search(phrase) or _SOMEBODY_ELSE.search(phrase):
        return None
    if does := _DOES.match(phrase):
        noun = _DOERS[next(filter(None, does.group("verb", "place", "ride", "living")))]
        names = frozenset(_names(does["rest"], noun))
        kind = _kind(noun) or ""
        return Calling(phrase, noun, kind, _states(phrase), names, bool(_PAST.search(phrase)))
    if (seat := _SEAT.match(phrase)) and _is_public(seat):
        noun = _SEATS.get(seat["house"].casefold(), "mp")
        names = frozenset(_names(phrase, seat["house"])) - _TOWNS
        return Calling(phrase, noun, "public", _states(phrase), names, bool(_PAST.search(phrase)))
    start = re.sub(r"^(?:a|an|the)\s+", "", phrase, flags=re.IGNORECASE)
    head = start[: cut.start()] if (cut := _ENDS.search(start)) else start
    words = _WORD.findall(head)
    if _is_police(words, start):
        own = start.strip(" ,")
        names = frozenset(_names(own, words[-1]))
        return Calling(own, "officer", "service", _states(own), names, bool(_PAST.search(head)))
    if _is_of_craft(words):
        noun, past = fold(words[-1]), bool(_PAST.search(head))
        names = frozenset(_names(start, words[-1])) - {fold(words[-2])}
        return Calling(start, noun, "lay", _states(start), names, past)
    kinds = (at for at in reversed(range(len(words))) if _kind(words[at]))
    at = next((at for at in kinds if not _is_of_school(words, at)), None)
    if at is None or any(word[:1].isupper() for word in words[at + 1 :]):
        return None  # "Mayor Jane Roe to abandon …" is another's
    noun, kind = fold(words[at]).strip("."), _kind(words[at]) or ""
    own = re.split(r"\band\b|[;(—]", start)[0].strip(" ,")
    names = frozenset(_names(own, words[at]))
    return Calling(own, _SAME.get(noun, noun), kind, _states(own), names, bool(_PAST.search(head)))


def _is_public(seat: re.Match[str]) -> bool:
    """Whether it is a seat in a house of public life; of councils, in that of a town."""
    before = fold(seat["before"]).split()
    if _SCHOOL & set(before):
        return False
    if seat["house"].casefold() != "council":
        return len(before) <= 1
    town = _OF_TOWN.search(seat["house"] + (seat["behind"] or "")) if not before else None
    of_town = town is not None and not country_of(town["town"])
    return of_town or (bool(before) and before[-1] in _TOWNS)


def _is_of_school(words: list[str], at: int) -> bool:
    """Whether it is a senator of students or teachers, who is none of public life."""
    return at > 0 and fold(words[at]) == "senator" and fold(words[at - 1]) in _SCHOOL


def _is_police(words: list[str], phrase: str) -> bool:
    """Whether it is a police officer: an officer alone may be a company's."""
    if not words or fold(words[-1]) != "officer":
        return False
    return "police" in (fold(phrase).split() if len(words) == 1 else map(fold, words[:-1]))


def _is_of_craft(words: list[str]) -> bool:
    """Whether it is a trade by two words: the captain of a ferry is none of an army or a team."""
    if len(words) < 2:
        return False
    groups, before = word_groups(_FILE), re.sub(r"['’]s$", "", fold(words[-2]))
    return fold(words[-1]) in groups["commands"] and before in groups["craft"]


def _kind(word: str) -> str | None:
    folded = fold(word).strip(".")
    groups = word_groups(_FILE)
    return next((kind for kind in _KINDS if folded in groups[kind]), None)


def _names(phrase: str, noun: str) -> list[str]:
    words = [word for word in _WORD.findall(phrase) if word[:1].isupper() and word != noun]
    plain = [re.sub(r"['’]s?$", "", word).strip(".") for word in words]
    return [fold(word) for word in plain if fold(word) not in honorifics() and not _kind(word)]


def _states(phrase: str) -> frozenset[str]:
    words = re.sub(r"['’]s?(?=\s|$)", "", phrase).replace(",", " ").split()
    found = set()
    for length in (1, 2, 3):
        for at in range(len(words) - length + 1):
            name = " ".join(words[at : at + length])
            if name[:1].isupper() and (state := us_state(name) or country_of(name)):
                found.add(state)
    return frozenset(found)
