"""Finds or makes the row of a speaker, so that one person under many spellings is one row."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

from sqlmodel import Session, col, select

from app.domain.gazetteer import KnownSpeaker, SpeakerKind
from app.domain.persons import fold, same_person, speaker_key
from app.domain.qualified import sort_name_of
from app.domain.resolved import ResolvedSpeaker
from app.models.address import AddressKind
from app.models.speaker import Speaker, SpeakerAlias
from app.storage.decisions import Decisions
from app.storage.outbox import tell_of_names
from app.storage.slugs import Slugs, batches, slug_of
from app.storage.values import stored_id

#: The reason of an alias that a knowledge file gives.
FROM_KNOWLEDGE = "knowledge: speakers.yaml"

#: What the reason of an alias begins with that a curator gave.
BY_CURATOR = "merged by a curator"


@dataclass(slots=True)
class SpeakerBook:
    """The speakers of one archive, within one transaction."""

    session: Session
    _by_name: dict[str, Speaker] = field(default_factory=dict)
    _by_key: dict[str, Speaker | None] = field(default_factory=dict)  # as far as looked up
    _meaning: dict[str, list[SpeakerAlias]] = field(default_factory=dict)  # by key, the same
    _aliases: dict[int, set[str]] = field(default_factory=dict)
    _made: set[int] = field(default_factory=set)
    _slugs: Slugs | None = None
    _decisions: Decisions | None = None

    @property
    def decisions(self) -> Decisions:
        """What curators decided about names."""
        self._decisions = self._decisions or Decisions(self.session)
        return self._decisions

    def row_of(self, speaker: ResolvedSpeaker, article: str = "") -> Speaker | None:
        """The row of whoever spoke in an article; None for somebody left unnamed."""
        if speaker.name is None:
            return None
        row = self.row_for(speaker.name, speaker.printed, speaker.kind, article)
        self.also_written(row, speaker.printed, speaker.reason)
        return row

    def also_written(self, row: Speaker, printed: str | None, reason: str) -> None:
        """Notes a way in which an article writes the name of a speaker, and why it is this one."""
        if printed and printed != row.name:
            self._add_alias(row, printed, reason)

    def row_for(
        self, name: str, printed: str | None, kind: SpeakerKind, article: str = ""
    ) -> Speaker:
        """The row of a speaker found under `name`, whose name the article prints as `printed`.

        An article (by its permalink) may mean another of the name than others do. A spelling
        that a curator split off is somebody else, whomever it was taken for.
        """
        meant = self.decisions.told_apart(name, article)
        if meant is not None:
            return self.named(meant, kind)
        apart = printed is not None and self.decisions.apart(printed, name)
        return self.named(printed if apart and printed else name, kind)

    def named(self, name: str, kind: SpeakerKind) -> Speaker:
        """The row of a named speaker, made where there is none."""
        name = self.decisions.speaker_meant(name)
        row = self.find(name)
        if row is None:
            key = speaker_key(name)
            if self._keyed(key) is not None:  # somebody else whose name looks the same
                key = f"{key} {fold(name)}"
            row = self._by_name[name] = self._make(name, key, kind)
        return row

    def find(self, name: str) -> Speaker | None:
        """The row of a named speaker, None where there is none."""
        name = self.decisions.speaker_meant(name)
        row = self._by_name.get(name) or self._find(name)
        if row is not None:
            self._by_name[name] = row
        return row

    def know(self, speaker: KnownSpeaker) -> Speaker:
        """Enters or refreshes a speaker from the knowledge files, with all aliases."""
        row = self.named(speaker.name, speaker.kind)
        if fold(self.decisions.speaker_meant(speaker.name)) != fold(speaker.name):
            self._add_alias(row, speaker.name, FROM_KNOWLEDGE)  # a curator merged it into another
            return row
        row.name, row.kind, row.known = speaker.name, speaker.kind, True
        row.sort_name = speaker.sort_name or sort_name_of(speaker.name, speaker.kind)
        row.sort_key = fold(row.sort_name)
        row.description = speaker.description
        told = asdict(speaker.profile).items()
        row.profile = {name: value for name, value in told if value}
        self.session.add(row)
        for alias in speaker.aliases:
            self._add_alias(row, alias, FROM_KNOWLEDGE)
        return row

    def _find(self, name: str) -> Speaker | None:
        key = speaker_key(name)
        for candidate in (key, f"{key} {fold(name)}"):
            row = self._keyed(candidate)
            if (
                row is not None
                and same_person(row.name, name)[0]
                and not self._split_from(row, name)
            ):
                return row
        if key not in self._meaning:
            self._look_up_aliases([key])
        owners = {
            found.speaker_id
            for found in self._meaning[key]
            if same_person(found.name, name)[0] and not self.decisions.apart(name, found.name)
        }
        return self.session.get(Speaker, owners.pop()) if len(owners) == 1 else None

    def _split_from(self, row: Speaker, name: str) -> bool:
        others = self.decisions.others(name)
        if not others:
            return False
        return fold(row.name) in others and fold(row.name) != fold(name)

    def look_up(self, names: Iterable[str | None]) -> None:
        """Reads all there is of many names with a few queries, so that `named` needs fewer."""
        meant = {self.decisions.speaker_meant(name) for name in names if name}
        keys = {name: speaker_key(name) for name in sorted(meant - self._by_name.keys())}
        both = {key for name, one in keys.items() for key in (one, f"{one} {fold(name)}")}
        for batch in batches(sorted(both - self._by_key.keys())):
            self._by_key.update(dict.fromkeys(batch))
            found = select(Speaker).where(col(Speaker.key).in_(batch))
            self._by_key.update({row.key: row for row in self.session.exec(found)})
        self._look_up_aliases(sorted(set(keys.values()) - self._meaning.keys()))
        new = [(slug_of(name), key) for name, key in keys.items() if self._by_key[key] is None]
        self._slugs_of_new.look_up(new)

    def _look_up_aliases(self, keys: list[str]) -> None:
        for batch in batches(keys):
            self._meaning.update({key: [] for key in batch})
            wanted = select(SpeakerAlias).where(
                col(SpeakerAlias.key).in_(batch),
                (col(SpeakerAlias.reason) == FROM_KNOWLEDGE)
                | col(SpeakerAlias.reason).startswith(BY_CURATOR),
            )
            for alias in self.session.exec(wanted):
                self._meaning[alias.key].append(alias)

    @property
    def _slugs_of_new(self) -> Slugs:
        self._slugs = self._slugs or Slugs(self.session, Speaker, AddressKind.SPEAKER)
        return self._slugs

    def _keyed(self, key: str) -> Speaker | None:
        if key in self._by_key:
            return self._by_key[key]
        return self.session.exec(select(Speaker).where(Speaker.key == key)).first()

    def _make(self, name: str, key: str, kind: SpeakerKind) -> Speaker:
        row = Speaker(
            slug=self._slugs_of_new.give(slug_of(name), key),
            key=key,
            name=name,
            sort_name=sort_name_of(name, kind),
            sort_key=fold(sort_name_of(name, kind)),
            kind=kind,
        )
        self.session.add(row)
        self.session.flush()
        self._by_key[key] = row
        self._made.add(stored_id(row))
        self._aliases[stored_id(row)] = set()
        return row

    def _add_alias(self, row: Speaker, name: str, reason: str) -> None:
        if self.decisions.apart(name, row.name):
            return
        row_id = stored_id(row)
        if row_id not in self._aliases:
            held = select(SpeakerAlias.name).where(SpeakerAlias.speaker_id == row_id)
            self._aliases[row_id] = set(self.session.exec(held))
        if name not in self._aliases[row_id]:
            self._aliases[row_id].add(name)
            alias = SpeakerAlias(speaker_id=row_id, name=name, key=speaker_key(name), reason=reason)
            self.session.add(alias)
            if alias.key in self._meaning and reason.startswith((FROM_KNOWLEDGE, BY_CURATOR)):
                self._meaning[alias.key].append(alias)
            # Whoever enters the knowledge compares it as a whole; a new row has no statements yet.
            if reason != FROM_KNOWLEDGE and row_id not in self._made:
                tell_of_names(self.session, [row_id])
