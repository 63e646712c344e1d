"""Day, place and event carry on within a speaker's own words, never to another speaker."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.dates import DateBasis, DateFinding, PartialDate
from app.domain.gazetteer import SpeakerKind
from app.domain.quotations import Extraction, SpeechKind
from app.resolution.attendance import (
    attend,
    attendances_in,
    attended,
    hosted,
    is_news,
    join,
    told_of,
)
from app.resolution.chains import (
    LEDE,
    WITHIN_REACH,
    block_before,
    has_occasion,
    is_block,
    is_current,
    is_near,
    lend_main,
    lend_report,
    looks_back,
    main_occasion,
    same_officials,
)
from app.resolution.event_drafts import Draft
from app.resolution.occasions import Circumstances, lend
from app.resolution.reported import Report
from app.resolution.scenes import Scenes
from app.resolution.tellings import ANOTHER_OCCASION

_RECENT = re.compile(r"\b(?:recent|earlier|previous|past|separate|another|different)\b")
#: Words that go on in what was written before: "he wrote", "in his statement".
_WRITTEN = re.compile(
    r"\bwr(?:ote|ites)\b"
    r"|\b[Ii]n (?:his|her|the|their) (?:statement|memo|email|e-mail|letter|post)\b"
)
_REPLIED = re.compile(r"\b(?:replied|responded|answered|e-?mailed)\b")
_CHAIN_OF_WRITING = 30  # paragraphs from a memo to words that are still quoted from it
_ALL_HEARD = frozenset({"debate", "briefing"})  # whoever an article tells of there speaks there


@dataclass(slots=True)
class _Story:
    """One article while its words take over what is told of others."""

    text: str
    number: int
    extraction: Extraction
    found: Sequence[Circumstances]
    drafts: Sequence[Draft]
    published: DateFinding
    scenes: Scenes
    report: Report | None
    news: list[Draft] = field(default_factory=list)
    attendances: list[tuple[Draft, str]] = field(default_factory=list)
    told: list[Circumstances] = field(default_factory=list)  # words whose occasion is settled
    #: Where the sentences of each speaker's last words end.
    spoke: dict[str, int] = field(default_factory=dict)


def carry_on(
    text: str,
    number: int,
    extraction: Extraction,
    found: Sequence[Circumstances],
    drafts: Sequence[Draft],
    published: DateFinding,
    scenes: Scenes,
    report: Report | None,
) -> None:
    """Fills in what the sentences themselves leave open, from the same speaker's occasions."""
    story = _Story(text, number, extraction, found, drafts, published, scenes, report)
    contents = sorted(span for q in extraction.quotations for span in q.content)
    story.news = [d for d in drafts if number in d.articles and is_news(d, published)]
    story.attendances = attendances_in(text, number, story.news, contents)
    story.told = [one for one in found if one.settled]
    for index, one in enumerate(found):
        if index and (last := found[index - 1]).key is not None:
            story.spoke[last.key] = max(story.spoke.get(last.key, 0), last.frame.sentence.end)
        if one.key is None or one.speaker is None:
            continue
        before = block_before(extraction, found, index)
        if one.settled:
            _complete(story, index, one, before)
        elif _has_scene(story, index, one):
            continue
        elif before is not None and looks_back(before, one):
            one.of_earlier = True  # a block that looks back goes on looking back
        elif one.elsewhere:
            _write_on(story, index, one)
        elif one.speaker.kind is SpeakerKind.PERSON:
            _take_over(story, index, one, before)
        else:
            _take_over_of_body(story, index, one, before)


def _complete(story: _Story, index: int, one: Circumstances, before: Circumstances | None) -> None:
    """Gives words that tell half of their occasion the other half: its event, or its day."""
    report = story.report
    join(one, story.attendances)
    if report is not None and one.own and report.draft.type in _ALL_HEARD:
        report.put_if_heard(one, story.extraction.quotations[index].kind)
    if one.event is not None and one.said_on.date is None and not one.of_earlier:
        story.scenes.date_before(one)
    _date_on_air(story, one, before)
    _join_next(story, index, one)
    _date_by_head(story.text, one, story.scenes)


