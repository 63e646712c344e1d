"""What a stance is taken on: the issue, or something that ends, fights or merely meets it."""

import re
from itertools import pairwise

from app.domain.gazetteer import KnownIssue
from app.domain.resolved import Stance
from app.domain.stems import spans_of, stemmed, stems
from app.resolution.word_sets import word_set

Places = tuple[tuple[int, int], ...]

#: Words for what ends an issue or goes against it: "the repeal of", "to scrap", "those who fight".
_ENDS = (
    r"(?:(?:scrapp?|repeal|abolish|end|ax|cancell?|ditch|dump|dropp?|kill|revers|revok|rescind|remov"
    r"|overturn|withdraw|suspend|freez|paus|delay|postpon|block|stopp?|halt|bann?|prevent|avoid"
    r"|defeat|fight|battl|resist|attack|assault|campaign|protest|boycott|sabotag|obstruct|opponent"
    r"|critici[sz]|reject|refus|condemn|denounc|dismiss|destroy|dismantl|collaps|fail|evad|dodg"
    r"|oppos|break|eras|eliminat|eradicat|escap|ridd?|abandon|annul|annull|void|quash|strik|stripp?"
    r"|lift|challeng|veto|revolt|rebell?|rebuff|derail|thwart|combatt?|exempt|alternativ|lack"
    r"|replac|los|critic|undo|tear|throw|beat|demis|foe|enem|bury|rethink|retreat|retract|ceas)"
    r"(?:e|es|s|ed|d|ing|ers?|ors?|y|ies)?"
    r"|abolition\w*|hat(?:e|es|ed|ers?|ing)|clos(?:ing|ed)|cancell?ations?|revers(?:al|ible)|revocation|removals?|withdr[ae]w\w*|suspension"
    r"|froze|frozen|bans|prevention|fought|opposition|criticisms?|hostile|hostility|hatred"
    r"|rejections?|refusals?|condemnations?|denunciations?|dismissals?|destruction|failures?"
    r"|evasion|broken?|elimination|eradication|abandonment|struck|closures?|rebellion|loss|lost"
    r"|tore|torn|threw|thrown|undone|undid|buried|exemptions?|relief|moratorium|absence|replacements?"
    r"|resistance|undoing|doing away|do away|against|instead|except|anti|freedom|breach\w*)"
)
_ENDING = re.compile(rf"\b{_ENDS}\b(?!-)", re.IGNORECASE)
#: A fight or campaign may be one for the issue, or the issue itself.
_FOUGHT = re.compile(r"fight|fought|campaign|battl|attack|assault", re.IGNORECASE)
_WORD = re.compile(r"[\w’'-]+")
_BREAK = re.compile(
    r"[.;:!?—–()]|\s-\s|,\s*$|,\s+(?:the|an?|this|that|these|those|our|my|his|her|their|its|your|all)\b",
    re.IGNORECASE,
)
_FAR = 6  # words before a signal among which what ends it is looked for
_NEAR = 3  # words between the parts of one signal
#: "The road tax repealed", "a road tax cut", "that it be scrapped" after the words that signal it.
_AFTERWARDS = re.compile(
    r"['’]?s? (?:(?:(?:to|be|being|is|was|are|were|been|get|gets|finally|now|ever) )+"
    r"(?!against|instead|except|fail|los|clos|hat|critici|condemn|oppos|hostil|break|breach|lack)"
    rf"{_ENDS}\b|(?=\w+ed\b){_ENDS}\b|(?:repeal|cut|protest|boycott|ban|revolt|rebellion|fight"
    r"|campaign|critic|opponent|opposition|protester|abolition|rejection|suspension)s?\b"
    r"|(?:finally |now )?(?:gone|go|die|dead|withdrawn|overturned|struck down)\b)",
    re.IGNORECASE,
)
#: Verbs that take a stance on their very object.
_ATTITUDE = re.compile(
    r"(?:support|favou?r|endors|welcom|prais|back|oppos|reject|condemn|slam|critici|blast|denounc"
    r"|accus|object|protest|dismiss|den(?:y|i)|refus|rul)",
    re.IGNORECASE,
)
_WHO = word_set("who whose whom which where")
_NOT = word_set("no not neither nor never none nothing nobody except without unlike cannot than")
_ELSEWHERE = word_set(
    "that when while because since although though if as unless until before after but whether",
    "i we he she they it you there so",
)
_PREPOSITIONS = word_set(
    "of for to in on into onto about with by from at under behind around over towards toward",
    "regarding concerning despite during through via",
)
#: "We support the road tax and reject the harbour": another object, after the issue is named.
_OTHER = re.compile(
    r" (?:the|an?|all|any|every|my|our|his|her|their|your) (?P<noun>[\w’'-]+)", re.IGNORECASE
)
#: Nouns and verbs through which a stance reaches what they lead to: "the idea of", "paying".
_LEADS = word_set(
    "idea ideas notion concept plan plans proposal proposals principle introduction adoption",
    "creation imposition system policy kind sort form forms version aim goal bill law scheme",
    "project call calls demand demands need extension expansion continuation enforcement",
    "all both any some most much part parts rest each one use existence establishment",
    "implementation launch return reintroduction charging right construction deployment",
    "accept agree pay give provide allow grant sign ratify have keep introduce adopt impose",
    "charge extend enforce build create establish maintain raise increase deploy join hold",
    "tax taxes fee fees toll tolls levy levies duty duties price",
)
_LEADING = word_set(
    "introducing adopting keeping imposing having paying charging extending enforcing raising",
    "increasing building creating establishing maintaining making bringing putting deploying",
    "existing ongoing coming upcoming forthcoming binding continuing growing holding running",
    "cooperating working during",
)
_NEGATED = re.compile(
    r"(?:\b(?:no|not|never|without|hardly|nothing|neither|nor|far from|nobody|none|cannot)\b"
    r"|n['’]t\b)\s+(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"(?:no|not|cannot|can['’]t|wo?n['’]t|doesn['’]t|don['’]t|unless|why)\b", re.I
)
#: Nonsense it is that the issue is bad: what is called so is the charge, not the issue.
_THAT = re.compile(r"\s+(?:that|to (?:say|claim|suggest|think|call|pretend|believe|argue))\b", re.I)
_NONSENSE = re.compile(r"nonsense|rubbish|absurd|drivel|nothing new|impossible|unrealistic", re.I)
_OUGHT = re.compile(r"(?:must|should|ha(?:s|ve) to|needs? to|ought to)$", re.IGNORECASE)
_NOBODYS = re.compile(
    r"\b(?:why|how|where|who|what|when)\b[^.;,?]{0,20}\s$|\byou (?:all |really |first |then )?$",
    re.IGNORECASE,
)
_NO_DEMAND = re.compile(
    r"n['’]t\b|\s+(?:(?:now|first|also|always|simply|just|finally|really|therefore|at last) )*"
    r"(?:not\b|never\b|have (?:been|had|cost|made|done|gone|come|known|seen|taken|given|paid"
    r"|brought|thought|said|left|lost|\w+ed)\b|be (?:mad|crazy|joking|blind|stupid|insane)\b"
    r"|say\b|admit|confess|remember|understand|remind|add\b"
    r"|(?:talk|think|speak|be clear|be honest) about\b|have an? (?:\w+ )?(?:talk|debate|discussion"
    r"|conversation|chat)\b|recall|apologi[sz]e|go\b|die\b|cease|come to an end"
    rf"|be over\b|be gone\b|(?:be |get |all )?(?:{_ENDS}\b))",
    re.IGNORECASE,
)

