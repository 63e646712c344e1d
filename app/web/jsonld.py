"""What a page tells search engines and reference managers, in the words of schema.org."""

from typing import Any

from app.domain.quotations import SpeechKind
from app.schemas.statement import StatementRecord
from app.web.templating import Site

Data = dict[str, Any]
_CONTEXT = "https://schema.org"


def of_statement(site: Site, one: StatementRecord) -> Data:
    """A Quotation, or a Claim where the words are only the reporter's."""
    paraphrase = one.kind is SpeechKind.INDIRECT
    article: Data = {
        "@type": "NewsArticle",
        "headline": one.article.headline,
        "url": site.absolute(one.article.url),
    }
    if one.outlet:
        article["publisher"] = {"@type": "Organization", "name": one.outlet.name}
    if one.published.iso:
        article["datePublished"] = one.published.iso
    data: Data = {
        "@context": _CONTEXT,
        "@type": "Claim" if paraphrase else "Quotation",
        "@id": one.canonical,
        "url": one.canonical,
        "text": one.text,
        "appearance" if paraphrase else "isBasedOn": article,
    }
    if one.speaker:
        kind = "Organization" if one.speaker_kind == "organisation" else "Person"
        data["creator"] = {
            "@type": kind,
            "name": one.speaker.name,
            "url": site.absolute(one.speaker.url),
        }
    if one.said_on.iso:
        data["dateCreated"] = one.said_on.iso
    if one.event and not one.event_is_subject:
        address = site.absolute(one.event.url)
        data["recordedAt"] = {"@type": "Event", "name": one.event.name, "url": address}
    return data
