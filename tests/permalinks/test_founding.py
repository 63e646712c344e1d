"""Every address that the founding archive ever published answers, whatever the program finds now.

`founding.jsonl` is its address ledger; `scripts/freeze_addresses.py` adds to it. It only grows.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.archive import open_archive
from app.config import Settings
from app.schemas import links
from app.services.checks import check
from app.services.ingest import ingest
from app.web.app import create_app

ROOT = Path(__file__).resolve().parent.parent.parent
FROZEN = Path(__file__).with_name("founding.jsonl")

#: How many lines the list had, and their SHA-256: one more entry whenever it has grown.
GROWN = [
    (716, "e0549d06b00805f24358a6dafb395030e32fa449c0b4aec59d4a5557bfbcad12"),
]
_URLS = {
    "statement": links.statement,
    "article": links.article,
    "speaker": links.speaker,
    "event": links.event,
    "outlet": links.outlet,
}


def frozen() -> list[str]:
    return FROZEN.read_text(encoding="utf-8").splitlines(keepends=True)


def test_no_address_was_taken_off_the_list():
    lines = frozen()

    for count, digest in GROWN:
        assert hashlib.sha256("".join(lines[:count]).encode()).hexdigest() == digest
    assert len(lines) == GROWN[-1][0], "the list has grown: add its length and hash to GROWN"


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory):
    """The founding archive rebuilt with another extractor, from its articles and its ledger."""
    settings = Settings(
        data_dir=tmp_path_factory.mktemp("rebuilt") / "data",
        language_model="rules",
        ingest_workers=0,
    )
    ingest(settings, [ROOT / "seeds" / "articles"], addresses=FROZEN)
    return open_archive(settings)


def test_every_address_ever_published_answers_200_301_or_an_explained_410(rebuilt):
    client = TestClient(create_app(rebuilt), follow_redirects=False)
    answers: dict[int, int] = {}
    for line in frozen():
        entry = json.loads(line)
        url = _URLS[entry["type"]](entry["address"])
        answer = client.get(url)
        answers[answer.status_code] = answers.get(answer.status_code, 0) + 1
        assert answer.status_code in (200, 301, 308, 410), f"{url} answers {answer.status_code}"
        if answer.status_code == 410:
            assert entry["shown"].split()[0].strip("“\"'‘(") in answer.text, url
        elif answer.status_code != 200:
            assert client.get(answer.headers["location"]).status_code == 200, url

    assert answers[200] > sum(answers.values()) * 0.9
    assert check(rebuilt).problems == []
