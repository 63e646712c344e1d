"""Names of persons: their parts, one spelling for many, and when two names are one person's."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.domain.wordlists import word_groups

#: Small words inside a name, which alone are no name: "van", "al".
PARTICLES = word_groups("grammar.txt")["particle"]
_LINEAGE = word_groups("grammar.txt")["lineage"]
_LINEAGE_ARTICLES = word_groups("grammar.txt")["lineage-article"]

# "Ã±" is a letter that was decoded wrongly; the text that holds it is never repaired.
_WORD = re.compile(r"(?:A\u0303\S|Ã\S|[^\W\d_][\u0300-\u036f]*)+(?:['’´`][^\W\d_]+)*\.?")

#: Names whose parts are kept: a run meets the same few thousand in every article.
_NAMES_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name taken apart, in lower case and without accents; `title` is "mr", "dr", "senator"."""

    given: str | None  # None where only a surname is printed
    middle: tuple[str, ...]  # further names and initials (one letter)
    surname: str  # the last name with its particles joined: "van hollen"
    suffix: str | None = None  # "jr", "iii"
    title: str | None = None

    @property
    def initials(self) -> tuple[str, ...]:
        """The middle names that are printed as one letter."""
        return tuple(name for name in self.middle if len(name) == 1)


def fold(text: str) -> str:
    """Lower case without accents. Letters of other alphabets stay what they are."""
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFD", text).casefold()
    return "".join(char for char in letters if not unicodedata.combining(char)).translate(_LETTERS)


_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae"})


def name_words(name: str) -> list[str]:
    """The words of a name, folded, without dots, apostrophes and a possessive ending."""
    text = re.sub(r"['’]s?(?=\s|$)", "", name.strip())
    return [re.sub(r"[.'’´`]", "", fold(word)) for word in _WORD.findall(text)]


def _parts(name: str) -> list[str]:
    """The words of a name, folded; one with a hyphen stays one ("lopez-cantera")."""
    parts: list[str] = []
    for token in _ARTICLE.sub(r"\1 ", name).split():
        words = name_words(token)
        parts += ["-".join(words)] if "-" in token and words else words
    return parts


_ARTICLE = re.compile(r"\b([Aa]l|[Ee]l|[Aa]s|[Aa]d|[Aa]r|[Aa]sh|[Uu]l)-")


@lru_cache(maxsize=1)
def honorifics() -> dict[str, str]:
    """Forms of address before a name, each with "m", "f" or "u" (either)."""
    groups = word_groups("honorifics.txt")
    return {word.strip("."): gender for gender in "ufm" for word in groups[gender]}


@lru_cache(maxsize=1)
def _reigning() -> frozenset[str]:
    groups = word_groups("honorifics.txt")
    return groups["reign"] | groups["order"]


def is_called_with(title: str, word: str) -> bool:
    """Whether a title is part of what somebody is called before one word: "King" of "King Harald".

    Some are before any, of others the word has to be a given name: "Sister Mary".
    """
    return reigns(title) or (fold(title) in _reigning() and is_given_name(word))


def reigns(title: str) -> bool:
    """Whether those of a title are never called by a surname: "Queen", but not "Bishop"."""
    return fold(title) in word_groups("honorifics.txt")["reign"]


#: Words behind a name that tell father from son; others behind it are degrees and honours.
GENERATIONS = ("sr", "jr", "ii", "iii", "iv")


@lru_cache(maxsize=1)
def _suffixes() -> frozenset[str]:
    return frozenset(word.strip(".") for word in word_groups("honorifics.txt")["after"])


def is_honour(word: str) -> bool:
    """Whether a word behind a name is a degree, an order or a seat: "QC", "OBE", "PhD"."""
    plain = word.replace(".", "")
    printed_so = plain.isupper() or plain in ("PhD", "Esq", "DPhil", "DSc", "LLB")
    return printed_so and fold(plain) in _suffixes() and fold(plain) not in GENERATIONS


@lru_cache(maxsize=1)
def _genders() -> dict[str, str]:
    groups = word_groups("first_names.txt")
    return {name: gender for gender in "mfu" for name in groups[gender]}


def is_given_name(word: str) -> bool:
    """Whether a word is a given name and hardly ever anything else."""
    return fold(word) in _genders() and fold(word) not in word_groups("first_names.txt")["weak"]


def may_be_given_name(word: str) -> bool:
    """Whether a word is a given name, even one that is a common word too ("Bill")."""
    return fold(word) in _genders()


def gender_of(name: str) -> str | None:
    """ "m" or "f" by the form of address, else by the given name; None where neither tells."""
    parts = parse_person(name)
    by_title = honorifics().get(parts.title or "", "u")
    if by_title != "u" or not parts.given:
        return by_title if by_title != "u" else None
    found = _genders().get(parts.given) or _genders().get(parts.given.split("-")[0])
    return found if found in ("m", "f") else None


