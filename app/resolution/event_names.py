"""Names for events: the known ones keep theirs, the others get one from the words for them."""

import re
from collections.abc import Mapping, Sequence

from app.resolution.event_drafts import Draft
from app.resolution.event_phrases import EventMention
from app.resolution.event_words import EVENT_NOUN

_WITH = re.compile(r"^(?:met|held talks|spoke by \w+|discuss\w+)\b.*? with (.+)$")
_DID = re.compile(
    r"^(.+?) (?:would |will |to |shall )?(?:gather(?:ed)?|meet|met|convened?|discussed)\b(.*)$"
)
_LONGEST_NAME = 100  # characters
_WORD_START = re.compile(
    r"^(?:(?:the|a|an|this|that|its|his|her|their|our|next|last|upcoming|planned|yesterday[’']s"
    r"|today[’']s)\s+)+",
    re.IGNORECASE,
)


def name_all(drafts: Sequence[Draft], text: str) -> None:
    """Gives each event a name that is unique within the document."""
    taken: set[str] = set()
    for draft in drafts:
        name = draft.known.name if draft.known else _name(draft, text)
        year = draft.date.date.iso[:4] if draft.date.date and draft.date.date.iso else None
        if name in taken and year and f"{name} ({year})" not in taken:
            name = f"{name} ({year})"
        number, plain = 2, name
        while name in taken:
            name, number = f"{plain} ({number})", number + 1
        taken.add(name)
        draft.name = name


def _name(draft: Draft, text: str) -> str:
    """A name made of the words of the fullest mention, one by a noun where there is one."""

    def fullness(mention: EventMention) -> tuple[bool, int, int]:
        words = mention.span.of(text)
        named = bool(mention.names or mention.place)
        return named and bool(EVENT_NOUN.search(words)), len(mention.names), len(words)

    words = " ".join(max(draft.mentions, key=fullness).span.of(text).split()).strip(" ,(")
    if not EVENT_NOUN.search(words):
        words = _noun_for(words, draft.type)
    name = _WORD_START.sub("", words)
    if name.count("(") > name.count(")"):
        name = name.rpartition("(")[0].strip()
    name = _shortened(name[:1].upper() + name[1:])
    return f"{name}, {draft.place}" if draft.place and draft.place not in name else name


def _shortened(name: str) -> str:
    if len(name) <= _LONGEST_NAME:
        return name
    return name[:_LONGEST_NAME].rpartition(" ")[0].rstrip(" ,(") + " …"


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
        plain = draft.name.partition(",")[0]
        if draft.known or len(who) != 1 or not EVENT_NOUN.fullmatch(plain[:1].lower() + plain[1:]):
            continue
        name = draft.name.replace(plain, f"{plain} of {who[0]}", 1)
        if name not in taken:
            taken.add(name)
            draft.name = name
