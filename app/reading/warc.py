"""Web archives (WARC), by warcio: the articles among the pages of a crawl."""

import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

from app.domain.documents import LeftOut, StatedMetadata
from app.errors import UnreadableDocument
from app.reading.source import Found, Source, web_address

Record = Any  # warcio has no types

_KINDS = frozenset(["response", "resource", "conversion"])
#: What a server calls the things that readers here understand.
_READ = frozenset(
    [
        "text/html",
        "application/xhtml+xml",
        "text/plain",
        "application/pdf",
        "application/rss+xml",
        "application/atom+xml",
        "application/xml",
        "text/xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ]
)
_PIECE = 65_536  # bytes


def is_warc(start: bytes) -> bool:
    """Whether a file starts as a web archive does, packed by gzip or not."""
    if start.startswith(b"\x1f\x8b"):
        try:
            start = zlib.decompressobj(wbits=31).decompress(start, 16)
        except zlib.error:
            return False
    return start.startswith(b"WARC/")


def read_warc(source: Source, read: Callable[[Source], Iterator[Found]]) -> Iterator[Found]:
    """What `read` makes of each page that was captured whole; the rest is left out, and counted.

    Raises UnreadableDocument where the archive is inside another, or unpacks to more than is
    allowed: what was read before that stays read.
    """
    if source.packed:
        raise UnreadableDocument(
            source.name, "it is an archive inside an archive; unpack the outer one first"
        )
    # warcio is only needed where a web archive is read.
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    crawl = _Crawl(source)
    try:
        records = ArchiveIterator(source.handle)
        for number, record in enumerate(records, start=1):
            member = crawl.member(record, number)
            if isinstance(member, Source):
                yield from read(member)
            elif member is not None:
                yield member
        if records.offset < source.size:  # the library drops half a record without a word
            raise EOFError("its last record is not whole")
    except (ArchiveLoadFailed, zlib.error, EOFError, ValueError, AttributeError) as error:
        yield UnreadableDocument(source.name, f"the web archive is damaged ({error}); copy it anew")
    if crawl.left_out:
        parts = (f"{n:,} {kind}" for kind, n in crawl.left_out.most_common())
        yield LeftOut(source.name, f"records that are no pages were left out: {', '.join(parts)}")


class _Crawl:
    """Takes the records one by one and counts what they unpack to."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.left_out: Counter[str] = Counter()
        self._unpacked = 0

    def member(self, record: Record, number: int) -> Source | UnreadableDocument | None:
        """The record as a source of its own; None where it is no page."""
        kind = record.rec_type
        address = record.rec_headers.get_header("WARC-Target-URI") or f"record {number}"
        media, charset = _media_type(record)
        status = record.http_headers.get_statuscode() if record.http_headers else "200"
        if kind not in _KINDS or media not in _READ or status != "200":
            what = kind if kind not in _KINDS else media if status == "200" else f"status {status}"
            if kind in _KINDS:
                self.left_out[what or "without a type"] += 1
            self._drain(record)
            return None
        name = f"{self.source.name}, {address}"
        content = self._content(record)
        if content is None:
            most = self.source.limits.document
            return UnreadableDocument(name, f"it has more than the {most:,} bytes allowed")
        page = web_address(address)
        return Source(
            name=page or name,
            origin=f"{self.source.origin}#{address}",
            handle=BytesIO(content),
            size=len(content),
            limits=self.source.limits,
            stated=StatedMetadata(url=page) if page else None,
            charset=charset,
            packed=True,
        )

    def _content(self, record: Record) -> bytes | None:
        """The page's bytes as its server sent them, unpacked; None where they are too many."""
        stream, parts, size = record.content_stream(), [], 0
        while piece := stream.read(_PIECE):
            size += len(piece)
            self._count(len(piece))
            if size > self.source.limits.document:
                self._drain(record)
                return None
            parts.append(piece)
        if getattr(record.raw_stream, "limit", 0) > 0:  # bytes it should have had still
            raise EOFError("it ends in the middle of a record")
        return b"".join(parts)

    def _drain(self, record: Record) -> None:
        # Read here and not by the library, so that what is skipped counts too.
        while piece := record.raw_stream.read(_PIECE):
            self._count(len(piece))

    def _count(self, size: int) -> None:
        self._unpacked += size
        most = self.source.limits.unpacked
        if self._unpacked > most:
            raise UnreadableDocument(
                self.source.name, f"it unpacks to more than the {most:,} bytes allowed; split it"
            )


def _media_type(record: Record) -> tuple[str, str | None]:
    headers = record.http_headers or record.rec_headers
    value = headers.get_header("Content-Type") or ""
    media, _, rest = value.partition(";")
    charset = rest.partition("charset=")[2].split(";")[0].strip(" \"'") or None
    return media.strip().lower(), charset
