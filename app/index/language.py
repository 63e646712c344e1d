"""What the archive's knowledge adds to the rules of spelling: names, and abbreviations."""

from collections import defaultdict
from functools import lru_cache
from pathlib import Path

from rapidfuzz.distance import OSA

from app.domain.gazetteer import EMPTY, Gazetteer, KnownSpeaker, SpeakerKind
from app.index.joined import Joined
from app.index.query import All, Either, Mode, Node, Not, Phrase, Word
from app.index.spelling import root, spelling
from app.index.words import STOP_WORDS, Printed, forms

#: Two names at the same place of two aliases are one name where this share of letters agrees.
_ONE_NAME = 0.5
_LONGEST_ABBREVIATION = 7


def _read_meanings() -> dict[str, str]:
    meanings: dict[str, str] = {}
    for line in Path(__file__).with_name("meanings.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            first, *others = map(root, line.split())
            meanings.update(dict.fromkeys(others, first))
    return meanings


_SAME_MEANING = _read_meanings()


def same_meaning(form: str) -> list[str]:
    """The roots of the words that mean the same as `form`, none where it stands alone."""
    stem = root(form)
    first = _SAME_MEANING.get(stem, stem)
    others = [other for other, meant in _SAME_MEANING.items() if meant == first]
    return [one for one in (first, *others) if one != stem] if others else []


class Language:
    """Says which forms are one word, and what abbreviations stand for."""

    def __init__(self, gazetteer: Gazetteer = EMPTY) -> None:
        self._variants = _name_variants(gazetteer.speakers)
        #: What each issue is called, by its key.
        self.issue_names = {issue.key: (issue.name,) for issue in gazetteer.issues}
        self.stem = lru_cache(maxsize=400_000)(self._stem)
        self.exact = lru_cache(maxsize=400_000)(self._exact)
        self._long_forms: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        self._abbreviations: dict[tuple[str, ...], list[str]] = defaultdict(list)
        self._names: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
        for short, long in (*gazetteer.abbreviations, *_abbreviated_names(gazetteer.speakers)):
            self._abbreviate(short, long)
        named = (words for many in self._long_forms.values() for words in many)
        self._longest = max(map(len, named), default=0)
        self._joined = Joined(self.stem)
        #: The stem, and the spelling, of each word as it is printed; "" for a gap.
        self.stems_as_printed = Printed(lambda form: self.stem(form) if form else "")
        self.exact_as_printed = Printed(lambda form: self.exact(form) if form else "")

    def _stem(self, form: str) -> str:
        """What all forms of one word share."""
        written = spelling(form)
        stem = root(self._variants.get(written, written))
        return _SAME_MEANING.get(stem, stem)

    def _exact(self, form: str) -> str:
        """What all spellings of one form share."""
        written = spelling(form)
        return self._variants.get(written, written)

    def matches(self, word: Word, form: str) -> bool:
        """Whether `form`, a word of a text, is what `word` of a query stands for."""
        if not form:
            return False
        match word.mode:
            case Mode.STEM:
                return self.stem(form) == self.stem(word.form)
            case Mode.EXACT:
                return self.exact(form) == self.exact(word.form)
            case Mode.PREFIX:
                return form.startswith(word.form)
            case Mode.FUZZY:
                near = OSA.distance(form, word.form, score_cutoff=1) <= 1
                return near or self.stem(form) == self.stem(word.form)

    def expanded(self, node: Node) -> Node:
        """`node` with what is written otherwise beside it: abbreviations, words in two parts."""
        match node:
            case Word(form, Mode.STEM, typed) if form in self._long_forms:
                return Either((node, *self._beside(form, typed)), unit=True)
            case Word(form, Mode.STEM, typed):
                apart = self._joined.apart(form)
                return Either((node, _phrase(apart, typed)), unit=True) if apart else node
            case All(parts):
                return All(tuple(self._expanded_run(parts)))
            case Either(parts, unit):
                return Either(tuple(self.expanded(part) for part in parts), unit)
            case Not(part):
                return Not(self.expanded(part))
        return node

    def _beside(self, form: str, typed: str) -> list[Node]:
        """What an abbreviation stands for, and the others that stand for it: USA beside US."""
        long = self._long_forms[form]
        shorts = (self._abbreviations[self._stems(words)] for words in long)
        others = dict.fromkeys(short for some in shorts for short in some if short != form)
        phrases = (_phrase(words, typed) for words in long)
        return [*phrases, *(Word(short, Mode.STEM, typed) for short in others)]

    def _expanded_run(self, parts: tuple[Node, ...]) -> list[Node]:
        made: list[Node] = []
        at = 0
        while at < len(parts):
            words = self._words_at(parts, at)
            length = self._length_of_long_form(words)
            one = self._joined.as_one(words) if not length else None
            if length:
                made.append(self._long_form(parts[at : at + length], words[:length]))
            elif one:
                together = _phrase(words[:2], " ".join(words[:2]))
                made.append(Either((together, Word(one, Mode.STEM, one)), unit=True))
            else:
                made.append(self.expanded(parts[at]))
            at += length or (2 if one else 1)
        return made

    def _long_form(self, run: tuple[Node, ...], words: tuple[str, ...]) -> Node:
        """A long form in all its ways; the words of a name stand side by side."""
        key = self._stems(words)
        shorts = (Word(form, Mode.STEM, form) for form in self._abbreviations[key])
        names = tuple(_phrase(name, " ".join(name)) for name in self._names.get(key, ()))
        return Either((*(names or (All(run),)), *shorts), unit=True)

    def _words_at(self, parts: tuple[Node, ...], at: int) -> tuple[str, ...]:
        """The plain words that stand from `at` on, as many as a long form may have."""
        words: list[str] = []
        for part in parts[at : at + max(self._longest, 2)]:
            if not isinstance(part, Word) or part.mode is not Mode.STEM:
                break
            words.append(part.form)
        return tuple(words)

    def _length_of_long_form(self, words: tuple[str, ...]) -> int:
        """How many of `words`, from the first on, are a long form; 0 where none are."""
        for length in range(len(words), 1, -1):
            if self._stems(words[:length]) in self._abbreviations:
                return length
        return 0

    def _stems(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """What a long form is known by: no function words, which no search requires."""
        telling = [word for word in words if word not in STOP_WORDS]
        return tuple(map(self.stem, telling if len(telling) > 1 else words))

    def _abbreviate(self, short: str, long: str) -> None:
        abbreviation, words = forms(short), tuple(forms(long))
        if len(abbreviation) == 1 and len(words) > 1:
            short, stems = abbreviation[0], self._stems(words)
            if _is_name(long) and words not in self._names[stems]:
                self._names[stems].append(words)
            if short not in self._abbreviations[stems]:
                self._abbreviations[stems].append(short)
            if words not in self._long_forms[short]:
                self._long_forms[short].append(words)


def _phrase(words: tuple[str, ...], typed: str) -> Phrase:
    return Phrase(tuple(Word(word, Mode.STEM, typed) for word in words), quoted=False)


def _abbreviated_names(speakers: tuple[KnownSpeaker, ...]) -> list[tuple[str, str]]:
    """("EU", "European Union") where a body is known by both; "the bloc" is said of others too."""
    found = []
    for speaker in speakers:
        if speaker.kind is SpeakerKind.ORGANISATION:
            names = (speaker.name, *speaker.aliases)
            short = [name for name in names if _is_abbreviation(name)]
            long = [name for name in names if _is_name(name)]
            found += [(abbreviation, name) for abbreviation in short for name in long]
    return found


def _is_name(long: str) -> bool:
    return sum(word[0].isupper() for word in long.split()) > 1


def _is_abbreviation(name: str) -> bool:
    letters = name.replace(".", "")
    return 2 <= len(letters) <= _LONGEST_ABBREVIATION and letters.isupper() and letters.isalpha()


def _name_variants(speakers: tuple[KnownSpeaker, ...]) -> dict[str, str]:
    """Spellings of one name, from people's aliases: "Moammar Gadhafi" is "Muammar Gaddafi"."""
    variants: dict[str, str] = {}
    for speaker in speakers:
        if speaker.kind is not SpeakerKind.PERSON:
            continue
        name = forms(speaker.name)
        for alias in map(forms, speaker.aliases):
            if len(alias) == len(name):
                pairs = list(zip(name, alias, strict=True))
            else:
                pairs = [(name[-1], alias[-1])] if name and alias else []
            for first, other in pairs:
                first, other = spelling(first), spelling(other)
                if first != other and _is_one_name(first, other):
                    variants.setdefault(other, variants.get(first, first))
    return variants


def _is_one_name(first: str, other: str) -> bool:
    if min(len(first), len(other)) < 4:
        return False
    return OSA.normalized_similarity(first, other) >= _ONE_NAME
