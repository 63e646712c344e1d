"""Gives each name of an article to a figure: full names first, then the short ones."""

import re
from collections import Counter
from collections.abc import Sequence

from app.domain.countries import country_named, plain, us_state
from app.domain.persons import (
    fold,
    generation,
    is_called_with,
    is_given_name,
    parse_person,
    reigns,
    same_person,
    speaker_key,
    spelling,
)
from app.domain.spans import Span
from app.extraction.capitals import body_words, is_acronym
from app.extraction.cast import Bearers, Cast, Figure, Meaning
from app.extraction.names import ORG, PERSON, PLACE, Name
from app.extraction.realms import realm_behind, rivals
from app.extraction.relatives import namesakes_told
from app.extraction.surnames import another_generation, fitting, gender_told, is_surely_full

_SPEAKS = re.compile(
    r" (?:also )?(?:said|says|told|added|noted|warned|stressed|replied|answered)\b"
)
_LINEAGE = re.compile(r"\b(?:bin|ibn|al|bint)\b", re.IGNORECASE)  # of princes of Arabia
_NAMESAKES = 40  # people of one surname weighed against one another


class Naming:
    """Fills a cast with figures; the three steps must run in the order in which they stand."""

    def __init__(self, text: str, cast: Cast, aliases: dict[str, str]) -> None:
        self._text = text
        self._cast = cast
        self._aliases = aliases  # plain alias of a body -> its name
        self._given: dict[str, list[int]] = {}
        self._keys: dict[str, int] = {}  # by speaker_key
        self._endings: dict[str, int | None] = {}  # last word -> the one body named so
        self._persons = _words_for_persons(cast.names)
        self._sure: set[int] = set()  # figures whose given name is surely one
        self._in_full: dict[int, int] = {}  # where each figure is first named in full
        self._uses: dict[str, Counter[int]] = {}  # of surnames alone that can mean but one
        self._kin = namesakes_told(text, cast.names)
        self._titles: dict[int, set[str]] = {}  # printed before the names in full, last words
        self._reigning: dict[str, dict[str, int]] = {}  # figures by name and by state

    def full_names(self) -> None:
        """A figure for each person who is named with a given name."""
        named = list(enumerate(self._cast.names))
        for number, name in sorted(named, key=lambda pair: _capitals(pair[1]) < 3):
            if name.label == PERSON and not self._is_double_surname(name):
                self._full_name(number, name)
        for number, name in named:
            if name.label == "" and 2 <= len(name.words) <= 3 and self._ends_in_surname(name):
                self._full_name(number, name)

    def _ends_in_surname(self, name: Name) -> bool:
        """Whether a name that nothing tells of ends like a person's: "Rui Lopes" after "Lopes"."""
        known = spelling(fold(name.words[-1])) in self._cast.surnames
        return known and not self._is_double_surname(name)

    def _is_double_surname(self, name: Name) -> bool:
        """Whether words are a surname that came before: "Fogh Rasmussen", "Costa y Torres"."""
        return len(name.words) > 1 and " ".join(map(fold, name.words)) in self._cast.surnames

    def _full_name(self, number: int, name: Name) -> None:
        if parse_person(name.text).given is not None:
            figure = self._same_full_name(name.text)
            if figure is None:
                figure = self._new(name, PERSON)
            self._mean(number, figure, 0.97, f"“{name.text}” is the name printed")
            if is_surely_full(self._text, name):
                self._sure.add(figure)
            self._index(figure, name.text)
            self._keys.setdefault(speaker_key(name.text), figure)
            if name.title is not None:
                self._titles.setdefault(figure, set()).add(_last_word(self._text, name.title))

    def _same_full_name(self, text: str) -> int | None:
        key = speaker_key(text)
        same = self._keys.get(key)
        if same is not None and self._is_named(same, text):
            return same
        surname = spelling(parse_person(text).surname.split()[-1])
        for figure in self._cast.surnames.get(surname, [])[-_NAMESAKES:]:
            if self._is_named(figure, text):
                return figure
        return None

    def _is_named(self, figure: int, text: str) -> bool:
        """Whether a full name is a figure's, and no relative's of nearly the same name."""
        held = self._cast.figures[figure]
        if not same_person(held.name, text)[0]:
            return False
        return not any(frozenset([fold(form), fold(text)]) in self._kin for form in held.forms)

    def _new(self, name: Name, label: str) -> int:
        self._cast.figures.append(Figure(label, name.span.start))
        return len(self._cast.figures) - 1

    def _index(self, figure: int, text: str) -> None:
        parts = parse_person(text)
        keys = {spelling(parts.surname), spelling(parts.surname.split()[-1])}
        if parts.middle and len(parts.middle[-1]) > 1:
            keys.add(f"{parts.middle[-1]} {parts.surname}")
        for key in keys:
            held = self._cast.surnames.setdefault(key, [])
            if figure not in held:
                held.append(figure)
        if parts.given and figure not in self._given.setdefault(parts.given, []):
            self._given[parts.given].append(figure)

    def _mean(self, number: int, figure: int, confidence: float, reason: str) -> None:
        name, meant = self._cast.names[number], self._cast.figures[figure]
        self._cast.meanings[number] = Meaning(figure, confidence, reason)
        meant.mentions += 1
        meant.first = min(meant.first, name.span.start)
        if meant.label == PERSON:
            if parse_person(name.text).given or not meant.forms:
                meant.forms[name.text] += 1
            meant.gender = meant.gender or gender_told(self._text, name)
        else:
            meant.forms[name.text] += 1

    def bodies_and_places(self) -> None:
        """A figure for each body and place; an acronym means the name whose initials it is."""
        initials: dict[str, int] = {}
        for number, name in enumerate(self._cast.names):
            if name.label not in (ORG, PLACE) or self._is_surname(name):
                continue
            key = plain(name.text)
            full = self._aliases.get(key, name.text)
            key = plain(full)
            figure = self._cast.bodies.get(key)
            if figure is None and len(name.words) == 1 and name.words[0].casefold() in body_words():
                figure = self._only_body_ending_in(name.words[0].casefold())
            if figure is None and is_acronym(name.text):
                figure = initials.get(name.text.replace(".", ""))
            if figure is None:
                figure = self._new(name, name.label)
                short = "".join(word[0] for word in name.words if word[:1].isupper())
                if len(short) > 1:
                    initials.setdefault(short, figure)
            self._cast.bodies.setdefault(key, figure)
            if len(name.words) > 1:
                ending = name.words[-1].casefold()
                same = self._endings.setdefault(ending, figure)
                self._endings[ending] = figure if same == figure else None
            reason = f"“{name.text}” is the name printed"
            if key != plain(name.text):
                reason = f"“{name.text}” stands for {full}"
            self._mean(number, figure, 0.95, reason)

    def _only_body_ending_in(self, word: str) -> int | None:
        """The one body whose longer name ends so: "the Post" after "The Washington Post"."""
        return self._endings.get(word)

    def _is_surname(self, name: Name) -> bool:
        place = country_named(name.text) or us_state(name.text)
        if len(name.words) > 2 or (place and not name.title):
            return False
        if len(name.words) == 1 and fold(name.words[0]) in self._persons:
            return True
        if self._heads_name(name):
            return True
        return spelling(
            " ".join(fold(w).replace("’", "").replace("'", "") for w in name.words)
        ) in (self._cast.surnames)

    def _heads_name(self, name: Name) -> bool:
        """Whether what looks like a body is the surname that comes first: "Park" of Park Geun-hye.

        Nobody is known to be given it as a first name, unless it speaks ("Hong said", of Hong
        Lei); "the Park" is none.
        """
        if name.label != ORG or len(name.words) != 1:
            return False
        if is_given_name(name.words[0]) and not _SPEAKS.match(self._text, name.span.end):
            return False
        named = self._given.get(fold(name.words[0]), [])
        article = self._text[max(0, name.span.start - 4) : name.span.start].casefold() == "the "
        if len(named) != 1 or article or is_acronym(name.words[0]):
            return False
        rest = self._cast.figures[named[0]].name.casefold().split()[1:]
        return body_words().isdisjoint(rest)

    def short_names(self) -> None:
        """Surnames, given names alone, and persons whose full name never comes."""
        self._in_full = {number: one.first for number, one in enumerate(self._cast.figures)}
        self._who_reign()
        for number, name in enumerate(self._cast.names):
            if self._cast.meanings[number] is not None:
                continue
            if len(name.words) > 3 or (name.label == PLACE and not self._is_surname(name)):
                continue
            self._short(number, name)

    def _who_reign(self) -> None:
        """A figure for each king of several of one name: "King Abdullah of Jordan"."""
        for key, states in rivals(self._text, self._cast.names).items():
            for state, (name, realm) in states.items():
                figure = self._reigning.setdefault(key, {})[state] = self._new(name, PERSON)
                whole = Span(name.span.start, realm.end)
                self._cast.figures[figure].forms[" ".join(whole.of(self._text).split())] += 1
                role = f"{name.words[0]} of {realm.of(self._text)}"
                self._cast.figures[figure].roles[role] = whole

    def _who_reigns(self, number: int, name: Name) -> bool:
        """Gives a name of several kings to one of them; without a state nothing tells of whom."""
        states = self._reigning.get(fold(name.text))
        if states is None:
            return False
        realm = realm_behind(self._text, name)
        figure = states.get(country_named(realm.of(self._text)) or "") if realm else None
        if figure is not None:
            self._mean(number, figure, 0.95, f"“{name.text}” is told of by the state behind it")
            return True
        every = tuple(states.values())
        names = " or ".join(self._cast.figures[one].name for one in every)
        why = f"“{name.text}” may be {names}, and nothing here tells which"
        self._mean(number, every[0], 0.3, why)
        self._cast.bearers[name.span.start] = Bearers(every, (), fold(name.text), why)
        return True

    def _short(self, number: int, name: Name) -> None:
        if self._who_reigns(number, name):
            return
        key = spelling(parse_person(name.text).surname)
        words = [word for word in name.words if not generation(word)]  # "Donald Jr."
        if len(words) > 1:
            joined = " ".join(fold(word).replace("’", "") for word in words)
            key = joined if joined in self._cast.surnames else key if name.label == PERSON else ""
        if len(words) == 2 and is_called_with(*words):
            candidates = self._so_called(spelling(parse_person(name.text).surname), name)
        else:
            candidates = [
                each
                for each in self._cast.surnames.get(key, [])[:_NAMESAKES]
                if not another_generation(self._cast.figures[each].name, name.text)
            ]
        if not candidates and len(words) == 1:
            candidates = self._given.get(key, []) if is_given_name(key) else []
            if not candidates and (name.label in (PERSON, "") or self._heads_name(name)):
                candidates = self._surname_first(key, name)
        if candidates:
            figure, confidence, reason = self._choose(key, name, candidates)
            self._mean(number, figure, confidence, reason)
        elif name.label == PERSON or self._is_surname(name):
            figure = self._new(name, PERSON)
            self._mean(number, figure, 0.9, f"“{name.text}” is all the article prints of the name")
            self._index(figure, name.text)

    def _so_called(self, key: str, name: Name) -> list[int]:
        """Whom "King Harald" or "Bishop Paul" may mean: nobody of the given name by itself.

        Who was named with that title before; an Arabic prince also without it; and by the surname
        whoever is no king.
        """
        title, figures = fold(name.words[0]), self._cast.figures
        found = []
        for each in self._cast.surnames.get(key, [])[:_NAMESAKES]:
            full = parse_person(figures[each].name)
            if full.title == title or (not reigns(title) and (full.given or not full.title)):
                found.append(each)
        if found:
            return found
        return [
            each
            for each in self._given.get(key, [])
            if title in self._titles.get(each, ()) or _LINEAGE.search(figures[each].name)
        ]

    def _surname_first(self, key: str, name: Name) -> list[int]:
        """The one person named before whose name begins so, as in China: "Xi" after "Xi Jinping".

        What nobody is known to be given as a first name, and stands alone, is a surname.
        """
        named = self._given.get(key, [])
        before = [i for i in named if self._cast.figures[i].first < name.span.start]
        return before if len(named) == 1 else []

    def _named_before(self, figure: int, name: Name) -> bool:
        """Whether somebody was named in full before a short name."""
        start = self._in_full.get(figure, self._cast.figures[figure].first)
        return start < name.span.start

    def _choose(self, key: str, name: Name, candidates: list[int]) -> tuple[int, float, str]:
        """The figure that a short name means, of several with that name."""
        figures, several = self._cast.figures, len(candidates) > 1
        candidates = [i for i in candidates if i in self._sure] or candidates
        candidates, why = fitting(self._text, figures, name, candidates)
        uses = self._uses.setdefault(key, Counter())
        if len(candidates) == 1:
            uses[candidates[0]] += several
            full = figures[candidates[0]].name
            if why:
                return candidates[0], 0.93, why
            return candidates[0], 0.95, f"“{name.text}” is short for {full}, the only one so named"
        chief = max(candidates, key=lambda i: (sum(figures[i].forms.values()), -figures[i].first))
        earlier = [i for i in candidates if self._named_before(i, name)]
        names = ", ".join(figures[i].name for i in candidates[:4])
        if len(earlier) == 1:
            uses[earlier[0]] += 1
            full = figures[earlier[0]].name
            return earlier[0], 0.8, f"only {full} was named before “{name.text}” (also {names})"
        if len(earlier) > 1:
            self._cast.bearers[name.span.start] = Bearers(tuple(earlier), tuple(uses.items()), key)
        reason = f"“{name.text}” may be {names}; {figures[chief].name} is named most"
        rivals = max(sum(figures[i].forms.values()) for i in candidates if i != chief)
        lead = sum(figures[chief].forms.values()) / (rivals + 1)
        return chief, 0.65 if lead < 2 else 0.8, reason


def _last_word(text: str, title: Span) -> str:
    return fold(title.of(text).split()[-1])


def _capitals(name: Name) -> int:
    return sum(word[:1].isupper() for word in name.words)


def _words_for_persons(names: Sequence[Name]) -> frozenset[str]:
    """Single words that name a person more often than a body or a place, folded."""
    votes: dict[str, int] = {}
    for name in names:
        if len(name.words) == 1 and name.label:
            vote = 1 if name.label == PERSON else -1
            word = fold(name.words[0])
            votes[word] = votes.get(word, 0) + (3 if vote > 0 and name.title else vote)
    return frozenset(word for word, vote in votes.items() if vote > 0)
