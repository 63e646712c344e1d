"""Names that begin as a reader's letters do: what the search box offers while he types."""

import numpy as np

from app.index.shelf import Shelf
from app.index.words import forms

_FIELDS = ("speaker", "issue", "event", "outlet")


def names_beginning(shelf: Shelf, prefix: str, limit: int) -> list[tuple[str, str, str]]:
    """(field, value, label) of names with a word that begins so, the most frequent first."""
    wanted = [form for form in forms(prefix) if form]
    if not wanted:
        return []
    everything = shelf.everything()
    found = []
    for field in _FIELDS:
        names = shelf.names[field]
        counts = names.counts(everything)
        labels = _speaker_labels(shelf) if field == "speaker" else {}
        for number in np.flatnonzero(counts).tolist():
            value = names.values[number]
            called = labels.get(value, [value.replace("-", " ")])
            if any(_begins(forms(name), wanted) for name in called):
                label = called[0] if labels else called[0][:1].upper() + called[0][1:]
                found.append((int(counts[number]), field, value, label))
    found.sort(key=lambda one: (-one[0], one[3]))
    return [(field, value, label) for _, field, value, label in found[:limit]]


def _begins(words: list[str], wanted: list[str]) -> bool:
    """Whether `wanted` stands somewhere in `words`, its last word perhaps unfinished."""
    for at in range(len(words) - len(wanted) + 1):
        run = words[at : at + len(wanted)]
        if run[:-1] == wanted[:-1] and run[-1].startswith(wanted[-1]):
            return True
    return False


def _speaker_labels(shelf: Shelf) -> dict[str, list[str]]:
    """The names of each speaker by slug, the archive's own first."""
    speakers, called = shelf.names["speaker"], shelf.names["names_shown"]
    pairs = np.unique(np.stack((speakers.groups, called.groups), axis=1), axis=0)
    of_group: dict[int, list[str]] = {}
    for group, value in zip(
        called.member_group.tolist(), called.member_value.tolist(), strict=True
    ):
        of_group.setdefault(group, []).append(called.values[value])
    slug_of = dict(zip(speakers.member_group.tolist(), speakers.member_value.tolist(), strict=True))
    labels: dict[str, list[str]] = {}
    for speaker, names in pairs.tolist():
        if speaker in slug_of and names in of_group:
            labels.setdefault(speakers.values[slug_of[speaker]], of_group[names])
    return labels
