"""Writes which events an article mentions, and retires those no article mentions any more."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from app.domain.resolved import ResolvedArticle
from app.models.article import Article
from app.models.event import Event, EventMention
from app.models.statement import Statement
from app.storage.events import EventBook
from app.storage.retire import retire_events
from app.storage.values import stored_id

#: An article, and where in its text a mention starts.
_Place = tuple[int, int]


@dataclass(slots=True)
class EventWriter:
    """Writes the event mentions of a document's articles."""

    session: Session
    events: EventBook
    _before: dict[_Place, int] = field(default_factory=dict)
    _now: dict[_Place, int] = field(default_factory=dict)
    _homes: dict[str, str] = field(default_factory=dict)  # event's name: its first article
    found: dict[str, str] = field(default_factory=dict)  # the last article's events: name to key

    def clear(self, articles: Sequence[Article]) -> None:
        """Forgets what the articles mentioned, remembering it for `retire`."""
        ids = [article.id for article in articles]
        if not ids:
            return
        wanted = select(EventMention).where(col(EventMention.article_id).in_(ids))
        for mention in self.session.exec(wanted):
            self._before[mention.article_id, mention.start] = mention.event_id
        of_these = col(EventMention.article_id).in_(ids)
        self.session.exec(delete(EventMention).where(of_these))
        unlink = update(Statement).where(col(Statement.article_id).in_(ids))
        self.session.exec(unlink.values(event_id=None))

    def write(self, article: Article, found: ResolvedArticle) -> dict[str, Event]:
        """The rows of the events an article mentions, by the name it gives them."""
        article_id = stored_id(article)
        rows: dict[str, Event] = {}
        homes = {e.name: self._homes.setdefault(e.name, article.permalink) for e in found.events}
        keys = [self.events.key_of(event, homes[event.name]) for event in found.events]
        self.found = {event.name: key for event, key in zip(found.events, keys, strict=True)}
        named = zip(found.events, keys, strict=True)
        self.events.look_up((event.name, event.date.date, key) for event, key in named)
        for event, key in zip(found.events, keys, strict=True):
            row = self.events.row_of(event, article.permalink, homes[event.name])
            rows[event.name] = row
            # Two events that a curator made one may be named by the same words.
            new = [m for m in event.mentions if self._now.get((article_id, m.start)) != row.id]
            self.events.mention(row, replace(event, mentions=tuple(new)), article_id, key)
            for span in new:
                self._now[article_id, span.start] = stored_id(row)
        self.session.flush()
        return rows

    def retire(self) -> None:
        """Removes the events that were mentioned before and are no longer by any article."""
        changes = [(event, self._now.get(place)) for place, event in self._before.items()]
        retire_events(self.session, changes)
