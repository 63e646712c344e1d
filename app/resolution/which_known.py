"""Which of the known people of one name is meant, and whether it is somebody else."""

from collections.abc import Sequence
from typing import NamedTuple

from app.domain.dates import PartialDate
from app.domain.gazetteer import KnownSpeaker, KnownTenure
from app.domain.namesakes import why_two
from app.domain.persons import fold, name_words
from app.domain.titles import read_title
from app.domain.told import Told, are_alike, town_words, whom_denied
from app.resolution.office_titles import agrees, is_of_another_town, means, roles_held
from app.resolution.unlike import why_no_politician, why_of_another_country, why_too_young
from app.resolution.who_is_known import WhoIsKnown


class Choice(NamedTuple):
    """A known person and why; the reason alone where there is none.

    `is_open`: it is one of several; `is_another`: it is certainly not the known one of the name.
    """

    person: KnownSpeaker | None
    reason: str
    is_open: bool = False
    is_another: bool = False


def is_somebody_else(person: KnownSpeaker, printed: Told, known: WhoIsKnown) -> str | None:
    """Why what an article tells cannot be of a known person of that name; None where it can.

    An office that the person held, and a calling that the knowledge names, speak for the person.
    """
    for words in printed.denied:
        if agrees((whom_denied(words),), roles_held(person.name, known)):
            return f"the article says “{words}”"
    if agrees(printed.roles, roles_held(person.name, known)):
        return None
    if young := why_too_young(person, printed, known):
        return young
    described = set(name_words(person.description or ""))
    if any(fold(one.noun) in described for one in printed.callings):
        return None
    about = _told_of(person, known)
    return (
        why_two(Told(printed.roles), about)
        or why_no_politician(person, printed, known)
        or why_of_another_country(about, printed)
    )


def which_is_meant(
    printed: str,
    people: Sequence[KnownSpeaker],
    told: Told,
    known: WhoIsKnown,
    day: PartialDate | None,
) -> Choice:
    """Which of several known people is meant, by office, by day, by what else is printed of them.

    Left open, with the reason, where that fits none of them or more than one.
    """
    names = " or ".join(person.name for person in people)
    reason = f"“{printed}” may be {names}: {len(people)} people of this name are known"
    why = [is_somebody_else(one, told, known) for one in people]
    if all(why):
        return Choice(None, f"none of {names}, who are known: {why[0]}", is_another=True)
    # "Mayor" says nothing where "mayor of Leeds" is printed as well.
    roles = tuple(role for role in told.roles if town_words(role)) or told.roles
    fitting = [one for one in people if _held(one, roles, known)]
    if (one := holder_on(day, printed, fitting, roles, known)) is not None:
        return one
    if not fitting:
        able = [one for one, another in zip(people, why, strict=True) if another is None]
        fitting = [one for one in able if are_alike(told, _told_of(one, known))]
        fitting = [] if any(town_words(role) for role in roles) else fitting
    if len(fitting) == 1:
        return Choice(fitting[0], f"“{roles[0]}” tells which {printed} is meant")
    return Choice(None, f"{reason}, and nothing here tells which", is_open=True)


def holder_on(
    day: PartialDate | None,
    printed: str,
    people: Sequence[KnownSpeaker],
    roles: tuple[str, ...],
    known: WhoIsKnown,
) -> Choice | None:
    """Who of several who held offices of these roles did so on that day; None if not just one."""
    if len(people) < 2 or day is None:
        return None
    then = [one for one in people if _held(one, roles, known, day)]
    if len(then) != 1:
        return None
    when = day.iso or day.first.year
    return Choice(then[0], f"“{roles[0]}” in {when} tells which {printed} is meant")


def _told_of(person: KnownSpeaker, known: WhoIsKnown) -> Told:
    offices = tuple(office.name for office in roles_held(person.name, known))
    return Told((*offices, person.description) if person.description else offices)


def _held(
    person: KnownSpeaker,
    roles: tuple[str, ...],
    known: WhoIsKnown,
    day: PartialDate | None = None,
) -> bool:
    """Whether the person held an office of these roles, on one of the days where they are given.

    What is printed as former is over by then.
    """
    for tenure in known.tenures.get(person.name, ()):
        office = known.offices.get(tenure.office)
        if office is None:
            continue
        for role in roles:
            if not means(role, office) or is_of_another_town(role, office, surely=False):
                continue
            if day is None or _is_so_on(tenure, day, former=read_title(role).former):
                return True
    return False


def _is_so_on(tenure: KnownTenure, day: PartialDate, *, former: bool) -> bool:
    """Whether the tenure runs on one of the days, or is over then where it is told as former."""
    if former:
        return tenure.end is not None and tenure.end.first <= day.last
    begun = tenure.start is None or tenure.start.first <= day.last
    return begun and (tenure.end is None or day.first <= tenure.end.last)
