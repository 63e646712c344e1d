"""Day, place and event carry on within a speaker's own words, never to another speaker."""

import re
from collections.abc import Sequence
from datetime import timedelta

from app.domain.dates import DateBasis, DateFinding, PartialDate
from app.domain.gazetteer import SpeakerKind
from app.domain.quotations import Extraction, SpeechKind
from app.resolution.attendance import (
    FRESH,
    attend,
    attendances_in,
    attended,
    hosted,
    is_news,
    join,
    told_of,
)
from app.resolution.event_drafts import Draft
from app.resolution.occasions import Circumstances, lend
from app.resolution.reported import Report
from app.resolution.scenes import Scenes
from app.resolution.tellings import ANOTHER_OCCASION

_NEWS = timedelta(days=60)  # words older than this are background, and nothing goes on from them
_A_WEEK = timedelta(days=7)
_NEIGHBOURS = 3  # paragraphs within which words go on from those before them
_CHAIN = 6  # paragraphs that words may go on from those that tell the occasion
_LEDE = 2  # the last of the paragraphs in which an article says what it reports
_WITHIN_REACH = 4  # paragraphs to an occasion told further down than the lede
_ANSWERED = 2  # paragraphs from words to those that answer the next question
_ASKED_WITHIN = 1  # paragraphs between an answer and the question before it
_RECENT = re.compile(r"\b(?:recent|earlier|previous|past|separate|another)\b")
_ALL_HEARD = frozenset({"debate", "briefing"})  # whoever an article tells of there speaks there
_THE = re.compile(r"[Tt]he ([a-z]+)")
_SOURCES = frozenset({"interview", "briefing"})  # where reporters get their own quotations


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
    contents = sorted(span for q in extraction.quotations for span in q.content)
    news = [draft for draft in drafts if number in draft.articles and is_news(draft, published)]
    attendances = attendances_in(text, number, news, contents)
    told = [one for one in found if one.settled]
    spoke: dict[str, int] = {}  # where the sentences of a speaker's last words end
    for index, one in enumerate(found):
        if index and (last := found[index - 1]).key is not None:
            spoke[last.key] = max(spoke.get(last.key, 0), last.frame.sentence.end)
        if one.key is None or one.speaker is None:
            continue
        before = _block_before(extraction, found, index)
        if one.settled:
            join(one, attendances)
            if report is not None and one.own and report.draft.type in _ALL_HEARD:
                report.put_if_heard(one, extraction.quotations[index].kind)
            if one.event is not None and one.said_on.date is None and not one.of_earlier:
                scenes.date_before(one)
            _date_on_air(text, one, before, told, published)
            _date_by_head(text, one, scenes)
            continue
        if scenes.set_for(one, spoke.get(one.key, 0)):
            one.told_in = one.frame.paragraph
            if report is not None:
                report.put_if_heard(one, extraction.quotations[index].kind)
            if one.frame.depth <= _LEDE + 1 and not one.given_out:
                one.own = True
                told.append(one)
            continue
        if before is not None and _looks_back(before, one):
            one.of_earlier = True  # a block that looks back goes on looking back
            continue
        if one.elsewhere:
            continue
        if one.speaker.kind is not SpeakerKind.PERSON:
            other = before or _same_officials(found, index)
            if other is not None and other.said_on.date is not None and _near(other, one):
                lend(one, other, f"{one.key} goes on")
            elif main := _main(one, told, published):
                _lend_report(one, main)
            continue
        occasion = told_of(number, one, before, drafts)
        if occasion is not None and (before is None or occasion is not before.event):
            attend(one, occasion, f"{one.key} took part")
        elif before is not None and _has_occasion(before, one):
            if _is_current(before, published) or _is_block(before, one):
                lend(one, before, f"{one.key} goes on")
        elif main := _main(one, told, published):
            _lend_main(one, main, told)
        elif scenes.set_after(one):
            one.told_in = one.frame.paragraph
        elif (
            report is not None
            and report.hears(one, extraction.quotations[index].kind)
            and not _just_elsewhere(one, told, report)
        ):
            report.put(one)
        elif not _is_elsewhere_told(one, told) and (event := attended(one, attendances)):
            attend(one, event, f"{one.key} took part")
        elif not _is_elsewhere_told(one, told) and (
            day := _head_for_words(one, scenes, extraction.quotations[index].kind)
        ):
            one.said_on = day
        elif event := hosted(extraction.quotations[index].attribution, extraction, news):
            attend(one, event, f"{one.key} speaks for a body that took part")


def _same_officials(found: Sequence[Circumstances], index: int) -> Circumstances | None:
    """The words before it of "Harbour officials", where "the officials" speak again."""
    one = found[index]
    noun = _THE.fullmatch(one.key or "")
    if noun is None or index == 0 or one.frame.paragraph < 0:
        return None
    other = found[index - 1]
    same = (other.key or "").lower().endswith(noun[1].lower()) and not other.of_earlier
    return other if same and other.present == one.present else None


def _lend_report(one: Circumstances, main: Circumstances) -> None:
    """Lends the day on which a body said what the head of the article reports."""
    dated = main.said_on.date is not None and main.said_on.date.first == main.said_on.date.last
    if dated and main.frame.depth <= _LEDE and not (main.present or one.present):
        lend(one, main, f"{one.key} is reported from one occasion")


def _looks_back(before: Circumstances, one: Circumstances) -> bool:
    """Whether words go on from older ones: in the same paragraph, or right below those told so."""
    if not before.of_earlier or before.aside:
        return False
    apart = one.frame.paragraph - before.frame.paragraph
    return apart == 0 or (apart == 1 and before.settled)


