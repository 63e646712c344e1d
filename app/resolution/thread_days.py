"""Days by the thread of a report, for words that tell none themselves.

"Ruiz hosted her show on Friday. She urged …. “We will pay,” Ruiz said": a sentence of the
reporter's takes the telling to a day, and what is told of the same person goes on there until
another sentence takes it elsewhere. Where others speak between, or the day is told of somebody
else, the words are of that day or of one up to the report: what is found is a range.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import timedelta

from app.domain.date_words import find_date_words
from app.domain.dates import DateBasis, DateFinding, DatePrecision, PartialDate
from app.domain.spans import Span
from app.resolution.event_words import GATHERINGS
from app.resolution.moments import Moment
from app.resolution.occasions import Circumstances, is_a_person, why_lent
from app.resolution.reasons import published_when
from app.resolution.relative_dates import meaning
from app.resolution.tellings import APART, GIVEN_OUT
from app.resolution.threads import HEAD, NEAR, Thread, is_elsewhere

_RECENT = timedelta(days=6)
_A_DAY = timedelta(days=1)
_MANY = 50  # words of others between two of the same speaker
_LEAD = 2  # the last paragraph of a lead
_ALONGSIDE = re.compile(r"\w+ing\b")  # "pleaded guilty on Friday, admitting …"
#: A lead that reports what many take part in: those quoted below spoke there and then, or since.
_GATHERING = re.compile(
    r"\b(?:debates?|debated|hearings?|summit|convention|forum|panel|committee|testimony|testif\w+"
    r"|roundtable|candidates|contenders|rivals|leaders|lawmakers|senators|delegates|meeting|met"
    r"|gathered)\b"
)
#: "At its recent convention", "later": of a time that a paragraph tells without a date.
_OPEN_TIME = re.compile(
    r"\b(?:recent(?:ly)?|[Ee]arlier|[Ll]ater|(?:[Tt]hat|[Tt]his) (?:day|night|week|month|year"
    r"|spring|summer|fall|autumn|winter)|[Oo]nce|[Uu]sed to|[Ff]ormerly|[Pp]reviously"
    r"|[Oo]riginally)\b"
)
#: "In the days following the vote, Ruiz has sought to …": of no one day.
_SINCE_DAYS = re.compile(r"^\W*(?:In|Over|For) (?:\w+ ){0,3}(?:days|weeks|months|years)\b")
_SAID_AGAIN = re.compile(r"\b(?:repeat|reiterat)(?:ed|ing)\b")
#: "Attacked them following the vote": said when that was news.
_AFTERMATH = re.compile(r"\b(?:[Ff]ollowing|[Ss]ince|[Ii]n the wake of)\b")


def date_by_thread(thread: Thread) -> None:
    """Dates words by the same speaker's words before, or by the sentences before."""
    days = _Days(thread)
    for index, one in enumerate(thread.found):
        if thread.nested[index]:
            continue
        if one.said_on.date is None and days.is_of_the_thread(one):
            days.date(index, one)
        elif one.said_on.date is not None and not (one.own or one.settled):
            days.date_anew(index, one)
        thread.note(index, known=one.said_on.date is not None)
    for index, one in enumerate(thread.found):
        if one.said_on.date is not None or one.of_earlier:
            continue
        if one.frame.paragraph < 0:
            days.date_headline(one)
        if one.said_on.date is None and one.frame.depth <= 0 and not thread.nested[index]:
            days.date_first_words(one)