def _join_next(story: _Story, index: int, one: Circumstances) -> None:
    """Puts what the lead tells to the day at the occasion that the next words are told from.

    "Ruiz on Tuesday implied …. Ruiz, speaking at a rally in Porto, warned …": one rally.
    """
    if one.event is not None or not one.own or one.frame.depth > 1 or one.said_on.date is None:
        return
    for other in story.found[index + 1 :]:
        if other.frame.depth > LEDE or other.key != one.key or other.aside:
            return
        if other.own and other.event is not None:
            same = other.said_on.date in (None, one.said_on.date)
            if same and not (other.one_more or other.given_out or other.event.known):
                one.event = other.event
                one.event_reason = f"the next words of {one.key}: {other.event_reason}"
                one.place = one.place or other.place
                _date_event(other.event, one)
            return


def _date_event(event: Draft, one: Circumstances) -> None:
    day = one.said_on.date
    if (event.date.date is None or event.guessed) and day is not None and day.first == day.last:
        event.date, event.guessed = one.said_on, False


def _write_on(story: _Story, index: int, one: Circumstances) -> None:
    """Lets what somebody "wrote" be of the day on which their memo or statement was given out."""
    if not one.given_out or not _WRITTEN.search(story.text, *_around(one)):
        return
    for other in reversed(story.found[:index]):
        if one.frame.paragraph - other.frame.paragraph > _CHAIN_OF_WRITING:
            return
        replied = _REPLIED.search(story.text, *other.frame.sentence)
        told = other.given_out or (other.own and replied is not None)
        if other.key == one.key and told and other.said_on.date is not None:
            reason = f"{one.key} goes on in writing: {other.said_on.reason}"
            one.said_on = DateFinding(other.said_on.date, DateBasis.INFERRED, reason)
            return


def _around(one: Circumstances) -> tuple[int, int]:
    return one.frame.sentence.start, max(one.frame.cue_end, one.frame.sentence.start)


def _has_scene(story: _Story, index: int, one: Circumstances) -> bool:
    """Whether the sentence before tells the scene of the words, which they then get."""
    if not story.scenes.set_for(one, story.spoke.get(one.key or "", 0)):
        return False
    one.told_in = one.frame.paragraph
    if story.report is not None:
        story.report.put_if_heard(one, story.extraction.quotations[index].kind)
    if one.event is not None and one.said_on.date is None:
        one.said_on = _head_for_words(one, story.scenes, SpeechKind.DIRECT) or one.said_on
    if one.frame.depth <= LEDE + 1 and not one.given_out:
        one.own = True
        story.told.append(one)
    return True


def _take_over_of_body(
    story: _Story, index: int, one: Circumstances, before: Circumstances | None
) -> None:
    """Lets a body or unnamed people go on, or say what the head of the article reports."""
    other = before or same_officials(story.found, index)
    if other is not None and other.said_on.date is not None and is_near(other, one):
        lend(one, other, f"{one.key} goes on")
    elif main := main_occasion(one, story.told, story.published):
        lend_report(one, main)


