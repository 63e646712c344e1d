"""Day, place and event carry on within a speaker's own words, never to another speaker."""

import re
from collections.abc import Sequence
from datetime import timedelta

from app.domain.dates import DateFinding, PartialDate
from app.domain.gazetteer import SpeakerKind
from app.domain.quotations import Extraction, SpeechKind
from app.domain.resolved import Finding
from app.resolution.attendance import (
    attend,
    attendances_in,
    attended,
    hosted,
    is_news,
    told_of,
)
from app.resolution.chains import (
    LEDE,
    WITHIN_REACH,
    block_before,
    has_occasion,
    is_block,
    is_current,
    is_looked_back_to,
    is_near,
    lend_main,
    lend_report,
    looks_back,
    main_occasion,
    same_officials,
)
from app.resolution.event_drafts import Draft
from app.resolution.half_told import complete, head_for_words, write_on
from app.resolution.occasions import Circumstances, date_events, lend, why_lent
from app.resolution.reported import Report
from app.resolution.scenes import Scenes
from app.resolution.stories import Story

_A_MONTH = timedelta(days=27)
_TOLD = re.compile(r"(?:told|tells)\b")
#: What is said of words of long ago, and not then: "I was wrong", "I would say it again today".
_OF_THEN = re.compile(
    r"\b(?:(?:I|[Ww]e) (?:was|were)(?: (?:so|too|very|all|just|simply|clearly|badly|then))?"
    r" (?:wrong|mistaken|misled|misinformed|advised|young|naive|inexperienced|a (?:kid|child|fool))"
    r"|(?:I|[Ww]e)(?:[’']ve| have)? (?:\w+ly )?(?:regret|apologi[sz]e|changed (?:my|our) minds?"
    r"|learned)"
    r"|(?:[Ii]n|[Ww]ith) hindsight|[Ll]ooking back|[Bb]ack then|[Ii]n those days"
    r"|(?:shouldn[’']t|should(?: never| not)?|wouldn[’']t|would(?: never| not)?) have (?:said|done)"
    r"|(?:no longer|still) (?:think|believe|hold|feel|stand)\b|stand by (?:it|that|what|those|my))",
)
_PRONOUN = re.compile(r"(?:he|she|they|it|who)\b", re.IGNORECASE)


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
    story = Story(text, number, extraction, found, drafts, published, scenes, report)
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
            complete(story, index, one, before)
            date_events([one])
            _share_report(story, index, one, before)
        elif _has_scene(story, index, one):
            continue
        elif before is not None and looks_back(before, one):
            one.of_earlier = True  # a block that looks back goes on looking back
        elif one.elsewhere:
            write_on(story, index, one)
        elif one.speaker.kind is SpeakerKind.PERSON:
            _take_over(story, index, one, before)
        else:
            _take_over_of_body(story, index, one, before)


def _share_report(
    story: Story, index: int, one: Circumstances, before: Circumstances | None
) -> None:
    """Gives words that a citation dates the place of others from the same report, beside them.

    "Ruiz said the pier would stay, CPA reported. “We stay,” she said in Lisbon (CPA II, July 1)":
    what leads to the quotation was said in Lisbon as well, and so is what goes on from it.
    """
    if not one.cited or one.own or one.place is not None or one.event is not None:
        return
    others = [before] if before is not None else []
    if story.extraction.quotations[index].kind is SpeechKind.INDIRECT:
        others += story.found[index + 1 : index + 2]
    for other in others:
        near = abs(other.frame.paragraph - one.frame.paragraph) <= 1
        same = other.key == one.key and other.cited == one.cited
        if near and same and other.place is not None and other.said_on.date == one.said_on.date:
            lend(one, other, f"{one.key} is cited from one report")
            return


def _has_scene(story: Story, index: int, one: Circumstances) -> bool:
    """Whether the sentence before tells the scene of the words, which they then get."""
    if one.apart or not story.scenes.set_for(one, story.spoke.get(one.key or "", 0)):
        return False
    one.told_in = one.frame.paragraph
    if story.report is not None:
        story.report.put_if_heard(one, story.extraction.quotations[index].kind)
    if one.event is not None and one.said_on.date is None:
        one.said_on = head_for_words(one, story.scenes, SpeechKind.DIRECT) or one.said_on
    if one.frame.depth <= LEDE + 1 and not one.given_out:
        one.own = True
        story.told.append(one)
    return True


