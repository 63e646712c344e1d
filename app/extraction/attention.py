"""Reads the narration on to a point of the article and tells who is in mind there."""

import re
from collections.abc import Callable, Sequence

from app.domain.quotations import Attribution, SourceKind
from app.domain.spans import Span
from app.domain.wordlists import word_groups
from app.extraction.analysis import Analysis
from app.extraction.capitals import role_nouns
from app.extraction.clause_mates import barred_figures
from app.extraction.descriptions import (
    Descriptions,
    conflicts,
    match_body,
    match_role,
    nouns_like,
)
from app.extraction.focus import (
    ASKED,
    INTRODUCED,
    OTHER,
    POSSESSOR,
    SPEAKER,
    SUBJECT,
    THING,
    UNNAMED_SPEAKER,
    Choice,
    Focus,
    Referent,
)
from app.extraction.names import ORG, PERSON
from app.extraction.narration import Narration
from app.extraction.other_states import is_of_state
from app.extraction.phrases import Phrase, PhraseKind, is_thing, read_phrase
from app.extraction.roles import role_words
from app.extraction.stream import Event, mentions_in_order
from app.extraction.surnames import Bearer, settle
from app.extraction.talked_of import named_in, told_by_pronoun

#: Nouns that say no more than "he" or "she": hardly ever used of somebody who was named.
GENERIC = frozenset(["man", "woman", "person", "source", "boy", "girl", "guy", "lady", "gentleman"])
#: Nouns for who is there beside the person that an article is about, or speaks for others.
_BESIDE = word_groups("grammar.txt")["beside"]
_RUNNING, _SEATED = word_groups("grammar.txt")["running"], word_groups("grammar.txt")["seated"]
_KIN, _POSTS = word_groups("grammar.txt")["kin"], word_groups("grammar.txt")["post"]
_ASIDE = 0.3  # share of the weight of a mention in words that somebody else says or asks
_TOPIC = 1.2  # the same for the subject of what is said: often the speaker, "he was late, he said"
_AGAIN = 60.0  # weight of a pronoun that is the subject of its sentence
_PRONOUNS = {"he": "m", "she": "f", "they": "p"}
_INTRODUCING = frozenset(["a", "an", "one", "another"])
_OTHERS = frozenset(["second", "third", "fourth", "other", "separate", "latter", "former"])
_ASKERS = frozenset(["questioner", "interviewer", "moderator"])
#: Offices that one person holds; of senators and judges there are many.
_OFFICES = word_groups("roles.txt")["office"] - word_groups("grammar.txt")["many-hold"]
_CLEAR = 0.6  # how far ahead a referent must be for a description without a printed role
_LEARN = 0.8  # how far ahead a referent must be for "she" to tell its gender


