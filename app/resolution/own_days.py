"""What the sentence around a quotation itself tells of the day."""

import re
from datetime import timedelta

from app.domain.conflicts import AGAINST
from app.domain.date_words import DateForm, DateWords, find_date_words
from app.domain.dates import DateBasis, DateFinding, PartialDate
from app.domain.quotations import Quotation, SpeechKind
from app.domain.spans import Span
from app.resolution.event_words import EVENT_NOUN
from app.resolution.frames import Frame
from app.resolution.own_years import YEAR_AT_THE_HEAD, is_year_of_saying
from app.resolution.reasons import published_when
from app.resolution.relative_dates import meaning
from app.resolution.tellings import (
    ANOTHER_OCCASION,
    GIVEN_OUT,
    SAYING,
    is_present,
    is_up_to_now,
)

_FARTHEST = 130  # characters between a cue and the date of the words
_LONGEST_ASIDE = 200  # characters before a date in which what is told beside a name may start
#: Words before a date that make it the date of something else.
OF_OTHER = re.compile(
    r"\b(?:since|until|till|before|after|by|for|from|to|between|following|than|through|of|ahead of"
    r"|scheduled|due|planned|throughout|over|into)\s+(?:the |last |early |late )?$",
    re.IGNORECASE,
)
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
_OF_AN_OFFICE = frozenset({DateForm.AGO, DateForm.MONTH, DateForm.SEASON})
#: "Plans to focus on jobs in December": the day is that of what is still to come.
_STILL_TO_COME = re.compile(
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
_AT_THE_HEAD = re.compile(
    r"[\"“”'‘’]*\s*(?:(?:Late|Early|Earlier|Later|Speaking|And|But) )?(?:[Oo]n )?"
)
#: "Roe tweeted Tuesday, and others have called for …": two clauses, each of its own time.
_AND_ANOTHER = re.compile(
    r", (?:and|but|while) (?=(?:[A-Z]|(?:the|an?|many|some|others?|several|his|her|their|both|all"
    r"|most|few)\b))"
)
#: "Pledged to sell it, after she bought it last month": that month is not of the pledge.
_LED_AWAY = re.compile(
    r"\b(?:after|since|before|when|who|which|where|because|(?:repeat|echo|recall|referr)ing)\b"
)
_BACK_WHEN = re.compile(r"\b(?:when|after|before|since) (?:[\w’'-]+ ){0,3}$")
#: "The November election", "his Monday speech": the date belongs to the noun after it.
ATTRIBUTIVE = re.compile(r"(?:\b(?:the|a|an|his|her|its|their|this|that)|[’']s)\s+$", re.IGNORECASE)
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
#: What something dated is said in: "in a July interview", "in the 2013 video".
_SAID_IN = (
    r"(?:interviews?|appearances?|speech|address|statement|release|video|memo|memoir|letter|e-?mails?"
    r"|essay|articles?|column|op-ed|editorial|blog post|post|tweets?|messages?|books?|documentary"
    r"|film|ad|filing|affidavit|testimony|deposition|report|study|paper|poll|survey|broadcast|episode"
    r"|podcast|debate|rally|event|meeting|hearing|briefing|conference|summit|forum|town hall"
    r"|ruling|opinion|decision|lawsuit|complaint|session|call|conversation|exchange|remarks)"
)
_IN_A = re.compile(
    r"\b(?:in|at|during|on|from|recently as) (?:an?|the|his|her|its|their|that)\s+$", re.IGNORECASE
)
_THIS = re.compile(r"\b(?:this|that)\s+$")
_DATED_THING = re.compile(rf",? (?:[\w’'./&-]+ ){{0,6}}?{_SAID_IN}\b")
#: "In 2008, when she assured": the time is one and the same.
_WHEN = re.compile(r",? when (?:[\w.’'-]+ ){1,7}$")
_SINCE = re.compile(r"\b(?:[Ss]ince|[Uu]ntil|[Hh]aving)\b[^,]*$")
#: A stretch of time that no one day stands for.
_STRETCH = re.compile(
    r"\b(?:(?:[Ii]n|[Uu]ntil) recent|[Ff]or (?:\w+ )?|[Oo]ver the (?:past|last|coming) (?:\w+ )?"
    r"|[Dd]uring the (?:past|last) (?:\w+ )?)(?:days|weeks|months|years|decades)\b|\b[Ll]ately\b"
)
_BACK_THEN = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ee]arly|[Ll]ate) (?:19|20)\d\d\b")
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
_TITLE_BEFORE = re.compile(r"[A-Z][\w’'&-]* [A-Z]$")  # a name goes on with a capital
_PHRASES = frozenset({"verb: noun phrase", "verb: preposition", "verb: predicate"})
_CALENDAR = frozenset({DateForm.DAY, DateForm.MONTH, DateForm.WEEKDAY, DateForm.SEASON})
POSSESSIVE = re.compile(r"[’']s$")
_AT = re.compile(r"\b(?:in|at|during|on)\s+(?:a |an |the )?$")
_OCCASION_AFTER = re.compile(
    rf" (?:[\w’'-]+ ){{0,4}}(?:{EVENT_NOUN.pattern}|broadcast|edition|episode|show"
    r"|(?:Times|Post|Journal|Herald|Tribune|Globe)\b)"
)
_OTHER_CLAUSE = re.compile(r"\b(?:which|who|that|where|when|because|if|whether|as)\b")
#: "What hurt, she said, was a question last week": what is said goes on after its cue.
GOES_ON_SAID = re.compile(r"\w+, (?:was|is|were|are|has|had|will|can|could|may|might|must)\b")
#: "Told the council when asked last month": it was answered then.
_WHEN_ASKED = re.compile(
    r" (?:when|as) (?:(?:he|she|they) (?:was|were) )?(?:asked|pressed|questioned) $"
)
_AND_DOING = re.compile(r"\band \w+ing\b")  # "praised her and, rousing them last month, …"
_HALF_A_YEAR = timedelta(days=300)  # a month further back is given with its year, or "last"
#: "In the last Mass of his journey, …": an occasion of its own, whatever it is.
_FRONTED_OCCASION = re.compile(
    r"(?:In|At|During|Speaking (?:in|at|to))"
    r" (?:the|an?|his|her|one|another|[A-Z][a-z]+(?:[’']s\b)?)(?![’']"
    r"| (?:same time|meantime|meanwhile|end|past|future|process|long run|beginning|first place|face"
    r"|wake|statement|interview|answer|turn|exchange|(?:[\w-]+ ){0,2}response|words"
    r"|(?:[\w-]+ )?(?:opinion|view|estimation|estimate|assessment|judge?ment|belief))\b)\b"
    r"[^,]{2,80},"
)
_FRONTED = re.compile(
    r"(?:And |But |Then |Later )?(?:(?:[Ii]n|[Aa]t) [A-Z][\w’'-]+(?: [A-Z]\w+)?,"
    r"|[Nn]ow,|[Ii]n response,|(?:[Mm]ore )?[Rr]ecently,|[Ll]ately,)"
)


