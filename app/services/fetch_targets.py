"""Which web addresses may be asked for: public machines only, by the address they really have.

Whoever can name an address to be fetched could otherwise make this machine ask its own network
(RELIABILITY case B27; OWASP ASVS 1.3.6). So a host is resolved here, every address it has must
be public, and the connection goes to the address that was checked and to no other.
"""

import ipaddress
import socket
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from app.errors import ArchiveError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

#: Gives every address that a host name has.
Resolve = Callable[[str, int], Sequence[str]]

_PORTS = {"http": 80, "https": 443}
_LONGEST = 2_000  # characters

#: IPv6 networks that carry IPv4 addresses inside: what is meant cannot be seen from outside.
_CARRIERS = [
    ipaddress.ip_network(net)
    for net in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")
]


class NotFetched(ArchiveError):
    """An address that was not fetched, and why.

    `again` says that another time it might be, after `wait` seconds where the site says so.
    """

    def __init__(
        self, url: str, reason: str, *, again: bool = False, wait: float | None = None
    ) -> None:
        super().__init__(f"{url}: {reason}")
        self.url, self.reason, self.again, self.wait = url, reason, again, wait


@dataclass(frozen=True, slots=True)
class Target:
    """A web address and the checked network address that alone may be connected to."""

    url: str
    scheme: str
    host: str
    port: int
    address: str
    path: str  # with the query


def resolve_host(host: str, port: int) -> Sequence[str]:
    """Every address of a host, by the system's resolver. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]


def is_public(address: Address) -> bool:
    """Whether an address is one of the open Internet: no private, local or reserved network."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
        if any(address in network for network in _CARRIERS):
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def target_of(
    url: str,
    resolve: Resolve = resolve_host,
    allowed: Callable[[Address], bool] = is_public,
    ports: Container[int] = frozenset(_PORTS.values()),
) -> Target:
    """Where to connect for a web address. Raises NotFetched where it may not be asked for."""
    parts, host = _parts(url)
    scheme = parts.scheme.lower()
    try:
        port = parts.port or _PORTS[scheme]
    except ValueError:
        raise NotFetched(url, "its port is no port") from None
    if port not in ports:
        raise NotFetched(url, f"port {port} is not one that web pages are served at")
    try:
        found = resolve(host, port)
    except (OSError, UnicodeError) as error:
        reason = f"the host {host} was not found ({error}); check the address"
        raise NotFetched(url, reason, again=True) from error
    addresses = [_address(text, url) for text in found]
    # One address that is not public is enough: the next look-up could give that one alone.
    refused = next((one for one in addresses if not allowed(one)), None)
    if refused is not None or not addresses:
        raise NotFetched(
            url, f"{host} is {refused or 'nowhere'}, which is not on the public Internet; refused"
        )
    path = parts.path or "/"
    return Target(
        url=url,
        scheme=scheme,
        host=host,
        port=port,
        address=str(addresses[0]),
        path=f"{path}?{parts.query}" if parts.query else path,
    )


def _parts(url: str) -> tuple[SplitResult, str]:
    if len(url) > _LONGEST or not url.isprintable() or any(c.isspace() or c == "\\" for c in url):
        raise NotFetched(url[:80], "it is no web address; check it")
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        raise NotFetched(url, "it is no web address; check it") from None
    if parts.scheme.lower() not in _PORTS:
        raise NotFetched(url, "only http and https addresses are fetched")
    if parts.username is not None or parts.password is not None or "@" in parts.netloc:
        raise NotFetched(url, "it carries a name or password, which are never sent; leave them out")
    if not host:
        raise NotFetched(url, "it names no host; check it")
    if ":" in host:
        return parts, host
    try:
        return parts, host.encode("idna").decode("ascii")
    except UnicodeError:
        raise NotFetched(url, "its host has a name that cannot be; check it") from None


def _address(text: str, url: str) -> Address:
    try:
        return ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        raise NotFetched(url, f"its host has an address that is none ({text})") from None
