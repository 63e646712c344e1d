"""Finds by place alone what a source goes with: a name before it, behind it, or in a headline."""

from app.domain.quotations import Quotation
from app.domain.spans import Span
from app.extraction.analysis import Analysis
from app.extraction.cast import Cast
from app.extraction.clause_mates import subject_above, subject_ahead
from app.extraction.names import PERSON
from app.extraction.narration import Narration
from app.extraction.phrases import Phrase, PhraseKind, read_phrase

_LONGEST_NAME = 3  # words; what is longer in a headline holds a verb
_SENTENCES_BACK = 4
_LONGEST_NOUN = 60  # characters of the phrase that "who" goes with


def apposed(analysis: Analysis, cast: Cast, phrase: Phrase) -> Phrase | None:
    """The name that a phrase is said of: "Senator Jane Roe, the socialist who"."""
    body = phrase.kind is PhraseKind.NAME and phrase.figure_label != PERSON
    if phrase.plural or not (body or phrase.kind in (PhraseKind.ROLE, PhraseKind.UNNAMED)):
        return None
    start, behind = phrase.span.start, phrase.span.end
    who = analysis.text[behind : behind + 5].startswith((" who", ", who"))
    if analysis.text[start - 2 : start] != ", " or not who:
        return None
    name = cast.name_over(start - 3)
    if name is None or cast.meaning_label(name) != PERSON:
        return None
    return read_phrase(analysis.text, cast.names[name].span, cast)


def first_named(analysis: Analysis, cast: Cast, phrase: Phrase) -> Phrase | None:
    """The person that a headline begins with: "Roe Endorses Jane Poe: “I Am Glad”"."""
    number = cast.name_over(phrase.span.start)
    if number is None or cast.meaning_label(number) != PERSON:
        return None
    return read_phrase(analysis.text, cast.names[number].span, cast)


def heads_headline(analysis: Analysis, quotation: Quotation, phrase: Phrase) -> bool:
    """Whether a headline, or what of it stands before a colon, was taken for a name."""
    paragraph = analysis.paragraph_at(phrase.span.start)
    above = paragraph is not None and paragraph < max(analysis.body, 1)
    whole = quotation.rule == "quotation: colon" or len(phrase.text.split()) > _LONGEST_NAME
    return above and whole and phrase.kind is PhraseKind.WORD


def of_two(analysis: Analysis, cast: Cast, phrase: Phrase) -> int | None:
    """Whom "the former" and "the latter" mean: of the two whom a sentence before names."""
    words = phrase.text.casefold().split()
    if words not in (["the", "former"], ["the", "latter"]):
        return None
    here = analysis.sentence_at(phrase.span.start)
    if here is None:
        return None
    for number in range(here, max(-1, here - _SENTENCES_BACK), -1):
        sentence = analysis.sentences[number]
        ends = min(sentence.end, phrase.span.start)
        named = _people_in(cast, Span(sentence.start, max(sentence.start, ends)))
        if named:
            return named[words[1] == "latter"] if len(named) == 2 else None
    return None


def leads(cast: Cast, narration: Narration, phrase: Phrase) -> bool:
    """Whether a source is the subject of its main clause."""
    span = phrase.span if phrase.name is None else cast.names[phrase.name].span
    return narration.subjecthood(span) == 1.0


def speaks_on(cast: Cast, narration: Narration, phrase: Phrase, last: int, since: int) -> bool:
    """Whether "he said" goes on from the figure who spoke last, whose source ends at `since`.

    So it does where no other man was a subject in between, whoever else is named.
    """
    if phrase.pronoun not in ("m", "f") or since > phrase.span.start:
        return False
    figure = cast.figures[last]
    if figure.label != PERSON or figure.gender is not None:
        return False
    sentence = narration.analysis.sentence_at(since - 1)
    since = since if sentence is None else narration.analysis.sentences[sentence].end
    number = cast.name_at_or_before(phrase.span.start)
    while number is not None and number >= 0 and cast.names[number].span.start > since:
        name, meaning = cast.names[number], cast.meanings[number]
        other = cast.figures[meaning.figure] if meaning is not None else figure
        if other is not figure and other.label == PERSON:
            may_be = other.gender in (phrase.pronoun, None) and not name.possessive
            if may_be and narration.subjecthood(name.span):
                return False
        number -= 1
    return True


def _people_in(cast: Cast, span: Span) -> list[int]:
    """The people named in a part of the text, each once, in order."""
    found: list[int] = []
    for name, meaning in zip(cast.names, cast.meanings, strict=True):
        if meaning is None or not span.contains(name.span) or meaning.figure in found:
            continue
        if cast.figures[meaning.figure].label == PERSON:
            found.append(meaning.figure)
    return found


def noun_before(analysis: Analysis, cast: Cast, phrase: Phrase) -> Phrase | None:
    """The phrase without a name that "who" goes with: "activists who raised concerns"."""
    noun = analysis.token_at(phrase.span.start - 2)
    if noun is None or noun.pos_ not in ("NOUN", "PROPN"):
        return None
    span = Span(analysis.span(noun.left_edge).start, analysis.span(noun).end)
    if span.end + 1 != phrase.span.start or span.end - span.start > _LONGEST_NOUN:
        return None
    found = read_phrase(analysis.text, span, cast)
    plain = found is not None and found.kind in (PhraseKind.UNNAMED, PhraseKind.ROLE)
    return found if plain else None


def named_ahead(analysis: Analysis, cast: Cast, phrase: Phrase) -> int | None:
    """The person whom the parse gives to "he": in "After he spoke, John Roe left", "Roe despises
    what he calls luck"; None where nobody fits.
    """
    ahead = subject_ahead(analysis, phrase.span) if phrase.pronoun in "mf" else None
    if ahead is None and phrase.pronoun in "mf":
        ahead = subject_above(analysis, phrase.span)
    name = cast.name_over(ahead) if ahead is not None else None
    meaning = cast.meanings[name] if name is not None else None
    if meaning is None or cast.figures[meaning.figure].label != PERSON:
        return None
    fits = cast.figures[meaning.figure].gender in (phrase.pronoun, None)
    return meaning.figure if fits else None


def name_before(cast: Cast, span: Span) -> int | None:
    """Number of the figure named right before a place, a comma between or not."""
    for back in (2, 3):
        name = cast.name_over(span.start - back)
        meaning = cast.meanings[name] if name is not None else None
        if meaning is not None:
            return meaning.figure
    return None
