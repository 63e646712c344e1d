"""The repository speaks of the project alone, and is installed from checked packages."""

import importlib.metadata
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ["runtime.lock", "dev.lock", "build.lock", "release.lock"]

# Written in two halves, so that this file does not name what it forbids.
FOREIGN = re.compile(
    "|".join(
        [
            r"(?<![\w.~-])/" + "work/",
            r"(?<![\w.~-])/" + "root/",
            r"(?<![\w.~-])/" + r"(?:home|Users)/\w",
            "pypi" + r"\.org",
            "python" + r"hosted\.org",
            "registry" + r"\.npmjs",
            "registry" + r"\.yarnpkg",
            r"\." + "library/",
            r"\b" + "issues" + r" show\b",
            r"\b" + "farm" + r"-[a-z]",
        ]
    )
)


def _files() -> list[Path]:
    """What is or would be in git; where git cannot say, all that is not plainly made here."""
    if git := shutil.which("git"):
        command = [git, "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        if listed.returncode == 0:
            names = listed.stdout.decode().split("\0")
            return [ROOT / name for name in names if name and (ROOT / name).is_file()]
    made = {".git", ".venv", "data", "dist", "build", "__pycache__", "node_modules"}
    return [
        path
        for path in ROOT.rglob("*")
        if path.is_file()
        and not any(
            part in made or part.endswith("_cache") or part == ".hypothesis"
            for part in path.relative_to(ROOT).parts
        )
    ]


def _pins(lock: str) -> dict[str, str]:
    """Package to version, as one requirement file pins them."""
    text = (ROOT / "requirements" / lock).read_text()
    return dict(re.findall(r"^([a-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", text, re.MULTILINE))


def test_no_file_names_a_path_of_a_machine_or_the_host_of_a_registry():
    files = _files()
    assert ROOT / "pyproject.toml" in files
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in files
        if (match := FOREIGN.search(path.read_bytes().decode("utf-8", "ignore")))
    ]
    assert found == []


def test_what_is_forbidden_is_recognised():
    assert FOREIGN.search("see /" + "work/main/app")
    assert FOREIGN.search("https://pypi" + ".org/simple")
    assert not FOREIGN.search("the framework/route of pypi packages")


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_a_version_and_a_hash(lock: str):
    text = (ROOT / "requirements" / lock).read_text()
    blocks = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)
    packages = [block for block in blocks if re.match(r"[A-Za-z0-9]", block)]
    assert len(packages) >= 5
    assert [b.split()[0] for b in packages if "==" not in b or "--hash=sha256:" not in b] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_file_names_an_index(lock: str):
    text = (ROOT / "requirements" / lock).read_text()
    assert not re.search(r"--(extra-)?index-url|--find-links|https?://", text)


@pytest.mark.parametrize("lock", ["runtime.lock", "build.lock", "release.lock"])
def test_a_package_has_one_version_in_all_lock_files(lock: str):
    pins, dev = _pins(lock), _pins("dev.lock")
    assert pins
    assert {n: v for n, v in pins.items() if dev.get(n, v) != v} == {}


def test_the_site_runs_on_nothing_that_is_not_locked():
    assert set(_pins("runtime.lock")) <= set(_pins("dev.lock"))


def test_only_one_whoosh_is_installed():
    # All three forks install into the same folder and overwrite each other in silence.
    forks = {"whoosh", "whoosh-reloaded", "whoosh3"}
    installed = {
        name.lower()
        for found in importlib.metadata.distributions()
        if (name := found.metadata["Name"]) and name.lower() in forks
    }
    assert installed == {"whoosh3"}
    assert [name for name in _pins("dev.lock") if name in forks] == ["whoosh3"]
