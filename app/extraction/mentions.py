"""Finds the names in an article: persons by title, given name and syntax; bodies and places."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.countries import country_named, country_of, government_of, us_state
from app.domain.gazetteer import Gazetteer, SpeakerKind
from app.domain.persons import fold, honorifics, is_given_name
from app.domain.spans import Span
from app.domain.wordlists import word_groups
from app.extraction.analysis import Analysis
from app.extraction.capitals import (
    FUNCTION_WORDS,
    Word,
    body_words,
    first_of_name,
    groups,
    is_acronym,
    is_title,
    name_end,
    role_nouns,
    runs,
    title_end,
    words_in,
)
from app.extraction.roles import role_before, role_behind

PERSON, ORG, PLACE = "PERSON", "ORG", "GPE"
_ORG_LABELS = frozenset(["ORG", "FAC", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT"])
_PLACE_LABELS = frozenset(["GPE", "LOC"])
#: Words before a name that is a person's even if it sounds like a body's: "Judge Hall".
_PERSONAL = frozenset(honorifics()) | role_nouns().keys() - word_groups("grammar.txt")["qualifier"]
#: Words of bodies' names behind which "of" or "for" goes on with the name.
_BODIES_OF = word_groups("grammar.txt")["body-of"]
#: Words of bodies' names that are surnames too: after a given name they are.
_SURNAMES_TOO = word_groups("grammar.txt")["surname"]


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands: its words without title, and what sort of thing it names.

    `label` is PERSON, ORG, GPE, or "" where nothing tells. `title` covers the capitalised words
    before the name that are no part of it ("Foreign Minister").
    """

    span: Span
    words: tuple[str, ...]
    label: str
    title: Span | None = None
    possessive: bool = False
    paragraph: int = 0
    sentence: int = 0

    @property
    def text(self) -> str:
        """The name as printed, blanks made one."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class Scan:
    """The words and the names of an article, each in text order, paragraph by paragraph."""

    words: tuple[tuple[Word, ...], ...]  # one tuple a paragraph
    names: tuple[Name, ...]


def find_names(analysis: Analysis, gazetteer: Gazetteer, spoken: Iterable[Span]) -> Scan:
    """The names of the article, in text order. `spoken` are the sources of its quotations.

    Titles, given names and the gazetteer decide first, the model's entities second: both small
    models cut names behind titles.
    """
    finder = _Finder(analysis, gazetteer, tuple(spoken))
    names: list[Name] = []
    words: list[tuple[Word, ...]] = []
    for number, paragraph in enumerate(analysis.paragraphs):
        scanned = words_in(analysis.text, paragraph)
        words.append(tuple(scanned))
        names += finder.in_paragraph(scanned, number)
    return Scan(tuple(words), tuple(names))


class _Finder:
    def __init__(self, analysis: Analysis, gazetteer: Gazetteer, spoken: tuple[Span, ...]) -> None:
        self._analysis = analysis
        self._known = _known_names(gazetteer)
        self._labels = _entity_labels(analysis)
        self._spoken = {span.start: span.end for span in spoken}
        self._starts = frozenset(sentence.start for sentence in analysis.sentences)

    def in_paragraph(self, words: list[Word], paragraph: int) -> list[Name]:
        """The names of one paragraph."""
        found: list[Name] = []
        headline = paragraph < self._analysis.body or _is_title_case(words)
        last = 0
        for start, end in runs(words):
            if start < last:
                continue  # taken in by "Center for Responsive Politics"
            names = self._in_run(words, start, end, paragraph, headline)
            if names and names[-1].label == ORG and not words[end - 1].possessive:
                last = _body_end(words, end)
                if last > end:
                    first = next(
                        i for i in range(start, end) if words[i].span.start == names[-1].span.start
                    )
                    names[-1] = self._name(words, first, first, last, ORG, paragraph)
            found += names
        return found

    def _in_run(
        self, words: list[Word], start: int, end: int, paragraph: int, headline: bool
    ) -> list[Name]:
        opens = self._opens_sentence(words[start])
        first = first_of_name(words, start, end, opens or headline)
        if (
            first == end == start + 1
            and self._spoken.get(words[start].span.start) == words[start].span.end
        ):
            first = start  # "Will said": a source of one word is a name, whatever it is elsewhere
        end = name_end(words, first, end)
        if first >= end or words[first].lower.startswith(("i’", "i'")):
            return []
        whole = " ".join(word.text for word in words[first:end])
        if whole.casefold() in self._known:
            label = self._known[whole.casefold()]
            return [self._name(words, first, first, end, label, paragraph)]
        for start in range(first + 1, end - 1):  # "NATO Council Ivo Daalder"
            tail = " ".join(word.text for word in words[start:end]).casefold()
            if self._known.get(tail) == PERSON:
                return [self._name(words, first, start, end, PERSON, paragraph)]
        cut = title_end(words, first, end)
        given = any(is_given_name(word.text) for word in words[cut : end - 1])
        titles_only = end - first > 1 and is_title(words[end - 1]) and not given
        if titles_only and not _after_title(words, first, cut, end):
            return []  # "NATO Secretary General" without a name
        if _names_body(words, first, cut, end):
            return [self._name(words, first, first, end, ORG, paragraph)]
        label = self._label(words, first, cut, end)
        if headline and label == "" and end - cut > 1:
            return []
        return [self._name(words, first, cut, end, label, paragraph)]

    def _opens_sentence(self, word: Word) -> bool:
        text, start = self._analysis.text, word.span.start
        return start in self._starts or text[max(0, start - 1) : start] in ("“", '"', "‘", "\n", "")

    def _label(self, words: list[Word], first: int, cut: int, end: int) -> str:
        name = words[cut:end]
        text = " ".join(word.text for word in name)
        if text.casefold() in self._known:
            return self._known[text.casefold()]
        model = self._model_label(Span(name[0].span.start, name[-1].span.end))
        if cut > first and is_title(words[cut - 1]) and len(name) <= 4 and model != PLACE:
            return PERSON
        if country_named(text) or us_state(text) == text:
            return PLACE
        if len(name) == 1 and (country_of(text) or us_state(text) or name[0].lower in groups()):
            return ""  # a people: "Russians", "the Texan", "Democrats"
        if len(name) == 1 and government_of(text):
            return PLACE
        if len(name) > 1 and name[-1].lower in groups():
            return ""
        if len(name) > 1 and len(name) <= 5 and is_given_name(name[0].text):
            return PERSON
        if len(name) == 1 and is_acronym(text):
            return ORG
        if len(name) <= 3 and model in (ORG, "") and self._has_role(words, cut, end):
            return PERSON
        if model:
            return model
        if 2 <= len(name) <= 3 and self._speaks(name[0].span.start, name[-1].span.end):
            return PERSON
        return ""

    def _has_role(self, words: list[Word], cut: int, end: int) -> bool:
        """Whether the role of a person is printed beside the name."""
        if words[end - 1].possessive or us_state(words[end - 1].text):
            return False
        within = Span(words[0].span.start, words[-1].span.end)
        return bool(
            role_behind(self._analysis.text, words, end, within)
            or (not words[cut - 1].capital and role_before(words, cut))
        )

    def _speaks(self, start: int, end: int) -> bool:
        """Whether the name is a quotation's source, alone or with an apposition behind it."""
        ends = self._spoken.get(start)
        return ends is not None and (ends <= end or _introduced(self._analysis.text, end))

    def _model_label(self, span: Span) -> str:
        counts = Counter(
            self._labels[start]
            for start in _starts_in(self._analysis, span)
            if start in self._labels
        )
        if not counts:
            return ""
        label = counts.most_common(1)[0][0]
        if label == PERSON:
            return PERSON
        return ORG if label in _ORG_LABELS else PLACE if label in _PLACE_LABELS else ""

    def _name(
        self, words: list[Word], first: int, cut: int, end: int, label: str, paragraph: int
    ) -> Name:
        span = Span(words[cut].span.start, words[end - 1].span.end)
        title = Span(words[first].span.start, words[cut - 1].span.end) if cut > first else None
        sentence = self._analysis.sentence_at(span.start)
        return Name(
            span=span,
            words=tuple(word.text for word in words[cut:end]),
            label=label,
            title=title,
            possessive=words[end - 1].possessive,
            paragraph=paragraph,
            sentence=-1 if sentence is None else sentence,
        )