class Attention:
    """Who is talked about, kept up to date while an article is read from its start."""

    def __init__(
        self, analysis: Analysis, descriptions: Descriptions, narration: Narration
    ) -> None:
        self._analysis, self._descriptions, self._narration = analysis, descriptions, narration
        self._cast = descriptions.cast
        self._focus = Focus()
        self._events = mentions_in_order(analysis, self._cast, narration)
        self._next = 0
        self._sources: set[int] = set()

    def advance(self, offset: int, aside: Sequence[Span] = ()) -> None:
        """Takes in what the narration mentions before `offset`, hardly what stands in `aside`.

        In "Jane Roe is late, he said" nobody whom his own words name is likely to be he.
        """
        while self._next < len(self._events) and self._events[self._next].span.start < offset:
            event = self._events[self._next]
            self._next += 1
            start = event.span.start
            if event.group or start not in self._sources:
                said = any(span.start <= start < span.end for span in aside)
                asked = self._narration.is_put_to_somebody(event.span)
                topic = said and self._narration.leads_clause(event.span)
                share = _TOPIC if topic else _ASIDE if said or asked else 1.0
                self._take_in(event, share)

    def weights(self, offset: int) -> dict[int, float]:
        """How much each figure of the cast is in mind at `offset`, by its number."""
        return self._focus.weights(self._narration.clock_at(offset))

    def bearer(
        self,
        name: int,
        spoke: tuple[int | None, bool] = (None, False),
        tagged: Sequence[Span] = (),
    ) -> Bearer | None:
        """Whom a surname that several bear means; None for any other name.

        `spoke` is who spoke last, and whether in the same paragraph; `tagged` are the words that
        the name tags.
        """
        start = self._cast.names[name].span.start
        told = self._told_of(tagged) if start in self._cast.bearers else frozenset()
        return settle(self._analysis, self._cast, name, self.weights(start), spoke, told)

    def choose(
        self,
        pronoun: str,
        offset: int,
        allowed: Callable[[Referent], bool] = lambda _: True,
    ) -> Choice | None:
        """Whom "he" (m), "she" (f), "it" (n) or "they" (p) means at `offset`; "" for anybody."""
        gender = pronoun if pronoun in ("m", "f", "n") else None
        clock = self._narration.clock_at(offset)
        choice = self._focus.choose(gender, clock, pronoun == "p", allowed)
        if choice and gender in ("m", "f") and choice.margin >= _LEARN:
            self._learn(choice.referent, gender)
        return choice

    def meant(self, phrase: Phrase) -> Choice | None:
        """Whom a pronoun means: "he" hardly whoever is named before it in its own clause.

        "After talks with John Roe, he said": not Roe; but "As for John Roe, he said".
        """
        start, pronoun = phrase.span.start, "" if phrase.pronoun == "who" else phrase.pronoun
        subject = phrase.text.casefold() in ("he", "she")  # "her remark" may be the subject’s
        if subject and not self._narration.opens_with_topic(phrase.span):
            barred = barred_figures(self._analysis, self._cast, phrase.span, pronoun=True)
            choice = self.choose(pronoun, start, lambda one: one.figure not in barred)
            if choice is not None:
                return choice
        return self.choose(pronoun, start)

    def described(
        self, phrase: Phrase, tagged: Sequence[Span] = (), *, tags: bool = False
    ) -> Choice | None:
        """Whom a description means that agrees with no printed role: who is plainly in mind.

        Not who shares its clause, nor who has it inside a clause of his own; not who would be
        "his" spokesman; and somebody unnamed only by the same noun. An office that nobody is
        told to hold means nobody, but where it `tags` words of his or opens a sentence with a
        state or party. Of whom the words `tagged` by it tell is nobody who says them.
        """
        kin = phrase.head in _KIN and re.search(r"['’]s?\s", phrase.text)
        if phrase.head in _BESIDE or phrase.owner or phrase.completed or kin:
            return None
        barred = barred_figures(self._analysis, self._cast, phrase.span)
        gender, start = noun_gender(phrase.head) or "", phrase.span.start

        again = self.again(phrase)
        if again is not None:
            return again

        def allowed(referent: Referent) -> bool:
            if referent.figure is None:
                words = set(role_words(referent.description))
                return phrase.head in GENERIC or bool(words & nouns_like(phrase.head))
            if phrase.head in GENERIC or referent.figure in barred:
                return False
            return not self._has_other_post(phrase, referent.figure)

        if phrase.head in _OFFICES and not (tags or tagged or self._opens(phrase)):
            return None
        choice = self.choose(gender, start, allowed)
        clear = choice and choice.margin >= _CLEAR and choice.weight >= OTHER * _CLEAR
        told = choice is not None and choice.referent.figure in self._told_of(tagged)
        return choice if clear and not told else None

    def _told_of(self, tagged: Sequence[Span]) -> frozenset[int]:
        """Of whom tagged words tell, by name or by the "he" at their start."""
        gender = told_by_pronoun(self._analysis.text, tagged)
        choice = self.choose(gender, tagged[0].start) if gender else None
        figure = None if choice is None else choice.referent.figure
        meant = frozenset() if figure is None else frozenset([figure])
        return meant | named_in(self._cast, tagged)

    def again(self, phrase: Phrase) -> Choice | None:
        """Who was left unnamed by the same noun: "a nurse", then "the nurse"."""
        if _OTHERS & {word.lower() for word in phrase.modifiers}:
            return None

        def left_unnamed(referent: Referent) -> bool:
            words = referent.description.split()
            new = words[0].lower() in _INTRODUCING and referent.figure is None
            return new and phrase.head == words[-1].lower()

        gender = noun_gender(phrase.head) or ""
        return self.choose(gender, phrase.span.start, left_unnamed)

    def _opens(self, phrase: Phrase) -> bool:
        """Whether "the Ohio senator", not a bare "the senator", opens a sentence."""
        number = self._analysis.sentence_at(phrase.span.start)
        first = number is not None and self._analysis.sentences[number].start == phrase.span.start
        return first and any(word[:1].isupper() for word in phrase.modifiers)

    def _has_other_post(self, phrase: Phrase, figure: int) -> bool:
        """Whether what is printed of somebody speaks against a description."""
        roles = self._cast.figures[figure].roles
        words = [set(role_words(role)) for role in roles]
        if phrase.head in _RUNNING and any(_SEATED & each for each in words):
            return True  # a mayor is hardly "the nominee"
        posts = [_POSTS & each for each in words]
        if posts and (posts[0] or phrase.head in _POSTS):
            return True  # a judge is not "the nominee", a governor not "the strategist"
        if phrase.head in _OFFICES and is_of_state(phrase):
            # "The French president" is nobody whose printed office has another name.
            held = {word for each in words for word in each & _OFFICES}
            if held and not held & nouns_like(phrase.head):
                return True
        return conflicts(phrase, figure, self._descriptions)

    def _learn(self, referent: Referent, gender: str) -> None:
        """A pronoun that can mean only one tells the gender of a name that does not."""
        if referent.figure is not None and referent.gender is None:
            referent.gender = gender
            self._cast.figures[referent.figure].gender = gender

    def remember(self, phrase: Phrase, found: Attribution, *, asks: bool = False) -> None:
        """Keeps in mind who just spoke; less somebody unnamed who `asks`: another will answer."""
        self._sources.add(phrase.span.start)
        if found.kind is SourceKind.UNKNOWN:
            return
        description = found.name or found.description or phrase.text
        referent = Referent(
            found.entity, description, self._gender(phrase, found), found.kind, phrase.plural
        )
        unnamed = found.kind is SourceKind.UNNAMED
        asks = asks or phrase.head in _ASKERS
        weight = OTHER if unnamed and asks else UNNAMED_SPEAKER if unnamed else SPEAKER
        clock = self._narration.clock_at(phrase.span.start)
        self._focus.note(referent, weight, clock, "who spoke just before")
        if found.joint:  # "they" are both
            both = Referent(None, phrase.text, None, SourceKind.UNNAMED, plural=True, both=True)
            self._focus.note(both, UNNAMED_SPEAKER, clock, "who spoke just before")

    def _gender(self, phrase: Phrase, found: Attribution) -> str | None:
        if found.entity is not None:
            return self._cast.figures[found.entity].gender
        if phrase.pronoun in ("m", "f"):
            return phrase.pronoun
        return THING if is_thing(phrase) else noun_gender(phrase.head)

    def _take_in(self, event: Event, share: float) -> None:
        start = event.span.start
        if event.pronoun:
            choice = self.choose(_PRONOUNS[event.pronoun], start)
            if choice is not None:
                clock = self._narration.clock_at(start)
                weight = max(POSSESSOR, _AGAIN * self._narration.subjecthood(event.span))
                self._focus.note(choice.referent, weight * share, clock, choice.reason)
            return
        if event.name is not None:
            self.bearer(event.name)
        referent = self._referent(event)
        if referent is None:
            return
        subject = self._narration.subjecthood(event.span)
        possessive = event.name is not None and self._cast.names[event.name].possessive
        if self._narration.is_inside_phrase(event.span):
            possessive, subject = True, 0.0  # "the Roe campaign" is not Roe
        weight = POSSESSOR if possessive else max(SUBJECT * subject, OTHER)
        reason = "the subject of the sentence before" if subject else "named before"
        if not possessive and self._narration.is_topic(event.span):
            weight, reason = ASKED, "whom the sentence is about"
        elif not possessive and self._narration.is_asked(event.span):
            weight, reason = ASKED, "who was asked just before"
        elif not possessive and self._is_introduced(event):
            weight = max(weight, INTRODUCED)
        self._focus.note(referent, weight * share, self._narration.clock_at(start), reason)

    def _is_introduced(self, event: Event) -> bool:
        """Whether a person is named here for the first time."""
        meaning = self._cast.meanings[event.name] if event.name is not None else None
        if meaning is None:
            return False
        figure = self._cast.figures[meaning.figure]
        return figure.label == PERSON and figure.first == event.span.start

    def _referent(self, event: Event) -> Referent | None:
        if event.name is not None:
            meaning = self._cast.meanings[event.name]
            return self.of_figure(meaning.figure) if meaning else None
        if event.group:
            kind = SourceKind.UNNAMED
            return Referent(None, event.group, None, kind, plural=True, both=event.both)
        phrase = read_phrase(self._analysis.text, event.span, self._cast)
        if phrase is None:
            return None
        if phrase.kind is PhraseKind.ROLE:
            match = match_role(phrase, self._descriptions, self.weights(event.span.start))
            return self.of_figure(match.figure) if match else None
        if phrase.kind is PhraseKind.BODY:
            body = match_body(phrase, self._descriptions)
            if body is not None:
                return self.of_figure(body[0])
        gender = THING if is_thing(phrase) else noun_gender(phrase.head)
        return Referent(None, event.description, gender, SourceKind.UNNAMED)

    def of_figure(self, number: int) -> Referent | None:
        """A figure as somebody a pronoun can mean; None for places, which are only where."""
        figure = self._cast.figures[number]
        if figure.label == PERSON:
            return Referent(number, figure.name, figure.gender, SourceKind.PERSON)
        if figure.label == ORG:
            return Referent(number, figure.name, None, SourceKind.ORGANISATION)
        return None


def noun_gender(noun: str) -> str | None:
    """The gender that a noun for a person tells: "spokeswoman"."""
    gender = role_nouns().get(noun, "u")
    return None if gender == "u" else gender
