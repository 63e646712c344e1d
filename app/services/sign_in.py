"""Signing in and out, and who a session belongs to. Tokens are random; only hashes are kept."""

import hashlib
import logging
import secrets
from datetime import datetime, timedelta

from app.desk import Desk
from app.domain.curators import Curator, SessionShown, Tokens
from app.errors import ArchiveBusy, ArchiveUnavailable, SignInRefused, StorageFull, TooManyTries
from app.models.curator import Account, KnownBrowser, SignedIn
from app.services.passwords import hash_password, is_outdated, is_right
from app.services.throttle import give_back, take_a_try
from app.storage import accounts as rows

_log = logging.getLogger(__name__)

#: A session ends when it was not used for so long, and in any case after so long.
IDLE, LONGEST = timedelta(hours=12), timedelta(days=7)

#: For so long a browser that was signed in is no stranger.
KNOWN = timedelta(days=180)

#: When a session was used is written down no more often than this.
_TOUCH = timedelta(minutes=5)

_REFUSED = "this name and this password do not belong together"


def sign_in(
    desk: Desk, name: str, password: str, *, network: str, browser: str, known: str = ""
) -> Tokens:
    """Begins a session for who knows the password.

    `network` is where it comes from, `browser` a word for what it is, `known` the token this
    browser was given earlier. Raises SignInRefused for any wrong pair, after the same work
    whether there is such an account or not; TooManyTries, ArchiveBusy.
    """
    with desk.session() as session:
        account = rows.find_account(session, name)
        seen = account and rows.find_browser(session, _hash(known), account.id or 0)
    try:
        tries = take_a_try(desk, name, network, seen.token_hash if seen else None)
    except TooManyTries:
        _log.warning("sign-in refused: too many tries")
        raise
    right = is_right(password, account.password_hash if account else None)
    if account is None or not right or account.disabled_at is not None:
        with desk.transaction() as session:
            rows.record(session, desk.clock(), name, "sign-in refused")
        _log.warning("sign-in refused: wrong name or password, or a disabled account")
        raise SignInRefused(_REFUSED)
    give_back(desk, tries)
    return _begin(desk, account, password, browser)


def curator_of(desk: Desk, token: str | None) -> Curator | None:
    """Whose session a token is; None where it has ended, or never was one."""
    if not token or len(token) > 100:
        return None
    now = desk.clock()
    with desk.session() as session:
        found = rows.find_session(session, _hash(token))
    if found is None:
        return None
    row, account = found
    if account.disabled_at is not None or not _lasts(row, now):
        return None
    if now - row.seen_at > _TOUCH:
        _touch(desk, row.id or 0, now)
    return Curator(account.id or 0, account.name, account.shown_as, row.id or 0, row.form_key)


def sign_out(desk: Desk, curator: Curator) -> None:
    """Ends this session."""
    with desk.transaction() as session:
        rows.end_sessions(session, curator.account_id, only=curator.session_id)
        rows.record(session, desk.clock(), curator.name, "signed out")
    _log.info("signed out")


def list_sessions(desk: Desk, curator: Curator) -> list[SessionShown]:
    """Where this curator is signed in, the session used last first."""
    now = desk.clock()
    with desk.session() as session:
        found = rows.sessions_of(session, curator.account_id)
    return [
        SessionShown(
            row.id or 0, row.browser, row.created_at, row.seen_at, row.id == curator.session_id
        )
        for row in found
        if _lasts(row, now)
    ]


def end_session(desk: Desk, curator: Curator, session_id: int) -> None:
    """Ends one of the curator's own sessions; another's number does nothing."""
    with desk.transaction() as session:
        rows.end_sessions(session, curator.account_id, only=session_id)
        rows.record(session, desk.clock(), curator.name, "signed out", f"session {session_id}")


def _begin(desk: Desk, account: Account, password: str, browser: str) -> Tokens:
    tokens = Tokens(secrets.token_urlsafe(32), secrets.token_urlsafe(32))
    now = desk.clock()
    newer = hash_password(password) if is_outdated(account.password_hash) else None
    with desk.transaction() as session:
        rows.drop_old_sessions(session, now - LONGEST, now - IDLE)
        session_row = SignedIn(
            token_hash=_hash(tokens.session),
            account_id=account.id or 0,
            form_key=secrets.token_hex(16),
            browser=browser,
            created_at=now,
            seen_at=now,
        )
        rows.add_session(session, session_row)
        known = KnownBrowser(
            token_hash=_hash(tokens.browser), account_id=account.id or 0, seen_at=now
        )
        rows.remember_browser(session, known, now - KNOWN)
        if newer is not None:
            account.password_hash = newer
            rows.add_account(session, account)
        rows.record(session, now, account.name, "signed in", browser)
    _log.info("signed in")
    return tokens


def _lasts(row: SignedIn, now: datetime) -> bool:
    # A session from the future tells of a clock that was set back: it ends, too.
    return row.created_at - _TOUCH <= now < min(row.created_at + LONGEST, row.seen_at + IDLE)


def _touch(desk: Desk, session_id: int, now: datetime) -> None:
    try:
        with desk.transaction() as session:
            rows.touch_session(session, session_id, now)
    except (ArchiveBusy, ArchiveUnavailable, StorageFull) as error:
        _log.warning("the use of a session was not written down: %s", error)


def _hash(token: str) -> str:
    # The tokens have 256 random bits, so a quick hash is as good as a slow one.
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