def _body_end(words: Sequence[Word], end: int) -> int:
    """Index after a body's name that goes on behind "of" or "for": "Department of Justice"."""
    if words[end - 1].lower not in _BODIES_OF:
        return end
    ahead = end
    while ahead < len(words) and ahead - end < 3 and words[ahead].joined:
        if words[ahead].capital:
            break
        if words[ahead].lower not in ("of", "for", "on", "the", "to"):
            return end
        ahead += 1
    if ahead == end or ahead >= len(words) or not (words[ahead].joined and words[ahead].capital):
        return end
    while ahead < len(words) and words[ahead].capital and words[ahead].joined:
        ahead += 1
        if words[ahead - 1].possessive:
            break
    return ahead


def _names_body(words: Sequence[Word], first: int, cut: int, end: int) -> bool:
    """Whether a word like "Council" makes the run the name of a body, not of "Judge Hall"."""
    if not any(word.lower in body_words() for word in words[cut:end]):
        return False
    if cut > first and end - cut <= 3 and words[cut - 1].lower in _PERSONAL:
        return False
    surname = words[end - 1].lower in _SURNAMES_TOO and not any(
        word.lower in body_words() for word in words[cut : end - 1]
    )
    return not (surname and 2 <= end - cut <= 3 and is_given_name(words[cut].text))


