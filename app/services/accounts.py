"""Curators' accounts: made, listed, disabled and given a new password by whoever runs the site."""

import re

from sqlmodel import Session

from app.desk import Desk
from app.domain.curators import AccountShown, Curator
from app.errors import AccountError, SignInRefused
from app.models.curator import Account
from app.services.passwords import hash_password, is_right, require_strong
from app.services.throttle import give_back, take_a_try
from app.storage import accounts as rows

_NAME = re.compile(r"[a-z0-9][a-z0-9._@-]{1,63}")
_LONGEST_SHOWN = 80


def add_account(desk: Desk, name: str, shown_as: str | None, password: str) -> None:
    """Makes an account. Raises AccountError and WeakPassword."""
    name = name.strip().lower()
    if not _NAME.fullmatch(name):
        raise AccountError(
            f"{name[:64]!r} cannot be an account's name; use 2 to 64 letters a-z, digits or . _ @ -"
        )
    shown = " ".join((shown_as or name).split())
    if not shown.isprintable() or len(shown) > _LONGEST_SHOWN:
        raise AccountError(f"the name that readers see has {_LONGEST_SHOWN} characters at most")
    require_strong(password, name, *shown.lower().split())
    hashed = hash_password(password)
    now = desk.clock()
    with desk.transaction() as session:
        if rows.find_account(session, name) is not None:
            raise AccountError(f"there is an account {name} already; `onrecord users list`")
        account = Account(
            name=name, shown_as=shown, password_hash=hashed, password_set_at=now, created_at=now
        )
        rows.add_account(session, account)
        rows.record(session, now, name, "account made")


def list_accounts(desk: Desk) -> list[AccountShown]:
    """Every account, by name."""
    with desk.session() as session:
        return [
            AccountShown(row.name, row.shown_as, row.created_at, row.disabled_at, sessions)
            for row, sessions in rows.accounts_with_sessions(session)
        ]


def disable_account(desk: Desk, name: str, *, disabled: bool = True) -> None:
    """Shuts an account out at once, everywhere; or lets it in again. Raises AccountError."""
    now = desk.clock()
    with desk.transaction() as session:
        account = _account(session, name)
        account.disabled_at = now if disabled else None
        rows.add_account(session, account)
        rows.end_sessions(session, account.id or 0)
        rows.forget_browsers(session, account.id or 0)
        what = "account disabled" if disabled else "account enabled"
        rows.record(session, now, account.name, what)


def set_password(desk: Desk, name: str, password: str) -> None:
    """Gives an account a new password and signs it out everywhere.

    Raises AccountError and WeakPassword.
    """
    with desk.session() as session:
        account = _account(session, name)
    _set_password(desk, account, password, but=None)


def change_password(desk: Desk, curator: Curator, old: str, new: str) -> None:
    """A curator's own new password; all other sessions of the account end.

    Raises SignInRefused where `old` is not the password, TooManyTries, and WeakPassword.
    """
    with desk.session() as session:
        account = _account(session, curator.name)
    # Whoever sits down at a browser left open may not guess for ever, either.
    here = f"session {curator.session_id}"
    tries = take_a_try(desk, curator.name, here, here)
    if not is_right(old, account.password_hash):
        raise SignInRefused("the password you have now was not right; nothing was changed")
    give_back(desk, tries)
    _set_password(desk, account, new, but=curator.session_id)


def sign_out_everywhere(desk: Desk, name: str) -> int:
    """Ends every session of an account; how many that were. Raises AccountError."""
    now = desk.clock()
    with desk.transaction() as session:
        account = _account(session, name)
        ended = rows.end_sessions(session, account.id or 0)
        rows.record(session, now, account.name, "signed out everywhere", f"{ended} sessions")
    return ended


def _set_password(desk: Desk, account: Account, password: str, but: int | None) -> None:
    require_strong(password, account.name, *account.shown_as.lower().split())
    hashed, now = hash_password(password), desk.clock()
    with desk.transaction() as session:
        row = _account(session, account.name)
        row.password_hash, row.password_set_at = hashed, now
        rows.add_account(session, row)
        rows.end_sessions(session, row.id or 0, but=but)
        rows.forget_browsers(session, row.id or 0)
        rows.record(session, now, row.name, "password changed")


def _account(session: Session, name: str) -> Account:
    account = rows.find_account(session, name)
    if account is None:
        raise AccountError(f"there is no account {name[:64]!r}; `onrecord users list` names them")
    return account
