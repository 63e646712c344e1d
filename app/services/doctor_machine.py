"""The looks that `onrecord doctor` takes at the machine and the settings."""

import os
import shutil
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from app.config import Settings
from app.extraction.language import load_model
from app.services import seed
from app.storage.database import sqlite_warning
from app.version import __version__

#: Less free space than this is a fault, less than ten times as much worth a note; in bytes.
LEAST_FREE = 200_000_000

#: Open files a process may need: 1,000 connections and what it reads itself.
LEAST_FILES = 1100

_LOCAL = {"localhost", "127.0.0.1", "::1"}


class Told(NamedTuple):
    """How a thing is; with advice it is not as it should be, and `wrong` where that is grave."""

    what: str
    advice: str = ""
    wrong: bool = False


def program(_settings: Settings) -> Told:
    """The version of the program and of Python; two forks of the search engine at once."""
    forks = packages_distributions().get("whoosh", [])
    if len(set(forks)) > 1:
        names = " and ".join(sorted(set(forks)))
        return Told(f"{names} are both installed", "uninstall all but the pinned one", True)
    python = ".".join(str(part) for part in sys.version_info[:3])
    return Told(f"Onrecord {__version__} on Python {python}")


def sqlite(_settings: Settings) -> Told:
    """Whether this SQLite can keep a write-ahead log safely."""
    import pysqlite3.dbapi2 as library  # here: another library in its place is what is looked for

    warning = sqlite_warning(library.sqlite_version_info)
    if warning:
        told, _, advice = warning.partition("; ")
        return Told(told, advice)
    return Told(f"SQLite {library.sqlite_version}")


def clock(_settings: Settings) -> Told:
    """Whether the clock is not behind the program itself."""
    now, written = datetime.now(UTC), datetime.fromtimestamp(Path(__file__).stat().st_mtime, UTC)
    if now < written - timedelta(days=1):
        return Told(
            f"the clock says {now:%Y-%m-%d %H:%M} UTC, which is before this program was installed",
            "set the clock (timedatectl set-ntp true)",
            True,
        )
    return Told(f"{now:%Y-%m-%d %H:%M} UTC")


def address(settings: Settings) -> Told:
    """Whether the public address is one, and agrees with how the site is reached."""
    parts = urlsplit(settings.base_url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query:
        return Told(
            f"the public address {settings.base_url} is none",
            "set ONRECORD_BASE_URL to something like https://archive.example",
            True,
        )
    if parts.scheme == "https" and not settings.forwarded_allow_ips:
        return Told(
            f"{settings.base_url}, but no web server in front is named, so all readers look alike "
            "and nobody can be limited",
            "set ONRECORD_FORWARDED_ALLOW_IPS to the address of the server that holds the "
            "certificate",
        )
    if parts.scheme == "http" and parts.hostname not in _LOCAL:
        return Told(
            f"{settings.base_url} is not encrypted: passwords and searches can be read on the way",
            "put a web server with a certificate in front (docs/deployment.md)",
        )
    return Told(settings.base_url)


def folder(settings: Settings) -> Told:
    """Whether the data folder is there and can be written."""
    path = settings.data_dir
    if not path.is_dir():
        return Told(
            f"{path} is not there", "run `onrecord ingest PATH`, or set ONRECORD_DATA_DIR", True
        )
    if not os.access(path, os.R_OK | os.X_OK):
        return Told(f"{path} cannot be read by this user", _own(path), True)
    if not os.access(path, os.W_OK):
        return Told(f"{path} can be read but not written, so nothing new can come in", _own(path))
    return Told(f"{path} can be read and written")


def _own(path: Path) -> str:
    return f"give it to the user that runs this (chown -R {os.geteuid()} {path})"


def secrecy(settings: Settings) -> Told:
    """Whether what must be private is closed to other users of the machine."""
    private = [settings.index_dir, settings.data_dir / "index.key"]
    private += sorted(settings.data_dir.glob("desk*.sqlite3"))
    open_ones = [str(path) for path in private if path.exists() and path.stat().st_mode & 0o077]
    if open_ones:
        names = " ".join(open_ones)
        return Told(f"others may read or change {names}", f"run: chmod -R go= {names}", True)
    return Told("index, key and accounts are closed to others")


def disk(settings: Settings) -> Told:
    """Whether there is room for the next run and its backup."""
    place = next(path for path in (settings.data_dir, *settings.data_dir.absolute().parents)
                 if path.exists())  # fmt: skip
    free = shutil.disk_usage(place).free
    told = f"{free / 1e9:,.1f} GB free"
    if free < 10 * LEAST_FREE:
        advice = f"make room on the disk that holds {place}, or move the data folder"
        return Told(told, advice, free < LEAST_FREE)
    return Told(told)


def files(_settings: Settings) -> Told:
    """Whether a process may open as many files as there may be connections."""
    import resource  # not on every system; then this look fails and says so

    soft, _hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    told = f"{soft:,} files may be open at once"
    if soft < LEAST_FILES:
        return Told(told, f"allow {LEAST_FILES:,} (ulimit -n, or LimitNOFILE= of the service)")
    return Told(told)


def model(settings: Settings) -> Told:
    """Whether the language model that is asked for is installed and loads."""
    try:
        loaded = load_model(settings.language_model)
    except ValueError as problem:
        return Told(str(problem), "set ONRECORD_LANGUAGE_MODEL", True)
    if loaded.warning:
        advice = (
            "install the requirements again (make setup, or pip with requirements/runtime.lock)"
        )
        return Told(loaded.warning, advice, True)
    return Told(f"level {loaded.level}, {loaded.name}")


def knowledge(settings: Settings) -> Told:
    """Whether the knowledge files are without mistakes."""
    place = seed.knowledge_folder(settings)
    if not place.is_dir():
        return Told(f"{place} is not there", "set ONRECORD_KNOWLEDGE_DIR, or unset it", True)
    mistakes = seed.check(place)
    if mistakes:
        more = f", and {len(mistakes) - 1:,} more" if mistakes[1:] else ""
        advice = "mend what `onrecord knowledge check` names"
        return Told(f"{mistakes[0]}{more}", advice, True)
    return Told(f"{place} has no mistakes")


LOOKS: tuple[tuple[str, Callable[[Settings], Told]], ...] = (
    ("program", program),
    ("sqlite", sqlite),
    ("clock", clock),
    ("address", address),
    ("data folder", folder),
    ("permissions", secrecy),
    ("disk", disk),
    ("open files", files),
    ("model", model),
    ("knowledge", knowledge),
)
