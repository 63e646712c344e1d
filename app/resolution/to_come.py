"""Days to come that are told without "will": "the summit opens in Riga on Friday".

Source: The Cambridge Grammar of the English Language (2002), ch. 3, 4.2.2: the present tells of
what a timetable fixes in the time to come; what is wished or arranged lies ahead of the wish.
"""

import re

from app.domain.date_words import MONTH_NAMES
from app.domain.spans import Span

_NEAR = 90  # characters before a day in which the verb that tells it may stand
#: What stands between such a verb and its day: one clause, that tells nothing else.
_SAME_CLAUSE = (
    r"(?:(?! (?:after|before|since|until|when|while|where|who|which|that|but|and (?:\w+ )?(?:said"
    r"|told)|as|said|says|told|tells|was|were|had|[a-z]+ed)\b)[^.,;:“”\"()?!])*"
)
_LEADS = r" (?:(?:on|for|from|this|late|early|as early as) )*$"
#: The verb of what is fixed to start or end; "opens the museum on Monday" is a caption's past.
_FIXED = (
    r"(?:(?:re)?opens(?= (?:in|at|on|for|with|to|here|there|again|its|across|next)\b)"
    r"|begins|starts|resumes|convenes|concludes|ends|kicks off|gets (?:under ?way|going)"
    r"|takes (?:place|effect)|(?:comes|goes) into (?:force|effect)"
    r"|(?<=[a-z]s )(?:(?:re)?open(?= (?:in|at|on|for|with|here|there|again)\b)|begin|start|resume"
    r"|convene|kick off|get under ?way|take place|take effect))"
)
_ARRANGED = (
    r"(?:(?:is|are|am|was|were|[’']s|[’']re) (?:(?:\w+ly|still|now|also|not|then) )?"
    r"(?:due\b|set (?:to|for)|(?:scheduled|slated|hoping|planning|aiming) (?:to|for|in|at)"
    r"|(?:supposed|hoped|meant|ready|going|expected|about) to"
    r"|to (?!(?:an?|the|his|her|blame)\b)[a-z])"
    r"|(?:want|hope|hop|wish|plann?|aim|intend|expect)(?:s|es|d|ed|ing)?"
    r"(?: (?:him|her|them|[A-Z]\w+|the \w+))? to (?!have\b))"
)
_TOLD = re.compile(rf"(?<![\w’'])(?:{_FIXED}|{_ARRANGED}){_SAME_CLAUSE}{_LEADS}")
#: "His starts on Monday", "the odds and ends": nouns that look like those verbs.
_NOUN = re.compile(
    r"(?:\b(?:his|her|their|its|the|two|three|four|five|some|few|many|all|those|these|last|first"
    r"|both|no|loose|odds and|\d+)|[’'])\s*$",
    re.IGNORECASE,
)
_MONTH = "|".join(name[:3] for name in MONTH_NAMES)
_A_DAY = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    rf"|\d{{1,2}} (?:of )?(?:{_MONTH})[a-z.]*|(?:{_MONTH})[a-z.]* \d{{1,2}}\b"
)
_QUOTE = re.compile(r"[“”\"]")
_ENDS = re.compile(r"[.!?…][”\"’')\]]*\s*$")


def is_to_come(text: str, sentence: Span, words: Span) -> bool:
    """Whether the present or a wish before the day `words` tells it as one to come.

    Only in a whole sentence: headlines and captions tell the past in the present. What is quoted
    is somebody else's to tell.
    """
    if not _A_DAY.match(text, words.start) or not _ENDS.search(sentence.of(text)):
        return False
    start = max(sentence.start, words.start - _NEAR)
    before = _QUOTE.split(text[start : words.start])[-1]
    told = _TOLD.search(before)
    return told is not None and not _NOUN.search(before, 0, told.start())