def _date_on_air(
    text: str,
    one: Circumstances,
    before: Circumstances | None,
    told: Sequence[Circumstances],
    published: DateFinding,
) -> None:
    """Gives words said on a show, of a day not told there, that of the same speaker's others."""
    undated = one.event is not None and one.said_on.date is None and one.event.on_air
    recent = any(_RECENT.search(piece.of(text)) for piece in one.frame.outside)
    if not undated or recent or one.given_out or one.of_earlier or one.one_more:
        return
    others = [o for o in told if o is not one and o.said_on.date is not None]
    near = before is not None and before.said_on.date is not None and _has_occasion(before, one)
    other = before if near else _main(one, others, published)
    if other is not None and other.said_on.date is not None and _is_current(other, published):
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
    if event.type == "interview" and (another or one.frame.depth > _LEDE):
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


def _just_elsewhere(one: Circumstances, told: Sequence[Circumstances], report: Report) -> bool:
    """Whether the speaker's words shortly before are from elsewhere than the occasion reported."""
    day = report.day.date
    return any(
        other.key == one.key
        and 0 <= one.frame.paragraph - other.frame.paragraph <= _WITHIN_REACH
        and (other.given_out or (other.own and _is_of_another_day(other, day)))
        for other in told
    )


def _is_of_another_day(one: Circumstances, day: PartialDate | None) -> bool:
    said = one.said_on.date
    return said is not None and day is not None and not said.may_be(day)


def _is_current(one: Circumstances, published: DateFinding) -> bool:
    """Whether words are of the time that the article reports, not older ones it looks back to."""
    said, told = one.said_on.date, published.date
    return said is None or told is None or told.first - said.last <= _NEWS


def _is_block(before: Circumstances, one: Circumstances) -> bool:
    """Whether words of long ago go on: in one paragraph, or right below at the same occasion."""
    apart = one.frame.paragraph - before.frame.paragraph
    return before.own and (apart == 0 or (apart <= _ANSWERED and before.event is not None))


def _main(
    one: Circumstances, told: Sequence[Circumstances], published: DateFinding
) -> Circumstances | None:
    """The occasion that the article reports of a speaker; none where it tells of several days."""
    own = [o for o in told if o.key == one.key and _is_main(o)]
    days = {o.said_on.date for o in own if o.said_on.date is not None}
    if not own or len(days) > 1 or not _is_fresh(own[0], published):
        return None
    return next((o for o in own if _reaches(o, one)), None)


def _reaches(main: Circumstances, one: Circumstances) -> bool:
    """Whether an occasion is told where it can be that of other words in the article.

    What the head of an article tells is what all of it reports; further down it is told of the
    words near it. A scene told in the present is another than what was said.
    """
    if main.given_out or main.present != one.present:
        return one.frame.paragraph < 0 and not main.given_out
    dated = main.said_on.date is not None and main.said_on.date.first == main.said_on.date.last
    if one.frame.paragraph < 0 or (dated and main.frame.depth <= _LEDE):
        return True
    ahead = one.frame.paragraph - main.frame.paragraph
    if main.one_more and ahead < 0:
        return False
    source = main.event is not None and main.event.type in _SOURCES
    return source or abs(ahead) <= _WITHIN_REACH


def _lend_main(one: Circumstances, main: Circumstances, told: Sequence[Circumstances]) -> None:
    """Lends the occasion reported; only its day where the speaker is told of at others too."""
    lend(one, main, f"{one.key} is reported from one occasion")
    others = [o for o in told if o.key == one.key and (o.own or o.given_out)]
    where = {(o.event.place, o.said_on.date) for o in others if o.event is not None}
    if len(where) > 1 or any(o.given_out for o in others):
        one.event, one.event_reason, one.place = None, "", None


def _is_fresh(one: Circumstances, published: DateFinding) -> bool:
    """Whether words are so recent that the article as a whole can be a report of them."""
    said, told = one.said_on.date, published.date
    return said is None or told is None or told.first - said.last <= FRESH


def _is_main(one: Circumstances) -> bool:
    """Whether words are from an occasion that an article can be a report of."""
    return one.own and not one.aside and (one.said_on.date is not None or one.event is not None)


def _has_occasion(before: Circumstances, one: Circumstances) -> bool:
    if not _near(before, one) or _goes_far(before, one) or before.present != one.present:
        return False
    if before.given_out and one.frame.paragraph - before.frame.paragraph > 1:
        return False
    return bool(before.said_on.date or before.event or before.place)


def _goes_far(before: Circumstances, one: Circumstances) -> bool:
    """Whether a time as wide as a month would carry on past its own paragraph."""
    date = before.said_on.date
    wide = date is not None and date.last - date.first > _A_WEEK and before.event is None
    return wide and one.frame.paragraph != before.frame.paragraph


def _near(before: Circumstances, one: Circumstances) -> bool:
    above = before.frame.paragraph - before.frame.depth  # paragraphs before the running text
    told_in = before.frame.paragraph if before.told_in is None else before.told_in
    apart = one.frame.paragraph - before.frame.paragraph
    return apart <= _NEIGHBOURS and (
        told_in - above <= _LEDE or one.frame.paragraph - told_in <= _CHAIN
    )


def _block_before(
    extraction: Extraction, found: Sequence[Circumstances], index: int
) -> Circumstances | None:
    """The quotation before it, where that is by the same speaker or by who asks them."""
    one = found[index]
    for earlier in range(index - 1, -1, -1):
        other = found[earlier]
        if extraction.quotations[earlier].nested_in is not None:
            continue
        if other.key == one.key and other.frame.paragraph >= 0:
            if not other.aside:
                return other
        elif one.frame.paragraph - other.frame.paragraph > _ASKED_WITHIN or not other.asks:
            return None
    return None
