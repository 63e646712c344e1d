"""Issues in knowledge files: questions, the words that signal them, phrases for each stance."""

import re
from collections import defaultdict
from collections.abc import Sequence
from difflib import get_close_matches

from app.domain.gazetteer import KnownIssue
from app.domain.persons import fold
from app.domain.resolved import Stance
from app.domain.spelling import spelled
from app.domain.stems import contains, stems
from app.reading.knowledge_names import Sourced
from app.reading.knowledge_words import are_small
from app.reading.yaml_entries import Entry, Problems

_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_WITHOUT = re.compile(r"(?:^|\s)-(?:\s|$)")
#: What a writer of searches would try, and the archive would read as a word. "R & D" is a name.
_OPERATOR = re.compile(
    r"(?<!\S)(?:AND|OR|NOT|\|+|&&+)(?!\S)|[*|]"
    r"|(?<!\S)(?<!\b[A-Z] )&(?!\S)|(?<!\S)&(?=$|\s(?![A-Z]\b))"
)
_PLUS = re.compile(r"(?<!\S)\+(?!\S)")
#: A comma between phrases, not that of a number: "10,000 troops".
_COMMA = re.compile(r"(?<!\d),|,(?!\d)")
_LONG_DASH = re.compile(r"\s[\u2010-\u2015\u2212]\s")
_CLINGING = re.compile(r"\s-\w|\w-\s")
#: Sides as people call them, where the first letters are not enough.
_MEANT = {"for": "supports", "pro": "supports", "yes": "supports", "favours": "supports",
          "favors": "supports", "against": "opposes", "contra": "opposes", "con": "opposes",
          "no": "opposes", "neutral": "doubts", "calls for": "demands"}  # fmt: skip

#: A phrase with the file and line it stands in.
_Placed = tuple[str, str]


def read_issue(entry: Entry) -> KnownIssue | None:
    """The issue of an entry; notes signals that find nothing or all, phrases of no one stance."""
    entry.allow({"key", "name", "question", "signals", "stances"})
    key, name, question = (entry.required(field) for field in ("key", "name", "question"))
    if key is not None and not _KEY.fullmatch(key):
        entry.problems.add(
            entry.where("key"),
            f'"{key}" must be lower-case words joined by hyphens, such as "{_slug(key)}"',
        )
    signals = entry.placed("signals")
    _check_signals(entry, signals)
    hints = _hints(entry)
    _check_hints(entry, hints, [signal for _, signal in signals])
    if key is None or name is None or question is None:
        return None
    by_stance = tuple((stance, tuple(told for _, told in found)) for stance, found in hints.items())
    return KnownIssue(key, name, question, tuple(told for _, told in signals), by_stance)


def check_issues(issues: Sequence[Sourced[KnownIssue]], problems: Problems) -> None:
    """Notes issues that share their key, name or question."""
    taken: dict[tuple[str, str], Sourced[KnownIssue]] = {}
    for issue in issues:
        told = {"key": issue.value.key, "name": issue.value.name, "question": issue.value.question}
        for field, value in told.items():
            first = taken.setdefault((field, spelled(value)), issue)
            if first is issue:
                continue
            own = f' such as "{issue.value.key}-2"' if field == "key" else ""
            problems.add(
                issue.where,
                f'{field} "{value}" stands already at {first.where}; join the two issues, or where '
                f"they are two, give this one a {field} of its own{own and ','}{own}",
            )
            break


def _slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(words)).strip("-") or "road-tax"


def _check_signals(entry: Entry, signals: Sequence[_Placed]) -> None:
    if not signals and not entry.holds("signals"):
        entry.problems.add(entry.where(), "no signals, so no statement would be found; add some")
    seen: set[str] = set()
    for where, signal in signals:
        fault = _fault_of_signal(signal)
        if fault is None and signal.casefold() in seen:
            fault = "stands there twice; take one out"
        seen.add(signal.casefold())
        if fault:
            entry.problems.add(where, f'"{signal}" {fault}')


