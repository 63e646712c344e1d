"""Which of the known people of one name is meant, and whether it is somebody else."""

from collections.abc import Sequence
from typing import NamedTuple

from app.domain.dates import PartialDate
from app.domain.gazetteer import KnownSpeaker
from app.domain.namesakes import Told, are_alike, why_two
from app.domain.persons import fold, name_words
from app.resolution.office_titles import agrees, means, roles_held
from app.resolution.who_is_known import WhoIsKnown


class Choice(NamedTuple):
    """A known person and why; the reason alone where there is none.

    `is_open`: it is one of several; `is_another`: it is certainly not the known one of the name.
    """

    person: KnownSpeaker | None
    reason: str
    is_open: bool = False
    is_another: bool = False


def is_somebody_else(person: KnownSpeaker, roles: tuple[str, ...], known: WhoIsKnown) -> str | None:
    """Why an article's descriptions cannot be of a known person of that name; None where they can.

    An office that the person held, and a calling that the knowledge names, speak for the person.
    """
    held = roles_held(person.name, known)
    if not roles or agrees(roles, held):
        return None
    about, printed = _told_of(person, known), Told(roles)
    described = set(name_words(person.description or ""))
    if any(fold(one.noun) in described for one in printed.callings):
        return None
    return why_two(printed, about)


def which_is_meant(
    printed: str,
    people: Sequence[KnownSpeaker],
    roles: tuple[str, ...],
    known: WhoIsKnown,
    day: PartialDate | None,
) -> Choice:
    """Which of several known people is meant, by office, by day, by what else is printed of them.

    Left open, with the reason, where that fits none of them or more than one.
    """
    names = " or ".join(person.name for person in people)
    fitting = [one for one in people if agrees(roles, roles_held(one.name, known))]
    if len(fitting) > 1 and day is not None:
        then = [one for one in fitting if _held_then(one, roles, known, day)]
        if len(then) == 1:
            reason = f"“{roles[0]}” in {day.iso or day.first.year} tells which {printed} is meant"
            return Choice(then[0], reason)
    if not fitting:
        fitting = [one for one in people if are_alike(Told(roles), _told_of(one, known))]
        left = [one for one in fitting if is_somebody_else(one, roles, known) is None]
        fitting = left if len(left) == 1 else fitting
    if len(fitting) == 1:
        return Choice(fitting[0], f"“{roles[0]}” tells which {printed} is meant")
    reason = f"“{printed}” may be {names}: {len(people)} people of this name are known"
    return Choice(None, f"{reason}, and nothing here tells which", is_open=True)


def _told_of(person: KnownSpeaker, known: WhoIsKnown) -> Told:
    offices = tuple(office.name for office in roles_held(person.name, known))
    return Told((*offices, person.description) if person.description else offices)


def _held_then(
    person: KnownSpeaker, roles: tuple[str, ...], known: WhoIsKnown, day: PartialDate
) -> bool:
    """Whether the person held an office of these roles on one of the days."""
    for tenure in known.tenures.get(person.name, ()):
        office = known.offices.get(tenure.office)
        if office is None or not any(means(role, office) for role in roles):
            continue
        begun = tenure.start is None or tenure.start.first <= day.last
        if begun and (tenure.end is None or day.first <= tenure.end.last):
            return True
    return False
