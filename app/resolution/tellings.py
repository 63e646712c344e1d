"""How a sentence tells that something was said: now, then, before, or given out in writing."""

import re

from app.domain.quotations import Quotation
from app.resolution.frames import Frame

#: Words that were given out are an occasion of their own.
GIVEN_OUT = re.compile(
    r"\b(?:issued|released|put out)\b[^.]{0,60}\bstatement\b|\b(?:tweet|e-?mail)(?:ed|ing)\b"
    r"|\bwith an? (?:\w+ )?statement\b|\b[Ii]n (?:his|her|their|its) statement\b|\bwr(?:ote|ites)\b"
    r"|\b(?:[Ii]n|[Oo]n|[Vv]ia) (?:(?:an?|his|her|their|its|the) )?(?:\w+ ){0,3}"
    r"(?:Facebook|Twitter|Instagram|website|form|filing|disclosure|report|release|post|tweet|email|documentary|book|memoir|column|op-ed|essay|letter|video)\b"
)
_EARLIER = re.compile(
    r"\b(?:earlier|previously|once|formerly|in the past|repeatedly"
    r"|(?:has|have|had) (?:\w+ )?(?:said|warned|called|insisted|argued|stated|accused|promised"
    r"|denied|expressed|demanded))\b"
)

#: At the head of a sentence: "stuck to policy at first but turned tougher, saying" is of now.
_AT_FIRST = re.compile(r"\W*(?:Initially|Originally|At first)\b")
_SAID = " \N{HORIZONTAL ELLIPSIS} "  # stands for the words said in a sentence

#: "Has long said": a verb in the perfect tells of no one day.
_PERFECT = re.compile(
    r"\b(?:has|have|had|having|[’'](?:s|ve|d)) (?:(?:\w+ly|also|long|already|since|often|even"
    r"|always|never|not|just|in the past|himself|herself|themselves),? ){0,2}$"
)
#: "Has publicly signaled": no past day is that of a verb in the present perfect.
_UP_TO_NOW = re.compile(
    r"\b(?:has|have|[’']ve) (?:(?:\w+ly|also|long|already|since|often|even|always|never|not),? )"
    r"{0,2}$"
)
#: "Has been persistent in her criticism": of no one day.
_HAS_BEEN = re.compile(r"\b(?:has|have|had) (?:long |often |also )?been\b[^.]*$")
#: "- who previously said otherwise -", ", who once ran,": what is set apart is not of these words.
_ASIDE = re.compile(
    r",\s(?:who|which|whose)\b[^,]*,|\s(?:-{1,2}|–|—)\s[^–—]*?\s(?:-{1,2}|–|—)\s|\([^)]*\)"
)
_PRESENT = re.compile(
    r"(?!(?:was|is|has|does|this|as|its|his|means|series|news)\b)[a-z]+s\b"
    r"|(?:say|claim|argue|insist|believe|maintain|contend|warn|fear|think|agree|want|call)\b"
)
#: Verbs of the present in which reports tell what was said.
SAYING = re.compile(r"(?:says?|tells?|adds|notes|explains)\b")
#: Words that were said elsewhere, at another time, to friends, or only may be said.
ANOTHER_OCCASION = re.compile(
    r"\b(?:subsequently|(?<![Rr]ight )afterwards?|since then)\b|\blater (?!added)\w+ed\b"
    r"|\bat (?:one|some|that|this) point (?:during|in|last|this)\b"
    r"|\bat the time\b|\b(?:the next|that|the same|the following|the previous) day\b"
    r"|\b(?:a|another|the) (?:day|week|month|year)s? (?:later|earlier|before|after)\b"
    r"|\b(?:a different|another|a separate|a previous) (?:[\w-]+ ){0,2}"
    r"(?:appearance|interview|event|rally|speech|debate|stop|occasion|tweet|message)\b"
    r"|\btold (?:(?:his|her|their|close|some|one|two|several) )*"
    r"(?:friends?|aides?|advisers?|associates?|allies|donors?|colleagues?|family)\b"
)
#: Words said at another time, or written for all times.
APART = re.compile(
    rf"{ANOTHER_OCCASION.pattern}"
    r"|^\W*(?:(?:Ever )?[Ss]ince|In recent|Over the (?:past|last)|For (?:days|weeks|months|years)"
    r"|Throughout)\b|\b[Aa]fter (?:he|she|they|it) \w+"
    r"|\b(?:[Ii]n|from) (?:an?|the|his|her|their|its) (?:[\w’'-]+ ){0,2}(?:book|memoir"
    r"|autobiography|documentary|film|novel|biography|essay|column|op-ed|poll|survey)\b"
)
_MAY_BE = re.compile(
    r"\b(?:will|would|could|may|might|should|can|cannot|must|shall|[’']ll|[’']d)"
    r"(?: (?:\w+ly|ever|also|not|yet|still))?\s+$"
)
_BY_THE_WAY = re.compile(
    r"^\W*(?:After|Before|Despite|Having|Since)\b[^,]*$|,[”\"\u2019']* (?:who|which)\b[^,]*$"
)
_HAD = re.compile(r"\bhad (?:(?:\w+ly|also|already|once|first|even) )?$")
_ASKS = re.compile(r"(?:ask(?:s|ed|ing)|press(?:es|ed)|question(?:s|ed)|wonder(?:s|ed))\b")
_OWNER = re.compile(r"(?:^|\b)(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Mm]y|\S+[’']s?)$")
_ADJECTIVES = 25  # characters between whose claim it is and the claim
_ALSO = re.compile(r"\b(?:also|separately|in another)\b")
_BEFORE = 40  # characters before a cue in which its auxiliary stands