def own_date(text: str, frame: Frame, published: DateFinding) -> DateFinding | None:
    """The day on which the words were said, by the sentence that tells of them.

    None where it names no day; a finding without a date where the day cannot be worked out.
    """
    near: list[tuple[int, DateWords]] = []
    for piece in frame.outside:
        for words in find_date_words(text, piece):
            # What follows the words said stands as near to their cue as if they were not there.
            beside = max(frame.anchor, piece.start if piece.start > frame.cue_end else 0)
            distance = max(words.span.start - beside, frame.anchor - words.span.end, 0)
            head = _AT_THE_HEAD.fullmatch(
                text, frame.sentence.start, words.span.start
            ) or YEAR_AT_THE_HEAD.fullmatch(text, frame.sentence.start, words.span.start)
            if (distance <= _FARTHEST or head) and _dates_the_saying(text, frame, piece, words):
                near.append((distance, words))
    if not near:
        return None
    words = min(near, key=lambda found: found[0])[1]
    date = meaning(words, published.date, future=False)
    if date and published.date and not _is_plausible(words, date, published.date):
        return None
    if date is None:
        unknown = "in an article whose date is not known"
        tells = "which is no day of the calendar by itself" if published.date else unknown
        reason = f'said "{words.words}", {tells}'
        return DateFinding(None, DateBasis.UNKNOWN, reason)
    if words.year:
        return DateFinding(
            date, DateBasis.STATED, f'"{words.words}"{_weekday_against(words, date)}'
        )
    stated = published.basis is DateBasis.STATED
    basis = DateBasis.STATED if stated else DateBasis.INFERRED
    reason = f'"{words.words}" in an article {published_when(published)}'
    return DateFinding(date, basis, reason)


