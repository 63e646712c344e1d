"""Names for events: the known ones keep theirs, the others get type, people and place."""

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta

from app.domain.dates import DatePrecision
from app.resolution.event_drafts import Draft
from app.resolution.event_name_words import cut, listed, name_by_words, shortened, without_time
from app.resolution.event_people import EventPeople
from app.resolution.event_phrases import EventMention
from app.resolution.event_words import EVENT_NOUN, GATHERINGS, OCCASIONS
from app.resolution.reasons import quoted

_A_MONTH = timedelta(days=31)
#: "An interview with the Herald", but not "about his quarrel with Roe".
_INTERVIEWER = re.compile(
    r"^(?!.* (?:about|over|regarding) ).*? (?:with|to)"
    r" ((?:the )?(?:(?:daily|weekly|newspaper|magazine|agency|broadcaster) )?[A-ZÀ-Þ].*)$"
)
#: An occasion that adjectives tell alone, without whose it is: "Round-table interview".
_NOBODYS = re.compile(r"[A-ZÀ-Þ][a-z-]+(?: [a-z-]+)+")
_ON_AIR = re.compile(r"(Appearance|Interview)(?= (?:on|with) )")
_WITH_SOMEBODY = re.compile(r"((?:[\w-]+ )?[Ii]nterview)(?= with )")
_END_IN_MARKS = re.compile(r"[.,](?=[”\"’']+$)|[.,]$|(?<=\w)[’']s$")
#: Nouns for events that are so only with what follows: "remarks to the union".
_LED_ON = frozenset({"remarks", "testimony", "address"})
#: Whoever speaks at a funeral is not the one it is for.
_OF_OTHERS = re.compile(
    r"(?:[Ff]uneral|[Ss]ummit|[Mm]inisterial(?: \w+)?|[Ss]ession"
    r"|[Ss]ervice|[Tt]rial|[Ff]orum|[Ee]vent|[Hh]earing|[Cc]onvention|[Pp]anel|[Dd]ebate|[Gg]athering|[Dd]inner"
    r"|(?<![Nn]ews )(?<![Pp]ress )(?<![Mm]edia )[Cc]onference|[Ss]ymposium|[Ww]orkshop|[Ss]eminar)$"
)
#: "Talks with his Romanian counterpart": whom the article does not name.
_COUNTERPART = re.compile(
    r"( with )((?:his|her) (?:[A-ZÀ-Þ][\w-]+ ){1,3}counterpart)\b(?! [A-ZÀ-Þ])"
)
_NUMBER = re.compile(r" \(\d+\)$")


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
        return without_time(called)  # "speech to a crowd in Porto Tuesday"
    name = _by_people(draft, text, people) or name_by_words(draft, text)
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
            return shortened(f"{noun} of {own[0]} with {cut(whom[1])}")
    if own and len(others) == 1 and len(own) == 1 and draft.type != "interview":
        return f"{noun} of {own[0]} and {others[0]}"
    if own and others:
        return f"{noun} of {listed(own)} with {listed(others)}"
    if not own:
        return f"{noun} with {listed(others)}"
    kind, with_, third = noun.partition(" with ")  # "exchange with reporters"
    return f"{kind} of {listed(own)}{with_}{third}"


def _noun(draft: Draft, mention: EventMention, text: str) -> str:
    """What sort of event it is, by the noun of the article: "Telephone conversation"."""
    found = EVENT_NOUN.search(mention.span.of(text))
    noun = found.group() if found else draft.type
    if draft.type == "talks" and noun in ("meeting", "session"):
        noun = "talks"
    return noun[:1].upper() + noun[1:]


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
        if not with_ and draft.type in GATHERINGS and (other := _COUNTERPART.search(draft.told)):
            with_, whom = other[1], other[2]
        name = draft.name.replace(plain, f"{noun} {of} {listed(who)}{with_}{whom}", 1)
        if name not in taken:
            taken.add(name)
            draft.name = name


def is_bare(name: str) -> bool:
    """Whether a name is a noun for events and nothing more: "Talks", "News conference (2)"."""
    plain = _NUMBER.sub("", name)
    plain = plain.lower() if plain.isupper() else plain[:1].lower() + plain[1:]
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
        return not (draft.place and (on_a_day or _in_a_month(draft)))
    if draft.name[:1].isdigit() and not re.match(r"(?:19|20)\d\d [A-Z]", draft.name):
        return True  # "20 conference": the name was broken
    dated = date is not None and not draft.guessed
    lone = draft.type in GATHERINGS and re.fullmatch(r"\w+ (?:with|of) [\w.]+", draft.name)
    return bool(lone) and not dated