class _Days:
    def __init__(self, thread: Thread) -> None:
        self.thread = thread
        self.moments = [m for m in thread.moments if m.date is not None]
        self.starts = [m.sentence.start for m in self.moments]
        news = (m for m in self.moments if m.depth <= _LEAD and self._is_news(m.date))
        self.lead = lead = next(news, None)
        gathers = lead and lead.alone and _GATHERING.search(lead.told) and not self._is_said(lead)
        self.gathering = lead if gathers else None

    def is_of_the_thread(self, one: Circumstances) -> bool:
        """Whether words can be of the time the telling has reached: no older ones, no book's."""
        if one.of_earlier or one.apart or (one.settled and not one.own):
            return False
        text = self.thread.article.text
        return not any(APART.search(piece.of(text)) for piece in one.frame.outside)

    def date(self, index: int, one: Circumstances) -> None:
        """Dates words by what stands before them, the nearest to their speaker first."""
        if one.frame.paragraph < 0:
            return
        before = self.moments[: bisect_left(self.starts, one.frame.anchor)]
        before = self.thread.since_lost(one, before)
        named = self.thread.last_about(one, before)
        last = before[-1] if before else None
        other = self.thread.before(index)
        since = bool(
            other and named and named.sentence.start >= other[1].frame.sentence.end
        )  # a sentence since takes the speaker to another time
        if other and not since and self._looked_back(other[1], one):
            return
        if other and not since and self._carry_on(index, *other, before):
            return
        if named is not None and self._date_by(named, one, last=named is last):
            return
        near = other and since and one.frame.paragraph - other[1].frame.paragraph <= 1
        if other and near and not self._is_old(one) and self._carry_on(index, *other, before):
            return
        self._date_loosely(one, last)

    def _looked_back(self, other: Circumstances, one: Circumstances) -> bool:
        """Whether the words before are older than the news that the lead tells of the speaker."""
        apart = other.frame.paragraph != one.frame.paragraph and other.event is None
        old = apart and self.lead is not None and not self._is_news(other.said_on.date)
        return old and self.lead is not None and self.thread.names(self.lead, one)

    def date_anew(self, index: int, one: Circumstances) -> None:
        """Dates words lent a day anew where a sentence since takes their speaker to another."""
        before = self.moments[: bisect_left(self.starts, one.frame.anchor)]
        other = self.thread.before(index)
        if one.frame.paragraph < 0 or one.event or not before or other is None:
            return
        near = before[-1]
        since = near.sentence.start >= other[1].frame.sentence.end
        if since and near.date != one.said_on.date and self.thread.names(near, one):
            self._date_by(near, one, last=True)

    def _carry_on(
        self, index: int, at: int, other: Circumstances, before: Sequence[Moment]
    ) -> bool:
        """Dates words by those before of the same speaker; says whether it does."""
        one, date = self.thread.found[index], other.said_on.date
        apart = one.frame.paragraph - other.frame.paragraph
        old = not self._is_news(date)
        same = one.event is None or one.event is other.event
        if date is None or (old and not (other.own and apart <= 1)):
            return False
        if one.place and other.place and one.place.value != other.place.value:
            return False  # said somewhere else, so at another time
        if one.event and not same and (other.event or one.event.type in GATHERINGS):
            return False
        since = bisect_left(self.starts, other.frame.sentence.end)
        moved = any(m.date != date for m in before[since:])
        between = index - at > _MANY or any(
            o.key != one.key and o.frame.paragraph >= 0 for o in self.thread.found[at + 1 : index]
        )
        goes_on = one.present == other.present and (other.given_out or not is_elsewhere(one))
        if old and (between or not (goes_on and same)):
            return False
        near = apart <= NEAR and not (between and apart > 1)
        if not (same and goes_on and near) or moved:
            date = self._up_to_print(date)
        reason = why_lent(f"{one.key} goes on", other.said_on.reason)
        one.said_on = DateFinding(date, DateBasis.INFERRED, reason)
        return True

    def _date_by(self, near: Moment, one: Circumstances, *, last: bool) -> bool:
        """Dates words by a sentence before that names their speaker; says whether it does."""
        if not (near.alone and self._is_news(near.date)):
            return False
        apart = one.frame.paragraph - near.paragraph
        why = f'the article tells of {one.key} "{near.printed}"'
        if near.sentence.start <= one.frame.anchor < near.sentence.end:
            if not _ALONGSIDE.match(self.thread.article.text, one.frame.anchor):
                return False
            self._day(one, near, why)
        elif last and apart <= NEAR and not (is_elsewhere(one) or GIVEN_OUT.search(near.told)):
            self._day(one, near, why)
        elif last or apart <= NEAR:
            self._range(one, near, why)
        else:
            return False
        return True

    def _date_loosely(self, one: Circumstances, last: Moment | None) -> None:
        """Dates words by a day told right before of nobody's words, or by a lead on a gathering.

        Only in a report whose lead tells the day of its news: columns and features stray.
        """
        text = self.thread.article.text
        after = any(_AFTERMATH.search(piece.of(text)) for piece in one.frame.outside)
        if self.lead is None or one.present or after or self._is_old(one):
            return
        here = last is not None and one.frame.paragraph == last.paragraph
        if last and here and last.alone and self._is_news(last.date) and not self._is_said(last):
            self._range(one, last, f'told after "{last.printed}"')
        elif self.gathering is not None and one.called and not (is_elsewhere(one) or one.event):
            why = f'nothing tells another day than the lead, "{self.gathering.printed}"'
            self._range(one, self.gathering, why)

    def _is_said(self, moment: Moment) -> bool:
        """Whether a sentence tells what somebody said: its day is that of those words alone."""
        return moment.sentence.start in self.thread.said

    def date_headline(self, one: Circumstances) -> None:
        """Dates a headline by the first words below of the same speaker."""
        for other in self.thread.found:
            date = other.said_on.date
            if other.key != one.key or other.frame.paragraph < 0 or date is None:
                continue
            if other.frame.depth <= HEAD and self._is_news(date):
                reason = why_lent(f"{one.key} is told of below", other.said_on.reason)
                one.said_on = DateFinding(date, DateBasis.INFERRED, reason)
            return

    def date_first_words(self, one: Circumstances) -> None:
        """Dates words above and in the first paragraph by the day that the head tells of them."""
        head = next((m for m in self.moments if m.depth <= HEAD and self._is_news(m.date)), None)
        if head is None or head.sentence.start < one.frame.sentence.end:
            return
        if one.given_out or not is_a_person(one):
            return
        if any(
            _SINCE_DAYS.search(piece.of(self.thread.article.text)) for piece in one.frame.outside
        ):
            return
        if _SAID_AGAIN.search(head.told):
            return  # "She repeated the claim on Tuesday": said before that
        if self._is_told_elsewhere(head, one):
            return
        date, about = head.date, self.thread.names(head, one) or self._is_their_own(head, one)
        if date is not None and date.first == date.last and about:
            self._day(one, head, f'the article tells of {one.key} "{head.printed}"')

    def _is_their_own(self, moment: Moment, one: Circumstances) -> bool:
        """Whether a sentence tells words of the same speaker on its day: "the candidate said"."""
        return any(
            other.own and other.key == one.key and other.said_on.date == moment.date
            for other in self.thread.found
            if moment.sentence.overlaps(other.frame.sentence)
        )

    def _is_told_elsewhere(self, moment: Moment, one: Circumstances) -> bool:
        """Whether what is said in a sentence was said in another place than these words."""
        return one.place is not None and any(
            other.place is not None and other.place.value != one.place.value
            for other in self.thread.found
            if other.own and moment.sentence.contains(other.frame.sentence)
        )

    def _is_news(self, date: PartialDate | None) -> bool:
        """Whether a date is of the days that a report tells as news."""
        if date is None:
            return False
        # "Last Wednesday" in a paper of Wednesday is the news of the week as well.
        recent = _RECENT + _A_DAY if date.first == date.last else _RECENT
        return self.thread.printed.first - date.first <= recent

    def _is_old(self, one: Circumstances) -> bool:
        """Whether the paragraph, up to the words, has told of a time before the news."""
        article = self.thread.article
        start = article.paragraphs[one.frame.paragraph].start
        told = Span(start, max(start, one.frame.sentence.end))
        if _OPEN_TIME.search(self.thread.outside.of(told)):
            return True
        for words in find_date_words(article.text, told):
            date = meaning(words, self.thread.printed, future=False)
            if date and not self._is_news(date) and self.thread.outside.holds(words.span):
                return True
        return False

    def _day(self, one: Circumstances, moment: Moment, why: str) -> None:
        reason = f"{why} in an article {published_when(self.thread.published)}"
        one.said_on = DateFinding(moment.date, DateBasis.INFERRED, reason)

    def _range(self, one: Circumstances, moment: Moment, why: str) -> None:
        if moment.date is not None:
            reason = f"{why} in an article {published_when(self.thread.published)}, between these"
            date = self._up_to_print(moment.date)
            one.said_on = DateFinding(date, DateBasis.INFERRED, reason)

    def _up_to_print(self, date: PartialDate) -> PartialDate:
        """The days from a date, or the day before the report, to the report."""
        last = self.thread.printed.last
        return PartialDate.between(min(date.first, last - _A_DAY), last, DatePrecision.RANGE)
