"""Whether a sentence sets its words at a time that is not that of the words around it."""

import re

from app.domain.date_words import DateForm, find_date_words
from app.domain.quotations import Quotation, SpeechKind
from app.resolution.date_clauses import STILL_TO_COME
from app.resolution.frames import Frame
from app.resolution.tellings import ANOTHER_OCCASION, GIVEN_OUT

#: "Pledged to sell it, after she bought it last month": that month is not of the pledge.
_LED_AWAY = re.compile(
    r"\b(?:after|since|before|when|who|which|where|because|(?:repeat|echo|recall|referr)ing)\b"
)
#: A stretch of time that no one day stands for.
_STRETCH = re.compile(
    r"\b(?:(?:[Ii]n|[Uu]ntil) recent|[Ff]or (?:\w+ )?|[Oo]ver the (?:past|last|coming) (?:\w+ )?"
    r"|[Dd]uring the (?:past|last) (?:\w+ )?)(?:days|weeks|months|years|decades)\b|\b[Ll]ately\b"
)
_BACK_THEN = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ee]arly|[Ll]ate) (?:19|20)\d\d\b")
_PHRASES = frozenset({"verb: noun phrase", "verb: preposition", "verb: predicate"})
#: "In the last Mass of his journey, …": an occasion of its own, whatever it is.
_FRONTED_OCCASION = re.compile(
    r"(?:In|At|During|Speaking (?:in|at|to))"
    r" (?:the|an?|his|her|one|another|[A-Z][a-z]+(?:[’']s\b)?)(?![’']"
    r"| (?:same time|meantime|meanwhile|end|past|future|process|long run|beginning|first place|face"
    r"|wake|statement|interview|answer|turn|exchange|(?:[\w-]+ ){0,2}response|words"
    r"|(?:[\w-]+ )?(?:opinion|view|estimation|estimate|assessment|judge?ment|belief))\b)\b"
    r"[^,]{2,80},"
)
_FRONTED = re.compile(
    r"(?:And |But |Then |Later )?(?:(?:[Ii]n|[Aa]t) [A-Z][\w’'-]+(?: [A-Z]\w+)?,"
    r"|[Nn]ow,|[Ii]n response,|(?:[Mm]ore )?[Rr]ecently,|[Ll]ately,)"
)


def names_other_time(text: str, frame: Frame) -> bool:
    """Whether the sentence names a time or, at its start, a place, whatever it belongs to."""
    for piece in frame.outside:
        for words in find_date_words(text, piece):
            cited = text.rfind("(", piece.start, words.span.start) > text.rfind(
                ")", piece.start, words.span.start
            )
            to_come = STILL_TO_COME.search(text[piece.start : words.span.start])
            led = text[frame.cue_end : words.span.start]
            of_other = words.span.start > frame.cue_end and _LED_AWAY.search(led)
            if words.form is not DateForm.YEAR and not (cited or to_come or of_other):
                return True
        if ANOTHER_OCCASION.search(piece.of(text)) or _BACK_THEN.search(piece.of(text)):
            return True
        if _STRETCH.search(piece.of(text)) or GIVEN_OUT.search(piece.of(text)):
            return True
    if text.startswith(" then", frame.cue_end):
        return True  # "Ruiz said then": at a time told before
    sentence = frame.sentence.of(text)
    reported = bool(frame.outside) and frame.outside[0].start == frame.sentence.start
    occasion = reported and _FRONTED_OCCASION.match(sentence)
    return bool(_FRONTED.match(sentence) or occasion)


def holds_its_day(text: str, quotation: Quotation) -> bool:
    """Whether a noun phrase said names a time: "called for [a ban in December]" is of another."""
    if quotation.kind is not SpeechKind.INDIRECT or quotation.rule not in _PHRASES:
        return False
    return any(
        words.form is not DateForm.YEAR
        for span in quotation.content
        for words in find_date_words(text, span)
    )
