"""Finds the names in an article: persons by title, given name and syntax; bodies and places."""

import re
from collections.abc import Iterator, Sequence

from app.domain.countries import us_state
from app.domain.gazetteer import Gazetteer
from app.domain.persons import generation, honorifics, is_called_with, is_given_name
from app.domain.spans import Span
from app.domain.wordlists import word_groups
from app.extraction.analysis import Analysis
from app.extraction.capitals import (
    FUNCTION_WORDS,
    Word,
    after_date,
    body_words,
    first_of_name,
    is_calendar,
    is_date,
    is_korean_name,
    is_title,
    name_end,
    opens_with_given_name,
    role_nouns,
    runs,
    title_end,
)
from app.extraction.known import known_from
from app.extraction.labels import Labels
from app.extraction.name_bounds import after_field, after_trade, before_honours
from app.extraction.names import ORG, PERSON, Name, Scan, WordLines

#: Words before a name that is a person's even if it sounds like a body's: "Judge Hall".
_PERSONAL = frozenset(honorifics()) | role_nouns().keys() - word_groups("grammar.txt")["qualifier"]
#: Titles that are hardly anybody's surname: "Justice Minister" is no justice called Minister.
_NO_SURNAMES = frozenset(["minister", "secretary", "president", "premier", "ambassador"])
_NO_SURNAMES |= {"senator", "governor", "chancellor", "spokesman", "spokeswoman"}
#: Words of bodies' names behind which "of" or "for" goes on with the name.
_BODIES_OF = word_groups("grammar.txt")["body-of"]
#: Words of bodies' names that are surnames too: after a given name they are.
_SURNAMES_TOO = word_groups("grammar.txt")["surname"]


def find_names(analysis: Analysis, gazetteer: Gazetteer, spoken: Sequence[Span]) -> Scan:
    """The names of the article, in text order. `spoken` are the sources of its quotations.

    Titles, given names and the gazetteer decide first, the model's entities second: both small
    models cut names behind titles.
    """
    words = WordLines(analysis.text, analysis.paragraphs)
    plain = (word for line in words if not _is_title_case(line) for word in line)
    capitals = frozenset(word.text for word in plain if word.capital)
    finder = _Finder(analysis, Labels(analysis, known_from(gazetteer).labels, spoken), capitals)
    names = [
        name for number, line in enumerate(words) for name in finder.in_paragraph(line, number)
    ]
    return Scan(words, tuple(names))


