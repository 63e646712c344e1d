"""Finds words given to a speaker by a label: "WALLACE: ...", a headline's "Smith: ..."."""

import re
from collections.abc import Iterable, Sequence

from app.domain.spans import Span
from app.extraction.analysis import Analysis
from app.extraction.report import trimmed
from app.extraction.statements import Draft
from app.extraction.words import read_words

_LABEL = re.compile(r"[\"“]?(?P<label>[A-Z][\w.,'’&() /-]{0,60}?)\s?:(?!//)\s*(?=\S)")
_AFTER_DASH = re.compile(
    r"\s[—–―-]+\s*(?P<name>[A-Z][\w.'’-]+(?: (?:of |the )?[A-Z][\w.'’-]+){0,4})[.\s]*$"
)
_SECTIONS = read_words("section_labels.txt")
_SMALL_WORDS = frozenset(
    ["of", "the", "and", "for", "on", "in", "to", "a", "de", "la", "van", "von"]
)

#: Documents that speak in headlines: "Poll: Most want change".
_DOCUMENTS = frozenset(["poll", "report", "study", "survey", "source", "sources", "memo", "court"])

#: Characters of a label that names nobody: "Q", "A.".
_INITIAL = 2

#: Paragraphs that one turn of a transcript may run over.
_LONGEST_TURN = 12


def place_labels(analysis: Analysis, drafts: list[list[Draft]]) -> frozenset[int]:
    """Adds the turns of transcripts and the statements of headlines; changes `drafts` in place.

    Gives back the numbers of the frames that the turns take up.

    A transcript needs two labels in capitals at the head of paragraphs. A headline's label must
    be a name that the body uses too.
    """
    labels = {number: found for number in range(len(analysis.paragraphs))
              if (found := _label(analysis, number)) is not None}  # fmt: skip
    turns = [number for number, label in labels.items() if _in_capitals(label.of(analysis.text))]
    frames = _first_frames(analysis)
    taken: set[int] = set()
    if len(turns) >= 2:
        taken = _place_turns(analysis, drafts, turns, labels, frames)
    for number in range(min(max(analysis.body, 1), len(analysis.paragraphs))):
        if number not in turns:
            _place_headline(analysis, drafts, number, labels.get(number), frames[number])
    return frozenset(taken)


def _label(analysis: Analysis, paragraph: int) -> Span | None:
    span = analysis.paragraphs[paragraph]
    match = _LABEL.match(analysis.text, span.start, span.end)
    if match is None:
        return None
    words = re.findall(r"[\w'’-]+", match["label"])
    if not words or len(words) > 9 or _SECTIONS & {words[0].lower(), words[-1].lower()}:
        return None
    if any(word[0].islower() and word not in _SMALL_WORDS for word in words):
        return None
    return Span(*match.span("label"))


def _in_capitals(label: str) -> bool:
    name = re.sub(r"\([^)]*\)|\bMc|\bMac", "", label)
    return name.isupper() and any(char.isalpha() for char in name)


def _first_frames(analysis: Analysis) -> dict[int, int]:
    first: dict[int, int] = {}
    for number, frame in enumerate(analysis.frames):
        first.setdefault(frame.paragraph, number)
    return first


def _place_turns(
    analysis: Analysis,
    drafts: list[list[Draft]],
    turns: Sequence[int],
    labels: dict[int, Span],
    frames: dict[int, int],
) -> set[int]:
    taken: set[int] = set()
    for turn, following in zip(turns, [*turns[1:], None], strict=True):
        last = turn
        if following is not None and following - turn <= _LONGEST_TURN:
            last = following - 1
        label = labels[turn]
        content = []
        for number in range(turn, last + 1):
            start, end = analysis.paragraphs[number]
            start = label.end if number == turn else start
            span = trimmed(analysis.text, Span(start, end))
            if span is not None:
                content.append(span)
        if not content:
            continue
        first = frames[turn]
        initial = label.end - label.start <= _INITIAL
        rule = "label: question and answer" if initial else "label: transcript"
        draft = Draft(rule, first, [Span(label.end, label.end + 1)], [label], content)
        draft.quoted, draft.last_frame = True, first
        ahead = (frames[p] for p in range(last + 1, len(analysis.paragraphs)) if p in frames)
        held = range(first, next(ahead, len(analysis.frames)))
        _hold(drafts, draft, held)
        taken.update(held)
        drafts[first].append(draft)
    return taken


def _hold(drafts: list[list[Draft]], draft: Draft, frames: Iterable[int]) -> None:
    """Marks what is reported inside a turn as nested in it; bare quotations belong to the turn."""
    for number in frames:
        kept = [other for other in drafts[number] if other.cue and other.source]
        for other in kept:
            other.nested_in = other.nested_in or draft
        drafts[number][:] = kept
        draft.last_frame = max(draft.last_frame, number)


def _place_headline(
    analysis: Analysis,
    drafts: list[list[Draft]],
    number: int,
    label: Span | None,
    frame: int,
) -> None:
    text, span = analysis.text, analysis.paragraphs[number]
    if label is not None:
        words = label.of(text).split()
        if words[-1].lower() not in _DOCUMENTS and not _in_body(analysis, words[-1]):
            return
        content, source = trimmed(text, Span(label.end, span.end)), label
        cue = Span(label.end, label.end + 1)
    else:
        match = _AFTER_DASH.search(text, max(span.start, span.end - 80), span.end)
        if match is None or not _in_body(analysis, match["name"].split()[-1]):
            return
        content = trimmed(text, Span(span.start, match.start()))
        source, cue = Span(*match.span("name")), Span(match.start() + 1, match.start() + 2)
    if content is None or len(content.of(text).split()) < 3:
        return
    drafts[frame][:] = [d for d in drafts[frame] if not d.covers(content)]
    draft = Draft("label: headline", frame, [cue], [source], [content], last_frame=frame)
    draft.quoted = any(draft.covers(q.outer) for q in analysis.frames[frame].quotes)
    drafts[frame].append(draft)


def _in_body(analysis: Analysis, name: str) -> bool:
    """Whether the paragraphs after the headline use the name."""
    first = max(analysis.body, 1)
    if first >= len(analysis.paragraphs):
        return False
    start, end = analysis.paragraphs[first].start, analysis.paragraphs[-1].end
    word = re.compile(rf"\b{re.escape(name.rstrip('.'))}\b")
    return word.search(analysis.text, start, end) is not None
