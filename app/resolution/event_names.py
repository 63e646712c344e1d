"""Names for events: the known ones keep theirs, the others get type, people and place."""

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta

from app.domain.date_words import MONTHS
from app.domain.dates import DatePrecision
from app.resolution.event_drafts import Draft
from app.resolution.event_epithets import without_epithets
from app.resolution.event_people import EventPeople
from app.resolution.event_phrases import EventMention
from app.resolution.event_words import EVENT_NOUN, GATHERINGS, OCCASIONS, STOP_WORDS
from app.resolution.reasons import quoted

_WITH = re.compile(r"^(?:met|held talks|spoke by \w+|discuss\w+)\b.*? with (.+)$")
_DID = re.compile(
    r"^(.+?)"
    r" (?:(?:(?:is|are|was|were) (?:due |scheduled |set |expected )?to|would|will|to|shall|also) )?"
    r"(?:gather(?:ed)?|meet|met|convened?|discussed)\b"
    r"(.*)$"
)
_A_MONTH = timedelta(days=31)
_LONGEST_NAME = 100  # characters
_MOST_PEOPLE = 3
_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTHS = "|".join(MONTHS)
#: Words that point from where the reporter stands; a name has to do without them.
_DEICTIC = re.compile(
    r"^(?:(?:the|an?|this|that|its|his|her|their|our|my|another|each|next|last|upcoming|planned"
    r"|scheduled|forthcoming|recent|latest|previous|same|own|(?-i:new)|earlier|brief|proposed|future|coming"
    rf"|(?:yesterday|today|tomorrow|week|weekend|month|year|night|morning|afternoon|evening"
    rf"|{_DAYS})(?:[’']s)?|(?:{_MONTHS})[’']s)\s+)+",
    re.IGNORECASE,
)
_INNER_DEICTIC = re.compile(
    r"(?<=[’']s )(?:recent|upcoming|planned|scheduled|forthcoming|latest|next|last)\s+"
)
#: Where a name stops: another clause, a participle, a bracket, words about the reporter's people.
_STOPS = re.compile(
    r"\s*[(\[“”\"]|''|[,;:]\s|\s(?:-|–|--|—)|\s(?:that|which|who|whose|where|when|being"
    r"|scheduled|planned|held|aired|broadcast|and the|and at"
    r"|(?:at|with|of|in|for|to) (?:one of )?(?:his|her|their|its)"
    r"|like|across (?:the )?(?:country|state|nation|region)|outside|amid|ahead|include[sd]?"
    r"|gathers?|[a-z]+ing (?:the|his|her|their)"
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
#: "Presidential debate", "Trump rally": something before the noun tells which it is.
_NAME_OR_KIND = re.compile(r"(?!(?i:first|second|third|final|last|main|next)\b)\S+ \S")
_ON_AIR = re.compile(r"(Appearance|Interview)(?= (?:on|with) )")
_WITH_SOMEBODY = re.compile(r"((?:[\w-]+ )?[Ii]nterview)(?= with )")
_END_IN_MARKS = re.compile(r"[.,](?=[”\"’']+$)|[.,]$|(?<=\w)[’']s$")
_OWNER_LEFT = re.compile(r"(?<=\w)[’']s$")
#: Nouns for events that are so only with what follows: "remarks to the union".
_LED_ON = frozenset({"remarks", "testimony", "address"})
#: Whoever speaks at a funeral is not the one it is for.
_OF_OTHERS = re.compile(r"(?:[Ff]uneral|[Ss]ervice|[Tt]rial)$")
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
        return called
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
        whom = re.search(r" with ((?:the )?[A-ZÀ-Þ].*)$", mention.span.of(text))
        if not others and own and whom and not set(own) & set(people.within(mention.span)):
            return _shortened(f"{noun} of {own[0]} with {_cut(whom[1])}")
    if own and len(others) == 1 and len(own) == 1 and draft.type != "interview":
        return f"{noun} of {own[0]} and {others[0]}"
    if own and others:
        return f"{noun} of {_listed(own)} with {_listed(others)}"
    return f"{noun} of {_listed(own)}" if own else f"{noun} with {_listed(others)}"


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
    name = _shortened(_cut(_INNER_DEICTIC.sub("", _plain(words))))
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
    return _OWNER_LEFT.sub("", _TRAILING.sub("", words[: stop.start()] if stop else words))


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
        return f"{kind} of {match[1]}{match[2]}".replace("ministerial of", "meeting of")
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
        if draft.known or not who or (alone and len(who) > most) or not is_bare(plain):
            continue
        of = "with" if _OF_OTHERS.search(plain) else "of"
        name = draft.name.replace(plain, f"{_NUMBER.sub('', plain)} {of} {_listed(who)}", 1)
        if name not in taken:
            taken.add(name)
            draft.name = name


def is_bare(name: str) -> bool:
    """Whether a name is a noun for events and nothing more: "Talks", "News conference (2)"."""
    plain = _NUMBER.sub("", name)
    plain = plain[:1].lower() + plain[1:]
    return plain in _LED_ON or bool(EVENT_NOUN.fullmatch(plain))


def _in_a_month(draft: Draft) -> bool:
    """Whether talks or a meeting are told to the month: "the talks began in Oslo in May 2003"."""
    date = draft.date.date
    if date is None or draft.guessed or draft.type not in GATHERINGS:
        return False
    return date.last - date.first <= _A_MONTH


def says_too_little(draft: Draft, *, attended: bool) -> bool:
    """Whether nobody could tell which event a name means: no people, no place, no day.

    `attended` says that words are reported from it.
    """
    if draft.known:
        return False
    if draft.light and not attended:
        return True
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
        return not (draft.place and (on_a_day or _in_a_month(draft)))
    if draft.name[:1].isdigit():
        return True  # "20 conference": the name was broken
    dated = date is not None and not draft.guessed
    lone = draft.type in GATHERINGS and re.fullmatch(r"\w+ (?:with|of) [\w.]+", draft.name)
    return bool(lone) and not dated
