"""Signing in, sessions that end, and guessing that leads nowhere."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from app.config import Settings
from app.desk import Desk
from app.errors import SignInRefused, TooManyTries
from app.models.curator import AuditRecord, FailedSignIn, SignedIn
from app.services import accounts, passwords
from app.services import sign_in as signing
from app.services.sign_in import curator_of, list_sessions, sign_in, sign_out
from tests.costs import CountedHasher
from tests.curating import GOOD, OTHER, Clock, cheap_hashes

__all__ = ["cheap_hashes"]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path, clock, cheap_hashes) -> Desk:
    desk = Desk(Settings(data_dir=tmp_path), clock)
    accounts.add_account(desk, "ana", "Ana Ruiz", GOOD)
    return desk


def enter(desk, password=GOOD, *, name="ana", network="203.0.113.0/24", known=""):
    return sign_in(desk, name, password, network=network, browser="Firefox", known=known)


def guess(desk, times, **more):
    refused = []
    for _ in range(times):
        try:
            enter(desk, "not the password at all", **more)
        except (SignInRefused, TooManyTries) as error:
            refused.append(type(error))
    return refused


@pytest.fixture
def quick(monkeypatch):
    """Hashing that takes no time, for tests that try a hundred passwords."""
    monkeypatch.setattr(signing, "is_right", lambda password, kept: bool(kept) and password == GOOD)


def test_a_session_belongs_to_who_signed_in_and_its_token_is_not_kept(desk):
    tokens = enter(desk)

    curator = curator_of(desk, tokens.session)
    assert (curator.name, curator.shown_as) == ("ana", "Ana Ruiz")
    stored = desk.path.read_bytes() + desk.path.with_name("desk.sqlite3-wal").read_bytes()
    assert tokens.session.encode() not in stored
    assert tokens.browser.encode() not in stored


def test_every_sign_in_is_a_new_token_of_256_bits(desk):
    first, second = enter(desk).session, enter(desk).session

    assert first != second
    assert len(first) == len(second) == 43


@pytest.mark.parametrize("token", [None, "", "x", "x" * 43, "x" * 10_000, "\ud800", "a\x00b"])
def test_made_up_tokens_are_nobodys(desk, token):
    assert curator_of(desk, token) is None


def test_wrong_name_and_wrong_password_are_refused_alike(desk):
    said = []
    for name, password in (("ana", "not the password at all"), ("nobody", GOOD)):
        with pytest.raises(SignInRefused) as refused:
            enter(desk, password, name=name)
        said.append(str(refused.value))

    assert said[0] == said[1]


def test_b45_an_unknown_name_takes_as_much_work_as_a_known_one(tmp_path, monkeypatch):
    hasher = CountedHasher()
    monkeypatch.setattr(passwords, "_hasher", hasher)
    desk = Desk(Settings(data_dir=tmp_path))
    accounts.add_account(desk, "ana", "Ana Ruiz", GOOD)

    def work(name):
        hasher.costs.clear()
        with pytest.raises(SignInRefused):
            enter(desk, "not the password at all", name=name)
        return list(hasher.costs)

    work("warm")  # the hash that is nobody's is made once
    known, unknown = work("ana"), work("nobody")
    assert known == unknown
    assert [cost.memory_cost * cost.time_cost for cost in known] == [65_536 * 3]


def test_b45_of_a_hundred_wrong_passwords_ten_are_looked_at(desk, quick):
    refused = guess(desk, 100)

    assert refused == [SignInRefused] * 10 + [TooManyTries] * 90


def test_b45_guesses_from_many_networks_at_one_account_are_counted_together(desk, quick):
    refused = [guess(desk, 1, network=f"net {n}")[0] for n in range(30)]

    assert refused == [SignInRefused] * 10 + [TooManyTries] * 20


def test_b45_one_network_that_tries_many_names_is_stopped(desk, quick):
    refused = [guess(desk, 1, name=f"name{n}")[0] for n in range(60)]

    assert refused == [SignInRefused] * 30 + [TooManyTries] * 30


def test_b45_the_owner_is_not_locked_out_where_she_was_signed_in_before(desk, quick):
    known = enter(desk, network="home").browser
    guess(desk, 100, network="elsewhere")

    with pytest.raises(TooManyTries):
        enter(desk, network="home")  # as a stranger, she would be
    assert enter(desk, network="home", known=known)


def test_b45_a_known_browser_has_its_own_limit_and_opens_no_other_account(desk, quick):
    accounts.add_account(desk, "ben", None, GOOD + " and more")
    known = enter(desk).browser

    assert guess(desk, 12, known=known).count(TooManyTries) == 2
    assert guess(desk, 12, name="ben", known=known, network="b").count(TooManyTries) == 2


def test_b45_after_a_quarter_of_an_hour_it_may_be_tried_again(desk, clock, quick):
    guess(desk, 12)
    with pytest.raises(TooManyTries) as refused:
        enter(desk)
    assert 0 < refused.value.wait <= 15 * 60
    assert str(refused.value).endswith("try again in 15 minutes")

    clock.now += timedelta(minutes=15, seconds=1)
    assert enter(desk)


def test_what_failed_is_forgotten_when_it_no_longer_counts(desk, clock, quick):
    guess(desk, 5)
    clock.now += timedelta(hours=1)
    guess(desk, 1)

    with desk.session() as session:
        assert len(session.exec(select(FailedSignIn)).all()) == 2


def test_a_right_password_counts_as_no_failure(desk, quick):
    for _ in range(40):
        enter(desk)

    with desk.session() as session:
        assert session.exec(select(FailedSignIn)).all() == []


def test_b50_a_name_with_line_breaks_is_one_line_on_record(desk, quick):
    guess(desk, 1, name="x\r\n2026 signed in ana\x1b[2J")

    with desk.session() as session:
        row = session.exec(select(AuditRecord).order_by(AuditRecord.id.desc())).first()
    assert "\n" not in row.account
    assert "\r" not in row.account


def test_b46_a_session_ends_after_twelve_idle_hours(desk, clock):
    token = enter(desk).session
    for _ in range(3):
        clock.now += timedelta(hours=11, minutes=59)
        assert curator_of(desk, token) is not None

    clock.now += timedelta(hours=12)
    assert curator_of(desk, token) is None


def test_b46_a_session_ends_after_a_week_however_busy(desk, clock):
    token = enter(desk).session
    for _ in range(7 * 24 - 1):
        clock.now += timedelta(hours=1)
        assert curator_of(desk, token) is not None

    clock.now += timedelta(hours=1)
    assert curator_of(desk, token) is None


def test_f23_a_clock_that_is_set_back_keeps_no_session_alive(desk, clock):
    token = enter(desk).session
    clock.now -= timedelta(days=1)

    assert curator_of(desk, token) is None


def test_b46_a_session_ends_when_its_curator_signs_out(desk):
    here, elsewhere = enter(desk).session, enter(desk).session

    sign_out(desk, curator_of(desk, here))

    assert curator_of(desk, here) is None
    assert curator_of(desk, elsewhere) is not None


def test_b46_a_disabled_account_is_out_at_once_and_stays_out(desk):
    token = enter(desk).session

    accounts.disable_account(desk, "ana")

    assert curator_of(desk, token) is None
    with pytest.raises(SignInRefused):
        enter(desk)


def test_b46_a_new_password_ends_all_other_sessions(desk):
    here, elsewhere = enter(desk).session, enter(desk).session

    accounts.change_password(desk, curator_of(desk, here), GOOD, OTHER)

    assert curator_of(desk, here) is not None
    assert curator_of(desk, elsewhere) is None
    with pytest.raises(SignInRefused):
        enter(desk)


def test_a_new_password_needs_the_old_one(desk):
    curator = curator_of(desk, enter(desk).session)

    with pytest.raises(SignInRefused, match="nothing was changed"):
        accounts.change_password(desk, curator, "not it, I am afraid", "eleven cranes beside it")
    assert enter(desk)


def test_a_curator_sees_and_ends_her_own_sessions_alone(desk):
    accounts.add_account(desk, "ben", None, GOOD + " and more")
    bens = enter(desk, GOOD + " and more", name="ben").session
    ana = curator_of(desk, enter(desk).session)
    other = enter(desk).session

    assert [one.here for one in list_sessions(desk, ana)].count(True) == 1
    for row in (curator_of(desk, bens), curator_of(desk, other)):
        signing.end_session(desk, ana, row.session_id)

    assert curator_of(desk, bens) is not None
    assert curator_of(desk, other) is None


def test_sessions_that_have_ended_are_removed_in_time(desk, clock):
    enter(desk)
    clock.now += timedelta(days=8)
    enter(desk)

    with desk.session() as session:
        assert len(session.exec(select(SignedIn)).all()) == 1


def test_the_old_password_cannot_be_guessed_for_ever_from_a_session_left_open(desk, monkeypatch):
    monkeypatch.setattr(accounts, "is_right", lambda password, kept: password == GOOD)
    curator = curator_of(desk, enter(desk).session)
    for _ in range(10):
        with pytest.raises(SignInRefused):
            accounts.change_password(desk, curator, "not it, I am afraid", OTHER)

    with pytest.raises(TooManyTries):
        accounts.change_password(desk, curator, GOOD, OTHER)
    assert enter(desk)
