"""When two mentions mean one event, and which mentions are specific enough to make one."""

import re
from datetime import timedelta

from app.domain.dates import PartialDate
from app.domain.gazetteer import KnownEvent
from app.domain.occasions import are_opposed
from app.domain.spans import Span
from app.resolution.event_drafts import Draft
from app.resolution.event_epithets import is_dispute, is_no_occasion
from app.resolution.event_phrases import EventMention
from app.resolution.event_places import may_be_one_place
from app.resolution.event_times import Told
from app.resolution.event_words import EVENT_NOUN, GATHERINGS, LIGHT, OCCASIONS
from app.resolution.name_forms import NameForms

#: Types that one event may be called by, besides its own.
_FAMILIES = {
    "meeting": GATHERINGS,
    "talks": frozenset({"meeting"}),
    "military action": frozenset({"attack"}),
    "treaty": frozenset({"document"}),
}
_PLURALS = re.compile(r"\b(?:summits|meetings|debates|speeches|interviews|briefings)\b")
_PROCESS = re.compile(r"\bnegotiati(?:on|ng) process$|\bnegotiations$")
_GOES_ON = re.compile(
    r"\s+(?:with|that|after|following|before|during|broadcast|published|aired|last|hosted|held"
    r"|organi[sz]ed|sponsored|featuring|honou?ring|marking|attended|announcing|called|convened"
    r"|ahead of|outside|inside|near|amid|alongside|among|across|about|when|where|while|because"
    r"|earlier|later|late|early|this (?:week|month|year|morning))\b"
)
_ARMED = re.compile(r"\b(?:military|armed|air|bombing|NATO)\b")
_WAGED = re.compile(r"\b(?:campaign|intervention) (?:in|against|over) (?:the )?[A-Z]")
_DOERS = frozenset({"i", "we", "you", "they", "he", "she", "it", "who", "people"})
_SPEAKS = re.compile(
    r"^ (?:(?:about|like|of|up|as|too|tough|big|trash|\w+ly)\b|to (?:reporters\b|[A-ZÀ-Þ]))"
)
_ONE_WHO = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'.-]+|\w+(?:er|or|ist|man|woman)|president|chief) "
    r"(?:also |often |then |now |still |never )?$"
)
#: What a verb takes and a noun does not: "hearing clips", "meeting the".
_OBJECT = re.compile(r"^ (?!(?:is|was|will|would|has|had|held|took|came|scheduled)\b)[a-z]{4,}s\b")
_ALSO_VERBS = frozenset(
    {"debate", "rally", "meeting", "hearing", "briefing", "interview", "campaign"}
)
#: "Rally the public", "debate him": what follows is its object.
_TAKES_OBJECT = re.compile(
    r" (?:with (?:any|every|each|all)|him|her|them|it|us|me|you|the|any|an?|his"
    r"|their|its|this|these|whether|about"
    r"|and \w+ing)\b"
)
_LEADS_VERB = re.compile(
    r"\b(?:to|will|would|could|can|may|should|might|must|not|instead|beg[ai]n|started?|stop|keep|kept"
    r"|be|been|then|they|we|[A-Z]\w+s) (?:\w+ly )?$"
)
_APPOSED = re.compile(r"[A-ZÀ-Þ][\w.’'-]+(?:,| is| was| became)? $")
_ASKED_FOR = re.compile(r"\b(?:requests?|requested|requesting|ask(?:s|ed|ing)?) (?:for )?$")
#: "Debate experts", "rally crowd", "interview request": another thing, told by the occasion.
_COMPOUND = re.compile(
    r" (?:experts?|performances?|prep\w*|stages?|questions?|night|moderators?|crowds?|schedules?"
    r"|culture|requests?|skills?|teams?|rooms?|style|season|formats?|audiences?|hosts?|coach\w*|partners?"
    r"|sponsors?|organi[sz]ers?|attendees|goers|transcripts?|excerpts?|clips?|club|notes?"
    r"|delegates?|headquarters|halls?|floor|site|speakers?|planners|rules|coverage|committee"
    r"|jackets?|tables?|guests?|breaks?|hours?|menus?|plates?|space|lawyers?|judges?|members?"
    r"|calls|shows|cent(?:er|re)s?|invitees?|movements?|votes?|songs?|routes?|participants?|dress|bell)\b"
)
#: "At a dinner", "during his trial", "gave a toast": what happens there is told.
_LEADS_TO_IT = re.compile(
    r"\b(?:at|during|in|on|from|told|held|holds|hosted|hosts|attend(?:s|ed|ing)|gave|delivered|joined"
    r"|address(?:ed|ing)|opened|[Aa]t|[Dd]uring|[Ii]n|[Oo]n) $"
)
#: "Said after the talks in Oslo": there as well, as one still speaks at their place.
_SAID_AFTER = re.compile(
    r"\b(?:said|told|speaking|spoke|stated|added|announced|reporters|journalists|press)\b"
    r"[\w’' ]{0,30}\b(?:after|following) $"
)
#: "Cancelled a rally": it was not held.
CALLED_OFF = re.compile(
    r"\b(?:cancell?(?:ed|s|ing)|call(?:ed|s|ing) off|scrapp(?:ed|ing)|postpon(?:ed|es|ing))"
    r" (?:[\w’'-]+ ){0,4}$"
    r"|\b(?:rul(?:ed|es|ing) out|reject(?:ed|s|ing)|refus(?:ed|es|ing))"
    r" (?:(?:an?|any|all|the|direct|further|new|more|such|peace|[a-z]+al) ){0,3}$"
)
_PASSED = re.compile(
    r"\b(?:passed|adopted|approved|vetoed) (?:an?|the) (?:[\w-]+ ){0,3}resolution\b"
)
_BARE = re.compile(r"(?:[Tt]he|[Tt]his|[Tt]hat) [a-z]+\b(?! (?:of|for|in|at|on|hosted|held|with) )")
_HIS = re.compile(r"(?:his|her) ")
_POSSESSIVES = re.compile(r"(?:his|her|their|its) ")
_THINKS = re.compile(r"^ (?:think|say|believe|argue|agree)\b")
_BEHIND = 16  # characters after a noun that tell whether its phrase ends there
_JUST_NOW = timedelta(days=31)  # a gathering told of without a date was held about now


