"""Words by which a statement takes a stance, with how strongly they say so.

Weights: 3 the words can hardly mean anything else, 2 they mostly mean it, 1 they lean to it.
Set by hand from what the words mean, tried on the founding articles.
"""

import re

from app.domain.resolved import Stance

#: What the cue says of a statement's stance: the verb alone.
CUES: tuple[tuple[Stance, float, re.Pattern[str]], ...] = tuple(
    (stance, weight, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for stance, weight, words in (
        (Stance.DEMANDS, 3, r"demand(?:s|ed|ing)?|insist(?:s|ed|ing)?|urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:for|on)|request(?:s|ed)?"),
        (Stance.REJECTS, 3, r"reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|den(?:y|ies|ied)|refus(?:e|es|ed)|rul(?:e|es|ed) out"),
        (Stance.OPPOSES, 3, r"oppos(?:e|es|ed)|slam(?:s|med)?|condemn(?:s|ed)?|critici[sz](?:e|es|ed)|blast(?:s|ed)?|denounc(?:e|es|ed)|accus(?:e|es|ed|ing)|object(?:s|ed)|protest(?:s|ed)"),
        (Stance.SUPPORTS, 3, r"support(?:s|ed)?|welcom(?:e|es|ed)|endors(?:e|es|ed)|prais(?:e|es|ed)|back(?:s|ed)"),
        (Stance.OFFERS, 3, r"offer(?:s|ed)?|propos(?:e|es|ed)|suggest(?:s|ed)?|invit(?:e|es|ed)|hail(?:s|ed)?"),
        (Stance.WARNS, 3, r"warn(?:s|ed|ing)?|threaten(?:s|ed|ing)?|caution(?:s|ed)?"),
        (Stance.DOUBTS, 3, r"doubt(?:s|ed)?|question(?:s|ed)?"),
    )
)  # fmt: skip

#: What the words of a statement say, tried on each of its sentences.
WORDS: tuple[tuple[Stance, float, re.Pattern[str]], ...] = tuple(
    (stance, weight, re.compile(rf"\b(?:{words})", re.IGNORECASE))
    for stance, weight, words in (
        (Stance.DEMANDS, 3, r"must\b|demand|insist|call(?:s|ed|ing)? for\b|request\b|would like (?:to know|\w+ to)|seek(?:s|ing)? (?:\w+ )?(?:clarification|guarantee|assurance)|importance of ensuring|duck(?:ing)? our question|reserves? the right|wants? (?:guarantees|(?:our|its|the|his|their) \w+ to)|insufficient|(?:is|are) (?:necessary|essential)"),
        (Stance.DEMANDS, 1.5, r"should\b|ha(?:s|ve) to\b|needs? to\b|ought to|require|expects?\b"),
        (Stance.REJECTS, 3, r"(?:will|would|can|could|shall|does|do|did|is|are|was|were) (?:not|never) (?:accept|agree|give|provide|ensure|allow|grant|put|ready to accept|undermine|attack|pose)|(?:won|don|doesn|can)['’]t (?:accept|agree|give|provide|pose|allow)|cannot (?:accept|agree|give|be)|no need (?:for|of)|not (?:directed|aimed|targeted)|no threat|not a threat|not an enemy|reject|refus|ruled? out|impossible|unrealistic|never happen|no illusions|drivel|nonsense|unnecessary|out of date|makes? no sense|not make sense|under (?:\w+ )?(?:sovereign )?(?:national )?control"),
        (Stance.OPPOSES, 3, r"(?:is|are|was|were|am|categorically) (?:\w+ )?against (?:this|it|that|the|such)?|oppos|unacceptable|inadmissible|pointless|illegal|illegitimate|overstep|violat|condemn|freely interpreted|assumed the right|who gave|right to kill|stuck in|remain stuck|concern over|taking sides"),
        (Stance.SUPPORTS, 3, r"best (?:choice|way|path)|only path|makes? (?:\w+ )?sense for|in the interests? of|ready (?:to|for) (?:cooperat|dialogue|start|discuss)|prepared to (?:start|cooperate|discuss|work)|wants? (?:real |true |closer )?(?:cooperation|partnership|dialogue)|want to (?:develop|cooperate|work)|seeks? (?:\w+ )?cooperation|for us to work together|opens? (?:\w+ )?(?:possibilities|opportunities)|potential (?:for \w+ )?is (?:great|high)|determined to|making progress|would be substantial|productive|evolving|part of (?:that|a|this) (?:\w+ )*partnership|our vision is|guided by|approved a|facilitate|actual cooperation|lives on"),
        (Stance.OFFERS, 3, r"offer(?:s|ed)?\b|we propose|proposes? to|invited? \w+ to|reaffirm|political guarantee|put forth|put forward|signed a statement|by agreeing that"),
        (Stance.WARNS, 3, r"warn|forced to|will take (?:\w+ )?(?:measures|steps)|will (?:be forced to )?deploy|can complicate|could complicate|will complicate|will have questions|may suffer|could (?:threaten|pose)|can pose|poses? a threat|danger|consequences|arms race|leave exposed|retaliat|will respond|security concern"),
        (Stance.DOUBTS, 3, r"(?:do|does|did|would|will) not yield|not yield|no results?|unimplemented|not implemented|crisis|impasse|not sincere|not ready for|ignor(?:e|es|ed|ing)|empty promises|no progress|doubt|sticking point|not proceeding|not likely|unlikely|not be reached|do not believe|failed to|makes us think|bypassing|by-passing"),
    )
)  # fmt: skip

#: A condition: what follows it is asked for as the price of the rest.
CONDITION = re.compile(
    r"\b(?:unless|until|without|only if|provided that|as long as)\b", re.IGNORECASE
)
IF = re.compile(r"\b(?:if|unless|in case|provided that|would be based on)\b", re.IGNORECASE)
THEN_BAD = re.compile(
    r"\bif\b.{3,200}?\b(?:will (?:take|deploy|respond|be forced|have to)|can|may|could)\b",
    re.IGNORECASE,
)
