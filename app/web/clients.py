"""Who asks, as far as limits need to know: a network, never a person."""

import re
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from fastapi import Request

_BROWSERS = (("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari"))
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)


def network_of(request: Request) -> str:
    """The /24 or /64 that a request comes from: "203.0.113.0/24".

    Behind a proxy it is the address that the proxy names, where that proxy is trusted; the
    server has seen to it.
    """
    try:
        address = ip_address(request.client.host if request.client else "")
    except ValueError:  # a socket file, or a test
        return "unknown"
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    bits = 24 if isinstance(address, IPv4Address) else 64
    return str(ip_network(f"{address}/{bits}", strict=False))


def browser_of(request: Request) -> str:
    """A browser in words, for people to tell theirs apart: "Firefox on Linux"."""
    agent = request.headers.get("user-agent", "")
    browser = next((name for mark, name in _BROWSERS if mark in agent), "A program")
    system = next((name for mark, name in _SYSTEMS if re.search(mark, agent)), None)
    return f"{browser} on {system}" if system else browser
