"""Gives quotations that syntax left over to the cue beside them, or to the statement before."""

import re

from app.domain.spans import Span
from app.extraction.analysis import Analysis
from app.extraction.beside import cue_beside
from app.extraction.continuing import (
    reported_before,
    resumed,
    speaker_before,
    statement_after,
    statement_before,
)
from app.extraction.credits import credit_of
from app.extraction.cues import cue_of
from app.extraction.frames import Frame
from app.extraction.quote_marks import Quote
from app.extraction.report import trimmed
from app.extraction.statements import Draft

#: A quotation without any cue needs as many words to be taken for speech, not for a term.
SHORTEST_BARE = 4

_PUT_IT = "aside: as said"

_LABEL = re.compile(r"[A-Z][^.!?:\n\"“]{1,60}(?:\([^)]*\))?\s?:\s*$")
_NAME_AFTER_DASH = re.compile(
    r"\s*[—–―-]+\s*(?P<name>[A-Z@](?:(?<=\s[A-Z])\.|[^.!?\n]){1,80}?)[.\s]*$"
)


def place_quotations(
    analysis: Analysis, drafts: list[list[Draft]], taken: frozenset[int] = frozenset()
) -> None:
    """Puts every quotation that no draft of its frame holds where it belongs.

    `drafts` has one list for each frame and is changed in place. A bare quotation goes with the
    cue beside it, else goes on with the statement before it, else belongs to who spoke or acted
    in the sentence before. Frames that are `taken` by a transcript are left alone.
    """
    for number, frame in enumerate(analysis.frames):
        if number in taken:
            continue
        for quote in frame.quotes:
            if not any(draft.covers(quote.outer) for draft in drafts[number]):
                _place(analysis, drafts, number, frame, quote)


def _place(
    analysis: Analysis, drafts: list[list[Draft]], number: int, frame: Frame, quote: Quote
) -> None:
    if any(_names_speaker(draft, quote) for draft in drafts[number] if draft.rule == _PUT_IT):
        return
    if _is_held(analysis, drafts[number], quote):
        return
    credit = credit_of(analysis, number, quote)
    if credit is not None:
        _add(drafts, number, quote, "quotation: credit", [credit])
        return
    if frame.is_bare(analysis.text) or _is_bare_but_remark(analysis, frame, quote):
        if not quote.single:  # single marks round a whole line: a heading
            _place_bare(analysis, drafts, number, quote)
        return
    named = _NAME_AFTER_DASH.match(analysis.text, quote.outer.end, frame.span.end)
    if named is not None and quote.words(analysis.text) >= SHORTEST_BARE:
        source = Span(*named.span("name"))
        _add(drafts, number, quote, "quotation: name after a dash", [source])
        return
    _place_by_cue(analysis, drafts, number, frame, quote)


def _is_held(analysis: Analysis, here: list[Draft], quote: Quote) -> bool:
    """Puts a quotation to the statement here that it goes on with; so too a show named in one."""
    own = [d for d in here if d.nested_in is None and d.quoted]
    if own and _adjoins(analysis.text, own[-1], quote):
        own[-1].content.append(quote.inner)
        return True
    if any(_names_place(draft, quote) for draft in here):
        return True
    led = next((d for d in here if _leads_to(analysis.text, d, quote)), None)
    if led is not None:
        led.content = [*led.content[:-1], Span(led.content[-1].start, quote.outer.end)]
        led.quoted = True
    return led is not None


def _place_by_cue(
    analysis: Analysis, drafts: list[list[Draft]], number: int, frame: Frame, quote: Quote
) -> None:
    """Puts a quotation to the cue or the label beside it, else to the statement before."""
    own = [d for d in drafts[number] if d.nested_in is None and d.quoted]
    report = cue_beside(analysis, number, quote)
    label = _LABEL.match(
        analysis.text[frame.span.start : min(quote.outer.start, frame.span.start + 90)]
    )
    if report is None and label is not None:
        end = frame.span.start + len(label[0].rstrip(" :"))
        _add(drafts, number, quote, "quotation: colon", [Span(frame.span.start, end)])
    elif report is not None:
        same = next((d for d in own if d.cue == list(report.cue)), None)
        if same is not None and _ends_clause(analysis, same, quote):
            return  # '"A," said Roe, who thinks the town "must do more"'
        if same is not None:  # '"A," she said in Portville, Calif. "B."'
            same.content += report.content
            return
        begun = [d for d in drafts[number] if d.cue == list(report.cue) and not d.quoted]
        drafts[number][:] = [d for d in drafts[number] if d not in begun]
        draft = Draft.of(report)
        draft.quoted = True
        drafts[number].append(draft)
    elif quote.words(analysis.text) >= SHORTEST_BARE and (
        quote.outer.start == frame.span.start or _is_all_but_phrase(analysis, frame, quote)
    ):
        _go_on(analysis, drafts, number, frame)


