"""Web pages: the main text and what the page states about itself, by trafilatura."""

import logging
import re
from collections.abc import Iterator
from typing import Any

from app.domain.documents import StatedMetadata
from app.errors import UnreadableDocument
from app.reading.blocks import Element, dropped_share, text_of
from app.reading.decoding import check_text, decode
from app.reading.source import Outcome, Source, shown, web_address

Found = Any  # what trafilatura found; it is imported only where it is used

READER = "html/1"

_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"""<meta[^>]{1,200}?charset\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)
_ENCODING = re.compile(rb"""<\?xml[^>]{1,100}?encoding\s*=\s*["']([\w.:-]{2,40})""")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CODE = re.compile(r"<(script|style)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_MOST_ATTRIBUTES = 1_000  # of one tag; the parser's time grows with their square
_HEAD = 4096  # bytes in which a page declares its encoding

#: What no reader of the page sees, or what is not the article, and trafilatura may keep.
_UNSEEN = [
    "//*[@hidden]",
    "//*[@aria-hidden='true']",
    "//*[contains(translate(@style, ' ', ''), 'display:none')]",
    "//*[contains(translate(@style, ' ', ''), 'visibility:hidden')]",
    "//template|//noscript|//dialog|//aside",
    "//*[@role='dialog' or @role='alertdialog' or @role='complementary' or @role='navigation']",
    "//div[contains(@class, 'cookie') or contains(@id, 'cookie')]",
    "//div[contains(@class, 'consent') or contains(@id, 'consent')]",
    "//section[contains(@class, 'cookie') or contains(@id, 'cookie')]",
]
_MOST_DROPPED = 0.3  # share of a page's paragraphs; more than a page's own notices come to


def is_html(start: bytes) -> bool:
    """Whether a file starts as a web page does."""
    return bool(_PAGE.match(start))


def read_html(source: Source) -> Iterator[Outcome]:
    """The article on a web page. Raises UnreadableDocument where there is none."""
    content = source.content()
    page, warnings = _decoded(content, source)
    _check_tags(page, source.name)
    tree = _tree(page, source.name)
    language = shown(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"))
    dropped_of = dropped_share(tree, _UNSEEN)
    found = _extracted(tree)
    text = text_of(found.body) if found is not None else ""
    if not text:
        raise UnreadableDocument(
            source.name, "no article text was found on the page; give the article's own page"
        )
    dropped = dropped_of(text)
    if dropped >= _MOST_DROPPED:
        warnings += (
            f"extraction dropped {int(dropped * 100)} % of the words of the page's paragraphs",
        )
    stated = _stated(found, language)
    yield source.document(
        content, text, READER, found=stated, warnings=warnings, dropped=round(dropped, 3)
    )


def _decoded(content: bytes, source: Source) -> tuple[str, tuple[str, ...]]:
    head = content[:_HEAD]
    declared = _CHARSET.search(head) or _ENCODING.search(head)
    charset = source.charset or (declared[1].decode("ascii", "replace") if declared else None)
    if charset and charset.lower().replace("_", "-") not in ("utf-8", "utf8", "ascii"):
        try:
            page = content.decode(charset)
        except (LookupError, UnicodeDecodeError):
            # Pages often declare what they are not: the bytes are asked.
            page, warnings = decode(content, source.name)
            return page, (f'the page says it is "{charset}", and is not', *warnings)
        check_text(page, source.name)
        return page, ()
    return decode(content, source.name)


def _check_tags(page: str, name: str) -> None:
    for part in _CODE.sub("", page).split(">"):
        tag = part[part.find("<") :]
        if tag[1:2].isalpha() and len(tag) > _MOST_ATTRIBUTES:
            attributes = max(tag.count("="), len(tag.split()))
            if attributes > _MOST_ATTRIBUTES:
                raise UnreadableDocument(
                    name, f"a tag in it has {attributes:,} attributes; no article has such a page"
                )


def _tree(page: str, name: str) -> Element:
    # lxml and trafilatura take a second to import; serving pages must not wait for them.
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    # Not trafilatura's own loader, which refuses a page without <html> around it.
    parser = HTMLParser(collect_ids=False, remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(_DECLARATION.sub("", page, count=1), parser=parser)
    except (ParserError, ValueError) as error:
        raise UnreadableDocument(name, "no article text was found; it is no web page") from error


def _extracted(tree: Element) -> Found:
    from trafilatura import bare_extraction  # see _tree

    # What it misses is told in the run's report, in sentences of our own.
    for library in ("trafilatura", "htmldate"):
        logging.getLogger(library).setLevel(logging.CRITICAL)

    return bare_extraction(
        tree,
        favor_recall=True,
        include_comments=False,
        with_metadata=True,
        prune_xpath=_UNSEEN,
        # Only what the page states: no guess from its text, and no date that hangs on today's.
        date_extraction_params={
            "extensive_search": False,
            "original_date": True,
            "max_date": "2100-12-31",
            "min_date": "1700-01-01",
        },
    )


def _stated(found: Found, language: str | None) -> StatedMetadata:
    outlet = shown(found.sitename)
    if outlet and found.hostname and outlet.lower() in found.hostname.lower():
        outlet = None  # no name was stated: this is the address again, which parsing looks up
    return StatedMetadata(
        headline=shown(found.title),
        outlet=outlet,
        byline=shown(found.author),
        published=shown(found.date),
        url=web_address(found.url),
        language=language,
    )
