"""Writes and finds accounts, sessions and what is on record about them."""

from datetime import datetime, timedelta

from sqlalchemy import delete, func, update
from sqlmodel import Session, col, select

from app.models.curator import Account, AuditRecord, DeskFact, KnownBrowser, SignedIn

#: How long it is kept what was done with accounts.
_AUDIT_DAYS = 400


def find_account(session: Session, name: str) -> Account | None:
    """The account with this name, whatever the case it is typed in."""
    return session.exec(select(Account).where(Account.name == name.strip().lower())).first()


def add_account(session: Session, account: Account) -> Account:
    """Stores a new account, or what was changed in one."""
    session.add(account)
    session.flush()
    return account


def accounts_with_sessions(session: Session) -> list[tuple[Account, int]]:
    """Every account with how many sessions it has, by name."""
    wanted = (
        select(Account, func.count(col(SignedIn.id)))
        .outerjoin(SignedIn, col(SignedIn.account_id) == col(Account.id))
        .group_by(col(Account.id))
        .order_by(col(Account.name))
    )
    return list(session.exec(wanted))


def add_session(session: Session, row: SignedIn) -> None:
    """Stores a session that begins."""
    session.add(row)
    session.flush()


def find_session(session: Session, token_hash: str) -> tuple[SignedIn, Account] | None:
    """The session of a token with its account; of a disabled one as well."""
    wanted = select(SignedIn, Account).join(Account, col(Account.id) == col(SignedIn.account_id))
    return session.exec(wanted.where(SignedIn.token_hash == token_hash)).first()


def sessions_of(session: Session, account_id: int) -> list[SignedIn]:
    """An account's sessions, the one used last first."""
    wanted = select(SignedIn).where(SignedIn.account_id == account_id)
    return list(session.exec(wanted.order_by(col(SignedIn.seen_at).desc())))


def touch_session(session: Session, session_id: int, now: datetime) -> None:
    """Notes that a session was used."""
    session.exec(update(SignedIn).where(col(SignedIn.id) == session_id).values(seen_at=now))


def end_sessions(
    session: Session, account_id: int, *, only: int | None = None, but: int | None = None
) -> int:
    """Ends an account's sessions: all, `only` one, or all `but` one; how many that were."""
    wanted = delete(SignedIn).where(col(SignedIn.account_id) == account_id)
    if only is not None:
        wanted = wanted.where(col(SignedIn.id) == only)
    if but is not None:
        wanted = wanted.where(col(SignedIn.id) != but)
    return session.exec(wanted).rowcount


def drop_old_sessions(session: Session, created: datetime, seen: datetime) -> None:
    """Removes sessions that began before `created` or were last used before `seen`."""
    old = (col(SignedIn.created_at) < created) | (col(SignedIn.seen_at) < seen)
    session.exec(delete(SignedIn).where(old))


def find_browser(session: Session, token_hash: str, account_id: int) -> KnownBrowser | None:
    """The browser with this token, where this account was signed in from it before."""
    wanted = select(KnownBrowser).where(KnownBrowser.token_hash == token_hash)
    return session.exec(wanted.where(KnownBrowser.account_id == account_id)).first()


def remember_browser(session: Session, row: KnownBrowser, older_than: datetime) -> None:
    """Stores a browser, and forgets those not seen since `older_than`."""
    session.exec(delete(KnownBrowser).where(col(KnownBrowser.seen_at) < older_than))
    session.add(row)


def forget_browsers(session: Session, account_id: int) -> None:
    """Makes strangers of all browsers that an account was used in."""
    session.exec(delete(KnownBrowser).where(col(KnownBrowser.account_id) == account_id))


def record(session: Session, now: datetime, account: str, what: str, detail: str = "") -> None:
    """Puts on record what was done with an account; what is older than a year goes."""
    old = now - timedelta(days=_AUDIT_DAYS)
    session.exec(delete(AuditRecord).where(col(AuditRecord.at) < old))
    # One line each, whatever was typed as a name.
    account, detail = (" ".join(text[:200].split()) for text in (account, detail))
    session.add(AuditRecord(at=now, account=account, what=what, detail=detail))


def find_fact(session: Session, key: str) -> str | None:
    """A fact of the desk."""
    return session.exec(select(DeskFact.value).where(DeskFact.key == key)).first()


def add_fact(session: Session, key: str, value: str) -> None:
    """Stores a fact of the desk."""
    session.add(DeskFact(key=key, value=value))
