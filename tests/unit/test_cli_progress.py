"""What a long command shows while it runs."""

import io
import sys

import pytest

from app import cli_progress
from app.cli_progress import counting


@pytest.fixture
def clock(monkeypatch):
    seconds = [100.0]
    monkeypatch.setattr(cli_progress.time, "monotonic", lambda: seconds[0])
    return seconds


def test_a_count_says_how_fast_it_goes_and_how_long_the_rest_will_take(clock, capsys):
    tell = counting("entry", "entries")
    clock[0] += 40
    tell(2_000, 10_000)
    assert capsys.readouterr().err == (
        "onrecord: 2,000 of 10,000 entries (50 a second), about 0:02:40 left\n"
    )


def test_a_log_gets_a_line_now_and_then_and_the_last(clock, capsys):
    tell = counting("entry", "entries")
    for done in range(1, 11):
        clock[0] += 4
        tell(done, 10)
    assert len(capsys.readouterr().err.splitlines()) == 3  # after 4, 36 and 40 seconds


def test_in_a_terminal_the_line_is_written_over(clock, monkeypatch):
    screen = io.StringIO()
    monkeypatch.setattr(screen, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stderr", screen)
    tell = counting("entry", "entries")
    clock[0] += 2
    tell(1, 2)
    clock[0] += 2
    tell(2, 2)
    assert screen.getvalue().count("\r") == 1
    assert screen.getvalue().endswith("left\n")
