"""Refuses corrections that say nothing, or something that cannot be."""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from sqlmodel import Session

from app.domain.anchors import quote_of
from app.domain.corrections import Action, Proposal, Quote, Subject
from app.domain.dates import DateBasis, PartialDate
from app.domain.quotations import SpeechKind
from app.domain.resolved import EventRelation, Stance
from app.domain.spans import Span
from app.errors import InvalidCorrection
from app.models.article import Article
from app.storage.names import issue_keyed
from app.storage.standing_at import event_at

#: Keys that `after` may have, by action; the first of each must be there.
KEYS: dict[Action, tuple[str, ...]] = {
    Action.SPAN: ("content", "words"),
    Action.KIND: ("kind",),
    Action.SPEAKER: ("speaker", "speaker_kind", "office"),
    Action.OFFICE: ("office",),
    Action.SAID_ON: ("said_on", "basis"),
    Action.PLACE: ("place",),
    Action.EVENT: ("event", "relation"),
    Action.ISSUES: ("issues",),
    Action.ADD: (
        *("content", "words"),
        *("kind", "cue", "source", "speaker", "speaker_kind", "office"),
        *("said_on", "basis", "place", "event", "relation", "issues"),
    ),
    Action.REJECT: (),
    Action.WITHDRAW: ("keep_words",),
    Action.CONFIRM: (),
    Action.MERGE: ("into",),
    Action.SPLIT: ("names", "articles", "name"),
    Action.NOT_SAME: ("other",),
    Action.UNDO: (),
}
_OPTIONAL = frozenset({Action.WITHDRAW, Action.SPLIT})
_SUBJECTS: dict[Action, frozenset[Subject]] = {
    Action.ADD: frozenset({Subject.ARTICLE}),
    Action.WITHDRAW: frozenset({Subject.STATEMENT, Subject.ARTICLE}),
    Action.MERGE: frozenset({Subject.SPEAKER, Subject.EVENT}),
    Action.SPLIT: frozenset({Subject.SPEAKER, Subject.EVENT}),
    Action.NOT_SAME: frozenset({Subject.SPEAKER, Subject.EVENT}),
    Action.UNDO: frozenset({Subject.CORRECTION}),
}
_ON_STATEMENT = frozenset({Subject.STATEMENT})
_NO_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_LONGEST_REASON, _LONGEST_NAME, _MOST_SPANS = 1000, 200, 50


def require_sense(proposal: Proposal) -> None:
    """Raises InvalidCorrection for what no archive could make sense of."""
    action, after = proposal.action, proposal.after
    if proposal.subject not in _SUBJECTS.get(action, _ON_STATEMENT):
        raise InvalidCorrection("action", f"{action} is not done to a {proposal.subject}")
    _require_text("reason", proposal.reason, _LONGEST_REASON)
    _require_text("by", proposal.by, _LONGEST_NAME)
    keys = KEYS[action]
    unknown = sorted(after.keys() - set(keys))
    if unknown:
        raise InvalidCorrection(unknown[0], f"a correction of {action} has no such part")
    chosen = "content" in keys and "words" in after
    if keys and action not in _OPTIONAL and keys[0] not in after and not chosen:
        raise InvalidCorrection(keys[0], f"a correction of {action} must say it")
    for key, value in after.items():
        _CHECKS[key](key, value)


def require_known(session: Session, after: Mapping[str, Any]) -> None:
    """Raises InvalidCorrection for events and issues that the archive does not have."""
    if after.get("event") and event_at(session, after["event"]) is None:
        raise InvalidCorrection("event", f"there is no event at {after['event']!r}")
    for one in after.get("issues", ()):
        if issue_keyed(session, one["issue"]) is None:
            raise InvalidCorrection("issues", f"the archive's list has no issue {one['issue']!r}")


def quoted(article: Article, after: Mapping[str, Any]) -> dict[str, Any]:
    """`after` with the words its spans cover, by which they are found in a later text.

    Raises InvalidCorrection for spans that lie outside the article or overlap.
    """
    text = article.document.text
    whole = Span(article.start, article.end)
    if "words" in after:
        content = [_only_place(words, text, whole) for words in after["words"]]
        after = {"content": content, **{k: v for k, v in after.items() if k != "words"}}
    for key in ("content", "cue", "source"):
        spans = [Span(*pair) for pair in after.get(key, ())]
        if not all(whole.contains(span) and span.start < span.end for span in spans):
            raise InvalidCorrection(key, "the words lie outside the article")
        if any(one.end > two.start for one, two in pairwise(spans)):
            raise InvalidCorrection(key, "the parts must follow one another, none within another")
        if key == "content" and not any(span.of(text).strip() for span in spans):
            raise InvalidCorrection(key, "no words are chosen")
    quotes = [plain_quote(quote_of(Span(*pair), text)) for pair in after["content"]]
    return {**after, "quotes": quotes, "document": article.document.sha256}


