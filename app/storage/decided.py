"""What the archive knows beforehand, as curators' decisions change it."""

from collections import defaultdict
from dataclasses import replace

from sqlmodel import Session, col, select

from app.domain.gazetteer import Gazetteer, KnownSpeaker, SpeakerKind
from app.domain.persons import fold
from app.models.speaker import Speaker, SpeakerAlias
from app.storage.decisions import Decisions
from app.storage.speakers import BY_CURATOR


def with_decisions(session: Session, gazetteer: Gazetteer) -> Gazetteer:
    """The knowledge with merged speakers as one, and without aliases that were split off.

    So that the next article is read with what curators decided on the ones before.
    """
    merged = _merged(session)
    meant = {fold(name): target for target, (_, names) in merged.items() for name in names}
    decisions = Decisions(session)
    kept: dict[str, KnownSpeaker] = {}
    for known in gazetteer.speakers:
        target = meant.get(fold(known.name), known.name)
        aliases = tuple(a for a in known.aliases if not decisions.apart(a, target))
        more = (known.name,) if target != known.name else ()
        held = kept.get(target) or replace(known, name=target, aliases=())
        if target == known.name:  # its own entry says more than that of one merged into it
            held = replace(known, aliases=held.aliases)
        kept[target] = replace(held, aliases=_joined(held.aliases, more, aliases))
    for target, (kind, names) in merged.items():
        held = kept.get(target) or KnownSpeaker(target, kind)
        kept[target] = replace(held, aliases=_joined(held.aliases, tuple(names)))
    tenures = tuple(
        replace(one, speaker=meant.get(fold(one.speaker), one.speaker)) for one in gazetteer.tenures
    )
    if not merged and tuple(kept.values()) == gazetteer.speakers:
        return gazetteer
    return replace(gazetteer, speakers=tuple(kept.values()), tenures=tenures)


def _merged(session: Session) -> dict[str, tuple[SpeakerKind, list[str]]]:
    wanted = (
        select(Speaker.name, Speaker.kind, SpeakerAlias.name)
        .join(SpeakerAlias, col(SpeakerAlias.speaker_id) == col(Speaker.id))
        .where(col(SpeakerAlias.reason).startswith(BY_CURATOR))
        .order_by(col(Speaker.name), col(SpeakerAlias.name))
    )
    merged: dict[str, tuple[SpeakerKind, list[str]]] = defaultdict(lambda: (SpeakerKind.PERSON, []))
    for target, kind, name in session.exec(wanted):
        merged[target] = (SpeakerKind(kind), [*merged[target][1], name])
    return dict(merged)


def _joined(*parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for part in parts for name in part))
