"""A large archive for measuring: invented people, real sentences put together anew.

Rows go straight into the tables, as extraction would take hours; what a page reads is all there.
The text comes from a folder of plain files at run time and is never kept. Run by itself it says
how long it will take, and measures the memory of storing and indexing:
`python -m benchmarks.archive --count 1000000 --text FOLDER`.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate, islice, product
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Table, insert
from sqlmodel import Session, SQLModel

from app.archive import open_for_writing
from app.cli_progress import counting
from app.config import Settings
from app.domain.dates import DateBasis, DatePrecision
from app.domain.gazetteer import SpeakerKind
from app.domain.quotations import SpeechKind
from app.domain.resolved import EventRelation, Stance
from app.models.statement import SpanRole
from app.services import tables
from app.services.reindex import reindex
from benchmarks.corpus import SEEDS, sentences

_SEEN = datetime(2026, 1, 1, tzinfo=UTC)
_FIRST_DAY, _DAYS = date(2004, 1, 1), 8000
_A_ARTICLE, _OUTLETS, _EVENTS, _ISSUES = 10, 40, 300, 20
_BATCH = 5000
_GIVEN = "Anna Ben Carla David Elena Frank Grace Hugo Irina James Karen Lukas Maria Olga Peter"
_FAMILY = "Ander Bald Carl Dob Ell Fitz Gold Hart Ivan Jans Kov Lind Mor Nov Ost Pet Sand Thor"
_ENDINGS = "berg ell er field ford ham in ley man ov owski sen son stein ton uk vist wood"

#: The most megabytes of the process that stores and indexes.
_MEMORY = 1500

Rows = list[dict[str, Any]]
Tell = Callable[[int, int], None]
_Thing = TypeVar("_Thing")


def main() -> int:
    """Makes an archive, measures that, and takes it away again."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    asked.add_argument("--text", type=Path, default=SEEDS, help="folder of .txt articles")
    asked.add_argument("--count", type=int, default=20_000, help="statements")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        settings, seconds = Settings(data_dir=Path(scratch)), [time.process_time()]
        fill_archive(
            settings, options.text, options.count, counting("statement stored", "statements stored")
        )
        stored = _peak()
        seconds.append(time.process_time())
        entries = reindex(settings, counting("entry indexed", "entries indexed"))
        seconds.append(time.process_time())
    peak = _peak()
    print(f"{options.count:,} statements stored in {seconds[1] - seconds[0]:,.0f} s of processor")
    print(f"{entries:,} entries indexed in {seconds[2] - seconds[1]:,.0f} s of processor")
    print(f"memory: {stored:,.0f} MB at most by storing, {peak:,.0f} by both (wanted <= {_MEMORY})")
    return int(peak > _MEMORY)


def make_archive(settings: Settings, folder: Path, statements: int) -> None:
    """Fills an empty data folder with so many statements, and its index; the same every time."""
    fill_archive(settings, folder, statements)
    reindex(settings)


