"""The words of English that name occasions, by the type of event they make."""

import re

from app.resolution.word_sets import word_set

#: Nouns by the type of event, the narrower first: the first that fits a place in the text wins.
_NOUNS = (
    ("summit", r"summit(?: meeting| talks)?"),
    (
        "ministerial",
        r"ministerial(?: meeting| conference| session| talks| council)?"
        r"|minister-level (?:meeting|talks)",
    ),
    (
        "briefing",
        r"(?:press|news|media) (?:briefing|conference|availability)|briefing"
        r"|(?:press|media|conference) call(?: with reporters)?|call with reporters",
    ),
    (
        "interview",
        r"series of interviews|interview|podcast|question-and-answer session|Q&A(?: session)?"
        r"|(?:[Ll]ive|online|web) chat|exchange with reporters"
        r"|(?:radio|talk|television|TV) (?:show|program|programme)(?! (?:co-)?hosts?\b)",
    ),
    (
        "talks",
        r"(?:telephone|phone) (?:conversation|call|talk)|conversation(?= with (?:the )?[A-Z])",
    ),
    (
        "hearing",
        r"(?:(?:Senate|House|committee|congressional|court|confirmation|sentencing) )?hearing"
        r"|court appearance|testimony(?= (?:before|to) )|oral arguments?|deposition|arraignment"
        r"|(?<!mock )trial",
    ),
    ("debate", r"debate"),
    (
        "speech",
        r"(?:campaign |stump |victory |acceptance |concession |announcement )?speech"
        r"|keynote(?: address)?|lecture|commencement(?: address)?"
        r"|(?<![“\"])State of the Union(?: address)?"
        r"|(?:inaugural|farewell|radio|televised|television|weekly|joint|opening|closing) address"
        r"|address(?= to (?:the |an? )?[A-Z])|(?<=[Ii]n (?:his|her) )address"
        r"|sermon|homily|toast|eulogy|monologue"
        r"|opening statement|(?:prepared |brief |opening |closing |public )?remarks"
        r"(?= (?:at|in|to|before|on the|from) )",
    ),
    (
        "rally",
        r"(?:campaign |election |victory )?rally|town ?hall(?: meeting| event)?"
        r"|fund-?raising (?:dinner|event|lunch|breakfast)|fund-?raiser|gala"
        r"|roundtable(?! discussion)|campaign (?:event|stop|appearance)|luncheon|reception"
        r"|ceremony|vigil|(?:prayer |media )?(?:dinner|breakfast|lunch|brunch|banquet|barbecue)"
        r"|picnic|(?:memorial|prayer|church|funeral) service|funeral|protest|march|parade"
        r"|demonstration|gathering|celebration|(?:house|watch|election[ -]night) party"
        r"|book signing|meet-and-greet|event",
    ),
    (
        "conference",
        r"conference|forum|convention|(?:panel|roundtable) discussion|panel|seminar|workshop"
        r"|symposium",
    ),
    (
        "talks",
        r"talks|negotiations|(?:Talks|Negotiations)(?= (?:between|among|with|on|over) )"
        r"|negotiati(?:on|ng) process",
    ),
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
    (
        "treaty",
        r"(?!(?:The|This|That|An?) )(?:[A-Z][\w-]+ ){1,4}"
        r"(?:Treaty|Accords?|Agreement|Pact|Protocol)(?! [A-Z])",
    ),
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
#: Occasions that are everyday words as well: they count where something was said there. "At a
#: dinner in Lisbon, she said" is one, "a dinner for two" is not.
LIGHT = re.compile(
    r"(?<!fundraising )(?<!fund-raising )\b(?:dinner|breakfast|lunch|brunch|banquet|barbecue"
    r"|picnic|service|funeral|protest|march|parade|demonstration|gathering|celebration|party"
    r"|book signing|meet-and-greet|(?<!campaign )(?<!town hall )event|panel|seminar|workshop"
    r"|symposium|trial|deposition|arraignment|sermon|homily|toast|eulogy|monologue"
    r"|opening statement|address|State of the Union|remarks|testimony|oral arguments?"
    r"|series of interviews|chat|exchange with reporters|show|program|programme"
    r"|(?<!phone )conversation|(?<!conference )(?<!phone )call"
    r"|call with reporters|Q&A|availability)$"
)
#: Occasions that one is "on" as well as "at": "on a conference call".
ON_ONE = re.compile(r"\b(?:call(?: with reporters)?|panel|show|program|programme|podcast)$")

DETERMINERS = word_set("a an the this that these its their his her our my last next each another")
ANAPHORIC = frozenset({"the", "this", "these", "that", "its", "their"})
INDEFINITE = frozenset({"a", "an"})
#: Words at which a noun phrase cannot go on to the left.
STOP_WORDS = word_set(
    "of in on at to from for with by about after before during following since until and or but",
    "as than when while if that which who said says told is are was were be been being has have",
    "had will would can could may might must should do does did not no into over under between",
    "within including against without through attend attended attending hold held host hosted",
    "because also then both any some all such more most very so outside across near ahead amid",
    "despite around behind beside toward towards inside beyond holding hosting attending giving",
    "open opened begin began begun start started resume resumed continue continued",
    "arrange arranged",
    "delivering making having skipping leaving watching covering joining missing spent",
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
    r"\b(?:at|during|in|told|after|following|sidelines of|opening|addressing|recently as"
    r"|(?:first|second|third|last|final|opening|closing) day of)"
    r"\s+(?:the |a |an |his |her |their )?(?:[\w’'-]+,? ){0,2}$",
    re.IGNORECASE,
)
