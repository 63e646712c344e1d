"""A printed role with the state that its article gives it: "Foreign Minister", of Belarus."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.countries import capital_of, country_of, names_of
from app.domain.date_words import MONTH_NAMES
from app.domain.documents import ParsedArticle
from app.domain.quotations import Entity, Extraction
from app.domain.spans import Span
from app.domain.titles import Title, read_title
from app.resolution.office_titles import generic_name, is_office
from app.resolution.present_roles import present_role
from app.resolution.sentences import sentences_of

#: Posts that every state has: a bare title of one is short for that of some state.
_OF_STATE = re.compile(
    r"(?:(?:acting|interim|caretaker|first|deputy|vice)[ -])*"
    r"(?:prime minister|(?:[a-z]+ (?:(?:and|&) [a-z]+ ){0,2})minister"
    r"|(?:vice[ -])?president(?:-elect)?"
    r"|vice[ -]chancellor|chancellor|(?:chief )?cabinet secretary|state secretary"
    r"|speaker of (?:the )?(?:national assembly|parliament)"
    r"|(?:government|presidential|(?:[a-z]+ ){1,3}ministry) spokes(?:man|woman|person))",
    re.IGNORECASE,
)
#: States whose offices have other names, so that a bare title there is a guest's.
_OTHERWISE_CALLED = {
    "United States": re.compile(r"minister|ministry|chancellor|speaker|secretary", re.IGNORECASE),
    "United Kingdom": re.compile(
        r"(?:foreign|interior|justice|finance|defen[cs]e|president)\b", re.IGNORECASE
    ),
}
_GUEST = re.compile(
    r"\b(?:visiting|visits?|visited|a guest|guests? of|arriv\w+|trip|tour|hosted"
    r"|(?:his|her|their) hosts?|counterparts?|colleagues?|stopover|embassy)\b",
    re.IGNORECASE,
)
#: A sentence that opens somewhere else than the dateline.
_ELSEWHERE = re.compile(
    r"\W*(?:Speaking |Meanwhile,? |But |And )?(?:[Ii]n|[Ff]rom|[Aa]t) (?!(?:"
    rf"{'|'.join(MONTH_NAMES)}|\w+day)\b)"
    r"(?P<where>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2}),? "
)
#: The ministry that "ministry spokesman" means: "China's commerce ministry".
_MINISTRY = re.compile(
    r"\b(?P<whose>[A-Z][\w-]+(?: [A-Z][a-z]+)?)(?:[’']s?)? "
    r"(?P<what>(?:[A-Za-z]+ ){1,2}[Mm]inistry)\b"
)
_OF_MINISTRY = re.compile(r"ministry (?=spokes|official|source)", re.IGNORECASE)
_COUNTERPART = re.compile(r"^(?:(?:his|her|their) )?(?P<whose>.+?)\s+counterpart$", re.IGNORECASE)
_WORD = re.compile(r"[A-Z][\w’'.-]*(?: (?:and )?[A-Z][\w’'.-]*)*")
_REACH = 60  # characters of a sentence that a reason quotes


@dataclass(frozen=True, slots=True)
class FullerRole:
    """A printed role with what the article adds to it, and the words that say so."""

    role: str
    reason: str


def fuller_role(
    article: ParsedArticle, extraction: Extraction, number: int | None, role: str | None
) -> FullerRole | None:
    """The role with its state or ministry, as other words of the article tell; None if none do.

    `number` is the holder's in `extraction.entities`. The state is the one printed with the same
    title of the same person, the one whose counterpart somebody is, or that of the dateline's
    capital where the article bears it out.
    """
    today = present_role(role).role if role else None
    if number is None or role is None or today is None:
        return None
    title, holder = read_title(today), extraction.entities[number]
    if counterpart := _COUNTERPART.match(today):
        return _as_counterpart(extraction, number, role, counterpart["whose"])
    if title.places or not is_office(today):
        return None
    return (
        _printed_in_full(holder, title)
        or _of_its_ministry(article, holder, role, today)
        or _of_the_capital(article, extraction, number, role, today)
    )


def _printed_in_full(holder: Entity, title: Title) -> FullerRole | None:
    """The same title of the same person with its state: "Latvian Foreign Minister"."""
    for role in holder.roles:
        other = read_title(role)
        if other.places and other.words == title.words and not other.former:
            return FullerRole(role, f"in full “{role}”")
    return None


def _as_counterpart(
    extraction: Extraction, number: int, role: str, whose: str
) -> FullerRole | None:
    """The office of the one named before, in another state: "his Turkish counterpart"."""
    here = _place_of_role(extraction.entities[number], role)
    if here is None or not read_title(whose).places:
        return None
    before = [
        (span.start, printed)
        for n, entity in enumerate(extraction.entities)
        for printed, span in zip(entity.roles, entity.role_spans, strict=True)
        if n != number and span.end <= here.start and is_office(printed)
    ]
    printed = present_role(max(before)[1]).role if before else None
    name = generic_name(printed) if printed else None
    if printed is None or name is None:
        return None
    bare = re.sub(r" of (?:the )?[A-Z].*$", "", name) if read_title(printed).places else name
    return FullerRole(f"{whose} {bare}", f"the counterpart of the “{printed}” named before")


def _place_of_role(entity: Entity, role: str) -> Span | None:
    return next(
        (s for r, s in zip(entity.roles, entity.role_spans, strict=True) if r == role), None
    )


def _of_its_ministry(
    article: ParsedArticle, holder: Entity, role: str, today: str
) -> FullerRole | None:
    """ "Ministry spokesman", of the one ministry that the article names before."""
    here = _place_of_role(holder, role)
    if here is None or not _OF_MINISTRY.match(today):
        return None
    named = {
        (country_of(found["whose"]), found["what"].casefold()): found
        for found in _MINISTRY.finditer(article.text, article.span.start, here.start)
        if country_of(found["whose"])
    }
    if len(named) != 1:
        return None
    found = next(iter(named.values()))
    full = f"{' '.join(found.group().split())} {today.split(maxsplit=1)[1]}"
    return FullerRole(full, f"the ministry is “{' '.join(found.group().split())}”")


def _of_the_capital(
    article: ParsedArticle, extraction: Extraction, number: int, role: str, today: str
) -> FullerRole | None:
    """The post in the state whose capital the dateline names, where the article speaks of it."""
    place = article.dateline.place if article.dateline else None
    state = capital_of(place) if place else None
    if state is None or not _OF_STATE.fullmatch(today):
        return None
    other = _OTHERWISE_CALLED.get(state)
    if (other and other.search(today)) or _another_holds_it(extraction, number, today, state):
        return None
    sentences = list(sentences_of(article.text, article.paragraphs))
    here = _place_of_role(extraction.entities[number], role)
    own = next((s for s in sentences if here and s.overlaps(here)), None)
    if own is None or _GUEST.search(own.of(article.text)):
        return None
    if _opens_elsewhere(own.of(article.text), place or "", state):
        return None
    told = set(_states(own.of(article.text)))
    at_home = "spokes" in today.casefold()  # who speaks for a ministry does not travel
    if told and state not in told and not at_home:
        return None
    if _meets_others(article.text, sentences, today) and state not in told:
        return None
    words = next((s for s in [own, *sentences] if state in _states(s.of(article.text))), None)
    if words is None:
        return None
    shown = " ".join(words.of(article.text).split())
    shown = shown if len(shown) <= _REACH else f"{shown[:_REACH].rsplit(' ', 1)[0]} …"
    name = _name_of(state, article)
    the = "the " if name.endswith(("States", "Kingdom", "Republic", "lands", "ines")) else ""
    reason = f"of {name}: the dateline “{place}” is its capital, and it is spoken of: “{shown}”"
    return FullerRole(f"{today} of {the}{name}", reason)


def _opens_elsewhere(sentence: str, place: str, state: str) -> bool:
    """ "In Paris, Defence Minister Jane Roe said", under the dateline of Dakar."""
    away = _ELSEWHERE.match(sentence)
    if away is None or away["where"].casefold() == place.casefold():
        return False
    return country_of(away["where"]) != state


def _another_holds_it(extraction: Extraction, number: int, today: str, state: str) -> bool:
    """Whether the article gives the same title, of that state or of none, to somebody else."""
    words = read_title(today).words
    others = (
        read_title(role)
        for n, entity in enumerate(extraction.entities)
        if n != number
        for role in entity.roles
    )
    return any(t.words == words and not t.former and t.places <= {state} for t in others)


def _meets_others(text: str, sentences: Sequence[Span], today: str) -> bool:
    """Whether the article tells of several who hold such a post: "foreign ministers met"."""
    several = re.compile(rf"\b{re.escape(today)}s\b", re.IGNORECASE)
    if any(several.search(sentence.of(text)) for sentence in sentences):
        return True
    return any("summit" in sentence.of(text) for sentence in sentences[:1])


def _name_of(state: str, article: ParsedArticle) -> str:
    """The name by which the article calls a state: "Macedonia", of its time; else the list's."""
    if state in _OTHERWISE_CALLED:
        return state  # "America", "Britain"
    text = article.span.of(article.text)
    return next((name for name in names_of(state) if re.search(rf"\b{name}\b", text)), state)


def _states(text: str) -> Iterator[str]:
    """The states that a text names by their names or adjectives."""
    for found in _WORD.finditer(text):
        words = found.group().split()
        for start in range(len(words)):
            for length in (3, 2, 1):
                state = country_of(" ".join(words[start : start + length]))
                if state is not None:
                    yield state
                    break