def is_up_to_now(text: str, frame: Frame) -> bool:
    """Whether the words are told in the present perfect, which tells of no one past day."""
    before = text[max(frame.sentence.start, frame.anchor - _BEFORE) : frame.anchor]
    return frame.cue_end > frame.anchor and _UP_TO_NOW.search(before) is not None


def is_of_earlier(text: str, frame: Frame) -> bool:
    """Whether the sentence says that the words are older than the occasion it tells of."""
    before = text[max(frame.sentence.start, frame.anchor - _BEFORE) : frame.anchor]
    if frame.cue_end > frame.anchor and _PERFECT.search(before):
        return True
    if _HAS_BEEN.search(before):
        return True
    told = _ASIDE.sub(" ", _SAID.join(piece.of(text) for piece in frame.outside))
    return bool(_EARLIER.search(told) or _AT_FIRST.match(told))


def is_noun(text: str, quotation: Quotation) -> bool:
    """Whether a noun tells of the words, at any time: "his criticism of …", "Ruiz’s claim that"."""
    if not quotation.source or not quotation.cue:
        return False
    source, cue = quotation.source[-1], quotation.cue[0]
    owner = _OWNER.search(text, source.start, source.end)
    return bool(owner) and 0 <= cue.start - source.end <= _ADJECTIVES


def is_question(text: str, frame: Frame) -> bool:
    """Whether the sentence tells that somebody was asked."""
    return _ASKS.match(text, frame.anchor) is not None


def is_aside(text: str, frame: Frame) -> bool:
    """Whether the words are told by the way: "After saying on Monday …, she", "who said that".

    What somebody "had said" is too: its day is not that of what is told around it.
    """
    before = text[frame.sentence.start : frame.anchor]
    return bool(_BY_THE_WAY.search(before) or _HAD.search(before))


def is_hypothetical(text: str, frame: Frame) -> bool:
    """Whether the words are told as what may or will be said, on no day yet."""
    before = text[max(frame.sentence.start, frame.anchor - _BEFORE) : frame.anchor]
    return frame.cue_end > frame.anchor and bool(_MAY_BE.search(before))


def is_given_out(text: str, frame: Frame) -> bool:
    """Whether the words were given out in writing, which is an occasion of its own."""
    return any(GIVEN_OUT.search(piece.of(text)) for piece in frame.outside)


def is_present(text: str, frame: Frame) -> bool:
    """Whether the words are told in the present: "she says". Headlines always are."""
    return frame.paragraph >= 0 and _PRESENT.match(text, frame.anchor) is not None


def is_one_more(text: str, frame: Frame) -> bool:
    """Whether the sentence tells of one more occasion: "she also said in an interview"."""
    return any(_ALSO.search(piece.of(text)) for piece in frame.outside)
