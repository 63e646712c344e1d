"""Stamps on forms that need no session: they say when a form was shown, and cannot be made up."""

import hashlib
import hmac
import secrets
from datetime import UTC, datetime, timedelta

from app.desk import Desk
from app.storage.accounts import add_fact, find_fact

_SECRET = "form-secret"  # noqa: S105  its name, not its value


def stamp(desk: Desk, form: str) -> str:
    """A stamp for the form named `form` ("sign-in"), shown now. Raises what a write raises."""
    shown = int(desk.clock().timestamp())
    return f"{shown}.{_mark(desk, f'{form}:{shown}')}"


def age_of(desk: Desk, form: str, stamped: str) -> timedelta | None:
    """How long ago the form was shown; None where the stamp is not ours or is another form's."""
    shown, _, mark = stamped.partition(".")
    if not (shown.isascii() and shown.isdigit() and len(shown) < 12):
        return None
    if not hmac.compare_digest(mark.encode(), _mark(desk, f"{form}:{shown}").encode()):
        return None
    return desk.clock() - datetime.fromtimestamp(int(shown), UTC)


def disguised(desk: Desk, what: str) -> str:
    """A keyed hash: the same for the same thing, and nobody can tell from it what that was."""
    return _mark(desk, what)[:32]


def _mark(desk: Desk, words: str) -> str:
    return hmac.new(_secret(desk).encode(), words.encode(), hashlib.sha256).hexdigest()


def _secret(desk: Desk) -> str:
    if desk.secret is None:
        with desk.session() as session:
            desk.secret = find_fact(session, _SECRET)
    if desk.secret is None:
        with desk.transaction() as session:  # under the lock, so that there is only ever one
            desk.secret = find_fact(session, _SECRET) or secrets.token_hex(32)
            if find_fact(session, _SECRET) is None:
                add_fact(session, _SECRET, desk.secret)
    return desk.secret
