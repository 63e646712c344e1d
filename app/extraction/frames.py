"""Cuts paragraphs into frames: sentences of the reporter, with each quotation kept whole."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.domain.spans import Span
from app.extraction.cue_words import CUE_VERBS, LEMMA_OF, SPEECH_FORMS, Form
from app.extraction.quote_marks import Quote
from app.extraction.sentences import ends_with_abbreviation
from app.extraction.words import read_words


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence as the reporter wrote it; a quotation in it may hold several sentences.

    `"It is late. We go," she said.` is one frame; a bare quotation is a frame of its own.
    """

    span: Span
    paragraph: int
    quotes: tuple[Quote, ...]

    def is_bare(self, text: str) -> bool:
        """Whether the frame is nothing but quotation."""
        return bool(self.quotes) and not _outside(text, self.span, self.quotes).strip(" .,—–―-\xa0")


#: A sentence's end and the blanks behind it; a blank lost after a closing mark too: '."Smith'.
_END = re.compile(
    r"(?P<end>[.!?…]+[\"”’'»)\]]*)(?P<gap>\s+|(?<=[.!?…][\"”])(?=[A-Z“]))"
    r"(?=[\"“‘’'«„(\[—]*[\w$@#])"
)
_QUOTE_MARKS = "\"“”‘’'«»„`"
#: "in the U.S. The" ends a sentence: such a word seldom follows an abbreviation inside one.
_OPENERS = read_words("sentence_openers.txt")
_WORD = re.compile(r"[\w’'.@-]+")

#: More quotations, or characters outside them, than these make no sentence; the most in 261,000
#: words of news were 5 and 494.
_MOST_QUOTES = 30
_LONGEST = 3_000

#: Words after a quotation that ends in "?" or "!" within which "Smith asked" must come.
_ATTRIBUTION_REACH = 12
_NEAR = 9  # the same where no comma closes an apposition: "Smith, head of the town's school, said"
_PLAIN_REACH = 3  # the same after a full stop: "She left." she said.
_ADDRESSED = 5  # words from the verb to what says when or where: "told the Boston Daily on Monday"
_TOLD = 8  # the same where those spoken to may stand between: "asked the voters of the town"
_BREAK = re.compile(r"[.!?:;—]\s")

#: Words that open when, where or how something was said, or name those it was said to.
_CIRCUMSTANCES = read_words("circumstances.txt")


def find_frames(text: str, paragraphs: Sequence[Span], quotes: Sequence[Quote]) -> list[Frame]:
    """The frames of all paragraphs, in order, without the blanks between them."""
    found: list[Frame] = []
    first = 0
    for number, paragraph in enumerate(paragraphs):
        while first < len(quotes) and quotes[first].outer.end <= paragraph.start:
            first += 1
        last = first
        while last < len(quotes) and quotes[last].outer.start < paragraph.end:
            last += 1
        found += _frames_of(text, paragraph, number, quotes[first:last])
        first = last
    return found


def _frames_of(text: str, paragraph: Span, number: int, quotes: Sequence[Quote]) -> list[Frame]:
    cuts = [paragraph.start]
    at = 0
    for match in _END.finditer(text, paragraph.start, paragraph.end):
        while at < len(quotes) and quotes[at].outer.end < match.end("end"):
            at += 1
        quote = quotes[at] if at < len(quotes) else None
        if quote is not None and quote.outer.start < match.start("gap") < quote.outer.end:
            continue  # inside a quotation
        if _ends_frame(text, match, paragraph):
            cuts.append(match.end("gap"))
    cuts = _bounded(text, [*cuts, paragraph.end], quotes)
    frames, at = [], 0
    for start, end in pairwise(cuts):
        held = []
        while at < len(quotes) and quotes[at].outer.start < end:
            held.append(quotes[at])
            at += 1
        span = _stripped(text, start, end)
        if span.start < span.end:
            frames.append(Frame(span, number, tuple(held)))
    return frames


