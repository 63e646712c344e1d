"""Resolves the source of one quotation after another to the speaker it means."""

import re
from dataclasses import replace

from app.domain.countries import country_named, plain
from app.domain.documents import ParsedArticle
from app.domain.persons import fold, honorifics, name_words
from app.domain.quotations import UNATTRIBUTED, Attribution, Quotation, SourceKind, SpeechKind
from app.domain.spans import Span
from app.domain.wordlists import word_groups
from app.extraction.analysis import Analysis
from app.extraction.antecedents import (
    apposed,
    first_named,
    heads_headline,
    leads,
    name_before,
    named_ahead,
    noun_before,
    of_two,
    speaks_on,
)
from app.extraction.attention import GENERIC, Attention
from app.extraction.capitals import FUNCTION_WORDS, is_acronym
from app.extraction.cast import Cast
from app.extraction.descriptions import Descriptions, Match, match_body, match_role
from app.extraction.focus import OTHER, Choice, Referent
from app.extraction.interviews import who_answers
from app.extraction.joint import speak_jointly
from app.extraction.names import PERSON
from app.extraction.narration import Narration
from app.extraction.phrases import Phrase, PhraseKind, read_phrase
from app.extraction.roles import role_words

#: Which part of a source names the speaker, where it has several: the name before the pronoun.
_RANKS = (
    PhraseKind.WORD,
    PhraseKind.ROLE,
    PhraseKind.BODY,
    PhraseKind.UNNAMED,
    PhraseKind.PRONOUN,
    PhraseKind.EMPTY,
)
#: Nouns that can mean any body named before; "the campaign" cannot.
_ANY_BODY = word_groups("grammar.txt")["any-body"]

_IN_A_STATEMENT = re.compile(r"\b(?:[Ii]n|issued|released) an? (?:\w+ ){0,2}statement\b")
_GOING_ON = re.compile(r"(?:Then|Later|Next|Again)\b")
_TAGS = frozenset(["verb: around", "quotation: verb beside"])
_ASKING = frozenset(["asked", "asks", "ask", "asking"])
#: Where a name ends and where somebody belongs begins: "Jane Roe of Ohio".
_BELONGING = re.compile(r"\s+of\s+")
#: Titles whose holders are called after a place: "Prince Harold of Wales".
_REIGNING = frozenset(
    ["king", "queen", "prince", "princess", "duke", "duchess", "earl", "count", "countess"]
)


