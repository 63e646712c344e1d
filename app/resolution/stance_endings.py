"""Whether the end of an issue is asked for: "urged the minister to drop the toll", "it must go"."""

import re

from app.domain.gazetteer import KnownIssue
from app.resolution.stance_bearers import is_untrue, told_by_another
from app.resolution.stance_objects import ends, places_of
from app.resolution.voices import Voice

#: Verbs that make an end of something for good; what is put off may come back.
_SCRAP = (
    r"(?:scrap|repeal|abolish|end|axe?|cancel|ditch|dump|drop|kill|reverse|revoke|rescind|remove"
    r"|overturn|withdraw|stop|halt|ban|abandon|lift|bury|get rid of"
    r"|do away with|tear up|give up|back away from|walk away from)\b"
)
_SCRAPPED = (
    r"(?:scrapped|repealed|abolished|ended|axed|cancell?ed|ditched|dumped|dropped|killed|reversed"
    r"|revoked|rescinded|removed|overturned|withdrawn|stopped|halted|banned|abandoned"
    r"|lifted|buried)\b"
)
_SOON = r"(?:(?:now|finally|simply|just|at once|immediately|completely|\w+ly) )?"
_OUGHT = r"(?:must|should|ought to|ha(?:s|ve) to|needs? to)"
#: What somebody is asked to do: "(urged NATO) to scrap", "(called for) an end to".
_ASKED = re.compile(
    rf"(?<!not )(?<!never )\bto {_SOON}{_SCRAP}|\bthat [^,;.]{{1,40}} {_SCRAP}"
    r"|\b(?:an|the)? ?(?:immediate )?(?:end (?:to|of)|abolition of|repeal of|scrapping of"
    r"|withdrawal of|cancell?ation of|removal of)\b",
    re.IGNORECASE,
)
#: "(Urged NATO) not to give".
_ASKED_NOT = re.compile(rf"\bnot to (?!{_SCRAP})(?:\w+ly )?[a-z]+\b", re.IGNORECASE)
_OWN = re.compile(
    rf"\b(?:{_OUGHT}|let us|let['’]s|(?:we|I) (?:will|want to|intend to|plan to)) {_SOON}{_SCRAP}",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"['’]?s? {_OUGHT} {_SOON}(?:be {_SOON}{_SCRAPPED}"
    r"|go\b(?! (?:on|ahead|further|forward|up|through|to|into|beyond|with))|end\b|die\b)",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[.;:!?—–]|, |\b(?:who|which|that|because|if|unless|when|while|so)\b")
_WORD = re.compile(r"[\w’'-]+")
_FAR = 6  # words between the verb and the issue that it is to end
_NEGATED = re.compile(
    r"(?:\b(?:not?|never|nobody|no one|cannot|without)\b|n['’]t\b) ?(?:\w+ ){0,2}$", re.I
)


def end_asked_for(issue: KnownIssue, sentence: str, voice: Voice, *, asked: bool) -> str | None:
    """The words by which a sentence asks that an issue be ended; None where none do.

    `asked` says that the cue leads to what is asked for: "urged", "called for".
    """
    if sentence.rstrip("\"”’' ").endswith("?"):
        return None
    places = places_of(issue, sentence)
    for pattern in (_OWN, *((_ASKED, _ASKED_NOT) if asked else ())):
        for found in pattern.finditer(sentence):
            at = next((start for start, _ in places if start >= found.end()), None)
            if at is None or not _leads_to(sentence[found.end() : at]):
                continue
            if _NEGATED.search(sentence[: found.start()]) and pattern is not _ASKED_NOT:
                continue
            if _is_the_speakers(sentence, found.start(), voice):
                return str(found.group()).strip()
    for start, end in places:
        found_behind = _BEHIND.match(sentence, end)
        lead = sentence[:start]
        if found_behind and not ends(lead) and _is_the_speakers(sentence, start, voice):
            return found_behind.group().strip()
    return None


def _leads_to(gap: str) -> bool:
    """Whether nothing between a verb and the issue makes another thing its object."""
    return not (_CLAUSE_END.search(gap) or ends(gap) or len(_WORD.findall(gap)) > _FAR)


def _is_the_speakers(sentence: str, start: int, voice: Voice) -> bool:
    before = sentence[:start]
    return not told_by_another(sentence, start, voice) and not is_untrue(before)
