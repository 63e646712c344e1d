"""Words that tell half of their occasion: its event without a day, or a day without an event."""

import re

from app.domain.dates import DateBasis, DateFinding
from app.domain.quotations import SpeechKind
from app.resolution.attendance import join
from app.resolution.chains import LEDE, has_occasion, is_current, main_occasion
from app.resolution.event_drafts import Draft
from app.resolution.occasions import Circumstances
from app.resolution.scenes import Scenes
from app.resolution.stories import Story
from app.resolution.tellings import ANOTHER_OCCASION

_RECENT = re.compile(r"\b(?:recent|earlier|previous|past|separate|another|different)\b")
#: Words that go on in what was written before: "he wrote", "in his statement".
_WRITTEN = re.compile(
    r"\bwr(?:ote|ites)\b"
    r"|\b[Ii]n (?:his|her|the|their) (?:statement|memo|email|e-mail|letter|post)\b"
)
_A_LETTER = re.compile(
    r"\b[Ii]n an? (?:\w+ )?(?:statement|memo|email|e-mail|letter|post|message)\b"
)
_ANEW = re.compile(r"(?:an|another|a) (?:[\w-]+ ){0,3}interview\b", re.IGNORECASE)
_REPLIED = re.compile(r"\b(?:replied|responded|answered|e-?mailed)\b")
_CHAIN_OF_WRITING = 30  # paragraphs from a memo to words that are still quoted from it
_ALL_HEARD = frozenset({"debate", "briefing"})  # whoever an article tells of there speaks there


def complete(story: Story, index: int, one: Circumstances, before: Circumstances | None) -> None:
    """Gives words that tell half of their occasion the other half: its event, or its day."""
    report = story.report
    join(one, story.attendances)
    if report is not None and one.own and report.draft.type in _ALL_HEARD:
        report.put_if_heard(one, story.extraction.quotations[index].kind)
    if one.event is not None and one.said_on.date is None and not one.of_earlier:
        story.scenes.date_before(one)
    _date_on_air(story, one, before)
    _join_next(story, index, one)
    _date_by_head(story, one)


def _join_next(story: Story, index: int, one: Circumstances) -> None:
    """Puts what the lead tells to the day at the occasion that the next words are told from.

    "Ruiz on Tuesday implied …. Ruiz, speaking at a rally in Porto, warned …": one rally. Where
    nothing dates the article, "in Porto on Tuesday" tells as much by its place.
    """
    if one.event is not None or not one.own or one.frame.depth > 1:
        return
    if one.said_on.date is None and (one.place is None or story.published.date is not None):
        return
    for other in story.found[index + 1 :]:
        if other.frame.depth > LEDE or other.key != one.key or other.aside:
            return
        if other.own and other.event is None and other.place is not None and one.place is None:
            plain = not (other.one_more or other.given_out)
            same = plain and other.said_on.date in (None, one.said_on.date)
            if same and other.frame.paragraph - one.frame.paragraph <= 1:
                one.place = other.place
        if other.own and other.event is not None:
            pieces = (piece.of(story.text) for piece in other.frame.outside)
            same = other.said_on.date in (None, one.said_on.date)
            same = same and not any(ANOTHER_OCCASION.search(piece) for piece in pieces)
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


def write_on(story: Story, index: int, one: Circumstances) -> None:
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
        if other.key == one.key and _A_LETTER.search(story.text, *other.frame.sentence):
            return  # another letter, of a day not told


def _around(one: Circumstances) -> tuple[int, int]:
    return one.frame.sentence.start, max(one.frame.cue_end, one.frame.sentence.start)


def _date_on_air(story: Story, one: Circumstances, before: Circumstances | None) -> None:
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
    if other is not None and _is_of_two_interviews(one, other):
        return
    if other is not None and other.said_on.date is not None and is_current(other, story.published):
        reason = f"{one.key} is reported from that day: {other.said_on.reason}"
        one.said_on = DateFinding(other.said_on.date, DateBasis.INFERRED, reason)


def _is_of_two_interviews(one: Circumstances, other: Circumstances) -> bool:
    """Whether words are from an interview that is told anew, and others from one told before.

    "In an interview with the Herald" begins another one; "told the Herald" may be of the same.
    """
    first, second = one.event, other.event
    return (
        first is not None
        and second is not None
        and first is not second
        and first.type == second.type == "interview"
        and _ANEW.match(first.words) is not None
    )


def _date_by_head(story: Story, one: Circumstances) -> None:
    """Gives an occasion without a day that of the head of the article, which reports it.

    Not an interview told further down: that can have been given on any day.
    """
    event = one.event
    if event is None or one.said_on.date is not None or event.known:
        return
    another = any(ANOTHER_OCCASION.search(piece.of(story.text)) for piece in one.frame.outside)
    another = another or any(
        other.key == one.key and _is_of_two_interviews(one, other) for other in story.told
    )
    if event.type == "interview" and (another or one.frame.depth > LEDE):
        return
    if not (event.date.date is None or event.guessed) or one.given_out or one.of_earlier:
        return
    day = story.scenes.day_of_head(one, any_verb=True)
    if day is not None:
        reason = f'"{event.words}", and the head of the article tells of {one.key} {day.reason}'
        one.said_on = DateFinding(day.date, DateBasis.INFERRED, reason)


def head_for_words(one: Circumstances, scenes: Scenes, kind: SpeechKind) -> DateFinding | None:
    """The day of the head for words near it, which are told in the past like it."""
    if one.present or one.given_out or one.via is not None or one.frame.paragraph < 0:
        return None
    day = scenes.day_of_head(one, any_verb=False, quoted=kind is not SpeechKind.INDIRECT)
    if day is None:
        return None
    reason = f"the head of the article tells of {one.key}: {day.reason}"
    return DateFinding(day.date, DateBasis.INFERRED, reason)
