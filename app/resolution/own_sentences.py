"""What the sentence around a quotation tells: when, where, at what and through whom it was said."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.dates import DateBasis, DateFinding
from app.domain.documents import ParsedArticle
from app.domain.gazetteer import SpeakerKind
from app.domain.quotations import Extraction
from app.domain.resolved import Finding
from app.domain.spans import joined
from app.resolution.citations import Channels, Citation, cited_as
from app.resolution.counted_days import day_counted, is_counted
from app.resolution.counted_from_days import day_from_day
from app.resolution.counted_from_events import day_from_event
from app.resolution.event_drafts import Draft
from app.resolution.movements import movement_told
from app.resolution.name_forms import NameForms
from app.resolution.occasions import Circumstances, closer, date_of
from app.resolution.other_times import holds_its_day, names_other_time
from app.resolution.own_days import own_date
from app.resolution.own_places import own_place, place_told_before
from app.resolution.own_words import own_event
from app.resolution.past_roles import tells_office_left
from app.resolution.relative_dates import meaning
from app.resolution.same_day import day_told_before, time_told_before
from app.resolution.tellings import (
    is_aside,
    is_given_out,
    is_hypothetical,
    is_noun,
    is_of_earlier,
    is_one_more,
    is_present,
    is_question,
)
from app.resolution.told_after import day_told_after
from app.resolution.turns import Outside
from app.resolution.writings import Writings


@dataclass(frozen=True, slots=True)
class OwnSentences:
    """Reads the sentences of one article's quotations; `outside` are the reporter's own words."""

    article: ParsedArticle
    number: int
    extraction: Extraction
    published: DateFinding
    drafts: Sequence[Draft]
    outside: Outside
    channels: Channels
    forms: NameForms
    writings: Writings

    def tell(self, index: int, everything: Sequence[Circumstances]) -> None:
        """Fills in what its own sentence tells of a quotation; those before it are filled in."""
        text, found = self.article.text, everything[index]
        if is_hypothetical(text, found.frame):
            found.settled = True
            return
        date = self._date(index, everything)
        found.event = own_event(
            text, found.frame, self.number, self.drafts, self.published, said=date
        )
        if found.event is not None and found.event.known is None and found.said_on.date is not None:
            found.event.date, found.event.guessed = found.said_on, False  # "That was in 2008."
        line = self.article.dateline
        found.place = own_place(
            text, found.frame, self.extraction.mentions, self.forms, line.place if line else None
        )
        moved = movement_told(self.article, found.frame, found.called, self.published, self.outside)
        if moved is not None and date is None and not found.apart:
            date = moved.day
            if found.place is None and moved.place is not None:
                found.place = Finding(moved.place, moved.day.reason)
        content = self.extraction.quotations[index].content
        cited = self.channels.citation(content) if _is_of_report(text, found) else None
        found.cited = cited.words if cited is not None else ""
        found.via = self.channels.told(found.frame) or cited_as(cited)
        self._put_date(found, date, cited)
        if found.event is not None:
            found.event_reason = f'the sentence names "{found.event.words}"'
            if found.place is None and found.event.place:
                found.place = Finding(found.event.place, f'"{found.event.words}" was held there')
        _note_telling(text, found)
        found.own = date is not None or found.event is not None or found.place is not None
        self._place_by_above(index, found)
        self._settle(index, found)

    def _date(self, index: int, everything: Sequence[Circumstances]) -> DateFinding | None:
        """The day that the sentence tells; None, and `apart`, for one counted from none known."""
        found = everything[index]
        article, frame, published = self.article, found.frame, self.published
        date = own_date(article.text, frame, published)
        if date is None or date.date is None:
            from_event = day_from_event(article.text, frame, self.number, self.drafts, published)
            date = from_event or day_from_day(article.text, frame, published) or date
        if date is None:
            said = self.extraction.quotations[index].content[-1]
            date = day_told_after(article, frame, said, published, self.outside)
            found.apart = date is not None and date.date is None
            if date is not None:
                found.said_on = date
                return None if found.apart else date
            source = self.extraction.quotations[index].source
            return (
                day_told_before(article, frame, published)
                or time_told_before(article, frame, published, self.outside)
                or self.writings.day_of(source, frame.sentence)
            )
        if date.date is not None or not is_counted(article.text, frame):
            return date
        day = day_counted(article, frame, published, self.outside, everything[:index])
        if day is None:
            found.apart, found.said_on = True, date
        return day

    def _place_by_above(self, index: int, found: Circumstances) -> None:
        """Places words said "there", or of which they themselves say "here in" a place told."""
        if found.place is None:
            said = joined(self.extraction.quotations[index].content, self.article.text)
            names = (self.extraction.mentions, self.forms, self.outside)
            found.place = place_told_before(self.article, found.frame, said, *names)

    def _put_date(
        self, found: Circumstances, date: DateFinding | None, cited: Citation | None
    ) -> None:
        if date is not None:
            found.said_on = closer(date, found.event)
        elif found.event is not None and not found.apart:
            found.said_on = date_of(found.event)
        elif cited is not None and cited.date is not None and not found.apart:
            day = meaning(cited.date, self.published.date, future=False)
            if day is not None:
                reason = f'the source is given as "{cited.words}"'
                found.said_on = DateFinding(day, DateBasis.INFERRED, reason)

    def _settle(self, index: int, found: Circumstances) -> None:
        """Notes whether words tell their occasion themselves, or one that is not told around."""
        text, quotation = self.article.text, self.extraction.quotations[index]
        noun = is_noun(text, quotation) or holds_its_day(text, quotation)
        elsewhere = noun or found.apart or names_other_time(text, found.frame)
        found.elsewhere = not found.own and elsewhere
        found.settled = found.own or found.said_on.date is not None
        undated = found.said_on.date is None
        if (not found.settled and is_of_earlier(text, found.frame)) or (
            undated and tells_office_left(self.article, quotation)
        ):
            found.of_earlier = found.settled = True


_RECENT = re.compile(r"\ba recent\b")


def _is_of_report(text: str, found: Circumstances) -> bool:
    """Whether words are of the report cited: not older, nor what a body says at all times."""
    person = found.speaker is not None and found.speaker.kind is SpeakerKind.PERSON
    return not is_of_earlier(text, found.frame) and (person or not is_present(text, found.frame))


def _note_telling(text: str, found: Circumstances) -> None:
    found.present = is_present(text, found.frame)
    found.given_out = is_given_out(text, found.frame)
    found.one_more = is_one_more(text, found.frame)
    # "At a recent briefing": one of those before, at which nothing else need have been said.
    event = found.event
    briefing = (
        event is not None
        and event.type == "briefing"
        and (event.guessed or event.date.date is None)
    )
    recent = briefing and event is not None and _RECENT.search(event.words) is not None
    found.aside = recent or is_aside(text, found.frame)
    found.asks = is_question(text, found.frame)
    found.told_in = found.frame.paragraph
