"""The names of the two cookies, which only who signs in is given."""

from app.config import Settings

# A browser sends a cookie named so only over HTTPS and to this host alone.
_SECURE = "__Host-"


def session_cookie(settings: Settings) -> str:
    """The cookie that holds a curator's session."""
    return _name(settings, "onrecord-session")


def browser_cookie(settings: Settings) -> str:
    """The cookie that says that a browser was signed in before."""
    return _name(settings, "onrecord-browser")


def _name(settings: Settings, name: str) -> str:
    return f"{_SECURE}{name}" if settings.base_url.startswith("https://") else name
