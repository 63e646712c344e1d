"""Names for events: the known ones keep theirs, the others get type, people and place."""

import re
from collections.abc import Mapping, Sequence

from app.domain.date_words import MONTHS
from app.domain.dates import DatePrecision
from app.resolution.event_drafts import Draft
from app.resolution.event_epithets import without_epithets
from app.resolution.event_people import EventPeople
from app.resolution.event_phrases import EventMention
from app.resolution.event_words import EVENT_NOUN, GATHERINGS, OCCASIONS, STOP_WORDS
from app.resolution.reasons import quoted
from app.resolution.word_sets import word_set

_WITH = re.compile(r"^(?:met|held talks|spoke by \w+|discuss\w+)\b.*? with (.+)$")
_DID = re.compile(
    r"^(.+?) (?:(?:would|will|to|shall|also) )?(?:gather(?:ed)?|meet|met|convened?|discussed)\b"
    r"(.*)$"
)
_OBJECT = re.compile(r" (?:the|an?|his|her|their|all|some|[A-ZÀ-Þ])\b")
_LONGEST_NAME = 100  # characters
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
_TRAILING = re.compile(
    r"(?:\s+(?:of|in|on|at|to|for|with|by|and|or|the|a|an|between|against|under|from|he|she|they"
    r"|who|instead))+$",
    re.IGNORECASE,
)
_PHRASE_END = re.compile(
    r"\s(?:of|in|on|at|for|with|by|and|from|between|across)\s(?!.*\s(?:of|in|on|at|for|with|by|and|from|between|across)\s)"
)
#: Words for a time that stand last in a name: "the session in Lisbon earlier", "… Tuesday night".
_TIME_LEFT = re.compile(
    rf",? (?:earlier|later|tonight|today|yesterday|tomorrow|{_DAYS.title()})"
    r"(?: (?:night|evening|morning|afternoon))?$"
)  # "USA Today" is a paper
_AGO = re.compile(
    r" (?:(?:more than|less than|just|about|almost|nearly|over|only) )?(?:an?|\w+|\d+)"
    r" (?:day|week|month|year|decade)s? (?:ago|earlier|before|later)\b"
    r"| (?:last|next|this) (?:spring|summer|fall|autumn|winter|weekend|night)\b"
)
#: A preposition whose noun the article has lost: "a meeting with in Lisbon".
_ORPHAN = re.compile(r"\b(?:with|for|of|by|to|from) (?=(?:in|at|on|near|during) )")
#: "The" with a capital within a sentence is part of a name.
_ITS_THE = re.compile(r"The [A-ZÀ-Þ]")
#: "In Lisbon by Ana Ruiz": who was joined there, or saw it; a speech by Ruiz is hers.
_BY_AFTER_PLACE = re.compile(r"(?<= )((?:in|at) (?:the )?[A-ZÀ-Þ][^,]*?) by [A-ZÀ-Þ].*$")
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
#: "An interview with the Herald", but not "about his quarrel with Roe".
_INTERVIEWER = re.compile(r"^(?!.* (?:about|over|regarding) ).*? with ((?:the )?[A-ZÀ-Þ].*)$")
#: "The death of her husband Ben Roe": whose husband he was, his name tells as well.
_KIN = re.compile(r"\b(?:his|her|their|its|my|our) (?:[a-z-]+ )+(?=[A-ZÀ-Þ])")
#: An occasion that adjectives tell alone, without whose it is: "Round-table interview".
_NOBODYS = re.compile(r"[A-ZÀ-Þ][a-z-]+(?: [a-z-]+)+")
#: "Presidential debate", "Trump rally": something before the noun tells which it is.
_NAME_OR_KIND = re.compile(r"(?!(?i:first|second|third|final|last|main|next)\b)\S+ \S")
_ON_AIR = re.compile(r"(Appearance|Interview)(?= (?:on|with) )")
_WITH_SOMEBODY = re.compile(r"((?:[\w-]+ )?[Ii]nterview)(?= with )")
_END_IN_MARKS = re.compile(r"[.,](?=[”\"’']+$)|[.,]$|(?<=\w)[’']s$")
_OWNER_LEFT = re.compile(r"(?<=\w)[’']s$")
#: Nouns for events that are so only with what follows: "remarks to the union".
_LED_ON = frozenset({"remarks", "testimony", "address"})
#: Whoever speaks at a funeral is not the one it is for.
_OF_OTHERS = re.compile(
    r"(?:[Ff]uneral|[Ss]ervice|[Tt]rial|[Ff]orum|[Ee]vent|[Hh]earing|[Cc]onvention|[Pp]anel|[Dd]ebate|[Gg]athering|[Dd]inner"
    r"|(?<![Nn]ews )(?<![Pp]ress )(?<![Mm]edia )[Cc]onference|[Ss]ymposium|[Ww]orkshop|[Ss]eminar)$"
)
_NUMBER = re.compile(r" \(\d+\)$")
_ON_WHAT = re.compile(r" on ((?:[a-z-]+ ){0,3}?[a-z-]+)(?=[.,;:!?”\"]| (\w+)|$)")


