"""The figures of one document: what `onrecord extract` printed against its golden file."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from tests.quality.figures import Figure
from tests.quality.matching import Matching, Record, match, names_speaker
from tests.quality.spans import characters, folded, overlap

Figures = dict[str, Figure]
QUOTED = ("direct", "mixed")
ORDER = (
    *("statements", "quoted", "direct", "mixed", "indirect", "kind", "speaker", "office"),
    *("said_on", "place", "event", "via", "split", "headline", "outlet", "byline", "published"),
    *("stated_dates", "events", "event date", "event place", "event type", "positions", "stance"),
)
CHOICES = {"headline": "headline", "outlet": "outlet", "byline": "byline"}


def score_document(golden: Record, predicted: Record, text: str) -> Figures:
    """Every figure of one document. `predicted` is its line of `onrecord extract`."""
    figures: Figures = defaultdict(Figure)
    _score_articles(figures, golden["articles"], predicted["articles"], text)
    events = _event_pairs(golden["events"], predicted["events"], text)
    matching = match(golden["statements"], predicted["statements"], text)
    for false in matching.false:
        figures["statements"].misses.append(f"false find: {_described(false, text)}")
    _score_statements(figures, golden, matching, {want: got["name"] for want, got in events})
    _score_events(figures, golden["events"], predicted["events"], events)
    _score_positions(figures, golden["positions"], predicted["positions"])
    return dict(figures)


def total(documents: list[Figures]) -> Figures:
    """The figures of several documents together, every one that there is, in order."""
    return {
        name: sum((figures.get(name, Figure()) for figures in documents), Figure())
        for name in ORDER
    }


def accepted(golden: Record, key: str, got: Any) -> bool:
    """Whether a value is the golden one or one of its `key_also`; text compares folded."""
    allowed = [golden[key], *golden.get(f"{key}_also", [])]
    return folded(got or "") in {folded(value or "") for value in allowed}


def _score_articles(
    figures: Figures, golden: list[Record], predicted: list[Record], text: str
) -> None:
    """Starts, headlines, outlets and publication dates; an optional start may be missed."""
    starts = [one["span"][0] for one in predicted]
    for one in golden:
        start, end = one["span"]
        found = any(start <= other < (start + end) / 2 for other in starts)
        if one.get("soft_start") and not found:
            continue
        figures["split"].judge(found, f"no article starts at {start}")
        got = max(predicted, key=lambda other: _shared(one, other), default={})
        for name, key in CHOICES.items():
            right = accepted(one, key, got.get(key))
            figures[name].judge(right, f"{name} {got.get(key)!r}, not {one[key]!r}")
        _score_published(figures, one, got)


def _score_published(figures: Figures, one: Record, got: Record) -> None:
    date = got.get("published")
    right = accepted(one, "published", date)
    miss = f"published {date!r}, not {one['published']!r}"
    figures["published"].judge(right, miss)
    if one["published"]:
        figures["stated_dates"].judge(right, miss)


def _shared(one: Record, other: Record) -> int:
    (start, end), (other_start, other_end) = one["span"], other["span"]
    return int(min(end, other_end) - max(start, other_start))


def _score_statements(
    figures: Figures, golden: Record, matching: Matching, events: dict[str, str]
) -> None:
    """Finds, misses and false finds of core statements, and the fields of the found ones."""
    figures["statements"].found = len(matching.false)
    for index, one in enumerate(golden["statements"]):
        if not one["core"]:
            continue
        finders = matching.finders.get(index, [])
        name = f"{one['kind']} {one['id']}: {one['text'][:70]!r}"
        figures["statements"].judge(bool(finders), f"not found: {name}")
        figures[one["kind"]].judge(bool(finders), f"not found: {name}")
        if one["kind"] in QUOTED:
            figures["quoted"].judge(bool(finders), f"not found: {name}")
        if finders:
            assert figures["statements"].found is not None
            figures["statements"].found += 1
            _score_fields(figures, one, finders, events)


def _described(statement: Record, text: str) -> str:
    start, end = statement["content"][0]
    return f"{statement['kind']} {text[start:end][:70]!r}, said by {statement.get('speaker')}"


def _score_fields(
    figures: Figures, one: Record, finders: list[Record], events: dict[str, str]
) -> None:
    """Kind, speaker, day and whatever else the golden statement tells."""
    first = finders[0]
    right = all(names_speaker(one, finder) for finder in finders)
    got = [finder.get("speaker") for finder in finders]
    figures["speaker"].judge(right, f"{one['id']}: said by {got}, not {one['speaker']!r}")
    for key in ("kind", "said_on", "place", "via"):
        if key in one:
            miss = f"{one['id']}: {key} {first.get(key)!r}, not {one[key]!r}"
            figures[key].judge(accepted(one, key, first.get(key)), miss)
    if one.get("said_on_basis") == "stated":
        miss = f"{one['id']}: said on {first.get('said_on')!r}, not {one['said_on']!r}"
        figures["stated_dates"].judge(accepted(one, "said_on", first.get("said_on")), miss)
    if "office" in one:
        miss = f"{one['id']}: office {first.get('office')!r}, not {one['office']!r}"
        figures["office"].judge(accepted(one, "office", first.get("office")), miss)
    if one.get("event"):
        miss = f"{one['id']}: event {first.get('event')!r}, not {one['event']!r}"
        right = first.get("event") is not None and first["event"] == events.get(one["event"])
        figures["event"].judge(right, miss)


def _event_pairs(
    golden: list[Record], predicted: list[Record], text: str
) -> list[tuple[str, Record]]:
    """Golden events by name with the predicted event whose mentions share most with theirs."""
    pairs: list[tuple[str, Record]] = []
    free = list(predicted)
    for one in sorted(golden, key=lambda one: not one["core"]):
        mine = characters(one["mentions"], text)
        shares = [(overlap(mine, characters(other["mentions"], text)), other) for other in free]
        best, got = max(shares, key=lambda share: share[0], default=(0.0, {}))
        if best > 0:
            pairs.append((one["name"], got))
            free.remove(got)
    return pairs


def _score_events(
    figures: Figures, golden: list[Record], predicted: list[Record], pairs: list[tuple[str, Record]]
) -> None:
    """Events found, false finds, and the dates and places of the found ones."""
    found = dict(pairs)
    optional = sum(not one["core"] and one["name"] in found for one in golden)
    figures["events"].found = len(predicted) - optional
    for one in golden:
        if not one["core"]:
            continue
        got = found.get(one["name"])
        figures["events"].judge(got is not None, f"not found: event {one['name']}")
        if got is not None:
            for key in ("date", "place", "type"):
                miss = f"event {one['name']}: {key} {got.get(key)!r}, not {one[key]!r}"
                figures[f"event {key}"].judge(accepted(one, key, got.get(key)), miss)


def _score_positions(figures: Figures, golden: list[Record], predicted: list[Record]) -> None:
    """Holder and issue as a pair, and the stance of the pairs found."""
    given = {(folded(one["holder"]), folded(one["issue"])): one for one in predicted}
    keys = {(folded(one["holder"]), folded(one["issue"])): one for one in golden}
    optional = {key for key, one in keys.items() if not one["core"]}
    figures["positions"].found = len(given.keys() - optional)
    for key, one in keys.items():
        if not one["core"]:
            continue
        name = f"{one['holder']} on {one['issue']}"
        figures["positions"].judge(key in given, f"not found: {name}")
        if key in given:
            stance = given[key]["stance"]
            miss = f"{name} {stance}, not {one['stance']}"
            figures["stance"].judge(accepted(one, "stance", stance), miss)
