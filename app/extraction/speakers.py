"""Resolves the source of one quotation after another to the speaker it means."""

from app.domain.documents import ParsedArticle
from app.domain.quotations import UNATTRIBUTED, Attribution, Quotation, SourceKind, SpeechKind
from app.extraction.analysis import Analysis
from app.extraction.capitals import role_nouns
from app.extraction.cast import Cast
from app.extraction.descriptions import Descriptions, conflicts, match_body, match_role
from app.extraction.focus import (
    OTHER,
    POSSESSOR,
    SPEAKER,
    SUBJECT,
    UNNAMED_SPEAKER,
    Choice,
    Focus,
    Referent,
)
from app.extraction.mentions import PERSON
from app.extraction.narration import Narration
from app.extraction.phrases import Phrase, PhraseKind, read_phrase
from app.extraction.stream import Event, mentions_in_order

_PERSON_KINDS = (
    PhraseKind.NAME,
    PhraseKind.WORD,
    PhraseKind.ROLE,
    PhraseKind.BODY,
    PhraseKind.PRONOUN,
)


class Resolver:
    """Reads an article from its start and keeps in mind who is talked about.

    Quotations must come in the order in which their sources stand in the text.
    """

    def __init__(
        self,
        article: ParsedArticle,
        analysis: Analysis,
        cast: Cast,
        descriptions: Descriptions,
        narration: Narration,
    ) -> None:
        self._article, self._analysis, self._cast = article, analysis, cast
        self._descriptions, self._narration = descriptions, narration
        self._focus = Focus()
        self._events = mentions_in_order(analysis, cast, narration)
        self._next = 0
        self._sources: set[int] = set()
        self._last: tuple[Attribution, int] | None = None  # with the paragraph it spoke in

    def resolve(self, quotation: Quotation) -> Attribution:
        """Who is meant by the quotation's source."""
        if not quotation.source:
            return self._without_source(quotation)
        phrases = [read_phrase(self._analysis.text, s, self._cast) for s in quotation.source]
        known = [phrase for phrase in phrases if phrase is not None]
        if not known:
            return UNATTRIBUTED
        phrase = min(known, key=self._rank)
        start = phrase.span.start
        self._advance(start)
        found = self._attribution(phrase, quotation)
        if not self._narration.is_quoted(start):
            self._remember(phrase, found)
        return found

    def _rank(self, phrase: Phrase) -> int:
        if phrase.kind is PhraseKind.NAME:
            assert phrase.name is not None
            return 0 if self._label(phrase.name) == PERSON else 1
        return 2 + _PERSON_KINDS.index(phrase.kind) if phrase.kind in _PERSON_KINDS else 9

    def _label(self, name: int) -> str:
        meaning = self._cast.meanings[name]
        return self._cast.figures[meaning.figure].label if meaning else ""

    # -- One kind of source each

    def _attribution(self, phrase: Phrase, quotation: Quotation) -> Attribution:
        match phrase.kind:
            case PhraseKind.NAME:
                return self._by_name(phrase)
            case PhraseKind.PRONOUN:
                return self._by_pronoun(phrase, quotation)
            case PhraseKind.ROLE:
                return self._by_role(phrase)
            case PhraseKind.BODY:
                return self._by_body(phrase)
            case PhraseKind.WORD:
                return self._by_word(phrase)
        reason = f"“{phrase.text}” names nobody"
        return Attribution(SourceKind.UNNAMED, None, phrase.text, reason, confidence=0.9)

    def _by_name(self, phrase: Phrase) -> Attribution:
        assert phrase.name is not None
        meaning = self._cast.meanings[phrase.name]
        if meaning is None:
            return self._by_word(phrase)
        return self._of_figure(meaning.figure, phrase.text, meaning.reason, meaning.confidence)

    def _of_figure(
        self, number: int, description: str, reason: str, confidence: float
    ) -> Attribution:
        figure = self._cast.figures[number]
        kind = SourceKind.PERSON if figure.label == PERSON else SourceKind.ORGANISATION
        role = next(iter(figure.roles), None)
        return Attribution(kind, figure.name, description, reason, number, role, confidence)

    def _by_word(self, phrase: Phrase) -> Attribution:
        """A capitalised word that no step knows: the name as printed, if it can be one."""
        if len(phrase.text) < 3:
            reason = f"“{phrase.text}” stands for a speaker whose name it does not tell"
            return Attribution(SourceKind.UNKNOWN, None, phrase.text, reason, confidence=0.3)
        upper = phrase.text.isupper() and self._cast.surnames.get(phrase.head)
        if upper:
            reason = f"“{phrase.text}” is a surname in capitals"
            return self._of_figure(upper[0], phrase.text, reason, 0.85)
        reason = f"“{phrase.text}” is all that is printed of the name"
        name = phrase.text.removeprefix("the ").removeprefix("The ")
        return Attribution(SourceKind.PERSON, name, phrase.text, reason, confidence=0.6)

    def _by_role(self, phrase: Phrase) -> Attribution:
        clock = self._narration.clock_at(phrase.span.start)
        match = match_role(phrase, self._descriptions, self._focus.weights(clock))
        if match is not None:
            found = self._of_figure(match.figure, phrase.text, match.reason, match.confidence)
            return found
        gender = role_nouns().get(phrase.head, "u")
        choice = self._focus.choose(
            None if gender == "u" else gender,
            clock,
            allowed=lambda r: (
                r.figure is None or not conflicts(phrase, r.figure, self._descriptions)
            ),
        )
        if choice and choice.margin >= 0.6 and choice.referent.weight >= SUBJECT:
            reason = f"“{phrase.text}” has no printed role to agree with; {choice.reason}"
            return self._of_referent(choice.referent, phrase, reason, 0.5 * choice.margin)
        reason = f"“{phrase.text}” agrees with no role that the article prints of anybody"
        return Attribution(SourceKind.UNNAMED, None, phrase.text, reason, confidence=0.6)

    def _by_body(self, phrase: Phrase) -> Attribution:
        match = match_body(phrase, self._descriptions)
        names = [word for word in phrase.modifiers if word[:1].isupper()]
        if match is not None and not names:
            return self._of_figure(match[0], phrase.text, match[1], 0.8)
        words = phrase.text.split()
        if names and words[0].casefold() in ("the", "a", "an", "this", "that"):
            words = words[1:]
        name = " ".join(words) if names else None
        kind = SourceKind.ORGANISATION if names else SourceKind.UNNAMED
        reason = f"“{phrase.text}” is a body that speaks as one"
        return Attribution(kind, name, phrase.text, reason, confidence=0.7)

    def _by_pronoun(self, phrase: Phrase, quotation: Quotation) -> Attribution:
        if self._narration.is_quoted(phrase.span.start):
            reason = f"“{phrase.text}” stands inside somebody's own words"
            return Attribution(SourceKind.UNKNOWN, None, phrase.text, reason, confidence=0.2)
        if phrase.pronoun in ("i", "we"):
            return self._by_author(phrase)
        if phrase.pronoun == "who":
            before = self._cast.name_over(phrase.span.start - 2)
            before = self._cast.name_over(phrase.span.start - 3) if before is None else before
            meaning = self._cast.meanings[before] if before is not None else None
            if meaning is not None:
                reason = f"“{phrase.text}” goes with the name before it"
                return self._of_figure(meaning.figure, phrase.text, reason, 0.85)
        clock = self._narration.clock_at(phrase.span.start)
        gender = phrase.pronoun if phrase.pronoun in ("m", "f", "n") else None
        choice = self._focus.choose(gender, clock, plural=phrase.pronoun == "p")
        if choice is None:
            reason = f"nobody was named before “{phrase.text}”"
            return Attribution(SourceKind.UNKNOWN, None, phrase.text, reason, confidence=0.2)
        return self._of_choice(choice, phrase)

    def _of_choice(self, choice: Choice, phrase: Phrase) -> Attribution:
        reason = f"“{phrase.text}” follows {choice.referent.description}, {choice.reason}"
        return self._of_referent(choice.referent, phrase, reason, 0.35 + 0.6 * choice.margin)

    def _of_referent(
        self, referent: Referent, phrase: Phrase, reason: str, confidence: float
    ) -> Attribution:
        if referent.figure is not None:
            return self._of_figure(referent.figure, phrase.text, reason, confidence)
        kind = SourceKind.UNNAMED
        return Attribution(kind, None, referent.description, reason, confidence=confidence)

    def _by_author(self, phrase: Phrase) -> Attribution:
        author = self._article.byline
        if author is None or phrase.pronoun == "we" or not author[:1].isupper():
            reason = f"“{phrase.text}” is the author, who is not named"
            return Attribution(SourceKind.UNKNOWN, None, phrase.text, reason, confidence=0.4)
        reason = f"“{phrase.text}” outside quotation marks is the author, {author}"
        return Attribution(SourceKind.PERSON, author, phrase.text, reason, confidence=0.6)

    def _without_source(self, quotation: Quotation) -> Attribution:
        """Words in quotation marks that follow a speaker's, with no source of their own."""
        if quotation.kind is not SpeechKind.DIRECT or not quotation.content:
            return UNATTRIBUTED
        start = quotation.content[0].start
        self._advance(start)
        paragraph = self._analysis.paragraph_at(start)
        if self._last is None or paragraph is None or paragraph - self._last[1] > 1:
            return UNATTRIBUTED
        last = self._last[0]
        reason = f"no source is named; {last.name or last.description} spoke just before"
        self._last = (last, paragraph)
        return Attribution(
            last.kind, last.name, last.description, reason, last.entity, last.role,
            0.6 * last.confidence,
        )  # fmt: skip

    # -- What is kept in mind

    def _remember(self, phrase: Phrase, found: Attribution) -> None:
        paragraph = self._analysis.paragraph_at(phrase.span.start)
        if paragraph is not None:
            self._last = (found, paragraph)
        self._sources.add(phrase.span.start)
        if found.kind is SourceKind.UNKNOWN:
            return
        description = found.name or found.description or phrase.text
        referent = Referent(
            found.entity, description, self._gender(phrase, found), found.kind, phrase.plural
        )
        clock = self._narration.clock_at(phrase.span.start)
        weight = UNNAMED_SPEAKER if found.kind is SourceKind.UNNAMED else SPEAKER
        self._focus.note(referent, weight, clock, "who spoke just before")

    def _gender(self, phrase: Phrase, found: Attribution) -> str | None:
        if found.entity is not None:
            return self._cast.figures[found.entity].gender
        if phrase.pronoun in ("m", "f"):
            return phrase.pronoun
        gender = role_nouns().get(phrase.head, "u")
        return None if gender == "u" else gender

    def _advance(self, offset: int) -> None:
        """Takes in what the narration mentions before `offset`."""
        while self._next < len(self._events) and self._events[self._next].span.start < offset:
            event = self._events[self._next]
            self._next += 1
            if event.span.start not in self._sources:
                self._take_in(event)

    def _take_in(self, event: Event) -> None:
        clock = self._narration.clock_at(event.span.start)
        if event.pronoun:
            choice = self._focus.choose("m" if event.pronoun == "he" else "f", clock)
            if choice is not None:
                self._focus.note(choice.referent, POSSESSOR, clock, choice.reason)
            return
        subject = self._narration.subjecthood(event.span)
        referent = self._referent(event)
        if referent is None:
            return
        possessive = event.name is not None and self._cast.names[event.name].possessive
        weight = POSSESSOR if possessive else max(SUBJECT * subject, OTHER)
        where = "the subject of the sentence before" if subject else "named before"
        self._focus.note(referent, weight, clock, where)

    def _referent(self, event: Event) -> Referent | None:
        if event.name is not None:
            meaning = self._cast.meanings[event.name]
            assert meaning is not None
            figure = self._cast.figures[meaning.figure]
            kind = SourceKind.PERSON if figure.label == PERSON else SourceKind.ORGANISATION
            return Referent(meaning.figure, figure.name, figure.gender, kind)
        phrase = read_phrase(self._analysis.text, event.span, self._cast)
        if phrase is None:
            return None
        gender = role_nouns().get(phrase.head, "u")
        told = None if gender == "u" else gender
        if phrase.kind is PhraseKind.ROLE:
            clock = self._narration.clock_at(event.span.start)
            match = match_role(phrase, self._descriptions, self._focus.weights(clock))
            if match is None:
                return None
            figure = self._cast.figures[match.figure]
            return Referent(match.figure, figure.name, figure.gender, SourceKind.PERSON)
        return Referent(None, event.description, told, SourceKind.UNNAMED)
