"""The box: what its recipe promises, and what it does when it starts."""

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RECIPE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


def test_every_package_in_the_box_has_its_hash_checked_and_none_is_compiled():
    installs = re.findall(r"pip install [^&\n]*", RECIPE.replace("\\\n", " "))
    fetched = [line for line in installs if "--no-index" not in line]
    assert len(fetched) == 2
    for line in fetched:
        assert "--require-hashes" in line
        assert "--only-binary :all:" in line
    assert "apt-get" not in RECIPE


def test_the_box_runs_as_a_numeric_user_with_one_volume_and_a_health_check():
    served = RECIPE.rpartition("FROM ")[2]
    assert re.search(r"^USER \d{4,}:\d{4,}$", served, re.MULTILINE)
    assert re.findall(r"^VOLUME (\S+)$", served, re.MULTILINE) == ["/data"]
    assert "HEALTHCHECK" in served


def test_all_that_is_copied_into_the_box_is_sent_to_its_builder():
    sent = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    kept = {line[1:].partition("/")[0] for line in sent if line.startswith("!")}
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", RECIPE, re.MULTILINE)
    wanted = {part.partition("/")[0] for line in copied for part in line.split()}
    assert sent[0] == "*"
    assert wanted == kept


@pytest.fixture
def box(tmp_path: Path):
    """Starts the box's script with stand-ins for the program; returns what they were asked."""
    programs, data, log = tmp_path / "bin", tmp_path / "data", tmp_path / "log"
    programs.mkdir()
    data.mkdir()
    stand_in = f'#!/bin/sh\necho "$*" >>"{log}"\n'
    ingest = (
        f'case "$1" in ingest) [ -z "$BREAK" ] || exit 9; touch "{data}/onrecord.sqlite3" ;; esac\n'
    )
    (programs / "onrecord").write_text(stand_in + ingest)
    (programs / "python").write_text("#!/bin/sh\necho /seeds/articles\n")
    for program in programs.iterdir():
        program.chmod(0o755)

    def start(**settings: str) -> list[str]:
        log.unlink(missing_ok=True)
        path = f"{programs}:{os.environ['PATH']}"
        subprocess.run(
            [ROOT / "deploy" / "start.sh"],
            env={
                **os.environ,
                "PATH": path,
                "ONRECORD_DATA_DIR": str(data),
                "BREAK": "",
                **settings,
            },
            check=False,
            timeout=20,
        )
        return log.read_text().splitlines()

    return start


def test_the_first_start_reads_the_founding_articles_and_serves(box):
    asked = box()
    assert asked[0] == "ingest /seeds/articles"
    assert asked[1].startswith("serve --host 0.0.0.0 --port 8000")


def test_the_second_start_only_serves(box):
    box()
    assert [line.split()[0] for line in box()] == ["serve"]


def test_a_first_start_that_was_broken_off_is_completed_by_the_next(box):
    assert [line.split()[0] for line in box(BREAK="yes")] == ["ingest"]
    assert [line.split()[0] for line in box()] == ["ingest", "serve"]
    assert [line.split()[0] for line in box()] == ["serve"]
