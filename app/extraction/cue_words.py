"""Which words signal that somebody is quoted, and how; the words themselves are in `lexicon`."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from app.extraction.words import read_lines


class Form(StrEnum):
    """How a cue leads its content; the letters are those of the word lists."""

    QUOTATION = "q"
    CLAUSE = "t"
    QUESTION = "w"
    NOUN = "n"
    INFINITIVE = "i"
    OBJECT_INFINITIVE = "o"
    GERUND = "g"
    PREDICATE = "k"
    DOCUMENT = "d"
    RECIPIENT = "r"
    SIDE = "s"


@dataclass(frozen=True, slots=True)
class CueWord:
    """A verb or noun that reports speech. Prepositions are those that lead its content."""

    lemma: str
    forms: frozenset[Form] = frozenset()
    prepositions: frozenset[str] = frozenset()  # "called for a ban"
    after_object: frozenset[str] = frozenset()  # "accused him of lying"
    as_predicate: frozenset[str] = frozenset()  # "described it as late"
    irregular: tuple[str, ...] = field(default=())

    def takes(self, form: Form) -> bool:
        """Whether the word reports speech in this form."""
        return form in self.forms


def _read(name: str) -> dict[str, CueWord]:
    words: dict[str, CueWord] = {}
    for line in read_lines(name):
        lemma, _, rest = line.partition(":")
        frames, _, irregular = rest.partition("(")
        word = _cue_word(lemma.strip(), frames.split(), tuple(irregular.strip(" )").split()))
        words[word.lemma] = _joined(words.get(word.lemma), word)
    return words


def _cue_word(lemma: str, frames: list[str], irregular: tuple[str, ...]) -> CueWord:
    def led_by(mark: str) -> frozenset[str]:
        return frozenset(frame[1:] for frame in frames if frame[0] == mark)

    forms = frozenset(Form(frame) for frame in frames if len(frame) == 1)
    return CueWord(lemma, forms, led_by("+"), led_by("/"), led_by("="), irregular)


def _joined(first: CueWord | None, second: CueWord) -> CueWord:
    if first is None:
        return second
    return CueWord(
        first.lemma,
        first.forms | second.forms,
        first.prepositions | second.prepositions,
        first.after_object | second.after_object,
        first.as_predicate | second.as_predicate,
        first.irregular + second.irregular,
    )


def _inflected(word: CueWord) -> Iterator[str]:
    """The finite and -ing forms of a regular verb, by the rules of English spelling."""
    lemma = word.lemma
    yield lemma
    if word.irregular:
        yield from word.irregular
        return
    if lemma.endswith("e"):
        yield from (lemma + "s", lemma + "d", lemma[:-1] + "ing")
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        yield from (lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing")
    elif lemma.endswith(("s", "sh", "ch", "x", "z")):
        yield from (lemma + "es", lemma + "ed", lemma + "ing")
    else:
        yield from (lemma + "s", lemma + "ed", lemma + "ing")
        if lemma[-1] in "bgmnprt":  # "beg" -> "begged", "quip" -> "quipped", "admit" -> "admitted"
            yield from (lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing")


CUE_VERBS: dict[str, CueWord] = _read("cue_verbs.txt")
CUE_NOUNS: dict[str, CueWord] = _read("cue_nouns.txt")

#: Every form of every verb -> its lemma, for text without syntax.
LEMMA_OF: dict[str, str] = {
    form: word.lemma
    for word in CUE_VERBS.values()
    if not word.takes(Form.SIDE)  # "back" and "welcome" are mostly other words
    for form in _inflected(word)
}

#: Forms of the verbs that tag quotations: "said", "asked", "writes".
SPEECH_FORMS: frozenset[str] = frozenset(
    form for form, lemma in LEMMA_OF.items() if CUE_VERBS[lemma].takes(Form.QUOTATION)
)
