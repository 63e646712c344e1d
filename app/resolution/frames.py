"""What stands around a quotation: the sentence that tells who said it, without the words said."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.date_words import MONTH_NAMES, find_date_words
from app.domain.documents import ParsedArticle
from app.domain.feasts import FEASTS
from app.domain.quotations import Quotation, SpeechKind
from app.domain.spans import Span
from app.resolution.event_words import EVENT_NOUN
from app.resolution.sentences import sentences_of

_HEADINGS = 6  # paragraphs among which a heading parts an abstract from the text
_HEADING = re.compile(r"[A-Z][A-Z ]{2,30}[.:]?")
_DAY = (
    r"(?:on |late |early )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today"
    r"|(?:last|this|earlier this) (?:week|month|year)"
    rf"|(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|April|May|June|July|Aug(?:ust|\.)|Sept(?:ember|\.)"
    rf"|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.)) \d{{1,2}}|{FEASTS})"
    r"(?: (?:night|morning|evening|afternoon))?"
)
_LEADING = re.compile(rf"{_DAY}(?:,? (?:at|in|during|on) [^,;]{{3,60}}?)?(?=,? (?:to|that) )")
#: "Said [in December he would pay]": the month is that of the verb.
_LEADING_MONTH = re.compile(
    rf"in (?:early |mid-|late |last )?(?:{'|'.join(MONTH_NAMES)})"
    r"(?: (?:19|20)\d\d)?(?=,? (?:that|to|he|she|they|it|we) )"
)
#: "[And in Porto on Sunday, as people shouted, Ruiz] lamented": the day is that of the lament.
_FRONTED_DAY = re.compile(
    r"\W*(?:And |But |Then )?(?:(?:[Ii]n|[Aa]t) (?:the )?[A-Z][\w.’' -]{2,30}? )?"
    rf"(?i:{_DAY})(?:,|(?= as\b))"
)
#: "Laid out [a plan at a news conference Tuesday]": there and then it was laid out.
_THERE = re.compile(
    rf" (?:at|in|during) (?:an?|the|his|her|its|their) (?:[\w-]+ ){{0,3}}(?:{EVENT_NOUN.pattern}"
    r"|appearances? on\b)| in (?:an?|his|her|their) (?:[\w-]+ ){1,6}appearances?\b"
    r"| on (?:the )?(?:[A-Z][\w.-]+ ){1,4}(?:Radio|TV|Television|Podcast|Show)\b"
)
_TRAILING = re.compile(rf" {_DAY}$")
#: "He would pay [on Wednesday’s broadcast of “Today”]", "he founded it [on Sunday at a rally]":
#: an occasion on a day, at the end of a paraphrase, is where it was said.
_TRAILING_OCCASION = re.compile(
    r",? (?:on|during|at|in) (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day[’']s|yesterday[’']s)"
    r" (?:(?:broadcast|edition|episode|show|program|debate|interview|hearing|rally)\b[^;]{0,80}"
    r"|[“\"][A-Z][^“”\";]{2,50}[”\"][.,]?)$"
    r"|(?<=[\"”’']) (?:during|on) (?:an?|his|her|their) (?:[a-z-]+ ){0,3}(?:visit|trip|stop|tour)"
    r" (?:to|in|of) [A-Z][^.,;]*$"
    rf"|,? (?:{_DAY} (?:at|during|in) (?:an?|his|her|the)"
    rf"|(?:at|during|in) (?:an?|his|her|the)(?= [^.;]{{0,80}} {_DAY}$)) (?:[\w’'-]+ ){{0,4}}?"
    rf"(?:{EVENT_NOUN.pattern})[^.;]*$"
)
#: "“Thank you!” on Friday afternoon", "“a lie,” in March 2014": after the last words quoted it
#: belongs to the verb.
_QUOTED_THEN = re.compile(r"[\"”’'],? ((?:(?:on|in|late|early|back in|during) )?)$")
_PART_OF_DAY = re.compile(r"(?: (?:night|morning|evening|afternoon))?[ ,.)]*")
_IN_MONTH = re.compile(
    r" in (?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)$"
)
_ANY_LENGTH = frozenset({"verb: noun phrase", "verb: preposition"})
_LONGEST = 5_000  # characters of a content that starts before the sentence looked at


@dataclass(frozen=True, slots=True)
class Frame:
    """A quotation's surroundings. `outside` are the runs of its sentences that it does not quote.

    `anchor` is where its cue starts (its source, else its content, where it has no cue) and
    `cue_end` where that ends;
    `paragraph` counts the paragraphs before it, -1 for a headline or deck; `depth` counts them
    from where the running text begins, below an abstract.
    """

    sentence: Span
    outside: tuple[Span, ...]
    anchor: int
    cue_end: int
    paragraph: int
    depth: int = 0


def frames_of(article: ParsedArticle, quotations: Sequence[Quotation]) -> list[Frame]:
    """The frame of each quotation, in their order."""
    above = [span for span in (article.headline_span, article.deck) if span]
    sentences = sorted(sentences_of(article.text, [*above, *article.paragraphs]))
    starts = [sentence.start for sentence in sentences]
    paragraphs = [paragraph.start for paragraph in article.paragraphs]
    frames, first = [], body_starts(article)
    said = [words_said(quotation, article.text) for quotation in quotations]
    others = sorted({span for content in said for span in content})
    for quotation, content in zip(quotations, said, strict=True):
        told = quotation.cue or quotation.source or quotation.content
        anchor = told[0].start
        number = max(0, bisect_right(starts, anchor) - 1)
        sentence = sentences[number] if sentences else quotation.content[0]
        # Its cue and its source may stand in two sentences, as a quotation cuts them apart.
        ends = [span.end for span in (*quotation.cue, *quotation.source)]
        last = max(0, bisect_right(starts, max(ends, default=anchor)) - 1)
        whole = Span(sentence.start, max(sentence.end, sentences[last].end if sentences else 0))
        outside = tuple(_without(whole, _said_in(whole, anchor, content, others)))
        paragraph = bisect_right(paragraphs, anchor) - 1
        depth = max(paragraph - first, min(paragraph, 0))
        frames.append(Frame(whole, outside, anchor, told[0].end, paragraph, depth))
    return frames


def body_starts(article: ParsedArticle) -> int:
    """The number of the paragraph with which the running text begins, below "FULL TEXT."."""
    above = [
        number
        for number, paragraph in enumerate(article.paragraphs[:_HEADINGS])
        if _HEADING.fullmatch(article.text, paragraph.start, paragraph.end)
    ]
    return above[-1] + 1 if above else 0


def words_said(quotation: Quotation, text: str) -> tuple[Span, ...]:
    """The words said, without the day or occasion of their verb at either end of a paraphrase.

    "Promised [Sunday at a rally to end it]", "echoed [that promise on Monday]".
    """
    content = quotation.content
    if quotation.kind is SpeechKind.DIRECT or not content or not quotation.cue:
        return content
    first, last = content[0], content[-1]
    led = _LEADING.match(text, first.start, first.end) or _LEADING_MONTH.match(
        text, first.start, first.end
    )
    if led and first.start > quotation.cue[0].start:
        first = Span(led.end(), first.end)
        return (first, *content[1:])
    if first.end <= quotation.cue[0].start and (
        led := _FRONTED_DAY.match(text, first.start, first.end)
    ):
        return (Span(led.end(), first.end), *content[1:])
    if len(content) == 1 and quotation.rule == "verb: noun phrase":
        there = _THERE.search(text, first.start, first.end)
        if there:
            return (Span(first.start, there.start()),)
    ends = _adverbial_at_end(quotation, text, last)
    if ends is not None and ends > last.start:
        return (*content[:-1], Span(last.start, ends))
    return content


def _adverbial_at_end(quotation: Quotation, text: str, last: Span) -> int | None:
    """Where the day or occasion of their verb begins at the end of words said, if it does."""
    words = last.of(text)
    if occasion := _TRAILING_OCCASION.search(words):
        return last.start + occasion.start()
    for told in find_date_words(text, last):
        lead = _QUOTED_THEN.search(text, last.start, told.span.start)
        if lead and _PART_OF_DAY.fullmatch(text, told.span.end, last.end):
            return lead.start(1)
    phrase = quotation.rule in _ANY_LENGTH
    if phrase and (day := _TRAILING.search(words)):
        return last.start + day.start()
    if phrase and (month := _IN_MONTH.search(words)):
        return last.start + month.start()
    return None


def _said_in(
    whole: Span, anchor: int, content: Sequence[Span], others: Sequence[Span]
) -> list[Span]:
    """The words said in a sentence: its own, and what others say beside but not around them."""
    first = bisect_right(others, Span(whole.start - _LONGEST, 0))
    found = set(content)
    for span in others[first:]:
        if span.start >= whole.end:
            break
        if span.overlaps(whole) and not span.start <= anchor < span.end:
            found.add(span)
    return sorted(found)


def _without(whole: Span, content: Sequence[Span]) -> list[Span]:
    found, start = [], whole.start
    for span in content:
        if span.end <= whole.start or span.start >= whole.end:
            continue
        if span.start > start:
            found.append(Span(start, span.start))
        start = max(start, span.end)
    if start < whole.end:
        found.append(Span(start, whole.end))
    return found
