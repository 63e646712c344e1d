"""Passwords: hashed slowly with argon2id, and refused where they would be guessed."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from app.errors import ArchiveBusy, WeakPassword

#: Characters. NIST SP 800-63B-4, 3.1.1.2: fifteen at least where no second factor is asked for.
SHORTEST, LONGEST = 15, 1000

#: Of what zxcvbn scores from 0 to 4: three means more than 10^8 guesses.
_STRONG = 3
_READ_FOR_STRENGTH = 72  # zxcvbn reads no more

# argon2-cffi's own costs, RFC 9106's second choice: 64 MiB, three passes, four lanes.
_hasher = PasswordHasher()

#: Hashes at once, and how many may wait: more would take the threads that readers need.
_WORKING, _WAITING = BoundedSemaphore(2), BoundedSemaphore(8)


def hash_password(password: str) -> str:
    """The argon2id hash to keep, with its salt and costs. Raises ArchiveBusy."""
    with _turn():
        return _hasher.hash(password)


def is_right(password: str, kept: str | None) -> bool:
    """Whether `password` is the one whose hash was kept; takes as long where none is kept.

    Raises ArchiveBusy where too many others are being checked.
    """
    nobodys = _nobodys()  # made once, by whoever comes first: known and unknown names alike
    with _turn():
        try:
            return _hasher.verify(kept or nobodys, password) and kept is not None
        except (VerificationError, InvalidHashError):
            return False


def is_outdated(kept: str) -> bool:
    """Whether a hash was made with other costs than are used now."""
    return _hasher.check_needs_rehash(kept)


def require_strong(password: str, *own_words: str) -> None:
    """Raises WeakPassword where a password is too short or would be guessed soon.

    `own_words` are words that stand near it: the account's name, the site's. Any character may
    be used and none must; common and leaked passwords are known to zxcvbn's lists.
    """
    if len(password) < SHORTEST:
        raise WeakPassword(
            f"a password has {SHORTEST} characters at least; a sentence of your own is easiest"
        )
    if len(password) > LONGEST:
        raise WeakPassword(f"a password has {LONGEST:,} characters at most")
    from zxcvbn import zxcvbn  # 30,000 words, needed by none but this

    found = zxcvbn(password[:_READ_FOR_STRENGTH], user_inputs=[*own_words, "onrecord"])
    if found["score"] < _STRONG:
        why = found["feedback"]["warning"].rstrip(".") or "it follows a pattern that is tried early"
        raise WeakPassword(
            f"this password would be guessed ({why[:1].lower()}{why[1:]}); take a few words that "
            "do not belong together"
        )


@contextmanager
def _turn() -> Iterator[None]:
    if not _WAITING.acquire(blocking=False):
        raise ArchiveBusy("too many people are signing in just now; try again in a moment")
    try:
        with _WORKING:
            yield
    finally:
        _WAITING.release()


@cache
def _nobodys() -> str:
    return _hasher.hash("nobody has this password")
