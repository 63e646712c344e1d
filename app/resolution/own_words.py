"""What the sentence around a quotation itself tells of day, place and occasion."""

import re
from collections.abc import Sequence
from datetime import timedelta

from app.domain.date_words import DateForm, DateWords, find_date_words
from app.domain.dates import DateBasis, DateFinding, PartialDate
from app.domain.quotations import Mention
from app.domain.resolved import Finding
from app.domain.spans import Span
from app.resolution.event_drafts import Draft
from app.resolution.event_words import OCCASIONS
from app.resolution.frames import Frame
from app.resolution.name_forms import NameForms
from app.resolution.names import place_after
from app.resolution.reasons import published_when
from app.resolution.relative_dates import meaning
from app.resolution.tellings import GIVEN_OUT, SAYING, is_present

_FARTHEST = 130  # characters between a cue and the date of the words
#: Words before a date that make it the date of something else.
_OF_OTHER = re.compile(
    r"\b(?:since|until|till|before|after|by|for|from|to|between|following|than|through|of|ahead of"
    r"|scheduled|due|planned|throughout|over|into)\s+(?:the |last |early |late )?$",
    re.IGNORECASE,
)
#: "Plans to focus on jobs in December": the day is that of what is still to come.
_STILL_TO_COME = re.compile(
    r"\b(?:will|would|shall|plans?|planned|planning|expected|expects|scheduled|set to|due to|hopes?"
    r"|hoped|intends?|aims?|likely to|going to|about to)\b[^.]*$"
)
#: "The plan was approved last year, but she said": the day before it is not that of the words.
_TURNS = re.compile(r"[,;] (?:but|though|although|yet|while|whereas)\b|;")
#: What may follow words and still belong to their cue: "…, on Monday", "… in an interview".
_GOES_WITH_CUE = re.compile(
    r"[\s,.;:”\"’')]*(?:(?:late|early|earlier) )?(?:(?:on|in|at|during|to|before|told|speaking|late"
    r"|early)\b[^,;]*|\W*)$",
    re.IGNORECASE,
)
#: "On Tuesday, while …, she said": at the head of a sentence a day is that of all it tells.
_AT_THE_HEAD = re.compile(
    r"[\"“”'‘’]*\s*(?:(?:Late|Early|Earlier|Later|Speaking|And|But) )?(?:[Oo]n )?"
)
#: "The November election", "his Monday speech": the date belongs to the noun after it.
_ATTRIBUTIVE = re.compile(
    r"(?:\b(?:the|a|an|his|her|its|their|this|that)|[’']s)\s+$", re.IGNORECASE
)
_RELATIVE_CLAUSE = re.compile(r",[”\"'’]* (?:who|which|whose|where)\b[^,]*$")
#: "Asked about X's remarks last week, she said": the day is that of what was asked about.
_ASKED_ABOUT = re.compile(
    r"\b(?:[Aa]sked|[Qq]uestioned|[Pp]ressed|[Rr]esponding|[Rr]eacting)\b[^,]*"
    r"\b(?:about|whether|if|why|how|to)\b[^,]*$"
)
_SINCE = re.compile(r"\b(?:[Ss]ince|[Uu]ntil|[Hh]aving)\b[^,]*$")
#: A stretch of time that no one day stands for.
_STRETCH = re.compile(
    r"\b(?:(?:[Ii]n|[Uu]ntil) recent|[Ff]or (?:\w+ )?|[Oo]ver the (?:past|last|coming) (?:\w+ )?"
    r"|[Dd]uring the (?:past|last) (?:\w+ )?)(?:days|weeks|months|years|decades)\b|\b[Ll]ately\b"
)
#: What is over when it is spoken of "after" it; after talks one still speaks at their place.
_OVER_AFTER = frozenset({"speech", "debate", "hearing", "rally"})
_AFTER = re.compile(r"\b(?:after|following)\s+(?:[\w’'-]+ ){0,3}$", re.IGNORECASE)
_BEFORE_IT = re.compile(r"\b(?:before|ahead of|prior to)\s+(?:[\w’'-]+ ){0,3}$", re.IGNORECASE)
_LOOKS_BACK = re.compile(
    r"\b(?:echo|repris|recall|repeat|remember|refer|cit|quot|paraphras)(?:s|ed|ing|es)\b"
)
_CALENDAR = frozenset({DateForm.DAY, DateForm.MONTH, DateForm.WEEKDAY, DateForm.SEASON})
_POSSESSIVE = re.compile(r"[’']s$")
_AT = re.compile(r"\b(?:in|at|during|on)\s+(?:a |an |the )?$")
_OTHER_CLAUSE = re.compile(r"\b(?:which|who|that|where|when|because|if|whether|as)\b")
_AND_DOING = re.compile(r"\band \w+ing\b")  # "praised her and, rousing them last month, …"
_ASIDE = re.compile(r"\bhaving\b|--|—|\(")  # "said so -- having said otherwise in a speech"
#: "Questioned why his wife did not speak at the convention": what was spoken of was there.
_INDIRECT = re.compile(r"\b(?:why|whether|how|that|what|if|who|which|because)\b[^,]*$")
#: "Clinton's remarks at the debate": these were made there, not the words that speak of them.
_OF_ITS_OWN = re.compile(
    r"\b(?:remarks?|comments?|words|performances?|answers?|exchanges?|moments?|claims?|clash\w*|attacks?"
    r"|statements?|appearance)(?: made)? (?:at|in|during|from|on)\s+(?:[\w’'-]+ ){0,3}$"
)
_OCCASION_BEFORE = re.compile(
    r"\b(?:at|during|in|told|after|following|sidelines of|opening|addressing)"
    r"\s+(?:the |a |an |his |her |their )?(?:[\w’'-]+ ){0,2}$",
    re.IGNORECASE,
)
_AND = re.compile(r"\band\b")
_HALF_A_YEAR = timedelta(days=183)  # a month further back is given with its year, or "last"
_FRONTED = re.compile(
    r"(?:And |But |Then |Later )?(?:(?:[Ii]n|[Aa]t) [A-Z][\w’'-]+(?: [A-Z]\w+)?,"
    r"|[Nn]ow,|[Ii]n response,)"
)
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


