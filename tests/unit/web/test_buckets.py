"""Token buckets: what a client may take, how it is told from others, and in how much memory."""

import sys

import pytest

from app.web.buckets import Buckets, Clients


def test_a_client_spends_its_store_and_then_what_flows_in():
    buckets = Buckets(per_second=2, burst=10)

    assert [buckets.take("a", 5, now=0), buckets.take("a", 5, now=0)] == [0, 0]
    assert buckets.take("a", 4, now=0) == 2.0
    assert buckets.take("a", 4, now=2) == 0


def test_a_refused_client_loses_nothing_by_asking_again():
    buckets = Buckets(per_second=1, burst=4)
    buckets.take("a", 4, now=0)

    for _ in range(100):
        assert buckets.take("a", 4, now=1) == 3.0

    assert buckets.take("a", 4, now=4) == 0


def test_one_client_never_spends_for_another():
    buckets = Buckets(per_second=1, burst=4)

    assert buckets.take("a", 4, now=0) == 0
    assert buckets.take("b", 4, now=0) == 0
    assert buckets.take("a", 1, now=0) > 0


def test_a_store_never_grows_above_its_brim_nor_by_a_clock_that_runs_back():
    buckets = Buckets(per_second=1, burst=4)
    buckets.take("a", 4, now=1000)

    assert buckets.take("a", 1, now=0) == 1.0
    assert buckets.take("a", 4, now=10_000) == 0
    assert buckets.take("a", 1, now=10_000) == 1.0


def test_what_costs_more_than_a_whole_store_can_be_had_from_a_full_one():
    assert Buckets(per_second=1, burst=4).take("a", 50, now=0) == 0


def test_clients_are_forgotten_when_there_are_too_many_the_longest_silent_first():
    buckets = Buckets(per_second=0.001, burst=1, most=100)
    buckets.take("first", 1, now=0)
    for number in range(99):
        buckets.take(str(number), 1, now=0)
    assert buckets.take("first", 1, now=0) > 0  # heard of again, so it is not the next to go

    for number in range(1000, 1099):
        buckets.take(str(number), 1, now=0)

    assert len(buckets) == 100
    assert buckets.take("first", 1, now=0) > 0
    assert buckets.take("0", 1, now=0) == 0


def test_a_client_held_in_memory_is_a_few_hundred_bytes():
    buckets = Buckets(per_second=1, burst=4, most=1000)
    for number in range(2000):
        buckets.take(f"2001:db8:{number:x}::/64", 1, now=0)

    held = buckets._held
    size = sys.getsizeof(held) + sum(
        sys.getsizeof(k) + sys.getsizeof(v) + sum(map(sys.getsizeof, v)) for k, v in held.items()
    )
    assert size / len(held) < 400


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("127.0.0.1", None),
        ("::ffff:127.0.0.1", None),
        ("10.1.2.3", None),
        ("127.0.0.2", "127.0.0.2"),
        (None, None),
        ("", None),
        ("a socket file", None),
    ],
)
def test_a_client_is_an_address_or_a_network_of_its_own(host, name):
    assert Clients("127.0.0.1, 10.0.0.0/8").name(host) == name


def test_a_network_that_is_none_is_refused():
    with pytest.raises(ValueError, match="harbour"):
        Clients("harbour")
