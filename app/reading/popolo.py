"""People and offices from Popolo JSON, the common format of parliaments' open data.

Source: the Popolo data specification (persons, organizations, posts, memberships), whose classes
may also stand inside one another.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.domain.dates import PartialDate
from app.domain.gazetteer import KnownSpeaker, SpeakerKind
from app.domain.qualified import qualified
from app.errors import KnowledgeError
from app.reading.profiles import outside_ids

_LARGEST = 100_000_000  # bytes
_DESCRIPTION = 160  # characters of a summary that are kept
_CLASSES = ("persons", "organizations", "posts", "memberships")

Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Membership:
    """One person holding one office; `title` is the office without the body it belongs to."""

    speaker: str
    office: str
    title: str
    body: str
    start: PartialDate | None
    end: PartialDate | None


@dataclass(slots=True)
class Popolo:
    """What a file holds. `notes` name, a sentence each, what could not be used."""

    people: list[KnownSpeaker] = field(default_factory=list)
    bodies: list[KnownSpeaker] = field(default_factory=list)
    memberships: list[Membership] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read_popolo(content: bytes, name: str) -> Popolo:
    """The people, bodies and memberships of a Popolo file.

    What lacks a name or points at nobody is left out with a note. Raises KnowledgeError where
    the file as a whole is no Popolo.
    """
    found = Popolo()
    items = _items(_load(content, name), found)
    if not any(items.values()):
        raise KnowledgeError(
            f"{name}: it holds no persons, organizations, posts or memberships; give a Popolo file"
        )
    people = _people(items["persons"], _posts_held(items), found)
    bodies = _bodies(items["organizations"], found)
    posts = {str(post["id"]): post for post in items["posts"] if "id" in post}
    for number, item in enumerate(items["memberships"], 1):
        _membership(item, str(item.get("id", number)), people, bodies, posts, found)
    return found


def _load(content: bytes, name: str) -> Mapping[str, Any]:
    if len(content) > _LARGEST:
        raise KnowledgeError(f"{name}: it is larger than {_LARGEST:,} bytes; split it")
    try:
        data = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise KnowledgeError(f"{name}: it is not JSON ({error}); give a Popolo file") from error
    if not isinstance(data, dict):
        raise KnowledgeError(f"{name}: it is not an object with persons; give a Popolo file")
    return data


def _items(data: Mapping[str, Any], found: Popolo) -> dict[str, list[Item]]:
    """The objects of each class, wherever they stand; nested ones learn what they stand in."""
    items: dict[str, list[Item]] = {name: [] for name in _CLASSES}
    pending: list[tuple[str, Item, Item]] = [
        (name, item, {}) for name in _CLASSES for item in _list(data, name, found)
    ]
    for kind, item, context in pending:
        whole = {**context, **item}
        items[kind].append(whole)
        inside = {"persons": "person_id", "organizations": "organization_id", "posts": "post_id"}
        if kind in inside and "id" in item:
            passed = {inside[kind]: item["id"]}
            if kind == "posts" and "organization_id" in whole:
                passed["organization_id"] = whole["organization_id"]
            pending += [("memberships", m, passed) for m in _list(item, "memberships", found)]
            if kind == "organizations":
                pending += [("posts", post, passed) for post in _list(item, "posts", found)]
    return items


def _list(item: Item, key: str, found: Popolo) -> Iterator[Item]:
    values = item.get(key) or []
    if not isinstance(values, list):
        found.notes.append(f'"{key}" is not a list; it is left out')
        return
    for value in values:
        if isinstance(value, dict):
            yield value
        else:
            found.notes.append(f'an entry of "{key}" is not an object; it is left out')


def _posts_held(items: Mapping[str, list[Item]]) -> dict[str, str]:
    """A post of each person, by number, in words that tell one from others of the name."""
    posts = {str(post["id"]): post for post in items["posts"] if "id" in post}
    held: dict[str, str] = {}
    for item in items["memberships"]:
        post = posts.get(str(item.get("post_id", "")), {})
        title = _text(post, "label") or _text(post, "role") or _text(item, "role")
        if title is not None:
            held.setdefault(str(item.get("person_id", "")), title)
    return held


def _telling(item: Item, number: str, held: Mapping[str, str]) -> Iterator[str]:
    """What tells a person from others of the name, the surest first."""
    for key, word in (("birth_date", "born"), ("death_date", "died")):
        if (day := _text(item, key)) is not None and day[:4].isdigit():
            yield f"{word} {day[:4]}"
    if number in held:
        yield held[number]


def _people(items: list[Item], held: Mapping[str, str], found: Popolo) -> dict[str, str]:
    names: dict[str, str] = {}
    taken: dict[str, str] = {}
    for item in items:
        name, number = _text(item, "name"), str(item.get("id", ""))
        if name is None:
            found.notes.append(f'person "{number}" has no name and is left out')
            continue
        if name in taken and taken[name] != number:
            ways = (qualified(name, what) for what in _telling(item, number, held))
            other = next((way for way in ways if way not in taken), None)
            told = f'two people are named "{name}" ("{taken[name]}" and "{number}"); the second is '
            if other is None:
                told += "left out: give one of them a name that tells them apart"
                found.notes.append(told)
                continue
            found.notes.append(f'{told}called "{other}"')
            name = other
        _number(names, item, name, "person", found)
        if name not in taken:
            taken[name] = number
            found.people.append(_speaker(item, name, SpeakerKind.PERSON, found))
    return names


def _bodies(items: list[Item], found: Popolo) -> dict[str, str]:
    names: dict[str, str] = {}
    for item in items:
        name = _text(item, "name")
        if name is None:
            found.notes.append(f'organization "{item.get("id", "")}" has no name and is left out')
            continue
        if name not in names.values():
            found.bodies.append(_speaker(item, name, SpeakerKind.ORGANISATION, found))
        _number(names, item, name, "organization", found)
    return names


def _number(names: dict[str, str], item: Item, name: str, kind: str, found: Popolo) -> None:
    """Enters a name under its id; of an id that two have nobody can tell which is meant."""
    if "id" not in item:
        return
    number = str(item["id"])
    before = names.get(number)
    if before is not None and before != name:
        found.notes.append(
            f'the {kind}s "{before or "…"}" and "{name}" have one id, "{number}"; its memberships '
            "are left out: give each an id of its own"
        )
    names[number] = name if before in (None, name) else ""


def _speaker(item: Item, name: str, kind: SpeakerKind, found: Popolo) -> KnownSpeaker:
    aliases = list(_other_names(item, name, found))
    is_person = kind is SpeakerKind.PERSON
    about = _text(item, "summary") or _text(item, "biography")
    return KnownSpeaker(
        name=name,
        kind=kind,
        aliases=tuple(dict.fromkeys(alias for alias in aliases if alias != name)),
        sort_name=_text(item, "sort_name"),
        description=about[:_DESCRIPTION] if about else None,
        profile=outside_ids(_identifiers(item)),
        born=_date(item, "birth_date", name, found) if is_person else None,
        died=_date(item, "death_date", name, found) if is_person else None,
    )


def _other_names(item: Item, name: str, found: Popolo) -> Iterator[str]:
    others = item.get("other_names") or []
    for other in others if isinstance(others, list) else [others]:
        text = _text(other, "name") if isinstance(other, dict) else None
        if text is None:
            told = json.dumps(other, ensure_ascii=False)[:60]
            found.notes.append(f'{name}: another name is written {{"name": …}}, not {told}')
        else:
            yield text


def _identifiers(item: Item) -> dict[str, str]:
    """What others number this person or body by, each under its scheme in small letters."""
    given = [one for one in item.get("identifiers") or [] if isinstance(one, dict)]
    pairs = [(_text(one, "scheme"), _text(one, "identifier")) for one in given]
    return {scheme.lower(): number for scheme, number in pairs if scheme and number}


def _membership(
    item: Item,
    called: str,
    people: Mapping[str, str],
    bodies: Mapping[str, str],
    posts: Mapping[str, Item],
    found: Popolo,
) -> None:
    speaker = people.get(str(item.get("person_id", "")))
    post = posts.get(str(item.get("post_id", "")), {})
    body = bodies.get(str(item.get("organization_id") or post.get("organization_id") or ""))
    if not speaker or not body:
        what = "organization" if speaker else "person"
        found.notes.append(f'membership "{called}" names no {what} of this file')
        return
    title = _text(post, "label") or _text(post, "role") or _text(item, "role") or "Member"
    title = title[:1].upper() + title[1:]
    office = title if body.casefold() in title.casefold() else f"{title} of {body}"
    start, end = _date(item, "start_date", speaker, found), _date(item, "end_date", speaker, found)
    if start and end and end.last < start.first:
        found.notes.append(f"{speaker}, {office}: ends before it starts; it is left out")
        return
    found.memberships.append(Membership(speaker, office, title, body, start, end))


def _date(item: Item, key: str, speaker: str, found: Popolo) -> PartialDate | None:
    written = _text(item, key)
    if written is None:
        return None
    try:
        return PartialDate.from_iso(written[:10])
    except ValueError:
        found.notes.append(f'{speaker}: {key} "{written[:40]}" is no date; it is left open')
        return None


def _text(item: Item, key: str) -> str | None:
    value = item.get(key)
    return " ".join(value.split()) or None if isinstance(value, str) else None
