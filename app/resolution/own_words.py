"""What the sentence around a quotation itself tells of place and occasion."""

import re
from collections.abc import Sequence
from datetime import timedelta

from app.domain.dates import DateFinding
from app.domain.quotations import Mention
from app.domain.resolved import Finding
from app.domain.spans import Span
from app.resolution.event_drafts import Draft
from app.resolution.event_rules import CALLED_OFF
from app.resolution.event_words import AT_OCCASION, EVENT_NOUN, OCCASIONS, ON_ONE
from app.resolution.frames import Frame
from app.resolution.name_forms import NameForms
from app.resolution.names import place_after
from app.resolution.own_days import GOES_ON_SAID

#: What is over when it is spoken of "after" it; after talks one still speaks at their place.
_OVER_AFTER = frozenset({"speech", "debate", "hearing", "rally"})
_AFTER = re.compile(r"\b(?:after|following)\s+(?:[\w’'-]+ ){0,3}$", re.IGNORECASE)
#: "Months after the summit": that was then, and the words are of another day.
_LONG_AFTER = re.compile(
    r"\b(?:days?|weeks?|months?|years?|decades?|long|soon|shortly) (?:after|before|since|following)"
    r"\s+(?:[\w’'-]+ ){0,3}$",
    re.IGNORECASE,
)
_BEFORE_IT = re.compile(r"\b(?:before|ahead of|prior to)\s+(?:[\w’'-]+ ){0,3}$", re.IGNORECASE)
_LOOKS_BACK = re.compile(
    r"\b(?:echo|repris|recall|repeat|remember|refer|cit|quot|paraphras)(?:s|ed|ing|es)\b"
)
_OTHER_CLAUSE = re.compile(r"\b(?:which|who|that|where|when|because|if|whether|as)\b")
_ASIDE = re.compile(r"\bhaving\b|--|—|\(")  # "said so -- having said otherwise in a speech"
#: "Questioned why his wife did not speak at the convention": what was spoken of was there.
_INDIRECT = re.compile(r"\b(?:why|whether|how|that|what|if|who|which|because)\b[^,]*$")
#: "Clinton's remarks at the debate": these were made there, not the words that speak of them.
_OF_ITS_OWN = re.compile(
    r"\b(?:remarks?|comments?|words|performances?|answers?|exchanges?|moments?|claims?|clash\w*|attacks?"
    r"|statements?|appearance|questions?|scenes?|fights?)(?: made| asked)?"
    r" (?:at|in|during|from|on)\s+(?:[\w’'-]+ ){0,3}$"
)
#: "During an appearance on NBC’s “Today”", "told CNN’s …".
_IN_ONE = re.compile(
    r"\b(?:during|in) (?:an?|his|her) (?:[\w-]+ ){0,2}appearance (?:on|at) $", re.I
)
_ON_AIR = re.compile(
    r"\b(?:[Oo]n|[Ff]or|told|tells|telling|visited|joined|in ?to|[Ii]n an?"
    r"|(?:spoke|speaking|spoken|talked|sat down) (?:to|with)|interviewed (?:by|on|for)"
    r"|(?:episode|edition|broadcast|hosts?|anchors?) of)"
    r" (?:the )?(?:(?:\w+day|last night|yesterday|today)[’']s )?$"
)
#: "Roe said on CNN that Ruiz admitted …": it was Roe who was on the air.
_SAID_BY_ANOTHER = re.compile(r"\b(?:said|says|told|tells)\b.* (?:on )?(?:the )?$")
_HELD = re.compile(
    r"\b(?:held|holds|gave|delivered|hosted|holding|giving|delivering|hosting|addressing)"
    r"\s+(?:(?:an?|the|his|her) )?(?:[\w-]+ ){0,2}$"
)
_ON = re.compile(r"\b[Oo]n (?:an? )?$")
_FARTHEST = 60  # characters before an occasion that tell what it is to the words
_LONG_OVER = timedelta(days=14)
_AND = re.compile(r"\band\b")
_NEAR = 40  # characters before a place that name those spoken to there
_IN = re.compile(r"\b[Ii]n (?=[A-Z])")
_DAY_AFTER = re.compile(
    r"(?:, [A-Z][\w.]+,?)?,?(?: on)? (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|yesterday|today|earlier|last (?:week|month))"
)
_SPOKEN_TO = re.compile(
    r"\b(?:speaking|spoke|told|reporters|journalists|audience|crowd|supporters|voters|students"
    r"|conference|interview|meeting|event|speech|rally|session|forum|briefing|appearance|stop)"
    r"(?: \w+){0,3} $"
)


