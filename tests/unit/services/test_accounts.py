"""Accounts: made and kept by whoever runs the archive; passwords that would be guessed are not."""

from __future__ import annotations

import pytest
from sqlmodel import select

from app.config import Settings
from app.desk import Desk
from app.errors import AccountError, ArchiveBusy, WeakPassword
from app.models.curator import Account, AuditRecord
from app.services import accounts, passwords
from app.services.sign_in import curator_of, sign_in
from tests.curating import GOOD, OTHER, cheap_hashes

__all__ = ["cheap_hashes"]


@pytest.fixture
def desk(tmp_path, cheap_hashes) -> Desk:
    return Desk(Settings(data_dir=tmp_path))


def test_a_password_is_kept_as_an_argon2id_hash_and_nothing_else(desk):
    accounts.add_account(desk, "Ana", "Ana Ruiz", GOOD)

    with desk.session() as session:
        row = session.exec(select(Account)).one()
    assert (row.name, row.shown_as) == ("ana", "Ana Ruiz")
    assert row.password_hash.startswith("$argon2id$")
    assert GOOD not in desk.path.read_bytes().decode("latin-1")


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("short", "15 characters at least"),
        ("x" * 1001, "1,000 characters at most"),
        ("passwordpassword", "would be guessed"),
        ("1234567890123456", "would be guessed"),
        ("qwertyuiopasdfgh", "would be guessed"),
        ("anaruizanaruizana", "would be guessed"),
        ("onrecordonrecord", "would be guessed"),
    ],
)
def test_a_password_that_would_be_guessed_is_refused_with_what_to_do(desk, password, why):
    with pytest.raises(WeakPassword, match=why):
        accounts.add_account(desk, "ana.ruiz", "Ana Ruiz", password)

    assert accounts.list_accounts(desk) == []


@pytest.mark.parametrize(
    "password",
    [
        GOOD,
        "wörter mit umläuten und 🦆",
        "a NUL \x00 in the middle",
        "words that do not belong, " + "k8-" * 40,
    ],
)
def test_any_character_and_a_hundred_and_more_may_be_in_a_password(desk, password):
    accounts.add_account(desk, "ana", None, password)

    assert sign_in(desk, "ana", password, network="n", browser="b")


@pytest.mark.parametrize("name", ["", "a", "two words", "../x", "ana\nruiz", "x" * 65, "Ünal"])
def test_an_odd_name_is_refused(desk, name):
    with pytest.raises(AccountError, match="cannot be an account's name"):
        accounts.add_account(desk, name, None, GOOD)


def test_a_name_is_given_once_whatever_its_case(desk):
    accounts.add_account(desk, "ana", None, GOOD)

    with pytest.raises(AccountError, match="there is an account ana already"):
        accounts.add_account(desk, "ANA", None, GOOD)


def test_what_is_done_with_an_account_is_on_record(desk):
    accounts.add_account(desk, "ana", None, GOOD)
    sign_in(desk, "ana", GOOD, network="n", browser="Firefox")
    accounts.sign_out_everywhere(desk, "ana")
    accounts.disable_account(desk, "ana")

    with desk.session() as session:
        found = [row.what for row in session.exec(select(AuditRecord).order_by("id"))]
    assert found == ["account made", "signed in", "signed out everywhere", "account disabled"]


def test_an_account_that_is_not_there_is_named(desk):
    for job in (accounts.disable_account, accounts.sign_out_everywhere):
        with pytest.raises(AccountError, match="there is no account 'nobody'"):
            job(desk, "nobody")
    with pytest.raises(AccountError, match="there is no account 'nobody'"):
        accounts.set_password(desk, "nobody", GOOD)


def test_the_command_lines_new_password_signs_out_everywhere(desk):
    accounts.add_account(desk, "ana", None, GOOD)
    tokens = sign_in(desk, "ana", GOOD, network="n", browser="b")

    accounts.set_password(desk, "ana", OTHER)

    assert curator_of(desk, tokens.session) is None
    assert sign_in(desk, "ana", OTHER, network="n", browser="b")


def test_more_than_a_few_at_once_are_told_to_come_again(monkeypatch):
    for _ in range(8):
        assert passwords._WAITING.acquire(blocking=False)
    try:
        with pytest.raises(ArchiveBusy, match="too many people"):
            passwords.is_right(GOOD, None)
    finally:
        for _ in range(8):
            passwords._WAITING.release()
