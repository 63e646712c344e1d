"""The scene in which words are said, where the sentence before them tells of it.

"Ruiz spoke in Lisbon on Sunday. “We will pay,” she said": the day and the place stand in a
sentence of the reporter's that only tells of the speaker.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from app.domain.date_words import find_date_words
from app.domain.dates import DateBasis, DateFinding, PartialDate
from app.domain.documents import ParsedArticle
from app.domain.gazetteer import SpeakerKind
from app.domain.quotations import Extraction
from app.domain.spans import Span
from app.resolution.attendance import FRESH
from app.resolution.event_drafts import Draft
from app.resolution.event_words import EVENT_NOUN
from app.resolution.frames import Frame, body_starts
from app.resolution.name_forms import NameForms
from app.resolution.occasions import Circumstances, closer, date_of
from app.resolution.other_times import names_other_time
from app.resolution.own_days import own_date
from app.resolution.own_places import own_place
from app.resolution.own_words import own_event
from app.resolution.relative_dates import meaning
from app.resolution.sentences import sentences_between, sentences_of
from app.resolution.tellings import ANOTHER_OCCASION, is_given_out, is_hypothetical
from app.resolution.turns import Outside, turns_away

_SPEAKS = re.compile(
    r"\b(?:sp(?:oke|eak|eaking|eech)|address\w*|appear\w*|rall(?:y|ied)|campaign\w*|told|testif\w+"
    r"|deliver\w*|event|briefing|interview\w*|town hall|debate[ds]?|call(?:ed)? (?:on|for)|blast\w*"
    r"|slamm?\w*|critici[sz]\w*|attack\w*|accus\w*|defend\w*|respond\w*|announc\w*|talk\w*|said|unveil\w*|urg\w+"
    r"|warn\w*|prais\w+|met|visit\w*|tour\w*|hearing|remarks|stop|joined|message"
    r"|reception|took the stage|greet(?:ed|ing)|asked|pressed|took on|hit back|went after|lash\w+"
    r"|mock\w+|dismiss\w+|reject\w+|insist\w+|vow\w+|promis\w+|pledg\w+|question\w+|declar\w+"
    r"|sat down|(?:called|phoned|dialed) in|a guest"
    r"|rattled off|held|delivered|gave|hosted|holding|signal\w+|suggest\w+|repeat\w+|accept\w+)\b"
)
#: "During a speech Monday in Lisbon, Ruiz …": the occasion stands before the speaker.
_OCCASION = re.compile(
    rf"(?:(?:But|And|Then|Later),? )?(?i:during|in|at|speaking (?:at|in|during)) [^,]*?"
    rf"{EVENT_NOUN.pattern}"
)
#: "A reporter interviewed Ruiz": what she says next she said there.
_INTERVIEWED = re.compile(r"\binterviewed (?:[\w’'.-]+ ){0,6}$")
_IN_A_CLAUSE = re.compile(r"\b(?:after|before|when|because|since)\b")
_MADE_REMARKS = re.compile(
    r"\b(?:made (?:his|her|the|those|these)(?: \w+)? (?:remarks?|comments?|statements?|claims?)"
    r"|(?P<own>[Tt]he (?:remarks|comments) came|[Hh](?:is|er) (?:remarks|comments) came))\b"
)
_THEN = re.compile(r"\b(?:then|at the time)\b")
_LEADING = 40  # characters of a sentence in which a day leads all that it tells
_OPENS_QUOTED = re.compile(r"\s*(?:[\"“]|'')")
_BACK = 2  # paragraphs
_HEAD = 2  # the last of the paragraphs that say what an article reports
_NEAR_HEAD = 6  # the last of the paragraphs whose words are of the day that the head tells
_RECENT = timedelta(days=6)

_LATELY = timedelta(days=14)
_A_WEEK_LONG = timedelta(days=6)
_PRONOUNS = frozenset(["he", "He", "she", "She"])
_NAMES_ANOTHER = re.compile(r"[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ][\w’'-]+")


@dataclass(frozen=True, slots=True)
class Scenes:
    """Finds the scenes of one article."""

    article: ParsedArticle
    number: int
    extraction: Extraction
    drafts: Sequence[Draft]
    published: DateFinding
    forms: NameForms
    contents: Sequence[Span]
    #: Per day asked for, which paragraphs are told from another; kept, as every statement asks.
    away: dict[PartialDate, tuple[bool, ...]] = field(default_factory=dict)
    #: Per name, paragraph and sort of verb, the days the head tells; kept for the same reason.
    remarks: dict[Span, list[tuple[Span, re.Match[str]]]] = field(default_factory=dict)
    heads: dict[tuple[str, int, bool], tuple[DateFinding, ...]] = field(default_factory=dict)

    def set_for(self, one: Circumstances, after: int) -> bool:
        """Gives words the day, place and event of their scene; says whether there is one.

        `after` is where the speaker's last words end, which start a scene of their own.
        A scene that is of another time, or whose day is not known, makes them `elsewhere`.
        """
        if one.speaker is None or one.speaker.kind is not SpeakerKind.PERSON:
            return False
        if one.present or one.given_out or one.via is not None or not one.called:
            return False
        sentence = self._sentence(one, after)
        if sentence is None:
            return False
        text = self.article.text
        frame = self._frame(sentence, one) or self._frame_of_then(sentence, one)
        if frame is None or is_given_out(text, frame) or is_hypothetical(text, frame):
            return False
        between = Span(sentence.end, one.frame.sentence.start)
        self._fill(one, frame, old_too=not between.of(text).strip())
        return one.said_on.date is not None or one.event is not None or one.place is not None

    def date_before(self, one: Circumstances) -> None:
        """Dates words at an undated occasion by the sentence right before, if it tells of them.

        "Ruiz was cheerful on Sunday. “We won,” she said in an interview."
        """
        text, paragraphs = self.article.text, self.article.paragraphs
        another = any(ANOTHER_OCCASION.search(piece.of(text)) for piece in one.frame.outside)
        if another or not one.called or one.frame.paragraph < 0 or self.published.date is None:
            return
        if one.present and one.event is not None and one.event.type == "interview":
            return  # "tells the Herald in an interview": that is news, whatever went before
        here = paragraphs[one.frame.paragraph]
        sentences = [s for s in sentences_of(text, [here]) if s.start < one.frame.sentence.start]
        above = paragraphs[one.frame.paragraph - 1 : one.frame.paragraph]
        if not sentences and _OPENS_QUOTED.match(text, here.start):
            sentences = list(sentences_of(text, above))
        subject = re.compile(rf"\b(?:{one.called_pattern}|[Hh]e|[Ss]he)\b")
        if not sentences or not subject.search(sentences[-1].of(text)):
            return
        if self._is_another_interview(one, sentences[-1]):
            return
        matches = subject.finditer(text, sentences[-1].start, sentences[-1].end)
        for match in reversed(list(matches)):
            if _IN_A_CLAUSE.search(text, sentences[-1].start, match.start()):
                continue
            if match.group() in _PRONOUNS and _NAMES_ANOTHER.search(
                text, sentences[-1].start, match.start()
            ):
                continue  # "Low resigned last week, saying he was ill": that was Low
            frame = Frame(sentences[-1], (sentences[-1],), match.end(), match.end(), 0)
            date = own_date(text, frame, self.published)
            if date is not None and self._is_of_late(date.date) and one.event is not None:
                reason = f'"{one.event.words}", told after {date.reason}'
                one.said_on = DateFinding(date.date, DateBasis.INFERRED, reason)
                return

    def _is_another_interview(self, one: Circumstances, sentence: Span) -> bool:
        """Whether words of an interview stand behind a sentence that tells of another."""
        event = one.event
        return (
            event is not None
            and event.type == "interview"
            and any(
                sentence.contains(span)
                for draft in self.drafts
                if draft is not event and draft.type == "interview"
                for span in draft.articles.get(self.number, ())
            )
        )

    def _is_of_late(self, day: PartialDate | None) -> bool:
        """Whether a day told before an undated occasion may be its own: of the last two weeks.

        "Ruiz moved to Oslo in 1987. “It was cold,” she said in an interview": not of 1987.
        """
        told = self.published.date
        if day is None or told is None or day.last - day.first > _A_WEEK_LONG:
            return False
        return told.first - day.last <= _LATELY

    def set_after(self, one: Circumstances) -> bool:
        """Gives words the scene that is told right after them: "Ruiz made her remarks at …"."""
        if one.speaker is None or one.speaker.kind is not SpeakerKind.PERSON or not one.called:
            return False
        if one.given_out or one.via is not None or one.frame.paragraph < 0:
            return False
        text, first = self.article.text, one.frame.paragraph
        name = re.compile(rf"\b(?:{one.called_pattern}|He|She)\b")
        for sentence, made in self._remarks_told(first, first + _BACK + 2):
            if sentence.start < one.frame.sentence.end:
                continue
            if not name.search(text, sentence.start, made.start()) and not made["own"]:
                return False
            frame = Frame(sentence, (sentence,), made.start(), made.end(), first)
            self._fill(one, frame, "the sentence after tells of these words")
            return one.said_on.date is not None or one.event is not None
        return False

    def _remarks_told(self, first: int, last: int) -> Iterator[tuple[Span, re.Match[str]]]:
        """The sentences of some paragraphs that tell where remarks were made, in order."""
        text = self.article.text
        for paragraph in self.article.paragraphs[first:last]:
            if paragraph not in self.remarks:
                found = ((s, _MADE_REMARKS.search(text, s.start, s.end))
                         for s in sentences_of(text, [paragraph]))  # fmt: skip
                self.remarks[paragraph] = [(s, made) for s, made in found if made is not None]
            yield from self.remarks[paragraph]

    def day_of_head(
        self, one: Circumstances, *, any_verb: bool, quoted: bool = False
    ) -> DateFinding | None:
        """The one recent day that the head of the article tells of the speaker, if it does.

        None for words further down, unless they are `quoted` where the article still tells of
        that day, and where it tells of no speaking unless `any_verb` will do.
        """
        if one.speaker is None or one.speaker.kind is not SpeakerKind.PERSON or not one.called:
            return None
        if one.frame.depth > _NEAR_HEAD and not quoted:
            return None
        asked = (one.called_pattern, one.frame.paragraph, any_verb)
        if asked not in self.heads:
            self.heads[asked] = self._days_of_head(one, any_verb=any_verb)
        if len(self.heads[asked]) != 1:
            return None
        (day,) = self.heads[asked]
        told, said = self.published.date, day.date
        recent = told is not None and said is not None and told.first - said.last <= _RECENT
        if not recent or said is None:
            return None
        return day if one.frame.depth <= _NEAR_HEAD or self._still_of(one, said) else None

    def _days_of_head(self, one: Circumstances, *, any_verb: bool) -> tuple[DateFinding, ...]:
        """The days that the head of the article tells of a speaker, each once."""
        text, found = self.article.text, dict[str, DateFinding]()
        head = self.article.paragraphs[: body_starts(self.article) + _HEAD + 1]
        for sentence in sentences_of(text, head):
            frame = self._frame(sentence, one, any_verb=any_verb)
            if frame is None or is_given_out(text, frame) or is_hypothetical(text, frame):
                continue
            date = own_date(text, frame, self.published)
            if date is not None and date.date is not None:
                found[str(date.date)] = date
        return tuple(found.values())

    def _still_of(self, one: Circumstances, day: PartialDate) -> bool:
        """Whether the article still tells of the day of its head where words stand."""
        away = self.away.get(day)
        if away is None:
            outside = Outside(self.article.text, self.contents)
            away = self.away[day] = turns_away(
                self.article, self.number, self.drafts, None, day, self.published, outside
            )
        here = away[one.frame.paragraph : one.frame.paragraph + 1]
        return day.first == day.last and not any(here)

    def _sentence(self, one: Circumstances, after: int) -> Span | None:
        """The nearest sentence before the words, and after the speaker's last, that names them."""
        text, paragraphs = self.article.text, self.article.paragraphs
        name = re.compile(rf"\b{one.called_pattern}\b")
        for number in range(one.frame.paragraph, max(-1, one.frame.paragraph - _BACK - 1), -1):
            if number < 0 or number >= len(paragraphs):
                return None
            told = sentences_between(text, paragraphs[number], after, one.frame.sentence.start)
            for sentence in reversed(told):
                if name.search(sentence.of(text)):
                    return sentence
            started = _OPENS_QUOTED.match(text, paragraphs[number].start)
            if number != one.frame.paragraph and not started:
                return None
        return None

    def _frame(self, sentence: Span, one: Circumstances, *, any_verb: bool = False) -> Frame | None:
        """The sentence as the frame of what is said there; None where it tells of no speaking."""
        text = self.article.text
        outside, start = [], sentence.start
        first = max(0, bisect_left(self.contents, Span(sentence.start, sentence.start)) - 1)
        for content in self.contents[first:]:
            if content.start >= sentence.end:
                break
            if content.end > start:
                if content.start > start:
                    outside.append(Span(start, content.start))
                start = max(start, content.end)
        if start < sentence.end:
            outside.append(Span(start, sentence.end))
        for piece in outside:
            found = re.search(rf"\b{one.called_pattern}\b", piece.of(text))
            if found is None:
                continue
            end = piece.start + found.end()
            told = _SPEAKS.search(text, end, piece.end)
            if told and _IN_A_CLAUSE.search(text, end, told.start()):
                told = None  # "took on Roe on Sunday after Roe had said on Saturday …"
            asked = _INTERVIEWED.search(text, piece.start, piece.start + found.start())
            if told is None and (any_verb or asked or _OCCASION.match(piece.of(text))):
                return Frame(sentence, tuple(outside), end, end, 0)
            if told is None:
                return None
            return Frame(sentence, tuple(outside), told.start(), told.end(), one.frame.paragraph)
        return None

    def _frame_of_then(self, sentence: Span, one: Circumstances) -> Frame | None:
        """The sentence right before, whatever it says was done, where words point back to it.

        "In 2012, Ruiz left the council. “We pay,” she said at the time".
        """
        text, said = self.article.text, one.frame.sentence
        near = not Span(sentence.end, said.start).of(text).strip()
        then = near and _THEN.search(text, said.start, said.end)
        return self._frame(sentence, one, any_verb=True) if then else None

    def _fill(
        self,
        one: Circumstances,
        frame: Frame,
        why: str = "the sentence before tells of the speaker",
        *,
        old_too: bool = False,
    ) -> None:
        text = self.article.text
        date = own_date(text, frame, self.published)
        event = own_event(text, frame, self.number, self.drafts, self.published, scene=True)
        place = own_place(text, frame, self.extraction.mentions, self.forms)
        held = date or (event.date if event is not None else None)
        told, said = self.published.date, held.date if held is not None else None
        if date is not None and date.date is None:
            one.elsewhere = True  # "two days later", "on Monday" of a report without a day
            return
        old = said is not None and (told is None or told.first - said.last > FRESH)
        then = _THEN.search(text, one.frame.sentence.start, one.frame.sentence.end)
        led = old_too and date is not None and _leads(text, frame, date.date, told)
        if (old and not (then or led)) or (
            date is None and event is None and names_other_time(text, frame)
        ):
            one.elsewhere = True
            return
        if date is not None and date.date is not None:
            found = closer(date, event)
            one.said_on = DateFinding(found.date, found.basis, f"{why}: {found.reason}")
        elif event is not None:
            one.said_on = date_of(event)
        if event is not None:
            one.event, one.event_reason = event, f'{why} at "{event.words}"'
        one.place = one.place or place


def _leads(
    text: str, frame: Frame, date: PartialDate | None, published: PartialDate | None
) -> bool:
    """Whether a day stands at the head of a sentence: "Last June, Ruiz caused a stir"."""
    start = frame.sentence.start
    head = Span(start, min(frame.anchor, start + _LEADING))
    return any(
        meaning(words, published, future=False) == date for words in find_date_words(text, head)
    )
