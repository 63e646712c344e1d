"""Whether an issue itself is judged or called for: "the toll is a disaster", "we need it now"."""

import re

from app.domain.gazetteer import KnownIssue
from app.domain.resolved import Stance
from app.resolution.stance_bearers import is_untrue, told_by_another
from app.resolution.stance_objects import ends, places_of
from app.resolution.voices import Voice

_BAD = (
    r"disaster|catastrophe|mistake|error|blunder|betrayal|scandal|disgrace|fiasco|failure|farce"
    r"|fraud|sham|joke|folly|outrage|nightmare|tragedy|crime|insult|madness|bad (?:idea|deal|thing)"
    r"|terrible (?:idea|deal|thing)|wrong (?:way|answer|path)|step back(?:wards?)?"
)
_GOOD = (
    r"success|triumph|blessing|achievement|breakthrough|(?:good|great) (?:idea|deal|thing)"
    r"|step forward|right (?:way|answer|path|thing)|milestone|godsend|boon"
)
_NO = r"not|no|never|hardly|nothing|anything|without|less|than|if|whether|far|about|over"
#: "The toll {is, simply, a terrible disaster}".
_VERDICT = re.compile(
    r"(?: itself)?,? (?:is|are|was|were|has been|have been|had been|remains?|would be|will be),?"
    r"(?: (?:simply|clearly|just|still|also|already|a total|nothing (?:but|short of)|\w+ly),?)*"
    rf" (?:an? |the |our |such an? )?(?:(?!(?:{_NO})\b)[a-z-]+ ){{0,2}}?"
    rf"(?:(?P<bad>{_BAD})|(?P<good>{_GOOD}))\b"
    r"(?! (?:to (?:say|think|ignore|forget|reject|oppose)|if))",
    re.IGNORECASE,
)
#: What may stand before an issue that is the subject: "I think that the new (toll)".
_SUBJECT = re.compile(
    r"(?:^|[,;:—–“\"] ?|\b(?:that|and|but|so|because|think|believe|says?|said|know|me|you)\s+)"
    r"\W{0,4}"
    r"(?:(?:the|this|that|our|their|his|her|its)\s+)?(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"\b(?:if|unless|whether|without|until|suppose|imagine|when)\b[^,;]*$", re.IGNORECASE
)
_NEED = re.compile(
    r"(?P<who>\b(?:I|we|(?:the |our |this )?[\w’'-]+))"
    r"(?P<denied>(?: do(?:es)?)? not| do(?:es)?n['’]t| no longer| never)?"
    r"(?: (?:badly|still|urgently|really|desperately|all|now|also|certainly|clearly))*"
    r" needs?(?: (?:the|this|that|an?|our|such|more|both))*(?: (?!to\b)[a-z-]+){0,1} $",
    re.IGNORECASE,
)
_NEAR = 200  # characters before an issue that tell what is said of it
_NOBODY = re.compile(r"(?:^|\b)(?:nobody|no|none|few|who|what|why|you|they)$", re.IGNORECASE)
_NO_NEED_OF_IT = re.compile(r" (?:to\b|like a hole|as much as)", re.IGNORECASE)


def verdict_on(issue: KnownIssue, sentence: str, voice: Voice) -> tuple[Stance, str] | None:
    """The stance by which a sentence judges an issue, or says that it is needed, and its words.

    None where another does so, where it is asked or supposed, and where what is judged is
    something about the issue: "the debate on the toll is a disaster".
    """
    if sentence.rstrip("\"”’' ").endswith("?"):
        return None
    for start, end in places_of(issue, sentence):
        found = _judged(sentence, start, end) or _needed(sentence, start, end)
        lead = sentence[:start]
        if found is None or _SUPPOSED.search(sentence, max(0, start - _NEAR), start):
            continue
        if not (told_by_another(sentence, start, voice) or is_untrue(lead) or ends(lead)):
            return found
    return None


def _judged(sentence: str, start: int, end: int) -> tuple[Stance, str] | None:
    """The side of who calls good or bad what stands from `start` to `end` of a sentence."""
    judged = _VERDICT.match(sentence, end)
    if judged is None or not _SUBJECT.search(sentence, max(0, start - _NEAR), start):
        return None
    return (Stance.OPPOSES if judged["bad"] else Stance.SUPPORTS), judged.group().strip(" ,")


def _needed(sentence: str, start: int, end: int) -> tuple[Stance, str] | None:
    """The side of who says that what stands from `start` to `end` is needed, or is not."""
    need = _NEED.search(sentence, max(0, start - _NEAR), start)
    if need is None or _NOBODY.search(need["who"]) or _NO_NEED_OF_IT.match(sentence, end):
        return None
    return (Stance.OPPOSES if need["denied"] else Stance.DEMANDS), need.group().strip()
