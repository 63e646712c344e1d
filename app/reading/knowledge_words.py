"""What is wrong with single names, aliases and addresses in knowledge files, and what to do."""

import re

from app.domain.gazetteer import SpeakerKind
from app.domain.persons import fold
from app.domain.wordlists import event_kinds, word_groups

_SMALL = word_groups("stop_words.txt")["en"] | {
    "i", "me", "us", "we", "him", "my", "your", "yes", "do", "does", "did", "any", "may", "too",
    "also", "then", "here", "very", "just",
}  # fmt: skip
_AFTER = word_groups("honorifics.txt")["after"]
#: Forms of address that are no part of anybody's name as articles print it a second time.
_ADDRESS = frozenset({
    "mr", "mrs", "ms", "dr", "prof", "gov", "capt", "sgt", "lt", "president", "senator", "governor",
    "minister", "congressman", "congresswoman", "chancellor", "ambassador", "secretary",
})  # fmt: skip
#: Short titles that without their dot are given names as well: "Gen Nakatani", "Sen Hong".
_ADDRESS_BY_DOT = frozenset({"sen", "rep", "gen", "col", "adm", "rev", "hon"})
_DESCRIBES = re.compile(r"(?:[Tt]he|[Aa]n?|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s+[^A-ZÀ-Þ]+")
_PRONOUN = re.compile(r"(?:I|You|He|She|It|We|They|Who|His|Her|Him|Us|Them|This|That)")
_DOMAIN = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}", re.IGNORECASE)


def are_small(words: str) -> bool:
    """Whether nearly every sentence holds these words: "the", "he said", a single letter."""
    found = re.findall(r"\w+", fold(words))
    return all(word in _SMALL for word in found) or (len(found) == 1 and len(found[0]) == 1)


def fault_of_name(name: str, kind: SpeakerKind) -> str | None:
    """What is wrong with a speaker's name or alias; None for nothing."""
    if (are_small(name) and name.islower()) or _PRONOUN.fullmatch(name):
        return "is a word of every sentence; write a name"
    if _DESCRIBES.fullmatch(name):
        return "describes and does not name; take it out (offices have titles, in offices.yaml)"
    if kind is not SpeakerKind.PERSON:
        return None
    last, comma, first = name.partition(",")
    if comma and not set(re.findall(r"\w+", fold(first))) <= _AFTER:
        turned = f"{first.split('(')[0].strip()} {last.strip()}"
        return f'has a comma; write it as articles print it: "{turned}" (aliases one by one)'
    address, _, rest = name.partition(" ")
    dotted = address.endswith(".") and fold(address).rstrip(".") in _ADDRESS_BY_DOT
    if rest and (dotted or fold(address).rstrip(".") in _ADDRESS):
        return f'begins with a title; write "{rest}" (what is held goes into offices.yaml)'
    return None


def fault_of_domain(domain: str) -> str | None:
    """What is wrong with the address of an outlet's pages; None for nothing."""
    if _DOMAIN.fullmatch(domain):
        return None
    host = re.sub(r"^\w+://", "", domain.strip()).partition("/")[0].removeprefix("www.")
    such = host if _DOMAIN.fullmatch(host) else "example.org"
    return f'is no address; write it without http and path: "{such}"'


def fault_of_event_alias(alias: str) -> str | None:
    """What is wrong with a phrase that is to mean one event; None for nothing."""
    words = [word for word in re.findall(r"\w+", fold(alias)) if word not in _SMALL]
    kinds = {word for kind in event_kinds() for word in kind.split()}
    if all(word in kinds or word.removesuffix("s") in kinds for word in words):
        return "means no event of its own; add a name, a place or a year"
    return None


def fault_of_abbreviation(short: str, long: str) -> str | None:
    """What is wrong with a short form and what it stands for; None for nothing."""
    if fold(short) == fold(long):
        return "stands for itself; write what it is short for"
    if len(short) > len(long):
        return f'is longer than what it stands for; turn the two round: "{long}: {short}"'
    return None
