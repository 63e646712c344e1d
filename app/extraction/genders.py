"""Learns from "he" and "she" whether a name that does not tell is a man's or a woman's."""

import re
from collections import Counter

from app.extraction.analysis import Analysis
from app.extraction.cast import Cast
from app.extraction.names import PERSON

_PRONOUN = re.compile(r"\b(?:(he|him|his|himself)|(she|her|hers|herself))\b", re.IGNORECASE)


def learn_genders(analysis: Analysis, cast: Cast) -> None:
    """Sets the gender of persons whose names do not tell it, by the pronouns near them.

    A pronoun counts where its sentence names just one person, before it, or where it opens the
    sentence after such a one. Two votes more for one side decide, or one without any other.
    """
    votes: dict[int, Counter[str]] = {}
    by_sentence = _persons_by_sentence(cast)
    before: int | None = None
    for number, sentence in enumerate(analysis.sentences):
        persons = by_sentence.get(number, {})
        opening = _PRONOUN.match(analysis.text, sentence.start, sentence.end)
        if opening and before is not None and opening.end() - opening.start() < 4:
            votes.setdefault(before, Counter())[_gender(opening)] += 1
        if len(persons) == 1:
            [(figure, start)] = persons.items()
            after = _PRONOUN.finditer(analysis.text, start, sentence.end)
            told = [_gender(m) for m in after if not _is_object(analysis, m.start())]
            same = next((n for n, gender in enumerate(told) if gender != told[0]), len(told))
            votes.setdefault(figure, Counter()).update(told[:same])  # then somebody else comes
            before = figure
        elif persons:
            before = None
    for figure, counts in votes.items():
        lead = counts["m"] - counts["f"]
        if cast.figures[figure].gender is None and (abs(lead) > 1 or len(counts) == 1):
            cast.figures[figure].gender = "m" if lead > 0 else "f"


def _is_object(analysis: Analysis, offset: int) -> bool:
    """Whether a pronoun stands for somebody to whom the one named does it: "Roe backed her"."""
    token = analysis.token_at(offset)
    return token is not None and token.tag_ == "PRP" and token.lower_ in ("him", "her")


def _persons_by_sentence(cast: Cast) -> dict[int, dict[int, int]]:
    """The persons named in each sentence, each with the offset behind the first mention."""
    found: dict[int, dict[int, int]] = {}
    for name, meaning in zip(cast.names, cast.meanings, strict=True):
        if meaning is not None and cast.figures[meaning.figure].label == PERSON:
            found.setdefault(name.sentence, {}).setdefault(meaning.figure, name.span.end)
    return found


def _gender(match: re.Match[str]) -> str:
    return "m" if match[1] else "f"
