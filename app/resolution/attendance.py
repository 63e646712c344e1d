"""In which of the occasions reported a speaker took part, by what the article says of them."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import timedelta

from app.domain.dates import DateFinding
from app.domain.gazetteer import SpeakerKind
from app.domain.persons import family_name
from app.domain.quotations import Attribution, Extraction
from app.domain.resolved import Finding
from app.domain.spans import Span
from app.resolution.event_drafts import Draft
from app.resolution.event_words import GATHERINGS, OCCASIONS
from app.resolution.names import capitalised_names
from app.resolution.occasions import Circumstances, date_of

FRESH = timedelta(days=14)  # longer ago, it is not what the article as a whole reports
_ANOTHER_TIME = re.compile(r"\b(?:later|earlier|previously|once|in the past|years? ago)\b")
_CLAUSE = re.compile(r"\b(?:that|which|because|if|whether|but|while)\b|;")
#: "A day after they met in the debate, …": what is told was not said at it.
_AFTER = re.compile(r"\b(?:[Aa]fter|[Ff]ollowing|[Ss]ince|[Bb]efore)\b[^,;]*$")
#: "Skipped the debate on Sunday"
_MISSED = re.compile(r"\b(?:skip|miss|boycott|cancel|avoid)\w* (?:[\w’'-]+ ){0,4}$")
_OVER_AFTER = frozenset({"speech", "debate", "hearing", "rally"})
_NEAR_AFTER = 40  # characters after the words for an occasion that still name who takes part
_TAKES_PART = re.compile(
    r"\b(?:met|meet|meeting|spoke|speak|speaking|attend\w*|discuss\w*|talks|held|address\w*"
    r"|joint|took part|participat\w*|gather\w*|during|appear\w*|joined|hosted)\b"
)


def told_of(
    number: int, one: Circumstances, before: Circumstances | None, drafts: Sequence[Draft]
) -> Draft | None:
    """The occasion with the speaker that the text has told of since the speaker's last words.

    "X, who met with Y, dismissed …. X asked Y to explain": asked at that meeting.
    """
    if before is None or before.via is None:
        return None
    surname = _surname(one)
    for draft in drafts:
        for span in draft.articles.get(number, ()):
            inside = before.frame.sentence.start <= span.start < one.frame.anchor
            inside = inside and not _is_spoken_of(span, before)
            if inside and _is_past_occasion(draft) and surname in draft.people:
                return draft
    return None


def _is_spoken_of(span: Span, before: Circumstances) -> bool:
    """Whether an occasion stands in the words said before: "urged them to return to the talks"."""
    told = span.start >= before.frame.sentence.end
    return not told and not any(p.start <= span.start < p.end for p in before.frame.outside)


def _surname(one: Circumstances) -> str:
    return family_name(one.key) if one.key else ""


def _is_past_occasion(draft: Draft) -> bool:
    return draft.type in OCCASIONS and not draft.upcoming


def is_news(draft: Draft, published: DateFinding) -> bool:
    """Whether an occasion is what the article reports, not something it looks back to."""
    if not _is_past_occasion(draft):
        return False
    held, told = draft.date.date, published.date
    return held is None or told is None or told.first - held.last <= FRESH


def attend(one: Circumstances, event: Draft, why: str) -> None:
    """Puts words at an occasion that `why` says their speaker was at: its day and place too."""
    one.event, one.event_reason = event, f'{why} in "{event.words}"'
    one.said_on = date_of(event)
    if one.place is None and event.place:
        one.place = Finding(event.place, f'"{event.words}" was held there')


def attendances_in(
    text: str, number: int, news: Sequence[Draft], contents: Sequence[Span]
) -> list[tuple[Draft, str]]:
    """The occasions reported, each with a sentence of the reporter's that tells who was there."""
    starts = [content.start for content in contents]
    found = []
    for draft in news:
        for mention in draft.mentions:
            before = bisect_right(starts, mention.span.start) - 1
            quoted = before >= 0 and contents[before].overlaps(mention.span)
            words = mention.sentence.of(text)
            if quoted or mention.span not in draft.articles[number]:
                continue
            lead = text[mention.sentence.start : mention.span.start]
            over = draft.type in _OVER_AFTER and _AFTER.search(lead)
            if not over and not _MISSED.search(lead) and _tells_attendance(words):
                found.append((draft, words))
    return found


