"""The search of a running site, asked through HTTP as its JSON API answers it."""

import http.client
import json
import time
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from app.config import Settings
from benchmarks.archive import make_archive
from benchmarks.corpus import Question
from benchmarks.own_site import site_on
from benchmarks.search_engine import PASSES, first_questions


def over_http(data_dir: Path, folder: Path, count: int) -> list[float]:
    """Milliseconds by the clock for each query, the least of some passes, one connection.

    No answer comes from the site's own store of answers: each address is asked once.
    """
    make_archive(Settings(data_dir=data_dir), folder, count)
    asked = first_questions(folder, count)
    with site_on(data_dir) as (site, _):
        address = urlsplit(site)
        connection = http.client.HTTPConnection(address.hostname or "", address.port)
        _ask(connection, asked[0], 99)  # the first search opens the index
        passes = [[_ask(connection, one, number) for one in asked] for number in range(PASSES)]
    return [min(times) for times in zip(*passes, strict=True)]


def _ask(connection: http.client.HTTPConnection, question: Question, number: int) -> float:
    query = question.query
    said_from, said_to = query.said_from, query.said_to
    fields = {"q": query.text, "pass": str(number)}
    if said_from and said_to:
        fields |= {"from": said_from.isoformat(), "to": said_to.isoformat()}
    started = time.perf_counter()
    connection.request("GET", f"/api/v1/search?{urlencode(fields)}")
    answer = connection.getresponse()
    body = answer.read()
    spent = (time.perf_counter() - started) * 1000
    assert answer.status == 200, answer.status
    assert "results" in json.loads(body)
    return spent