def may_be_same(event: Draft, seen: Draft, mention: EventMention, text: str) -> bool:
    """Whether a mention, and what it alone tells, means an event found before."""
    if event.known and seen.known:
        return event.known.name == seen.known.name
    if not _compatible(event.type, seen.type) or _conflict(event, seen, mention):
        return False
    if are_opposed(event.told, seen.told):
        return False  # "the first debate", "the final debate"
    if event.type == "speech" and _is_anothers(event, seen, mention, text):
        return False  # "Roe gave a speech … In her speech, Lee said"
    if event.type == seen.type == "debate" and _same_day(event, seen):
        return True
    if _is_one_summit(event, seen, mention):
        return True
    if _is_of_another_noun(event, mention, text):
        return False
    if mention.anaphoric:
        if (mention.noun == "convention") != any(m.noun == "convention" for m in event.mentions):
            return False  # "the spring meeting" is no convention
        if seen.type not in GATHERINGS and seen.type in OCCASIONS:  # "the rally" is no fundraiser
            return any(told.noun == mention.noun for told in event.mentions)
        return event.type == seen.type or (seen.type == "meeting" and event.type in GATHERINGS)
    shared = event.names & seen.names
    same_place = bool(event.place and event.place == seen.place)
    meant = mention.definite and (event.place or seen.place) and event.type != "interview"
    if meant and event.type == seen.type and _same_day(event, seen):
        return True  # "a rally in Ohio on Monday … the Cleveland rally"
    if event.known or seen.known:
        enough = 1 if event.recent and seen.date.date is None else 2
        return same_place or (event.type == seen.type and len(shared) >= enough and not seen.place)
    if same_place and _same_day(event, seen):
        return True
    if event.topic and event.topic == seen.topic and event.type == seen.type:
        return True
    if event.type in OCCASIONS - GATHERINGS:
        bare = event.type == "debate" or all(told.anaphoric for told in event.mentions)
        if event.type == seen.type and bare and not event.names and _same_day(event, seen):
            return True  # "Rivals spar in debate", "Sunday night’s Harbour debate"
        if mention.span.start and _POSSESSIVES.match(mention.span.of(text)):
            same = all(told.noun == mention.noun for told in event.mentions)
            return bool(shared) or (same and not seen.names - event.people - {seen.place})
        return bool(shared) or (mention.definite and not seen.names - {seen.place})
    if len(shared) >= 2 or (shared and (same_place or event.type not in OCCASIONS)):
        return True
    if event.upcoming and event.type == seen.type and not seen.names:
        return True
    both = event.people & seen.people
    return len(both) >= 2 and (bool(shared) or not (seen.names - both))


