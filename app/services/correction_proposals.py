"""Makes a correction of what somebody proposes: with what it replaces, and where that stood."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlmodel import Session, col, select

from app.domain.anchors import quote_of
from app.domain.corrections import Action, Anchor, Proposal, Record, Standing, Subject
from app.domain.persons import fold
from app.domain.qualified import bare_name
from app.domain.spans import GAP, Span
from app.errors import InvalidCorrection, NotFound, StaleCorrection
from app.models import base
from app.models.address import AddressKind, AddressState
from app.models.article import Article
from app.models.speaker import Speaker
from app.models.statement import SpanRole, Statement, StatementSpan
from app.services.addresses import raise_gone
from app.services.correction_checks import quoted, require_known
from app.services.correction_state import before_of, office_then
from app.storage.correction_rows import find_record, number_on, standing_of, uid_of
from app.storage.ledger import Ledger
from app.storage.permalinks import statement_permalinks
from app.storage.regroup import identity_before, standing_on
from app.storage.standing_at import article_at, event_at, speaker_at, statement_at


def proposed(session: Session, proposal: Proposal, uid: str | None = None) -> Record:
    """The correction that a proposal makes, with what it replaces; nothing is written.

    `uid` is its number where it has one already. Raises as `corrections.correct` does.
    """
    record = _record(session, proposal)
    return replace(record, uid=uid) if uid else record


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
    content = GAP.join(span.of(text) for span in spans)
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
    if proposal.action is Action.SPLIT:
        _require_split(proposal, getattr(row, "name", ""))
    if other is not None:
        after["into" if "into" in after else "other"] = second.slug
    if isinstance(row, Speaker):
        _require_quoted_in(session, row, after.get("articles", ()))
    before = identity_before(session, proposal.subject, row.slug, second.slug if other else "")
    if isinstance(row, Speaker) and isinstance(second, Speaker):
        before |= standing_on(session, proposal.action, row, second, after.get("articles", ()))
    return _written(session, proposal, row.slug, after, before, None)


def _require_split(proposal: Proposal, name: str) -> None:
    """Raises InvalidCorrection where a split does not say what of a speaker or event it is."""
    after, of_person = proposal.after, proposal.subject is Subject.SPEAKER
    if not after.keys() & ({"names", "articles"} if of_person else {"articles"}):
        key = "names" if of_person else "articles"
        raise InvalidCorrection(key, "say which are to be split off")
    if of_person and "articles" in after:
        if "names" in after:
            raise InvalidCorrection("names", "split off spellings or articles, not both at once")
        if fold(after.get("name") or "") in ("", fold(name)):
            raise InvalidCorrection(
                "name", f"say who the articles mean instead: {bare_name(name)} (painter)"
            )


def _require_quoted_in(session: Session, speaker: Speaker, articles: Sequence[str]) -> None:
    """Raises InvalidCorrection for an article that quotes nothing of the speaker's."""
    wanted = (
        select(Article.permalink)
        .join(Statement, col(Statement.article_id) == col(Article.id))
        .where(Statement.speaker_id == speaker.id, col(Article.permalink).in_(articles))
    )
    quoting = set(session.exec(wanted))
    for link in articles:
        if link not in quoting:
            raise InvalidCorrection(
                "articles", f"{link!r} is no article that quotes {speaker.name}"
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
