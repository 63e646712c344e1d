"""Fetches web pages that were asked for by name: the one module that asks other machines.

Off unless the archive's settings or the command say so. Each request goes to a checked address
(see fetch_targets), is bounded in time, size and tries, and keeps to the site's robots.txt.
"""

import http.client
import random
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from app.services.fetch_targets import NotFetched, Target, target_of
from app.version import __version__

USER_AGENT = f"Onrecord/{__version__} (news archive)"

_REDIRECTS = 5
_TRIES = 3
_SECONDS = 60.0  # for one address, redirects and tries included
_SILENCE = 15.0  # seconds without a byte
_LONGEST_WAIT = 20.0  # seconds that a site may ask us to wait and still be asked again
_PAUSE = 1.0  # seconds between two requests to one site
_PIECE = 65_536  # bytes
_ROBOTS_BYTES = 500_000
_AGAIN = frozenset([429, 500, 502, 503, 504])
_MOVED = frozenset([301, 302, 303, 307, 308])

#: What readers here understand; anything else is not taken.
_READ = (
    "text/",
    "application/xhtml+xml",
    "application/xml",
    "application/rss+xml",
    "application/atom+xml",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/octet-stream",
)


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as its server sent it; `url` is where it was found in the end."""

    url: str
    content: bytes
    media: str
    charset: str | None


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes


@dataclass(slots=True)
class Fetcher:
    """Fetches one address after the other. `most` is the bytes that a page may have.

    `target` and `sleep` are replaced in tests, which ask a server of their own.
    """

    most: int
    target: Callable[[str], Target] = target_of
    sleep: Callable[[float], None] = time.sleep
    seconds: float = _SECONDS
    silence: float = _SILENCE
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)  # when each host was asked last

    def fetch(self, url: str) -> Fetched:
        """The page at an address. Raises NotFetched, with the reason, where it cannot be had."""
        until = time.monotonic() + self.seconds
        for attempt in range(1, _TRIES + 1):
            try:
                return self._follow(url, until)
            except NotFetched as problem:
                wait = problem.wait or 2.0**attempt * random.uniform(0.5, 1)  # noqa: S311
                late = time.monotonic() + wait > until or wait > _LONGEST_WAIT
                if not problem.again or attempt == _TRIES or late:
                    raise
                self.sleep(wait)
        raise AssertionError("unreachable")

    def _follow(self, url: str, until: float) -> Fetched:
        here = url
        for _ in range(_REDIRECTS + 1):
            target = self.target(here)
            self._require_allowed(target, until)
            answer = self._ask(target, until, self.most)
            if answer.status not in _MOVED:
                return _page(url, here, answer)
            here = urljoin(here, answer.headers.get("Location") or "")
        raise NotFetched(url, f"it leads on more than {_REDIRECTS} times")

    def _require_allowed(self, target: Target, until: float) -> None:
        site = f"{target.scheme}://{urlsplit(target.url).netloc}"
        if site not in self._robots:
            self._robots[site] = self._rules(site, until)
        if not self._robots[site].can_fetch(USER_AGENT, target.url):
            raise NotFetched(target.url, "the site asks programs not to fetch it (robots.txt)")

    def _rules(self, site: str, until: float) -> RobotFileParser:
        # As RFC 9309 has it: none where there is no file, and all is closed where the site fails.
        rules = RobotFileParser()
        here = f"{site}/robots.txt"
        for _ in range(_REDIRECTS + 1):
            answer = self._ask(self.target(here), until, _ROBOTS_BYTES)
            if answer.status in _MOVED:
                here = urljoin(here, answer.headers.get("Location") or "")
                continue
            if answer.status >= 500:
                raise NotFetched(here, f"the site answers with {answer.status}", again=True)
            text = answer.body.decode("utf-8", "replace") if answer.status == 200 else ""
            rules.parse(text.splitlines())
            return rules
        raise NotFetched(here, f"it leads on more than {_REDIRECTS} times")

    def _ask(self, target: Target, until: float, most: int) -> _Answer:
        waited = time.monotonic() - self._asked.get(target.host, float("-inf"))
        if waited < _PAUSE:
            self.sleep(_PAUSE - waited)
        self._asked[target.host] = time.monotonic()
        connection = _Pinned(target, self.silence)
        # A server may send a byte now and then for ever: at the end of the time it is hung up on.
        hanging_up = threading.Timer(max(0.0, until - time.monotonic()), connection.hang_up)
        hanging_up.daemon = True
        hanging_up.start()
        try:
            connection.request("GET", target.path, headers=_headers(target))
            response = connection.getresponse()
            body = self._body(response, target, until, most)
            return _Answer(response.status, response.headers, body)
        except zlib.error as error:
            reason = f"it is packed wrongly ({error})"
            raise NotFetched(target.url, reason, again=True) from error
        except (OSError, http.client.HTTPException) as error:
            reason = f"the site did not answer ({error or type(error).__name__})"
            raise NotFetched(target.url, reason, again=True) from error
        finally:
            hanging_up.cancel()
            connection.close()

    def _body(
        self, response: http.client.HTTPResponse, target: Target, until: float, most: int
    ) -> bytes:
        inflate = _inflater(response.headers.get("Content-Encoding"), target.url)
        parts, size = [], 0
        while piece := response.read1(_PIECE):
            if time.monotonic() > until:
                raise NotFetched(target.url, f"it took more than {self.seconds:.0f} seconds")
            part = inflate.decompress(piece, most + 1 - size) if inflate else piece
            size += len(part)
            if size > most:
                raise NotFetched(target.url, f"it has more than the {most:,} bytes allowed")
            parts.append(part)
        if response.length or (inflate and size and not inflate.eof):
            raise NotFetched(target.url, "only a part of it came", again=True)
        return b"".join(parts)


class _Pinned(http.client.HTTPConnection):
    """A connection to the address that was checked, whatever the name resolves to by now."""

    def __init__(self, target: Target, silence: float) -> None:
        super().__init__(target.host, target.port, timeout=silence)
        self._target = target

    def connect(self) -> None:
        """Opens the connection; over TLS the certificate must be that of the name."""
        address = (self._target.address, self._target.port)
        sock = socket.create_connection(address, self.timeout)
        if self._target.scheme == "https":
            context = ssl.create_default_context()
            sock = context.wrap_socket(sock, server_hostname=self._target.host)
        self.sock = sock

    def hang_up(self) -> None:
        """Ends the connection at once, from another thread."""
        if self.sock is not None:
            with suppress(OSError):
                self.sock.shutdown(socket.SHUT_RDWR)


def _headers(target: Target) -> dict[str, str]:
    return {
        "Host": urlsplit(target.url).netloc,
        "User-Agent": USER_AGENT,
        "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }


def _page(asked: str, here: str, answer: _Answer) -> Fetched:
    if answer.status != 200:
        seconds = answer.headers.get("Retry-After", "")
        raise NotFetched(
            asked,
            f"the site answers with {answer.status}",
            again=answer.status in _AGAIN,
            wait=float(seconds) if seconds.isdigit() else None,
        )
    media, charset = answer.headers.get_content_type(), answer.headers.get_content_charset()
    if not media.startswith(_READ):
        raise NotFetched(asked, f"it is {media}, which is no article")
    return Fetched(here, answer.body, media, charset)


def _inflater(encoding: str | None, url: str) -> "zlib._Decompress | None":
    """What undoes a content encoding, None for none. It was not asked for, and comes anyway."""
    if encoding in (None, "", "identity"):
        return None
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise NotFetched(url, f"it comes packed as {encoding}, which was not asked for")
    return zlib.decompressobj(wbits=47)  # either of the two