class Resolver:
    """Says who is meant by each source; quotations must come as their sources stand."""

    def __init__(
        self,
        article: ParsedArticle,
        analysis: Analysis,
        descriptions: Descriptions,
        narration: Narration,
    ) -> None:
        self._article, self._analysis, self._narration = article, analysis, narration
        self._cast: Cast = descriptions.cast
        self._descriptions = descriptions
        self._attention = Attention(analysis, descriptions, narration)
        self._last: tuple[Attribution, int] | None = None  # with the paragraph it spoke in
        self._spoke_at = 0  # where the last source ends
        self._tagged: tuple[Span, ...] = ()  # the words that the source at hand tags
        self._answers: tuple[int | None] | None = None  # who is meant by "A:", once looked for

    def resolve(self, quotation: Quotation) -> Attribution:
        """Who is meant by the quotation's source."""
        if not quotation.source:
            return self._without_source(quotation)
        if quotation.rule == "label: question and answer":
            return self._by_turn(quotation.source[0])
        phrases = [read_phrase(self._analysis.text, s, self._cast) for s in quotation.source]
        known = [phrase for phrase in phrases if phrase is not None]
        if not known:
            return UNATTRIBUTED
        phrase = min(known, key=self._rank)
        if quotation.rule == "quotation: colon" and _GOING_ON.match(phrase.text):
            return self._without_source(quotation)  # "Then, later on CNN: ..."
        misread = heads_headline(self._analysis, quotation, phrase)
        if misread or quotation.rule == "label: headline":
            first = first_named(self._analysis, self._cast, phrase)
            if first is None and misread:
                reason = f"“{phrase.text}” is a headline that begins with no name"
                return Attribution(SourceKind.UNKNOWN, None, None, reason, confidence=0.2)
            phrase = first or phrase
        self._tagged = quotation.content if quotation.rule in _TAGS else ()
        aside = phrase.kind is PhraseKind.PRONOUN and quotation.rule == "verb: around"
        said = quotation.content if aside else ()
        self._attention.advance(phrase.span.start, said)
        cues = {fold(cue.of(self._analysis.text)) for cue in quotation.cue}
        return self._resolved(
            apposed(self._analysis, self._cast, phrase) or phrase, asks=bool(cues & _ASKING)
        )

    def _by_turn(self, label: Span) -> Attribution:
        """Whom "A:" in an interview stands for; "Q:" is whoever asks."""
        letter = label.of(self._analysis.text)
        if self._answers is None:
            self._answers = (who_answers(self._cast, label.start),)
        number = self._answers[0] if letter.startswith("A") else None
        if number is None:
            reason = f"“{letter}” stands for a speaker whose name it does not tell"
            return Attribution(SourceKind.UNKNOWN, None, letter, reason, confidence=0.3)
        figure = self._cast.figures[number]
        reason = f"“{letter}” answers, and the text before is most about {figure.name}"
        role = figure.role_at(label)
        return Attribution(SourceKind.PERSON, figure.name, letter, reason, number, role, 0.7)

    def _resolved(self, phrase: Phrase, *, asks: bool = False) -> Attribution:
        found = self._attribution(phrase)
        if speak_jointly(self._analysis.text, phrase, self._cast):
            found = replace(found, description=phrase.text, joint=True)
        if not self._narration.is_quoted(phrase.span.start):
            self._attention.remember(phrase, found, asks=asks)
            paragraph = self._analysis.paragraph_at(phrase.span.start)
            self._last = (found, paragraph) if paragraph is not None else self._last
            told = leads(self._cast, self._narration, phrase) and not found.joint
            self._spoke_at = phrase.span.end if told else len(self._analysis.text)
        return found

    def _rank(self, phrase: Phrase) -> int:
        if phrase.kind is PhraseKind.NAME:
            return 0 if phrase.figure_label == PERSON else 1
        if phrase.pronoun == "who" and name_before(self._cast, phrase.span) is not None:
            return 0  # "frustration, summed up by Jane Roe who said": not the frustration
        if phrase.pronoun in ("m", "f", "p"):
            return 2
        return 3 + _RANKS.index(phrase.kind)

    def _attribution(self, phrase: Phrase) -> Attribution:
        one = of_two(self._analysis, self._cast, phrase)
        if one is not None:
            return self._of_figure(one, phrase, f"“{phrase.text}” of the two named before", 0.8)
        match phrase.kind:
            case PhraseKind.NAME:
                return self._by_name(phrase)
            case PhraseKind.PRONOUN:
                return self._by_pronoun(phrase)
            case PhraseKind.ROLE:
                return self._by_role(phrase)
            case PhraseKind.BODY:
                return self._by_body(phrase)
            case PhraseKind.WORD:
                return self._by_word(phrase)
            case PhraseKind.EMPTY:
                reason = f"“{phrase.text}” is nobody who speaks"
                return Attribution(SourceKind.UNKNOWN, None, phrase.text, reason, confidence=0.2)
        issuer = self._issuer(phrase)
        if issuer is not None:
            return issuer
        reason = f"“{phrase.text}” names nobody"
        return Attribution(SourceKind.UNNAMED, None, phrase.text, reason, confidence=0.9)

    def _issuer(self, phrase: Phrase) -> Attribution | None:
        """Who spoke just before "in a statement", for "the statement said"."""
        if self._last is None or phrase.text.casefold() not in ("the statement", "its statement"):
            return None
        last, paragraph = self._last
        start = self._analysis.paragraphs[paragraph].start
        if not _IN_A_STATEMENT.search(self._analysis.text, start, phrase.span.start):
            return None
        reason = f"“{phrase.text}” is that of {last.name or last.description}, who spoke in it"
        return replace(last, description=phrase.text, reason=reason, confidence=0.7)

    def _by_name(self, phrase: Phrase) -> Attribution:
        if phrase.name is not None:
            spoke = self._spoke(phrase.span)
            bearer = self._attention.bearer(phrase.name, spoke, self._tagged)
            if bearer is not None and bearer[0] is None:
                kind, reason = SourceKind.UNNAMED, bearer[2]
                return Attribution(kind, None, phrase.text, reason, confidence=bearer[1])
        meaning = None if phrase.name is None else self._cast.meanings[phrase.name]
        if meaning is None:
            return self._by_word(phrase)
        return self._of_figure(meaning.figure, phrase, meaning.reason, meaning.confidence)

    def _spoke(self, span: Span) -> tuple[int | None, bool]:
        """Who spoke last, in the same paragraph or the one before, and whether in the same."""
        here = self._analysis.paragraph_at(span.start)
        if self._last is None or here is None or self._last[1] < here - 1:
            return None, False
        return self._last[0].entity, self._last[1] == here

    def _of_figure(
        self, number: int, phrase: Phrase, reason: str, confidence: float
    ) -> Attribution:
        figure = self._cast.figures[number]
        kind = SourceKind.PERSON if figure.label == PERSON else SourceKind.ORGANISATION
        role = figure.role_at(phrase.span)
        return Attribution(kind, figure.name, phrase.text, reason, number, role, confidence)

    def _by_word(self, phrase: Phrase) -> Attribution:
        """A capitalised word that no step knows: the name as printed, if it can be one."""
        if phrase.text.startswith("@"):
            return self._by_handle(phrase)
        if len(phrase.text) < 3:
            reason = f"“{phrase.text}” stands for a speaker whose name it does not tell"
            return Attribution(SourceKind.UNKNOWN, None, phrase.text, reason, confidence=0.3)
        upper = phrase.text.isupper() and self._cast.surnames.get(phrase.head)
        if upper:
            reason = f"“{phrase.text}” is a surname in capitals"
            return self._of_figure(upper[0], phrase, reason, 0.85)
        reason = f"“{phrase.text}” is all that is printed of the name"
        words = phrase.text.split()
        while len(words) > 1 and fold(words[0]) in FUNCTION_WORDS - {"the"}:
            words = words[1:]  # "As Politico"
        name = " ".join(words).removeprefix("the ").removeprefix("The ")
        if fold(words[0]) == "the" or is_acronym(name):
            return Attribution(SourceKind.ORGANISATION, name, phrase.text, reason, confidence=0.6)
        name = name if fold(words[0]) in _REIGNING else _BELONGING.split(name)[0]
        return Attribution(SourceKind.PERSON, name, phrase.text, reason, confidence=0.6)

    def _by_handle(self, phrase: Phrase) -> Attribution:
        """The person whose given name and surname stand in "@realDonaldTrump"."""
        handle = fold(phrase.text.split()[0])
        for number, figure in enumerate(self._cast.figures[:200]):
            words = name_words(figure.name)
            if figure.label == PERSON and len(words) > 1 and words[0] + words[-1] in handle:
                return self._of_figure(number, phrase, f"“{phrase.text}” holds the name", 0.8)
        reason = f"“{phrase.text}” is an account whose holder is not named"
        return Attribution(SourceKind.UNNAMED, None, phrase.text, reason, confidence=0.7)

    def _by_role(self, phrase: Phrase) -> Attribution:
        start = phrase.span.start
        if phrase.head not in GENERIC:
            match = match_role(phrase, self._descriptions, self._attention.weights(start))
            loose = match is not None and phrase.head not in role_words(match.role or "")
            again = self._attention.again(phrase) if loose else None
            if again is not None:
                reason = f"“{phrase.text}” is who was left unnamed before; {again.reason}"
                return self._of_referent(again.referent, phrase, reason, 0.6)
            if match is not None and not self._is_out_of_mind(match, phrase):
                return self._of_figure(match.figure, phrase, match.reason, match.confidence)
        choice = self._attention.described(phrase, self._tagged)
        if choice is not None and not self._is_called_otherwise(choice.referent, phrase):
            reason = f"“{phrase.text}” has no printed role to agree with; {choice.reason}"
            return self._of_referent(choice.referent, phrase, reason, 0.5 * choice.margin)
        reason = f"“{phrase.text}” agrees with no role that the article prints of anybody"
        return Attribution(SourceKind.UNNAMED, None, phrase.text, reason, confidence=0.6)

    def _is_called_otherwise(self, referent: Referent, phrase: Phrase) -> bool:
        """Whether somebody left unnamed was "a cashier", which "the woman" may be or not."""
        return referent.figure is None and phrase.head not in referent.description.lower().split()

    def _is_out_of_mind(self, match: Match, phrase: Phrase) -> bool:
        """Whether a bare "the senator" agrees with a role of somebody named long ago alone."""
        weights = self._attention.weights(phrase.span.start)
        if phrase.modifiers or weights.get(match.figure, 0.0) >= OTHER / 4:
            return False
        choice = self._attention.described(phrase, tags=True)
        return choice is not None and choice.weight >= OTHER

    def _by_body(self, phrase: Phrase) -> Attribution:
        match = self._own_body(phrase) if phrase.owner else self._body_called(phrase)
        match = match or (None if phrase.owner else match_body(phrase, self._descriptions))
        names = [word for word in phrase.modifiers if word[:1].isupper()]
        if match is not None and (not names or self._body_called(phrase)):
            return self._of_figure(match[0], phrase, match[1], 0.8)
        choice = self._attention.choose("n", phrase.span.start, self._is_named_body)
        if (
            phrase.head in _ANY_BODY
            and not names
            and choice
            and choice.margin >= 0.6
            and choice.weight >= OTHER / 2
        ):
            reason = f"“{phrase.text}” is the body in mind; {choice.reason}"
            return self._of_referent(choice.referent, phrase, reason, 0.6 * choice.margin)
        words = phrase.text.split()
        if names and words[0].casefold() in ("the", "a", "an", "this", "that"):
            words = words[1:]
        name = " ".join(words) if names else None
        kind = SourceKind.ORGANISATION if names else SourceKind.UNNAMED
        reason = f"“{phrase.text}” is a body that speaks as one"
        return Attribution(kind, name, phrase.text, reason, confidence=0.7)

    def _is_named_body(self, referent: Referent) -> bool:
        """Whether somebody in mind is a body with a name, and no state: for "the company"."""
        if referent.figure is None:
            return False
        return not country_named(self._cast.figures[referent.figure].name)

    def _body_called(self, phrase: Phrase) -> tuple[int, str] | None:
        """The body that is called after a name in the phrase: "Mr. Rubio's campaign"."""
        words = [word for word in phrase.modifiers if fold(word).strip(".") not in honorifics()]
        for start in range(len(words)):
            body = self._cast.bodies.get(plain(" ".join([*words[start:], phrase.head])))
            if body is not None:
                return body, f"“{phrase.text}” is the name printed"
        return None

    def _own_body(self, phrase: Phrase) -> tuple[int, str] | None:
        """The body called after the person that "his" means: "the Clinton campaign"."""
        choice = self._attention.choose(phrase.owner, phrase.span.start)
        if choice is None or choice.referent.figure is None:
            return None
        surname = self._cast.figures[choice.referent.figure].name.split()[-1]
        body = self._cast.bodies.get(plain(f"{surname} {phrase.head}"))
        reason = f"“{phrase.text}” is that of {choice.referent.description}, {choice.reason}"
        return None if body is None else (body, reason)

    def _by_pronoun(self, phrase: Phrase) -> Attribution:
        if self._narration.is_quoted(phrase.span.start):
            reason = f"“{phrase.text}” stands inside somebody's own words"
            return Attribution(SourceKind.UNKNOWN, None, phrase.text, reason, confidence=0.2)
        if phrase.pronoun in ("i", "we"):
            return self._by_author(phrase)
        if phrase.pronoun in ("who", "which"):
            before = name_before(self._cast, phrase.span)
            if before is not None:
                reason = f"“{phrase.text}” goes with the name before it"
                return self._of_figure(before, phrase, reason, 0.85)
            noun = (
                noun_before(self._analysis, self._cast, phrase) if phrase.pronoun == "who" else None
            )
            if noun is not None:
                return self._attribution(noun)
        ahead = named_ahead(self._analysis, self._cast, phrase)
        if ahead is not None:
            reason = f"“{phrase.text}” is the subject of its main clause"
            return self._of_figure(ahead, phrase, reason, 0.75)
        who, at = self._spoke(phrase.span)[0] if self._tagged else None, self._spoke_at
        if who is not None and speaks_on(self._cast, self._narration, phrase, who, at):
            return self._of_figure(who, phrase, f"“{phrase.text}” is who spoke just before", 0.8)
        choice = self._attention.meant(phrase)
        if choice is None or phrase.pronoun == "which":
            reason = f"nobody was named before “{phrase.text}”"
            return Attribution(SourceKind.UNKNOWN, None, phrase.text, reason, confidence=0.2)
        return self._of_choice(choice, phrase)

    def _of_choice(self, choice: Choice, phrase: Phrase) -> Attribution:
        reason = f"“{phrase.text}” follows {choice.referent.description}, {choice.reason}"
        sure = 0.35 + 0.6 * choice.margin
        if phrase.pronoun in ("n", "p"):  # bodies and groups are less well kept in mind
            sure = min(sure, 0.65)
        return self._of_referent(choice.referent, phrase, reason, sure)

    def _of_referent(
        self, referent: Referent, phrase: Phrase, reason: str, confidence: float
    ) -> Attribution:
        if referent.figure is not None:
            return self._of_figure(referent.figure, phrase, reason, confidence)
        held = Attribution(SourceKind.UNNAMED, None, referent.description, reason)
        return replace(held, confidence=confidence, joint=referent.both)

    def _by_author(self, phrase: Phrase) -> Attribution:
        author = self._article.byline
        if author is None or phrase.pronoun == "we" or not author[:1].isupper():
            reason = f"“{phrase.text}” is the author, who is not named"
            return Attribution(SourceKind.UNKNOWN, None, phrase.text, reason, confidence=0.4)
        reason = f"“{phrase.text}” outside quotation marks is the author, {author}"
        return Attribution(SourceKind.PERSON, author, phrase.text, reason, confidence=0.6)

    def _beside_cue(self, quotation: Quotation) -> Attribution | None:
        """The person named directly before or behind the cue: "Will said", "said Will"."""
        for cue in quotation.cue[:1]:
            for offset in (cue.start - 2, cue.end + 1):
                name = self._cast.name_over(offset)
                if name is None or self._cast.meaning_label(name) != PERSON:
                    continue
                phrase = read_phrase(self._analysis.text, self._cast.names[name].span, self._cast)
                if phrase is not None:
                    self._attention.advance(phrase.span.start)
                    return self._resolved(phrase)
        return None

    def _without_source(self, quotation: Quotation) -> Attribution:
        """Words in quotation marks that follow a speaker's, with no source of their own."""
        if quotation.kind is SpeechKind.INDIRECT or not quotation.content:
            return UNATTRIBUTED
        beside = self._beside_cue(quotation)
        if beside is not None:
            return beside
        start = quotation.content[0].start
        self._attention.advance(start)
        paragraph = self._analysis.paragraph_at(start)
        near = self._last is not None and paragraph is not None and paragraph <= self._last[1] + 1
        if self._last is None or paragraph is None or not near or quotation.cue:
            return UNATTRIBUTED
        last = self._last[0]
        reason = f"no source is named; {last.name or last.description} spoke just before"
        self._last = (last, paragraph)
        return Attribution(
            last.kind, last.name, last.description, reason, last.entity, last.role,
            0.6 * last.confidence, last.joint,
        )  # fmt: skip