def _is_bare_but_remark(analysis: Analysis, frame: Frame, quote: Quote) -> bool:
    """Whether the reporter only explains the end of a quotation: '"We can win Ohio," which votes'.

    No verb of saying stands there.
    """
    behind = analysis.tokens(Span(quote.outer.end, frame.span.end))
    opens = quote.outer.start == frame.span.start and len(frame.quotes) == 1
    if not opens or not behind or behind[0].lower_ not in ("which", "where", "when"):
        return False
    return all(cue_of(token) is None or token.lemma_ == "vote" for token in behind)


def _is_all_but_phrase(analysis: Analysis, frame: Frame, quote: Quote) -> bool:
    """Whether only a phrase without a verb leads a quotation: 'On the whole, "it was late."'."""
    ahead = analysis.tokens(Span(frame.span.start, quote.outer.start))
    behind = analysis.text[quote.outer.end : frame.span.end]
    verbal = any(token.pos_ in ("VERB", "AUX") for token in ahead)
    return bool(ahead) and ahead[-1].text == "," and not verbal and len(behind) < SHORTEST_BARE


def _go_on(analysis: Analysis, drafts: list[list[Draft]], number: int, frame: Frame) -> None:
    """A sentence that begins with a quotation and has no cue goes on with the one before."""
    before = statement_before(analysis, drafts, number)
    span = trimmed(analysis.text, frame.span)
    if before is not None and span is not None and not drafts[number]:
        before.content.append(span)
        before.last_frame = number
        before.evidence.add("continued")


def _adjoins(text: str, draft: Draft, quote: Quote) -> bool:
    """Whether nothing but punctuation or the cue stands between the draft and the quotation."""
    last, first = max(draft.content).end, min((*draft.content, *draft.cue, *draft.source)).start
    between = text[quote.outer.end : first] if quote.outer.end <= first else ""
    if quote.outer.start >= last:
        between = text[last : quote.outer.start]
    elif quote.outer.end > first:
        return False
    return not any(char.isalnum() for char in between)


def _leads_to(text: str, draft: Draft, quote: Quote) -> bool:
    """Whether unquoted content stands right before a quotation that ends it: "a reform, “..."""
    if draft.nested_in is not None or draft.rule == "verb: around":
        return False
    if not quote.inner.of(text)[:1].islower() or quote.outer.start < draft.content[-1].end:
        return False
    between = text[draft.content[-1].end : quote.outer.start].strip()
    return between in (("and", "or", ", and") if draft.quoted else ("", ",", "—", "–", "―", "--"))


def _names_place(draft: Draft, quote: Quote) -> bool:
    """Whether a quotation stands between cue and content: the show where it was said."""
    if not draft.cue:
        return False
    return draft.cue[0].end <= quote.outer.start and quote.outer.end <= min(draft.content).start


def _ends_clause(analysis: Analysis, draft: Draft, quote: Quote) -> bool:
    """Whether a clause behind the cue runs up to a quotation that goes on with it."""
    start = max(span.end for span in (*draft.cue, *draft.source))
    if not quote.inner.of(analysis.text)[:1].islower() or start >= quote.outer.start:
        return False
    between = analysis.tokens(Span(start, quote.outer.start))
    return any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in between)


def _names_speaker(draft: Draft, quote: Quote) -> bool:
    """Whether a quotation stands between speaker and cue: 'Roe, author of "My Life," put it'."""
    if not draft.cue or not draft.source:
        return False
    return draft.source[0].end <= quote.outer.start and quote.outer.end <= draft.cue[0].start


def _place_bare(analysis: Analysis, drafts: list[list[Draft]], number: int, quote: Quote) -> None:
    going_on = statement_before(analysis, drafts, number) or resumed(analysis, drafts, number)
    if going_on is not None:
        going_on.content.append(quote.inner)
        going_on.last_frame = number
        going_on.evidence.add("continued")
        return
    reported = reported_before(analysis, drafts, number)
    if reported is not None:
        reported.content.append(quote.inner)
        reported.last_frame, reported.quoted = number, True
        reported.evidence.add("continued")
        return
    coming = statement_after(analysis, drafts, number)
    if coming is not None:
        coming.content.append(quote.inner)
        coming.first_frame = number
        coming.evidence.add("begun before")
        return
    if quote.words(analysis.text) < SHORTEST_BARE:
        return
    source, rule = speaker_before(analysis, drafts, number)
    _add(drafts, number, quote, rule, source)


def _add(
    drafts: list[list[Draft]], number: int, quote: Quote, rule: str, source: list[Span]
) -> None:
    draft = Draft(rule, number, [], source, [quote.inner], last_frame=number)
    draft.quoted = True
    drafts[number].append(draft)