def _take_over_of_body(
    story: Story, index: int, one: Circumstances, before: Circumstances | None
) -> None:
    """Lets a body or unnamed people go on, or say what the head of the article reports."""
    other = before or same_officials(story.found, index)
    if other is not None and other.said_on.date is not None and is_near(other, one):
        lend(one, other, f"{one.key} goes on")
    elif main := main_occasion(one, story.told, story.published):
        lend_report(one, main)


def _take_over(story: Story, index: int, one: Circumstances, before: Circumstances | None) -> None:
    """Takes over the first that fits: a block, the main occasion, the one reported, its day."""
    quotation, report = story.extraction.quotations[index], story.report
    occasion = told_of(story.number, one, before, story.drafts)
    if occasion is not None and (before is None or occasion is not before.event):
        attend(one, occasion, f"{one.key} took part")
    elif before is not None and is_looked_back_to(before, one, story.told, story.published):
        return  # "told parliament on Jan. 4" in a report of this week
    elif before is not None and has_occasion(before, one):
        current = is_current(before, story.published)
        if not current and _comes_back(story, index, before):
            one.apart = True
        elif current or is_block(before, one):
            lend(one, before, f"{one.key} goes on")
    elif before is not None and _tells_a_day_unknown(before, one):
        return  # "on Monday", of a report whose day is not known: of that day, whichever it is
    elif main := main_occasion(one, story.told, story.published):
        lend_main(one, main, story.told)
    elif story.scenes.set_after(one):
        one.told_in = one.frame.paragraph
    elif report and report.hears(one, quotation.kind) and not _just_elsewhere(story, one, report):
        report.put(one)
    elif not _is_elsewhere_told(one, story.told) and (event := attended(one, story.attendances)):
        attend(one, event, f"{one.key} took part")
    elif not _is_elsewhere_told(one, story.told) and (
        day := head_for_words(one, story.scenes, quotation.kind)
    ):
        one.said_on = day
    elif event := hosted(quotation.attribution, story.extraction, story.news):
        attend(one, event, f"{one.key} speaks for a body that took part")


def _comes_back(story: Story, index: int, before: Circumstances) -> bool:
    """Whether words behind older ones of a wide time are of now: their speaker is named again.

    "In 2008 she said it should close. “I have changed my mind,” Ruiz said."
    """
    said, text = before.said_on.date, story.text
    quotation = story.extraction.quotations[index]
    if story.found[index].present and not before.present:
        return True  # "In 2009 she said so. She now says …"
    if any(_OF_THEN.search(text, *span) for span in quotation.content):
        return True
    if said is None or said.last - said.first < _A_MONTH or before.given_out:
        return False
    source, cue = quotation.source, quotation.cue
    if before.event is not None and not (cue and _TOLD.match(text, cue[0].start, cue[0].end)):
        return False  # at that event, but for what is told somebody else
    return bool(source) and not _PRONOUN.match(text, source[0].start, source[0].end)


def _tells_a_day_unknown(before: Circumstances, one: Circumstances) -> bool:
    """Whether words go on from others whose own sentence names a day that cannot be worked out."""
    nothing = before.event is None and before.place is None and before.said_on.date is None
    return (before.own or before.apart) and nothing and is_near(before, one)


def _is_elsewhere_told(one: Circumstances, told: Sequence[Circumstances]) -> bool:
    """Whether the speaker's words are told from an occasion that sentences themselves name."""
    return any(o.key == one.key and (o.own or o.given_out) for o in told)


def _just_elsewhere(story: Story, one: Circumstances, report: Report) -> bool:
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


def carry_channels(extraction: Extraction, found: Sequence[Circumstances]) -> None:
    """Lends the channel of words to those that go on from them, in their paragraph or interview.

    "She told Politika the pier would stay. She added …": both were told to Politika.
    """
    before: Circumstances | None = None  # the last words that stand in no others
    for quotation, one in zip(extraction.quotations, found, strict=True):
        if before is not None and before.via is not None and _goes_on_in(one, before):
            one.via = Finding(before.via.value, why_lent(f"{one.key} goes on", before.via.reason))
        if quotation.nested_in is None:
            before = one


def _goes_on_in(one: Circumstances, before: Circumstances) -> bool:
    """Whether words without a channel go on from those before, of the same speaker."""
    if one.via is not None or one.key is None or before.key != one.key or one.of_earlier:
        return False
    interview = one.event is not None and one.event.type == "interview"
    same_paragraph = before.frame.paragraph == one.frame.paragraph >= 0 and not one.own
    return one.event is before.event and (same_paragraph or interview)
