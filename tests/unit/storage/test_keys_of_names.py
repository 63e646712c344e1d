"""Migration 0012: speakers of an older archive are found by the keys of today."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlmodel import select

from app.domain.gazetteer import SpeakerKind
from app.models.address import Address, AddressKind
from app.models.speaker import Speaker, SpeakerAlias
from app.storage.database import writer_engine
from app.storage.migrate import migrate


def speaker(name: str, key: str, slug: str) -> Speaker:
    return Speaker(
        slug=slug, key=key, name=name, sort_name=name, sort_key=name, kind=SpeakerKind.PERSON
    )


@pytest.fixture
def upgraded(store, tmp_path):
    """What the keys of some speakers and aliases are after the migration."""

    def keys(*speakers: Speaker) -> dict[str, str]:
        with store.session() as session:
            session.add_all(speakers)
            session.flush()
            alias = SpeakerAlias(
                speaker_id=speakers[0].id, key="ann-deroe", name="Ann DeRoe", reason="x"
            )
            session.add(alias)
            session.execute(text("UPDATE alembic_version SET version_num = '0011'"))
        path = tmp_path / "onrecord.sqlite3"
        engine = writer_engine(path)
        migrate(engine, path)
        with engine.connect() as connection:
            rows = connection.exec_driver_sql("SELECT slug, key FROM speaker").all()
            (alias_key,) = connection.exec_driver_sql("SELECT key FROM speaker_alias").one()
        return {**{row.slug: row.key for row in rows}, "alias": alias_key}

    return keys


def test_a_name_that_is_keyed_otherwise_today_is_keyed_anew_and_keeps_its_address(upgraded):
    keys = upgraded(speaker("Ann DeRoe", "ann-deroe", "ann-deroe"))
    assert keys == {"ann-deroe": "ann-de-roe", "alias": "ann-de-roe"}


def test_the_ledger_knows_the_address_by_the_new_key(store, upgraded):
    with store.session() as session:
        theirs = {"kind": AddressKind.SPEAKER, "permalink": "ann-deroe", "identity": "ann-deroe"}
        session.add(Address(**theirs))
    upgraded(speaker("Ann DeRoe", "ann-deroe", "ann-deroe"))
    with store.session() as session:
        assert session.exec(select(Address.identity)).all() == ["ann-de-roe"]


def test_of_two_that_share_a_key_today_both_are_kept(upgraded):
    keys = upgraded(
        speaker("Ann De Roe", "ann-de-roe", "ann-de-roe"),
        speaker("Ann DeRoe", "ann-deroe", "ann-deroe"),
    )
    assert keys["ann-de-roe"] == "ann-de-roe"
    assert keys["ann-deroe"] == "ann-de-roe ann deroe"


def test_keys_that_are_right_stay(upgraded):
    keys = upgraded(
        speaker("Ann Roe", "ann-roe", "ann-roe"), speaker("Ann M. Roe", "ann-roe ann m. roe", "amr")
    )
    assert keys["ann-roe"] == "ann-roe"
    assert keys["amr"] == "ann-roe ann m. roe"
