"""Each engine there is, on entries of a test's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.domain.search import IndexEntry, SearchEngine
from tests.unit.index.held import ENGINES

Open = Callable[..., SearchEngine]


@pytest.fixture(params=sorted(ENGINES))
def open_on(request: pytest.FixtureRequest, tmp_path: Path) -> Open:
    """Opens each kind of engine on the entries given."""

    def opened(*entries: IndexEntry, **more: Any) -> SearchEngine:
        return ENGINES[request.param](tmp_path, entries, **more)

    return opened
