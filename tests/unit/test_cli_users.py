"""Accounts on the command line: passwords come from standard input, never from an argument."""

from __future__ import annotations

import io

import pytest

from app.cli import run
from app.config import Settings
from app.desk import Desk
from app.errors import SignInRefused
from app.services.sign_in import curator_of, sign_in
from tests.curating import GOOD, OTHER, cheap_hashes

__all__ = ["cheap_hashes"]


@pytest.fixture
def typed(tmp_path, monkeypatch, capsys, cheap_hashes):
    """Runs a command with something on standard input: (exit code, output, errors)."""
    monkeypatch.setenv("ONRECORD_DATA_DIR", str(tmp_path))

    def typed(*arguments, typing=""):
        monkeypatch.setattr("sys.stdin", io.StringIO(typing))
        code = run(["users", *arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return typed


def can_sign_in(tmp_path, password) -> bool:
    desk = Desk(Settings(data_dir=tmp_path))
    try:
        tokens = sign_in(desk, "ana", password, network="n", browser="b")
    except SignInRefused:
        return False
    return curator_of(desk, tokens.session) is not None


def test_the_first_account_is_made_without_an_archive_and_can_sign_in(typed, tmp_path):
    code, out, _ = typed("add", "Ana", "--shown-as", "Ana Ruiz", typing=f"{GOOD}\n")

    assert code == 0
    assert out == "ana can sign in at http://127.0.0.1:8000/sign-in\n"
    assert can_sign_in(tmp_path, GOOD)
    assert "ana  Ana Ruiz  since" in typed("list")[1]


def test_a_password_is_no_argument(typed):
    code, _, err = typed("add", "ana", "--password", GOOD)

    assert code == 2
    assert "no such option" in err.lower()


@pytest.mark.parametrize(
    ("arguments", "typing", "said"),
    [
        (["add", "ana"], "short\n", "15 characters at least"),
        (["add", "ana"], "", "15 characters at least"),
        (["add", "two words"], f"{GOOD}\n", "cannot be an account's name"),
        (["passwd", "ana"], f"{GOOD}\n", "there is no account 'ana'"),
        (["disable", "ana"], "", "there is no account 'ana'"),
        (["sign-out", "ana"], "", "there is no account 'ana'"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_an_exit_code(typed, arguments, typing, said):
    code, out, err = typed(*arguments, typing=typing)

    assert code == 1
    assert out == ""
    assert said in err
    assert err.count("\n") == 1


def test_an_account_is_disabled_and_enabled(typed, tmp_path):
    typed("add", "ana", typing=f"{GOOD}\n")

    assert typed("disable", "ana")[0] == 0
    assert not can_sign_in(tmp_path, GOOD)
    assert "disabled" in typed("list")[1]
    assert typed("enable", "ana")[0] == 0
    assert can_sign_in(tmp_path, GOOD)


def test_a_new_password_replaces_the_old_one(typed, tmp_path):
    typed("add", "ana", typing=f"{GOOD}\n")

    assert typed("passwd", "ana", typing=f"{OTHER}\n")[0] == 0

    assert can_sign_in(tmp_path, OTHER)
    assert not can_sign_in(tmp_path, GOOD)


def test_signing_out_says_from_how_many_browsers(typed, tmp_path):
    typed("add", "ana", typing=f"{GOOD}\n")
    can_sign_in(tmp_path, GOOD)

    assert typed("sign-out", "ana")[1] == "ana was signed in in 1 browser and is signed out\n"
