"""F2, F5, F12, F13 and F35 of the reliability cases: damage is found, readers see whole states.

`make faults` kills a hundred writers, `make test` three.
"""

from __future__ import annotations

import errno
import json
import os
import pickle
import random
import shutil
import signal
import stat
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from app.domain.gazetteer import EMPTY
from app.domain.search import IndexState, SearchQuery
from app.errors import ArchiveBusy, IndexUnavailable
from app.index import generations, writer
from app.index.engine import open_engine
from app.index.generations import MANIFEST, read_manifest, status
from app.index.writer import rebuild, update
from tests.unit.index.held import entry

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def index_dir(tmp_path: Path) -> Path:
    """An index of forty entries, of which one is about ferries."""
    folder = tmp_path / "index"
    rebuild(folder, [*(entry("harbour wall") for _ in range(39)), entry("ferries")], "one")
    return folder


def files_of(index_dir: Path) -> list[Path]:
    manifest = read_manifest(index_dir)
    return [index_dir / MANIFEST, *(manifest.folder(index_dir) / name for name in manifest.files)]


def total(index_dir: Path, query: str) -> int:
    return open_engine(index_dir, EMPTY).search(SearchQuery(query)).total


def cut_short(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def empty(path: Path) -> None:
    os.truncate(path, 0)


def put_another_beside(path: Path) -> None:
    folder = path.parent
    if path.name == MANIFEST:
        folder = read_manifest(folder).folder(folder)
    (folder / "statement_another.seg").write_bytes(b"another")


@pytest.mark.parametrize("damage", [cut_short, flip, empty, Path.unlink, put_another_beside])
@pytest.mark.parametrize("number", range(4))
def test_f12_a_damaged_file_makes_the_index_unavailable_until_it_is_rebuilt(
    index_dir, damage, number
):
    damage(files_of(index_dir)[number])
    engine = open_engine(index_dir, EMPTY)

    with pytest.raises(IndexUnavailable, match="onrecord reindex"):
        engine.search(SearchQuery("harbour"))
    assert status(index_dir).state in (IndexState.BROKEN, IndexState.MISSING)

    rebuild(index_dir, [entry("harbour")], "two")
    assert engine.search(SearchQuery("harbour")).total == 1


def test_a_file_cut_short_under_a_running_engine_does_not_end_it(index_dir):
    engine = open_engine(index_dir, EMPTY)
    engine.search(SearchQuery("ferries"))
    for path in files_of(index_dir)[1:]:
        cut_short(path)

    assert engine.search(SearchQuery("harbour")).total == 39
    assert engine.search(SearchQuery('"harbour wall"')).total == 39


class Exploit:
    """What a stranger would put into a pickle."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("touch exploited",)


def test_f13_a_strangers_pickle_is_never_opened(index_dir, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    manifest = read_manifest(index_dir)
    toc = next(name for name in manifest.files if name.endswith(".toc"))
    path = manifest.folder(index_dir) / toc
    path.write_bytes(path.read_bytes()[:-1] + pickle.dumps(Exploit()))
    told = json.loads((index_dir / MANIFEST).read_text())
    told["files"][toc] = generations.checksum_of(path.read_bytes())
    (index_dir / MANIFEST).write_text(json.dumps(told))  # the right checksum, but no key to seal it

    with pytest.raises(IndexUnavailable):
        total(index_dir, "harbour")
    with pytest.raises(IndexUnavailable):
        update(index_dir, (), [entry("x")], "two")
    assert not (tmp_path / "exploited").exists()


def test_f13_nobody_else_may_read_or_write_the_folder(index_dir):
    key = index_dir.with_name(index_dir.name + ".key")

    assert stat.S_IMODE(index_dir.stat().st_mode) == 0o700
    assert stat.S_IMODE(key.stat().st_mode) == 0o600


def test_an_index_of_another_version_is_old(index_dir, monkeypatch):
    monkeypatch.setattr(generations, "FORMAT", generations.FORMAT + 1)

    assert status(index_dir).state is IndexState.OLD


def test_there_is_no_index_before_the_first_is_built(tmp_path):
    assert status(tmp_path / "index").state is IndexState.MISSING
    with pytest.raises(IndexUnavailable, match="onrecord reindex"):
        update(tmp_path / "index", (), (), "one")


def test_the_status_tells_what_the_index_was_made_from(index_dir):
    assert (status(index_dir).entries, status(index_dir).fingerprint) == (40, "one")


@pytest.mark.parametrize("fails_at", range(1, 12))
def test_f5_a_full_disk_leaves_the_old_index_and_frees_the_lock(index_dir, monkeypatch, fails_at):
    calls = 0
    to_disk = generations.to_disk

    def full(path: Path) -> None:
        nonlocal calls
        calls += 1
        if calls == fails_at:
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        to_disk(path)

    monkeypatch.setattr(generations, "to_disk", full)
    with suppress(OSError):
        update(index_dir, (), [entry("ferries")], "two")
    monkeypatch.undo()

    assert total(index_dir, "ferries") == {"one": 1, "two": 2}[status(index_dir).fingerprint or ""]
    update(index_dir, (), [entry("ferries")], "three")
    assert status(index_dir).fingerprint == "three"
    assert len(list(index_dir.glob("g*"))) <= 2


def test_a_second_writer_is_told_that_the_index_is_being_written(index_dir, monkeypatch):
    monkeypatch.setattr(writer, "_WAIT_SECONDS", 0.05)

    def entries():
        update(index_dir, (), (), "two")
        yield entry("x")

    with pytest.raises(ArchiveBusy):
        rebuild(index_dir, entries(), "three")
    assert status(index_dir).fingerprint == "one"


def test_f35_searches_go_on_while_the_index_is_rebuilt(index_dir):
    engine = open_engine(index_dir, EMPTY)

    def entries():
        for number in range(30):
            assert engine.search(SearchQuery("harbour")).total == 39
            yield entry("harbour", permalink=f"n{number:09d}")

    rebuild(index_dir, entries(), "two")

    assert engine.search(SearchQuery("harbour")).total == 30


WRITE = """
import sys
from contextlib import suppress
from pathlib import Path
sys.path.insert(0, ".")
from app.index.writer import rebuild, update
from tests.unit.index.held import entry
folder = Path(sys.argv[1])
print("ready", flush=True)
for number in range(1000):
    new = [entry("ferries", permalink=f"f{number:06d}{one}") for one in range(3)]
    if number % 5 == 4:
        rebuild(folder, new, f"{number}")
    else:
        update(folder, ["f000000"], new, f"{number}")
    print("written", number, flush=True)
"""


@pytest.mark.faults
@pytest.mark.timeout(1800)
def test_f2_a_writer_killed_at_any_instant_never_leaves_half_an_index(index_dir, request):
    tries = 100 if "faults" in request.config.option.markexpr else 3
    draw = random.Random(tries)
    for _ in range(tries):
        killed = subprocess.Popen(
            [sys.executable, "-c", WRITE, str(index_dir)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert killed.stdout is not None
        killed.stdout.readline()
        time.sleep(draw.random() * 0.6)
        killed.send_signal(signal.SIGKILL)
        told = [line.split()[1] for line in killed.stdout.read().splitlines()]
        killed.wait()

        found = status(index_dir)
        assert found.state is IndexState.READY
        fingerprint = found.fingerprint or ""
        if told:  # what was reported as written is there, or one more
            assert int(fingerprint) in (int(told[-1]), int(told[-1]) + 1)
        assert total(index_dir, "ferries OR harbour") == found.entries
        update(index_dir, (), [entry("harbour")], "0")
        assert len(list(index_dir.glob("g*"))) <= 2


def test_what_a_killed_writer_left_behind_is_removed(index_dir):
    left = index_dir / "g00000099"
    shutil.copytree(read_manifest(index_dir).folder(index_dir), left)

    update(index_dir, (), [entry("ferries")], "two")

    assert not left.exists()
    assert total(index_dir, "ferries") == 2
