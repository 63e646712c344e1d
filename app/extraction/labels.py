"""What sort of thing a name names: a person, a body or a place."""

from collections import Counter
from collections.abc import Sequence

from app.domain.countries import country_named, country_of, government_of, us_state
from app.domain.persons import GENERATIONS, is_called_with, is_given_name, may_be_given_name
from app.domain.spans import Span
from app.domain.wordlists import word_groups
from app.extraction.analysis import Analysis
from app.extraction.capitals import (
    FUNCTION_WORDS,
    Word,
    groups,
    is_acronym,
    is_calendar,
    is_korean_name,
    is_title,
)
from app.extraction.names import ORG, PERSON, PLACE
from app.extraction.roles import role_before, role_behind

_ORG_LABELS = frozenset(["ORG", "FAC", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT"])
_PLACE_LABELS = frozenset(["GPE", "LOC"])
#: Words that stand before persons and things alike: "Executive Order".
_WEAK_TITLES = word_groups("grammar.txt")["weak-title"]

#: Gaelic words that stand in names of persons and hardly ever elsewhere.
_DAUGHTER_OF = frozenset(["ni", "nic"])


class Labels:
    """Labels names by titles, given names and what is known; by the model where these are silent.

    `known` maps names in lower case to labels; `spoken` are the sources of quotations.
    """

    def __init__(self, analysis: Analysis, known: dict[str, str], spoken: Sequence[Span]) -> None:
        self._analysis, self.known = analysis, known
        self._labels = _entity_labels(analysis)
        self._spoken = {span.start: span.end for span in spoken}

    def is_source(self, span: Span) -> bool:
        """Whether just these words are the source of a quotation."""
        return self._spoken.get(span.start) == span.end

    def label(self, words: Sequence[Word], first: int, cut: int, end: int) -> str:
        """PERSON, ORG or GPE for the name words[cut:end] behind its title words[first:cut]."""
        name = words[cut:end]
        text = " ".join(word.text for word in name)
        called = len(name) == 1 and cut > first and is_called_with(words[cut - 1].text, text)
        if called and may_be_given_name(text):
            return PERSON  # "Queen Sofia", whatever town is called so
        if text.casefold() in self.known:
            return self.known[text.casefold()]
        model = self.model_label(Span(name[0].span.start, name[-1].span.end))
        titled = cut > first and is_title(words[cut - 1]) and len(name) <= 4
        if titled and model != PLACE and words[cut - 1].lower not in _WEAK_TITLES:
            return PERSON
        if len(name) > 1 and name[-1].lower in GENERATIONS:
            return PERSON  # "Roe Sr."
        if is_korean_name(name):
            return PERSON
        if len(name) == 1 and is_calendar(name[0]) and cut == first:
            return PERSON if self.is_source(name[0].span) else ""  # "June, its clerk said"
        if len(name) == 2 and name[0].lower in FUNCTION_WORDS and may_be_given_name(name[0].text):
            return PERSON  # "Will Power"
        if country_named(text) or us_state(text) == text:
            return PLACE
        if len(name) == 1 and (country_of(text) or us_state(text) or name[0].lower in groups()):
            return ""  # a people: "Russians", "the Texan", "Democrats"
        if len(name) == 1 and government_of(text):
            return PLACE
        if len(name) > 1 and name[-1].lower in groups():
            return ""
        if 2 <= sum(word.capital for word in name) <= 5 and is_given_name(name[0].text):
            return PERSON
        if 2 <= len(name) <= 5 and any(word.lower in _DAUGHTER_OF for word in name[:-1]):
            return PERSON  # "Eilis Ní Dhomhnaill"
        weak = may_be_given_name(name[0].text) and not us_state(name[0].text)
        if len(name) == 2 and weak and not country_named(name[0].text) and model in ("", PERSON):
            return PERSON
        if len(name) == 1 and is_acronym(text):
            return ORG
        if len(name) <= 3 and model != PERSON and self._has_role(words, cut, end):
            return PERSON
        speaks = 2 <= len(name) <= 3 and self._speaks(name[0].span.start, name[-1].span.end)
        if model and (model != PERSON or len(name) <= 5):
            of = self._analysis.text.startswith(" of ", name[-1].span.end)
            return PERSON if speaks and of and model == ORG else model  # "Jane Roe of the Board"
        return PERSON if speaks else ""

    def _has_role(self, words: Sequence[Word], cut: int, end: int) -> bool:
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
        after = self._analysis.text[end : end + 4]
        return ends is not None and (
            ends <= end or after == " of " or _introduced(self._analysis.text, end)
        )

    def model_label(self, span: Span) -> str:
        """What the model calls most words of a span; "" for nothing, or without a model."""
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

    def single(self, word: Word) -> str:
        """The label of a capitalised word alone, by what is known of it."""
        if word.text.casefold() in self.known:
            return self.known[word.text.casefold()]
        place = country_named(word.text) or us_state(word.text) == word.text
        return PLACE if place else ORG if is_acronym(word.text) else ""


def _introduced(text: str, end: int) -> bool:
    """Whether an apposition with a small letter or an age follows: ", a nurse", ", 45,"."""
    after = text[end : end + 6]
    return after.startswith((", ", ",\xa0")) and (after[2:3].islower() or after[2:3].isdigit())


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
