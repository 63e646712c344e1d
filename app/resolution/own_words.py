"""At which occasion words were said, as far as the sentence around them tells."""

import re
from collections.abc import Sequence
from datetime import timedelta

from app.domain.dates import DateFinding
from app.domain.spans import Span
from app.resolution.date_clauses import GOES_ON_SAID
from app.resolution.day_set import NUMBERS
from app.resolution.event_drafts import Draft
from app.resolution.event_words import AT_OCCASION, EVENT_NOUN, GATHERINGS, OCCASIONS, ON_ONE
from app.resolution.frames import Frame

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
    r"\b(?:[Oo]n|[Ff]or|told|tells|telling|visited|joined|in ?to|[Ii]n (?:an?|his|her|their)"
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
#: "Gave a speech in Denver on Tuesday, predicting": what comes with it was said there.
_WITH_IT = re.compile(
    r"(?:(?!\b(?:who|which|that|after|before|while|when|because|but)\b)[^;:“”\"()])*,"
    r"(?: and)?(?: again| also| then)? $"
)
_ON = re.compile(r"\b[Oo]n (?:an? )?$")
_ALL_THERE = frozenset({"delegates", "participants"})
#: "Told the forum", "addressed the council": the one that the article tells of.
_TOLD_THE = re.compile(
    r"(?:had |has )?(?:told|telling|tells|address(?:ed|ing)) the (?P<noun>forum|conference|summit"
    r"|session|meeting|council|assembly|gathering|congress|convention|seminar|delegates"
    r"|participants)\b(?! (?:of|in|on|at|hall|room|committee|member)\b|-)"
)
#: "On Saturday, a week after the summit": said then, not at it.
_COUNTED_FROM = re.compile(
    rf"\b(?:(?i:{'|'.join(NUMBERS)})|several|\d{{1,2}}) (?:hour|day|week|month|year)s? "
    r"(?:after|before|following|since|ahead of) (?:(?:the|an?|its|their|his|her|this|that) )?"
    r"(?:[A-Z\d][\w’'-]+ ){0,3}$"
)
#: "Told the panel", of the one hearing that the article tells of; "told the court", of its trial.
_TOLD_PANEL = re.compile(
    r"(?:had |has )?(?:told|telling|tells|testified (?:to|before)) the (?:(?:sub)?committee|panel"
    r"|hearing|commission|senators|lawmakers)\b(?! (?:of|in|on|at|room|member|chair)\b|-)"
)
_TOLD_COURT = re.compile(
    r"(?:had |has )?(?:told|telling|tells|testified (?:to|before)) the (?:court|tribunal|jury"
    r"|jurors|judges?)\b(?! (?:of|in|on|at|room)\b|-)"
)
_TRIAL = re.compile(r"\b(?:trial|court|tribunal)\b", re.IGNORECASE)
_FARTHEST = 60  # characters before an occasion that tell what it is to the words
_LONG_OVER = timedelta(days=14)


def own_event(
    text: str,
    frame: Frame,
    article: int,
    drafts: Sequence[Draft],
    published: DateFinding,
    *,
    scene: bool = False,
    said: DateFinding | None = None,
) -> Draft | None:
    """The occasion at which the words were said, where the sentence names it.

    In a `scene`, which tells of the speaker alone, it is also one that they "held" or "gave".
    With the day `said` that the sentence tells, words "after" an occasion of long ago are of it
    where that is its day.
    """
    found: list[tuple[int, Draft]] = []
    for draft in drafts:
        if draft.type not in OCCASIONS or draft.upcoming or _is_later(draft, published):
            continue
        for span in draft.articles.get(article, ()):
            piece = next((p for p in frame.outside if p.start <= span.start < p.end), None)
            if piece is None or _is_beside(text, frame, piece, span):
                continue
            over = _is_past(draft, published) and not _is_of_that_day(draft, said)
            if _is_said_at(text, frame, piece, span, draft, over=over, scene=scene):
                found.append((abs(span.start - frame.anchor), draft))
    if found:
        return min(found, key=lambda pair: pair[0])[1]
    return _told_the_meeting(text, frame, article, drafts, published)