def _fault_of_signal(signal: str) -> str | None:
    """What is wrong with a signal, and what to do; None for nothing."""
    if re.search(r"[^\s+]\+\w|\w\+[^\s+]", signal):  # "C++" is a word
        return "has a + without blanks; write a + b"
    if _CLINGING.search(signal) or _LONG_DASH.search(signal):
        return "has a dash that is read as part of a word; write a - b"
    if fault := _fault_of_phrase(signal):
        return fault
    wanted, *without = _WITHOUT.split(signal)
    terms = _PLUS.split(wanted)
    parts, left_out = [stems(part) for part in terms], [stems(part) for part in without]
    if not all((*parts, *left_out)):
        return "has an empty term; write words on both sides of + and -"
    if any(_PLUS.search(part) for part in without):
        return "has a + after a -; name first what must be there, then each that must not"
    if len({tuple(part) for part in parts}) < len(parts):
        return "has the same term twice; write it once"
    for part, words in zip(without, left_out, strict=True):
        if any(contains(one, words) for one in parts):
            return (
                f'asks for what it leaves out ("{part.strip()}"), so that it finds nothing; '
                "take one of the two out"
            )
    if all(are_small(part) for part in terms):
        fault = "is made of words that nearly every sentence holds; add one that tells"
        asked, read = wanted.strip(), " ".join(re.findall(r"\w+", fold(wanted)))
        if len(terms) > 1 or asked == read:
            return fault
        return f"{fault} (case and marks are not looked at: {asked} is read as {read})"
    return None


def _fault_of_phrase(phrase: str) -> str | None:
    if found := _OPERATOR.search(phrase):
        return (
            f'has "{found.group()}", which means nothing here; write each phrase as an entry of '
            "its own, a + b where one sentence must hold both"
        )
    if _COMMA.search(phrase):
        return "has a comma; write each phrase as an entry of its own, without commas"
    return None


def _hints(entry: Entry) -> dict[str, tuple[_Placed, ...]]:
    """The phrases of each stance; notes stances that are none or have none."""
    if entry.holds("stances") and not entry.is_mapping("stances"):
        entry.problems.add(
            entry.where("stances"),
            'must name the phrases of each stance; write "supports: [words, words]" beneath it',
        )
        return {}
    stances = entry.mapping("stances") if entry.holds("stances") else None
    found = {}
    for stance in stances.pairs if stances else ():
        if stances is None or stance not in set(Stance):
            told = f'unknown stance "{stance}"; known are {", ".join(Stance)}{_meant(stance)}'
            entry.problems.add((stances or entry).where(stance), told)
            continue
        found[stance] = stances.placed(stance)
        if not found[stance] and not stances.holds(stance):
            entry.problems.add(stances.where(stance), "has no phrases; add some or take it out")
    return found


def _meant(stance: str) -> str:
    near = get_close_matches(stance.casefold(), list(Stance), 1, 0.6)
    meant = _MEANT.get(stance.casefold()) or (near[0] if near else None)
    return f'; this may be "{meant}"' if meant else ""


def _check_hints(
    entry: Entry, hints: dict[str, tuple[_Placed, ...]], signals: Sequence[str]
) -> None:
    taken: dict[tuple[str, ...], tuple[str, str]] = {}
    wanted = [stems(_WITHOUT.split(signal)[0].replace(" + ", " ")) for signal in signals]
    at: dict[str, list[str]] = defaultdict(list)
    for stance, phrases in hints.items():
        for where, hint in phrases:
            words = stems(hint)
            fault = _fault_of_hint(hint)
            other, there = taken.setdefault(tuple(words), (stance, where))
            if not fault and other != stance:
                fault = (
                    f'is a phrase of "{stance}" and of "{other}" ({there}); keep it with one of '
                    "them, or write more of the words that tell the sides apart"
                )
            if not fault and hint.casefold() in at[stance]:
                fault = "stands there twice; take one out"
            if not fault and wanted and all(contains(signal, words) for signal in wanted):
                fault = (
                    "stands in every signal, so that every statement would take this side; "
                    "write words that only this side says"
                )
            at[stance].append(hint.casefold())
            if fault:
                entry.problems.add(where, f'"{hint}" {fault}')


def _fault_of_hint(hint: str) -> str | None:
    """What is wrong with a phrase of a stance by itself."""
    if not stems(hint):
        return "holds no word; write one"
    if re.search(r"(?:^|\s)[+-](?:\s|$)", hint):
        return "has a + or -, which only signals know; write the words as they stand in a sentence"
    if fault := _fault_of_phrase(hint):
        return fault
    if len(stems(hint)) == 1 and are_small(hint):
        return "stands in nearly every sentence; add words that only this side says"
    return None