def _after_title(words: Sequence[Word], first: int, cut: int, end: int) -> bool:
    """Whether an honorific says that a word like "King" is a surname here."""
    return end - cut == 1 and cut > first and words[cut - 1].lower in honorifics()


def _introduced(text: str, end: int) -> bool:
    """Whether an apposition with a small letter or an age follows: ", a nurse", ", 45,"."""
    after = text[end : end + 6]
    return after.startswith((", ", ",\xa0")) and (after[2:3].islower() or after[2:3].isdigit())


def _is_title_case(words: Sequence[Word]) -> bool:
    """Whether a line is set like a headline: most longer words with a capital letter."""
    long = [word for word in words if len(word.text) > 3]
    capitals = sum(word.capital for word in long)
    return len(long) >= 4 and capitals >= 0.75 * len(long)


def _entity_labels(analysis: Analysis) -> dict[int, str]:
    """The model's entity label of each token, by the token's offset in the document."""
    if analysis.doc is None:
        return {}
    return {analysis.start + token.idx: ent.label_ for ent in analysis.doc.ents for token in ent}


def _starts_in(analysis: Analysis, span: Span) -> range | list[int]:
    if analysis.doc is None:
        return []
    first = analysis.token_index(span.start)
    last = analysis.token_index(span.end - 1)
    return [analysis.token_starts[i] for i in range(max(first, 0), last + 1)]


def _known_names(gazetteer: Gazetteer) -> dict[str, str]:
    """The gazetteer's names and aliases of two and more words, and its bodies' short ones."""
    known: dict[str, str] = {}
    for outlet in gazetteer.outlets:
        known.update(dict.fromkeys(map(str.casefold, (outlet.name, *outlet.aliases)), ORG))
    for speaker in gazetteer.speakers:
        label = PERSON if speaker.kind is SpeakerKind.PERSON else ORG
        for name in (speaker.name, *speaker.aliases):
            plain = fold(name).split()
            if label == ORG or (len(plain) > 1 and not set(plain) & set(FUNCTION_WORDS)):
                known[name.casefold()] = label
    return {name: label for name, label in known.items() if not country_named(name)}
