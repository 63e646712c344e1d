"""The log: a JSON object a line, or words in a terminal; every line names its request.

Nothing private is written: no address of a reader, no words of a search, no cookie.
"""

import json
import logging
import sys
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

from app.config import LogFormat, Settings

#: The number of the request that is worked on here; empty outside of one.
request_number: ContextVar[str] = ContextVar("request_number", default="")

#: What every record has anyway; the rest came as `extra` and is part of what is told.
_USUAL = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "color_message"}


class JsonLines(logging.Formatter):
    """One JSON object a line: when, how grave, who says it, what, and for which request.

    JSON escapes line ends and control characters, so nothing that came from outside can look
    like a line of its own.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line."""
        told: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "what": record.getMessage(),
        }
        if number := request_number.get():
            told["request"] = number
        told |= {name: value for name, value in vars(record).items() if name not in _USUAL}
        if record.exc_info:
            told["trace"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=True, default=str)


class Words(logging.Formatter):
    """The same for people: time, level, sentence, and the rest as name=value."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as a line; an error's trace follows on lines of its own."""
        told = vars(record).items()
        rest = [f"{name}={value!r}" for name, value in told if name not in _USUAL]
        if number := request_number.get():
            rest.append(f"request={number}")
        time = datetime.fromtimestamp(record.created).strftime("%H:%M:%S")
        message = ascii(record.getMessage())[1:-1].replace("\\'", "'")
        line = " ".join([time, record.levelname.lower(), message, *rest])
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line


def logging_settings(settings: Settings) -> dict[str, Any]:
    """What `logging.config.dictConfig` and uvicorn take: all goes to stderr, in one form.

    uvicorn's own line for each request names readers' addresses and is left out; the site
    writes one without them.
    """
    terminal = settings.log_format is LogFormat.AUTO and sys.stderr.isatty()
    words = terminal or settings.log_format is LogFormat.TEXT
    formatter = f"{__name__}.{Words.__name__ if words else JsonLines.__name__}"
    level = settings.log_level.upper()
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": formatter}},
        "handlers": {
            "stderr": {
                "class": "logging.StreamHandler",
                "formatter": "line",
                "stream": "ext://sys.stderr",
            }
        },
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {"app": {"level": level}, "uvicorn": {"level": level}},
    }
