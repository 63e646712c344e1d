"""Setting up fails with one sentence that says what to do, and never in silence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def _script(name: str, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [ROOT / "scripts" / name, *words],
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def stand_in(tmp_path: Path):
    """Makes an executable that does what a few lines of shell say."""

    def make(lines: str) -> str:
        path = tmp_path / "stand-in"
        path.write_text(f"#!/bin/sh\n{lines}\n")
        path.chmod(0o755)
        return str(path)

    return make


def test_setup_without_a_suitable_python_says_which_is_needed(tmp_path: Path, stand_in):
    done = _script("setup.sh", VENV=str(tmp_path / "venv"), PYTHON=stand_in("exit 1"))
    assert done.returncode == 1
    assert "Python 3.11 or newer is needed" in done.stderr
    assert not (tmp_path / "venv").exists()


def test_setup_without_the_venv_module_says_how_to_install_it(tmp_path: Path, stand_in):
    lacking = stand_in(f'case "$*" in *ensurepip*) exit 1 ;; esac\nexec {sys.executable} "$@"')
    done = _script("setup.sh", VENV=str(tmp_path / "venv"), PYTHON=lacking)
    assert done.returncode == 1
    assert "apt-get install python3-venv" in done.stderr
    assert not (tmp_path / "venv").exists()


def test_setup_of_something_else_is_refused(tmp_path: Path):
    done = _script("setup.sh", "everything", VENV=str(tmp_path / "venv"))
    assert done.returncode == 1
    assert "say runtime or dev" in done.stderr


def test_a_named_browser_that_does_not_run_is_an_error_and_no_skip(stand_in):
    done = _script("browser.sh", CHROMIUM=stand_in("exit 1"))
    assert done.returncode == 1
    assert "does not run" in done.stderr
    assert done.stdout == ""


def test_a_named_browser_that_runs_is_taken(stand_in):
    browser = stand_in("echo Chromium 1.0")
    done = _script("browser.sh", CHROMIUM=browser)
    assert (done.returncode, done.stdout.strip()) == (0, browser)
