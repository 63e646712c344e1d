"""Recognises the same words by the same speaker in several reports."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz.distance import Indel
from sqlmodel import Session, col, select

from app.domain.opposites import are_opposed
from app.domain.spans import Span
from app.models.statement import SpanRole, Statement, StatementSpan
from app.storage.permalinks import words_of

#: Shorter statements ("yes, of course") are said again and again.
_FEWEST_WORDS = 5

#: Words in a run by which statements are looked up.
_RUN = 3

#: A run that more statements of one speaker hold is a habit of speech.
_HABIT = 100

#: Share of a shorter statement's runs that a fuller one must hold to be cut from it.
_CUT = 0.8

#: Likeness of two statements word by word, in order, from which they are one in two versions.
#: Two translations of one sentence score 0.7 and more, two sentences on one subject 0.5 at most.
_VERSION = 0.7


@dataclass(frozen=True, slots=True)
class _Said:
    row: Statement
    words: tuple[str, ...]
    runs: frozenset[tuple[str, ...]]
    spans: tuple[Span, ...]  # where its words stand in its article's document


def group_reports(session: Session) -> list[str]:
    """Gives every statement reported more than once the address of its fullest report.

    Returns the addresses whose group changed. Only statements of one speaker are compared, and
    never two that were said on different days: who repeats himself makes two statements. Nor are
    two that share words of one article, or of which one reports or repeats the other: they are one
    report; nor two of which one alone has a negation, a number or a name. A function of the set of
    statements: neither order nor time plays a part.
    """
    changed = []
    for rows in _by_speaker(session):
        spans = _spans(session, rows[0].speaker_id)
        grouped = _grouped([_said(row, spans) for row in rows])
        for row in rows:
            group, reason = grouped.get(row.permalink, (None, None))
            if (row.report_group, row.report_reason) != (group, reason):
                row.report_group, row.report_reason = group, reason
                session.add(row)
                changed.append(row.permalink)
        session.flush()
        session.expunge_all()
    return changed


def _by_speaker(session: Session) -> Iterator[list[Statement]]:
    speakers = select(Statement.speaker_id).where(col(Statement.speaker_id).is_not(None))
    for speaker in session.exec(speakers.distinct().order_by(col(Statement.speaker_id))).all():
        yield list(session.exec(select(Statement).where(Statement.speaker_id == speaker)))


def _spans(session: Session, speaker: int | None) -> dict[int | None, list[Span]]:
    wanted = (
        select(StatementSpan.statement_id, StatementSpan.start, StatementSpan.end)
        .join(Statement, col(Statement.id) == col(StatementSpan.statement_id))
        .where(Statement.speaker_id == speaker, StatementSpan.role == SpanRole.CONTENT)
    )
    spans: dict[int | None, list[Span]] = defaultdict(list)
    for statement, start, end in session.exec(wanted):
        spans[statement].append(Span(start, end))
    return spans


def _said(row: Statement, spans: dict[int | None, list[Span]]) -> _Said:
    words = tuple(words_of(row.content))
    runs = (words[at : at + _RUN] for at in range(len(words) - _RUN + 1))
    return _Said(row, words, frozenset(runs), tuple(spans.get(row.id, ())))


def _grouped(said: Sequence[_Said]) -> dict[str, tuple[str, str]]:
    # Fullest first, so that each is compared with fuller ones only and joins the first it fits.
    ordered = sorted(
        (one for one in said if len(one.words) >= _FEWEST_WORDS),
        key=lambda one: (-len(one.words), one.row.repeats_id is not None, one.row.permalink),
    )
    holding: dict[tuple[str, ...], list[int]] = defaultdict(list)
    leader: dict[int, int] = {}
    members: dict[int, list[int]] = defaultdict(list)
    grouped: dict[str, tuple[str, str]] = {}
    for number, one in enumerate(ordered):
        for other in _candidates(one, holding):
            if other in leader:
                continue
            held = (ordered[member] for member in (other, *members[other]))
            if any(_is_one_report(member, one) for member in held):
                continue
            reason = _why_one(ordered[other], one)
            if reason is not None:
                full = ordered[other].row.permalink
                grouped[one.row.permalink] = (full, reason)
                grouped.setdefault(full, (full, "the fullest report of these words"))
                leader[number] = other
                members[other].append(number)
                break
        for run in one.runs:
            holding[run].append(number)
    return grouped


def _candidates(one: _Said, holding: dict[tuple[str, ...], list[int]]) -> list[int]:
    shared: Counter[int] = Counter()
    for run in one.runs:
        if len(holding[run]) <= _HABIT:
            shared.update(holding[run])
    return sorted(shared, key=lambda number: (-shared[number], number))


def _why_one(fuller: _Said, one: _Said) -> str | None:
    if not _may_be_one_day(fuller.row, one.row):
        return None
    if fuller.words == one.words:
        return "the same words"
    cut = len(fuller.runs & one.runs) >= _CUT * len(one.runs)
    likeness = Indel.normalized_similarity(fuller.words, one.words)
    if not cut and likeness < _VERSION:
        return None
    if are_opposed(fuller.row.content, one.row.content):
        return None
    if cut:
        return "cut from the same words"
    return f"nearly the same words ({likeness:.0%} of them in the same order)"


def _may_be_one_day(one: Statement, other: Statement) -> bool:
    first = max(one.said_first or date.min, other.said_first or date.min)
    last = min(one.said_last or date.max, other.said_last or date.max)
    return first <= last


def _is_one_report(one: _Said, other: _Said) -> bool:
    """Whether both stand in one article and share words there, or one reports the other."""
    mine, its = one.row, other.row
    if mine.id in (its.nested_in_id, its.repeats_id):
        return True
    if its.id in (mine.nested_in_id, mine.repeats_id):
        return True
    if mine.article_id != its.article_id:
        return False
    return any(first.overlaps(second) for first in one.spans for second in other.spans)