@lru_cache(maxsize=_NAMES_KEPT)
def parse_person(name: str) -> PersonName:
    """The parts of a person's name. "Sen. Chris Van Hollen Jr." has all of them but a middle."""
    words = _parts(name)
    title = suffix = None
    while len(words) > 1 and words[0] in honorifics():
        title = words.pop(0)
    while len(words) > 1 and words[-1] in _suffixes():
        last = words.pop()
        suffix = last if last in GENERATIONS else suffix
    if len(words) < 2:
        return PersonName(None, (), words[0] if words else "", suffix, title)
    cut = len(words) - 1
    while cut > 1 and (words[cut - 1] in PARTICLES | _LINEAGE or joins_lineage(words, cut - 1)):
        cut -= 1
    if cut == 1 and (_is_particle(words[0], name) or joins_lineage(words, 1)):
        return PersonName(None, (), " ".join(words), suffix, title)
    surname = " ".join(words[cut:])
    return PersonName(words[0], tuple(words[1:cut]), surname, suffix, title)


def joins_lineage(words: Sequence[str], index: int) -> bool:
    """Whether the folded word at `index` is a Gaelic article inside a name: "Mac an Bhaird"."""
    return index > 0 and words[index] in _LINEAGE_ARTICLES and words[index - 1] in _LINEAGE


def _is_particle(word: str, name: str) -> bool:
    """Whether the first word of two is a particle: "Van Hollen", "al-Assad", but not "Ben Roe"."""
    given = word in ("ben", "al", "del") and f"{word.capitalize()} " in name
    return word in PARTICLES and not given


def family_name(name: str) -> str:
    """The last word of a printed name that is no "Jr.": what people of a family share."""
    words = name.split()
    while len(words) > 1 and generation(words[-1]):
        words.pop()
    return words[-1].strip(",") if words else ""


def generation(word: str) -> str | None:
    """The word "jr" or its like that a word behind a name is; None for any other."""
    plain = fold(word).strip(".,")
    return plain if plain in GENERATIONS else None


def without_titles(name: str) -> str:
    """The name as printed, without forms of address and a possessive: "Ben Carson"."""
    words = re.sub(r"['’]s?$", "", name.strip(" ,;:")).split()
    while len(words) > 1 and fold(words[0]).strip(".,") in honorifics():
        alone = len(words) == 2 or (len(words) == 3 and generation(words[2]))
        if alone and is_called_with(words[0], words[1]):
            break  # "King Harald", "Queen Elizabeth II"
        words = words[1:]
    return " ".join(words)


def another_rank(one: str, other: str) -> bool:
    """Whether two names without a surname are two people's by their titles: King, Prince Harald."""
    a, b = parse_person(one), parse_person(other)
    if a.given or b.given or a.title == b.title:
        return False
    return not _reigning().isdisjoint([a.title, b.title])


#: Spellings of one given name or surname in Latin letters, whose rules below do not fold them.
#: Source: transliterations common in English news, from general knowledge.
_SPELLINGS = {
    variant: line.split()[0]
    for line in (
        "alexander aleksandr alexandr aleksander oleksandr alyaksandr",
        "mohammed muhammad mohammad mohamed muhammed mohamad",
        "muammar moammar moamer muammer moamar moammer",
        "gaddafi qaddafi kadafi gadhafi qadhafi kaddafi gadafi qadafi kadhafi ghadafi khadafy",
        "hussein husain husayn hossein husein hussain",
        "benjamin binyamin",
        "osama usama",
        "fyodor fedor",
        "pyotr petr piotr",
        "yevgeny evgeny evgeni yevgeni yevgeniy evgeniy",
        "yasser yasir yaser",
        "mahmoud mahmud",
        "volodymyr volodimir",
        "abdullah abdallah abdulla",
        "yusuf youssef yousef yousuf youssuf yusef",
        "omar umar",
        "khaled khalid",
        "ahmed ahmad",
        "zelensky zelenskyy zelenskiy",
        "rouhani ruhani rohani",
        "nikolay nikolai nicolai",
        "tatyana tatiana",
        "natalya natalia nataliya",
        "georgy georgi georgiy",
        "mikhail mihail",
        "khamenei khameini",
        "tymoshenko timoshenko",
        "lukashenko lukashenka",
        "hosni husni",
        "bashar bashir",
    )
    for variant in line.split()
    if (variant, line.split()[0]) != ("bashir", "bashar")  # two names, not two spellings
}

_RULES = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"ks(?=[aeiouy])", "x"),  # Aleksei, Maksim
        (r"^ye(?=[^aeiou])", "e"),  # Yeltsin
        (r"shch|sch(?=[aeiou])", "sh"),
        (r"tz(?=[aeiou]|$)", "ts"),
        (r"([ao])(?:ff)$", r"\1v"),  # Romanoff
        (r"(?:iy|ij|yy|ii|yi)$", "y"),
        (r"(?<=[aeo])i$", "y"),  # Sergei, Nikolai
        (r"(?<=[bcdfghklmnprstvz])i$", "y"),  # Dmitri, Yuri
    )
)


