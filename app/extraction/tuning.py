"""Makes a language model quicker without changing what it says.

Two thirds of bringing an article in is its parse, and a third of that can be had for nothing:
products of matrices from the library that numpy brings, and rules of parts of speech looked up.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.language import Language
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

#: What a rule may ask of a token so that tokens alike in this are met by the same rules.
_ASKED = frozenset(["TAG", "DEP", "LOWER", "IS_SPACE"])

#: What a rule asks of tokens in a row: [{"TAG": "PRP", "LOWER": {"IN": ["her", "his"]}}].
_Pattern = Sequence[Mapping[str, Any]]

#: A match as spaCy's ruler orders and applies them: number of the rule, its key, first, last + 1.
_Match = tuple[int, int, int, int]


def tuned(nlp: "Language") -> "Language":
    """The model with the quicker ways in place, in which it is changed."""
    _multiply_by_numpy(nlp)
    if nlp.has_pipe("attribute_ruler"):
        ruler: Any = nlp.get_pipe("attribute_ruler")
        ruler.match = _Matches.of(ruler)
    return nlp


def _multiply_by_numpy(nlp: "Language") -> None:
    """Has numpy's library multiply, which knows newer processors than the one spaCy brings.

    In one thread: several would take the cores of the other workers for little, and the same
    words are to give the same numbers on every machine.
    """
    from thinc.api import NumpyOps  # comes with spaCy
    from threadpoolctl import threadpool_limits

    threadpool_limits(limits=1, user_api="blas")
    ops = NumpyOps(use_blis=False)
    for _, step in nlp.pipeline:
        model: Any = getattr(step, "model", None)
        for node in model.walk() if hasattr(model, "walk") else ():
            node.ops = ops


@dataclass(slots=True)
class _Matches:
    """Which rules of a ruler meet which tokens, each sort of token asked about once.

    spaCy holds every token against all 179 rules of its English; most ask for tag, dependency
    and a word of a short list.
    """

    simple: Any  # spaCy's matcher of the rules that ask one token for `_ASKED`
    other: Any  # that of the rest
    words: frozenset[str]  # that a simple rule asks for
    expressions: tuple[re.Pattern[str], ...]  # that a simple rule holds words against
    _known: dict[tuple[int, ...], list[tuple[int, int]]] = field(default_factory=dict)

    @classmethod
    def of(cls, ruler: "AttributeRuler") -> "_Matches":
        """The same rules in two matchers, under the same keys."""
        from spacy.matcher import Matcher

        simple, other = Matcher(ruler.vocab), Matcher(ruler.vocab)
        words: set[str] = set()
        expressions: set[str] = set()
        for number, rule in enumerate(ruler.patterns):
            patterns: Any = rule["patterns"]
            if not all(_is_simple(pattern) for pattern in patterns):
                other.add(str(number), patterns)
                continue
            simple.add(str(number), patterns)
            for pattern in patterns:
                asked, expressed = _words(pattern)
                words.update(asked)
                expressions.update(expressed)
        compiled = tuple(map(re.compile, sorted(expressions)))
        return cls(simple, other, frozenset(words), compiled)

    def __call__(self, doc: "Doc") -> list[_Match]:
        """The matches of all rules, later rules last."""
        strings = doc.vocab.strings
        found = [
            (int(strings[key]), key, first, end)
            for key, first, end in self.other(doc, allow_missing=True, as_spans=False)
        ]
        sorts: Any = doc.to_array(["TAG", "DEP", "LOWER", "IS_SPACE"]).tolist()
        asked = {lower for lower in {sort[2] for sort in sorts} if self._asks(strings[lower])}
        for at, (tag, dep, lower, space) in enumerate(sorts):
            sort = (tag, dep, lower if lower in asked else 0, space)
            met = self._known.get(sort)
            if met is None:
                met = self._known[sort] = self._ask(doc, at)
            found += [(number, key, at, at + 1) for number, key in met]
        return sorted(found)

    def _asks(self, word: str) -> bool:
        return word in self.words or any(each.search(word) for each in self.expressions)

    def _ask(self, doc: "Doc", at: int) -> list[tuple[int, int]]:
        matches = self.simple(doc[at : at + 1], allow_missing=True, as_spans=False)
        return [(int(doc.vocab.strings[key]), key) for key, _, _ in matches]


def _is_simple(pattern: _Pattern) -> bool:
    """Whether a pattern asks one token for what makes it alike, and its word in known ways."""
    if len(pattern) != 1 or not set(pattern[0]) <= _ASKED:
        return False
    word = pattern[0].get("LOWER", {})
    return isinstance(word, str) or set(word) <= {"IN", "REGEX"}


def _words(pattern: _Pattern) -> tuple[list[str], list[str]]:
    """The words a simple pattern asks for, and the expressions it holds words against."""
    asked = pattern[0].get("LOWER", {})
    if isinstance(asked, str):
        return [asked], []
    return asked.get("IN", []), [asked["REGEX"]] if "REGEX" in asked else []
