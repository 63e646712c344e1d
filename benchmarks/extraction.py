"""Extraction beside the bare parse of the same articles, and texts made to hurt.

`python -m benchmarks.extraction [--articles FOLDER]`: plain-text articles, the founding ones
unless named. Processor time of one core; ratios are of one run. Ends with 1 where a bound is
missed: 0.8 of the articles that the bare parse makes, 350 MB, time that grows with the length.
"""

import argparse
import hashlib
import re
import resource
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from app.domain.documents import ParsedArticle, SourceDocument
from app.domain.gazetteer import EMPTY
from app.domain.spans import Span
from app.extraction.language import load_model
from app.extraction.pipeline import extract
from app.parsing.articles import parse_articles

_FOUNDING = Path(__file__).resolve().parents[1] / "seeds" / "articles"
_RATIO, _MEGABYTES, _GROWTH = 0.8, 350, 3.0  # the last: time for twice the text, at most
_ROUNDS = 3

_SENTENCE = (
    "The mayor said that the port is late, and the town will pay for it. “We will wait,” Roe said "
    "on Monday. The union called for a ban on cars in the town."
)


def main() -> int:
    """Measures, prints a table, and tells whether every bound was kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=Path, default=_FOUNDING, help="a folder of .txt files")
    options, _ = parser.parse_known_args()  # other groups have options of their own
    articles = [a for path in sorted(options.articles.glob("*.txt")) for a in _articles(path)]
    kept = [_beside_parse(articles), _growth("quotation marks", "“" * 5_000)]
    kept.append(_growth("paragraph of 20,000 words", " ".join([_SENTENCE] * 690)))
    kept.append(_growth("1,000,000 characters", "\n".join([_SENTENCE] * 6_450)))
    return int(not all(kept))


def _articles(path: Path) -> list[ParsedArticle]:
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    document = SourceDocument(path.name, str(path), data, digest, data.decode("utf-8"), "text/1")
    return list(parse_articles(document, EMPTY))


def _beside_parse(articles: list[ParsedArticle]) -> bool:
    nlp = load_model().nlp
    if nlp is None:
        print("no language model is installed, so there is no parse to compare with")
        return True
    texts = [article.span.of(article.text) for article in articles]
    parse = _fastest(lambda: [nlp(text) for text in texts])
    whole = _fastest(lambda: [extract(article) for article in articles])
    ratio = parse / whole
    print(
        f"{len(articles)} articles: {len(articles) / parse:.1f} a second parsed, "
        f"{len(articles) / whole:.1f} extracted, ratio {ratio:.2f} (bound {_RATIO})"
    )
    return ratio >= _RATIO


def _growth(name: str, text: str) -> bool:
    """Half of the text and all of it, each in a process of its own; the time may at most treble."""
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as pool:
        half, _ = pool.submit(_cost, text[: len(text) // 2]).result()
        whole, peak = pool.submit(_cost, text).result()
    print(
        f"{name}: {whole:.1f} s, {whole / half:.1f} times that of half (bound {_GROWTH}), "
        f"{peak} MB at most (bound {_MEGABYTES})"
    )
    return (whole <= _GROWTH * half or whole < 1) and peak <= _MEGABYTES


def _cost(text: str) -> tuple[float, int]:
    """Processor seconds that extraction takes, and the most memory of this process in MB."""
    load_model()
    start = time.process_time()
    extract(_lines(text))
    seconds = time.process_time() - start
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _lines(text: str) -> ParsedArticle:
    paragraphs = tuple(Span(*match.span()) for match in re.finditer(r"[^\n]+", text))
    return ParsedArticle(text, Span(0, len(text)), paragraphs)


def _fastest(work: Callable[[], object]) -> float:
    """Processor seconds of the fastest of some runs, after one that loads what is needed."""
    work()
    best = float("inf")
    for _ in range(_ROUNDS):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


if __name__ == "__main__":
    sys.exit(main())