@lru_cache(maxsize=_NAMES_KEPT)
def spelling(word: str) -> str:
    """One spelling for the ways that a name is put into Latin letters: sergei, sergey."""
    word = _SPELLINGS.get(word, word)
    if not word.isascii() or len(word) < 4:
        return word
    for pattern, to in _RULES:
        word = pattern.sub(to, word)
    return _SPELLINGS.get(word, word)


_FULL_NAMES = {
    short: full for full, shorts in word_groups("nicknames.txt").items() for short in shorts
}


def given_name(word: str) -> str:
    """The full form of a given name in one spelling: "bill" is "william"."""
    plain = spelling(word)
    return _FULL_NAMES.get(plain, plain)


@lru_cache(maxsize=_NAMES_KEPT)
def speaker_key(name: str) -> str:
    """A stable normal form: names of one person in different spellings share it.

    Forms of address, initials, articles and accents are left out, short forms of given names
    are written out; words are joined by hyphens.
    Two people can share a key; `same_person` decides. Not pretty enough for an address.
    """
    words = name_words(_JOINED.sub(r"\1 ", name.replace("-", " ")))
    while len(words) > 1 and (words[0] in honorifics() or words[0] == "the"):
        words = words[1:]
    while len(words) > 2 and words[-1] in _suffixes() and words[-1] not in GENERATIONS:
        words = words[:-1]
    words = _with_mac(words)
    kept = [spelling(word) for word in words if len(word) > 1 and word not in ("al", "el", "ul")]
    if len(kept) > 1:
        kept[0] = given_name(kept[0])
    return "-".join(kept or words)


#: "DeBlasio" for "De Blasio": small words that some print without a blank behind them.
_JOINED = re.compile(r"(?<=\s)(De|Di|Da|Du|La|Le|Van|Von|Del|Della|Al|El)(?=[A-Z][^\W\d_])")


def _with_mac(words: list[str]) -> list[str]:
    """The folded words of a name with "mac dorn" as "macdorn", as most print it."""
    made: list[str] = []
    for word in words:
        before = made[-1] if len(made) > 1 else ""
        if before in ("mac", "mc", "fitz") and word not in _LINEAGE_ARTICLES and len(word) > 1:
            made[-1] = before + word
        else:
            made.append(word)
    return made


def compact(name: str) -> str:
    """The normal form of a name without the blanks behind the given name: "mario-debrasio".

    Names that differ by such a blank share it; "Marian Elson" and "Maria Nelson" do not.
    """
    given, dash, rest = speaker_key(name).partition("-")
    return given + dash + rest.replace("-", "")


@lru_cache(maxsize=_NAMES_KEPT)
def alphabets(name: str) -> frozenset[str]:
    """The alphabets of a name's letters, "LATIN", "CYRILLIC" …; more than one is a warning sign."""
    letters = (char for char in name if char.isalpha())
    return frozenset(unicodedata.name(char, "UNKNOWN").split()[0] for char in letters)


def same_person(a: str, b: str) -> tuple[bool, str]:
    """Whether two printed names are one person's, and why, in words.

    A surname alone, different initials or suffixes, and letters of another alphabet never match.
    """
    if alphabets(a) != alphabets(b):
        return False, f"“{a}” and “{b}” are written in different alphabets"
    one, two = parse_person(a), parse_person(b)
    if bool(one.given) != bool(two.given):
        return False, "a surname alone does not tell who is meant"
    if another_rank(a, b):
        return False, f"“{a}” and “{b}” bear different titles"
    if one.suffix != two.suffix:
        return False, f"only one of them carries “{one.suffix or two.suffix}”"
    if one.initials and two.initials and one.initials != two.initials:
        return False, f"their initials differ: “{a}”, “{b}”"
    if _initials_differ(one.given, two.given):
        return False, f"their initials differ: “{a}”, “{b}”"
    if speaker_key(a) == speaker_key(b):
        exact = fold(a) == fold(b)
        return True, f"the same name, “{a}”" if exact else _why_one(a, b, one, two)
    if not one.given or not two.given or spelling(one.surname) != spelling(two.surname):
        return False, f"“{a}” and “{b}” are different names"
    if given_name(one.given) == given_name(two.given) and _agree(one.middle, two.middle):
        return True, f"“{a}” and “{b}” differ only by a middle name"
    return False, f"“{a}” and “{b}” share only a surname"


def _initials_differ(one: str | None, two: str | None) -> bool:
    """Whether an initial stands for a given name, and cannot stand for the other one."""
    return one is not None and two is not None and 1 in (len(one), len(two)) and one[0] != two[0]


def _why_one(a: str, b: str, one: PersonName, two: PersonName) -> str:
    if one.given and two.given and spelling(one.given) != spelling(two.given):
        return f"“{one.given.title()}” and “{two.given.title()}” are one name: “{a}”, “{b}”"
    return f"“{a}” and “{b}” are spellings of one"


def _agree(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether one list of middle names is part of the other, an initial standing for a name."""
    short, long = sorted((one, two), key=len)
    rest = iter(long)
    return all(any(_same_middle(name, other) for other in rest) for name in short)


def _same_middle(a: str, b: str) -> bool:
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return spelling(a) == spelling(b)
