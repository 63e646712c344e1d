"""Records for benchmarks: real sentences put together anew, so words are as frequent as in life.

The text is read at run time from a folder of plain files and never kept. Without one, the
founding articles serve, which only shows that a benchmark runs: their vocabulary is tiny.
"""

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from app.domain.resolved import Stance
from app.domain.search import EntryType, IndexEntry, SearchQuery
from app.index.words import STOP_WORDS

SEEDS = Path(__file__).resolve().parent.parent / "seeds" / "articles"
_SENTENCE_END = re.compile(r"(?<=[.!?”])\s+(?=[“A-Z])")
_NAME = re.compile(r"\b([A-Z][a-z]+(?:\s[A-Z]\.)?(?:\s[A-Z][a-z]+)+)\b")
_WORD = re.compile(r"[a-z]{4,}")
_STANCES = tuple(stance.value for stance in Stance)


@dataclass(frozen=True, slots=True)
class Question:
    """A query of one kind, and the same for engines that take terms, a speaker and days."""

    kind: str
    terms: tuple[str, ...]
    query: SearchQuery
    number: int = 0

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return f"{self.number} {self.query.text}"


def sentences(folder: Path) -> list[str]:
    """All sentences of the texts in `folder`, in a fixed order."""
    found = []
    for path in sorted(folder.rglob("*.txt")):
        for line in path.read_text("utf-8", errors="replace").splitlines():
            found += [one for one in _SENTENCE_END.split(line.strip()) if len(one) >= 15]
    return found


def entries(folder: Path, count: int) -> Iterator[IndexEntry]:
    """`count` statements of one to three sentences each; the same for the same folder."""
    draw = random.Random(7)
    held = sentences(folder)
    names = Counter(name for one in held for name in _NAME.findall(one))
    people = [name for name, _ in names.most_common(3000)] or ["Ana Ruiz"]
    for number in range(count):
        text = " ".join(draw.choice(held) for _ in range(draw.choice((1, 1, 2, 2, 3))))
        person = people[min(int(draw.paretovariate(0.6)) - 1, len(people) - 1)]
        day = date(draw.randint(2004, 2025), draw.randint(1, 12), draw.randint(1, 28))
        issues = {f"issue-{draw.randint(0, 20)}" for _ in range(draw.randint(0, 2))}
        yield IndexEntry(
            permalink=f"{number:010d}",
            type=EntryType.STATEMENT,
            text=text,
            headline="",
            article=f"a{draw.randint(0, count // 20)}",
            speaker=person.lower().replace(" ", "-").replace(".", ""),
            speaker_names=person,
            outlet=f"outlet-{draw.randint(0, 39)}",
            kind=draw.choice(("direct", "mixed", "indirect")),
            issues=tuple(sorted(issues)),
            positions=(_STANCES[number % len(_STANCES)],) if issues else (),
            events=(f"event-{draw.randint(0, 300)}",) if draw.random() < 0.3 else (),
            place=None,
            said_first=day,
            said_last=day,
            published_first=day,
            confidence=draw.random(),
        )


def questions(held: list[IndexEntry], count: int = 300) -> list[Question]:
    """Queries made from the records: common and rare words, several, phrases, prefixes, filters.

    In the shares 50 : 50 : 60 : 40 : 30 : 50 : 20 (the last are misspelt words).
    """
    draw = random.Random(11)
    frequency: Counter[str] = Counter()
    for one in held:
        frequency.update(sorted(set(_WORD.findall(one.text.lower())) - STOP_WORDS))
    ranked = [word for word, _ in frequency.most_common()]
    common, middle = ranked[10:260] or ranked, ranked[260:3000] or ranked
    least, most = max(2, len(held) // 8000), max(20, len(held) // 1000)
    rare = [word for word in ranked if least <= frequency[word] <= most] or ranked
    top = [name for name, _ in Counter(one.speaker for one in held).most_common(25) if name]
    made = []
    for number in range(count):
        kind = _KINDS[number % len(_KINDS)]
        question = _question(kind, draw, held, (common, middle, rare), top)
        made.append(replace(question, number=number))
    return made


_SHARES = {"common": 5, "rare": 5, "and": 6, "phrase": 4, "prefix": 3, "filter": 5, "fuzzy": 2}
_KINDS = [kind for kind, share in _SHARES.items() for _ in range(share)]


def _question(
    kind: str,
    draw: random.Random,
    held: list[IndexEntry],
    words: tuple[list[str], list[str], list[str]],
    speakers: list[str],
) -> Question:
    common, middle, rare = words
    if kind == "prefix":
        prefix = draw.choice(middle)[: draw.choice((4, 5))]
        return Question(kind, (prefix,), SearchQuery(f"{prefix}*"))
    if kind == "fuzzy":
        word = draw.choice([one for one in middle if len(one) > 6] or middle)
        at = draw.randrange(2, len(word) - 1)
        return Question(
            kind, (word[:at] + word[at + 1 :],), SearchQuery(f"{word[:at]}{word[at + 1 :]}~")
        )
    if kind == "phrase":
        run = _run(draw, held)
        return Question(kind, run, SearchQuery(f'"{" ".join(run)}"'))
    if kind == "and":
        some = sorted(set(_WORD.findall(draw.choice(held).text.lower())) - STOP_WORDS)
        terms = tuple(draw.sample(some, min(len(some), draw.choice((2, 2, 3)))))
        return Question(kind, terms, SearchQuery(" ".join(terms)))
    word = draw.choice(rare if kind == "rare" else common)
    if kind != "filter":
        return Question(kind, (word,), SearchQuery(word))
    year = draw.randint(2004, 2021)
    query = SearchQuery(
        word,
        filters={"speaker": (draw.choice(speakers),)},
        said_from=date(year, 1, 1),
        said_to=date(year + draw.randint(1, 4), 12, 31),
    )
    return Question(kind, (word,), query)


def _run(draw: random.Random, held: list[IndexEntry]) -> tuple[str, ...]:
    """Two or three words that stand side by side somewhere and say something."""
    while True:
        words = re.findall(r"\w+", draw.choice(held).text.lower())
        length = draw.choice((2, 2, 3))
        at = draw.randrange(max(len(words) - length, 1))
        run = tuple(words[at : at + length])
        if len(run) == length and all(_WORD.fullmatch(w) and w not in STOP_WORDS for w in run):
            return run
