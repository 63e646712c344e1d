"""The built wheel works from any folder, without the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def _run(*command: str | Path, cwd: Path, **settings: str) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**{k: v for k, v in os.environ.items() if k != "PYTHONPATH"}, **settings},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, f"{command}:\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as a release would build it."""
    out = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check"]
    _run(*build, "--no-deps", "--no-build-isolation", "--no-index", "-w", out, ROOT, cwd=out)
    (built,) = out.glob("onrecord-*.whl")
    return built


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment that holds the wheel; its dependencies are those of this run.

    They are lent through a path file, which spares a second download of every package.
    """
    folder = tmp_path_factory.mktemp("elsewhere")
    _run(sys.executable, "-m", "venv", folder / "venv", cwd=folder)
    python = folder / "venv" / "bin" / "python"
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _run(*install, "--no-deps", "--no-index", wheel, cwd=folder)
    purelib = "import sysconfig; print(sysconfig.get_path('purelib'))"
    mine = Path(_run(python, "-c", purelib, cwd=folder).strip())
    theirs = Path(_run(sys.executable, "-c", purelib, cwd=folder).strip())
    (mine / "lent.pth").write_text(f"{theirs}\n")
    return folder


def test_the_wheel_carries_all_that_the_site_needs(wheel: Path):
    names = zipfile.ZipFile(wheel).namelist()
    for folder in ("templates", "static", "migrations", "seeds"):
        files = [p for p in (ROOT / folder).rglob("*") if p.is_file() and p.suffix != ".pyc"]
        missing = [p for p in files if f"app/_{p.relative_to(ROOT)}" not in names]
        assert files, f"{folder} is empty"
        assert missing == []


def test_the_wheel_carries_no_tests_and_no_archive(wheel: Path):
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.startswith("onrecord-")} == {"app"}


def test_the_installed_program_is_the_wheels_own(elsewhere: Path):
    python = elsewhere / "venv" / "bin" / "python"
    shown = _run(python, "-c", "import app.resources as r; print(r.template_dir())", cwd=elsewhere)
    assert shown.strip().endswith("app/_templates")
    assert str(elsewhere) in shown


def test_the_installed_command_reads_and_searches_from_any_folder(elsewhere: Path):
    command = elsewhere / "venv" / "bin" / "onrecord"
    _run(command, "--help", cwd=elsewhere)
    article = elsewhere / "harbour.txt"
    article.write_text('Harbour stays public\n\n"The harbour stays public," said Mayor Ana Ruiz.\n')
    archive = {"ONRECORD_DATA_DIR": str(elsewhere / "archive")}
    _run(command, "ingest", article, cwd=elsewhere, **archive)
    found = _run(command, "search", "harbour", cwd=elsewhere, **archive)
    assert "The harbour stays public" in found
