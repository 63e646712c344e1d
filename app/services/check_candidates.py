"""Which statements a quotation may be from: found by its words, and by whom it is said to be."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlmodel import Session

from app.archive import Archive
from app.domain.quoted_words import full_form, words_of
from app.domain.search import SearchHits, SearchQuery
from app.errors import IndexUnavailable
from app.index.language import Language
from app.index.plain import PlainEngine
from app.index.words import forms
from app.schemas import links
from app.schemas.statement import StatementCard
from app.services.cards import cards_of
from app.services.search_rows import reader_of
from app.services.tables import ALIAS, SPEAKER

#: Words of a quotation's half that are enough to search with.
_LEAST_WORDS = 3

#: Statements asked of each search, and of all of them those compared word by word.
_CANDIDATES, _COMPARED = 20, 20


def candidates(
    archive: Archive, session: Session, words: Sequence[str], speaker: str | None
) -> dict[str, StatementCard]:
    """Statements that share most with the words, or with one half of them."""
    half = len(words) // 2
    parts = [words, words[:half], words[half:]] if half >= _LEAST_WORDS else [words]
    in_full = " ".join(map(full_form, words)).split()
    if in_full != list(words):
        parts.append(in_full)
    asked = [SearchQuery(" ".join(part), per_page=_CANDIDATES) for part in parts]
    if speaker:
        named = " ".join(forms(speaker))
        asked.append(SearchQuery(f'{" ".join(words)} speaker:"{named}"', per_page=_CANDIDATES))
    links_found = [
        hit.permalink for query in asked for hit in hits_of(archive, session, query).hits
    ]
    cards = cards_of(session, list(dict.fromkeys(links_found)))
    held = {link: cards[link] for link in links_found if link in cards}
    wanted = {*words, *in_full}
    closest = sorted(held, key=lambda link: -len(wanted.intersection(_forms_of(held[link]))))
    return {link: held[link] for link in closest[:_COMPARED]}


def _forms_of(card: StatementCard) -> list[str]:
    return [word.form for word in words_of(card.text)]


def hits_of(archive: Archive, session: Session, query: SearchQuery) -> SearchHits:
    """What the index finds, or the database while the index is away."""
    try:
        return archive.search.search(query)
    except IndexUnavailable:
        return PlainEngine(reader_of(session), archive.known()).search(query)


def said_by(
    session: Session, language: Language, cards: Iterable[StatementCard], speaker: str | None
) -> set[str]:
    """Permalinks of the statements by somebody called `speaker`; all where nobody was named."""
    if not speaker:
        return {card.id for card in cards}
    wanted = {language.stem(form) for form in forms(speaker.replace("-", " "))}
    by_url = {card.speaker.url: card.speaker.name for card in cards if card.speaker}
    rows = session.execute(
        select(SPEAKER.c.slug, ALIAS.c.name)
        .join(ALIAS, ALIAS.c.speaker_id == SPEAKER.c.id)
        .where(SPEAKER.c.name.in_(set(by_url.values())))
    ).all()
    names = list(by_url.items())
    names += [(links.speaker(slug), alias) for slug, alias in rows]
    called = {
        url for url, name in names if wanted and wanted <= {language.stem(f) for f in forms(name)}
    }
    return {card.id for card in cards if card.speaker and card.speaker.url in called}
