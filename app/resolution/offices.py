"""The office a speaker held on the day the words were said."""

import re
from datetime import date, timedelta

from app.domain.conflicts import ANOTHER_OFFICE, OUT_OF_TERM
from app.domain.dates import DateFinding, PartialDate
from app.domain.gazetteer import Gazetteer, KnownOffice, KnownTenure, SpeakerKind
from app.domain.quotations import Attribution
from app.domain.resolved import Finding, ResolvedSpeaker
from app.domain.titles import read_title
from app.resolution.fuller_roles import FullerRole
from app.resolution.office_titles import cleaned, generic_name, is_office, means
from app.resolution.past_roles import PastRole
from app.resolution.present_roles import present_role
from app.resolution.who_is_known import WhoIsKnown, who_is_known

_A_YEAR = timedelta(days=366)
#: "As mayor of Porto in 2002", "appointed minister on Tuesday": the time of the role.
_OF_A_TIME = re.compile(r"\bin ((?:19|20)\d\d)\b|\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def office_of(
    attribution: Attribution,
    speaker: ResolvedSpeaker | None,
    said_on: DateFinding,
    published: DateFinding,
    gazetteer: Gazetteer,
    then: PastRole | None = None,
    *,
    beside: bool = True,
    early: bool = False,
    over: bool = False,
    fuller: FullerRole | None = None,
) -> Finding | None:
    """The office held on that day, from the printed role and from known tenures; None if unknown.

    The day is that of the words, else of the article. Without a day only the printed role
    counts, so that no later office leaks into the past. A conflict is told in the reason.
    `then` is the role that the sentence gives the speaker for the time of the words. `beside`
    says that the printed role stands with this very source; else it is of the article's day,
    and tells nothing of words that are years older. `early` says that the words are of a time
    before the speaker held the office that is told or known, `over` that the sentence tells the
    role as a past one. `fuller` is the printed role with
    the state that the article gives it.
    """
    if speaker is None or speaker.kind is not SpeakerKind.PERSON or speaker.name is None:
        return None
    known = who_is_known(gazetteer)
    day = said_on.date or published.date
    tenures = known.tenures.get(speaker.name, []) if speaker.known else []
    if then is not None:
        return _held_then(then, speaker.name, tenures, said_on.date, known)
    if early:
        return None
    printed = attribution.role
    if printed is not None and _is_years_before(said_on, published):
        day_of_print = published.date
        now = [t for t in _named(printed, tenures, known) if day is None or _covers(t, day)]
        if not now and (not beside or _is_todays(printed, tenures, day_of_print, known)):
            return _by_day(speaker.name, tenures, day)
    if printed is not None and not _is_dated(printed, said_on):
        found = _by_printed(
            printed, fuller, speaker.name, tenures, day, known, now=beside and not over
        )
        if found is not None:
            return found
    return _by_day(speaker.name, tenures, day)


def _by_printed(
    printed: str,
    fuller: FullerRole | None,
    speaker: str,
    tenures: list[KnownTenure],
    day: PartialDate | None,
    known: WhoIsKnown,
    *,
    now: bool,
) -> Finding | None:
    """The office of a printed role: as it is held today, with the state that the article tells."""
    if fuller is not None and not tenures:
        role = cleaned(present_role(fuller.role).role or "")
        words = f"printed with the name: “{printed}”, {fuller.reason}"
        return _by_role(role, speaker, tenures, day, known, words) if role else None
    role = cleaned(present_role(printed).role or "")
    if not role:
        return None
    return _outlived(role, tenures, day, known, now=now) or _by_role(
        role, speaker, tenures, day, known
    )


def _outlived(
    role: str,
    tenures: list[KnownTenure],
    day: PartialDate | None,
    known: WhoIsKnown,
    *,
    now: bool,
) -> Finding | None:
    """The office that print gives its holder in full years after the known end: a conflict.

    "The mayor of Porto, Ana Ruiz" says that she is; "President Roe" can be a courtesy.
    """
    named = _named(role, tenures, known)
    in_full = any(read_title(tenure.office) == read_title(role) for tenure in named)
    if not (now and in_full and all(_is_long_over(tenure, day) for tenure in named)):
        return None
    last = max(named, key=lambda t: t.end.last if t.end else date.min)
    reason = f"printed with the name: “{role}”; {OUT_OF_TERM}: {_term(last)}"
    return Finding(last.office, reason)


def _is_dated(printed: str, said_on: DateFinding) -> bool:
    """Whether a printed role tells its own time, which is not that of the words."""
    told = _OF_A_TIME.search(printed)
    if told is None:
        return False
    return said_on.date is None or told[1] != str(said_on.date.first.year)


def _held_then(
    then: PastRole,
    speaker: str,
    tenures: list[KnownTenure],
    day: PartialDate | None,
    known: WhoIsKnown,
) -> Finding | None:
    """The office that the text gives for the time of the words: "when he was prime minister"."""
    found = _by_role(then.role, speaker, tenures, day, known)
    if found is None:
        return _by_day(speaker, tenures, day)
    return Finding(found.value, f"of the time of the words: “{then.words}”; {found.reason}")


