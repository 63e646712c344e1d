"""The words of English that name occasions, by the type of event they make."""

import re

from app.resolution.word_sets import word_set

#: Nouns by the type of event, the narrower first: the first that fits a place in the text wins.
_NOUNS = (
    ("summit", r"summit(?: meeting| talks)?"),
    (
        "ministerial",
        r"ministerial(?: meeting| conference| session| talks)?|minister-level (?:meeting|talks)",
    ),
    (
        "briefing",
        r"(?:press|news|media) (?:briefing|conference)|briefing|conference call with reporters",
    ),
    ("interview", r"interview|podcast|question-and-answer session"),
    ("talks", r"(?:telephone|phone) (?:conversation|call|talk)"),
    ("hearing", r"(?:Senate|House|committee|congressional) hearing|hearing"),
    ("debate", r"debate"),
    (
        "speech",
        r"(?:campaign |stump |victory |acceptance |concession )?speech|keynote(?: address)?|lecture"
        r"|commencement(?: address)?",
    ),
    (
        "rally",
        r"rally|town hall(?: meeting)?|fundraising (?:dinner|event)|fundraiser|gala|roundtable"
        r"|campaign (?:event|stop|appearance)|luncheon|reception|ceremony|vigil",
    ),
    ("conference", r"conference|forum|convention|(?:panel|roundtable) discussion"),
    ("talks", r"talks|negotiations|negotiati(?:on|ng) process"),
    ("meeting", r"meeting|session"),
    ("resolution", r"Resolution \d+|resolution"),
    ("exercises", r"(?:military |joint )?(?:exercises|wargames|war games)"),
    ("withdrawal", r"pullback|withdrawal|pullout|pull-out"),
    (
        "military action",
        r"(?:military |air |bombing )(?:campaign|intervention|operations?)|air strikes|airstrikes"
        r"|invasion|campaign|intervention",
    ),
    ("announcement", r"announcement"),
    ("treaty", r"(?:[A-Z][\w-]+ ){1,4}(?:Treaty|Accords?|Pact|Protocol)(?! [A-Z])"),
)
EVENT_TYPES = tuple(kind for kind, _ in _NOUNS)
#: An event noun; the group that matched, n0 and so on, tells its type.
EVENT_NOUN = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"(?P<n{i}>{nouns})" for i, (_, nouns) in enumerate(_NOUNS)) + r")"
    r"(?![\w-])"
)

#: Types that one noun may call by another's name: "This meeting" of a summit.
GATHERINGS = frozenset({"summit", "ministerial", "meeting", "talks", "conference"})
#: Types that happen on a day, so that a nameless "the debate" is the one told of last.
OCCASIONS = GATHERINGS | {"briefing", "interview", "hearing", "debate", "speech", "rally"}

DETERMINERS = word_set("a an the this that these its their his her our my last next each another")
ANAPHORIC = frozenset({"the", "this", "these", "that", "its", "their"})
INDEFINITE = frozenset({"a", "an"})
#: Words at which a noun phrase cannot go on to the left.
STOP_WORDS = word_set(
    "of in on at to from for with by about after before during following since until and or but",
    "as than when while if that which who said says told is are was were be been being has have",
    "had will would can could may might must should do does did not no into over under between",
    "within including against without through attend attended attending hold held host hosted",
    "because also then both any some all such more most very so",
)

#: "the death of Muammar Gaddafi"
DEATH = re.compile(
    r"\b(?:[Dd]eath|[Kk]illing|[Mm]urder|[Aa]ssassination|[Ee]xecution) of (?=(?:the )?[\w ]*[A-Z])"
)
#: Words in a mention, and words right after it, that set it in the time to come.
UPCOMING_BEFORE = re.compile(
    r"\b(?:upcoming|forthcoming|scheduled|planned|next|future|proposed|coming|will|would|shall"
    r"|to (?:gather|meet|convene))\b"
)
UPCOMING_AFTER = re.compile(
    r"[^,;]*?\b(?:scheduled|planned|due|is to|are to|being organi[sz]ed|to be held|immediate plans"
    r"|next (?:week|month|year|spring|summer|autumn|winter)"
    r"|(?:will|would|shall)(?: also| likely| probably)? (?:be|take|begin|start|open|air|focus"
    r"|feature|discuss|bring|include|last|mark|decide|address|try|cover|come|go|run|seek|consider|gather"
    r"|meet|host|draw|give|see|examine|deal|end|conclude|follow|convene))\b"
)
#: Words before an occasion that say that something was said at it.
AT_OCCASION = re.compile(
    r"\b(?:at|during|in|told|after|following|sidelines of|opening|addressing|recently as)"
    r"\s+(?:the |a |an |his |her |their )?(?:[\w’'-]+,? ){0,2}$",
    re.IGNORECASE,
)