def own_date(text: str, frame: Frame, published: DateFinding) -> DateFinding | None:
    """The day on which the words were said, by the sentence that tells of them.

    None where it names no day; a finding without a date where the day cannot be worked out.
    """
    near: list[tuple[int, DateWords]] = []
    for piece in frame.outside:
        for words in find_date_words(text, piece):
            distance = max(words.span.start - frame.anchor, frame.anchor - words.span.end, 0)
            head = _AT_THE_HEAD.fullmatch(text, frame.sentence.start, words.span.start)
            if (distance <= _FARTHEST or head) and _dates_the_saying(text, frame, piece, words):
                near.append((distance, words))
    if not near:
        return None
    words = min(near, key=lambda found: found[0])[1]
    date = meaning(words, published.date, future=False)
    if date and published.date and not _is_plausible(words, date, published.date):
        return None
    if date is None:
        reason = f'said "{words.words}", in an article whose date is not known'
        return DateFinding(None, DateBasis.UNKNOWN, reason)
    if words.year:
        return DateFinding(date, DateBasis.STATED, f'"{words.words}"')
    stated = published.basis is DateBasis.STATED
    basis = DateBasis.STATED if stated else DateBasis.INFERRED
    reason = f'"{words.words}" in an article {published_when(published)}'
    return DateFinding(date, basis, reason)


def _is_plausible(words: DateWords, date: PartialDate, published: PartialDate) -> bool:
    """Whether words can have been said then: before the report, and not long before unless said."""
    if date.first > published.last:
        return False
    open_year = words.form in _CALENDAR and words.year is None and words.direction is None
    return not open_year or published.first - date.last <= _HALF_A_YEAR


