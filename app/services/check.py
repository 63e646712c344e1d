"""Was this ever said, and in these words? Quotations compared with the statements held."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlmodel import Session

from app.archive import Archive
from app.domain.passages import judge_joined, longest_part
from app.domain.quoted_words import seen, words_of
from app.domain.spans import Span
from app.domain.verdicts import Judgement, Verdict, judge
from app.index.language import Language
from app.schemas.check import Check, CheckedPart, CheckedStatement, Checks
from app.schemas.statement import StatementCard
from app.services.check_candidates import candidates, said_by
from app.services.check_coverage import Held, coverage_of, held_in, words_outside
from app.services.check_offices import office_note, speaks_for
from app.services.check_words import aligned_runs, notes_on, shown_differences
from app.services.draft_passages import Passage, is_draft, passages_in, spans_of, unwrapped
from app.services.draft_speakers import speakers_named

#: Words of a quotation that are compared; longer ones are cut, and it is said.
MOST_WORDS = 200

#: Quoted passages of a draft that are checked, and words that make a passage worth it.
MOST_PASSAGES, LEAST_WORDS = 100, 3

#: Passages too short to be checked that are named.
_NAMED = 5


@dataclass(frozen=True, slots=True)
class _Found:
    """A candidate with its judgement, and whether the speaker asked about said it."""

    card: StatementCard
    judgement: Judgement
    by_speaker: bool
    for_office: bool = False  # the office or body asked about is the one the speaker spoke for


@dataclass(frozen=True, slots=True)
class _Asked:
    """Where quotations are looked for."""

    archive: Archive
    session: Session
    language: Language
    held: Held

    def key(self, form: str) -> str:
        """What a form is one word with, as the archive's language knows it."""
        return self.language.exact(form)


def check_quote(archive: Archive, quote: str, speaker: str | None = None) -> Check:
    """The verdict on `quote`, said by `speaker` where one is named (a name, alias or slug)."""
    with archive.session() as session:
        asked = _Asked(archive, session, Language(archive.known()), held_in(session))
        return _checked(asked, quote, speaker)


def check_pasted(archive: Archive, text: str, speaker: str | None = None) -> Checks:
    """The verdict on a quotation; where it is not found and holds some itself, on each of these."""
    check = check_quote(archive, text, speaker)
    if check.verdict is not Verdict.NOT_FOUND or speaker or not is_draft(text):
        return Checks(checks=[check])
    checks = check_draft(archive, text)
    note = "What you pasted holds quotations of its own, so each of them was checked."
    return Checks(checks=checks.checks, notes=[note, *checks.notes])


def check_draft(archive: Archive, text: str) -> Checks:
    """The verdict on every passage of `text` in quotation marks, from whom the text says it is.

    A sentence that an attribution breaks ("We will not," he said, "go") is one passage where it
    is found as one.
    """
    text = unwrapped(text)
    passages, short = list[Passage](), list[str]()
    for one in passages_in(text):
        words = one.words(text)
        if _is_long(words):
            passages.append(one)
        else:
            short.append(words)
    notes = _left_unchecked(short)
    if not passages:
        notes = [f"No passage of {LEAST_WORDS} words or more stands in quotation marks.", *notes]
    if len(passages) > MOST_PASSAGES:
        notes.append(f"Only the first {MOST_PASSAGES} passages were checked.")
    passages = passages[:MOST_PASSAGES]
    known = archive.known()
    named = speakers_named(text, spans_of(passages), known) if passages else {}
    with archive.session() as session:
        asked = _Asked(archive, session, Language(known), held_in(session))
        checks = (check for one in passages for check in _of_passage(asked, text, one, named))
        return Checks(checks=list(islice(checks, MOST_PASSAGES)), notes=notes)


def _left_unchecked(short: Sequence[str]) -> list[str]:
    if not short:
        return []
    first = ", ".join(f"“{words}”" for words in short[:_NAMED])
    more = f" and {len(short) - _NAMED} more" if len(short) > _NAMED else ""
    return [f"Too short to be checked (fewer than {LEAST_WORDS} words): {first}{more}."]