def name_all(drafts: Sequence[Draft], text: str, people: EventPeople) -> None:
    """Gives each event a name that is unique within the document."""
    taken: set[str] = set()
    for draft in drafts:
        draft.words = quoted(draft.mentions[0].span.of(text)).strip('"')
        draft.name = _unique(
            draft.known.name if draft.known else _name(draft, text, people), draft, taken
        )
        taken.add(draft.name)


def _unique(name: str, draft: Draft, taken: set[str]) -> str:
    year = draft.date.date.iso[:4] if draft.date.date and draft.date.date.iso else None
    if name in taken and year and f"{name} ({year})" not in taken:
        return f"{name} ({year})"
    number, plain = 2, name
    while name in taken:
        name, number = f"{plain} ({number})", number + 1
    return name


def _name(draft: Draft, text: str, people: EventPeople) -> str:
    """Type and people where people are named, else the fullest mention's words, and the place."""
    aired = next((m for m in draft.mentions if m.on_air), None)
    if aired is not None:
        noun = "Appearance" if aired.on_air == "on" else "Interview"
        where = _END_IN_MARKS.sub("", " ".join(aired.span.of(text).split()))
        return f"{noun} {aired.on_air} {where}"
    called = next((m.called for m in draft.mentions if m.called), None)
    if called is not None:
        return _TIME_LEFT.sub("", called)  # "speech to a crowd in Porto Tuesday"
    name = _by_people(draft, text, people) or _by_words(draft, text)
    return f"{name}, {draft.place}" if draft.place and draft.place not in name else name


def _by_people(draft: Draft, text: str, people: EventPeople) -> str | None:
    """ "Meeting of Ana Ruiz and Ben Roe"; None where nobody is known to take part."""
    if draft.type not in GATHERINGS | {"interview", "briefing"}:
        return None
    told = [(people.taking_part(text, mention), mention) for mention in draft.mentions]
    (own, others), mention = max(
        told, key=lambda one: (len({*one[0][0], *one[0][1]}), bool(one[0][0]))
    )
    if len({*own, *others}) < (1 if draft.type == "interview" or others else 2):
        return None
    noun = _noun(draft, mention, text)
    if draft.type == "interview":
        whom = _INTERVIEWER.search(mention.span.of(text))
        if not others and own and whom and not set(own) & set(people.within(mention.span)):
            return _shortened(f"{noun} of {own[0]} with {_cut(whom[1])}")
    if own and len(others) == 1 and len(own) == 1 and draft.type != "interview":
        return f"{noun} of {own[0]} and {others[0]}"
    if own and others:
        return f"{noun} of {_listed(own)} with {_listed(others)}"
    kind, with_, whom = noun.partition(" with ")  # "exchange with reporters"
    return f"{kind} of {_listed(own)}{with_}{whom}" if own else f"{noun} with {_listed(others)}"