def _bounded(text: str, cuts: list[int], quotes: Sequence[Quote]) -> list[int]:
    """The cuts, with more of them in what is too long to be a sentence of the reporter.

    Steps that look at all quotations or words of a frame at once stay fast then, whatever comes.
    """
    bounded, at = [cuts[0]], 0
    for end in cuts[1:]:
        held, plain, last = 0, 0, bounded[-1]
        while at < len(quotes) and quotes[at].outer.start < end:
            quote = quotes[at]
            plain += quote.outer.start - last
            held, at, last = held + 1, at + 1, quote.outer.end
            if (held >= _MOST_QUOTES or plain > _LONGEST) and last < end:
                bounded.append(last)
                held, plain = 0, 0
        while end - max(last, bounded[-1]) > _LONGEST:
            blank = text.find(" ", max(last, bounded[-1]) + _LONGEST, end)
            if blank < 0:
                break
            bounded.append(blank)
        bounded.append(end)
    return bounded


def _ends_frame(text: str, match: re.Match[str], paragraph: Span) -> bool:
    end, after = match["end"], text[match.end("gap") : match.end("gap") + 1]
    quoted = end[-1] in _QUOTE_MARKS and match.start() > paragraph.start
    if after.islower():
        return False
    if quoted and _attribution_follows(text, match.end("gap"), paragraph.end, plain=end[0] == "."):
        return False
    if end != "." or not ends_with_abbreviation(text, match.start(), paragraph.start):
        return True
    if _behind_name(text, match):
        return True
    initials = text[match.start() - 2 : match.start() - 1] == "."  # "U.S."
    next_word = _WORD.match(text, match.end("gap"))
    return (
        initials
        and next_word is not None
        and next_word[0].lower() in _OPENERS
        and next_word[0][0].isupper()
    )


def _behind_name(text: str, match: re.Match[str]) -> bool:
    """Whether it is the dot of "Jr." behind a name, and a quotation opens behind it: a sentence."""
    before = text[max(0, match.start() - 3) : match.start()].lower()
    following = text[match.end("gap") : match.end("gap") + 2]
    opens = following[:1] in ("“", '"', "‘") and following[1:2].isupper()
    return before in (" jr", " sr") and opens


def _attribution_follows(text: str, start: int, end: int, plain: bool) -> bool:
    """Whether "Smith asked." or "Smith said in May." comes next: short, with a verb of saying.

    After a `plain` full stop only the shortest form counts, up to the end of the sentence.
    """
    ahead = text[start : min(end, start + 160)]
    if ahead[:1] in _QUOTE_MARKS:
        return False
    words = list(_WORD.finditer(ahead))[:_ATTRIBUTION_REACH]
    for index, word in enumerate(words):
        if word[0].lower().strip(".'’") in SPEECH_FORMS and index > 0:
            far = index >= _NEAR and not ahead[: word.start()].rstrip().endswith(",")
            if far or _is_broken(ahead, word.start()):
                return False
            rest = ahead[word.end() :]
            ends = word[0].endswith(".") or not rest.strip()
            if plain:
                return ends and index <= _PLAIN_REACH
            return ends or rest.lstrip()[:1] in (",", ".") or _says_when(word[0], rest)
    return False


def _is_broken(ahead: str, verb: int) -> bool:
    """Whether a sentence or clause ends before the verb, the dots of "Mr." and the like aside."""
    return any(
        mark[0][0] != "." or not ends_with_abbreviation(ahead, mark.start(), 0)
        for mark in _BREAK.finditer(ahead, 0, verb)
    )


def _says_when(verb: str, rest: str) -> bool:
    """Whether after the verb, and those spoken to, comes when, where or how it was said."""
    told = CUE_VERBS[LEMMA_OF[verb.lower()]].takes(Form.RECIPIENT)
    words = _WORD.findall(rest)[: _TOLD if told else _ADDRESSED]
    for index, word in enumerate(words):
        lower = word.lower().strip(".")
        if lower in _CIRCUMSTANCES or (lower.endswith("ly") and lower not in ("only", "family")):
            return True
        if not told:
            return False
        if word.endswith(".") and index + 1 < len(words) and not word[0].isupper():
            return True  # "asked the voters. He ..."
    return bool(words) and rest.rstrip().endswith(".") and len(_WORD.findall(rest)) <= len(words)


def _outside(text: str, span: Span, quotes: Sequence[Quote]) -> str:
    parts, last = [], span.start
    for quote in quotes:
        parts.append(text[last : quote.outer.start])
        last = quote.outer.end
    return "".join(parts) + text[last : span.end]


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
