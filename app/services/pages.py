"""Pages of the web that are taken in like files."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from app.config import Settings
from app.domain.documents import StatedMetadata
from app.errors import ArchiveError, UnreadableDocument
from app.reading.registry import open_source
from app.reading.source import Found, Limits, Source
from app.services.fetch_targets import NotFetched
from app.services.fetching import Fetcher


@dataclass(frozen=True, slots=True)
class Pages:
    """The addresses of pages, in the order they are asked for, and what fetches them."""

    addresses: Sequence[str]
    fetcher: Fetcher

    def found_at(self, address: str, limits: Limits) -> Iterator[Found]:
        """What is at an address: a page, or the entries of a feed; why not, as a value."""
        try:
            page = self.fetcher.fetch(address)
        except NotFetched as problem:
            yield UnreadableDocument(address, problem.reason)
            return
        yield from open_source(
            Source(
                name=address,
                origin=address,
                handle=BytesIO(page.content),
                size=len(page.content),
                limits=limits,
                stated=StatedMetadata(url=page.url),
                charset=page.charset,
                packed=True,  # an archive from the web is to be fetched and looked at by a person
            )
        )


def is_address(words: str) -> bool:
    """Whether something that was asked for is a page on the web and no path."""
    return words.lower().startswith(("http://", "https://"))


def pages_of(settings: Settings, addresses: Sequence[str], listed: Path | None) -> Pages | None:
    """The pages asked for, by themselves and in a file with one address a line; None for none.

    Raises ArchiveError where nothing is to be fetched (`ONRECORD_FETCH`), or the file is wrong.
    """
    wanted = list(dict.fromkeys([*addresses, *(_listed_in(listed) if listed else ())]))
    if not wanted:
        return None
    if not settings.fetch:
        raise ArchiveError(
            "nothing is fetched from the web unless you allow it; add --allow-network, or set "
            "ONRECORD_FETCH=on"
        )
    return Pages(wanted, Fetcher(settings.max_document_bytes))


def _listed_in(path: Path) -> list[str]:
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ArchiveError(f"the list {path} cannot be read ({error}); check it") from error
    addresses = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    for address in addresses:
        if not is_address(address):
            raise ArchiveError(f'"{address[:80]}" in {path} is no web address; mend the line')
    return addresses
