"""What a page tells search engines and reference managers, in the words of schema.org."""

from typing import Any

from app.domain.quotations import SpeechKind
from app.schemas.article import ArticleRecord
from app.schemas.event import EventRecord
from app.schemas.speaker import SpeakerRecord
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


def of_article(site: Site, article: ArticleRecord) -> Data:
    """A NewsArticle."""
    data: Data = {
        "@context": _CONTEXT,
        "@type": "NewsArticle",
        "headline": article.headline,
        "url": site.absolute(article.url),
        "mainEntityOfPage": site.absolute(article.url),
    }
    if article.published.iso:
        data["datePublished"] = article.published.iso
    if article.outlet:
        data["publisher"] = {"@type": "Organization", "name": article.outlet.name}
    if article.byline:
        data["author"] = {"@type": "Person", "name": article.byline}
    return data


def of_speaker(site: Site, speaker: SpeakerRecord) -> Data:
    """A Person or an Organization, by all its names."""
    data: Data = {
        "@context": _CONTEXT,
        "@type": "Organization" if speaker.kind == "organisation" else "Person",
        "name": speaker.name,
        "url": site.absolute(speaker.url),
    }
    if speaker.aliases:
        data["alternateName"] = speaker.aliases
    if speaker.description:
        data["description"] = speaker.description
    if speaker.elsewhere:
        data["sameAs"] = [one.url for one in speaker.elsewhere]
    if speaker.picture:
        data["image"] = site.absolute(speaker.picture.url)
    return data


def of_event(site: Site, event: EventRecord) -> Data:
    """An Event."""
    data: Data = {
        "@context": _CONTEXT,
        "@type": "Event",
        "name": event.name,
        "url": site.absolute(event.url),
    }
    if event.date.iso:
        data["startDate"] = event.date.iso
    if event.place:
        data["location"] = {"@type": "Place", "name": event.place}
    return data


def of_site(site: Site) -> Data:
    """The WebSite, with the address of its search."""
    target = site.absolute("/search") + "?q={search_term_string}"
    return {
        "@context": _CONTEXT,
        "@type": "WebSite",
        "name": site.settings.site_name,
        "url": site.absolute("/"),
        "potentialAction": {
            "@type": "SearchAction",
            "target": target,
            "query-input": "required name=search_term_string",
        },
    }