def _only_place(words: str, text: str, whole: Span) -> list[int]:
    start = text.find(words, whole.start, whole.end)
    if start < 0:
        raise InvalidCorrection("words", f"“{words[:60]}” does not stand in the article like that")
    if text.find(words, start + 1, whole.end) >= 0:
        raise InvalidCorrection(
            "words", f"“{words[:60]}” stands there more than once; give more words, or offsets"
        )
    return [start, start + len(words)]


def plain_quote(quote: Quote) -> dict[str, Any]:
    """A quote as plain values."""
    return {name: getattr(quote, name) for name in ("start", "end", "exact", "prefix", "suffix")}


def _require_text(field: str, value: object, longest: int) -> None:
    if not isinstance(value, str) or not value.strip():
        raise InvalidCorrection(field, "it must be said in words")
    if len(value) > longest:
        raise InvalidCorrection(field, f"it is longer than {longest:,} characters")
    if _NO_TEXT.search(value):
        raise InvalidCorrection(field, "it has characters that are no text")


def _name(field: str, value: object) -> None:
    if value is not None:
        _require_text(field, value, _LONGEST_NAME)


def _slug(field: str, value: object) -> None:
    _require_text(field, value, _LONGEST_NAME)


def _slugs(field: str, value: object) -> None:
    if not isinstance(value, Sequence) or isinstance(value, str) or not value:
        raise InvalidCorrection(field, "it must be a list with something in it")
    for one in value:
        _require_text(field, one, _LONGEST_NAME)


def _texts(field: str, value: object) -> None:
    if not isinstance(value, list) or not value or len(value) > _MOST_SPANS:
        raise InvalidCorrection(field, "it must be a list of words as they stand in the article")
    for one in value:
        if not isinstance(one, str) or not one.strip():
            raise InvalidCorrection(field, "each of its parts must be words")


def _spans(field: str, value: object) -> None:
    ok = isinstance(value, Sequence) and not isinstance(value, str) and len(value) <= _MOST_SPANS
    for pair in value if ok and isinstance(value, Sequence) else ():
        ok = ok and isinstance(pair, Sequence) and len(pair) == 2
        ok = ok and all(isinstance(n, int) and not isinstance(n, bool) and n >= 0 for n in pair)
    if not ok or (field == "content" and not value):
        raise InvalidCorrection(field, "it must be a list of [start, end] in the document's text")


def _one_of(kind: Callable[[Any], object]) -> Callable[[str, object], None]:
    def check(field: str, value: object) -> None:
        try:
            kind(value)
        except (ValueError, LookupError, TypeError):
            raise InvalidCorrection(field, f"it cannot be {value!r}") from None

    return check


def _day(field: str, value: object) -> None:
    if value is None:
        return
    try:
        PartialDate.from_iso(str(value))
    except ValueError:
        raise InvalidCorrection(
            field, f"{value!r} is no date; write 2011-12-08, 2011-12 or 2011"
        ) from None


def _flag(field: str, value: object) -> None:
    if not isinstance(value, bool):
        raise InvalidCorrection(field, "it must be true or false")


def _issues(field: str, value: object) -> None:
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise InvalidCorrection(field, "it must be a list of issues")
    for one in value:
        if not isinstance(one, Mapping) or one.keys() - {"issue", "stance", "conditional"}:
            raise InvalidCorrection(field, "each has an issue, and may have stance and conditional")
        _slug(field, one.get("issue"))
        if one.get("stance") is not None:
            _one_of(Stance)(field, one["stance"])
    if len({one["issue"] for one in value}) < len(value):
        raise InvalidCorrection(field, "an issue stands in it twice")


_CHECKS: dict[str, Callable[[str, object], None]] = {
    "content": _spans,
    "words": _texts,
    "cue": _spans,
    "source": _spans,
    "kind": _one_of(SpeechKind),
    "speaker": _name,
    "speaker_kind": _one_of(("person", "organisation").index),
    "office": _name,
    "said_on": _day,
    "basis": _one_of(DateBasis),
    "place": _name,
    "event": _name,
    "relation": _one_of(EventRelation),
    "issues": _issues,
    "keep_words": _flag,
    "into": _slug,
    "names": _slugs,
    "articles": _slugs,
    "name": _name,
    "other": _slug,
}