def _tells_attendance(sentence: str) -> bool:
    """Whether a sentence says who was at the occasion that the article as a whole reports."""
    return bool(_TAKES_PART.search(sentence)) and not _ANOTHER_TIME.search(sentence)


def attended(one: Circumstances, attendances: Sequence[tuple[Draft, str]]) -> Draft | None:
    """The one occasion reported in which the text says that the speaker took part."""
    attended = [draft for draft, words in attendances if _took_part(one, draft, words)]
    # An occasion with neither day nor place is too vague to put words at without being told so.
    choice = [draft for draft in attended if draft.place or date_of(draft).date]
    return choice[0] if len({draft.name for draft in choice}) == 1 else None


def _took_part(one: Circumstances, draft: Draft, words: str) -> bool:
    """Whether a sentence about an occasion says that the speaker was there.

    Another person of that surname was not the speaker; at a rally or a speech it takes the one
    who is named first, as the others are those spoken about.
    """
    own = set((one.key or "").split())
    if not one.called:
        return False
    match = re.search(rf"(?:\b([A-ZÀ-Þ][\w’.-]+) )?\b{one.called_pattern}\b", words)
    if match is None:
        return False
    given = next(capitalised_names(match[1] or ""), None)
    if given and len(own) > 1 and given not in own and given[0] != (one.key or "")[0]:
        return False
    if draft.type in GATHERINGS or "joint " in draft.told.lower():
        return _is_told_of(match.span(), draft, words)
    return set(capitalised_names(words[: match.start()])) <= own


def _is_told_of(name: tuple[int, int], draft: Draft, words: str) -> bool:
    """Whether a sentence tells that somebody took part: "Ruiz spoke at the summit", no other way.

    Who only stands in the same sentence ("praised Ruiz, who was attacked at the summit by …")
    need not have been there.
    """
    for mention in draft.mentions:
        start, end = (at - mention.sentence.start for at in mention.span)
        if not 0 <= start < end <= len(words):
            continue
        if start <= name[0] and name[1] <= end + _NEAR_AFTER:
            return True  # "talks with Ruiz"
        between = words[name[1] : start]
        if name[1] <= start and _TAKES_PART.search(between) and not _CLAUSE.search(between):
            return True
    return False


def join(one: Circumstances, attendances: Sequence[tuple[Draft, str]]) -> None:
    """Puts words of a known day at the occasion of that day in which their speaker took part."""
    if one.event is not None or one.place is not None or one.said_on.date is None:
        return
    if one.given_out:
        return  # what was written that day was not said there
    if one.speaker is None or one.speaker.kind is not SpeakerKind.PERSON:
        return
    event = attended(one, attendances)
    day = event.date.date if event else None
    if event and day and not event.guessed and day.may_be(one.said_on.date):
        one.event, one.event_reason = event, f'{one.key} took part in "{event.words}" on that day'
        if event.place:
            one.place = Finding(event.place, f'"{event.words}" was held there')


def hosted(attribution: Attribution, extraction: Extraction, news: Sequence[Draft]) -> Draft | None:
    """The gathering reported of the body that the speaker speaks for."""
    roles = [attribution.role] if attribution.role else []
    if attribution.entity is not None and attribution.entity < len(extraction.entities):
        roles += extraction.entities[attribution.entity].roles
    heads = {word for role in roles for word in role.split() if word.isupper() and len(word) > 2}
    return next((draft for draft in news if draft.recent and heads & draft.names), None)
