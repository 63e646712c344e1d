"""The founding articles make one archive, however they come in."""

from __future__ import annotations

import json
from pathlib import Path

from app.archive import open_archive
from app.config import Settings
from app.services.checks import check
from app.services.export_records import all_records
from app.services.ingest import ingest
from app.services.ledger_files import exported_addresses
from app.services.reports import Outcome

ARTICLES = sorted(Path("seeds/articles").glob("*.txt"))


def shown(archive):
    with archive.session() as session:
        records = [json.dumps(record, sort_keys=True) for record in all_records(session)]
        ledger = [(r["type"], r["address"], r["state"]) for r in exported_addresses(session)]
    return sorted(records), sorted(ledger)


def test_the_last_article_first_and_one_at_a_time_make_the_same_archive(founding_archive, tmp_path):
    settings = Settings(data_dir=tmp_path)
    for path in reversed(ARTICLES):
        assert ingest(settings, [path]).counts == {Outcome.NEW: 1}

    assert shown(open_archive(settings)) == shown(founding_archive)


def test_the_founding_archive_is_sound(founding_archive):
    assert check(founding_archive).problems == []


def test_reading_them_again_changes_nothing(founding_archive, founding_settings):
    before = shown(founding_archive)

    report = ingest(founding_settings, ARTICLES)

    assert report.counts == {Outcome.UNCHANGED: 5}
    assert shown(founding_archive) == before
