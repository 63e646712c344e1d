"""Whether a year that stands alone is that of the words: "in 2008, she said"."""

import re

from app.domain.date_words import DateWords
from app.domain.spans import Span
from app.resolution.frames import Frame

#: "And back in 2008, she said": a year that leads all that the sentence tells.
YEAR_AT_THE_HEAD = re.compile(r"[\"“”'‘’]*\s*(?:And |But |Back |Also )?(?:[Bb]ack )?[Ii]n ")
#: "As mayor of Lund in 2002, she said", "When she was mayor in 2002, she said".
_AS_OF_THEN = re.compile(
    r"(?:As (?:(?:an?|the|his|her|its) )?(?!(?:if|though|well|soon|for|of|many)\b)"
    r"(?:[\w’'.-]+ ){1,8}"
    r"|(?:When|While) (?:he|she|they) (?:was|were|served|led|ran|held) [^,;]{2,60} )"
    r"(?:back )?in "
)
_CLAUSE = re.compile(r"\b(?:who|that|which|was|were|had|has|did|said|and|but|since)\b")
#: "Told the Herald in 2012", "said in an interview back in 2012".
_IN_THE_YEAR = re.compile(
    r"(?: (?!(?:who|that|which|when|was|were|had|has|and|but|he|she|they|it)\b)[\w’'.&-]+){0,6}"
    r" (?:back |early |late )?in "
)
#: "Ruiz in 2012 promised", "attacked them in 2012, saying", "a report published in 2012 said".
_IN_BEFORE = re.compile(r"(?:^|[A-Za-z,)] )(?:[Bb]ack )?in $")
_IN_AT_END = re.compile(r" (?:back )?in $")
_DOING = re.compile(r", (?:\w+ly )?\w+ing")
_GIVEN_OUT_IN = re.compile(
    r"\b(?:released|published|issued|written|wrote|sent|filed|dated|aired|given|delivered|recorded"
    r"|posted|[Ss]peaking|[Ww]riting)(?: [\w’'-]+){0,3} (?:back )?in $"
)
_TO_CUE = re.compile(r"(?:,? in [A-Z]\w+)?,?(?: [\w.’'-]+){0,4} ")
#: "Said Ruiz, the mayor of Porto, in 2012".
_APPOSED_IN = re.compile(
    r" (?:[\w.’'-]+ ){1,3}?[\w.’'-]+, (?!who\b|which\b|whose\b)(?:(?!\w+ed )[\w’'-]+ ?){2,8},"
    r" (?:back )?in "
)
#: "In 2009, when he was prime minister, Roe said": the year is that of both.
_ONE_TIME = re.compile(
    r",? (?:when|while) (?:he|she|they) (?:was|were|served|led|ran|held)\b[^,;]{2,80},"
)
#: "In 2009, he refused, as she had when she was asked": not the year of what she was asked.
_IN_ANOTHER_CLAUSE = re.compile(r"\b(?:when|had)\b")
#: "In 2006, Ruiz had told the Herald": the verb of the words themselves.
_HAD = re.compile(r"\bhad (?:(?:\w+ly|also|already|once|first|even|still) )?$")


def is_year_of_saying(text: str, frame: Frame, words: DateWords) -> bool:
    """Whether a year alone is that of the words: "In 2008, she said …", "she wrote in 2014"."""
    lead = text[frame.sentence.start : words.span.start]
    if YEAR_AT_THE_HEAD.fullmatch(lead):
        then = _ONE_TIME.match(text, words.span.end, frame.anchor)
        after = then.end() if then else words.span.end
        return not _IN_ANOTHER_CLAUSE.search(_HAD.sub("", text[after : frame.anchor]))
    if words.span.start <= frame.anchor:
        between = text[words.span.end : frame.anchor]
        if _AS_OF_THEN.fullmatch(lead):
            role = lead.startswith("As ")
            return between.startswith(", ") and not (role and _CLAUSE.search(lead))
        return bool(
            (_IN_BEFORE.search(lead) and _HAD.sub("", between) == " ")
            or (_IN_AT_END.search(lead) and _DOING.fullmatch(text, words.span.end, frame.cue_end))
            or (_GIVEN_OUT_IN.search(lead) and _TO_CUE.fullmatch(between))
        )
    told = Span(frame.cue_end, words.span.start)
    beside = any(piece.contains(told) for piece in frame.outside)
    return beside and bool(
        _IN_THE_YEAR.fullmatch(told.of(text)) or _APPOSED_IN.fullmatch(told.of(text))
    )
