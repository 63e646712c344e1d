"""Corrects what the program found: one writer, one transaction, at once and for good."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, col, select

from app.archive import Archive, writing
from app.domain.anchors import quote_of
from app.domain.corrections import (
    ON_IDENTITY,
    Action,
    Anchor,
    Proposal,
    Record,
    Standing,
    Subject,
)
from app.domain.spans import Span
from app.errors import InvalidCorrection, NotFound, StaleCorrection
from app.models import base
from app.models.address import AddressKind, AddressState
from app.models.article import Article
from app.models.statement import SpanRole, Statement, StatementSpan
from app.schemas import links
from app.services.addresses import raise_gone
from app.services.correction_checks import quoted, require_known, require_sense
from app.services.correction_state import about_of, before_of, office_then
from app.services.reindex import bring_up_to_date
from app.storage.applying import said_by
from app.storage.correction_rows import (
    add_about,
    add_record,
    find_record,
    number_on,
    stand,
    standing_of,
    uid_of,
    undone,
)
from app.storage.ledger import Ledger
from app.storage.permalinks import statement_permalinks
from app.storage.regroup import decide, identity_before, take_back
from app.storage.restand import restand
from app.storage.standing_at import article_at, event_at, speaker_at, statement_at
from app.storage.withdrawn import restore_article, withdraw_article


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction that was made: its number, and the address of what it is about."""

    uid: str
    url: str


def correct(archive: Archive, proposal: Proposal) -> Corrected:
    """Makes a correction and applies it: to the archive, its history and its index.

    `archive` may be open for reading only. Raises InvalidCorrection, StaleCorrection where the
    statement changed since it was looked at, NotFound, Moved or Withdrawn where nothing stands
    at the target, and ArchiveBusy; then nothing is changed.
    """
    require_sense(proposal)
    with writing(archive, "correction") as held:
        with held.transaction() as session:
            record = _record(session, proposal)
            carry_out(session, record)
        bring_up_to_date(held)
    return Corrected(record.uid, url_of(record))


def undo(archive: Archive, uid: str, reason: str, by: str) -> Corrected:
    """Takes a correction back; what stood before stands again, with all other corrections."""
    return correct(archive, Proposal(Action.UNDO, Subject.CORRECTION, uid, reason, by))


def carry_out(session: Session, record: Record) -> bool:
    """Writes a correction down and does what it says; whether it was new to the archive.

    One whose target is not in the archive waits until it is.
    """
    if not add_record(session, record, about_of(session, record)):
        return False
    if record.action is Action.UNDO:
        _take_back(session, record)
    elif record.action in ON_IDENTITY:
        decide(session, record)
    elif record.subject is Subject.ARTICLE:
        withdraw_article(session, record)
    else:
        restand(session, record.target, said_by(record))
    add_about(session, record.uid, about_of(session, record))
    return True


def url_of(record: Record) -> str:
    """The address of the page that a correction is about."""
    to = {
        Subject.STATEMENT: links.statement,
        Subject.ARTICLE: links.article,
        Subject.SPEAKER: links.speaker,
        Subject.EVENT: links.event,
    }.get(record.subject)
    return to(record.after.get("into") or record.target) if to else "/corrections"


def _record(session: Session, proposal: Proposal) -> Record:
    if proposal.action is Action.UNDO:
        return _undoing(session, proposal)
    if proposal.action is Action.ADD:
        return _addition(session, proposal)
    if proposal.subject is Subject.STATEMENT:
        return _on_statement(session, proposal)
    if proposal.subject is Subject.ARTICLE:
        link = _article(session, proposal.target).permalink
        return _written(session, proposal, link, proposal.after, {}, None)
    return _on_identity(session, proposal)


def _on_statement(session: Session, proposal: Proposal) -> Record:
    row = statement_at(session, proposal.target)
    if row is None:
        raise_gone(session, AddressKind.STATEMENT, proposal.target)
    if proposal.based_on is not None and proposal.based_on != row.revision:
        raise StaleCorrection(row.permalink, proposal.based_on, row.revision)
    require_known(session, proposal.after)
    after = dict(proposal.after)
    if proposal.action is Action.SPAN:
        after = quoted(row.article, after)
    if proposal.action is Action.SPEAKER and "office" not in after:
        after["office"] = office_then(session, row, after["speaker"])
    before = before_of(session, row, proposal.action)
    said = {key: before.get(key) for key in proposal.after}
    if said and said == dict(proposal.after):
        raise InvalidCorrection(next(iter(said)), "that is what stands there already")
    return _written(session, proposal, row.permalink, after, before, _anchor(row))