#: "Convinced that the road tax must go", "it is in the interest of nobody".
_OUGHT_TO_END = re.compile(
    r" (?:must|should|ha[sd] to|have to|needs? to|ought to|will|to)"
    rf"(?:{_NO_DEMAND.pattern}| fall\b)",
    re.IGNORECASE,
)
_OF_NOBODY = re.compile(r"\s+(?:(?:of|to|for) )?(?:nobody|no one|none|nothing)\b", re.IGNORECASE)
_IS_SUBJECT = re.compile(
    r" (?:is|was|are|were|would|will|had|has|have|could|can|might|may|must|should|did|does)\b",
    re.IGNORECASE,
)


def is_turned(issue: KnownIssue, sentence: str) -> bool:
    """Whether a sentence names an issue only in what ends or fights it: "the repeal of the tax"."""
    places = places_of(issue, sentence)
    starts = [0, *(end for _, end in places)]
    return bool(places) and all(
        ends(sentence[before:start]) or _AFTERWARDS.match(sentence, end)
        for before, (start, end) in zip(starts, places, strict=False)
    )


def reaches(issue: KnownIssue, sentence: str, end: int, verb: str) -> bool:
    """Whether what follows a verb that takes a stance, up to the issue's words, leaves it on them.

    True as well where the issue is not named after the verb: nothing stands between.
    """
    places = places_of(issue, sentence)
    gap = next((sentence[end:at] for at, _ in places if at >= end), None)
    if gap is None:
        other = _OTHER.match(sentence, end) if _ATTITUDE.match(verb) else None
        return other is None or other["noun"].lower() in _LEADS or _is_part(issue, other["noun"])
    words = [word.lower() for word in _WORD.findall(gap)]
    if _WHO.intersection(words) or _NOT.intersection(words) or "n't" in gap.replace("’", "'"):
        return not _ATTITUDE.match(verb) and not {"no", "neither", "who", "whose"} & set(words)
    if not _ATTITUDE.match(verb):
        return not ends(gap) and not any(_OUGHT_TO_END.match(sentence, e) for _, e in places)
    return not _is_elsewhere(gap, words)


