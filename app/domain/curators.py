"""Who is signed in."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Curator:
    """A curator in one browser; `form_key` is what the forms of this session must carry."""

    account_id: int
    name: str
    shown_as: str  # what readers see beside a correction
    session_id: int
    form_key: str


@dataclass(frozen=True, slots=True)
class AccountShown:
    """An account as the command line lists it."""

    name: str
    shown_as: str
    created_at: datetime
    disabled_at: datetime | None
    sessions: int


@dataclass(frozen=True, slots=True)
class SessionShown:
    """One of a curator's own sessions; `here` is the one that asks."""

    id: int
    browser: str
    created_at: datetime
    seen_at: datetime
    here: bool


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a browser is given when its curator has signed in: both are secret, both random.

    `session` ends with the session; `browser` stays, and says that this browser is no stranger.
    """

    session: str
    browser: str
