"""What the site counts about itself, in Prometheus' text form.

With several worker processes the library adds up what each of them counts, through files in a
folder that `serve` names; the state of the archive is looked up when it is asked for.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Histogram,
    ProcessCollector,
    generate_latest,
    multiprocess,
)
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from sqlalchemy import Table, func, select
from sqlalchemy.exc import SQLAlchemyError

from app.archive import Archive
from app.services.health import index_lag
from app.services.tables import ARTICLE, INGEST_RUN, QUARANTINED, STATEMENT

MEDIA_TYPE = CONTENT_TYPE_LATEST

#: The library's own name for the folder in which several processes count together.
FOLDER = "PROMETHEUS_MULTIPROC_DIR"

_SECONDS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
_counted = CollectorRegistry()
_requests = Counter(
    "onrecord_requests", "Answers, by route.", ["route", "method", "status"], registry=_counted
)
_durations = Histogram(
    "onrecord_request_seconds",
    "How long answers took, by route.",
    ["route"],
    buckets=_SECONDS,
    registry=_counted,
)
_searches = Histogram(
    "onrecord_search_seconds", "How long searches took.", buckets=_SECONDS, registry=_counted
)


def count_request(route: str, method: str, status: int, seconds: float) -> None:
    """Counts an answer. `route` is a pattern ("/speakers/{slug}"), never an address."""
    _requests.labels(route, method, status).inc()
    _durations.labels(route).observe(seconds)


@contextmanager
def timed_search() -> Iterator[None]:
    """Counts the search made in the block and how long it took."""
    began = time.perf_counter()
    try:
        yield
    finally:
        _searches.observe(time.perf_counter() - began)


def exposition(archive: Archive) -> bytes:
    """All counts, and the state of the archive, in Prometheus' text form."""
    registry = CollectorRegistry()
    if os.environ.get(FOLDER):
        multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    else:
        registry.register(_Counted())
        ProcessCollector(namespace="onrecord", registry=registry)
    registry.register(_State(archive))
    return generate_latest(registry)


class _Counted(Collector):
    """What this process counted, as part of another registry."""

    def collect(self):  # type: ignore[no-untyped-def]  # noqa: ANN202 - the library's own shape
        """The counters and histograms."""
        return _counted.collect()


class _State(Collector):
    """How much the archive holds and how far behind it is, at the moment of asking."""

    def __init__(self, archive: Archive) -> None:
        """Reads from `archive`."""
        self.archive = archive

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The gauges; only `onrecord_database_up` where the database does not answer."""
        try:
            values = _state(self.archive)
        except SQLAlchemyError:
            values = {"database_up": ("Whether the database answers.", 0)}
        for name, (meaning, value) in values.items():
            yield GaugeMetricFamily(f"onrecord_{name}", meaning, value)


def _state(archive: Archive) -> dict[str, tuple[str, float]]:
    with archive.session() as session:

        def count(table: Table) -> int:
            return int(session.execute(select(func.count()).select_from(table)).scalar_one())

        runs = count(INGEST_RUN)
        last = session.execute(select(func.max(INGEST_RUN.c.finished_at))).scalar_one()
        return {
            "database_up": ("Whether the database answers.", 1),
            "statements": ("Statements in the archive.", count(STATEMENT)),
            "articles": ("Articles in the archive.", count(ARTICLE)),
            "quarantined": ("Files that could not be read.", count(QUARANTINED)),
            "index_waiting": ("Changes the index has still to learn.", index_lag(session)),
            "ingest_runs": ("Runs of the ingestion so far.", runs),
            "ingest_last_finished_seconds": (
                "When the last run ended, in seconds since 1970; 0 for never.",
                last.replace(tzinfo=UTC).timestamp() if last else 0,
            ),
        }
