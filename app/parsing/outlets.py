"""Finds known outlets in the words that a page or dateline names one with."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from app.domain.gazetteer import KnownOutlet


class OutletNames:
    """Outlets by name, alias and address, case and article ignored."""

    def __init__(self, outlets: Iterable[KnownOutlet]) -> None:
        """Index the names of `outlets`."""
        self._names: dict[str, str] = {}
        self._domains: dict[str, str] = {}
        for outlet in outlets:
            for name in (outlet.name, *outlet.aliases):
                self._names.setdefault(_key(name), outlet.name)
            for domain in outlet.domains:
                self._domains.setdefault(domain.lower(), outlet.name)

    def find(self, printed: str) -> str | None:
        """The archive's name of the outlet that the words are, None where none is known by them."""
        return self._names.get(_key(printed))

    def at(self, url: str) -> str | None:
        """The outlet at whose address a page stands."""
        host = (urlsplit(url).hostname or "").lower()
        while host:
            if host in self._domains:
                return self._domains[host]
            host = host.partition(".")[2]
        return None


def _key(name: str) -> str:
    words = re.sub(r"[^\w]+", " ", name.casefold()).strip()
    return words.removeprefix("the ")
