"""RSS and Atom files: one article an entry."""

import hashlib
import re
from collections.abc import Iterator
from io import BytesIO
from itertools import count
from typing import Any

from app.domain.documents import SourceDocument, StatedMetadata
from app.errors import UnreadableDocument
from app.reading.blocks import text_of
from app.reading.decoding import check_text
from app.reading.source import Outcome, Source, shown, web_address

Entry = Any  # feedparser has no types

READER = "feed/1"

_ROOT = re.compile(rb"<(?:rss|feed|(?:rdf:)?RDF)\b", re.IGNORECASE)
_ENTRIES = frozenset(["item", "entry"])


def is_feed(start: bytes) -> bool:
    """Whether a file starts as an RSS or Atom feed does."""
    first = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    return first.startswith(b"<") and bool(_ROOT.search(start)) and b"<html" not in start.lower()


def read_feed(source: Source) -> Iterator[Outcome]:
    """The document in each entry; an entry without text does not stop the rest.

    Raises UnreadableDocument where the file is no feed, or declares a document type: that is
    how XML reaches for other files or grows without end, and no feed needs one.
    """
    content = source.content()
    entries_as_they_came = _entries(content, source.name)
    # feedparser and lxml are heavy, and only needed where a feed is read.
    import feedparser

    # In a stream: bytes themselves would be tried as the name of a file.
    feed = feedparser.parse(BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    if not feed.get("version"):
        raise UnreadableDocument(
            source.name, "it is XML, but neither RSS nor Atom; give the article as HTML or text"
        )
    if not feed.entries:
        raise UnreadableDocument(source.name, "the feed has no entries")
    whole = len(entries_as_they_came) != len(feed.entries)
    outlet, language = shown(feed.feed.get("title")), shown(feed.feed.get("language"))
    for number, entry in zip(count(1), feed.entries, strict=False):
        raw = content if whole else entries_as_they_came[number - 1]
        try:
            yield _read_entry(entry, raw, source, number, _Feed(outlet, language))
        except UnreadableDocument as problem:
            yield problem


class _Feed:
    def __init__(self, outlet: str | None, language: str | None) -> None:
        self.outlet, self.language = outlet, language


class _Slices:
    """Takes from the parser where each entry starts and ends, in bytes of the file."""

    def __init__(self) -> None:
        self.found: list[tuple[int, int]] = []
        self.parser: Any = None
        self._open: list[int] = []

    def start(self, tag: str, _attributes: dict[str, str]) -> None:
        if tag.rpartition("}")[2] in _ENTRIES:
            self._open.append(self.parser.CurrentByteIndex)

    def end(self, tag: str) -> None:
        if tag.rpartition("}")[2] in _ENTRIES:
            start, end = self._open.pop(), self.parser.CurrentByteIndex
            if not self._open:
                self.found.append((start, end))

    def data(self, _words: str) -> None: ...

    def close(self) -> None: ...


def _entries(content: bytes, name: str) -> list[bytes]:
    """The bytes of each entry as they stand in the file, after the file was found harmless."""
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser

    slices = _Slices()
    parser = DefusedXMLParser(target=slices, forbid_dtd=True)
    slices.parser = parser.parser
    try:
        parser.feed(content)
        parser.close()
    except DefusedXmlException as error:
        raise UnreadableDocument(
            name, "it declares a document type, which a feed must not; remove the <!DOCTYPE …>"
        ) from error
    except (ParseError, LookupError, ValueError) as error:
        raise UnreadableDocument(name, f"it is not well-formed XML ({error}); mend it") from error
    return [content[start : content.find(b">", end) + 1] for start, end in slices.found]


def _read_entry(
    entry: Entry, raw: bytes, source: Source, number: int, feed: _Feed
) -> SourceDocument:
    where = f"{source.name}, entry {number:,}"
    text, whole = _text(entry)
    check_text(text, where)
    url = web_address(entry.get("link"))
    name = shown(entry.get("id")) or url or f"{source.base}:{number}"
    stated = StatedMetadata(
        headline=shown(_as_text(entry.get("title") or "")),
        outlet=shown((entry.get("source") or {}).get("title")) or feed.outlet,
        byline=shown(entry.get("author")),
        published=_day(entry),
        url=url,
        language=shown((entry.get("title_detail") or {}).get("language")) or feed.language,
    )
    return SourceDocument(
        name=name,
        origin=f"{source.origin}#{name}",
        content=raw,
        sha256=hashlib.sha256(raw).hexdigest(),
        text=text,
        reader=READER,
        metadata=stated,
        warnings=() if whole else ("the feed gives a summary only, not the whole article",),
    )


def _text(entry: Entry) -> tuple[str, bool]:
    """The longest text of an entry, and whether the feed calls it the content."""
    contents = [_as_text(one.get("value") or "") for one in entry.get("content") or ()]
    summary = _as_text(entry.get("summary") or "")
    content = max(contents, key=len, default="")
    return (content, True) if len(content) >= len(summary) else (summary, bool(contents))


def _as_text(markup: str) -> str:
    from lxml import etree, html  # see read_feed

    if "<" not in markup and "&" not in markup:
        return "\n\n".join(" ".join(b.split()) for b in re.split(r"\n\s*\n", markup) if b.strip())
    try:
        return text_of(html.fragment_fromstring(markup, create_parent="div"))
    except (etree.ParserError, ValueError):
        return ""


def _day(entry: Entry) -> str | None:
    # feedparser has read the date in whatever form it was; only the day is stated for certain.
    moment = entry.get("published_parsed")
    return f"{moment.tm_year:04}-{moment.tm_mon:02}-{moment.tm_mday:02}" if moment else None
