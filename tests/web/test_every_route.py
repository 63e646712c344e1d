"""Every route there is, right, wrong and asked with other methods: headers, types, no fault.

The list is taken from the application, so a route that is added tomorrow is asked as well.
"""

from __future__ import annotations

import re

import pytest

from app.web.routes import add_routes
from tests.web.test_headers import POLICY

#: Values that exist in the town, for the parts of an address that vary.
REAL = {
    "slug": "ana-ruiz",
    "key": "wall",
    "year": "2011",
    "month": "12",
    "day": "8",
    "kind": "statements",
    "part": "1",
    "number": "1",
    "address": "none.css",
    "decoration": "wrong-slug",
    "uid": "none",
}
WRONG = {"year": "99999", "month": "13", "day": "32", "part": "9999", "number": "9999"}
FRAMED = POLICY.replace("frame-ancestors 'none'", "frame-ancestors *").replace(
    "script-src 'self'; ", ""
)


class _Gatherer:
    """Takes in routers as an application would, and keeps their routes."""

    def __init__(self) -> None:
        self.found: list[tuple[str, str]] = []

    def include_router(self, router, **_: object) -> None:
        for route in router.routes:
            self.found += [(method, route.path) for method in sorted(route.methods)]


def every_route():
    gatherer = _Gatherer()
    add_routes(gatherer)
    return [one for one in gatherer.found if one[0] in {"GET", "POST"}]


ROUTES = every_route()


def filled(path, values, other):
    return re.sub(r"\{(\w+)(?::\w+)?\}", lambda part: values.get(part[1], other), path)


def holds_of_every_answer(answer, address):
    headers = answer.headers
    framed = re.fullmatch(r"/statements/[^/]+/embed", address)
    assert headers["content-security-policy"] == (FRAMED if framed else POLICY)
    assert headers.get("x-frame-options") == (None if framed else "DENY")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert headers["permissions-policy"] == "camera=(), microphone=(), geolocation=()"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    shared = address.startswith("/api/") or address.endswith((".atom", "/card.png")) or framed
    assert headers["cross-origin-resource-policy"] == ("cross-origin" if shared else "same-origin")
    assert re.fullmatch(r"[0-9a-f]{16}", headers["x-request-id"])
    assert "server" not in headers
    assert "x-onrecord-route" not in headers
    assert answer.status_code < 500, answer.text[:300]
    kind = headers.get("content-type", "")
    assert kind or not answer.content
    if kind.startswith("text/"):
        assert "charset=utf-8" in kind.lower()
    if answer.status_code >= 400:
        assert headers["cache-control"] == "no-store"


def test_there_are_many_routes_and_each_is_asked():
    assert len(ROUTES) > 70
    assert ("GET", "/metrics") in ROUTES
    assert ("POST", "/sign-in") in ROUTES


@pytest.mark.parametrize("path", [path for method, path in ROUTES if method == "GET"])
def test_every_page_has_all_headers_whether_it_exists_or_not(site, town, path):
    real = {**REAL, "permalink": town.statements[0].permalink}
    for values, other in ((real, "none"), (WRONG, "none"), (WRONG, "%00%ff<script>")):
        address = filled(path, values, other)
        answer = site.get(address)
        holds_of_every_answer(answer, address)
        head = site.head(address)
        assert head.content == b""
        assert head.status_code == answer.status_code
        holds_of_every_answer(head, address)


@pytest.mark.parametrize("path", [path for method, path in ROUTES if method == "GET"])
def test_every_page_refuses_other_methods_and_says_which_it_takes(site, town, path):
    address = filled(path, {**REAL, "permalink": town.statements[0].permalink}, "none")
    takes = {method for method, other in ROUTES if other == path}
    for method in {"PUT", "DELETE", "TRACE", "POST"} - takes:
        answer = site.request(method, address)
        assert answer.status_code == 405, (method, address)
        assert {"GET", "HEAD"} <= set(re.split(r",\s*", answer.headers["allow"]))
        holds_of_every_answer(answer, address)


@pytest.mark.parametrize("path", [path for method, path in ROUTES if method == "POST"])
def test_every_form_that_a_stranger_sends_is_refused_or_changes_nothing(site, town, path):
    address = filled(path, {**REAL, "permalink": town.statements[0].permalink}, "none")
    for body in (b"", b"\xff\x00=&&%zz", b"id=1&is_admin=1&reviewed_by=me"):
        answer = site.post(
            address, content=body, headers={"Content-Type": "application/x-www-form-urlencoded"}
        )
        holds_of_every_answer(answer, address)
        if not path.endswith("/check"):  # the checker stores nothing, so anybody may send to it
            assert answer.status_code in {303, 400, 401, 403, 404, 405, 409, 422, 429}
            if answer.status_code == 303:
                assert answer.headers["location"].startswith("/sign-in")
