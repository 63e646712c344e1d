"""Whether a date in the sentence around a quotation stands in the clause of its cue."""

import re

from app.domain.date_words import DateForm, DateWords
from app.domain.spans import Span
from app.resolution.counted_from_days import counted_from_day
from app.resolution.dated_things import counts_from_event, is_of_something, is_title
from app.resolution.event_words import EVENT_NOUN
from app.resolution.frames import Frame
from app.resolution.own_years import YEAR_AT_THE_HEAD
from app.resolution.tellings import SAYING, is_present, is_up_to_now
from app.resolution.to_come import is_to_come

_LONGEST_ASIDE = 200  # characters before a date in which what is told beside a name may start
#: "Roe, who sat on the board before leaving last month, said": that month is of the leaving.
_DOING_BEFORE = re.compile(
    r",[”\"’']* (?:an?|the|one of|who|whose)\b[^;]{0,120}"
    r"\b(?:before|after|since|until|while) \w+ing (?:[\w’'-]+ ){0,3}$"
)
#: "Said Roe, an adviser to the mayor three years ago": that year is of the office.
_APPOSED = re.compile(
    r"[a-z]+ (?:[A-ZÀ-Þ][\w.’'-]* ){0,3}[A-ZÀ-Þ][\w’'-]*, (?:an?|the|his|her|its|one of|then|former"
    r"|chief|senior)\b[^,;]*$"
)
_OF_AN_OFFICE = frozenset({DateForm.AGO, DateForm.COUNTED, DateForm.MONTH, DateForm.SEASON})
#: "Plans to focus on jobs in December": the day is that of what is still to come.
STILL_TO_COME = re.compile(
    r"(?:\b|[’'])(?:will|ll|would|shall|plans?|planned|planning|expected|expects|scheduled|set to"
    r"|due to|hopes?|hoped|intends?|aims?|likely to|going to|about to)\b[^.]*$"
)
#: "The plan was approved last year, but she said": the day before it is not that of the words.
_TURNS = re.compile(
    r"[,;] (?:but|though|although|yet|while|whereas|(?:in part |partly )?because)\b|;"
)
#: "Even as Ruiz claimed on Tuesday that …, an official said": that day is of what Ruiz claimed.
_OF_SOMEBODY_ELSE = re.compile(
    r"\b(?:[Aa]s|[Ww]hile|[Ww]hen|[Bb]ecause|[Tt]hough|[Aa]lthough|[Ww]here)"
    r" (?:\w+ )?[A-ZÀ-Þ][^,]*$"
)
#: What may follow words and still belong to their cue: "…, on Monday", "… in an interview".
_GOES_WITH_CUE = re.compile(
    r"[\s,.;:”\"’')]*(?:(?:late|early|earlier) )?(?:(?:on|in|at|during|to|before|told|speaking|late"
    r"|early)\b[^,;]*|\W*)$",
    re.IGNORECASE,
)
#: "On Tuesday, while …, she said": at the head of a sentence a day is that of all it tells.
AT_THE_HEAD = re.compile(
    r"[\"“”'‘’]*\s*(?:(?:Late|Early|Earlier|Later|Speaking|And|But) )?(?:[Oo]n )?"
)
#: "Roe tweeted Tuesday, and others have called for …": two clauses, each of its own time.
_AND_ANOTHER = re.compile(
    r", (?:and|but|while) (?=(?:[A-Z]|(?:the|an?|many|some|others?|several|his|her|their|both|all"
    r"|most|few)\b))"
)
_BACK_WHEN = re.compile(r"\b(?:when|after|before|since) (?:[\w’'-]+ ){0,3}$")
RELATIVE_CLAUSE = re.compile(r"(?:,[”\"'’]*|--|—|\() ?(?:who|which|whose|where)\b[^,]*$")
#: "Ruiz, who lost her boat in Lisbon, Portugal, in July 2012, said": that day is of the loss.
_RELATIVE_BEFORE = re.compile(r",[”\"'’]* (?:who|which|whose|where)\b")
#: "Ruiz, the manager ousted last month, said": that month is of the ousting.
_APPOSITION = re.compile(r", [^,]*\b\w+(?:ed|en|wn) (?:(?:in|on|early|late|earlier|back) )*$")
#: "Ruiz, appointed minister on Tuesday, said": that day is of the appointment.
_APPOINTED = re.compile(
    r", (?:\w+ly )?(?:appointed|elected|named|sworn|re-?elected|nominated|hired|fired|sacked|ousted"
    r"|freed|jailed|arrested|convicted|acquitted|married|buried|promoted|chosen|confirmed)\b[^,]*$"
)
#: "Asked about X's remarks last week, she said": the day is that of what was asked about.
_ASKED_ABOUT = re.compile(
    r"(?<!was )(?<!were )\b(?:[Aa]sked|[Qq]uestioned|[Pp]ressed|[Rr]esponding|[Rr]eacting)\b[^,]*"
    r"\b(?:about|whether|if|why|how|to)\b[^,]*$|\b(?:Watching|Seeing|Hearing|Recalling|Citing)\b[^,]*$"
)
#: "Asked why during an appearance Friday", "asked at a rally on Friday": it was asked there.
_ASKED_THERE = re.compile(
    rf"\b(?:during|in|at) (?:an?|the|his|her) (?:[\w-]+ ){{0,3}}(?:{EVENT_NOUN.pattern}|appearance)"
    r"(?: (?:in|with|on) [A-Z][\w ]{2,30}?)?,? (?:on )?$"
)
#: "In 2008, when she assured": the time is one and the same.
_WHEN = re.compile(r",? when (?:[\w.’'-]+ ){1,7}$")
_SINCE = re.compile(r"\b(?:[Ss]ince|[Uu]ntil|[Hh]aving)\b[^,]*$")
#: "In an interview to be broadcast on Friday": it was given before that.
WILL_AIR = re.compile(
    r"\b(?:will|to be|set to|scheduled to|due to|going to) (?:be )?(?:air(?:ed)?|broadcast"
    r"|published|shown|released|posted|printed)\b[^,]*$"
)
#: "Recalled a rally on Monday", "repeating what he said": the day is that of what is looked back
#: to. "She repeated on Monday that …" is said then.
_LOOKS_BACK = re.compile(
    r"\b(?:(?:recall|remember|refer|cit|quot|paraphras)(?:s|ed|ing|es)|(?:echo|repeat|repris)ing)\b"
)
_RIGHT_AFTER = re.compile(
    r" (?:(?:late|early|on) ){0,2}"
)  # "Roe recalled on Monday": it was recalled then
_OTHER_CLAUSE = re.compile(r"\b(?:which|who|that|where|when|because|if|whether|as)\b")
#: "What hurt, she said, was a question last week": what is said goes on after its cue.
GOES_ON_SAID = re.compile(r"\w+, (?:was|is|were|are|has|had|will|can|could|may|might|must)\b")
#: "Told the council when asked last month": it was answered then.
_WHEN_ASKED = re.compile(
    r" (?:when|as) (?:(?:he|she|they) (?:was|were) )?(?:asked|pressed|questioned) $"
)
_AND_DOING = re.compile(r"\band \w+ing\b")  # "praised her and, rousing them last month, …"