def is_told_of(issue: KnownIssue, sentence: str) -> bool:
    """Whether the issue is what a clause tells something of: "(denied) the tax was dangerous"."""
    return any(_IS_SUBJECT.match(sentence, end) for _, end in places_of(issue, sentence))


def means_it(sentence: str, match: re.Match[str], stance: Stance) -> bool:
    """Whether words of a stance stand as they are: not "no danger", "why should we", "must go"."""
    before, after = sentence[: match.start()], sentence[match.end() :]
    if not _NEGATION.match(match.group()) and _NEGATED.search(before):
        return False
    if _OF_NOBODY.match(after):
        return False
    if _NONSENSE.match(match.group()) and _THAT.match(after):
        return False
    if stance is Stance.DEMANDS and _OUGHT.match(match.group()):
        ended = _NO_DEMAND.match(after)
        asked = sentence.rstrip("\"”’') ").endswith("?")
        return ended is None and not asked and not _NOBODYS.search(before)
    return True


def _is_elsewhere(gap: str, words: list[str]) -> bool:
    """Whether the object of a verb is another thing than what the words after it lead to."""
    ending = _ENDING.search(gap.removeprefix(" against"))
    if ending or _BREAK.search(gap) or _ELSEWHERE.intersection(words):
        return True
    if any(word.endswith("ing") and word not in _LEADING for word in words):
        return True
    return any(
        word in _PREPOSITIONS and head not in _LEADS | _LEADING | _PREPOSITIONS
        for head, word in pairwise(words)
    )


def ends(before: str) -> bool:
    """Whether the last words before a signal, of one clause, say that it ends or is fought."""
    clause = re.split(r"[.;:!?—–]", before)[-1]
    spans = [match.start() for match in _WORD.finditer(clause)][-_FAR:]
    near = clause[spans[0] :] if spans else ""
    return any(
        not re.search(r"\b(?:in|at|by) the $", near[: found.start()], re.IGNORECASE)
        and not re.match(r",? (?:and|but) ", near[found.end() :])
        and not (_FOUGHT.match(found.group()) and re.match(r" (?:for|in|of) ", near[found.end() :]))
        and not _takes_stance(near, found)
        for found in _ENDING.finditer(near)
    )


def _takes_stance(words: str, found: re.Match[str]) -> bool:
    """Whether what goes against an issue is the speaker's own verb: "we reject the road tax"."""
    verb = re.match(
        r"(?:reject(?:s|ed)?|oppos(?:e|es|ed)|refus(?:e|es|ed)|condemn(?:s|ed)?|denounc(?:e|es|ed)|dismiss(?:es|ed)?"
        r"|critici[sz](?:e|es|ed)|protest(?:s|ed)?|against|without|rejecting|condemning|refusing"
        r"|failed|fails|lacks?|challeng(?:e|es|ed))$",
        found.group(),
        re.IGNORECASE,
    )
    lead = words[: found.start()]
    return bool(verb) and not re.search(
        r"(?:fight|campaign|protest|battle|vote|revolt|war|struggle|case|speak|those|people)"
        r"(?: who)? $",
        lead,
        re.IGNORECASE,
    )


def _is_part(issue: KnownIssue, noun: str) -> bool:
    """Whether a noun is a word of the issue's signals: "the tax"."""
    wanted = (signal.split(" - ")[0] for signal in issue.signals)
    return bool({*stems(noun)} & {word for part in wanted for word in stems(part)})


def places_of(issue: KnownIssue, sentence: str) -> Places:
    """Where a sentence names an issue, in order; parts of a signal that stand near are one."""
    words = list(stemmed(sentence))
    found: set[tuple[int, int]] = set()
    for signal in issue.signals:
        first, *others = ([*spans_of(words, part)] for part in signal.split(" - ")[0].split(" + "))
        if first:
            found.update(first, *others)
    places: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if places and len(_WORD.findall(sentence[places[-1][1] : start])) <= _NEAR:
            places[-1] = (places[-1][0], max(end, places[-1][1]))
        else:
            places.append((start, end))
    return tuple(places)
