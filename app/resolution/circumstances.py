"""When, where, at which event and through whom each quotation of an article was said.

What a quotation's own sentence tells comes first. Then the same words told elsewhere, then what
carries on within a speaker's own block; nothing carries on to another speaker.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from app.domain.dates import UNKNOWN_DATE, DateBasis, DateFinding
from app.domain.documents import ParsedArticle
from app.domain.gazetteer import Gazetteer, SpeakerKind
from app.domain.quotations import Attribution, Extraction
from app.domain.resolved import Finding, ResolvedSpeaker
from app.domain.spans import Span, joined
from app.resolution.citations import Channels
from app.resolution.event_words import OCCASIONS
from app.resolution.events import Draft
from app.resolution.frames import Frame, frames_of
from app.resolution.name_forms import NameForms
from app.resolution.own_words import is_of_earlier, own_date, own_event, own_place
from app.resolution.relative_dates import meaning

_WIDEST = timedelta(days=366)  # an event dated less closely does not date what was said at it
_NEWS = timedelta(days=60)  # an occasion longer ago is background, not what is reported
_SAME_WORDS = 0.6  # share of the shorter one's words by which two tellings are one
_QUOTED = re.compile(r"[\"“]([^\"“”]{8,})[\"”]")
_TAKES_PART = re.compile(
    r"\b(?:met|meet|meeting|spoke|speak|speaking|attend\w*|discuss\w*|talks|held|address\w*|took part"
    r"|participat\w*|gather\w*|during|appear\w*|joined|hosted)\b"
)
_CONTENT_WORD = re.compile(r"[^\W\d_]{4,}")
_EMPTY_WORDS = frozenset({"that", "with", "this", "have", "will", "would", "from", "they", "their"})


@dataclass
class Circumstances:
    """What is known of one quotation's occasion. `own` says that its own sentence told it."""

    frame: Frame
    speaker: ResolvedSpeaker | None
    key: str | None
    said_on: DateFinding = UNKNOWN_DATE
    place: Finding | None = None
    event: Draft | None = None
    event_reason: str = ""
    via: Finding | None = None
    own: bool = False
    settled: bool = False
    of_earlier: bool = False  # the words are older than the occasion the article reports
    words: frozenset[str] = field(default=frozenset())


def find_circumstances(
    article: ParsedArticle,
    number: int,
    extraction: Extraction,
    speakers: Sequence[ResolvedSpeaker | None],
    published: DateFinding,
    drafts: Sequence[Draft],
    gazetteer: Gazetteer,
) -> list[Circumstances]:
    """The circumstances of each quotation in the extraction, in its order."""
    text, quotations = article.text, extraction.quotations
    frames = frames_of(article, quotations)
    found = [
        Circumstances(frame, speaker, _key(speaker))
        for frame, speaker in zip(frames, speakers, strict=True)
    ]
    channels, forms = Channels(article, gazetteer), NameForms(gazetteer)
    outlets = {outlet.name for outlet in gazetteer.outlets}

    def _is_channel(speaker: ResolvedSpeaker | None) -> bool:
        # "X said …, Interfax reported": the agency is how it reached print, X speaks.
        return speaker is not None and speaker.name in outlets

    for index, circumstances in enumerate(found):
        quotation = quotations[index]
        circumstances.words = _words(joined(quotation.content, text))
        if quotation.nested_in is not None and not _is_channel(speakers[quotation.nested_in]):
            circumstances.settled = True  # told by another speaker, of whose occasion it is not
            continue
        _own(article, number, extraction, index, circumstances, published, drafts, channels, forms)
    _same_words(text, extraction, found)
    _carry_on(text, number, extraction, found, drafts, published)
    _repeat(extraction, found)
    return found


def _key(speaker: ResolvedSpeaker | None) -> str | None:
    return None if speaker is None else speaker.name or speaker.description


def _words(content: str) -> frozenset[str]:
    return frozenset(w.lower() for w in _CONTENT_WORD.findall(content)) - _EMPTY_WORDS


