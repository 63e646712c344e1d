"""The role in which somebody said what an article tells of a past time: "when prime minister"."""

import re
from dataclasses import dataclass

from app.domain.documents import ParsedArticle
from app.domain.persons import gender_of, name_words
from app.domain.quotations import Quotation
from app.domain.spans import Span
from app.resolution.office_titles import is_office
from app.resolution.sentences import sentences_over

_ROLE = (
    r"(?P<role>[A-Za-z][\w’'.-]*"
    r"(?: (?!said|says|told|tells|who|when|while|and|but|in \d)[\w’'.-]+){0,7})"
)
#: "The then prime minister", "then-Prime Minister Roe", "Jane Roe, then prime minister,".
_THEN = re.compile(r"\b(?:[Tt]he\s+)?(?:then[- ]|(?<![a-z] )Then-)" + _ROLE)
_HELD = (
    # "when he was prime minister", "while serving as governor", "when still mayor"
    re.compile(
        r"\b(?:[Ww]hen|[Ww]hile)\s+(?:"
        r"(?:(?P<who>he|she|they|[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,2})\s+)"
        r"(?:was|were|had been|served as|worked as)\s+(?:still\s+|then\s+|the\s+|an?\s+|"
        r"(?:his|her) (?:country|state|city|party)[’']s\s+)?"
        r"|(?:serving as|working as|being|still|then)\s+(?:the\s+|an?\s+)?"
        r"|(?!(?:he|she|they|it|his|her|their|its|the|an?|this|that|those|these|some|many)\b)"
        r"(?=[a-z]))" + _ROLE
    ),
    # "Roe, who was prime minister at the time,"
    re.compile(
        r"(?P<who>[A-Z][\w’'.-]+),\s+(?:who\s+was\s+(?:then\s+)?(?:the\s+|an?\s+)?)"
        + _ROLE
        + r"(?<= at the time)(?=,)"
    ),
    # "during her time as mayor", "in his first term as governor"
    re.compile(
        r"\b(?:[Ii]n|[Dd]uring|[Tt]hroughout)\s+(?P<who>his|her|their)\s+(?:\w+\s+){0,2}?"
        r"(?:time|term|tenure|years|days|stint)\s+as\s+(?:the\s+)?" + _ROLE
    ),
    # "As secretary of state, Clinton said": not "as president she would build"
    re.compile(
        r"(?P<who>(?!))?(?:^|(?<=[,;—–] )|(?<=, and )|(?<=\d ))[Aa]s\s+(?:then[- ])?(?:the\s+)?"
        + _ROLE
        + r"(?=,|\s+(?:in|on)\s)"
    ),
    _THEN,
)
#: What begins the words of a role that is over when it is told of.
_OVER = re.compile(
    r"\b(?:[Ww]hen|[Ww]hile) (?:\w+ ){1,4}?(?:was|were|had been|served|worked)\b"
    r"|\b(?:[Ww]hen|[Ww]hile) (?:serving|working|being|still)\b"
    r"|\b(?:[Ii]n|[Dd]uring) (?:his|her|their) (?:\w+ ){0,2}"
    r"(?:time|term|tenure|years|days|stint) as\b"
)
_ENDS = re.compile(
    r"(?:\s+(?:of|in|for|to|the|a|an|at|with|from|on|by|as))+$|\s+(?:in|on|from|until|since)\s+"
    r"(?:\d{4}|January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b.*$|\s+at the time$"
)
_NOT_YET = re.compile(r"\b(?:would|will|if|wants? to|hopes? to|plans? to)\b")
#: What may stand between a role and who had it: a time, an audience, nothing.
_ONLY_TIME = re.compile(
    r"[,\s]*(?:(?:the )?[A-Z][\w’'.-]+,?\s+)?"
    r"(?:(?:in|on|at|back in|early in|late in|during)\s+(?:[A-Z][a-z]+\s+)?(?:\d{1,2},\s+)?\d{4}"
    r"|(?:to )?reporters|last year|years ago|at the time"
    # "in an interview with the Herald in 2009", "in a speech to parliament"
    r"|(?:in|at|during) (?:an?|the|his|her) (?:[\w-]+ ){0,2}(?:interview|speech|address|hearing"
    r"|debate|rally|essay|article|column|letter|lecture|conference)"
    r"(?: (?:with|to|for|in|on|at|before|of) (?:the )?[\w’'.-]+(?: [A-Z][\w’'.-]*){0,3})?"
    r"(?: (?:in|on) (?:[A-Z][a-z]+\s+)?(?:\d{1,2},\s+)?\d{4})?)?[,\s]*"
)
#: Where a role ends that was read too far: "secretary of state pleaded guilty".
_VERB = re.compile(r"\s+(?:[a-z]+(?:ed|ing)\b|[Oo]n [A-Z]|\d)|[.,;]\s")
_NO_VERBS = frozenset(["he", "she", "they", "was", "were", "is", "are", "becoming", "became"])
#: Before a role that is told as past: "who was the mayor of Porto".
_WAS = (
    r"\b(?:was|were|been|had|as|then|former|formerly|once|ex|late|outgoing)[\s-]+"
    r"(?:(?:the|a|an)\s+)?"
)
_LINKS = ("of", "for", "to", "in", "at", "on", "from", "and")


