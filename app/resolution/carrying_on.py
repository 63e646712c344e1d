"""Day, place and event carry on within a speaker's own words, never to another speaker."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import timedelta

from app.domain.dates import DateFinding
from app.domain.gazetteer import SpeakerKind
from app.domain.quotations import Attribution, Extraction
from app.domain.resolved import Finding
from app.domain.spans import Span
from app.resolution.event_drafts import Draft
from app.resolution.event_words import GATHERINGS, OCCASIONS
from app.resolution.names import capitalised_names
from app.resolution.occasions import Circumstances, date_of, lend

_NEWS = timedelta(days=60)  # words older than this are background, and nothing goes on from them
_FRESH = timedelta(days=14)  # longer ago, it is not what the article as a whole reports
_A_WEEK = timedelta(days=7)
_NEIGHBOURS = 3  # paragraphs within which words go on from those before them
_ANOTHER_TIME = re.compile(r"\b(?:later|earlier|previously|once|in the past|years? ago)\b")
_TAKES_PART = re.compile(
    r"\b(?:met|meet|meeting|spoke|speak|speaking|attend\w*|discuss\w*|talks|held|address\w*"
    r"|took part|participat\w*|gather\w*|during|appear\w*|joined|hosted)\b"
)


def carry_on(
    text: str,
    number: int,
    extraction: Extraction,
    found: Sequence[Circumstances],
    drafts: Sequence[Draft],
    published: DateFinding,
) -> None:
    """Fills in what the sentences themselves leave open, from the same speaker's occasions."""
    contents = sorted(span for q in extraction.quotations for span in q.content)
    news = [draft for draft in drafts if number in draft.articles and _is_news(draft, published)]
    attendances = _attendances(text, number, news, contents)
    told = [one for one in found if one.settled]
    for index, one in enumerate(found):
        if one.key is None or one.speaker is None:
            continue
        if one.settled:
            _join(one, attendances)
            continue
        before = _block_before(extraction, found, index)
        if before is not None and before.of_earlier:
            one.of_earlier = True  # a block that looks back goes on looking back
            continue
        if one.elsewhere:
            continue
        if one.speaker.kind is not SpeakerKind.PERSON:
            if before is not None and before.said_on.date is not None and _near(before, one):
                lend(one, before, f"{one.key} goes on")
            continue
        told_of = _told_of(number, one, before, drafts)
        if told_of is not None:
            _attend(one, told_of, f"{one.key} took part")
        elif before is not None and _has_occasion(before, one):
            if _is_current(before, published):
                lend(one, before, f"{one.key} goes on")
        elif main := _main(one, told, published):
            lend(one, main, f"{one.key} is reported from one occasion")
        elif event := _attended(one, attendances):
            _attend(one, event, f"{one.key} took part")
        elif event := _hosted(extraction.quotations[index].attribution, extraction, news):
            _attend(one, event, f"{one.key} speaks for a body that took part")


def _is_current(one: Circumstances, published: DateFinding) -> bool:
    """Whether words are of the time that the article reports, not older ones it looks back to."""
    said, told = one.said_on.date, published.date
    return said is None or told is None or told.first - said.last <= _NEWS


def _main(
    one: Circumstances, told: Sequence[Circumstances], published: DateFinding
) -> Circumstances | None:
    """The occasion that the article reports of a speaker; none where it tells of several days."""
    own = [o for o in told if o.key == one.key and _is_main(o)]
    days = {o.said_on.date for o in own if o.said_on.date is not None}
    return own[0] if own and len(days) <= 1 and _is_fresh(own[0], published) else None


def _is_fresh(one: Circumstances, published: DateFinding) -> bool:
    """Whether words are so recent that the article as a whole can be a report of them."""
    said, told = one.said_on.date, published.date
    return said is None or told is None or told.first - said.last <= _FRESH


def _is_main(one: Circumstances) -> bool:
    """Whether words are from an occasion that an article can be a report of."""
    return one.own and (one.said_on.date is not None or one.event is not None)