def _is_long(words: str) -> bool:
    return len(words_of(seen(words))) >= LEAST_WORDS


def _of_passage(
    asked: _Asked, draft: str, passage: Passage, named: Mapping[Span, str]
) -> Iterable[Check]:
    speaker = next((named[span] for span in passage.spans if span in named), None)
    whole = _checked(asked, passage.words(draft), speaker)
    parts = [part for part in passage.parts() if _is_long(part.words(draft))]
    found = whole.verdict not in (Verdict.NOT_FOUND, Verdict.LEFT_OUT)
    if found or not passage.broken or not parts:
        return [whole]
    checks = [_checked(asked, part.words(draft), speaker) for part in parts]
    return _told_apart(checks) if whole.verdict is Verdict.LEFT_OUT else checks


def _told_apart(checks: Sequence[Check]) -> list[Check]:
    """Halves of a sentence that are on record, but not side by side, with a note that says so."""
    if any(check.verdict not in (Verdict.EXACT, Verdict.SMALL) for check in checks):
        return list(checks)
    note = "Words are left out between it and the part before the attribution."
    return [
        *checks[:1],
        *(one.model_copy(update={"notes": [note, *one.notes]}) for one in checks[1:]),
    ]


def _checked(asked: _Asked, quote: str, speaker: str | None) -> Check:
    quote = _bounded(seen(quote))
    coverage = coverage_of(asked.session, asked.held, speaker)
    words = [word.form for word in words_of(quote)]
    if not words:
        return Check(quote=quote, named=speaker, verdict=Verdict.NOT_FOUND, coverage=coverage)
    cards = candidates(asked.archive, asked.session, words, speaker)
    said = said_by(asked.session, asked.language, cards.values(), speaker)
    known, found = asked.archive.known(), list[_Found]()
    for link, card in cards.items():
        for_office = link not in said and speaks_for(card, speaker, known)
        judgement = judge(quote, card.text, asked.key)
        found.append(_Found(card, judgement, link in said or for_office, for_office))
    best = min(found, key=_order, default=None)
    if best is None or best.judgement.verdict is Verdict.NOT_FOUND:
        check = _joined_or_lost(asked, quote, list(cards.values()), coverage)
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
    notes = notes_on(quote, card, judgement.runs, None if best.by_speaker else speaker)
    return Check(
        quote=quote,
        named=speaker,
        verdict=verdict,
        statement=_statement(card),
        card=card,
        differences=shown_differences(judgement.differences),
        aligned=aligned_runs(quote, card.text, judgement.runs),
        notes=[office_note(card), *notes] if best.for_office else notes,
        coverage=coverage,
    )


def _joined_or_lost(
    asked: _Asked, quote: str, cards: Sequence[StatementCard], coverage: str
) -> Check:
    texts = [card.text for card in cards]
    pair = judge_joined(quote, texts)
    if pair is not None:
        first, other = cards[pair[0]], cards[pair[1]]
        return Check(
            quote=quote,
            verdict=Verdict.LEFT_OUT,
            statement=_statement(first),
            card=first,
            other=_statement(other),
            notes=["Two passages are joined in it."],
            coverage=coverage,
        )
    outside = words_outside(asked.archive, asked.session, quote)
    part = longest_part(quote, texts)
    return Check(
        quote=quote,
        verdict=Verdict.NOT_FOUND,
        part=CheckedPart(words=part.words, card=cards[part.number]) if part else None,
        coverage=f"{outside} {coverage}" if outside else coverage,
    )


def _statement(card: StatementCard) -> CheckedStatement:
    name = card.speaker.name if card.speaker else None
    return CheckedStatement(id=card.id, url=card.url, speaker=name, text=card.text)


def _bounded(quote: str) -> str:
    words = words_of(quote)
    return quote.strip() if len(words) <= MOST_WORDS else quote[: words[MOST_WORDS - 1].end].strip()