def _weekday_against(words: DateWords, date: PartialDate) -> str:
    """What speaks against a printed weekday: the calendar's own for that day."""
    if words.weekday is None or date.first != date.last or date.first.weekday() == words.weekday:
        return ""
    return f"{AGAINST}that day was a {date.first:%A}"


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
            to_come = _STILL_TO_COME.search(text[piece.start : words.span.start])
            led = text[frame.cue_end : words.span.start]
            of_other = words.span.start > frame.cue_end and _LED_AWAY.search(led)
            if words.form is not DateForm.YEAR and not (cited or to_come or of_other):
                return True
        if ANOTHER_OCCASION.search(piece.of(text)) or _BACK_THEN.search(piece.of(text)):
            return True
        if _STRETCH.search(piece.of(text)) or GIVEN_OUT.search(piece.of(text)):
            return True
    if text.startswith(" then", frame.cue_end):
        return True  # "Ruiz said then": at a time told before
    sentence = frame.sentence.of(text)
    reported = bool(frame.outside) and frame.outside[0].start == frame.sentence.start
    occasion = reported and _FRONTED_OCCASION.match(sentence)
    return bool(_FRONTED.match(sentence) or occasion)


def is_title(text: str, words: DateWords) -> bool:
    """Whether the words of a day are the name of a programme, or end it: "Harbour Today"."""
    before = text[max(0, words.span.start - 20) : words.span.start]
    if before.endswith(('"', "“", "‘", "'")):
        return True
    return words.form is DateForm.NEAR_DAY and bool(_TITLE_BEFORE.search(before + words.words[:1]))


def holds_its_day(text: str, quotation: Quotation) -> bool:
    """Whether a noun phrase said names a time: "called for [a ban in December]" is of another."""
    if quotation.kind is not SpeechKind.INDIRECT or quotation.rule not in _PHRASES:
        return False
    return any(
        words.form is not DateForm.YEAR
        for span in quotation.content
        for words in find_date_words(text, span)
    )


def _dates_the_saying(text: str, frame: Frame, piece: Span, words: DateWords) -> bool:
    clause = text[piece.start : words.span.start]
    after = words.span.start > frame.anchor
    between = text[min(frame.anchor, words.span.end) : max(frame.anchor, words.span.start)]
    when = not after and _WHEN.fullmatch(between) is not None
    if _is_of_something(text, frame, clause[-30:], words, when=when):
        return False
    if is_present(text, frame) and not _tells_now(text, frame, words):
        return False
    if is_up_to_now(text, frame) and not (words.form is DateForm.PERIOD and words.direction == 0):
        return False  # "has said since", "boats chosen Sunday have said"
    if not after and between == " " and words.form is not DateForm.NEAR_DAY:
        return True  # "Ruiz, who …, last week said"
    told_ahead = text[max(frame.anchor, piece.start) : words.span.start]
    if after and _STILL_TO_COME.search(told_ahead):
        return False
    if is_title(text, words) or RELATIVE_CLAUSE.search(clause):
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


def _is_of_something(text: str, frame: Frame, before: str, words: DateWords, *, when: bool) -> bool:
    """Whether the words of a date belong to something told beside the saying."""
    thing = bool(_IN_A.search(before) and _DATED_THING.match(text, words.span.end))
    if words.form is DateForm.YEAR and not (when or thing or is_year_of_saying(text, frame, words)):
        return True
    if words.unit == "year" and words.direction == 0 and words.part is None:
        return True  # "this year" is no day
    if text[words.span.end : words.span.end + 1] == ")" and "(" in before:
        return True  # a citation, which is looked at on its own
    if POSSESSIVE.search(words.words) and not (
        _AT.search(before) and _OCCASION_AFTER.match(text, words.span.end)
    ):
        return True  # "in Tuesday's primary" is when that is, not when it was spoken of
    attributive = words.form in _CALENDAR and ATTRIBUTIVE.search(before)
    if words.direction == -1 and _THIS.search(before):
        attributive = None  # "revealed this last fall"
    return not thing and bool(attributive or OF_OTHER.search(before))


def _leads_to_the_cue(frame: Frame, piece: Span, clause: str, between: str, *, when: bool) -> bool:
    """Whether a date before the cue stands in its clause."""
    if when:
        return True
    if WILL_AIR.search(clause):
        return False
    if "," in between and (_OF_SOMEBODY_ELSE.search(clause) or _BACK_WHEN.search(between)):
        return False
    head = piece.start == frame.sentence.start and (
        _AT_THE_HEAD.fullmatch(clause) or YEAR_AT_THE_HEAD.fullmatch(clause)
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