def _own(
    article: ParsedArticle,
    number: int,
    extraction: Extraction,
    index: int,
    found: Circumstances,
    published: DateFinding,
    drafts: Sequence[Draft],
    channels: Channels,
    forms: NameForms,
) -> None:
    text, content = article.text, extraction.quotations[index].content
    found.via = channels.via(found.frame, content)
    date = own_date(text, found.frame, published)
    found.event = own_event(text, found.frame, number, drafts, published)
    found.place = own_place(text, found.frame, extraction.mentions, forms)
    cited = channels.citation(content)
    if date is not None:
        found.said_on = date
    elif found.event is not None:
        found.said_on = _date_of(found.event)
    elif cited is not None and cited.date is not None and not is_of_earlier(text, found.frame):
        day = meaning(cited.date, published.date, future=False)
        if day is not None:
            reason = f'the source is given as "{cited.words}"'
            found.said_on = DateFinding(day, DateBasis.INFERRED, reason)
    if found.event is not None:
        found.event_reason = f'the sentence names "{found.event.name}"'
        if found.place is None and found.event.place:
            found.place = Finding(found.event.place, f"there was {found.event.name}")
    found.own = date is not None or found.event is not None or found.place is not None
    found.settled = found.own or found.said_on.date is not None
    if not found.settled and is_of_earlier(text, found.frame):
        found.of_earlier = found.settled = True


def _date_of(event: Draft) -> DateFinding:
    date = event.date.date
    if date is None or event.guessed or date.last - date.first > _WIDEST:
        return UNKNOWN_DATE
    return DateFinding(date, DateBasis.INFERRED, f"the day of {event.name}: {event.date.reason}")


def _same_words(text: str, extraction: Extraction, found: Sequence[Circumstances]) -> None:
    """Lends an utterance the occasion of another telling of it, by its speaker."""
    for index, one in enumerate(found):
        if one.settled or one.key is None:
            continue
        quoted = [
            q.casefold().strip(" .,")
            for q in _QUOTED.findall(joined(extraction.quotations[index].content, text))
        ]
        for other_index, other in enumerate(found):
            if other is one or not other.settled or other.key != one.key:
                continue
            content = joined(extraction.quotations[other_index].content, text).casefold()
            if any(q in content for q in quoted) or _is_retold(one, other):
                _lend(one, other, "the same words are told there")
                one.via = one.via or other.via
                one.settled = True
                break


def _is_retold(one: Circumstances, other: Circumstances) -> bool:
    least = min(len(one.words), len(other.words))
    near = abs(one.frame.paragraph - other.frame.paragraph) <= 1
    return near and least >= 4 and len(one.words & other.words) >= _SAME_WORDS * least


def _lend(one: Circumstances, other: Circumstances, why: str) -> None:
    """Gives `one` the day, place and event of `other`, which is by the same speaker."""
    if other.said_on.date is not None:
        told = other.said_on.reason
        reason = told if told.startswith(why) else f"{why}: {told}"
        one.said_on = DateFinding(other.said_on.date, DateBasis.INFERRED, reason)
    if one.place is None and other.place is not None:
        told = other.place.reason
        reason = told if told.startswith(why) else f"{why}: {told}"
        one.place = Finding(other.place.value, reason)
    if one.event is None and other.event is not None:
        told = other.event_reason
        one.event = other.event
        one.event_reason = told if told.startswith(why) else f"{why}: {told}"


