"""Ready citations: APA, MLA, Chicago, BibTeX, RIS and CSL-JSON. Pure functions of a statement.

What is cited is the statement as this archive holds it; the article it stands in is named so
that the source can be found without the archive.
"""

import re
from typing import Any

from app.domain.dates import PartialDate
from app.domain.qualified import bare_name
from app.domain.quotations import SpeechKind
from app.schemas.citation import CitationFiles, Citations
from app.schemas.common import DateShown
from app.schemas.statement import StatementRecord

# MLA's short months; the others are their first three letters and a full stop.
_SHORT = {5: "May", 6: "June", 7: "July", 9: "Sept."}
_TITLE_WORDS = 20  # APA names a work without a title by its first words
# Quotation marks would make the reporter's words the speaker's; a paraphrase is named as one.
_PARAPHRASED = "[Paraphrased statement]"
_BIBTEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "%": r"\%",
        "&": r"\&",
        "_": r"\_",
        "#": r"\#",
        "$": r"\$",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def citations_of(statement: StatementRecord, site_name: str) -> Citations:
    """The statement cited in each style."""
    told = _speaker(statement), first_words(statement.text), _source(statement), site_name
    return Citations(
        apa=_apa(statement, *told), mla=_mla(statement, *told), chicago=_chicago(statement, *told)
    )


def citation_files_of(statement: StatementRecord, site_name: str) -> CitationFiles:
    """The statement cited in each format."""
    told = _speaker(statement), first_words(statement.text), _source(statement), site_name
    return CitationFiles(
        bibtex=_bibtex(statement, *told), ris=_ris(statement, *told), csl=_csl(statement, *told)
    )


def first_words(text: str) -> str:
    """The first twenty words on one line, with an ellipsis where more follow.

    The comma that a quotation ends with before its cue is not part of a title.
    """
    words = text.split()
    shown = " ".join(words[:_TITLE_WORDS]).rstrip(",;:")
    return shown if len(words) <= _TITLE_WORDS else shown.rstrip(".… ") + "…"


def _apa(one: StatementRecord, who: str, title: str, source: str, site: str) -> str:
    name = inverted(who, initials=True) if one.speaker else who
    when = date_in(one.said_on, "{year}, {month} {day}", "n.d.")
    what = _PARAPHRASED if _is_paraphrase(one) else "[Statement]"
    work = f"{title.rstrip('.')} {what}. In {full_stop(source)}"
    return f"{full_stop(name)} ({when}). {work} {site}. {one.canonical}"


def _mla(one: StatementRecord, who: str, title: str, source: str, site: str) -> str:
    name = inverted(who) if one.speaker else who
    when = date_in(one.said_on, "{day} {short} {year}", "date not known")
    work = (
        f"{title.rstrip('.')} {_PARAPHRASED}." if _is_paraphrase(one) else f"“{full_stop(title)}”"
    )
    return f"{full_stop(name)} {work} {when}. {full_stop(source)} {site}, {one.canonical}."


def _chicago(one: StatementRecord, who: str, title: str, source: str, site: str) -> str:
    when = date_in(one.said_on, "{month} {day}, {year}", "n.d.")
    title = title.rstrip(".")
    work = f"{title} {_PARAPHRASED}," if _is_paraphrase(one) else f"“{title},”"
    return f"{who}, {work} {when}, in {source}, {site}, {one.canonical}."


def _is_paraphrase(one: StatementRecord) -> bool:
    return one.kind is SpeechKind.INDIRECT


def _bibtex(one: StatementRecord, who: str, title: str, source: str, site: str) -> str:
    fields = {
        "author": "{" + bibtex_text(who) + "}",
        "title": "{" + bibtex_text(title) + "}",
        "howpublished": bibtex_text(f"In {source}; {site}"),
        "year": (one.said_on.iso or "")[:4],
        "month": (one.said_on.iso or "")[5:7],
        "note": bibtex_text(f"Said on {one.said_on.words}"),
        "url": one.canonical,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{one.id},", *lines, "}", ""])


def _ris(one: StatementRecord, who: str, title: str, source: str, site: str) -> str:
    date = (one.said_on.iso or "").replace("-", "/")
    pairs = [
        ("TY", "NEWS"),
        ("ID", one.id),
        ("AU", inverted(who) if one.speaker else who),
        ("TI", title),
        ("T2", source),
        ("PY", date[:4]),
        ("DA", date),
        ("DB", site),
        ("UR", one.canonical),
        ("ER", ""),
    ]
    lines = [f"{tag}  - {ris_text(value)}" for tag, value in pairs if value or tag == "ER"]
    return "\r\n".join(lines) + "\r\n"


def _csl(one: StatementRecord, who: str, title: str, source: str, site: str) -> dict[str, Any]:
    record: dict[str, Any] = {
        "id": one.id,
        "type": "article-newspaper",
        "title": title,
        "author": [{"literal": who}],
        "container-title": source,
        "archive": site,
        "URL": one.canonical,
    }
    if one.said_on.iso:
        record["issued"] = {"date-parts": [[int(part) for part in one.said_on.iso.split("-")]]}
    return record


def bibtex_text(text: str) -> str:
    """`text` on one line, with the characters escaped that mean something to BibTeX."""
    return ris_text(text).translate(_BIBTEX)


def ris_text(text: str) -> str:
    """`text` on one line: a line break would begin another field."""
    return re.sub(r"[\s\x00-\x1f\x85\u2028\u2029]+", " ", text).strip()


def _speaker(one: StatementRecord) -> str:
    if one.speaker:
        return bare_name(one.speaker.name)  # which of two people is no part of the name
    described = ris_text(one.speaker_description or "Speaker not known")
    return f"{described[:1].upper()}{described[1:]}"


def _source(one: StatementRecord) -> str:
    """The article, its outlet and its date: “Headline”, RT, 8 December 2011."""
    outlet = [one.outlet.name] if one.outlet else []
    date = [one.published.words] if one.published.iso else []
    return ", ".join([f"“{ris_text(one.article.headline)}”", *outlet, *date])


def inverted(name: str, *, initials: bool = False) -> str:
    """ "Lavrov, Sergey" or "Lavrov, S."; a single name stays as it is."""
    *given, family = name.split()
    if not given:
        return name
    first = " ".join(f"{part[0]}." for part in given) if initials else " ".join(given)
    return f"{family}, {first}"


def date_in(date: DateShown, pattern: str, unknown: str) -> str:
    """A date by a pattern of {year}, {month}, {short} and {day}; in words where no day is known."""
    if date.iso is None:
        return date.words if date.precision else unknown
    first = PartialDate.from_iso(date.iso).first
    if len(date.iso) == 10:
        short = _SHORT.get(first.month, f"{first:%b}.")
        return pattern.format(year=first.year, month=f"{first:%B}", day=first.day, short=short)
    return date.words


def full_stop(text: str) -> str:
    """`text` with a full stop, unless it ends in a mark of its own."""
    return text if text.endswith((".", "…", "?", "!")) else text + "."