def names_other_time(text: str, frame: Frame) -> bool:
    """Whether the sentence names a time or, at its start, a place, whatever it belongs to."""
    for piece in frame.outside:
        for words in find_date_words(text, piece):
            cited = text.rfind("(", piece.start, words.span.start) > text.rfind(
                ")", piece.start, words.span.start
            )
            if words.form is not DateForm.YEAR and not cited:
                return True
        if _STRETCH.search(piece.of(text)) or GIVEN_OUT.search(piece.of(text)):
            return True
    return bool(_FRONTED.match(frame.sentence.of(text)))


def _dates_the_saying(text: str, frame: Frame, piece: Span, words: DateWords) -> bool:
    if words.form is DateForm.YEAR:
        return False
    before = text[max(piece.start, words.span.start - 30) : words.span.start]
    if _OF_OTHER.search(before):
        return False
    if words.form in _CALENDAR and _ATTRIBUTIVE.search(before):
        return False
    if is_present(text, frame) and not _tells_now(text, frame, words):
        return False
    if words.span.start > frame.anchor and _STILL_TO_COME.search(
        text[max(frame.anchor, piece.start) : words.span.start]
    ):
        return False
    if before[-1:] in "\"“‘'" or (words.unit == "year" and words.direction == 0):
        return False  # the name of a programme, "Today"; "this year" is no day
    if _RELATIVE_CLAUSE.search(text[piece.start : words.span.start]):
        return False
    if _LOOKS_BACK.search(text[piece.start : words.span.start]):
        return False
    clause = text[piece.start : words.span.start]
    if _ASKED_ABOUT.search(clause) or _SINCE.search(clause):
        return False
    if _POSSESSIVE.search(words.words) and not _AT.search(before):
        return False
    if text[words.span.end : words.span.end + 1] == ")" and "(" in before:
        return False  # a citation, which is looked at on its own
    between = text[min(frame.anchor, words.span.end) : max(frame.anchor, words.span.start)]
    after = words.span.start > frame.anchor
    if not after and _TURNS.search(between):
        return False
    if after and piece.start > frame.cue_end and not _GOES_WITH_CUE.match(clause):
        return False  # another clause after what was said: "…, took in 4 million last month"
    return not (after and (_OTHER_CLAUSE.search(between) or _AND_DOING.search(between)))


def _tells_now(text: str, frame: Frame, words: DateWords) -> bool:
    """Whether a day beside a verb of the present is one on which was spoken.

    "Ruiz tells the Herald on Monday" is; "speaks in Lisbon on Wednesday" is still to come, and
    "the party agrees today" is these days.
    """
    said = frame.paragraph < 0 or SAYING.match(text, frame.anchor) is not None
    return said and words.form is not DateForm.NEAR_DAY


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
    text: str, frame: Frame, article: int, drafts: Sequence[Draft], published: DateFinding
) -> Draft | None:
    """The occasion at which the words were said, where the sentence names it."""
    found: list[tuple[int, Draft]] = []
    for draft in drafts:
        if draft.type not in OCCASIONS or draft.upcoming or _is_later(draft, published):
            continue
        for span in draft.articles.get(article, ()):
            piece = next((p for p in frame.outside if p.start <= span.start < p.end), None)
            if piece is None:
                continue
            before = text[max(piece.start, span.start - 60) : span.start]
            told = text[frame.anchor : span.start]
            if span.start < frame.anchor and _INDIRECT.search(text[piece.start : span.start]):
                continue
            if _OF_ITS_OWN.search(before):
                continue
            if _LOOKS_BACK.search(text[piece.start : span.start]):
                continue
            if _BEFORE_IT.search(before):
                continue
            if draft.type in _OVER_AFTER and _AFTER.search(before):
                continue
            if _OCCASION_BEFORE.search(before) and not (
                span.start > frame.anchor and (_OTHER_CLAUSE.search(told) or _ASIDE.search(told))
            ):
                found.append((abs(span.start - frame.anchor), draft))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _is_later(draft: Draft, published: DateFinding) -> bool:
    held, told = draft.date.date, published.date
    return held is not None and told is not None and held.first > told.last