class _Finder:
    def __init__(self, analysis: Analysis, labels: Labels, capitals: frozenset[str]) -> None:
        self._analysis, self._labels = analysis, labels
        self._capitals = capitals  # words with a capital where not every word has one
        self._starts = frozenset(sentence.start for sentence in analysis.sentences)

    def in_paragraph(self, words: Sequence[Word], paragraph: int) -> list[Name]:
        """The names of one paragraph."""
        found: list[Name] = []
        if _is_title_case(words):
            return list(self._in_title_case(words, paragraph))
        headline = paragraph < self._analysis.body
        last = 0
        for start, end in runs(words):
            if start < last:
                continue  # taken in by "Center for Responsive Politics"
            end = last = self._end_of_pair(words, end)
            names = self._in_run(words, start, end, paragraph, headline)
            if names and names[-1].label == ORG and not words[end - 1].possessive:
                last = max(last, _body_end(words, end))
                if last > end:
                    first = next(
                        i for i in range(start, end) if words[i].span.start == names[-1].span.start
                    )
                    names[-1] = self._name(words, first, first, last, ORG, paragraph)
            found += names
        return found

    def _end_of_pair(self, words: Sequence[Word], end: int) -> int:
        """Where a run ends that "and" joins to the rest of a body's name: "Food and Drug Board"."""
        if end + 1 >= len(words) or words[end].lower != "and" or not words[end + 1].capital:
            return end
        if not (words[end].joined and words[end + 1].joined) or words[end - 1].possessive:
            return end
        stop = end + 1
        while stop < len(words) and words[stop].capital and words[stop].joined:
            stop += 1
            if words[stop - 1].possessive:
                break
        body = words[stop - 1].lower in body_words()
        return stop if body and self._labels.model_label(words[end].span) == ORG else end

    def _in_title_case(self, words: Sequence[Word], paragraph: int) -> Iterator[Name]:
        """Names in a line where every word has a capital: given names with what follows, and
        single words, which count only where the article names somebody so elsewhere."""
        index = 0
        while index < len(words):
            end = index + 1
            word = words[index]
            if word.capital and is_given_name(word.text) and not word.possessive:
                end += sum(
                    1
                    for following in words[end : end + 1]
                    if following.joined and self._may_be_surname(following)
                )
            if word.capital and (end > index + 1 or word.lower not in FUNCTION_WORDS):
                label = PERSON if end > index + 1 else self._labels.single(word)
                yield self._name(words, index, index, end, label, paragraph)
            index = end

    def _may_be_surname(self, word: Word) -> bool:
        """Whether a word behind a given name in a headline is a surname: it has its capital
        elsewhere too."""
        lower = word.lower
        common = lower in FUNCTION_WORDS or lower in body_words() or is_title(word)
        return word.text in self._capitals and not common

    def _in_run(
        self, words: Sequence[Word], start: int, end: int, paragraph: int, headline: bool
    ) -> list[Name]:
        opens = self._opens_sentence(words[start])
        first = first_of_name(words, start, end, opens or headline)
        if first == end == start + 1 and self._labels.is_source(words[start].span):
            first = start  # "Will said": a source of one word is a name, whatever it is elsewhere
        if first == start + 1 and self._is_full_name(words, start, end):
            first = start  # "Will Power said"
        first = after_date(self._analysis.text, words, first, end)
        end = before_honours(words, first, name_end(words, first, end))
        first = after_trade(words, first, end)
        behind = after_field(words, first, end)
        if behind > first:
            return [self._name(words, behind, behind, end, PERSON, paragraph)]
        if first >= end or words[first].lower.startswith(("i’", "i'")):
            return []
        person = self._labels.model_label(words[first].span) == PERSON
        if end == first + 1 and is_date(self._analysis.text, words, first, person):
            return []  # "in June"
        whole = " ".join(word.text for word in words[first:end])
        if whole.casefold() in self._labels.known:
            label = self._labels.known[whole.casefold()]
            return [self._name(words, first, first, end, label, paragraph)]
        for start in range(first + 1, end - 1):  # "NATO Council Ivo Daalder"
            tail = " ".join(word.text for word in words[start:end]).casefold()
            if self._labels.known.get(tail) == PERSON:
                return [self._name(words, first, start, end, PERSON, paragraph)]
        cut = self._given_name_at(words, title_end(words, first, end), end)
        given = any(
            is_given_name(word.text) and not us_state(word.text) for word in words[cut : end - 1]
        )
        titles_only = end - first > 1 and is_title(words[end - 1]) and not given
        if end - first == 1 and words[first].lower in _NO_SURNAMES and words[first].text.istitle():
            return []  # "the Minister and present Governor"
        if titles_only and not _after_title(words, first, cut, end):
            return []  # "NATO Secretary General" without a name
        if _names_body(words, first, cut, end):
            return [self._name(words, first, first, end, ORG, paragraph)]
        label = self._labels.label(words, first, cut, end)
        if headline and label == "" and end - cut > 1:
            return []
        return [self._name(words, first, cut, end, label, paragraph)]

    def _is_full_name(self, words: Sequence[Word], start: int, end: int) -> bool:
        """Whether a sentence opens with a name like "Will Power": only in a question can the
        first word be a verb, and not even there if the article prints the name elsewhere."""
        if not opens_with_given_name(words, start, end):
            return False
        text = self._analysis.text
        number = self._analysis.sentence_at(words[start].span.start)
        if number is not None and "?" not in self._analysis.sentences[number].of(text):
            return True
        name = text[words[start].span.start : words[end - 1].span.end]
        return re.search(rf"[\w,] {re.escape(name)}(?!\w)", text) is not None

    def _given_name_at(self, words: Sequence[Word], cut: int, end: int) -> int:
        """Where a given name starts behind words that the model calls no person's: "of the Year
        Barack Obama"; `cut` where there is none."""
        if self._analysis.doc is None or is_given_name(words[cut].text):
            return cut
        for index in range(cut + 1, end - 1):
            first = self._labels.model_label(words[cut].span)
            if is_given_name(words[index].text) and first != PERSON and end - index <= 3:
                return index
        return cut

    def _opens_sentence(self, word: Word) -> bool:
        text, start = self._analysis.text, word.span.start
        return start in self._starts or text[max(0, start - 1) : start] in ("“", '"', "‘", "\n", "")

    def _name(
        self, words: Sequence[Word], first: int, cut: int, end: int, label: str, paragraph: int
    ) -> Name:
        span = Span(words[cut].span.start, words[end - 1].span.end)
        title = Span(words[first].span.start, words[cut - 1].span.end) if cut > first else None
        sentence = self._analysis.sentence_at(span.start)
        return Name(
            span=span,
            words=_called(words, first, cut, end, label),
            label=label,
            title=title,
            possessive=words[end - 1].possessive,
            paragraph=paragraph,
            sentence=-1 if sentence is None else sentence,
        )


def _called(words: Sequence[Word], first: int, cut: int, end: int, label: str) -> tuple[str, ...]:
    """The words of a name; with the title where it has but one: "King Harald", "Sister Mary"."""
    name = tuple(word.text for word in words[cut:end] if not word.nickname)
    alone = len([word for word in name if not generation(word)]) == 1
    if label == PERSON and cut > first and alone and is_called_with(words[cut - 1].text, name[0]):
        return (words[cut - 1].text, *name)
    return name


def _body_end(words: Sequence[Word], end: int) -> int:
    """Index after a body's name that goes on behind "of" or "for": "Department of Justice"."""
    if words[end - 1].lower not in _BODIES_OF:
        return end
    ahead = end
    while ahead < len(words) and ahead - end < 3 and words[ahead].joined:
        if words[ahead].capital:
            if is_calendar(words[ahead]):
                return end  # "the Foreign Ministry on Wednesday"
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
    if is_korean_name(words[cut:end]):
        return False
    personal = cut > first and end - cut <= 3 and words[cut - 1].lower in _PERSONAL
    if personal and all(
        w.lower in _SURNAMES_TOO | {"hill"} or w.lower not in body_words() for w in words[cut:end]
    ):
        return False
    surname = words[end - 1].lower in _SURNAMES_TOO and not any(
        word.lower in body_words() for word in words[cut : end - 1]
    )
    return not (surname and 2 <= end - cut <= 3 and is_given_name(words[cut].text))


def _after_title(words: Sequence[Word], first: int, cut: int, end: int) -> bool:
    """Whether an honorific says that a word like "King" is a surname here."""
    if words[end - 1].lower in _NO_SURNAMES:
        return False  # "Justice Minister"
    return end - cut == 1 and cut > first and words[cut - 1].lower in honorifics()


def _is_title_case(words: Sequence[Word]) -> bool:
    """Whether a line is set like a headline: hardly a word with a small letter but "of", "the"."""
    small = sum(not w.capital and w.lower not in FUNCTION_WORDS for w in words)
    return len(words) >= 5 and sum(word.capital for word in words) >= 4 and small <= len(words) / 20