@dataclass(frozen=True, slots=True)
class PastRole:
    """A role that the speaker had when the words were said, and the words that say so."""

    role: str
    words: str


def past_role(article: ParsedArticle, quotation: Quotation) -> PastRole | None:
    """The role of the time, as the sentence that tells of the words has it; None for none.

    Only the reporter's own words count: what is quoted may speak of any time.
    """
    within = _sentence(article, quotation)
    if within is None:
        return None
    text = _reporters_words(article, quotation, within)
    told = _told(quotation, within)
    name = quotation.attribution.name or ""
    for pattern in _HELD:
        for found in pattern.finditer(text):
            role = _role_alone(found["role"])
            if role is not None and _is_the_speakers(text, found, role, told, name):
                before = " ".join(text[found.start() : found.start("role")].split())
                joined = "" if before.endswith("-") else " "
                return PastRole(role, f"{before}{joined}{role}".strip(" ,"))
    return None


def tells_office_left(article: ParsedArticle, quotation: Quotation) -> bool:
    """Whether the reporter tells words of a time of office that is over: "when she was mayor"."""
    within = _sentence(article, quotation)
    if within is None or not _OVER.search(within.of(article.text)):
        return False
    told = past_role(article, quotation)
    return told is not None and _OVER.match(told.words) is not None


def _is_the_speakers(text: str, found: re.Match[str], role: str, told: Span, name: str) -> bool:
    """Whether a role that was found in a sentence is that of whoever speaks in it."""
    held = Span(found.start(), found.start("role") + len(role))
    behind = text[held.end : held.end + 40]
    if _NOT_YET.search(behind[:25]) or not _is_beside(text, held, told):
        return False
    if found.re is _THEN:
        # not "aide to then-President Roe"
        return _begins_with(name, behind) or _is_apposed(name, text[: found.start()], behind)
    # "Criticised Roe while secretary of state, he said": between speaker and cue it is anybody's.
    is_bare = found["who"] is None and held.overlaps(told)
    return not is_bare and _is_of(name, found["who"])


def _is_of(name: str, who: str | None) -> bool:
    """Whether the subject of "was prime minister" may be the speaker of that name."""
    if who is None or who in ("they", "their"):
        return True
    if who in ("he", "his", "she", "her"):
        return gender_of(name) in (None, "m" if who in ("he", "his") else "f")
    return bool(set(name_words(name)) & set(name_words(who)))


def _is_apposed(name: str, before: str, behind: str) -> bool:
    """Whether a role stands in commas behind a name: "Jane Roe, then prime minister, said"."""
    last = name_words(before)[-1:] if before.rstrip().endswith(",") else []
    return bool(set(last) & set(name_words(name))) and behind.startswith(",")


def _begins_with(name: str, behind: str) -> bool:
    """Whether a name stands first in what follows a title."""
    first = name_words(behind.lstrip(" ,"))[:1]
    return bool(set(first) & set(name_words(name)))


def _is_beside(text: str, role: Span, told: Span) -> bool:
    """Whether only a time stands between the role and the words that name speaker and cue."""
    if role.overlaps(told):
        return True
    between = text[role.end : told.start] if role.end <= told.start else text[told.end : role.start]
    return bool(_ONLY_TIME.fullmatch(between))