def _named(role: str, tenures: list[KnownTenure], known: WhoIsKnown) -> list[KnownTenure]:
    """The tenures of the offices that a role names."""
    return [
        t for t in tenures if t.office in known.offices and means(role, known.offices[t.office])
    ]


def _is_years_before(said_on: DateFinding, published: DateFinding) -> bool:
    """Whether the words are so much older than the article that its titles are not theirs."""
    if said_on.date is None or published.date is None:
        return False
    return published.date.first - said_on.date.last > _A_YEAR


def _is_todays(
    role: str, tenures: list[KnownTenure], day: PartialDate | None, known: WhoIsKnown
) -> bool:
    """Whether the role is one that the speaker held on the day of the article."""
    return day is not None and any(_covers(t, day) for t in _named(role, tenures, known))


def _by_role(
    role: str,
    speaker: str,
    tenures: list[KnownTenure],
    day: PartialDate | None,
    known: WhoIsKnown,
    words: str | None = None,
) -> Finding | None:
    """The office that the printed role names; `words` tell where the role is from."""
    words = words or f"printed with the name: “{role}”"
    named = _named(role, tenures, known)
    now = [tenure for tenure in named if day is None or _covers(tenure, day)]
    if now:
        return Finding(now[0].office, f"{words}; {_term(now[0])}")
    if named and all(_is_long_over(tenure, day) for tenure in named):
        return None  # "her work as secretary of state", years later: no claim that she still is
    if named:
        reason = f"{words}; {OUT_OF_TERM}: {_term(named[0])}"
        return Finding(named[0].office, reason)
    if not is_office(role) or (tenures and role.islower() and " " not in role):
        return None  # "president", of somebody who is known never to have been one
    short = _short_for(role, tenures, day, known)
    if short is not None:
        return Finding(
            short.office, f"“{role}”, printed with the name, is short for {_term(short)}"
        )
    office = _known_office(role, known)
    value = office.name if office else generic_name(role)
    if value is None:
        return None
    reason = words
    other = [t for t in tenures if day is not None and _covers(t, day)]
    if other:
        reason += f"; {ANOTHER_OFFICE} {speaker} another office: {_term(other[0])}"
    return Finding(value, reason)


def _short_for(
    role: str, tenures: list[KnownTenure], day: PartialDate | None, known: WhoIsKnown
) -> KnownTenure | None:
    """The office held that day of whose titles the role is a part: "Ambassador", "Minister"."""
    if day is None:
        return None
    wanted = read_title(role)
    for tenure in tenures:
        office = known.offices.get(tenure.office)
        if office is None or not _covers(tenure, day):
            continue
        titles = [read_title(title) for title in (office.name, *office.titles)]
        if any(wanted.words <= title.words for title in titles) and (
            wanted.places <= titles[0].places
        ):
            return tenure
    return None


def _known_office(role: str, known: WhoIsKnown) -> KnownOffice | None:
    """The one known office with that title, where the role itself names the state or body."""
    if not read_title(role).places:
        return None
    found = [office for office in known.offices.values() if means(role, office)]
    exact = [office for office in found if read_title(office.name).words == read_title(role).words]
    found = exact or found
    return found[0] if len(found) == 1 else None


def _by_day(speaker: str, tenures: list[KnownTenure], day: PartialDate | None) -> Finding | None:
    """The office that known tenures give for the day, if it is one and the day decides it."""
    if day is None:
        return None
    held = [tenure for tenure in tenures if _covers(tenure, day)]
    offices = list(dict.fromkeys(tenure.office for tenure in held))
    if len(offices) != 1:
        return None
    if not any(_holds_all(tenure, day) for tenure in held):
        return None
    return Finding(offices[0], f"{speaker} is known to have held it then: {_term(held[0])}")


def _covers(tenure: KnownTenure, day: PartialDate) -> bool:
    """Whether the tenure may hold on one of the days of `day`."""
    after = tenure.start is None or tenure.start.first <= day.last
    before = tenure.end is None or day.first <= tenure.end.last
    return after and before


def _is_long_over(tenure: KnownTenure, day: PartialDate | None) -> bool:
    """Whether an office was given up so long before that print tells it as past."""
    return day is not None and tenure.end is not None and day.first - tenure.end.last > _A_YEAR


def _holds_all(tenure: KnownTenure, day: PartialDate) -> bool:
    """Whether the tenure holds on every day of `day`."""
    after = tenure.start is None or tenure.start.first <= day.first
    before = tenure.end is None or day.last <= tenure.end.last
    return after and before


def _term(tenure: KnownTenure) -> str:
    start = tenure.start.iso if tenure.start else None
    end = tenure.end.iso if tenure.end else None
    term = f"since {start}" if start and not end else f"{start or '?'} to {end or '?'}"
    return f"{tenure.office}, {term}"
