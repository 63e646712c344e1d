"""Was this ever said, and in these words? Quotations compared with the statements held."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlmodel import Session

from app.archive import Archive
from app.domain.alignment import full_form, words_of
from app.domain.search import EntryType, SearchHits, SearchQuery
from app.domain.spans import Span
from app.domain.verdicts import Judgement, Verdict, judge, judge_joined
from app.errors import IndexUnavailable
from app.index.language import Language
from app.index.plain import PlainEngine
from app.index.words import forms
from app.schemas import links
from app.schemas.check import Check, CheckedStatement, Checks
from app.schemas.statement import StatementCard
from app.services.cards import cards_of
from app.services.check_words import aligned_runs, coverage_words, shown_differences
from app.services.draft_speakers import speakers_named
from app.services.search_rows import reader_of
from app.services.tables import ALIAS, ARTICLE, DOCUMENT, SPEAKER, STATEMENT

#: Words of a quotation that are compared; longer ones are cut, and it is said.
MOST_WORDS = 200

#: Quoted passages of a draft that are checked, and words that make a passage worth it.
MOST_PASSAGES, LEAST_WORDS = 100, 3

#: Statements asked of each search, and of all of them those compared word by word.
_CANDIDATES, _COMPARED = 20, 20
_QUOTED = re.compile(r"“([^“”]{2,2000})”|\"([^\"\n]{2,2000})\"|«([^«»]{2,2000})»")


@dataclass(frozen=True, slots=True)
class _Found:
    """A candidate with its judgement, and whether the speaker asked about said it."""

    card: StatementCard
    judgement: Judgement
    by_speaker: bool


def check_quote(archive: Archive, quote: str, speaker: str | None = None) -> Check:
    """The verdict on `quote`, said by `speaker` where one is named (a name, alias or slug)."""
    with archive.session() as session:
        return _checked(archive, session, Language(archive.known()), quote, speaker)


def check_draft(archive: Archive, text: str) -> Checks:
    """The verdict on every passage of `text` in quotation marks, from whom the text says it is."""
    passages = [span for span in _passages(text) if len(words_of(span.of(text))) >= LEAST_WORDS]
    notes = []
    if not passages:
        notes.append(f"No passage of {LEAST_WORDS} words or more stands in quotation marks.")
    if len(passages) > MOST_PASSAGES:
        notes.append(f"Only the first {MOST_PASSAGES} passages were checked.")
    passages = passages[:MOST_PASSAGES]
    known = archive.known()
    language, named = Language(known), speakers_named(text, passages, known) if passages else {}
    with archive.session() as session:
        checks = [
            _checked(archive, session, language, span.of(text).strip(), named.get(span))
            for span in passages
        ]
    return Checks(checks=checks, notes=notes)


def _passages(text: str) -> list[Span]:
    """What stands between quotation marks."""
    return [Span(*found.span(found.lastindex or 0)) for found in _QUOTED.finditer(text)]


def _checked(
    archive: Archive, session: Session, language: Language, quote: str, speaker: str | None
) -> Check:
    quote = _bounded(quote)
    coverage = _coverage(session, speaker)
    words = [word.form for word in words_of(quote)]
    if not words:
        return Check(quote=quote, named=speaker, verdict=Verdict.NOT_FOUND, coverage=coverage)

    def same(first: str, other: str) -> bool:
        return language.exact(first) == language.exact(other)

    cards = _candidates(archive, session, words, speaker)
    said = _said_by(session, language, cards.values(), speaker)
    found = [
        _Found(card, judge(quote, card.text, same), link in said) for link, card in cards.items()
    ]
    best = min(found, key=_order, default=None)
    if best is None or best.judgement.verdict is Verdict.NOT_FOUND:
        check = _joined_or_lost(archive, session, quote, list(cards.values()), coverage)
        return check.model_copy(update={"named": speaker})
    return _shown(quote, best, speaker, coverage)


def _order(found: _Found) -> tuple[bool, bool, tuple[int, int, int], str]:
    # Found before not found, the speaker asked about before others, then the closest words.
    judgement = found.judgement
    lost = judgement.verdict is Verdict.NOT_FOUND
    return lost, not found.by_speaker, judgement.rank, found.card.id


def _shown(quote: str, best: _Found, speaker: str | None, coverage: str) -> Check:
    judgement, card = best.judgement, best.card
    verdict = judgement.verdict
    somebody_else = speaker and not best.by_speaker and card.speaker is not None
    if somebody_else and verdict in (Verdict.EXACT, Verdict.SMALL):
        verdict = Verdict.SOMEONE_ELSE
    if speaker and card.speaker is None:
        coverage = f"The archive does not know who said it. {coverage}"
    return Check(
        quote=quote,
        named=speaker,
        verdict=verdict,
        statement=_statement(card),
        card=card,
        differences=shown_differences(judgement.differences),
        aligned=aligned_runs(quote, card.text, judgement.runs),
        coverage=coverage,
    )


def _joined_or_lost(
    archive: Archive, session: Session, quote: str, cards: Sequence[StatementCard], coverage: str
) -> Check:
    pair = judge_joined(quote, [card.text for card in cards])
    if pair is not None:
        first, other = cards[pair[0]], cards[pair[1]]
        return Check(
            quote=quote,
            verdict=Verdict.LEFT_OUT,
            statement=_statement(first),
            card=first,
            other=_statement(other),
            coverage=f"Two passages are joined in it. {coverage}",
        )
    outside = _outside(archive, session, quote)
    return Check(
        quote=quote,
        verdict=Verdict.NOT_FOUND,
        coverage=f"{outside} {coverage}" if outside else coverage,
    )


def _candidates(
    archive: Archive, session: Session, words: Sequence[str], speaker: str | None
) -> dict[str, StatementCard]:
    """Statements that share most with the words, or with one half of them."""
    half = len(words) // 2
    parts = [words, words[:half], words[half:]] if half >= LEAST_WORDS else [words]
    in_full = " ".join(map(full_form, words)).split()
    if in_full != list(words):
        parts.append(in_full)
    asked = [SearchQuery(" ".join(part), per_page=_CANDIDATES) for part in parts]
    if speaker:
        named = " ".join(forms(speaker))
        asked.append(SearchQuery(f'{" ".join(words)} speaker:"{named}"', per_page=_CANDIDATES))
    links_found = [hit.permalink for query in asked for hit in _hits(archive, session, query).hits]
    cards = cards_of(session, list(dict.fromkeys(links_found)))
    held = {link: cards[link] for link in links_found if link in cards}
    wanted = {*words, *in_full}
    closest = sorted(held, key=lambda link: -len(wanted.intersection(_forms_of(held[link]))))
    return {link: held[link] for link in closest[:_COMPARED]}


def _forms_of(card: StatementCard) -> list[str]:
    return [word.form for word in words_of(card.text)]


def _hits(archive: Archive, session: Session, query: SearchQuery) -> SearchHits:
    try:
        return archive.search.search(query)
    except IndexUnavailable:
        return PlainEngine(reader_of(session), archive.known()).search(query)


def _said_by(
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


def _outside(archive: Archive, session: Session, quote: str) -> str | None:
    """Where the words stand in an article outside any statement, as a sentence."""
    words = [word.form for word in words_of(quote)]
    if len(words) < LEAST_WORDS:
        return None
    query = SearchQuery(f'"{" ".join(words)}"', type=EntryType.ARTICLE, per_page=1)
    hits = _hits(archive, session, query).hits
    if not hits:
        return None
    row = session.execute(
        select(ARTICLE.c.headline, ARTICLE.c.start, ARTICLE.c.end, DOCUMENT.c.text)
        .join(DOCUMENT, DOCUMENT.c.id == ARTICLE.c.document_id)
        .where(ARTICLE.c.permalink == hits[0].permalink)
    ).first()
    if row is None:
        return None
    passage = _passage(row.text[row.start : row.end], words)
    title = f"the article “{row.headline}”" if row.headline else "an article without a headline"
    return f"These words stand in {title}, outside any statement: “{passage}”." if passage else None


def _passage(text: str, words: Sequence[str]) -> str | None:
    held = words_of(text)
    for at in range(len(held) - len(words) + 1):
        if all(held[at + place].form == word for place, word in enumerate(words)):
            start, end = (
                held[max(at - 6, 0)].start,
                held[min(at + len(words) + 5, len(held) - 1)].end,
            )
            return " ".join(text[start:end].split())
    return None


def _coverage(session: Session, speaker: str | None) -> str:
    counted = select(
        func.count(), func.min(STATEMENT.c.said_first), func.max(STATEMENT.c.said_last)
    ).select_from(STATEMENT)
    total, first, last = session.execute(counted).one()
    return coverage_words(total, first, last, speaker)


def _statement(card: StatementCard) -> CheckedStatement:
    name = card.speaker.name if card.speaker else None
    return CheckedStatement(id=card.id, url=card.url, speaker=name, text=card.text)


def _bounded(quote: str) -> str:
    words = words_of(quote)
    return quote.strip() if len(words) <= MOST_WORDS else quote[: words[MOST_WORDS - 1].end].strip()
