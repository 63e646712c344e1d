"""B27: only machines of the open Internet are asked, by the address that was checked."""

from __future__ import annotations

import ipaddress

import pytest

from app.services.fetch_targets import NotFetched, is_public, resolve_host, target_of

PUBLIC = "93.184.215.14"


def at(*addresses):
    return lambda _host, _port: addresses


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0"),
        *("100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255"),
        *("::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254"),
        *("64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::"),
    ],
)
def test_b27_an_address_that_is_not_public_is_refused(address):
    assert not is_public(ipaddress.ip_address(address))
    with pytest.raises(NotFetched, match="not on the public Internet"):
        target_of("https://news.example/a", at(address))


def test_b27_one_private_address_among_public_ones_is_enough_to_refuse():
    with pytest.raises(NotFetched, match=r"10\.0\.0\.1"):
        target_of("https://news.example/a", at(PUBLIC, "10.0.0.1"))


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.1", "2130706433", "0x7f000001", "017700000001", "[::1]", "localhost"]
)
def test_b27_this_machine_is_refused_however_it_is_written(host):
    with pytest.raises(NotFetched):
        target_of(f"http://{host}/", resolve_host)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("file:///etc/passwd", "only http and https"),
        ("gopher://news.example/", "only http and https"),
        ("https://user:secret@news.example/", "name or password"),
        ("https://@news.example/", "name or password"),
        ("https://news.example:22/", "port 22"),
        ("https://news.example:99999/", "no port"),
        ("https:///path", "names no host"),
        ("https://news.example/a b", "no web address"),
        ("https://news.example\\@10.0.0.1/", "no web address"),
        ("https://news.example/\r\nHost: x", "no web address"),
        ("https://[::1/", "no web address"),
        ("https://" + "a" * 3000, "no web address"),
    ],
)
def test_b27_what_is_no_plain_web_address_is_refused(url, reason):
    with pytest.raises(NotFetched, match=reason):
        target_of(url, at(PUBLIC))


def test_a_public_address_is_pinned_to_what_it_resolved_to():
    target = target_of("https://news.example/a?b=c#d", at(PUBLIC))

    assert (target.address, target.host, target.port) == (PUBLIC, "news.example", 443)
    assert target.path == "/a?b=c"


def test_a_host_that_is_not_found_is_named():
    def nowhere(_host, _port):
        raise OSError("no such host")

    with pytest.raises(NotFetched, match=r"news\.example was not found"):
        target_of("https://news.example/", nowhere)