def _is_anothers(event: Draft, seen: Draft, mention: EventMention, text: str) -> bool:
    """Whether "his" or "her" occasion is told of other people than those named with the event."""
    led = text.startswith(", ", mention.span.end) and text[mention.span.end + 2].isupper()
    theirs = led and _HIS.match(mention.span.of(text)) is not None
    return theirs and bool(event.people and seen.people) and not event.people & seen.people


def _is_of_another_noun(event: Draft, mention: EventMention, text: str) -> bool:
    """Whether an everyday word tells one of the two, and another word the other."""
    light = LIGHT.search(_noun(mention.span.of(text))) is not None
    return (event.light or light) and all(m.noun != mention.noun for m in event.mentions)


def _compatible(a: str, b: str) -> bool:
    return a == b or b in _FAMILIES.get(a, ()) or a in _FAMILIES.get(b, ())


def _conflict(event: Draft, seen: Draft, mention: EventMention) -> bool:
    """Whether place, date or time to come tell the two apart."""
    if event.place and seen.place and not may_be_one_place(event, seen, meant=mention.definite):
        return True
    a, b = (d.known.date if d.known else d.date.date for d in (event, seen))
    if a and b and not a.may_be(b):
        return True
    if event.known or seen.known or event.type not in OCCASIONS:
        return False
    return event.upcoming != seen.upcoming


def _is_one_summit(event: Draft, seen: Draft, mention: EventMention) -> bool:
    """Whether two summits of overlapping days are one: no other body or city is named."""
    if event.type != "summit" or seen.type != "summit" or not (mention.definite or seen.place):
        return False
    a, b = event.date.date, seen.date.date
    known = a is None or b is None or a.may_be(b)
    apart = event.names and seen.names and not event.names & seen.names
    return known and (not apart or bool(event.place or seen.place))


def _same_day(event: Draft, seen: Draft) -> bool:
    a, b = (d.known.date if d.known else d.date.date for d in (event, seen))
    return a is not None and b is not None and (a.first, a.last) == (b.first, b.last)


def is_specific(mention: EventMention, seen: Draft, text: str) -> bool:
    """Whether a mention says enough of an event to make one of its own."""
    words = mention.span.of(text)
    if seen.known is not None:
        return True
    if is_process(mention, text):
        return True
    dated = mention.type in OCCASIONS and bool(mention.dates)  # "the first debate Monday night"
    if mention.known or mention.by_date or _PLURALS.search(words):
        return False
    if mention.anaphoric and not dated:
        return False
    if is_a_verb(mention, text) or LIGHT.search(_noun(words)):
        return False
    match mention.type:
        case "visit" | "vote":
            return True
        case "meeting" | "ministerial" if mention.called and mention.upcoming:
            return True  # "the two presidents will meet next week"
        case "military action" if mention.noun in ("campaign", "intervention"):
            # Candidates and firms campaign as well: it takes an army, or a body that has one.
            armed = _ARMED.search(words) or (seen.names - seen.people - {seen.place})
            there = _WAGED.search(words + text[mention.span.end :][:20])
            return seen.place is not None and bool(armed and there)
        case "military action" | "withdrawal":
            return seen.place is not None
        case "announcement":
            after = text[mention.span.end : mention.span.end + 6]
            return mention.definite and bool(seen.names) and after.startswith(" that")
        case "resolution":
            lead = text[mention.sentence.start : mention.span.start]
            passed = bool(mention.dates) and _PASSED.search(lead + words) is not None
            return passed or any(char.isdigit() for char in words)
        case "briefing" | "interview" | "speech" | "debate" | "rally" | "hearing":
            named = bool(seen.names or mention.dates)
            return named or (
                mention.indefinite and _stands_alone(text[mention.span.end :][:_BEHIND])
            )
        case "document":
            return True
        case "treaty" if mention.dates and mention.told is Told.PAST:
            return True  # "an agreement on fisheries, signed in June"
    return bool(seen.names - {seen.place} or (seen.place and mention.dates))


def is_light(mention: EventMention, seen: Draft, text: str) -> bool:
    """Whether a mention makes an event only if something was said there: "at a dinner"."""
    if mention.called:
        return not mention.upcoming
    if mention.type not in OCCASIONS or mention.upcoming or is_a_verb(mention, text):
        return False
    before = text[mention.sentence.start : mention.span.start]
    over = mention.type in GATHERINGS and seen.place and _SAID_AFTER.search(before)
    if not over and not _LEADS_TO_IT.search(before):
        return False
    words = mention.span.of(text)
    if LIGHT.search(words.split()[0].lower().strip(".,")):
        return mention.place is not None  # "at breakfast, she said": any breakfast
    if _BARE.match(words):
        return bool(mention.dates or seen.place)  # "at the event, she said" points back
    return (
        bool(seen.names or mention.dates or seen.place)
        or (mention.indefinite and _stands_alone(text[mention.span.end :][:_BEHIND]))
        or _POSSESSIVES.match(words) is not None
    )