def _noun(draft: Draft, mention: EventMention, text: str) -> str:
    """What sort of event it is, by the noun of the article: "Telephone conversation"."""
    found = EVENT_NOUN.search(mention.span.of(text))
    noun = found.group() if found else draft.type
    if draft.type == "talks" and noun in ("meeting", "session"):
        noun = "talks"
    return noun[:1].upper() + noun[1:]


def _listed(names: Sequence[str]) -> str:
    if len(names) > _MOST_PEOPLE:
        return f"{', '.join(names[:_MOST_PEOPLE])} and others"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _by_words(draft: Draft, text: str) -> str:
    """A name made of the words of the fullest mention, one by a noun where there is one."""

    def fullness(mention: EventMention) -> tuple[bool, bool, int, int]:
        words = mention.span.of(text)
        named = bool(mention.names or mention.place) and bool(EVENT_NOUN.search(words))
        told = bool(_NAME_OR_KIND.match(_plain(words)))
        return named and told, named or told, len(mention.names), len(words)

    mention = max(draft.mentions, key=fullness)
    words = " ".join(mention.span.of(text).split()).strip(" ,(")
    if not EVENT_NOUN.search(words):
        words = _noun_for(words, draft.type)
    if draft.type == "death":
        words = _KIN.sub("", words)
    inside = mention.span.start > mention.sentence.start and _ITS_THE.match(words)
    plain = words if inside else _plain(words)  # "at The Harbour forum"
    name = _shortened(_cut(_INNER_DEICTIC.sub("", plain)))
    if draft.process and draft.bodies:
        name = f"{name} of {_listed(draft.bodies)}"
    name = name + _on_what(text, mention)
    return name[:1].upper() + name[1:]


def _plain(words: str) -> str:
    """The words of a mention without those in front that point or judge."""
    before = None
    while before != words:
        before, words = words, without_epithets(_DEICTIC.sub("", words))
    return words


def _on_what(text: str, mention: EventMention) -> str:
    """ " on missile defence", where these words end the phrase."""
    found = _ON_WHAT.match(text, mention.span.end, mention.sentence.end)
    if mention.type not in GATHERINGS or found is None:
        return ""
    last = found[2]
    ends = last is None or last.lower() in STOP_WORDS
    return f" on {found[1]}" if ends and not set(found[1].split()) & STOP_WORDS else ""


def _cut(words: str) -> str:
    """The words up to where a noun phrase ends, without small words left over at the end."""
    stop = next((m for m in _STOPS.finditer(words) if m.start() > 0), None)
    cut = _BY_AFTER_PLACE.sub(r"\1", _ORPHAN.sub("", words[: stop.start()] if stop else words))
    cut = _AGO.sub("", cut)
    noun = _noun_of(cut)
    if noun and (other := _OTHER_WORD.match(cut, noun.end())) and other[1] not in _LINKS:
        cut = cut[: noun.end()]  # "the debate hits home for Ruiz"
    if noun and _OWNS.match(cut, noun.end()):
        cut = cut[: noun.end()]  # "the convention’s Platform Committee"
    joined = _JOINED_TO.match(cut, noun.end()) if noun else None
    if noun and joined and not EVENT_NOUN.search(cut, joined.end()):
        cut = cut[: noun.end()]
    return _OWNER_LEFT.sub("", _TRAILING.sub("", _TIME_LEFT.sub("", _TRAILING.sub("", cut))))


def _noun_of(words: str) -> re.Match[str] | None:
    """The noun for an occasion, the last where several stand side by side: "convention speech"."""
    found = EVENT_NOUN.search(words)
    while found and (after := EVENT_NOUN.match(words, found.end() + 1)):
        found = after
    return found


