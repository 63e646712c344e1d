"""Recognises the offices of a Popolo file that the knowledge files write otherwise."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from app.domain.gazetteer import Gazetteer, KnownOffice
from app.domain.titles import Post, read_post
from app.reading.popolo import Membership


def by_office(
    memberships: Iterable[Membership],
    names: Mapping[str, str],
    known: Gazetteer,
    recognised: list[str],
    conflicts: list[str],
) -> dict[str, list[Membership]]:
    """The memberships by the name of their office, that of the knowledge files where it is theirs.

    Notes in `recognised` each office that is written otherwise there, and in `conflicts` one
    that may be several of them, which is left out. `names` are those of people and bodies there.
    """
    posts = _posts(known)
    listed = {office.name for office in known.offices}
    offices: dict[str, list[Membership]] = defaultdict(list)
    told: set[str] = set()
    for one in memberships:
        same = [one.office] if one.office in listed else _same(one, names, posts)
        if len(same) > 1 and one.office not in told:
            conflicts.append(f"{one.office} may be {' or '.join(same)}; it is left out: say which")
        elif len(same) == 1 and same[0] != one.office and one.office not in told:
            recognised.append(
                f"{one.office} is the same office as {same[0]} and is entered as that"
            )
        told.add(one.office)
        if not same:  # two of the file itself may be one as well
            posts[read_post(one.title, names.get(one.body, one.body))].append(one.office)
        if len(same) < 2:
            offices[same[0] if same else one.office].append(one)
    return offices


def _posts(known: Gazetteer) -> defaultdict[Post, list[str]]:
    """The offices of the knowledge files by what their names and titles say."""
    found: defaultdict[Post, list[str]] = defaultdict(list)
    for office in known.offices:
        for post in posts_of(office):
            found[post].append(office.name)
    return found


def posts_of(office: KnownOffice) -> set[Post]:
    """What the names of an office say: its words, body and where an envoy is sent."""
    return {
        read_post(office.name, office.body),
        *(read_post(title, office.body) for title in office.titles),
    }


def _same(one: Membership, names: Mapping[str, str], posts: Mapping[Post, list[str]]) -> list[str]:
    """The offices of the knowledge files that this one is, under the body's name in either."""
    bodies = dict.fromkeys((one.body, names.get(one.body, one.body)))
    found = [name for body in bodies for name in posts.get(read_post(one.title, body), ())]
    return list(dict.fromkeys(found))