def _addition(session: Session, proposal: Proposal) -> Record:
    article = _article(session, proposal.target)
    require_known(session, proposal.after)
    after = {"kind": "direct", **quoted(article, proposal.after)}
    spans = tuple(Span(*pair) for pair in after["content"])
    text = article.document.text
    anchor = Anchor(
        article.permalink, article.document.sha256, tuple(quote_of(span, text) for span in spans)
    )
    content = " […] ".join(span.of(text) for span in spans)
    if _stands(session, article, after["content"]):
        raise InvalidCorrection("content", "these very words are a statement already")
    ledger = Ledger(session)

    def taken(link: str) -> bool:
        # The same words that were lost come back to the address they had.
        entry = ledger.find(AddressKind.STATEMENT, link)
        lost = entry is not None and entry.state is AddressState.LOST and entry.shown == content
        return entry is not None and not lost

    (link,) = statement_permalinks(article.permalink, [content], taken)
    return _written(session, proposal, link, after, {}, anchor, Subject.STATEMENT)


def _on_identity(session: Session, proposal: Proposal) -> Record:
    finding = {Subject.SPEAKER: speaker_at, Subject.EVENT: event_at}[proposal.subject]
    kind = AddressKind(proposal.subject.value)
    after = dict(proposal.after)
    other = after.get("into") or after.get("other")
    for link in (proposal.target, other):
        if link is not None and finding(session, link) is None:
            raise_gone(session, kind, link)
    row, second = finding(session, proposal.target), finding(session, other or proposal.target)
    if row is None or second is None:
        raise NotFound(f"no {kind.value} stands at {proposal.target!r}")
    if other is not None and row.id == second.id:
        raise InvalidCorrection("into" if "into" in after else "other", "both are one already")
    key = "names" if proposal.subject is Subject.SPEAKER else "articles"
    if proposal.action is Action.SPLIT and key not in after:
        raise InvalidCorrection(key, "say which are to be split off")
    if other is not None:
        after["into" if "into" in after else "other"] = second.slug
    before = identity_before(session, proposal.subject, row.slug, second.slug if other else "")
    return _written(session, proposal, row.slug, after, before, None)


def _article(session: Session, permalink: str) -> Article:
    row = article_at(session, permalink)
    if row is None:
        raise_gone(session, AddressKind.ARTICLE, permalink)
    return row


def _stands(session: Session, article: Article, content: list[list[int]]) -> bool:
    # Whether a statement of exactly these words stands there.
    first = (
        select(Statement)
        .join(StatementSpan, col(StatementSpan.statement_id) == col(Statement.id))
        .where(
            Statement.article_id == article.id,
            StatementSpan.role == SpanRole.CONTENT,
            StatementSpan.start == content[0][0],
        )
    )
    wanted = [list(pair) for pair in content]
    return any(
        [[one.start, one.end] for one in row.spans if one.role is SpanRole.CONTENT] == wanted
        for row in session.exec(first)
    )


def _undoing(session: Session, proposal: Proposal) -> Record:
    record = find_record(session, proposal.target)
    if record is None:
        raise NotFound(f"there is no correction {proposal.target[:40]!r}")
    if record.action is Action.UNDO:
        raise InvalidCorrection("target", "an undo is not undone; make the correction again")
    if standing_of(session, record.uid).standing is Standing.UNDONE:
        raise InvalidCorrection("target", "this correction is undone already")
    return _written(session, proposal, record.uid, {}, {}, None)


def _take_back(session: Session, record: Record) -> None:
    former = find_record(session, record.target)
    if former is None:
        stand(session, record.uid, Standing.WAITING, "the correction it takes back is not here")
        return
    undone(session, former.uid, record.uid)
    if former.action in ON_IDENTITY:
        take_back(session, former, said_by(record))
    elif former.subject is Subject.ARTICLE:
        restore_article(session, former)
    else:
        reason = f"{said_by(record)} (undoing what {former.by} corrected)"
        restand(session, former.target, reason, [former])
    stand(session, record.uid, Standing.APPLIED)


def _written(
    session: Session,
    proposal: Proposal,
    target: str,
    after: Mapping[str, Any],
    before: Mapping[str, Any],
    anchor: Anchor | None,
    subject: Subject | None = None,
) -> Record:
    at = base.now().isoformat()
    said = subject or proposal.subject
    number = number_on(session, target)
    uid = uid_of(
        proposal.action, said, target, after, proposal.reason, proposal.by, f"{at} {number}"
    )
    return Record(
        uid,
        proposal.action,
        said,
        target,
        after,
        before,
        proposal.reason.strip(),
        proposal.by.strip(),
        at,
        proposal.based_on,
        anchor,
    )


def _anchor(row: Statement) -> Anchor:
    document = row.article.document
    spans = [Span(one.start, one.end) for one in row.spans if one.role is SpanRole.CONTENT]
    quotes = tuple(quote_of(span, document.text) for span in spans)
    return Anchor(row.article.permalink, document.sha256, quotes)