def dates_the_saying(text: str, frame: Frame, piece: Span, words: DateWords) -> bool:
    """Whether the words of a date in a run of the reporter's own tell when it was said."""
    if words.unit == "day" and words.words.endswith("after") and counts_from_event(text, words):
        return False  # "a day after the vote": most often the day of the report
    counted = counted_from_day(text, frame.sentence)
    if counted is not None and counted.day.span == words.span and frame.anchor > words.span.end:
        return False  # "A day after the vote on Tuesday, she said": that day is of the vote
    clause = text[piece.start : words.span.start]
    after = words.span.start > frame.anchor
    between = text[min(frame.anchor, words.span.end) : max(frame.anchor, words.span.start)]
    when = not after and _WHEN.fullmatch(between) is not None
    if is_of_something(text, frame, clause[-30:], words, when=when):
        return False
    if is_present(text, frame) and not _tells_now(text, frame, words):
        return False
    if is_up_to_now(text, frame) and not (words.form is DateForm.PERIOD and words.direction == 0):
        return False  # "has said since", "boats chosen Sunday have said"
    if not after and between == " " and words.form is not DateForm.NEAR_DAY:
        return True  # "Ruiz, who …, last week said"
    told_ahead = text[max(frame.anchor, piece.start) : words.span.start]
    if after and STILL_TO_COME.search(told_ahead):
        return False
    if is_title(text, words) or RELATIVE_CLAUSE.search(clause):
        return False
    if is_to_come(text, frame.sentence, words.span):
        return False
    if _LOOKS_BACK.search(clause) and not _RIGHT_AFTER.fullmatch(
        text, frame.cue_end, words.span.start
    ):
        return False
    if after:
        return _goes_with_the_cue(frame, piece, clause, between, words)
    asked = text[frame.sentence.start : words.span.start]
    if _ASKED_ABOUT.search(asked) and not _ASKED_THERE.search(asked):
        return False
    return _leads_to_the_cue(frame, piece, clause, between, when=when)


def _leads_to_the_cue(frame: Frame, piece: Span, clause: str, between: str, *, when: bool) -> bool:
    """Whether a date before the cue stands in its clause."""
    if when:
        return True
    if WILL_AIR.search(clause):
        return False
    if "," in between and (_OF_SOMEBODY_ELSE.search(clause) or _BACK_WHEN.search(between)):
        return False
    head = piece.start == frame.sentence.start and (
        AT_THE_HEAD.fullmatch(clause) or YEAR_AT_THE_HEAD.fullmatch(clause)
    )
    if not head and _AND_ANOTHER.search(between):
        return False
    if _SINCE.search(clause) or (_ASKED_ABOUT.search(clause) and not _ASKED_THERE.search(clause)):
        return False
    if _DOING_BEFORE.search(clause[-_LONGEST_ASIDE:]):
        return False
    if between.startswith(",") and (_APPOSITION.search(clause) or _APPOINTED.search(clause)):
        return False
    return not (_TURNS.search(between) or _RELATIVE_BEFORE.search(clause))


def _goes_with_the_cue(
    frame: Frame, piece: Span, clause: str, between: str, words: DateWords
) -> bool:
    """Whether a date after the cue stands in its clause."""
    if _ASKED_ABOUT.search(clause) or _SINCE.search(clause):
        return False
    if piece.start > frame.cue_end and not _GOES_WITH_CUE.match(clause):
        return False  # another clause after what was said: "…, took in 4 million last month"
    if GOES_ON_SAID.match(between):
        return False
    if words.form in _OF_AN_OFFICE and _APPOSED.match(between):
        return False
    told = clause if piece.start > frame.cue_end else between  # without what was said
    told = _WHEN_ASKED.sub(" ", told)
    return not (_OTHER_CLAUSE.search(told) or _AND_DOING.search(told))


def _tells_now(text: str, frame: Frame, words: DateWords) -> bool:
    """Whether a day beside a verb of the present is one on which was spoken.

    "Ruiz tells the Herald on Monday" is; "speaks in Lisbon on Wednesday" is still to come, and
    "the party agrees today" is these days.
    """
    said = frame.paragraph < 0 or SAYING.match(text, frame.anchor) is not None
    return said and words.form is not DateForm.NEAR_DAY