def _told_the_meeting(
    text: str, frame: Frame, article: int, drafts: Sequence[Draft], published: DateFinding
) -> Draft | None:
    """The one gathering that the article reports, where words were "told the forum".

    The one hearing or trial where they were "told the panel" or "told the court".
    """
    match = _TOLD_THE.match(text, frame.anchor, min(frame.sentence.end, frame.anchor + _FARTHEST))
    told = [
        draft
        for draft in drafts
        if not (draft.upcoming or _is_later(draft, published) or _is_past(draft, published))
        and any(span.start < frame.sentence.start for span in draft.articles.get(article, ()))
    ]
    if match is None or not any(p.start <= match.start("noun") < p.end for p in frame.outside):
        there = _heard_by(text, frame, [draft for draft in told if draft.type == "hearing"])
    else:
        there = [
            draft
            for draft in told
            if draft.type in GATHERINGS
            and (match["noun"] in _ALL_THERE or match["noun"] in draft.told.lower())
        ]
    return there[0] if len(there) == 1 else None


def _heard_by(text: str, frame: Frame, hearings: Sequence[Draft]) -> list[Draft]:
    """The hearings whose panel, or trials whose court, the words were told."""
    if len(hearings) != 1:
        return []
    heard = _TOLD_COURT if _TRIAL.search(hearings[0].told) else _TOLD_PANEL
    match = heard.match(text, frame.anchor, min(frame.sentence.end, frame.anchor + _FARTHEST))
    outside = match and any(p.start < match.end() <= p.end for p in frame.outside)
    return list(hearings) if outside else []


def _is_beside(text: str, frame: Frame, piece: Span, span: Span) -> bool:
    """Whether the words for an occasion tell of something else than the saying."""
    lead = text[piece.start : span.start]
    before = lead[-_FARTHEST:]
    if span.start < frame.anchor and _INDIRECT.search(lead):
        return True
    if span.start > frame.anchor and GOES_ON_SAID.match(_between(text, frame, piece, span)):
        return True
    if _COUNTED_FROM.search(before):
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
    *,
    over: bool,
    scene: bool,
) -> bool:
    """Whether the words before an occasion, `over` for long or not, say that it was said there."""
    lead = text[piece.start : span.start]
    before, after = lead[-_FARTHEST:], span.start > frame.anchor
    heard = any(m.called and m.span == span for m in draft.mentions)
    if _BEFORE_IT.search(before) and not heard:
        return False
    if draft.type in _OVER_AFTER and _AFTER.search(before):
        return False
    if _LONG_AFTER.search(before) or (over and _AFTER.search(before)):
        return False
    on_air = draft.type == "interview" and _ON_AIR.search(before)
    if on_air and not after and _SAID_BY_ANOTHER.search(lead):
        return False
    held = _HELD.search(before) and (
        (scene and after) or (not after and _comes_with(text, frame, span))
    )
    on_one = _ON.search(before) and _is_on_one(span.of(text))
    if not (on_air or held or heard or on_one or AT_OCCASION.search(before)):
        return False
    told = _between(text, frame, piece, span)
    return not (after and (_OTHER_CLAUSE.search(told) or _ASIDE.search(told)))


def _comes_with(text: str, frame: Frame, span: Span) -> bool:
    """Whether a participle right behind an occasion tells the words: "gave a speech, vowing"."""
    participle = text[frame.anchor : frame.cue_end].partition(" ")[0].endswith("ing")
    return participle and _WITH_IT.fullmatch(text, span.end, frame.anchor) is not None


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


def _is_of_that_day(draft: Draft, said: DateFinding | None) -> bool:
    """Whether the day told of the words may be that of an event, as "in early July" may."""
    held = draft.date.date
    return bool(said and said.date and held and not draft.guessed and held.may_be(said.date))


def _is_later(draft: Draft, published: DateFinding) -> bool:
    held, told = draft.date.date, published.date
    return held is not None and told is not None and held.first > told.last
