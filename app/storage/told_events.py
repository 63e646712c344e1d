"""The events that articles tell one another, each once, found by the words that mean them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.gazetteer import KnownEvent
from app.domain.occasions import same_occasion
from app.storage.payloads import events_from_json, events_to_json
from app.storage.permalinks import words_of

_LETTERS = re.compile(r"[A-Za-z]{4,}")
#: Letters that the normal form of words joins or leaves out, so that a plain search misses words.
_JOINED = re.compile("[\u00ad\ufb00-\ufb06\uff21-\uff5a]")
_MOST = 400  # phrases that are looked for in one pass


class ToldEvents:
    """The events that all articles tell, found by the words that mean them.

    A function of the set of articles: neither order nor time plays a part.
    """

    def __init__(self, told: Mapping[str, tuple[KnownEvent, ...]]) -> None:
        """Index what each article, by its permalink, tells."""
        self._by_word: dict[str, list[tuple[frozenset[str], str, KnownEvent]]] = defaultdict(list)
        self._each, self._others = _as_one_each(told)
        for article, events in self._each.items():
            for event in events:
                for phrase in sorted({event.name, *event.aliases}):
                    words = frozenset(words_of(phrase))
                    if words:
                        rarest = max(sorted(words), key=len)
                        self._by_word[rarest].append((words, article, event))

    def concerning(self, article: str, words: Iterable[str]) -> tuple[KnownEvent, ...]:
        """The events told by other articles one of whose phrases has all its words here.

        And those that the article tells itself, under the fullest name that another gives them.
        """
        here = set(words)
        found = {
            (told_by, event.name, str(event.date)): replace(event, told_by=told_by)
            for word in here & self._by_word.keys()
            for needed, told_by, event in self._by_word[word]
            if told_by != article and needed <= here and event.place is not None
        }
        for told_by, event in self._others.get(article, ()):
            found[told_by, event.name, str(event.date)] = replace(event, told_by=told_by)
        return tuple(event for _, event in sorted(found.items()))

    def signature(self) -> list[str]:
        """What is told and by whom, a line an event, in order: two archives alike agree in it."""
        members: dict[tuple[str, int], list[str]] = defaultdict(list)
        for member, events in self._others.items():
            for article, event in events:
                members[article, id(event)].append(member)
        return sorted(
            ",".join([article, *sorted(members[article, id(event)])])
            + f" {events_to_json((event,))}"
            for article, events in self._each.items()
            for event in events
        )


@dataclass(frozen=True, slots=True)
class MayConcern:
    """Says whether a text may mean one of some events, by their words; its "no" is certain."""

    phrases: tuple[tuple[str, ...], ...]  # words in small letters, the longest first

    def __call__(self, text: str) -> bool:
        """Whether all words of one of the phrases stand in the text, within words as well."""
        if not text.isascii() and _JOINED.search(text):
            return True
        small = text.lower()
        return any(all(word in small for word in words) for words in self.phrases)


def members_of_changed(before: Iterable[str], now: Iterable[str]) -> set[str]:
    """The articles that tell one of the events in which two signatures differ."""
    return {
        article for line in set(before) ^ set(now) for article in line.partition(" ")[0].split(",")
    }


def what_changed(before: Iterable[str], now: Iterable[str]) -> MayConcern | None:
    """What finds every text that may mean one of the events in which two signatures differ.

    None where nothing so simple does, and all texts have to be looked at.
    """
    phrases = set()
    changed = set(before) ^ set(now)
    if len(changed) > _MOST:
        return None
    for line in changed:
        (event,) = events_from_json(line.partition(" ")[2])
        for phrase in {event.name, *event.aliases}:
            whole = set(words_of(phrase))
            kept = {w.lower() for w in _LETTERS.findall(phrase)} & whole
            if not kept:
                return None
            phrases.add(tuple(sorted(kept, key=lambda word: (-len(word), word))))
    return MayConcern(tuple(sorted(phrases)))


def _as_one_each(
    told: Mapping[str, tuple[KnownEvent, ...]],
) -> tuple[dict[str, list[KnownEvent]], dict[str, list[tuple[str, KnownEvent]]]]:
    """What each article tells, an occasion that several tell only once, with all its names.

    The fullest name stands, then the first in the alphabet; the article that gives it tells it.
    Besides, for each other article that tells such an occasion, who tells it and what it is.
    """
    groups: dict[object, list[list[tuple[str, KnownEvent]]]] = defaultdict(list)
    every = [(article, event) for article, events in told.items() for event in events]
    every.sort(
        key=lambda one: (one[1].place is None, -len(one[1].name.split()), one[1].name, one[0])
    )
    for article, event in every:
        beside = groups[event.date]
        same = next((g for g in beside if same_occasion(g[0][1], event)), None)
        if same is None:
            beside.append(same := [])
        same.append((article, event))
    found: dict[str, list[KnownEvent]] = defaultdict(list)
    others: dict[str, list[tuple[str, KnownEvent]]] = defaultdict(list)
    for group in (group for beside in groups.values() for group in beside):
        article, event = group[0]
        whole = _joined(event, [one for _, one in group])
        found[article].append(whole)
        for member in dict.fromkeys(member for member, _ in group if member != article):
            others[member].append((article, whole))
    return found, others


def _joined(event: KnownEvent, all_: Sequence[KnownEvent]) -> KnownEvent:
    """An event with the names and people of all that are one with it."""
    names = {name for one in all_ for name in (one.name, *one.aliases)} - {event.name}
    people = dict.fromkeys(who for one in all_ for who in one.participants)
    return replace(event, aliases=tuple(sorted(names)), participants=tuple(sorted(people)))
