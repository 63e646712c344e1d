"""The people who stand in and before the words for an event, by their full names."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from app.domain.dates import DateFinding
from app.domain.gazetteer import Gazetteer, SpeakerKind
from app.domain.quotations import Attribution, Extraction, SourceKind
from app.domain.spans import Span
from app.resolution.event_phrases import EventMention
from app.resolution.speakers import resolve_speaker

_ADJACENT = re.compile(r",? (?:who |also |then |had |has |later )*$")
_LEADS_TO = re.compile(
    r"\b(?:after|following|before|during|at|in|on|attend(?:s|ed|ing)?|h[oe]ld(?:s|ing)?|had|have"
    r"|emerging from|leaving|emerged from|left|gave|given|for)\s*$"
)
_ASKS = re.compile(r"\b(?:told|with|to|by|on) (?:the )?(?:[\w.&-]+ ){0,2}(?:[\w.&]+[’']s? )?$")
_WITH = re.compile(r"\b(?:with|by (?:tele)?phone with)\b")
_ABOUT = re.compile(r"\b(?:about|over|regarding|concerning)\b")
_AND = re.compile(r" and (?:[\w’'-]+ ){0,5}")
_PRONOUN = re.compile(r"\b(?:his|her)\b", re.IGNORECASE)


class EventPeople:
    """Finds who takes part in the events that articles mention."""

    def __init__(
        self,
        extractions: Sequence[Extraction],
        gazetteer: Gazetteer,
        published: Sequence[DateFinding] = (),
    ) -> None:
        """Index the people whom `extractions`, of one document, mention by name or pronoun.

        `published` are the days of the articles: what somebody was then tells who is meant.
        """
        found: dict[Span, str] = {}
        for number, extraction in enumerate(extractions):
            day = published[number].date if number < len(published) else None
            for mention in extraction.mentions:
                if mention.entity >= len(extraction.entities):
                    continue
                entity = extraction.entities[mention.entity]
                if entity.label != "PERSON":
                    continue  # a pronoun has a label of its own and the entity of its person
                asked = Attribution(
                    SourceKind.PERSON, entity.name, None, "named", entity=mention.entity
                )
                speaker = resolve_speaker(asked, extraction, gazetteer, day)
                if speaker is not None and speaker.name:
                    found[mention.span] = speaker.name
            for quotation in extraction.quotations:
                who = resolve_speaker(quotation.attribution, extraction, gazetteer, day)
                if who is not None and who.kind is SpeakerKind.PERSON and who.name:
                    for span in quotation.source:  # "He" as well
                        found.setdefault(span, who.name)
        self._named = sorted(found.items())
        self._starts = [span.start for span, _ in self._named]

    def within(self, span: Span) -> list[str]:
        """The people named inside `span`, each once, in order."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        inside = self._named[first:last]
        return list(dict.fromkeys(name for at, name in inside if at.end <= span.end))

    def taking_part(self, text: str, mention: EventMention) -> tuple[list[str], list[str]]:
        """Who meets, and with whom: people before "met with" or "after talks", and people in it."""
        words = mention.span.of(text)
        inside = self.within(mention.span)
        before = self._before(text, mention)
        with_ = _WITH.search(words)
        if with_ and _ABOUT.search(words[: with_.start()]):
            with_ = None  # "an interview about her quarrel with Roe"
        if with_ is None:
            if mention.type == "interview":
                return (before or inside), []
            return ([*self._joined(text, mention), *inside] or before), []
        split = mention.span.start + with_.start()
        own = self.within(Span(mention.span.start, split)) or before
        return own, [name for name in inside if name not in own]

    def _joined(self, text: str, mention: EventMention) -> list[str]:
        """The one who meets with the first of the words: "Roe and the minister (Ruiz met)"."""
        number = bisect_left(self._starts, mention.span.start)
        if not 0 < number < len(self._named) or self._starts[number] != mention.span.start:
            return []
        span, name = self._named[number - 1]
        beside = _AND.fullmatch(text, span.end, mention.span.start)
        return [name] if beside and span.start >= mention.sentence.start else []

    def _before(self, text: str, mention: EventMention) -> list[str]:
        """The one who stands before the words and takes part in what they name."""
        number = bisect_left(self._starts, mention.span.start)
        theirs = _PRONOUN.search(text, max(0, mention.span.start - 8), mention.span.start + 4)
        if theirs and (named := self.within(Span(*theirs.span()))):
            return named
        earlier = [
            (span, name)
            for span, name in self._named[max(0, number - 6) : number]
            if span.start >= mention.sentence.start and span.end <= mention.span.start
        ]
        if not earlier:
            return []
        span, name = earlier[-1]
        if mention.type == "interview" and _ASKS.search(text, mention.sentence.start, span.start):
            return []  # "told the Herald's Ben Roe in an interview": he asked
        between = text[span.end : mention.span.start]
        if re.search(r"[“”\"]", between):
            return []
        leads = bool(_LEADS_TO.search(between)) or words_of_meeting(mention, text)
        alone = len({who for _, who in earlier}) == 1
        if theirs and alone:
            return [name]  # "he said his telephone conversation with …"
        if leads and len(earlier) > 1 and _AND.fullmatch(text, earlier[-2][0].end, span.start):
            return [earlier[-2][1], name]  # "Kral and Moll agreed in a telephone call"
        if _ADJACENT.fullmatch(between) or (leads and (alone or "," not in between)):
            return [name]
        return []


def words_of_meeting(mention: EventMention, text: str) -> bool:
    """Whether a verb tells of the event, so that its subject takes part: "met with"."""
    return bool(re.match(r"(?:met|held talks|spoke|discuss\w+)\b", mention.span.of(text)))
