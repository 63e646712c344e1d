"""Names for events made of the words that mention them, cut where their phrase ends."""

import re
from collections.abc import Sequence

from app.domain.date_words import MONTHS
from app.resolution.event_drafts import Draft
from app.resolution.event_epithets import without_epithets
from app.resolution.event_phrases import EventMention
from app.resolution.event_words import EVENT_NOUN, GATHERINGS, STOP_WORDS
from app.resolution.word_sets import word_set

_WITH = re.compile(r"^(?:met|held talks|spoke by \w+|discuss\w+)\b.*? with (.+)$")
_DID = re.compile(
    r"^(.+?)"
    r" (?:(?:(?:is|are|was|were) (?:due |scheduled |set |expected )?to|would|will|to|shall|also) )?"
    r"(?:gather(?:ed)?|meet|met|convened?|discussed)\b"
    r"(.*)$"
)
_OBJECT = re.compile(r" (?:the|an?|his|her|their|all|some|[A-ZÀ-Þ][\w’'-]*)\b")
_MET_SOME = re.compile(r"\bme(?:t|et) (?:[a-z-]+ )?[a-z]{3,}s\b")
_LONGEST_NAME = 100  # characters
_LONGEST_WORDS = 1_000  # characters of a mention that are looked at for a name
_MOST_PEOPLE = 3
_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTHS = "|".join(MONTHS)
#: Words that point from where the reporter stands; a name has to do without them.
_DEICTIC = re.compile(
    r"^(?:(?:the|an?|this|that|these|those|its|his|her|their|our|my|another|each|next|last|upcoming|planned"
    r"|scheduled|forthcoming|recent|latest|previous|same|own|(?-i:new)|earlier|brief|proposed|future|coming"
    rf"|(?:yesterday|today|tomorrow|week|weekend|month|year|night|morning|afternoon|evening"
    rf"|{_DAYS})(?:[’']s)?|(?:{_MONTHS})(?:[’']s|\.? \d{{1,2}}))\s+)+",
    re.IGNORECASE,
)
_INNER_DEICTIC = re.compile(
    r"(?<=[’']s )(?:recent|upcoming|planned|scheduled|forthcoming|latest|next|last)\s+"
)
#: Where a name stops: another clause, a participle, a bracket, words about the reporter's people.
_STOPS = re.compile(
    r"\s*[(\[“”\"]|''|[,;:]\s|\s(?:-|–|--|—)|\s(?:that|which|who|whose|where|when|being"
    r"|scheduled|planned|held|aired|broadcast|and the|and at"
    r"|(?:at|with|of|in|for|to) (?:one of )?(?:his|her|their|its|this|that|these|those|our|my)"
    r"|like|across (?:the )?(?:country|state|nation|region)|outside|amid|ahead|atop|include[sd]?"
    r"|gathers?|[a-z]+ing (?:the|his|her|their)|or [a-z]+ (?:with|to|the)"
    r"|(?:last|next|this) (?:week|month|year|\w+day))\b"
)
_SMALL_LAST = word_set(
    "of in on at to for with by and or the a an between against under from he she they who instead"
)
_PHRASE_START = re.compile(r"\s(?:of|in|on|at|for|with|by|and|from|between|across)\s")
#: Words for a time that stand last in a name: "the session in Lisbon earlier", "… Tuesday night".
_TIME_LEFT = re.compile(
    r",? (?:earlier|later|tonight|today|yesterday|tomorrow"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"(?: (?:night|evening|morning|afternoon))?$"
)  # "USA Today" is a paper
_AGO = re.compile(
    r" (?:(?:more than|less than|just|about|almost|nearly|over|only) )?(?:an?|\w+|\d+)"
    r" (?:day|week|month|year|decade)s? (?:ago|earlier|before|later)\b"
    r"| (?:last|next|this) (?:spring|summer|fall|autumn|winter|weekend|night)\b"
)
#: "In this Wisconsin town": told from where the reporter stands.
_HERE = re.compile(r"\b(in|at) (?:this|that) (?=[A-ZÀ-Þ])")
#: A preposition whose noun the article has lost: "a meeting with in Lisbon".
_ORPHAN = re.compile(r"\b(?:with|for|of|by|to|from) (?=(?:in|at|on|near|during) )")
#: "The" with a capital within a sentence is part of a name.
_ITS_THE = re.compile(r"The [A-ZÀ-Þ]")
#: "In Lisbon by Ana Ruiz": who was joined there, or saw it; a speech by Ruiz is hers.
_BY_AFTER_PLACE = re.compile(r"(?<= )((?:in|at) (?:the )?[A-ZÀ-Þ][^,]{0,100}?) by [A-ZÀ-Þ].*$")
#: "The meeting and Roe's stance", "the conference or meet with Roe": another thing is joined.
_OTHER_WORD = re.compile(r" ([a-z-]+)(?<!ed)(?<!ing)(?=[ ,]|$)")
#: Words by which a noun for an occasion goes on.
_LINKS = word_set(
    "of in on at for with between among to from about by against near before after during and or",
    "inside outside over under around along across beside beyond within alongside aboard hosted",
    "held given led as that which who",
    "toward towards regarding concerning featuring",
)
_OWNS = re.compile(r"[’']s? (?=[A-ZÀ-Þ])")
_JOINED_TO = re.compile(r" (?:and|or) ")
#: "The death of her husband Ben Roe": whose husband he was, his name tells as well.
_KIN = re.compile(r"\b(?:his|her|their|its|my|our) (?:[a-z-]+ ){1,4}(?=[A-ZÀ-Þ])")
#: "Presidential debate", "Trump rally": something before the noun tells which it is.
_NAME_OR_KIND = re.compile(r"(?!(?i:first|second|third|final|last|main|next)\b)\S+ \S")
_OWNER_LEFT = re.compile(r"(?<=\w)[’']s$")
_ON_WHAT = re.compile(r" on ((?:[a-z-]+ ){0,3}?[a-z-]+)(?=[.,;:!?”\"]| (\w+)|$)")
#: The same of hearings and resolutions, which are hardly called by anything else.
_ON_ALL_OF_IT = re.compile(
    r" on (?!an? )((?:the )?(?:[a-z-]+ ){0,4}?[a-z-]+)"
    rf"(?=[.,;:!?”\"]|$| (?:{'|'.join(sorted(STOP_WORDS - {'of'}))})\b)"
)


