"""What a hostile reader may ask: made of the words that cost most, to find the worst query."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from app.domain.resolved import Stance
from app.domain.search import FILTER_FIELDS, EntryType, SearchQuery, Sort
from benchmarks.corpus import Question

_LETTERS = "abcdefghijklmnoprstuvw"
_RANDOM = 300
_LONGEST = 4090


def hostile(words: Sequence[str], count: int) -> list[Question]:
    """Queries over an archive of `count` records; `words` are its words, the commonest first."""
    asked = [*_repeated(words), *_by_every_operator(words), *_by_filters(), *_deep(words, count)]
    draw = random.Random(5)
    asked += [_any(draw, words, count) for _ in range(_RANDOM)]
    return [Question("hostile", (), query, number) for number, query in enumerate(asked)]


def _texts(*texts: str) -> list[SearchQuery]:
    return [SearchQuery(text) for text in texts]


def _repeated(words: Sequence[str]) -> list[SearchQuery]:
    """One thing as often as it fits."""
    return _texts(
        "(" * 4000 + "x",
        "(" * 2000 + "the" + ")" * 2000,
        '"' + "the " * 900 + '"',
        " OR ".join(["the", "of", "and", "to", "in", "a"] * 80),
        " NEAR/50 ".join(["the", "of"] * 200),
        "the NEAR/50 of a NEAR/50 the",
        "a.b.c.d." * 500,
        "1,000." * 600,
        ("e" + "\u0301" * 30) * 130,
        "*1* ?????* [a TO z] NOT *",
        "said:2004..2025 " * 250,
        "said:2004..2025 -said:2010 year:2011 OR year:2012",
        " OR ".join(f"said:{2004 + n % 20}-{1 + n % 12:02}" for n in range(240)),
        "-(-(-(the OR of) OR to) OR in) OR -(-(a of))",
        "-".join(words[:400]),
    )


def _by_every_operator(words: Sequence[str]) -> list[SearchQuery]:
    """Hundreds of common words joined by each operator."""
    starts = [start for start, _ in Counter(word[:3] for word in words if len(word) > 3).items()]
    long = [word for word in words if len(word) > 6]
    pairs = [(a, b) for a in words[:20] for b in words[:20]]
    return _texts(
        " ".join(words[:500]),
        " OR ".join(words[:500]),
        " ".join(f"-{word}" for word in words[:500]),
        " ".join(words[2000:2300]),
        " ".join(f"{start}*" for start in starts[:150]),
        " OR ".join(f"{start}*" for start in starts[:150]),
        " ".join(f"-{start}*" for start in starts[:150]),
        " ".join(f"{word}~" for word in long[:400]),
        " OR ".join(f"{word}~" for word in long[:400]),
        " ".join(f"{word[:3]}q{word[3:]}" for word in long[:300]),
        " ".join(f"{a}{b}ter~" for a in _LETTERS for b in "aeiou"),
        " OR ".join(f'"{a} {b}"' for a, b in pairs),
        " ".join(f'-"{a} {b}"' for a, b in pairs),
        " OR ".join(f"{a} NEAR/50 {b}" for a, b in pairs),
        " ".join(f"{a}-{b}" for a, b in pairs),
        " OR ".join(f"{a}-{b}-{c}" for a, b in pairs[:60] for c in words[:6]),
        " OR ".join(f'"{a}* {b}*"' for a in starts[:9] for b in starts[:9]),
        " OR ".join(f"{a}* NEAR/50 {b}*" for a in starts[:9] for b in starts[:9]),
        '"' + " ".join(f"{start}*" for start in starts[:30]) + '"',
        " ".join(f"l{word}row" for word in words[:400] if len(word) > 3),
    )


def _by_filters() -> list[SearchQuery]:
    """Every filter there is, and hundreds of them."""
    every = {
        "outlet": tuple(f"outlet-{n}" for n in range(20)),
        "issue": tuple(f"issue-{n}" for n in range(20)),
        "position": tuple(stance.value for stance in Stance),
        "event": tuple(f"event-{n}" for n in range(20)),
        "kind": ("direct", "mixed", "indirect"),
        "confidence": ("certain", "likely", "doubtful"),
        "year": tuple(str(year) for year in range(2004, 2024)),
    }
    assert set(every) <= set(FILTER_FIELDS)
    first, last = date(2004, 1, 1), date(2025, 6, 1)
    names = ["john", "smith", "robert", "james", "michael", "david", "george", "clinton"]
    return [
        SearchQuery("", EntryType.STATEMENT, every, first, last, by_article=True),
        SearchQuery("the OR of", EntryType.STATEMENT, every, first, last, Sort.OLDEST),
        *_texts(
            " OR ".join(f"speaker:{name}" for name in names * 30),
            " ".join(f"-speaker:{name}" for name in names * 30),
            " OR ".join(f"speaker:{_LETTERS[n % 22]}{n}" for n in range(300)),
        ),
    ]


def _deep(words: Sequence[str], count: int) -> list[SearchQuery]:
    """Pages far down, in every order, folded and not."""
    common = SearchQuery(" OR ".join(words[:8]))
    return [
        replace(query, page=page, sort=sort, by_article=folded)
        for query in (SearchQuery(""), common)
        for page in (count // 80, count // 40)
        for sort in Sort
        for folded in (False, True)
    ]


def _any(draw: random.Random, words: Sequence[str], count: int) -> SearchQuery:
    """A query of random words, operators and brackets, long as a rule."""
    return SearchQuery(
        " ".join(_items(draw, words))[:_LONGEST],
        filters={"outlet": ("outlet-1", "outlet-2")} if draw.random() < 0.2 else {},
        sort=draw.choice(list(Sort)),
        page=draw.choice((1, 1, 2, count // 400)),
        per_page=draw.choice((20, 100)),
        by_article=draw.random() < 0.3,
    )


def _items(draw: random.Random, words: Sequence[str]) -> Iterator[str]:
    common = words[: draw.choice((8, 50, 400, 3000))]
    for _ in range(draw.choice((4, 20, 100, 400))):
        one, other = draw.choice(common), draw.choice(common)
        yield draw.choice(
            (one, one, f"{one[:3]}*", f"{one}~", f'"{one} {other}"', f'"{one[:4]}* {other}"',
             f"{one} NEAR/{draw.randint(1, 50)} {other}", f"{one}-{other}", "OR", "OR", "-", "NOT",
             "(", ")", f"-{one}", f"-{one[:3]}*", f"said:{draw.randint(2003, 2026)}..",
             f"kind:{draw.choice(('direct', 'mixed'))}")
        )  # fmt: skip
