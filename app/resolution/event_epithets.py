"""Words before an occasion that judge it, and words for what only sounds like one."""

import re

from app.resolution.word_sets import word_set

#: What a reporter thinks of an occasion; which one it was they do not tell.
_JUDGING = word_set(
    "animated rowdy raucous rambling searing surprise good great strong weak poor bad bitter wild",
    "scrappy feisty lively fiery tense testy tough ugly nasty angry aggressive combative",
    "contested crucial critical key pivotal historic momentous memorable landmark stunning",
    "dramatic chaotic extraordinary unusual unprecedented rare explosive blistering scathing",
    "stinging withering rousing stirring soaring moving emotional tearful passionate impassioned",
    "defiant triumphant somber sombre solemn upbeat optimistic dark gloomy bleak grim long",
    "lengthy short quick hasty hurried sprawling wide-ranging far-reaching freewheeling",
    "free-wheeling hard-hitting hard-fought high-profile high-stakes low-key star-studded glitzy",
    "packed crowded boisterous noisy loud quiet friendly warm cordial polite frosty hostile",
    "awkward bizarre strange odd weird infamous notorious famous celebrated controversial",
    "divisive heated fierce spirited vigorous maiden choreographed sold-out",
    "unscripted scripted impromptu major big huge massive large small little",
    "important significant successful disastrous failed fateful rollicking",
    "unpublished unrelated subsequent simultaneous additional separate either neither",
    "both every some such one prior only incendiary",
    "brutal vicious personal substantive nationally-televised contentious deafening",
    "other criticized criticised praised competing rival exclusive one-on-one sit-down in-depth",
)
_LOWER_OWNER = re.compile(r"^(?:[a-z][\w-]*[’']s|[a-z][\w-]*s[’'])\s+")
_WORD = re.compile(r"^([a-z][\w-]*(?=,?\s+\S)|[A-Z][a-z-]+(?=,?\s+[a-z])),?\s+")
_COMPARED = re.compile(r"(?:much|long|highly|widely|well|hastily|closely|eagerly|hotly)-\w+")
#: "A debate over whether it was right" goes on for years.
_DISPUTED = re.compile(r" (?:over|about|on|of) (?:whether|how|why|what|if|who|when)\b")
_MARCHED = re.compile(r" (?:to|toward|towards|into) (?:the |an? )?[a-z]")
#: A market's rally, a dispute of years, a welcome: no occasions.
_NO_OCCASION = re.compile(
    r"\b(?:relief|market|stock|stocks|bond|price|oil|gold|dollar|bear-market|currency|post-election"
    r"|year-end|late|late-game|comeback) rally$"
    r"|\b(?:public|national|policy|academic|internal|political|ongoing|raging|wider|broader"
    r"|growing|larger|long-running|ideological|theological|online|renew\w*|spark\w*|stir\w*|fuel\w*"
    r"|ignit\w*|reignit\w*|reopen\w*|fram\w*)(?: [\w-]+)? debate$"
    r"|\blame-duck session$"
    r"|\b(?:warm|polite|cool|frosty|mixed|hostile|rousing|enthusiastic|chilly|friendly|better|hero[’']s"
    r"|critical|rapturous|muted|cold|icy) reception$",
    re.IGNORECASE,
)


def without_epithets(words: str) -> str:
    """The words for an occasion without those in front that only judge it or name an owner.

    "State's rowdy town hall" is a town hall.
    """
    while True:
        shorter = _LOWER_OWNER.sub("", words)
        first = _WORD.match(shorter)
        if first and (first[1].lower() in _JUDGING or _COMPARED.fullmatch(first[1])):
            shorter = shorter[first.end() :]
        if shorter == words:
            return words
        words = shorter


def is_no_occasion(words: str, *, dated: bool) -> bool:
    """Whether words that end in a noun for occasions mean something else: "a relief rally".

    A debate with a day of its own is one, however it is called.
    """
    found = _NO_OCCASION.search(words)
    return found is not None and not (dated and words.endswith("debate"))


def is_dispute(noun: str, after: str) -> bool:
    """Whether a debate goes on among many, by what follows: "the debate over whether".

    Likewise a march that is no walk: "his march to the nomination".
    """
    if noun == "march":
        return _MARCHED.match(after) is not None
    return noun == "debate" and _DISPUTED.match(after) is not None
