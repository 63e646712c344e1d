"""Whose stance a phrase shows: the speaker's, another's of whom it is told, or nobody's."""

import re
from collections.abc import Sequence

from app.resolution.voices import Voice
from app.resolution.word_sets import word_set

#: Between a subject and its verb: "(we) will still strongly (oppose)".
_BETWEEN = re.compile(
    r"(?:\b(?:will|would|shall|can|could|may|might|must|should|do|does|did|has|have|had|is|are|was|were"
    r"|am|be|been|being|still|also|always|all|both|now|just|simply|again|first|categorically|\w+ly"
    r"|not|cannot|never|used|to|once|no longer|hardly|long|since|therefore|then)\s+"
    r"|n['’]t\s+|['’](?:ll|d|ve|m|re)\s+|,\s+[^,]{2,60},\s+)$",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not|never|cannot|used|once|no longer|hardly|formerly|previously|initially)\b|n['’]t",
    re.IGNORECASE,
)
#: What denies a stance that is the speaker's: not "not only", "not always", "not yet".
_NEGATOR = re.compile(
    r"(?:\b(?:do|does|will|would|can|could|shall) ?)?"
    r"(?:\b(?:not|never|cannot|no longer)\b|n['’]t\b)"
    r"(?!\s+(?:only|just|merely|simply|necessarily|yet|always|fully|entirely|alone|even)\b)",
    re.IGNORECASE,
)
_COULD_NOT = re.compile(r"\bcould(?: not|n['’]t)\b", re.IGNORECASE)
_LONG_AGO = re.compile(r"\b(?:did|used|once|formerly|previously|initially)\b|\bdidn['’]t", re.I)
#: "Nobody in my party supports it": not the speaker's own party does.
_NOBODY = re.compile(
    r"\b(?:nobody|no one|none|neither|few|hardly any\w*|no \w+)\b[^,;]*$", re.IGNORECASE
)
#: "I would have opposed it", "we might support it": what was or may be, is not.
_NOT_REAL = re.compile(
    r"\b(?:would|could|might|should|may|must)(?:n['’]t| not)? (?:\w+ )?have\b|['’]d have\b"
    r"|\b(?:might|may|could|perhaps|almost|nearly|possibly)\b",
    re.IGNORECASE,
)
_PAST_ONLY = re.compile(
    r"\b(?:years?|months?|decades?) ago\b|\buntil\b|\bat first\b|\bback then\b|\bat the time\b"
    r"|\bin those days\b|\bin the past\b|\b(?:back )?in (?:the )?(?:19|20)\d\ds?\b"
    r"|\bwhen (?:I|we|he|she|they) (?:was|were)\b",
    re.IGNORECASE,
)
#: What goes before "to reject" where the one who speaks means to, or asks for it.
_MEANS_TO = re.compile(
    r"\b(?:time|want(?:s|ed)?|intend(?:s|ed)?|vow(?:s|ed)?|promis(?:es|ed|e)|pledg(?:es|ed|e)"
    r"|decided|continu(?:es|ed|e)|ready|prepared|determined|have|has|had|need(?:s|ed)?|ought|going"
    r"|plan(?:s|ned)|like|forced|obliged|bound|right|urge|reserve the right|us)\s*$",
    re.IGNORECASE,
)
_JUDGED = re.compile(
    r"\b(?:wrong|early|late|foolish|absurd|hard|easy|difficult|impossible|mistake|unwise|reason"
    r"|hasty|pointless|refus\w+|declin\w+|fail\w+)\s*$",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:I|we|let us|let['’]s)$", re.IGNORECASE)
_OWN_BODY = re.compile(
    r"\b(?:our|my|(?P<theirs>his|her|its|their))(?: own)? (?:[\w-]+ ){0,2}?(?:party|government"
    r"|country|union|company|side|position|members|people|group|team|administration|campaign"
    r"|ministry|club|city|town|nation|movement"
    r"|association|council|delegation|state|organi[sz]ation|alliance|community|view|office|board"
    r"|committee|firm|army|demands?|offers?|proposals?|doubts?)$",
    re.IGNORECASE,
)
_PERSON = re.compile(r"\b(?:he|she)$", re.IGNORECASE)
_THING = re.compile(
    r"\b(?P<pronoun>it|they)$"
    r"|\bthe (?:\w+ )?(?P<noun>\w+)$",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"(?:^|[,;:—–-] ?|\b(?:and|but|that|say|said|decide|asked|ask|know|tell|wonder)\s+)[\"“‘' ]*"
    r"(?:if|whether|unless|had|were|should|suppose|supposing|imagine|in case|even if|as if)\s+"
    r"(?:[\w’'-]+ ){0,3}$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[,;:—–]\s+|\s+(?:and|but|or|so|because|while|that|than|as|though)\s+|[\"“‘]|^"
)
_ALSO_I = re.compile(r"\b(?:she|he|they|it|I|we) and (?:[\w’'.-]+ ){0,3}[\w’'.-]+$")
#: "Ben Cole says …", "the dockers had warned that …": what follows is theirs.
_SAYS = re.compile(
    r"\b(?P<who>(?:(?:[Tt]he|[Oo]ur|[Mm]y|[Hh]is|[Hh]er|[Tt]heir|[Ss]ome|[Mm]any|[Mm]ost) )?"
    r"[\w’'.-]+(?: (?:and )?[A-Z][\w’'.-]+){0,3}),? (?:(?:has|have|had|also|now|still|once|always"
    r"|\w+ly) ){0,2}"
    r"(?:says?|said|argues?|argued|claims?|claimed|insists?|insisted|maintains?|maintained|thinks?"
    r"|believes?|alleges?|alleged|pretends?|suggests?|suggested|warns?|warned|complains?"
    r"|complained|fears?|feared|told (?:\w+ ){1,2})(?: that)? "
)
#: "We have heard for years that …", "I was told that …": what follows is what others say.
_HEARD = re.compile(
    r"\b(?:I|we)(?:['’](?:ve|d|re|m)| (?:have|had|are|am|were|was))?"
    r" (?:(?:also|often|always|never|only|just|now|still|once|long|again|repeatedly|constantly"
    r"|all) ){0,2}(?:(?:been |being )?(?:told|assured|promised)|heard?|(?:keep|kept) (?:hearing"
    r"|being told|on hearing))\b(?! (?:them|him|her|you|the|my|our|people)\b)"
    r"(?: (?!that\b)[\w’'-]+,?){0,7} that (?!(?:I|we)\b)"
    r"(?:(?![.;!?—–]|\b(?:but|although|though|yet|while|and (?:I|we))\b).)*$",
    re.IGNORECASE,
)
_IS_DOING = re.compile(r"\b(?:am|is|are|was|were|been|be)\b|['’](?:m|re)\b", re.IGNORECASE)
_BE = re.compile(r"\b(?:am|is|are|was|were|been|be)\b", re.IGNORECASE)
_OUGHT = re.compile(r"\b(?:must|should|ought|ha(?:s|ve) to|needs? to)\b", re.IGNORECASE)
_CLAIMED = re.compile(
    r"\b(?:claims?|reports?|accusations?|suggestions?|allegations?|rumou?rs?|charges?|notion|idea"
    r"|impression|assertions?|lies?|myths?|fiction|falsehood|fabrication|legend|nonsense|rubbish"
    r"|slander|story|stories|tales?|fantasy|mistakes?|false|untrue|wrong|mistaken|incorrect|absurd|ridiculous"
    r"|laughable|(?:not|n['’]t|never|hardly|far from) (?:the case|true|right|certain|sure|clear"
    r"|correct)|inconceivable|unthinkable|unlikely|doubtful|no (?:truth|evidence|proof|sign|chance"
    r"|question)|nobody|no one)"
    r"(?: \w+){0,4}? (?:that|to (?:say|claim|suggest|think|believe|pretend)|says?|thinks?)\b"
    r"|(?:not|never|n['’]t|nobody|no one|cannot|wrongly|falsely) (?:\w+ )?(?:think|believe|imagine"
    r"|suppose|pretend|claim|say|said|claims?|says|thinks)\b|\b(?:pretend|as if|as though"
    r"|who (?:say|claim|think|believe|allege)s?)\b",
    re.IGNORECASE,
)
_LET_US = re.compile(r"\b(?:time|let us|let['’]s)$", re.IGNORECASE)
_NOT_MEANT = re.compile(r"\b(?:it|plan|those|people|attempt|effort|decision|move)\b", re.IGNORECASE)
_UNLIKE = re.compile(r"\b(?:unlike|like) [^,]*, ", re.IGNORECASE)
_BODIES = word_set("government country group company organisation organization")
_JOINED = re.compile(r"(?:\b(?:and|but|or)|,)$")
_WORD = re.compile(r"[\w’'.-]+")
_NAME = re.compile(r"(?<![\w’'])[A-ZÀ-Þ][\w’'-]+")
_POSSESSIVE = re.compile(r"['’]s$")
_THIRD = word_set("he she they")
_PRONOUNS = word_set("i we who which that it and") | _THIRD
_NO_NAMES = word_set(
    "the a an and but or if when while because that so as in on at for of to now then yes no",
    "well look still also even what there this these those our my your his her its their i we",
    "let mr mrs ms dr sir will would can could may might must should not do does did has have",
    "had let",
    "monday tuesday wednesday thursday friday saturday sunday january february march april june",
    "july august september october november december",
)


def takes_it(sentence: str, start: int, verb: str, voice: Voice) -> bool:
    """Whether the stance that `verb`, at `start` of `sentence`, shows is the speaker's own.

    Not one that another takes, nor one that is denied, asked, supposed or past; what is called
    untrue is not looked for. Only the words before the verb are looked at; what they leave open
    is the speaker's.
    """
    if told_by_another(sentence, start, voice):
        return False
    if sentence.rstrip("\"”’' ").endswith("?"):
        return False
    subject, between = _parted(sentence[:start].strip("\"“‘' "))
    if _DENIED.search(between) or _NOT_REAL.search(between):
        return False
    if verb.lower().endswith("ing") and not _IS_DOING.search(between):
        return not subject  # "accused Roe of opposing it"
    if _SUPPOSED.search(f"{subject} ") or _SUPPOSED.search(f"{_clause(subject)} "):
        return False
    if between.endswith("to "):
        return _means_to(subject, voice)
    if verb.lower().endswith("ed"):
        if _PAST_ONLY.search(sentence):
            return False
        if _BE.search(between):
            return bool(_OUGHT.search(between))  # "must be rejected", not "was rejected"
    return _is_subject(subject, voice)


def denies_it(sentence: str, start: int, verb: str, voice: Voice) -> str | None:
    """The words by which the speaker denies what `verb`, at `start`, shows: "never supported".

    None where it is another who does, or where it is asked, supposed, past or only possible.
    """
    if told_by_another(sentence, start, voice) or sentence.rstrip("\"”’' ").endswith("?"):
        return None
    subject, between = _parted(sentence[:start].strip("\"“‘' "))
    negators = list(_NEGATOR.finditer(between))
    real = _COULD_NOT.sub("not", between)
    if len(negators) != 1 or _NOT_REAL.search(real) or _LONG_AGO.search(between):
        return None
    if _SUPPOSED.search(f"{subject} ") or _SUPPOSED.search(f"{_clause(subject)} "):
        return None
    if between.endswith("to ") or _PAST_ONLY.search(sentence) or is_untrue(subject):
        return None
    if verb.lower().endswith("ed") and _BE.search(between.replace("been", "")):
        return None  # "is not supported"
    return f"{negators[0].group()} {verb}" if _is_subject(subject, voice) else None


def is_untrue(lead: str) -> bool:
    """Whether what follows is told as a claim, or as one that is not so: "it is a lie that"."""
    return bool(_CLAIMED.search(lead))


def told_by_another(sentence: str, start: int, voice: Voice) -> bool:
    """Whether what stands at `start` is told as another's words: "Ben Cole says I oppose it"."""
    for match in _SAYS.finditer(sentence[:start]):
        first, *others = match["who"].split()
        if first.lower() in _PRONOUNS | _NO_NAMES and not others:
            if voice.in_person and first.lower() in _THIRD:
                return True
        elif not _names([first, *others], voice.names | voice.body):
            return True
    return _HEARD.search(sentence[:start]) is not None


def _parted(lead: str) -> tuple[str, str]:
    """The words before a verb as those up to its subject's end, and what stands between."""
    subject, between = f"{lead} ", ""
    while match := _BETWEEN.search(subject):
        between = match.group() + between
        subject = f"{subject[: match.start()].rstrip()} "
    return subject.strip(), between


def _clause(words: str) -> str:
    """The last clause of the words that lead to a verb."""
    starts = [match.end() for match in _CLAUSE.finditer(words)]
    return words[starts[-1] :] if starts else words


def _means_to(lead: str, voice: Voice) -> bool:
    """Whether "(lead) to reject it" tells what the speaker means to do or asks for."""
    if not lead or _LET_US.search(lead):
        return True  # "vowed {to reject it}"
    if _JUDGED.search(lead):
        return False
    means = _MEANS_TO.search(lead)
    if means is None:
        return not _NOT_MEANT.search(lead)
    subject, between = _parted(lead[: means.start()].rstrip())
    return not _DENIED.search(between) and _is_subject(subject, voice)


def _is_subject(subject: str, voice: Voice) -> bool:
    """Whether the words that end where a verb begins mean the speaker."""
    subject = _UNLIKE.sub("", subject)
    if _NOBODY.search(_clause(subject)):
        return False
    if not subject or _OWN.search(subject):
        return True
    if owned := _OWN_BODY.search(subject):
        return owned["theirs"] is None or not (voice.in_person or _others(subject, voice))
    if _ALSO_I.search(subject) and not voice.in_person:
        return True
    if _PERSON.search(subject):
        return not (voice.in_person or voice.is_body or _others(subject, voice))
    thing = _THING.search(subject)
    if thing and (thing["pronoun"] or thing["noun"].lower() in _its_nouns(voice)):
        own = voice.is_body if thing["pronoun"] else voice.is_body or bool(voice.body)
        return own and not voice.in_person and not _others(subject, voice)
    if _JOINED.search(subject):
        return not _others(subject, voice)
    words = _WORD.findall(_clause(subject))
    return not words or _names(words[-1:], voice.names) or _names(words, voice.body)


def _its_nouns(voice: Voice) -> frozenset[str]:
    """The nouns by which a sentence calls the body that speaks or is spoken for."""
    return _BODIES | (voice.names if voice.is_body else voice.body)


def _names(words: Sequence[str], names: frozenset[str]) -> bool:
    return any(_POSSESSIVE.sub("", word).strip(".").lower() in names for word in words)


def _others(words: str, voice: Voice) -> bool:
    """Whether the words name somebody who is not the speaker."""
    named = [word for word in _NAME.findall(words) if word.lower() not in _NO_NAMES]
    return any(not _names([word], voice.names | voice.body) for word in named)