def _shortened(name: str) -> str:
    """A name of bearable length: whole phrases are left out from the end."""
    while len(name) > _LONGEST_NAME and (last := _PHRASE_END.search(name)):
        name = _TRAILING.sub("", name[: last.start()])
    return name


def _noun_for(words: str, kind: str) -> str:
    """ "met with X" is a meeting with X, "X and Y discussed" are talks of X and Y."""
    if kind == "document":
        return re.sub(r"^.*?\b(?:approved|adopted|signed|concluded) ", "", words)
    if match := _WITH.search(words):
        return f"{kind} with {match[1]}"
    if match := _DID.match(words):
        with_ = " with" if _OBJECT.match(match[2]) else ""  # "convened the pilots"
        return f"{kind} of {match[1]}{with_}{match[2]}".replace("ministerial of", "meeting of")
    return words


def name_after_speakers(
    drafts: Sequence[Draft], participants: Mapping[str, tuple[str, ...]]
) -> None:
    """Adds the one who spoke to a name that says little: "Interview of Ana Ruiz"."""
    taken = {draft.name for draft in drafts}
    for draft in drafts:
        who = participants.get(draft.name, ())
        if len(who) == 1 and (aired := _ON_AIR.match(draft.name)) and who[0] not in draft.name:
            draft.name = f"{aired[1]} of {who[0]} {draft.name[aired.end(1) + 1 :]}"
            continue
        if (
            len(who) == 1
            and (told := _WITH_SOMEBODY.match(draft.name))
            and who[0] not in draft.name
        ):
            draft.name = f"{told[1]} of {who[0]} {draft.name[told.end(1) + 1 :]}"
            continue
        plain = draft.name.partition(",")[0]
        alone = draft.type in ("speech", "interview")
        most = 2 if draft.type == "interview" else 1  # who is asked, and who asks
        lone = draft.type in ("interview", "briefing")
        bare = is_bare(plain) or (lone and _NOBODYS.fullmatch(_NUMBER.sub("", plain)))
        if draft.known or not who or (alone and len(who) > most) or not bare:
            continue
        of = "with" if _OF_OTHERS.search(plain) else "of"
        noun, with_, whom = _NUMBER.sub("", plain).partition(" with ")
        name = draft.name.replace(plain, f"{noun} {of} {_listed(who)}{with_}{whom}", 1)
        if name not in taken:
            taken.add(name)
            draft.name = name


def is_bare(name: str) -> bool:
    """Whether a name is a noun for events and nothing more: "Talks", "News conference (2)"."""
    plain = _NUMBER.sub("", name)
    plain = plain.lower() if plain.isupper() else plain[:1].lower() + plain[1:]
    return plain in _LED_ON or bool(EVENT_NOUN.fullmatch(plain))


def says_too_little(draft: Draft, *, attended: bool) -> bool:
    """Whether nobody could tell which event a name means: no people, no place, no day.

    `attended` says that words are reported from it.
    """
    if draft.known:
        return False
    if draft.light and not attended:
        return True
    if draft.type == "death" and not re.search(r" [A-ZÀ-Þ]", draft.name):
        return True  # of whom, nobody could tell
    date = draft.date.date
    vague = draft.type in OCCASIONS - GATHERINGS and draft.type != "interview"
    open_day = date is None or draft.guessed
    if vague and not attended and not draft.place and open_day:
        return True
    told = attended or " with " in draft.name
    if draft.type == "interview" and open_day and not told:
        return True  # "gave an interview": whoever reads of it could look nothing up
    on_a_day = date is not None and not draft.guessed and date.precision is DatePrecision.DAY
    if draft.process:
        return not (draft.bodies and date)
    if is_bare(draft.name.partition(",")[0]):
        return not (draft.place and on_a_day)
    if draft.name[:1].isdigit():
        return True  # "20 conference": the name was broken
    dated = date is not None and not draft.guessed
    lone = draft.type in GATHERINGS and re.fullmatch(r"\w+ (?:with|of) [\w.]+", draft.name)
    return bool(lone) and not dated
