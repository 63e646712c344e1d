"""Finds or makes the rows of events, and says where articles mention them."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from app.domain.dates import DateBasis, DateFinding, PartialDate
from app.domain.gazetteer import KnownEvent
from app.domain.resolved import ResolvedEvent
from app.models.address import AddressKind
from app.models.event import Event, EventMention, EventParticipant
from app.storage.permalinks import normal_form
from app.storage.slugs import marked, published_slug, slug_of
from app.storage.speakers import SpeakerBook
from app.storage.values import stored_id


@dataclass(frozen=True, slots=True)
class EventBook:
    """The events of one archive, within one transaction."""

    session: Session
    speakers: SpeakerBook

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
        for span in dict.fromkeys(event.mentions):
            self.session.add(
                EventMention(
                    event_id=stored_id(row),
                    article_id=article_id,
                    start=span.start,
                    end=span.end,
                    name=event.name,
                    found=found,
                    reason=event.reason,
                )
            )

    def _keyed(self, key: str) -> Event | None:
        return event_keyed(self.session, key)

    def _make(
        self, name: str, type_: str, key: str, date: PartialDate | None, reason: str
    ) -> Event:
        iso = date.iso if date else None
        slug = slug_of(name)
        if iso is None:
            slug = marked(slug, key)
        elif iso[:4] not in name:
            slug = f"{slug}-{iso}"
        slug = published_slug(self.session, Event, AddressKind.EVENT, slug, key)
        row = Event(slug=slug, key=key, name=name, type=type_, reason=reason)
        self.session.add(row)
        self.session.flush()
        return row

    def _add_participants(self, row: Event, names: tuple[str, ...]) -> None:
        held = select(EventParticipant.name).where(col(EventParticipant.event_id) == row.id)
        new = set(names) - set(self.session.exec(held).all())
        for name in sorted(new):
            speaker = self.speakers.find(name)
            self.session.add(
                EventParticipant(
                    event_id=stored_id(row), name=name, speaker_id=speaker.id if speaker else None
                )
            )
        self.session.flush()


def event_keyed(session: Session, key: str) -> Event | None:
    """The row of the event with this key, None where there is none."""
    return session.exec(select(Event).where(Event.key == key)).first()


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
