"""Where else a speaker is told of, and their picture: the well formed is kept, all else named."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.gazetteer import Profile
from app.reading.knowledge import check_knowledge, load_knowledge
from app.reading.profiles import LARGEST_PICTURE, outside_ids

JPEG = b"\xff\xd8\xff\xe0" + b"0" * 100


def folder_with(tmp_path: Path, more: str, pictures: dict[str, bytes] | None = None) -> Path:
    (tmp_path / "speakers.yaml").write_text(f"- name: Ana Ruiz\n  kind: person\n{more}")
    for name, content in (pictures or {}).items():
        (tmp_path / "pictures").mkdir(exist_ok=True)
        (tmp_path / "pictures" / name).write_bytes(content)
    return tmp_path


def test_numbers_elsewhere_an_address_and_a_picture_are_read(tmp_path: Path) -> None:
    folder = folder_with(
        tmp_path,
        "  wikidata: Q58217\n  isni: 0000 0001 2103 268X\n  viaf: 12345\n"
        "  homepage: https://ruiz.example/\n  picture: ana.jpg\n  credit: Ben Roe, CC BY\n",
        {"ana.jpg": JPEG},
    )

    (speaker,) = load_knowledge(folder).speakers

    assert speaker.profile == Profile(
        "Q58217", "000000012103268X", "12345", "https://ruiz.example/", "ana.jpg", "Ben Roe, CC BY"
    )


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("wikidata: 58217", "line 3, wikidata: \"58217\" is no Wikidata number"),
        ("isni: 123", "is no ISNI"),
        ("viaf: abc", "is no VIAF number"),
        ("homepage: 'javascript:alert(1)'", "is no address; begin with https://"),
        ("picture: ../secret.jpg", "is no picture here"),
        ("picture: none.jpg\n  credit: Ben Roe", "is not in the folder pictures"),
        ("picture: ana.jpg", "has no \"credit\""),
        ("picture: large.jpg\n  credit: Ben Roe", "make it smaller"),
        ("picture: page.png\n  credit: Ben Roe", "is neither JPEG nor PNG nor WebP"),
    ],
)  # fmt: skip
def test_what_is_not_well_formed_is_named(tmp_path: Path, line: str, told: str) -> None:
    pictures = {
        "ana.jpg": JPEG,
        "large.jpg": JPEG + b"0" * LARGEST_PICTURE,
        "page.png": b"<html><script>alert(1)</script>",
    }

    problems = check_knowledge(folder_with(tmp_path, f"  {line}\n", pictures))

    assert len(problems) == 1
    assert told in problems[0]


def test_identifiers_of_other_schemes_and_shapes_are_left_out() -> None:
    told = {"wikidata": "Q1", "isni": "wrong", "parlid": "12"}

    assert outside_ids(told) == Profile(wikidata="Q1")