def _take_over(story: _Story, index: int, one: Circumstances, before: Circumstances | None) -> None:
    """Takes over the first that fits: a block, the main occasion, the one reported, its day."""
    quotation, report = story.extraction.quotations[index], story.report
    occasion = told_of(story.number, one, before, story.drafts)
    if occasion is not None and (before is None or occasion is not before.event):
        attend(one, occasion, f"{one.key} took part")
    elif before is not None and has_occasion(before, one):
        if is_current(before, story.published) or is_block(before, one):
            lend(one, before, f"{one.key} goes on")
    elif main := main_occasion(one, story.told, story.published):
        lend_main(one, main, story.told)
    elif story.scenes.set_after(one):
        one.told_in = one.frame.paragraph
    elif report and report.hears(one, quotation.kind) and not _just_elsewhere(story, one, report):
        report.put(one)
    elif not _is_elsewhere_told(one, story.told) and (event := attended(one, story.attendances)):
        attend(one, event, f"{one.key} took part")
    elif not _is_elsewhere_told(one, story.told) and (
        day := _head_for_words(one, story.scenes, quotation.kind)
    ):
        one.said_on = day
    elif event := hosted(quotation.attribution, story.extraction, story.news):
        attend(one, event, f"{one.key} speaks for a body that took part")


def _date_on_air(story: _Story, one: Circumstances, before: Circumstances | None) -> None:
    """Gives words said on a show, of a day not told there, that of the same speaker's others."""
    event = one.event
    in_lead = event is not None and event.type == "interview" and one.frame.depth <= LEDE
    undated = event is not None and one.said_on.date is None and (event.on_air or in_lead)
    recent = any(_RECENT.search(piece.of(story.text)) for piece in one.frame.outside)
    if not undated or recent or one.given_out or one.of_earlier or one.one_more:
        return
    others = [o for o in story.told if o is not one and o.said_on.date is not None]
    near = before is not None and before.said_on.date is not None and has_occasion(before, one)
    other = before if near else main_occasion(one, others, story.published)
    if other is not None and other.said_on.date is not None and is_current(other, story.published):
        reason = f"{one.key} is reported from that day: {other.said_on.reason}"
        one.said_on = DateFinding(other.said_on.date, DateBasis.INFERRED, reason)


def _date_by_head(text: str, one: Circumstances, scenes: Scenes) -> None:
    """Gives an occasion without a day that of the head of the article, which reports it.

    Not an interview told further down: that can have been given on any day.
    """
    event = one.event
    if event is None or one.said_on.date is not None or event.known:
        return
    another = any(ANOTHER_OCCASION.search(piece.of(text)) for piece in one.frame.outside)
    if event.type == "interview" and (another or one.frame.depth > LEDE):
        return
    if not (event.date.date is None or event.guessed) or one.given_out or one.of_earlier:
        return
    day = scenes.day_of_head(one, any_verb=True)
    if day is not None:
        reason = f'"{event.words}", and the head of the article tells of {one.key} {day.reason}'
        one.said_on = DateFinding(day.date, DateBasis.INFERRED, reason)


def _head_for_words(one: Circumstances, scenes: Scenes, kind: SpeechKind) -> DateFinding | None:
    """The day of the head for words near it, which are told in the past like it."""
    if one.present or one.given_out or one.via is not None or one.frame.paragraph < 0:
        return None
    day = scenes.day_of_head(one, any_verb=False, quoted=kind is not SpeechKind.INDIRECT)
    if day is None:
        return None
    reason = f"the head of the article tells of {one.key}: {day.reason}"
    return DateFinding(day.date, DateBasis.INFERRED, reason)


def _is_elsewhere_told(one: Circumstances, told: Sequence[Circumstances]) -> bool:
    """Whether the speaker's words are told from an occasion that sentences themselves name."""
    return any(o.key == one.key and (o.own or o.given_out) for o in told)


def _just_elsewhere(story: _Story, one: Circumstances, report: Report) -> bool:
    """Whether the speaker's words shortly before are from elsewhere than the occasion reported."""
    day = report.day.date
    return any(
        other.key == one.key
        and 0 <= one.frame.paragraph - other.frame.paragraph <= WITHIN_REACH
        and (other.given_out or (other.own and _is_of_another_day(other, day)))
        for other in story.told
    )


def _is_of_another_day(one: Circumstances, day: PartialDate | None) -> bool:
    said = one.said_on.date
    return said is not None and day is not None and not said.may_be(day)