#: "A resolution on June 30 (condemning the coup in Honduras)".
_DOES = re.compile(
    rf"(?:,? (?:on )?(?:{_DAYS}|(?:{_MONTHS})\.? \d{{1,2}}(?:, \d{{4}})?),?)?"
    r" ((?!during|following)[a-z]+ing (?!to\b)[^.,;:!?“”\"]{3,60})(?=[.,;:])",
    re.IGNORECASE,
)
#: "Ruiz derides debate": a headline's clause, where the text below may have the name.
_VERB_BEFORE = re.compile(
    r"\s(?!(?:news|press|arms|sports|business|politics|sanctions|rights|affairs|sales)\b)"
    r"[a-z]{3,}(?:s|ed) (?:the |a )?[a-z]+$"
)


def name_by_words(draft: Draft, text: str) -> str:
    """A name made of the words of the fullest mention, one by a noun where there is one."""

    def fullness(mention: EventMention) -> tuple[bool, bool, int, int]:
        words = mention.span.of(text)
        named = bool(mention.names or mention.place) and bool(EVENT_NOUN.search(words))
        named = named and not (
            mention.span.start == mention.sentence.start and _VERB_BEFORE.search(words)
        )
        told = bool(_NAME_OR_KIND.match(_plain(words)))
        return named and told, named or told, len(mention.names), len(words)

    mention = max(draft.mentions, key=fullness)
    words = " ".join(mention.span.of(text)[:_LONGEST_WORDS].split()).strip(" ,(")
    if not EVENT_NOUN.search(words):
        words = _noun_for(words, draft.type)
    if draft.type == "death":
        words = _KIN.sub("", words)
    inside = mention.span.start > mention.sentence.start and _ITS_THE.match(words)
    plain = words if inside else _plain(words)  # "at The Harbour forum"
    name = shortened(cut(_INNER_DEICTIC.sub("", plain)))
    if draft.process and draft.bodies:
        name = f"{name} of {listed(draft.bodies)}"
    name = name + _on_what(text, mention)
    return name[:1].upper() + name[1:]


