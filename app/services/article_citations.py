"""Ready citations of an article, in the styles and formats of `citations`. Pure functions.

The work cited is the publisher's; this archive is named as the place where it was read.
"""

from typing import Any

from app.schemas.article import ArticleRecord
from app.schemas.citation import CitationFiles, Citations
from app.services.citations import bibtex_text, date_in, full_stop, inverted, ris_text


def citations_of_article(article: ArticleRecord, site_name: str, address: str) -> Citations:
    """The article cited in each style; `address` is its full address here."""
    told = *_told(article), site_name, address
    return Citations(
        apa=_apa(article, *told), mla=_mla(article, *told), chicago=_chicago(article, *told)
    )


def citation_files_of_article(
    article: ArticleRecord, site_name: str, address: str
) -> CitationFiles:
    """The article cited in each format; `address` is its full address here."""
    told = *_told(article), site_name, address
    return CitationFiles(
        bibtex=_bibtex(article, *told), ris=_ris(article, *told), csl=_csl(article, *told)
    )


def _told(article: ArticleRecord) -> tuple[str, str, str]:
    """Who wrote it, its title and its outlet."""
    outlet = article.outlet.name if article.outlet else ""
    return ris_text(article.byline or ""), ris_text(article.headline), outlet


def _apa(one: ArticleRecord, who: str, title: str, outlet: str, site: str, address: str) -> str:
    when = date_in(one.published, "{year}, {month} {day}", "n.d.")
    author = inverted(who, initials=True) if who else outlet
    source = f" {full_stop(outlet)}" if who and outlet else ""
    if not author:  # a work without an author begins with its title
        return f"{full_stop(title)} ({when}). {site}. {address}"
    return f"{full_stop(author)} ({when}). {full_stop(title)}{source} {site}. {address}"


def _mla(one: ArticleRecord, who: str, title: str, outlet: str, site: str, address: str) -> str:
    when = date_in(one.published, "{day} {short} {year}", "date not known")
    author = f"{full_stop(inverted(who))} " if who else ""
    source = f"{outlet}, " if outlet else ""
    return f"{author}“{full_stop(title)}” {source}{full_stop(when)} {site}, {address}."


def _chicago(one: ArticleRecord, who: str, title: str, outlet: str, site: str, address: str) -> str:
    when = date_in(one.published, "{month} {day}, {year}", "n.d.")
    parts = [who, f"“{title.rstrip('.')},”", outlet, when, site, address]
    cited = ", ".join(part for part in parts if part)
    return cited.replace(",”,", ",”") + "."


def _bibtex(one: ArticleRecord, who: str, title: str, outlet: str, site: str, address: str) -> str:
    fields = {
        "author": "{" + bibtex_text(who) + "}" if who else "",
        "title": "{" + bibtex_text(title) + "}",
        "journal": bibtex_text(outlet),
        "year": (one.published.iso or "")[:4],
        "month": (one.published.iso or "")[5:7],
        "note": bibtex_text(f"Kept by {site}"),
        "url": address,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@article{{{one.id},", *lines, "}", ""])


def _ris(one: ArticleRecord, who: str, title: str, outlet: str, site: str, address: str) -> str:
    date = (one.published.iso or "").replace("-", "/")
    pairs = [
        ("TY", "NEWS"),
        ("ID", one.id),
        ("AU", inverted(who) if who else ""),
        ("TI", title),
        ("T2", outlet),
        ("PY", date[:4]),
        ("DA", date),
        ("DB", site),
        ("UR", address),
        ("ER", ""),
    ]
    lines = [f"{tag}  - {ris_text(value)}" for tag, value in pairs if value or tag == "ER"]
    return "\r\n".join(lines) + "\r\n"


def _csl(
    one: ArticleRecord, who: str, title: str, outlet: str, site: str, address: str
) -> dict[str, Any]:
    record: dict[str, Any] = {
        "id": one.id,
        "type": "article-newspaper",
        "title": title,
        "archive": site,
        "URL": address,
    }
    if who:
        record["author"] = [{"literal": who}]
    if outlet:
        record["container-title"] = outlet
    if one.published.iso:
        record["issued"] = {"date-parts": [[int(part) for part in one.published.iso.split("-")]]}
    return record