def fill_archive(
    settings: Settings, folder: Path, statements: int, tell: Tell | None = None
) -> None:
    """Fills the tables of an empty data folder; `tell` is told how many statements are in."""
    draw = random.Random(7)
    held = sentences(folder)
    with (
        open_for_writing(settings, "bench", create=True) as archive,
        archive.transaction() as session,
    ):
        people = min(max(20, statements // 50), 4000)
        _people_and_places(session, people)
        counts = _statements(session, _Maker(draw, held, people), statements, tell)
        _count(session, counts)


def _people_and_places(session: Session, speakers: int) -> None:
    parts = product(_FAMILY.split(), _ENDINGS.split(), _GIVEN.split())
    names = [f"{given} {family}{ending}" for family, ending, given in parts]
    _add(session, tables.SPEAKER, (_speaker(n, name) for n, name in enumerate(names[:speakers], 1)))
    _add(session, tables.OUTLET, (
        {"id": n, "slug": f"outlet-{n}", "name": f"Outlet {n}", "article_count": 1}
        for n in range(1, _OUTLETS + 1)
    ))  # fmt: skip
    _add(session, tables.ISSUE, (
        {"id": n, "key": f"issue-{n}", "name": f"Issue {n}", "question": f"Is {n} to be?"}
        for n in range(1, _ISSUES + 1)
    ))  # fmt: skip
    _add(session, tables.EVENT, map(_event, range(1, _EVENTS + 1)))


def _speaker(number: int, name: str) -> dict[str, Any]:
    given, _, family = name.partition(" ")
    slug = name.lower().replace(" ", "-")
    return {"id": number, "slug": slug, "key": slug, "name": name, "kind": SpeakerKind.PERSON,
            "sort_name": f"{family}, {given}",
            "sort_key": f"{family}, {given}".lower()}  # fmt: skip


def _event(number: int) -> dict[str, Any]:
    day = _FIRST_DAY + timedelta(number * _DAYS // _EVENTS)
    return {"id": number, "slug": f"event-{number}", "key": f"event-{number}",
            "name": f"Summit {number}", "type": "summit", "date_first": day, "date_last": day,
            "date_precision": DatePrecision.DAY, "date_basis": DateBasis.STATED}  # fmt: skip


def _statements(
    session: Session, made: "_Maker", count: int, tell: Tell | None
) -> dict[Table, Counter[int]]:
    """Articles with their statements, batch by batch; how many each person and thing has."""
    for numbers in _batches(range(1, count // _A_ARTICLE + 1), _BATCH // _A_ARTICLE):
        rows = made.articles(numbers)
        for table in (tables.DOCUMENT, tables.ARTICLE, tables.STATEMENT, tables.SPAN,
                      tables.STATEMENT_ISSUE, tables.MENTION, tables.POSITION,
                      tables.EVIDENCE):  # fmt: skip
            _add(session, table, rows[table])
        if tell is not None:
            tell(made.number, count)
    return made.counts


class _Maker:
    """Draws articles; remembers the positions that their statements add up to."""

    def __init__(self, draw: random.Random, held: list[str], people: int) -> None:
        self.draw, self.held = draw, held
        # As in the press: a few speak every day, most once or twice.
        self.people = list(accumulate((place + 3) ** -0.9 for place in range(people)))
        self.outlets = list(accumulate(1 / (place + 1) for place in range(_OUTLETS)))
        self.positions: dict[tuple[int, int, Stance], int] = {}
        self.counts: dict[Table, Counter[int]] = defaultdict(Counter)
        self.number = 0

    def articles(self, numbers: Iterable[int]) -> dict[Table, Rows]:
        rows: dict[Table, Rows] = defaultdict(list)
        for number in numbers:
            self._article(number, rows)
        return rows

    def _article(self, number: int, rows: dict[Table, Rows]) -> None:
        draw = self.draw
        day = _FIRST_DAY + timedelta(draw.randrange(_DAYS))
        headline = draw.choice(self.held)[:90]
        text, lines = headline, [[0, len(headline)]]
        event = draw.randint(1, _EVENTS) if draw.random() < 0.3 else None
        for ordinal in range(_A_ARTICLE):
            words = " ".join(draw.choice(self.held) for _ in range(draw.choice((1, 1, 2, 2, 3))))
            start = len(text) + 2
            text += f"\n“{words}”"
            lines.append([start - 1, len(text)])
            self._statement(number, ordinal, words, start, day, event, rows)
        rows[tables.DOCUMENT].append(
            {"id": number, "sha256": f"{number:064d}", "name": f"{number}.txt", "text": text,
             "origin": f"{number}.txt", "reader": "bench", "ingested_at": _SEEN})  # fmt: skip
        rows[tables.ARTICLE].append(
            {"id": number, "permalink": f"a{number:09d}", "document_id": number, "start": 0,
             "end": len(text), "paragraphs": lines[1:], "headline": headline,
             "headline_start": 0, "headline_end": len(headline),
             "outlet_id": 1 + draw.choices(range(_OUTLETS), cum_weights=self.outlets)[0],
             "published_first": day, "published_last": day,
             "published_precision": DatePrecision.DAY, "published_basis": DateBasis.STATED,
             "text_key": str(number), "level": "rules", "model": "none", "extractor": "bench",
             "statement_count": _A_ARTICLE, "ingested_at": _SEEN})  # fmt: skip
        if event:
            rows[tables.MENTION].append(
                {"event_id": event, "article_id": number, "start": 0, "end": 9,
                 "name": f"the summit {event}", "reason": "bench"})  # fmt: skip

    def _statement(
        self, article: int, ordinal: int, words: str, start: int, day: date, event: int | None,
        rows: dict[Table, Rows],
    ) -> None:  # fmt: skip
        draw = self.draw
        self.number += 1
        number = self.number
        speaker = 1 + draw.choices(range(len(self.people)), cum_weights=self.people)[0]
        said = day - timedelta(draw.randrange(4))
        kind = draw.choices(list(SpeechKind), (55, 15, 30))[0]
        event = event if draw.random() < 0.6 else None
        rows[tables.STATEMENT].append(
            {"id": number, "permalink": f"{number:010d}", "article_id": article,
             "ordinal": ordinal, "kind": kind, "content": words, "confidence": draw.random(),
             "rule": "bench", "reasons": ["quotation marks on both sides"], "speaker_id": speaker,
             "speaker_kind": SpeakerKind.PERSON, "said_first": said, "said_last": said,
             "said_precision": DatePrecision.DAY, "said_basis": DateBasis.STATED,
             "event_id": event, "event_relation": EventRelation.AT if event else None,
             "content_key": str(number), "ingested_at": _SEEN})  # fmt: skip
        rows[tables.SPAN].append(
            {"statement_id": number, "role": SpanRole.CONTENT, "start": start,
             "end": start + len(words)})  # fmt: skip
        self.counts[tables.SPEAKER][speaker] += 1
        if event:
            self.counts[tables.EVENT][event] += 1
        for issue in draw.sample(range(1, _ISSUES + 1), draw.choice((0, 1, 1, 2))):
            self._on(number, issue, speaker, rows)

    def _on(self, number: int, issue: int, speaker: int, rows: dict[Table, Rows]) -> None:
        stance = self.draw.choice(list(Stance)) if self.draw.random() < 0.5 else None
        rows[tables.STATEMENT_ISSUE].append(
            {"statement_id": number, "issue_id": issue, "reason": "bench", "stance": stance,
             "stance_reason": "the cue" if stance else None})  # fmt: skip
        self.counts[tables.ISSUE][issue] += 1
        if stance is None:
            return
        key = (speaker, issue, stance)
        if key not in self.positions:
            self.positions[key] = len(self.positions) + 1
            rows[tables.POSITION].append(
                {"id": self.positions[key], "speaker_id": speaker, "issue_id": issue,
                 "stance": stance, "reason": "bench"})  # fmt: skip
        rows[tables.EVIDENCE].append({"position_id": self.positions[key], "statement_id": number})


def _count(session: Session, counts: dict[Table, Counter[int]]) -> None:
    for table, held in counts.items():
        for number, count in held.items():
            session.execute(
                table.update().where(table.c.id == number).values(statement_count=count)
            )


def _add(session: Session, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    usual = _usual(table)
    for batch in _batches(rows):
        session.execute(insert(table), [usual | row for row in batch])


def _usual(table: Table) -> dict[str, Any]:
    """What a row holds where nothing else is said: the defaults of its model."""
    models = SQLModel._sa_registry.mappers
    model = next(one.class_ for one in models if one.local_table is table)
    fields = model.model_fields.items()
    return {
        name: field.get_default(call_default_factory=True)
        for name, field in fields
        if name in table.c and not field.is_required() and name != "id"
    }


def _peak() -> float:
    """The most megabytes that this process ever had."""
    lines = Path(f"/proc/{os.getpid()}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) * 1024 / 1e6


def _batches(things: Iterable[_Thing], size: int = _BATCH) -> Iterator[list[_Thing]]:
    left = iter(things)
    while batch := list(islice(left, size)):
        yield batch


if __name__ == "__main__":
    sys.exit(main())