def _has_occasion(before: Circumstances, one: Circumstances) -> bool:
    if not _near(before, one) or _goes_far(before, one):
        return False
    return bool(before.said_on.date or before.event or before.place)


def _goes_far(before: Circumstances, one: Circumstances) -> bool:
    """Whether a time as wide as a month would carry on past its own paragraph."""
    date = before.said_on.date
    wide = date is not None and date.last - date.first > _A_WEEK and before.event is None
    return wide and one.frame.paragraph != before.frame.paragraph


def _near(before: Circumstances, one: Circumstances) -> bool:
    return one.frame.paragraph - before.frame.paragraph <= _NEIGHBOURS


def _block_before(
    extraction: Extraction, found: Sequence[Circumstances], index: int
) -> Circumstances | None:
    """The quotation before it, where that is by the same speaker."""
    for earlier in range(index - 1, -1, -1):
        if extraction.quotations[earlier].nested_in is not None:
            continue
        same = found[earlier].key == found[index].key
        return found[earlier] if same and found[earlier].frame.paragraph >= 0 else None
    return None


def _told_of(
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
            if inside and _is_past_occasion(draft) and surname in draft.people:
                return draft
    return None


def _surname(one: Circumstances) -> str:
    return (one.key or "").split()[-1] if one.key else ""


def _is_past_occasion(draft: Draft) -> bool:
    return draft.type in OCCASIONS and not draft.upcoming


def _is_news(draft: Draft, published: DateFinding) -> bool:
    """Whether an occasion is what the article reports, not something it looks back to."""
    if not _is_past_occasion(draft):
        return False
    held, told = draft.date.date, published.date
    return held is None or told is None or told.first - held.last <= _FRESH


def _attend(one: Circumstances, event: Draft, why: str) -> None:
    one.event, one.event_reason = event, f'{why} in "{event.words}"'
    one.said_on = date_of(event)
    if one.place is None and event.place:
        one.place = Finding(event.place, f'"{event.words}" was held there')


def _attendances(
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
            if mention.span in draft.articles[number] and not quoted and _tells_attendance(words):
                found.append((draft, words))
    return found


def _tells_attendance(sentence: str) -> bool:
    """Whether a sentence says who was at the occasion that the article as a whole reports."""
    return bool(_TAKES_PART.search(sentence)) and not _ANOTHER_TIME.search(sentence)


def _attended(one: Circumstances, attendances: Sequence[tuple[Draft, str]]) -> Draft | None:
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
    match = re.search(rf"(?:\b([A-ZÀ-Þ][\w’.-]+) )?\b{re.escape(_surname(one))}\b", words)
    if match is None:
        return False
    given = next(capitalised_names(match[1] or ""), None)
    if given and len(own) > 1 and given not in own and given[0] != (one.key or "")[0]:
        return False
    if draft.type in GATHERINGS:
        return True
    return set(capitalised_names(words[: match.start()])) <= own


def _join(one: Circumstances, attendances: Sequence[tuple[Draft, str]]) -> None:
    """Puts words of a known day at the occasion of that day in which their speaker took part."""
    if one.event is not None or one.place is not None or one.said_on.date is None:
        return
    if one.speaker is None or one.speaker.kind is not SpeakerKind.PERSON:
        return
    event = _attended(one, attendances)
    day = event.date.date if event else None
    if event and day and not event.guessed and day.may_be(one.said_on.date):
        one.event, one.event_reason = event, f'{one.key} took part in "{event.words}" on that day'
        if event.place:
            one.place = Finding(event.place, f'"{event.words}" was held there')


def _hosted(
    attribution: Attribution, extraction: Extraction, news: Sequence[Draft]
) -> Draft | None:
    """The gathering reported of the body that the speaker speaks for."""
    roles = [attribution.role] if attribution.role else []
    if attribution.entity is not None and attribution.entity < len(extraction.entities):
        roles += extraction.entities[attribution.entity].roles
    heads = {word for role in roles for word in role.split() if word.isupper() and len(word) > 2}
    return next((draft for draft in news if draft.recent and heads & draft.names), None)
