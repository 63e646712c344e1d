"""Which forms are one word: two Englishes, names from other scripts, and endings.

The index holds the forms as they are printed; these rules are applied to its words and to the
reader's alike, so changing one never needs a rebuild.
"""

import re
import threading
from functools import lru_cache
from pathlib import Path

import Stemmer

from app.index.scripts import latin

# Stems that are written -our in British and -or in American English, with all their endings.
_OUR = re.compile(
    r"(arb|ard|arm|behavi|cand|clam|col|demean|endeav|enam|fav|ferv|flav|harb|hon|hum|lab"
    r"|neighb|od|parl|ranc|rig|rum|savi|sav|splend|succ|tum|val|vap|vig)our(?!c|g|n|s[aei]|t)"
)
# -ise and its family. Words that are always written so end in one of these.
_ISE = re.compile(r"(?<=[a-z]{3})is(e|ed|es|er|ers|ing|ation|ations|able)$")
_ALWAYS_ISE = re.compile(
    r"^(?:re|un|over|under|dis|mis|pre|ill|well)?"
    r"(adv|advert|appr|appra|ar|bru|chast|circumc|comprom|compr|conc|cru|dem|desp|dev|disgu"
    r"|enfranch|enterpr|exc|exerc|expert|franch|gu|improv|inc|lia|mala|merchand|no|otherw"
    r"|likew|parad|po|porpo|pra|prec|prem|prom|ra|repr|rev|r|superv|surm|surpr|telev"
    r"|tort|treat|turquo|w|mayonna|clockw|sunr|pr)"
    r"is(e|ed|es|er|ers|ing|ation|ations|able)$"
)
_YSE = re.compile(r"lys(e|ed|es|er|ers|ing)$")
_RE = re.compile(
    r"^(cent|theat|met|lit|fib|calib|meag|sabot|lust|spect|somb|kilomet|centimet)res?$"
)
_LL = re.compile(r"(?<=[aeiou])ll(ed|ing|er|ers|or|ors)$")
_KEEPS_LL = re.compile(
    r"^(.*(call|fall|roll|poll|kill|till|fill|spell|smell|sell|tell|yell|bill|drill|pull|bull"
    r"|fulfill|enroll|will|skill|chill|grill|thrill|install|dwell|swell|spill|still|mill|wall"
    r"|stroll|troll|toll|scroll|appall|recall|stall|ball|hall|tall|small|full|instill|distill"
    r"|shell|cell|well))(ed|ing|er|ers|or|ors)$"
)
_ENCE = re.compile(r"^((?:self)?def|off|pret|lic)ence(s|less)?$")
_DIGRAPH = re.compile(r"(?<=[b-df-hj-np-tv-z])(ae|oe)(?=[dmnst][a-z]{2})")
_DIGRAPH_WORDS = re.compile(
    r"^(paed|haem|orthopaed|anaes|gynaec|encyclopaed|foet|oesoph|oestr|diarrhoe|leukaem)"
)

# Russian, Ukrainian and other names: one letter or ending, several ways to write it in Latin.
_NAMES = (
    (re.compile(r"(?<=..)(?:iy|yy|ij|yi|ii)$"), "y"),
    (re.compile(r"(?<=..)e[ij]$"), "ey"),
    (re.compile(r"(?<=[a-z]{3}sk)i$"), "y"),
    (re.compile(r"(?<=..)iya$"), "ia"),
    (re.compile(r"(?<=..)yev(a?)$"), r"ev\1"),
    (re.compile(r"(?<=..)yov(a?)$"), r"ov\1"),
    (re.compile(r"^aleks"), "alex"),
    (re.compile(r"^dimitr"), "dmitr"),
    (re.compile(r"^sergue"), "serge"),
    (re.compile(r"^ye(?=vg|len|kat|gor|rem|fim|lts)"), "e"),
    (re.compile(r"^oleks"), "olex"),
)


def _read_families() -> dict[str, str]:
    families: dict[str, str] = {}
    for line in Path(__file__).with_name("spellings.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            first, *others = line.split()
            families.update(dict.fromkeys(others, first))
    return families


_FAMILIES = _read_families()
_local = threading.local()  # a stemmer keeps a buffer: one for each thread


@lru_cache(maxsize=400_000)
def spelling(form: str) -> str:
    """The form that stands for all spellings of one word: "defense" for "defence"."""
    form = latin(form)
    family = _FAMILIES.get(form)
    if family is not None:
        return family
    if len(form) < 4 or not form.isalpha():
        return form
    return _name_spelling(_american(form))


@lru_cache(maxsize=400_000)
def root(form: str) -> str:
    """What all forms of one word share: its spelling without the ending (Snowball English)."""
    stemmer = getattr(_local, "stemmer", None)
    if stemmer is None:
        stemmer = _local.stemmer = Stemmer.Stemmer("english", 0)
    stem: str = stemmer.stemWord(spelling(form))
    return stem


def _american(form: str) -> str:
    form = _OUR.sub(r"\1or", form)
    form = _ENCE.sub(r"\1ense\2", form)
    if _ISE.search(form) and not _ALWAYS_ISE.search(form):
        form = _ISE.sub(r"iz\1", form)
    form = _YSE.sub(r"lyz\1", form)
    form = _RE.sub(lambda found: _metre(found), form)
    if not _KEEPS_LL.match(form):
        form = _LL.sub(r"l\1", form)
    if _DIGRAPH_WORDS.match(form):
        form = form.replace("ae", "e").replace("oe", "e")
    return form


def _metre(found: re.Match[str]) -> str:
    return f"{found.group(1)}er" + ("s" if found.group().endswith("s") else "")


def _name_spelling(form: str) -> str:
    for pattern, instead in _NAMES:
        form = pattern.sub(instead, form)
    return form
