"""Parses an article with the language model, in pieces of bounded size."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.domain.documents import ParsedArticle
from app.domain.spans import Span
from app.extraction.analysis import Analysis
from app.extraction.frames import find_frames
from app.extraction.language import load_model
from app.extraction.quote_marks import find_quotes
from app.extraction.sentences import split_sentences

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: Characters given to the model at once, cut at a paragraph's end where there is one. Most
#: articles are one piece (the model then sees them whole); memory stays flat for longer ones.
PIECE = 12_000
#: What the steps of extraction read of a token; the rest of a long text's parse is let go.
_KEPT = ("LEMMA", "POS", "TAG", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE")

#: A run without a blank that is longer than this is no word: spaCy's tokenizer takes time that
#: grows with its square (5,000 quotation marks in a row: 6 s), so it becomes one token.
LONGEST_WORD = 200
_LONG_RUN = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")


def analyse(article: ParsedArticle, level: str = "auto") -> Analysis:
    """The article's paragraphs, sentences and syntax, with headline and deck as paragraphs."""
    model = load_model(level)
    above = [span for span in (article.headline_span, article.deck) if span is not None]
    above = [span for span in above if _stands_before(span, article.paragraphs)]
    paragraphs = tuple(sorted({*above, *article.paragraphs}))
    body = 0 if _is_in_two_parts(article) else len(paragraphs) - len(set(article.paragraphs))
    start = paragraphs[0].start if paragraphs else article.span.start
    quotes = find_quotes(article.text, paragraphs)
    frames = find_frames(article.text, paragraphs, quotes)
    bare = Analysis(
        text=article.text,
        start=start,
        paragraphs=paragraphs,
        sentences=tuple(s for p in paragraphs for s in split_sentences(article.text, p)),
        doc=None,
        level=model.level,
        model=model.name,
        quotes=tuple(quotes),
        frames=tuple(frames),
        body=body,
        warnings=(model.warning,) if model.warning else (),
    )
    if model.nlp is None or not paragraphs:
        return bare
    doc = _parse(model.nlp, bare)
    return replace(
        bare,
        sentences=tuple(_sentences(doc, bare)),
        doc=doc,
        token_starts=array("Q", (start + token.idx for token in doc)),
    )


def _is_in_two_parts(article: ParsedArticle) -> bool:
    """Whether headline and deck are whole sentences in small letters, joined by a semicolon.

    "Hawks win vote;" and "Member urges a boycott." are read as the text below them is.
    """
    head = article.headline_span
    return head is not None and article.text[head.end : head.end + 1] == ";"


def _stands_before(span: Span, paragraphs: tuple[Span, ...]) -> bool:
    return span.start < span.end and (not paragraphs or span.end <= paragraphs[0].start)


def _parse(nlp: "Language", bare: Analysis) -> "Doc":
    whole = Span(bare.start, bare.paragraphs[-1].end)
    starts = sorted(frame.span.start for frame in bare.frames)
    pieces = list(_pieces(bare.text, whole, bare.paragraphs))
    docs = (_parse_piece(nlp, bare.text, piece, starts) for piece in pieces)
    return next(docs) if len(pieces) == 1 else _joined(nlp, docs)


def _joined(nlp: "Language", docs: Iterator["Doc"]) -> "Doc":
    """One parse of several, each of which is let go as soon as it is read."""
    import numpy as np  # comes with spaCy
    from spacy.tokens import Doc

    seen: dict[str, str] = {}  # each word is kept once
    words: list[str] = []
    spaces: list[bool] = []
    attributes: list[Any] = []  # of numpy, whose types spaCy does not share
    for doc in docs:
        words += [seen.setdefault(token.text, token.text) for token in doc]
        spaces += [bool(token.whitespace_) for token in doc]
        attributes.append(doc.to_array(list(_KEPT)))
    joined = Doc(nlp.vocab, words=words, spaces=spaces)
    stacked: Any = np.concatenate(attributes)
    return joined.from_array(list(_KEPT), stacked)


def _pieces(text: str, whole: Span, paragraphs: tuple[Span, ...]) -> Iterator[Span]:
    start = whole.start
    ends = [paragraph.start for paragraph in paragraphs[1:]] + [whole.end]
    previous = start
    for end in ends:
        if end - start > PIECE and previous > start:
            yield Span(start, previous)
            start = previous
        while end - start > PIECE:  # one paragraph longer than a piece
            cut = _blank_before(text, start + PIECE, start)
            yield Span(start, cut)
            start = cut
        previous = end
    if start < whole.end:
        yield Span(start, whole.end)


def _blank_before(text: str, offset: int, start: int) -> int:
    blank = text.rfind(" ", start + 1, offset)
    return blank + 1 if blank > 0 else offset


def _parse_piece(nlp: "Language", text: str, piece: Span, starts: list[int]) -> "Doc":
    doc = _tokenize(nlp, piece.of(text))
    first, last = bisect_left(starts, piece.start), bisect_left(starts, piece.end)
    sentence_starts = {start - piece.start for start in starts[first:last]}
    for token in doc:
        if token.idx in sentence_starts:
            token.is_sent_start = True  # the parser keeps sentence ends that are set beforehand
    for _, step in nlp.pipeline:
        doc = step(doc)
    doc.tensor = doc.tensor[:0].copy()  # 400 bytes a token that no step reads
    return doc


def _tokenize(nlp: "Language", text: str) -> "Doc":
    from spacy.tokens import Doc  # imported here: the rules level runs without spaCy

    if not _LONG_RUN.search(text):
        return nlp.make_doc(text)
    docs, last = [], 0
    for run in _LONG_RUN.finditer(text):
        docs += [nlp.make_doc(text[last : run.start()])]
        docs += [Doc(nlp.vocab, words=[run[0]], spaces=[False])]
        last = run.end()
    docs += [nlp.make_doc(text[last:])]
    words = [token for doc in docs for token in doc]
    return Doc(
        nlp.vocab,
        words=[token.text for token in words],
        spaces=[bool(token.whitespace_) for token in words],
    )


def _sentences(doc: "Doc", bare: Analysis) -> Iterator[Span]:
    paragraphs, number = bare.paragraphs, 0
    for sentence in doc.sents:
        first, last = bare.start + sentence.start_char, bare.start + sentence.end_char
        while number < len(paragraphs) and paragraphs[number].end <= first:
            number += 1
        index = number
        while index < len(paragraphs) and paragraphs[index].start < last:
            piece = Span(max(first, paragraphs[index].start), min(last, paragraphs[index].end))
            yield from _stripped(bare.text, piece)
            index += 1


def _stripped(text: str, span: Span) -> Iterator[Span]:
    words = span.of(text)
    left, right = len(words) - len(words.lstrip()), len(words.rstrip())
    if left < right:
        yield Span(span.start + left, span.start + right)
