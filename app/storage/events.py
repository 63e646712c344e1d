"""Finds or makes the rows of events, and says where articles mention them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from sqlalchemy import insert
from sqlmodel import Session, col, select

from app.domain.dates import DateBasis, DateFinding, PartialDate
from app.domain.gazetteer import KnownEvent
from app.domain.occasions import PLANNED
from app.domain.resolved import ResolvedEvent
from app.models.address import AddressKind
from app.models.event import Event, EventMention, EventParticipant
from app.storage.permalinks import normal_form
from app.storage.slugs import Slugs, batches, marked, slug_of
from app.storage.speakers import SpeakerBook
from app.storage.values import stored_id


@dataclass(slots=True)
class EventBook:
    """The events of one archive, within one transaction."""

    session: Session
    speakers: SpeakerBook
    _by_key: dict[str, Event | None] = field(default_factory=dict)  # as far as looked up
    _participants: dict[int, set[str]] = field(default_factory=dict)
    _slugs: Slugs | None = None

    def look_up(self, events: Iterable[tuple[str, PartialDate | None, str]]) -> None:
        """Reads all there is of many events, given by name, day and key, with a few queries."""
        by_key = {key: (name, date) for name, date, key in events if key not in self._by_key}
        for batch in batches(sorted(by_key)):
            self._by_key.update(dict.fromkeys(batch))
            found = select(Event).where(col(Event.key).in_(batch))
            self._by_key.update({row.key: row for row in self.session.exec(found)})
        rows = [row for key in by_key if (row := self._by_key[key]) is not None]
        self._look_up_participants([stored_id(row) for row in rows])
        new = [key for key in by_key if self._by_key[key] is None]
        self._slugs_of_new.look_up([(_slug(*by_key[key], key), key) for key in new])

    def row_of(self, event: ResolvedEvent, article: str, home: str | None = None) -> Event:
        """The row of an event that an article mentions, made where there is none.

        Two mentions are one event where name and day agree. An event without a date is its
        document's own: "the meeting" of two documents is rarely the same one. `article` is a
        permalink, `home` that of the first article of the document that mentions the event.
        """
        found = self.key_of(event, home or article)
        key = self.speakers.decisions.event_meant(found, article)
        row = self._keyed(key)
        if row is None:
            row = self._make(event.name, event.type, key, event.date.date, event.reason)
        elif key == found and not key.startswith(normal_form(row.name)):
            row.name, row.type = event.name, event.type  # made under the name merged into it
        elif key == found and row.type == PLANNED:
            row.type = event.type  # another article tells it as past
        if key != found:
            return row  # what is said of the other one is not said of this
        if not row.known:
            _set_date(row, event.date)
            row.place = row.place or event.place
        self._add_participants(row, event.participants)
        return row

    def key_of(self, event: ResolvedEvent, article: str) -> str:
        """What makes an event of an article itself, before any curator's decision."""
        return _key(event.name, event.date.date, None if event.known else article)

    def look_up_known(self, events: Iterable[KnownEvent]) -> None:
        """The same for events from the knowledge files."""
        self.look_up((one.name, one.date, _key(one.name, one.date, None)) for one in events)

    def know(self, event: KnownEvent) -> None:
        """Enters or refreshes an event from the knowledge files."""
        key = _key(event.name, event.date, None)
        if self.speakers.decisions.event_meant(key, None) != key:
            return  # a curator merged it into another
        row = self._keyed(key)
        if row is None:
            row = self._make(event.name, event.type, key, event.date, "knowledge: events.yaml")
        row.type, row.place, row.known = event.type, event.place, True
        if event.date is not None:
            row.date_first, row.date_last = event.date.first, event.date.last
            row.date_precision = event.date.precision
            row.date_basis, row.date_reason = DateBasis.STATED, "knowledge: events.yaml"
        self.session.add(row)
        self._add_participants(row, event.participants)

    def mention(self, row: Event, event: ResolvedEvent, article_id: int, found: str) -> None:
        """Records where an article names an event; `found` is the event's own key."""
        same = {"event_id": stored_id(row), "article_id": article_id, "name": event.name}
        same |= {"found": found, "reason": event.reason}
        spans = dict.fromkeys(event.mentions)
        rows = [{**same, "start": span.start, "end": span.end} for span in spans]
        if rows:
            self.session.connection().execute(insert(EventMention), rows)

    def _keyed(self, key: str) -> Event | None:
        if key in self._by_key:
            return self._by_key[key]
        return event_keyed(self.session, key)

    @property
    def _slugs_of_new(self) -> Slugs:
        self._slugs = self._slugs or Slugs(self.session, Event, AddressKind.EVENT)
        return self._slugs

    def _make(
        self, name: str, type_: str, key: str, date: PartialDate | None, reason: str
    ) -> Event:
        slug = self._slugs_of_new.give(_slug(name, date, key), key)
        row = Event(slug=slug, key=key, name=name, type=type_, reason=reason)
        self.session.add(row)
        self.session.flush()
        self._by_key[key] = row
        self._participants[stored_id(row)] = set()
        return row

    def _add_participants(self, row: Event, names: Collection[str]) -> None:
        row_id = stored_id(row)
        if row_id not in self._participants:
            self._look_up_participants([row_id])
        new = sorted(set(names) - self._participants[row_id])
        self._participants[row_id].update(new)
        speakers = [self.speakers.find(name) for name in new]
        rows = [
            {"event_id": row_id, "name": name, "speaker_id": speaker.id if speaker else None}
            for name, speaker in zip(new, speakers, strict=True)
        ]
        if rows:
            self.session.connection().execute(insert(EventParticipant), rows)

    def _look_up_participants(self, rows: list[int]) -> None:
        self._participants.update({row: set() for row in rows})
        wanted = select(EventParticipant.event_id, EventParticipant.name).where(
            col(EventParticipant.event_id).in_(rows)
        )
        for row, name in self.session.exec(wanted) if rows else ():
            self._participants[row].add(name)


def event_keyed(session: Session, key: str) -> Event | None:
    """The row of the event with this key, None where there is none."""
    return session.exec(select(Event).where(Event.key == key)).first()


def _slug(name: str, date: PartialDate | None, key: str) -> str:
    """The slug that an event is to have: its name, with its day or a mark where that says more."""
    iso = date.iso if date else None
    slug = slug_of(name)
    if iso is None:
        return marked(slug, key)
    return slug if iso[:4] in name else f"{slug}-{iso}"


def _key(name: str, date: PartialDate | None, article: str | None) -> str:
    if date is not None:
        return f"{normal_form(name)} @ {date.first.isoformat()}/{date.last.isoformat()}"
    return f"{normal_form(name)} in {article}" if article else normal_form(name)


def _set_date(row: Event, finding: DateFinding) -> None:
    if finding.date is None:
        row.date_reason = row.date_reason or finding.reason
        return
    row.date_first, row.date_last = finding.date.first, finding.date.last
    row.date_precision, row.date_basis = finding.date.precision, finding.basis
    # Several articles may date one event by other words; which is kept must not hang on order.
    row.date_reason = min(filter(None, (row.date_reason, finding.reason)), default="")
