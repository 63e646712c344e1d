"""The papers say what the code does."""

import re
import tomllib
from pathlib import Path

import pytest

from app.config import Settings
from scripts import papers

ROOT = Path(__file__).resolve().parents[2]


def test_no_paper_is_behind_the_code(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("sys.argv", ["papers", "--check"])
    assert papers.main() == 0, capsys.readouterr().out


def test_every_setting_is_documented():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert Settings.model_fields
    for name in Settings.model_fields:
        assert f"`ONRECORD_{name.upper()}`" in readme


def test_every_table_is_drawn_and_explained():
    drawn = (ROOT / "docs" / "data-model.md").read_text(encoding="utf-8")
    names = [model.__tablename__ for model in papers._models()]
    assert "statement" in names
    for name in names:
        assert f"    {name} {{" in drawn
        explained = rf"^\| `{name}` \| \S.*\."
        assert re.search(explained, drawn, re.MULTILINE), f"{name} has no docstring"


@pytest.mark.parametrize(
    "paper",
    sorted(
        p.relative_to(ROOT).as_posix() for p in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    ),
)
def test_every_file_a_paper_links_to_exists(paper: str):
    text = (ROOT / paper).read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", text)
    here = [target for target in targets if not re.match(r"[a-z]+:", target)]
    assert [t for t in here if not (ROOT / paper).parent.joinpath(t).exists()] == []


def test_every_command_of_the_makefile_that_a_paper_names_exists():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    known = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    named = set()
    for paper in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        named |= set(re.findall(r"`make ([a-z-]+)", paper.read_text(encoding="utf-8")))
    assert "run" in named
    assert named <= known


def test_every_test_that_a_paper_names_exists():
    known = set()
    for file in (ROOT / "tests").rglob("test_*.py"):
        known.add(file.stem)
        known |= set(re.findall(r"def (test_\w+)", file.read_text(encoding="utf-8")))
    named = set()
    for paper in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        named |= set(re.findall(r"`(test_\w+)`", paper.read_text(encoding="utf-8")))
    assert len(named) > 30
    assert named - known == set()


def test_every_package_the_site_needs_has_its_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [re.split(r"[=<>;\[ ]", needed)[0] for needed in project["dependencies"]]
    decisions = (ROOT / "DECISIONS.md").read_text(encoding="utf-8").lower()
    assert len(names) > 15
    assert [name for name in names if name not in decisions] == []
