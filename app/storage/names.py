"""Finds or makes the rows of outlets and issues."""

from collections.abc import Sequence

from sqlmodel import Session, select

from app.domain.gazetteer import KnownIssue, KnownOutlet
from app.models.address import AddressKind
from app.models.issue import Issue
from app.models.outlet import Outlet
from app.storage.slugs import Slugs, published_slug, slug_of


def outlet_named(session: Session, name: str) -> Outlet:
    """The row of an outlet, made where there is none."""
    row = session.exec(select(Outlet).where(Outlet.name == name)).first()
    if row is None:
        slug = published_slug(session, Outlet, AddressKind.OUTLET, slug_of(name), name)
        row = Outlet(slug=slug, name=name)
        session.add(row)
        session.flush()
    return row


def know_outlets(session: Session, outlets: Sequence[KnownOutlet]) -> None:
    """Enters or refreshes the outlets of the knowledge files."""
    rows = {row.name: row for row in session.exec(select(Outlet))}
    slugs = Slugs(session, Outlet, AddressKind.OUTLET)
    slugs.look_up((slug_of(one.name), one.name) for one in outlets if one.name not in rows)
    for outlet in outlets:
        row = rows.get(outlet.name)
        if row is None:
            slug = slugs.give(slug_of(outlet.name), outlet.name)
            row = rows[outlet.name] = Outlet(slug=slug, name=outlet.name)
        row.is_agency = outlet.is_agency
        session.add(row)
    session.flush()


def know_issue(session: Session, issue: KnownIssue) -> None:
    """Enters or refreshes an issue from the knowledge files."""
    row = session.exec(select(Issue).where(Issue.key == issue.key)).first()
    row = row or Issue(key=issue.key, name=issue.name, question=issue.question)
    row.name, row.question = issue.name, issue.question
    session.add(row)


def issue_keyed(session: Session, key: str) -> Issue | None:
    """The row of an issue by its key, None where the archive's list has no such issue."""
    return session.exec(select(Issue).where(Issue.key == key)).first()
