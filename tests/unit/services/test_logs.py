"""The log: one object a line, the request's number on each, and no line that is forged (B50)."""

from __future__ import annotations

import json
import logging
import logging.config

import pytest

from app.config import LogFormat, Settings
from app.services.logs import JsonLines, Words, logging_settings, request_number

FORGED = 'harbour\n{"level": "error"}\r\x1b[31m\u2028 end'


def record(message="answered", **extra):
    made = logging.makeLogRecord({"name": "app.web", "levelno": 20, "levelname": "INFO"})
    made.msg = message
    vars(made).update(extra)
    return made


def test_a_record_is_one_object_with_its_extras():
    told = json.loads(JsonLines().format(record(route="/speakers/{slug}", status=200)))

    assert told["level"] == "info"
    assert told["from"] == "app.web"
    assert told["what"] == "answered"
    assert (told["route"], told["status"]) == ("/speakers/{slug}", 200)
    assert told["at"].endswith("+00:00")
    assert "request" not in told


def test_the_number_of_the_request_is_on_every_line_written_while_it_is_worked_on():
    token = request_number.set("abc123")
    try:
        assert json.loads(JsonLines().format(record()))["request"] == "abc123"
        assert "request=abc123" in Words().format(record())
    finally:
        request_number.reset(token)


@pytest.mark.parametrize("formatter", [JsonLines(), Words()])
def test_b50_what_came_from_outside_cannot_begin_a_line_or_colour_it(formatter):
    line = formatter.format(record(FORGED, path=FORGED))

    assert len(line.splitlines()) == 1
    assert "\x1b" not in line
    assert "harbour" in line


def test_a_fault_is_told_with_its_trace():
    try:
        raise RuntimeError("the reason")
    except RuntimeError as error:
        caught = (RuntimeError, error, error.__traceback__)
    told = json.loads(JsonLines().format(record(exc_info=caught)))

    assert "RuntimeError: the reason" in told["trace"]


@pytest.mark.parametrize(
    ("form", "terminal", "formatter"),
    [
        (LogFormat.AUTO, True, "Words"),
        (LogFormat.AUTO, False, "JsonLines"),
        (LogFormat.JSON, True, "JsonLines"),
        (LogFormat.TEXT, False, "Words"),
    ],
)
def test_the_form_is_words_in_a_terminal_and_json_elsewhere(form, terminal, formatter, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: terminal, raising=False)
    chosen = logging_settings(Settings(log_format=form))

    assert chosen["formatters"]["line"]["()"].endswith(formatter)
    logging.config.DictConfigurator(chosen)  # is understood by the standard library
