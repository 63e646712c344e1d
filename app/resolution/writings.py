"""The day of words that a piece of writing says: "Friday’s ruling found", "the report said".

A writing is told with its day once, where an article first names it: "an editorial on Monday",
"the 2013 memo". What it says anywhere in the article is of that day.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.date_words import DateForm, DateWords, find_date_words
from app.domain.dates import DateBasis, DateFinding, PartialDate
from app.domain.documents import ParsedArticle
from app.domain.spans import Span
from app.resolution.reasons import published_when
from app.resolution.relative_dates import meaning
from app.resolution.sentences import sentences_of
from app.resolution.turns import Outside

_NOUN = (
    r"(?:report|letter|statement|memo(?:randum)?|lawsuit|suit|complaint|editorial|e-?mail|ruling"
    r"|filing|study|order|article|ad|advertisement|column|op-ed|press release|indictment|affidavit"
    r"|opinion|resolution|document|essay|blog post|post|poll|survey|audit|verdict|petition|cable)"
)
#: Words that go with a writing, and part it from nothing: "inspector general’s", "campaign TV".
_WORD = r"(?:(?!(?:of|in|on|at|to|for|from|by|with|and|or|that|who|which|as|about)\b)[\w.’'-]+ )"
_BEHIND_DAY = re.compile(
    rf" (?:(?:night|morning|evening|afternoon)(?:[’']s)? )?{_WORD}{{0,4}}?"
    rf"(?P<noun>{_NOUN})\b(?![’'])"
)
_DETERMINED = re.compile(
    r"(?:\b(?:the|an?|this|that|his|her|its|their)|[’']s?) (?:[a-z]+ )?$", re.I
)
_BEFORE_DAY = re.compile(
    rf"\b(?P<noun>{_NOUN})(?: (?:(?:was |were )?(?:released|published|issued|dated|sent|filed"
    r"|posted|written|unveiled|delivered)|made public))?(?: (?:on|in|of|from|late|early))*? ?$"
)
_TO_COME = re.compile(r"\b(?:due|expected|scheduled|planned|will|would)\b[^,;]*$")
_SOURCE = re.compile(
    rf"(?P<one>(?:an?|the|this|that|his|her|its|their|[\w.]+[’']s?) )?"
    rf"(?:(?:\w+ )?(?:copy|draft|version|text) of (?:the|an?) )?{_WORD}{{0,6}}?(?P<noun>{_NOUN})"
    r"(?= (?:on|in|this|last|late|early|from|to|of|about|by|seen|obtained|released|published"
    r"|issued|dated|sent|filed|posted|written)\b|,|$)",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"(?:the|this|that|his|her|its|their) ", re.IGNORECASE)
_NAMED_ANEW = (
    r"\b(?:an?|another|one|second|separate|earlier|previous) (?:[\w’'-]+ ){{0,3}}?{noun}\b"
)


@dataclass(frozen=True, slots=True)
class _Dated:
    noun: str
    span: Span
    date: PartialDate
    words: DateWords


class Writings:
    """The writings that one article names with their days."""

    def __init__(self, article: ParsedArticle, published: DateFinding, outside: Outside) -> None:
        """Nothing is looked for before it is asked for: most articles quote no writing."""
        self._article, self._published, self._outside = article, published, outside
        self._dated: list[_Dated] | None = None

    def day_of(self, source: Sequence[Span], sentence: Span) -> DateFinding | None:
        """The day of the writing that the words of a source are; None where none is told."""
        if not source or self._published.date is None:
            return None
        text = self._article.text
        told = _SOURCE.match(text, source[0].start, source[-1].end)
        if told is None:
            return None
        noun = told["noun"].lower()
        if self._dated is None:
            self._dated = list(self._find())
        own = [d for d in self._dated if d.noun == noun and sentence.contains(d.span)]
        near = [d for d in own if d.span.overlaps(Span(source[0].start, told.end() + 1))]
        if near:
            return self._finding(near[0], f'"{near[0].span.of(text)}"')
        if not _DEFINITE.match(told[0]):
            return None
        same = [d for d in self._dated if d.noun == noun]
        if len({d.date for d in same}) != 1 or self._is_named_anew(noun, same[0].span):
            return None
        return self._finding(same[0], f'the day of "{same[0].span.of(text)}"')

    def _is_named_anew(self, noun: str, known: Span) -> bool:
        """Whether the article tells of one more writing of the sort, whose words these may be."""
        text = self._article.text
        anew = re.compile(_NAMED_ANEW.format(noun=re.escape(noun)), re.IGNORECASE)
        body = self._article.paragraphs
        first, last = body[0].start, body[-1].end
        found = (Span(*m.span()) for m in anew.finditer(text, first, last))
        return any(not known.overlaps(span) for span in found)

    def _finding(self, dated: _Dated, told: str) -> DateFinding:
        if dated.words.year:
            return DateFinding(dated.date, DateBasis.STATED, told)
        when = f"{told} in an article {published_when(self._published)}"
        return DateFinding(dated.date, DateBasis.INFERRED, when)

    def _find(self) -> Iterator[_Dated]:
        text, printed = self._article.text, self._published.date
        for sentence in sentences_of(text, self._article.paragraphs):
            for words in find_date_words(text, sentence):
                if words.form in (DateForm.COUNTED, DateForm.AGO):
                    continue
                named = _named_with(text, sentence, words)
                if named is None or not self._outside.holds(words.span):
                    continue
                date = meaning(words, printed, future=False)
                if date is not None and printed is not None and date.first <= printed.last:
                    span = Span(min(named.start, words.span.start), max(named.end, words.span.end))
                    yield _Dated(named.of(text).lower(), span, date, words)


def _named_with(text: str, sentence: Span, words: DateWords) -> Span | None:
    """The noun of a writing that the words of a date stand with."""
    before = text[sentence.start : words.span.start]
    if _TO_COME.search(before):
        return None
    if behind := _BEFORE_DAY.search(before):
        if words.form is DateForm.YEAR:
            return None  # "the report in 2012": of what is told there
        at = sentence.start + behind.start("noun")
        return Span(at, at + len(behind["noun"]))
    led = _DETERMINED.search(before) or words.words.endswith(("’s", "'s"))
    noun = _BEHIND_DAY.match(text, words.span.end, sentence.end) if led else None
    return Span(*noun.span("noun")) if noun else None