def own_place(
    text: str, frame: Frame, mentions: Sequence[Mention], forms: NameForms
) -> Finding | None:
    """The place the words were said in, where the sentence says so.

    "In Brussels" counts beside the cue, beside the day, or after those spoken to; anywhere else
    in a sentence it may be the place of something else.
    """
    for piece in frame.outside:
        for match in _IN.finditer(text, piece.start, piece.end):
            place = place_after(text[match.start() : min(piece.end, match.start() + 60)])
            if place is None or not _is_place(text, match.start(), place, mentions, forms):
                continue
            end = match.end() + len(place)
            before = text[max(piece.start, match.start() - _NEAR) : match.start()]
            if CALLED_OFF.search(before):
                continue
            day = _DAY_AFTER.match(text, end, min(piece.end, end + 20))
            if day and _AND.search(text[end : frame.anchor]):
                day = None  # "ran for office in Ohio on Tuesday and said": said where is open
            if frame.cue_end in range(match.start() - 3, match.start() + 1) or day:
                return Finding(place, f'"in {place}"')
            if _SPOKEN_TO.search(before) and not _OTHER_CLAUSE.search(before):
                return Finding(place, f'"{before.split()[-1]} in {place}"')
    return None


def _is_place(
    text: str, start: int, place: str, mentions: Sequence[Mention], forms: NameForms
) -> bool:
    if forms.is_place(place):
        return True
    found = text.find(place, start)
    span = Span(found, found + len(place))
    return any(m.label in ("GPE", "LOC", "FAC") and m.span.overlaps(span) for m in mentions)


def own_event(
    text: str,
    frame: Frame,
    article: int,
    drafts: Sequence[Draft],
    published: DateFinding,
    *,
    scene: bool = False,
) -> Draft | None:
    """The occasion at which the words were said, where the sentence names it.

    In a `scene`, which tells of the speaker alone, it is also one that they "held" or "gave".
    """
    found: list[tuple[int, Draft]] = []
    for draft in drafts:
        if draft.type not in OCCASIONS or draft.upcoming or _is_later(draft, published):
            continue
        for span in draft.articles.get(article, ()):
            piece = next((p for p in frame.outside if p.start <= span.start < p.end), None)
            if piece is None or _is_beside(text, frame, piece, span):
                continue
            if _is_said_at(text, frame, piece, span, draft, published, scene=scene):
                found.append((abs(span.start - frame.anchor), draft))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _is_beside(text: str, frame: Frame, piece: Span, span: Span) -> bool:
    """Whether the words for an occasion tell of something else than the saying."""
    lead = text[piece.start : span.start]
    before = lead[-_FARTHEST:]
    if span.start < frame.anchor and _INDIRECT.search(lead):
        return True
    if span.start > frame.anchor and GOES_ON_SAID.match(_between(text, frame, piece, span)):
        return True
    if _OF_ITS_OWN.search(before) and not _IN_ONE.search(before):
        return True
    return _LOOKS_BACK.search(lead) is not None


def _is_said_at(
    text: str,
    frame: Frame,
    piece: Span,
    span: Span,
    draft: Draft,
    published: DateFinding,
    *,
    scene: bool,
) -> bool:
    """Whether the words before an occasion say that something was said at it."""
    lead = text[piece.start : span.start]
    before, after = lead[-_FARTHEST:], span.start > frame.anchor
    heard = any(m.called and m.span == span for m in draft.mentions)
    if _BEFORE_IT.search(before) and not heard:
        return False
    if draft.type in _OVER_AFTER and _AFTER.search(before):
        return False
    if _LONG_AFTER.search(before) or (_AFTER.search(before) and _is_past(draft, published)):
        return False
    on_air = draft.type == "interview" and _ON_AIR.search(before)
    if on_air and not after and _SAID_BY_ANOTHER.search(lead):
        return False
    held = scene and after and _HELD.search(before)
    on_one = _ON.search(before) and _is_on_one(span.of(text))
    if not (on_air or held or heard or on_one or AT_OCCASION.search(before)):
        return False
    told = _between(text, frame, piece, span)
    return not (after and (_OTHER_CLAUSE.search(told) or _ASIDE.search(told)))


def _between(text: str, frame: Frame, piece: Span, span: Span) -> str:
    """What stands between the cue and an occasion, without what was said."""
    after = piece.start if piece.start > frame.cue_end else frame.anchor
    return text[max(frame.anchor, after) : span.start]


def _is_on_one(words: str) -> bool:
    noun = EVENT_NOUN.search(words)
    return noun is not None and ON_ONE.search(noun.group()) is not None


def _is_past(draft: Draft, published: DateFinding) -> bool:
    """Whether an event was over long before the report, so that words after it are of now."""
    held, told = None if draft.guessed else draft.date.date, published.date
    return held is not None and told is not None and told.first - held.last > _LONG_OVER


def _is_later(draft: Draft, published: DateFinding) -> bool:
    held, told = draft.date.date, published.date
    return held is not None and told is not None and held.first > told.last
