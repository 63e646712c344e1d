"""Through whom words reached print: told to an agency, taken from one, or cited at the end."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.date_words import DateForm, DateWords, find_date_words
from app.domain.documents import ParsedArticle
from app.domain.gazetteer import Gazetteer
from app.domain.resolved import Finding
from app.domain.spans import Span
from app.resolution.frames import Frame
from app.resolution.phrases import PhraseIndex
from app.resolution.stations import STATION

_BRACKETS = re.compile(r"\((?!see\b)(?P<inside>[^()\n]{3,120})\)", re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?:told|telling|interview(?:ed)? (?:with|by|to|in|on)|speaking (?:to|with|on)"
    r"|spoke (?:to|with)"
    r"|statement to|(?:article|column|op-ed|commentary) (?:in|for)|writing in|wrote (?:in|to)"
    r"|(?:[Qq]uoted|[Cc]ited|[Cc]arried|[Pp]ublished)(?: as saying)? by|remarks to"
    r"|(?:e-?mail|letter|message|e-?mailed|texted|faxed) to|e-?mailed"
    r"|comments to|on)\s+(?:the )?(?:Russian |French |German |British |state |[A-Z][\w-]+[’']s )?"
    r"(?:newspaper |daily |(?:news )?agency |broadcaster |magazine )?(?:[\w-]+ )?[\"'“‘]?$"
)
_TOLD_ITSELF = re.compile(r"\b(?:told|telling|interview(?:ed)? (?:with|by|to)) (?:the )?$")
_REPORTED = re.compile(
    r"['”’]?\s+(?:news agency |newspaper )?(?:reported|reports|said|quoted|cited)\b"
)
_ACCORDING = re.compile(
    r"\b(?:according to|via|reported by|quoting|citing)\s+(?:the )?$", re.IGNORECASE
)
#: The last word of the names of newspapers.
_PAPER = (
    r"(?:Times|Post|Herald|Tribune|Observer|Guardian|Telegraph|Mirror|Gazette|Chronicle|Courier"
    r"|Examiner|Inquirer|Dispatch|Sentinel|Journal|Independent|Globe|Mail|Echo|Argus|Bugle"
    r"|Advertiser|Press|Star|Sun|Standard|Reporter|News)"
)
#: "Told the Greek daily Kathimerini", "in an interview with the weekly “Vreme”": what names itself
#: a paper or a station needs not be known.
_UNKNOWN = re.compile(
    r"\b(?:told|telling|interview(?:ed)? (?:with|by|to|for)|(?:speaking|spoke) (?:to|with|on)"
    r"|statement to|remarks to|comments to|article (?:in|for)|wrote in)\s+"
    r"(?:(?:the|an?|his|her) )?(?:[A-Z][\w-]+ )?"
    r"(?:state(?:-owned|-run)? |public |local |business )?"
    r"(?:newspaper|daily|weekly|paper|magazine|tabloid|broadcaster|news agency|news site|newswire"
    r"|(?:TV|television) (?:channel|station)|radio station)\s+[\"'“‘]?"
    r"(?P<name>[A-ZÀ-Þ][\w.-]*"
    r"(?: (?:[A-ZÀ-Þ][\w.-]*|[1-9]\d?|(?:de|la|le|di|der) [A-ZÀ-Þ]\w+)){0,3})"
)
#: "Told Germany's Bild newspaper", "told Herald radio": the same, with the sort behind the name.
_UNKNOWN_SORT = re.compile(
    r"\b(?:told|telling|interview(?:ed)? (?:with|by|to|for)|statement to|remarks to|comments to)"
    r" (?:the )?(?:[A-Z][\w-]+[’']s )?"
    r"(?P<name>[A-ZÀ-Þ][\w.-]*(?: (?:am |de )?[A-ZÀ-Þ][\w.-]*){0,3})"
    r" (?:newspaper|daily|weekly|magazine|news agency|news site|website|television|radio)\b"
    r"(?! (?:reporters?|hosts?|show|interview|editor))"
)
#: "Told Channel 4", "e-mailed to RTL", "a letter to the Lisbon Herald": by its name alone it is a
#: station or a paper.
_BY_NAME = re.compile(
    r"\b(?:told|telling|interview(?:ed)? (?:with|by|to|for)|(?:speaking|spoke) (?:to|with)"
    r"|(?:statement|remarks|comments|letter|message|e-?mail|e-?mailed) (?:e-?mailed )?to)"
    r"\s+[\"'“‘]?"
    rf"(?P<name>(?:the )?(?![WK][A-Z]{{2,3}}\b){STATION}(?!\w|[’'\"”])(?! [A-Z])"
    rf"|[Tt]he (?:(?:[A-ZÀ-Þ][\w.-]+ ){{0,3}}{_PAPER}|Daily [A-Z]\w+))\b"
    r"(?![’'-]|\s(?:[A-Z]|of\b|reporters?\b|hosts?\b))"
)
_LEAD = 25  # characters quoted before the name of an outlet


_UNKNOWNS = (_UNKNOWN, _UNKNOWN_SORT, _BY_NAME)


@dataclass(frozen=True, slots=True)
class Citation:
    """ "(Interfax II, July 1)": the outlets it names, and the date beside them."""

    span: Span
    outlets: tuple[str, ...]
    date: DateWords | None
    words: str


class Channels:
    """Finds through whom each quotation of an article reached print."""

    def __init__(self, article: ParsedArticle, gazetteer: Gazetteer) -> None:
        """Find the citations in `article` by the outlets that `gazetteer` knows."""
        self._text, self._own = article.text, article.outlet
        line = article.dateline
        self._is_dispatch = line is not None and line.agency is not None
        self._paragraphs = [paragraph.start for paragraph in article.paragraphs]
        self._names = PhraseIndex(
            (name, outlet.name)
            for outlet in gazetteer.outlets
            for name in (outlet.name, *outlet.aliases)
            if len(name) > 1
        )
        whole = Span(
            article.paragraphs[0].start if article.paragraphs else article.span.start,
            article.span.end,
        )
        self._citations = [
            c for m in _BRACKETS.finditer(self._text, *whole) if (c := self._read(m))
        ]
        self._ends = [citation.span.end for citation in self._citations]

    def _read(self, match: re.Match[str]) -> Citation | None:
        """A bracket that cites: outlets with a date, and next to nothing else."""
        inside = match["inside"]
        outlets = tuple(
            dict.fromkeys(
                names[0] for span, names in self._names.find(inside) if inside[span.start].isupper()
            )
        )
        if not outlets or inside != inside.strip():
            return None
        dates = list(find_date_words(self._text, Span(match.start("inside"), match.end("inside"))))
        day = next((d for d in dates if d.form is DateForm.DAY), None)
        return Citation(Span(*match.span()), outlets, day, match.group()) if day else None

    def citation(self, content: Sequence[Span]) -> Citation | None:
        """The citation at the end of the passage that the words stand in.

        A bracket vouches for its paragraph up to the bracket before it, and for the paragraphs
        above that have none; not for those in a dispatch that has a source of its own.
        """
        end = max(span.end for span in content)
        number = bisect_left(self._ends, end)
        if number == len(self._citations):
            return None
        cited = self._citations[number]
        here = self._paragraph(end - 1)
        if self._paragraph(cited.span.start) == here:
            return cited
        before = self._paragraph(self._ends[number - 1] - 1) if number else -1
        own = self._is_dispatch or self._own in cited.outlets
        return None if own or before == here else cited

    def _paragraph(self, at: int) -> int:
        return bisect_right(self._paragraphs, at) - 1

    def told(self, frame: Frame) -> Finding | None:
        """The outlet the words were told to or taken from; None where their sentence names none.

        The article's own outlet counts where it was told: "he told Xinhua".
        """
        for piece in frame.outside:
            words = piece.of(self._text)
            for span, names in self._names.find(words):
                if not words[span.start : span.end].removeprefix("the ")[:1].isupper():
                    continue
                before, after = words[: span.start][-60:], words[span.end : span.end + 30]
                if names[0] == self._own and not _TOLD_ITSELF.search(before):
                    continue
                if _TOLD.search(before) or _ACCORDING.search(before) or _REPORTED.match(after):
                    lead = before.rpartition("\n")[2]
                    lead = lead if len(lead) <= _LEAD else lead[-_LEAD:].partition(" ")[2]
                    phrase = (lead + words[span.start : span.end]).lstrip(" ,;")
                    return Finding(names[0], f'"{phrase}"')
            if unknown := next(filter(None, (p.search(words) for p in _UNKNOWNS)), None):
                name = unknown["name"].rstrip(".").removeprefix("the ")
                if self._own and self._own.endswith(f" {name}"):
                    name = self._own  # "told The Herald", in the Lisbon Herald
                return Finding(name, f'"{unknown.group()}"')
        return None


def cited_as(citation: Citation | None) -> Finding | None:
    """The outlets of the citation that vouches for words, as their channel."""
    if citation is None:
        return None
    return Finding("/".join(citation.outlets), f'the source is given as "{citation.words}"')