def stands_with_source(article: ParsedArticle, quotation: Quotation, role: str) -> bool:
    """Whether a role is printed in the very sentence that gives the quotation's source."""
    within = _sentence(article, quotation)
    wanted = " ".join(role.split()).casefold()
    return within is not None and wanted in " ".join(within.of(article.text).split()).casefold()


def is_told_as_past(article: ParsedArticle, quotation: Quotation, role: str) -> bool:
    """Whether the sentence tells a role of its source as past: "who was mayor of Porto"."""
    within = _sentence(article, quotation)
    if within is None:
        return False
    words = re.escape(" ".join(role.split())).replace(r"\ ", r"\s+")
    return re.search(rf"{_WAS}{words}", within.of(article.text), re.IGNORECASE) is not None


def _role_alone(printed: str) -> str | None:
    """The role at the head of what was read: "mayor of Leeds"; None where no role stands there.

    "Prime Minister Putin" is "Prime Minister", "the mayor arrived" is none.
    """
    words = _VERB.split(_ENDS.sub("", printed.rstrip(".")))[0].split()
    link = next((at for at, word in enumerate(words) if word in _LINKS), len(words))
    nouns = [at for at in range(link) if is_office(words[at])]
    if not nouns or not _NO_VERBS.isdisjoint(words):
        return None
    behind = words[nouns[-1] + 1 : link]
    if any(word[:1].islower() for word in behind):
        return None
    kept = words[: nouns[-1] + 1] + ([] if behind else words[link:])
    return " ".join(kept)


def _reporters_words(article: ParsedArticle, quotation: Quotation, within: Span) -> str:
    """A sentence without the words that it reports, each of their characters replaced."""
    text = list(within.of(article.text))
    for span in quotation.content:
        for index in range(max(span.start, within.start), min(span.end, within.end)):
            text[index - within.start] = "\u00a4"  # kept in place, so that no words meet
    return "".join(text)


def _sentence(article: ParsedArticle, quotation: Quotation) -> Span | None:
    """The sentence of cue and source; None for a quotation that has neither."""
    anchors = [*quotation.source, *quotation.cue]
    if not anchors:
        return None
    at = Span(min(span.start for span in anchors), max(span.end for span in anchors))
    within = [part for part in article.paragraphs if part.overlaps(at)]
    told = sentences_over(article.text, within[0], at) if within else ()
    return Span(told[0].start, max(told[-1].end, at.end)) if told else at


#: "Years before he became president", "later prime minister", "then a young lawyer": no office yet.
_NOT_YET_HELD = re.compile(
    r"\b(?:[Bb]efore|[Uu]ntil) (?:(?P<who>he|she) )?(?:became|becoming|took office|taking office"
    r"|enter(?:ed|ing) (?:politics|office)|(?:was|were|being) (?:elected|appointed|named|sworn))\b"
    r"|, (?:later|future|who would become|who later became) (?:the |a )?[a-z]+[^,]{0,40},"
    r"|\b(?:[Ii]n|[Dd]uring) (?P<whose>his|her) (?:youth|childhood"
    r"|(?:student|school|college|university|army) (?:days|years))\b"
    r"|\b[Aa]s a (?:student|boy|girl|child|teenager|young (?:man|woman|lawyer|soldier))\b"
    r"|, then a (?:young )?[a-z]+[^,]{0,40},"
)
#: "Before becoming [mayor, ]Roe said": what leads to the one who speaks.
_LEADS_TO = re.compile(r"(?: [a-z][\w’'-]*){0,6},? *")


def is_before_office(article: ParsedArticle, quotation: Quotation) -> bool:
    """Whether the reporter says that the words are of a time before the speaker held the office."""
    within = _sentence(article, quotation)
    if within is None:
        return False
    text, name = _reporters_words(article, quotation, within), quotation.attribution.name or ""
    told = _told(quotation, within)
    for found in _NOT_YET_HELD.finditer(text):
        held, who = Span(*found.span()), found["who"] or found["whose"]
        if who is not None and not _is_of(name, who):
            continue
        leads = held.end <= told.start and _LEADS_TO.fullmatch(text[held.end : told.start])
        if who is not None or leads or _is_beside(text, held, told):
            return True
    return False


def _told(quotation: Quotation, within: Span) -> Span:
    """Where source and cue stand in their sentence."""
    spans = (*quotation.source, *quotation.cue)
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    return Span(first - within.start, last - within.start)