def _noun(words: str) -> str:
    """The noun for an event in the words that mention one."""
    found = EVENT_NOUN.search(words)
    return found.group() if found else ""


def is_process(mention: EventMention, text: str) -> bool:
    """Whether a mention means a course of talks: "the negotiation process"."""
    words = mention.span.of(text)
    return mention.type == "talks" and mention.definite and bool(_PROCESS.search(words))


def is_a_verb(mention: EventMention, text: str) -> bool:
    """Whether a word for events is a verb here: "he talks about", "hearing clips of".

    Or whether it only tells which sort of other thing is meant: "debate experts".
    """
    words = mention.span.of(text)
    at = words.lower().find(mention.noun)
    if at < 0:
        return False  # told without a noun: "on the Senate floor"
    noun = Span(mention.span.start + at, mention.span.start + at + len(mention.noun))
    if _COMPOUND.match(text, noun.end):
        return True
    if is_dispute(mention.noun, text[noun.end :][:24]):
        return True
    if is_no_occasion(text[mention.span.start : noun.end], dated=bool(mention.dates)):
        return True
    if mention.noun in _ALSO_VERBS and not (mention.definite or mention.indefinite):
        lead = text[max(mention.sentence.start, noun.start - 30) : noun.start]
        if _TAKES_OBJECT.match(text, noun.end) or _LEADS_VERB.search(lead):
            return True
    before = words[:at].strip().lower()
    if _is_person_or_talk(mention, text, noun, before):
        return True
    after = text[noun.end :][:24]
    if mention.noun == "talks" and _ONE_WHO.search(words[:at]) and _SPEAKS.match(after):
        return True  # "Ruiz talks about growing up"
    if before and before not in _DOERS:
        return False  # something stands before the noun
    if mention.noun == "talks":
        return bool(_SPEAKS.match(after))
    if mention.noun in ("hearing", "meeting", "briefing"):
        return bool(_OBJECT.match(after))
    return mention.noun == "debate" and bool(_THINKS.match(after))


def _is_person_or_talk(mention: EventMention, text: str, noun: Span, before: str) -> bool:
    """Whether a noun is somebody, all that is said, or only asked for: "Low, a fundraiser"."""
    lead = text[mention.sentence.start : mention.span.start]
    if mention.noun in ("fundraiser", "fund-raiser"):
        return mention.indefinite and _APPOSED.search(lead) is not None
    if mention.noun == "speech" and not (mention.definite or mention.indefinite):
        return before.islower() and noun.of(text).islower() and not mention.dates
    if mention.noun in _ALSO_VERBS and before.endswith((" instead", " also", " then", " now")):
        return True  # "the Pilots instead debate in Porto"
    return mention.noun == "interview" and _ASKED_FOR.search(lead) is not None


def _stands_alone(after: str) -> bool:
    """Whether a noun ends its phrase: "an interview on Monday", not "an interview culture"."""
    return re.match(r"\s+[a-z]{4,}|[\w-]", after) is None or bool(_GOES_ON.match(after))


def fits_known(
    event: KnownEvent,
    seen: Draft,
    forms: NameForms,
    published: PartialDate | None,
    *,
    named: bool,
) -> bool:
    """Whether what a mention tells is a known event: its day and place, and who takes part.

    `named` says that the words are one of the event's names, shared with other events.
    """
    if event.date is None:
        return False
    told = seen.date.date
    if told is None:
        near = published is not None and is_just_before(event.date, published)
        if not near or seen.upcoming or (seen.place is None and not named):
            return False
    elif not event.date.may_be(told) or (told.last - told.first > _JUST_NOW and not named):
        return False
    if event.place and seen.place and seen.place not in (event.place, forms.state_of(event.place)):
        return False
    if named:
        return True
    if seen.place is None or not _compatible(event.type, seen.type):
        return False
    # A month and a place are enough for a gathering; without a date its body must be named.
    bodies = {forms.one(part) for who in event.participants for part in forms.names_in(who)}
    return told is not None or bool(bodies & (seen.names | seen.people))


def is_just_before(event: PartialDate, published: PartialDate) -> bool:
    """Whether an event is what an article tells as news."""
    return published.first - _JUST_NOW <= event.last <= published.last
