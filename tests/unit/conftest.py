"""What the tests of the command line share: a desk of their own, and a way to call `onrecord`."""

from __future__ import annotations

import pytest

from app.cli import run
from tests.unit.services.conftest import Desk


@pytest.fixture
def desk(request, tmp_path, monkeypatch):
    """A desk that commands find by the environment; a test file names its `LANGUAGE_MODEL`."""
    desk = Desk(tmp_path / "desk")
    monkeypatch.setenv("ONRECORD_DATA_DIR", str(desk.settings.data_dir))
    monkeypatch.setenv("ONRECORD_KNOWLEDGE_DIR", str(desk.knowledge))
    model = getattr(request.module, "LANGUAGE_MODEL", "rules")
    monkeypatch.setenv("ONRECORD_LANGUAGE_MODEL", model)
    return desk


@pytest.fixture
def onrecord(desk, capsys):
    """Runs a command; gives its exit code, what it printed and what it complained of."""

    def call(*arguments):
        code = run([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return call
