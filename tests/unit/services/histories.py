"""Random histories of an archive: readings, edits, corrections, merges, undoing, rebuilding.

After each step every address ever published must still answer, and nothing may answer with a
look-alike. A history is made from one number, so that a failure can be run again.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from sqlmodel import Session, select

from app.domain.corrections import Action, Proposal, Record, Subject
from app.errors import InvalidCorrection, NotFound
from app.models.address import Address, AddressKind, AddressState
from app.models.article import Article
from app.models.correction import Correction
from app.models.event import Event
from app.models.outlet import Outlet
from app.models.speaker import Speaker
from app.models.statement import Statement
from app.services.checked_corrections import faulty_corrections
from app.services.correction_files import plain_record, record_of_plain
from app.services.correction_proposals import proposed
from app.services.corrections import carry_out
from app.services.ledger_files import entry_of, exported_addresses
from app.storage.articles import Incoming, save_document
from app.storage.correction_rows import every_record
from app.storage.ledger_import import import_entry
from app.storage.permalinks import words_of
from app.storage.totals import count_all, publish_slugs
from tests.making import Said, read
from tests.unit.storage.conftest import Store, make_store

TEXTS = (
    "the harbour must stay public and we will not sell one metre of the quay to anybody who asks "
    "because the town needs it for ever and a day as everybody here has known since the great war",
    "wheat will be dear this winter the minister said and bread with it but nobody will go hungry "
    "while there is grain in the stores and we will not sell one metre of the quay to anybody",
    "no treaty was signed at the talks and none will be signed said the envoy before he left for "
    "home where the harbour must stay public and bread is dear while the stores are full of grain",
)
SPEAKERS = ("Ann Lee", "Bo Wu", "Cara Lee", "Dan B. Wu", "Dan Wu", None)
_ROWS = {
    AddressKind.STATEMENT: Statement.permalink,
    AddressKind.ARTICLE: Article.permalink,
    AddressKind.SPEAKER: Speaker.slug,
    AddressKind.EVENT: Event.slug,
    AddressKind.OUTLET: Outlet.slug,
}
_CHANGES = (Action.SPEAKER, Action.SPAN, Action.PLACE, Action.REJECT, Action.WITHDRAW, Action.ADD)


@dataclass
class History:
    """One archive on one machine after another, and what readers have seen of it."""

    chance: Random
    folder: Path
    store: Store = field(init=False)
    machines: int = 0
    stood: dict[str, str] = field(default_factory=dict)  # words of each statement, last seen
    published: set[tuple[AddressKind, str]] = field(default_factory=set)
    held: dict[int, tuple[str, list[Said]]] = field(default_factory=dict)  # the latest readings
    steps: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.store = self._machine()

    def run(self, length: int) -> None:
        """Makes a history of so many steps, and looks at everything after each."""
        kinds = [self.read] * 5 + [self.correct] * 6 + [self.undo] * 2
        kinds += [self.merge, self.split, self.rebuild]
        self.read()
        for _ in range(length):
            self.chance.choice(kinds)()
            self.look()

    def read(self) -> None:
        """An article is read: for the first time, edited, or by another extractor."""
        number = self.chance.randrange(len(TEXTS))
        words = TEXTS[number].split()
        if self.chance.random() < 0.5:
            dropped = {self.chance.randrange(len(words)) for _ in range(self.chance.randrange(4))}
            words = [word for at, word in enumerate(words) if at not in dropped]
        if self.chance.random() < 0.2:
            words.insert(self.chance.randrange(len(words)), "quite")
        text = " ".join(words)
        spans = set()
        for _ in range(self.chance.randrange(6)):
            first = self.chance.randrange(len(words) - 3)
            spans.add((first, self.chance.randrange(2, 14)))
        said = []
        for first, length in sorted(spans):
            part = " ".join(words[first : first + length])
            nth = " ".join(words[:first]).count(part)
            said.append(Said(part, by=self.chance.choice(SPEAKERS), nth=nth))
        said = list({(one.words, one.nth): one for one in said}.values())
        self.held[number] = (text, [one for one in said if _stands(text, one)])
        self._save(number)
        self.steps.append(f"read {number}: {[one.words for one in self.held[number][1]]}")

    def correct(self) -> None:
        """A person corrects, rejects, withdraws or adds a statement."""
        action = self.chance.choice(_CHANGES)
        with self.store.session() as session:
            rows = session.exec(select(Statement).order_by(Statement.permalink)).all()
            articles = session.exec(select(Article).order_by(Article.permalink)).all()
            if action is Action.ADD:
                article = self.chance.choice(articles)
                after = {"content": [self._some_words(article.document.text, 0, None)]}
                proposal = (Subject.ARTICLE, article.permalink, after)
            elif rows:
                row = self.chance.choice(rows)
                proposal = (Subject.STATEMENT, row.permalink, self._after(action, row))
            else:
                return
            subject, target, after = proposal
            self._carry_out(session, Proposal(action, subject, target, "why", "Eve", after))

    def undo(self) -> None:
        """A correction is taken back."""
        with self.store.session() as session:
            uids = session.exec(select(Correction.uid).order_by(Correction.id)).all()
            if uids:
                uid = self.chance.choice(uids)
                self._carry_out(
                    session, Proposal(Action.UNDO, Subject.CORRECTION, uid, "why", "Eve")
                )

    def merge(self) -> None:
        """Two speakers are one."""
        with self.store.session() as session:
            slugs = session.exec(select(Speaker.slug).order_by(Speaker.slug)).all()
            if len(slugs) > 1:
                one, other = self.chance.sample(list(slugs), 2)
                self._carry_out(
                    session,
                    Proposal(Action.MERGE, Subject.SPEAKER, one, "why", "Eve", {"into": other}),
                )

    def split(self) -> None:
        """A spelling is somebody else's, or two speakers are certainly two."""
        with self.store.session() as session:
            rows = session.exec(select(Speaker).order_by(Speaker.slug)).all()
            if len(rows) < 2:
                return
            one, other = self.chance.sample(list(rows), 2)
            if self.chance.random() < 0.5:
                after, action = {"other": other.slug}, Action.NOT_SAME
            else:
                names = [name for name in SPEAKERS if name and name != one.name]
                after, action = {"names": [self.chance.choice(names)]}, Action.SPLIT
            self._carry_out(
                session, Proposal(action, Subject.SPEAKER, one.slug, "why", "Eve", after)
            )

    def rebuild(self) -> None:
        """Another machine, from the articles, the address ledger and the corrections alone."""
        with self.store.session() as session:
            ledger = [json.dumps(record) for record in exported_addresses(session)]
            records = [json.dumps(plain_record(one)) for one in every_record(session)]
        self.store = self._machine()
        with self.store.session() as session:
            for line in ledger:
                import_entry(session, entry_of(line, "the ledger"))
        with self.store.session() as session:
            for line in records:
                carry_out(session, record_of_plain(json.loads(line)))
        numbers = sorted(self.held)
        self.chance.shuffle(numbers)
        for number in numbers:
            self._save(number)
        self.steps.append(f"rebuilt with {len(records)} corrections, {numbers}")

    def look(self) -> None:
        """Looks whether every address answers, with what stood there or a reason why not."""
        with self.store.session() as session:
            count_all(session)
            publish_slugs(session)
            entries = list(session.exec(select(Address)))
            ledger = {(entry.kind, entry.permalink): entry for entry in entries}
            assert len(ledger) == len(entries), "an address stands in the ledger twice"
            assert self.published <= ledger.keys(), self.published - ledger.keys()
            self.published = set(ledger)
            for kind, column in _ROWS.items():
                live = {
                    link for (of, link), entry in ledger.items() if of is kind and _lives(entry)
                }
                assert live == set(session.exec(select(column))), kind
            for (kind, link), entry in ledger.items():
                if entry.state is AddressState.MOVED:
                    end = ledger[kind, entry.target]
                    assert end.state is not AddressState.MOVED, f"{kind} {link} leads on and on"
                    # After a rebuild it may end where something is no longer found.
                    assert _lives(end) or self.machines > 1, f"{kind} {link} leads nowhere"
                elif entry.state is not AddressState.LIVE:
                    assert entry.reason, f"{kind} {link} does not say why it is gone"
            self._look_at_words(session, ledger)
            faults = list(faulty_corrections(session))
            assert not faults, faults

    def _look_at_words(
        self, session: Session, ledger: dict[tuple[AddressKind, str], Address]
    ) -> None:
        live = {row.permalink: row.content for row in session.exec(select(Statement))}
        for link, words in live.items():
            before = self.stood.get(link, words)
            assert set(words_of(words)) & set(words_of(before)), f"{link}: {before!r}, {words!r}"
        for link, words in self.stood.items():
            entry = ledger[AddressKind.STATEMENT, link]
            if entry.state is AddressState.LOST:
                shown = set(words_of(entry.shown or ""))
                assert shown & set(words_of(words)), f"{link}: {words!r}, lost as {entry.shown!r}"
        self.stood |= live

    def _after(self, action: Action, row: Statement) -> dict[str, object]:
        if action is Action.SPEAKER:
            return {"speaker": self.chance.choice(SPEAKERS)}
        if action is Action.PLACE:
            return {"place": self.chance.choice(("Riga", "Rome", None))}
        if action is Action.SPAN:
            span = min(row.spans, key=lambda one: one.start)
            text = row.article.document.text
            return {"content": [self._some_words(text, span.start, span.end)]}
        return {}

    def _some_words(self, text: str, start: int, end: int | None) -> list[int]:
        edges = [start, *(n + 1 for n in range(start, end or len(text)) if text[n] == " ")]
        first = self.chance.randrange(len(edges))
        last = min(first + self.chance.randrange(1, 9), len(edges)) - 1
        stop = text.find(" ", edges[last])
        limit = end or len(text)
        return [edges[first], min(stop if stop > 0 else limit, limit)]

    def _carry_out(self, session: Session, proposal: Proposal) -> None:
        try:
            record: Record = proposed(session, proposal)
        except (InvalidCorrection, NotFound):
            return
        carry_out(session, record)
        self.steps.append(f"{proposal.action} {proposal.target} {dict(proposal.after)}")

    def _save(self, number: int) -> None:
        text, said = self.held[number]
        document, articles = read(text, said, name=f"{number}.txt")
        with self.store.session() as session:
            incoming = Incoming(document, articles, [()], "made", reason="read again")
            save_document(session, incoming)
            publish_slugs(session)

    def _machine(self) -> Store:
        self.machines += 1
        return make_store(self.folder / str(self.machines))


def run_history(number: int, length: int = 12) -> None:
    """Runs the history of this number; raises AssertionError with its steps where it fails."""
    folder = Path(tempfile.mkdtemp(prefix="onrecord-history-"))
    history = History(Random(number), folder)
    try:
        history.run(length)
    except Exception as failure:
        steps = "\n".join(history.steps)
        raise AssertionError(f"history {number}: {failure!r}\n{steps}") from failure
    finally:
        history.store.engine.dispose()
        shutil.rmtree(folder, ignore_errors=True)


def _stands(text: str, one: Said) -> bool:
    start = -1
    for _ in range(one.nth + 1):
        start = text.find(one.words, start + 1)
        if start < 0:
            return False
    return True


def _lives(entry: Address) -> bool:
    return entry.state is AddressState.LIVE
