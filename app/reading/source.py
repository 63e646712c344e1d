"""What readers are handed: a file, or a part of one, before it is known what it holds."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from io import BytesIO
from pathlib import PurePath
from typing import BinaryIO

from app.domain.documents import LeftOut, SourceDocument, StatedMetadata
from app.errors import UnreadableDocument
from app.reading.decoding import check_text
from app.reading.sidecar import Sidecar

#: What reading gives: a document, what could not be read, or what is no article; with reasons.
Outcome = SourceDocument | UnreadableDocument | LeftOut

#: A reader: everything in one source.
Reader = Callable[["Source"], Iterator[Outcome]]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read, in bytes: of one document, and of all that an archive unpacks to."""

    document: int
    unpacked: int


@dataclass(frozen=True, slots=True)
class Source:
    """One file, or one member of an archive. `handle` is at its start and can be sought.

    `stated` is what the archive says about its member (a web archive knows addresses);
    `beside` gives the sidecar; `packed` says that it came out of an archive.
    """

    name: str
    origin: str
    handle: BinaryIO
    size: int
    limits: Limits
    beside: Sidecar | None = None
    stated: StatedMetadata | None = None
    charset: str | None = None  # as whoever delivered it said
    packed: bool = False

    @property
    def suffix(self) -> str:
        """The end of its name, in lower case: ".html"."""
        return PurePath(self.name).suffix.lower()

    @property
    def base(self) -> str:
        """Its name without folders."""
        return PurePath(self.name).name

    def content(self) -> bytes:
        """All its bytes. Raises UnreadableDocument, before reading, where they are too many."""
        if self.size > self.limits.document:
            raise UnreadableDocument(
                self.name,
                f"it has {self.size:,} bytes, more than the {self.limits.document:,} allowed; "
                "split it, or raise ONRECORD_MAX_DOCUMENT_BYTES",
            )
        return self.handle.read(self.limits.document)

    def unread(self) -> "Unread":
        """The same with its bytes in memory. Raises UnreadableDocument where they are too many."""
        return Unread(
            name=self.name,
            origin=self.origin,
            content=self.content(),
            limits=self.limits,
            beside=self.beside.kept() if self.beside else None,
            stated=self.stated,
            charset=self.charset,
            packed=self.packed,
        )

    def document(
        self,
        content: bytes,
        text: str,
        reader: str,
        *,
        found: StatedMetadata | None = None,
        warnings: tuple[str, ...] = (),
        dropped: float | None = None,
    ) -> SourceDocument:
        """The document that a reader made of it; `found` is what the file says about itself.

        What a sidecar states goes first, then what the file says, then what its archive says.
        Raises UnreadableDocument where the text cannot be stored or the sidecar is wrong.
        """
        check_text(text, self.name)
        sidecar, more = self.beside.metadata(self.name) if self.beside else (None, ())
        return SourceDocument(
            name=self.name,
            origin=self.origin,
            content=content,
            sha256=hashlib.sha256(content).hexdigest(),
            text=text,
            reader=reader,
            metadata=merged(sidecar, found, self.stated),
            warnings=(*warnings, *more),
            dropped=dropped,
        )


@dataclass(frozen=True, slots=True)
class Unread:
    """One document that is still to be read, with all that its reader is told.

    It holds no open file, so that another process can read it. The fields are those of a Source.
    """

    name: str
    origin: str
    content: bytes
    limits: Limits
    beside: Sidecar | None = None
    stated: StatedMetadata | None = None
    charset: str | None = None
    packed: bool = False

    def source(self) -> Source:
        """What a reader is handed."""
        return Source(
            name=self.name,
            origin=self.origin,
            handle=BytesIO(self.content),
            size=len(self.content),
            limits=self.limits,
            beside=self.beside,
            stated=self.stated,
            charset=self.charset,
            packed=self.packed,
        )


#: What looking into a file gives: all that reading gives, and documents still to be read.
Found = Outcome | Unread


def merged(*stated: StatedMetadata | None) -> StatedMetadata | None:
    """Each key from the first that states it; None where none states anything at all."""
    given = [one for one in stated if one is not None]
    if not given:
        return None
    return StatedMetadata(
        **{
            field.name: next((v for one in given if (v := getattr(one, field.name))), None)
            for field in fields(StatedMetadata)
        }
    )


def shown(text: str | None) -> str | None:
    """A stated value on one line, None where nothing can be stored of it."""
    if text is None:
        return None
    words = " ".join(text.split())
    unfit = any(c == "\0" or "\ud800" <= c <= "\udfff" for c in words)
    return None if unfit or not words else words


def web_address(text: str | None) -> str | None:
    """The address of a page on the web, None for any other address: no scripts, no files."""
    words = (text or "").strip()
    plain = words.lower().startswith(("http://", "https://"))
    return words if plain and not any(c.isspace() for c in words) else None