def cut(words: str) -> str:
    """The words up to where a noun phrase ends, without small words left over at the end."""
    words = _HERE.sub(r"\1 a ", words[:_LONGEST_WORDS])
    stop = next((m for m in _STOPS.finditer(words) if m.start() > 0), None)
    kept = _BY_AFTER_PLACE.sub(r"\1", _ORPHAN.sub("", words[: stop.start()] if stop else words))
    kept = _AGO.sub("", kept)
    noun = _noun_of(kept)
    if noun and (other := _OTHER_WORD.match(kept, noun.end())) and other[1] not in _LINKS:
        kept = kept[: noun.end()]  # "the debate hits home for Ruiz"
    if noun and _OWNS.match(kept, noun.end()):
        kept = kept[: noun.end()]  # "the convention’s Platform Committee"
    joined = _JOINED_TO.match(kept, noun.end()) if noun else None
    if noun and joined and not EVENT_NOUN.search(kept, joined.end()):
        kept = kept[: noun.end()]
    return _OWNER_LEFT.sub("", _without_small(_TIME_LEFT.sub("", _without_small(kept))))


def shortened(name: str) -> str:
    """A name of bearable length: whole phrases are left out from the end."""
    for last in reversed(list(_PHRASE_START.finditer(name))):
        if len(name) <= _LONGEST_NAME:
            break
        name = _without_small(name[: last.start()])
    return name


def _without_small(words: str) -> str:
    """The words without the small ones that stand last: "the debate in the"."""
    while True:
        before, blank, last = words.rstrip().rpartition(" ")
        if not blank or last.lower() not in _SMALL_LAST:
            return words
        words = before.rstrip()


def listed(names: Sequence[str]) -> str:
    """Names in a row, at most three: "Ana Ruiz, Ben Roe and Cy Low"."""
    if len(names) > _MOST_PEOPLE:
        return f"{', '.join(names[:_MOST_PEOPLE])} and others"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _plain(words: str) -> str:
    """The words of a mention without those in front that point or judge."""
    before = None
    while before != words:
        before, words = words, without_epithets(_DEICTIC.sub("", words))
    return words


def _on_what(text: str, mention: EventMention) -> str:
    """ " on missile defence", where these words end the phrase.

    The names of gatherings are addresses that are kept: what makes them longer breaks links.
    """
    if mention.type in GATHERINGS:
        found = _ON_WHAT.match(text, mention.span.end, mention.sentence.end)
        if found is None or (found[2] is not None and found[2].lower() not in STOP_WORDS):
            return ""
        return "" if set(found[1].split()) & STOP_WORDS else f" on {found[1]}"
    if mention.type == "resolution" and (does := _DOES.match(text, mention.span.end)):
        return f" {does[1]}"
    found = _ON_ALL_OF_IT.match(text, mention.span.end, mention.sentence.end)
    if mention.type not in ("hearing", "resolution") or found is None:
        return ""
    return "" if set(found[1].split()) & (STOP_WORDS - {"of"}) else f" on {found[1]}"


def _noun_of(words: str) -> re.Match[str] | None:
    """The noun for an occasion, the last where several stand side by side: "convention speech"."""
    found = EVENT_NOUN.search(words)
    while found and (after := EVENT_NOUN.match(words, found.end() + 1)):
        found = after
    return found


def _noun_for(words: str, kind: str) -> str:
    """ "met with X" is a meeting with X, "X and Y discussed" are talks of X and Y."""
    if kind == "document":
        return re.sub(r"^.*?\b(?:approved|adopted|signed|concluded) ", "", words)
    if match := _WITH.search(words):
        return f"{kind} with {match[1]}"
    if match := _DID.match(words):
        met = _MET_SOME.search(words)  # "Roe met farmers in Oslo"
        with_ = " with" if met or _OBJECT.match(match[2]) else ""  # "convened the pilots"
        who = re.sub(r"^The (?=[a-z])", "the ", match[1])
        return f"{kind} of {who}{with_}{match[2]}".replace("ministerial of", "meeting of")
    return words


def without_time(name: str) -> str:
    """A name without a day or time that stands last: "speech to a crowd in Porto Tuesday"."""
    return _TIME_LEFT.sub("", name)
