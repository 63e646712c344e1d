"""Starts the web server on an archive that can be opened."""

import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import Any

import uvicorn

from app.archive import open_archive
from app.config import Settings
from app.errors import ArchiveError
from app.services import metrics
from app.services.http_protocol import ImpatientProtocol
from app.services.logs import logging_settings

#: Seconds that running requests get when the server is told to stop.
_GRACE_SECONDS = 10

#: Connections a process holds, idle ones between two requests included; the next are told to
#: come again (503). The thread pool, not this, bounds how many requests are worked on at once.
_MOST_CONNECTIONS = 1000

#: Open files that the program itself needs: the database in many readers, the index, libraries.
_OWN_FILES = 48


def serve(settings: Settings, host: str, port: int, workers: int) -> None:
    """Serves the site until it is told to stop.

    Raises ArchiveUnavailable where the archive cannot be opened, and ArchiveError where the
    port is taken: both before the server starts, so that they are one sentence and not a log.
    """
    open_archive(settings).reader.dispose()
    _require_free(host, port)
    with _counted_together(workers), _ended_in_order():
        uvicorn.run(
            "app.main:app",  # as text, so that each worker process makes its own
            host=host,
            port=port,
            workers=workers,
            **server_options(settings),
        )


def server_options(settings: Settings) -> dict[str, Any]:
    """How the server treats strangers: whom it believes, how long it waits, what it tells."""
    return {
        "http": ImpatientProtocol,
        "log_config": logging_settings(settings),
        "log_level": None,
        "access_log": False,
        "server_header": False,
        "forwarded_allow_ips": settings.forwarded_allow_ips,
        "proxy_headers": bool(settings.forwarded_allow_ips),
        "limit_concurrency": most_connections(),
        "timeout_keep_alive": 5,
        "timeout_graceful_shutdown": _GRACE_SECONDS,
    }


def most_connections() -> int:
    """How many connections a process may hold without running out of files it may open."""
    try:
        import resource  # not on every system; where it is missing there is no such limit
    except ImportError:
        return _MOST_CONNECTIONS
    soft, _hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY:
        return _MOST_CONNECTIONS
    return max(8, min(_MOST_CONNECTIONS, soft - _OWN_FILES))


@contextmanager
def _ended_in_order() -> Iterator[None]:
    # uvicorn finishes what is open, then raises the signal again: to be told to stop is no fault.
    # In a thread there are no signals to hear.
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _counted_together(workers: int) -> Iterator[None]:
    # Worker processes are started with this environment, and count in files they all see.
    if workers == 1:
        yield
        return
    with TemporaryDirectory(prefix="onrecord-counts-") as folder:
        os.environ[metrics.FOLDER] = folder
        try:
            yield
        finally:
            del os.environ[metrics.FOLDER]


def _require_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            raise ArchiveError(
                f"cannot listen at {host}, port {port} ({(error.strerror or str(error)).lower()}); "
                "choose another with --port"
            ) from error
