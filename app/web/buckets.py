"""Token buckets: how much each client may ask for, in bounded memory."""

from collections import OrderedDict
from ipaddress import IPv6Address, ip_address, ip_network
from threading import Lock

#: Clients remembered at once; whoever asked longest ago is forgotten, with a bucket long full.
MOST_CLIENTS = 20_000


class Buckets:
    """One bucket a client: filled with `burst` units, refilled by `per_second`, never above.

    20,000 of them take about 5 MB. The caller gives the time, in seconds of any steady clock.
    """

    def __init__(self, per_second: float, burst: float, most: int = MOST_CLIENTS) -> None:
        """`most` clients are remembered."""
        self.per_second, self.burst, self.most = per_second, burst, most
        self._held: OrderedDict[str, tuple[float, float]] = OrderedDict()  # units, as of when
        self._lock = Lock()

    def take(self, client: str, units: float, now: float) -> float:
        """Takes `units` for a client: 0 where there are enough, else the seconds to wait.

        A refused request takes nothing, so who keeps asking too soon is not punished for it.
        """
        units = min(units, self.burst)  # else the dearest page could never be had
        with self._lock:
            held, since = self._held.pop(client, (self.burst, now))
            held = min(self.burst, held + max(0.0, now - since) * self.per_second)
            wait = max(0.0, (units - held) / self.per_second)
            self._held[client] = (held if wait else held - units, now)
            while len(self._held) > self.most:
                self._held.popitem(last=False)
        return wait

    def __len__(self) -> int:
        return len(self._held)


class Clients:
    """Tells clients apart by their network address, and knows who is not limited."""

    def __init__(self, unlimited: str) -> None:
        """`unlimited` names addresses and networks, separated by commas.

        Raises ValueError where one of them is neither.
        """
        named = [part.strip() for part in unlimited.split(",") if part.strip()]
        self._unlimited = [ip_network(part, strict=False) for part in named]

    def name(self, host: str | None) -> str | None:
        """What a client is counted as: its IPv4 address, or its IPv6 network of 64 bits.

        None for who is not limited, and where there is no address to tell clients apart by:
        behind a socket file only the server in front knows them.
        """
        try:
            address = ip_address((host or "").partition("%")[0])
        except ValueError:
            return None
        if isinstance(address, IPv6Address):
            address = address.ipv4_mapped or address
        if any(address in network for network in self._unlimited):
            return None
        if isinstance(address, IPv6Address):
            return str(ip_network((address, 64), strict=False))
        return str(address)