def _carry_on(
    text: str,
    number: int,
    extraction: Extraction,
    found: Sequence[Circumstances],
    drafts: Sequence[Draft],
    published: DateFinding,
) -> None:
    contents = sorted(span for q in extraction.quotations for span in q.content)
    news = [draft for draft in drafts if number in draft.articles and _is_news(draft, published)]
    told = [one for one in found if one.settled]
    for index, one in enumerate(found):
        if one.key is None or one.speaker is None:
            continue
        if one.settled:
            _join(text, number, one, news, contents)
            continue
        before = _block_before(extraction, found, index)
        if before is not None and before.of_earlier:
            one.of_earlier = True  # a block that looks back goes on looking back
            continue
        if one.speaker.kind is not SpeakerKind.PERSON:
            if before is not None and before.said_on.date is not None and _near(before, one):
                _lend(one, before, f"{one.key} goes on")
            continue
        told_of = _told_of(number, one, before, drafts)
        if told_of is not None:
            _attend(one, told_of, f"{one.key} took part")
        elif before is not None and (_is_main(before) or before.said_on.date or _near(before, one)):
            if _is_current(before, published):
                _lend(one, before, f"{one.key} goes on")
        elif main := next(
            (o for o in told if o.key == one.key and _is_main(o) and _is_current(o, published)),
            None,
        ):
            _lend(one, main, f"{one.key} is reported from one occasion")
        elif event := _attended(text, number, one, news, contents):
            _attend(one, event, f"{one.key} took part")
        elif event := _hosted(extraction.quotations[index].attribution, extraction, news):
            _attend(one, event, f"{one.key} speaks for a body that held it")


def _is_current(one: Circumstances, published: DateFinding) -> bool:
    """Whether words are of the time that the article reports, not older ones it looks back to."""
    said, told = one.said_on.date, published.date
    return said is None or told is None or told.first - said.last <= _NEWS


def _is_main(one: Circumstances) -> bool:
    """Whether words are from an occasion that an article can be a report of."""
    return one.own and (one.said_on.date is not None or one.event is not None)


def _near(before: Circumstances, one: Circumstances) -> bool:
    return one.frame.paragraph - before.frame.paragraph <= 2


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
    return held is None or told is None or told.first - held.last <= _NEWS


def _attend(one: Circumstances, event: Draft, why: str) -> None:
    one.event, one.event_reason = event, f"{why}: {event.name}"
    one.said_on = _date_of(event)
    if one.place is None and event.place:
        one.place = Finding(event.place, f"there was {event.name}")


def _attended(
    text: str,
    number: int,
    one: Circumstances,
    news: Sequence[Draft],
    contents: Sequence[Span],
) -> Draft | None:
    """The one occasion reported in which the text says that the speaker took part."""
    surname = _surname(one)
    attended = [
        draft
        for draft in news
        for mention in draft.mentions
        if mention.span in draft.articles[number]
        and surname in mention.sentence.of(text)
        and _TAKES_PART.search(mention.sentence.of(text))
        and not any(content.overlaps(mention.span) for content in contents)
    ]
    dated = [draft for draft in attended if draft.place or _date_of(draft).date]
    choice = dated or attended
    return choice[0] if len({draft.name for draft in choice}) == 1 else None


def _join(
    text: str,
    number: int,
    one: Circumstances,
    news: Sequence[Draft],
    contents: Sequence[Span],
) -> None:
    """Puts words of a known day at the occasion of that day in which their speaker took part."""
    if one.event is not None or one.place is not None or one.said_on.date is None:
        return
    if one.speaker is None or one.speaker.kind is not SpeakerKind.PERSON:
        return
    event = _attended(text, number, one, news, contents)
    day = event.date.date if event else None
    if event and day and not event.guessed and day.may_be(one.said_on.date):
        one.event, one.event_reason = event, f"{one.key} took part on that day: {event.name}"
        if event.place:
            one.place = Finding(event.place, f"there was {event.name}")


def _hosted(
    attribution: Attribution, extraction: Extraction, news: Sequence[Draft]
) -> Draft | None:
    """The gathering reported of the body that the speaker speaks for."""
    roles = [attribution.role] if attribution.role else []
    if attribution.entity is not None and attribution.entity < len(extraction.entities):
        roles += extraction.entities[attribution.entity].roles
    heads = {word for role in roles for word in role.split() if word.isupper() and len(word) > 2}
    return next((draft for draft in news if draft.recent and heads & draft.names), None)


def _repeat(extraction: Extraction, found: Sequence[Circumstances]) -> None:
    for quotation, one in zip(extraction.quotations, found, strict=True):
        if quotation.repeats is not None and quotation.repeats < len(found):
            other = found[quotation.repeats]
            _lend(one, other, "the same words are told below")
            one.via = one.via or other.via
