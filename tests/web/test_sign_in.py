"""Signing in over the web: cookies, forged forms, ends of sessions, and where it leads."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from app.config import Settings
from app.services import accounts
from app.web.app import create_app
from tests.curating import GOOD, OTHER, Clock, cheap_hashes
from tests.web.conftest import Town

__all__ = ["cheap_hashes"]

KEY = re.compile(r'name="form_key" value="([^"]+)"')


class Desk:
    """A town's site with a curator, a clock that turns, and a browser to ask with."""

    def __init__(self, settings: Settings, app, clock: Clock) -> None:
        self.settings, self.app, self.clock = settings, app, clock
        self.desk = app.state.desk

    def browser(self, **more) -> TestClient:
        base = self.settings.base_url
        return TestClient(self.app, base_url=base, follow_redirects=False, **more)


def key_on(client: TestClient, path: str) -> str:
    return KEY.search(client.get(path).text).group(1)


def enter(client: TestClient, password=GOOD, *, name="ana", next="", **headers):
    form = {
        "name": name,
        "password": password,
        "next": next,
        "form_key": key_on(client, "/sign-in"),
    }
    return client.post("/sign-in", data=form, headers=headers)


@pytest.fixture
def desk(town, tmp_path, cheap_hashes) -> Desk:
    return made(town, tmp_path)


def made(town: Town, tmp_path, **settings) -> Desk:
    """The site of a town that all tests share, with a desk of this test's own."""
    archive = replace(town.archive, settings=Settings(data_dir=tmp_path, **settings))
    app = create_app(archive)
    app.state.desk.clock = clock = Clock()
    accounts.add_account(app.state.desk, "ana", "Ana Ruiz", GOOD)
    return Desk(archive.settings, app, clock)


def test_who_signs_in_gets_a_cookie_that_scripts_and_other_sites_cannot_use(desk):
    client = desk.browser()

    answer = enter(client)

    assert answer.status_code == 303
    assert answer.headers["location"] == "/review"
    assert answer.headers["cache-control"] == "no-store"
    cookies = answer.headers.get_list("set-cookie")
    assert len(cookies) == 2
    for cookie in cookies:
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie
        assert "Path=/" in cookie
        assert "Secure" not in cookie  # the test's site is plain HTTP
        assert "Domain" not in cookie


def test_over_https_the_cookies_are_the_hosts_own(town, tmp_path, cheap_hashes):
    client = made(town, tmp_path, base_url="https://archive.example").browser()

    cookies = enter(client).headers.get_list("set-cookie")

    assert [cookie.split("=")[0] for cookie in cookies] == [
        "__Host-onrecord-session",
        "__Host-onrecord-browser",
    ]
    assert all("; Secure" in cookie for cookie in cookies)
    assert client.get("/account").status_code == 200


def test_no_page_sets_a_cookie_before_somebody_signs_in(desk):
    client = desk.browser()

    for path in ("/", "/sign-in", "/speakers", "/review", "/account"):
        assert "set-cookie" not in client.get(path).headers
    assert "set-cookie" not in enter(client, "not the password at all").headers


@pytest.mark.parametrize("path", ["/account", "/account?page=2"])
def test_curators_pages_send_strangers_to_sign_in_and_back(desk, path):
    answer = desk.browser().get(path)

    assert answer.status_code == 303
    assert (
        answer.headers["location"]
        == f"/sign-in?next={path.replace('?', '%3F').replace('=', '%3D')}"
    )
    assert answer.headers["cache-control"] == "no-store"


def test_after_signing_in_one_is_where_one_wanted_to_be(desk):
    assert enter(desk.browser(), next="/statements/s000000001").headers["location"] == (
        "/statements/s000000001"
    )


@pytest.mark.parametrize(
    "next",
    ["//evil.example", "https://evil.example/", "\\\\evil.example", "/\\evil.example",
     "javascript:alert(1)", "///evil.example", "/\t/evil.example", "/\n/evil", "evil", "//",
     "/ok\r\nSet-Cookie: x=y", "http:evil.example", "/\u0000"],
)  # fmt: skip
def test_b49_signing_in_leads_to_own_pages_only(desk, next):
    assert enter(desk.browser(), next=next).headers["location"] == "/review"


def test_wrong_name_and_wrong_password_get_the_same_page(desk):
    client = desk.browser()

    wrong = enter(client, "not the password at all")
    nobody = enter(client, GOOD, name="nobody")

    assert wrong.status_code == nobody.status_code == 403
    same = [KEY.sub("", page.text).replace("nobody", "ana") for page in (wrong, nobody)]
    assert same[0] == same[1]
    assert "do not belong together" in wrong.text
    assert GOOD not in nobody.text


def test_b45_a_hundred_wrong_passwords_are_told_when_to_come_back(desk):
    client = desk.browser()

    answers = [enter(client, "not the password at all") for _ in range(12)]

    assert [answer.status_code for answer in answers] == [403] * 10 + [429] * 2
    assert answers[-1].headers["retry-after"] == "900"
    assert "try again in 15 minutes" in answers[-1].text


def test_b45_a_password_of_a_megabyte_is_too_large(desk):
    assert enter(desk.browser(), "x" * 1_000_001).status_code == 413


@pytest.mark.parametrize("password", ["x" * 64, "y" * 900, "with a \x00 in the middle", "🦆" * 70])
def test_b45_odd_and_long_passwords_are_only_wrong(desk, password):
    assert enter(desk.browser(), password).status_code == 403


FORMS = {
    "/sign-out": {},
    "/account/password": {"old": GOOD, "new": OTHER, "again": OTHER},
    "/account/sessions": {},
}


@pytest.mark.parametrize("path", FORMS)
def test_b44_a_form_without_its_key_or_with_an_old_one_changes_nothing(desk, path):
    client, other = desk.browser(), desk.browser()
    enter(client)
    enter(other)
    stale = key_on(other, "/account")

    for key in ("", "made up", stale, "ab.cd", "é.é"):
        answer = client.post(path, data={**FORMS[path], "form_key": key})
        assert answer.status_code == 403, key
        assert "did not come from a page of this site" in answer.text
    assert client.post(path, data=FORMS[path]).status_code == 403
    assert client.get("/account").status_code == 200
    assert enter(desk.browser()).status_code == 303


@pytest.mark.parametrize("path", ["/sign-in", *FORMS])
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://127.0.0.1:8000.evil.example"},
    ],
    ids=str,
)
def test_b44_a_form_from_another_site_changes_nothing(desk, path, headers):
    client = desk.browser()
    enter(client)
    form = FORMS.get(path, {"name": "ana", "password": GOOD})

    answer = client.post(
        path, data={**form, "form_key": key_on(client, "/account")}, headers=headers
    )

    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers
    assert client.get("/account").status_code == 200


def test_b44_a_sign_in_form_that_nobody_was_shown_is_shown_again(desk):
    client = desk.browser()
    for key in ("", "1.2", "9999999999.00", "abc"):
        answer = client.post("/sign-in", data={"name": "ana", "password": GOOD, "form_key": key})
        assert answer.status_code == 403
        assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("path", FORMS)
def test_b44_no_address_changes_anything_when_it_is_only_looked_at(desk, path):
    client = desk.browser()
    enter(client)
    key = key_on(client, "/account")

    answer = client.get(path, params={**FORMS[path], "form_key": key})

    assert answer.status_code == 405
    assert client.get("/account").status_code == 200


@pytest.mark.parametrize("path", ["/sign-in", *FORMS])
@pytest.mark.parametrize("extra", ["id", "is_admin", "reviewed_by", "account_id"])
def test_b48_a_form_with_a_field_that_it_does_not_have_is_refused(desk, path, extra):
    client = desk.browser()
    enter(client)
    form = FORMS.get(path, {"name": "ana", "password": GOOD, "next": ""})

    answer = client.post(path, data={**form, "form_key": key_on(client, "/account"), extra: "1"})

    assert answer.status_code == 422
    assert extra in answer.text
    assert client.get("/account").status_code == 200


def test_b46_who_signs_out_is_out_and_the_old_cookie_opens_nothing(desk):
    client = desk.browser()
    enter(client)
    stolen = dict(client.cookies)
    key = key_on(client, "/account")

    answer = client.post("/sign-out", data={"form_key": key})

    assert answer.headers["location"] == "/"
    assert client.get("/account").status_code == 303
    thief = desk.browser(cookies=stolen)
    assert thief.get("/account").status_code == 303


def test_b46_twelve_idle_hours_end_a_session(desk):
    client = desk.browser()
    enter(client)
    desk.clock.now = desk.clock.now.replace(hour=21)

    assert client.get("/account").status_code == 303


def test_b46_a_new_password_keeps_this_session_and_ends_the_others(desk):
    here, elsewhere = desk.browser(), desk.browser()
    enter(here)
    enter(elsewhere)
    form = {"old": GOOD, "new": OTHER, "again": OTHER, "form_key": key_on(here, "/account")}

    answer = here.post("/account/password", data=form)

    assert answer.status_code == 200
    assert "all other sessions have ended" in answer.text
    assert here.get("/account").status_code == 200
    assert elsewhere.get("/account").status_code == 303


def test_a_new_password_that_is_weak_or_typed_differently_is_refused_in_a_sentence(desk):
    client = desk.browser()
    enter(client)
    for new, again, said in (
        ("short", "short", "15 characters at least"),
        (OTHER, OTHER + "!", "the two new passwords differ"),
    ):
        form = {"old": GOOD, "new": new, "again": again, "form_key": key_on(client, "/account")}
        answer = client.post("/account/password", data=form)
        assert answer.status_code == 422
        assert said in answer.text.lower()
    assert enter(desk.browser()).status_code == 303


def test_b46_signed_out_everywhere_is_signed_out_here_too(desk):
    here, elsewhere = desk.browser(), desk.browser()
    enter(here)
    enter(elsewhere)

    here.post("/account/sessions", data={"form_key": key_on(here, "/account")})

    assert here.get("/account").status_code == elsewhere.get("/account").status_code == 303


def test_every_sign_in_is_a_new_session_whatever_cookie_was_there_before(desk):
    planted = "p" * 43
    client = desk.browser(cookies={"onrecord-session": planted})

    cookie = enter(client).headers.get_list("set-cookie")[0]

    assert cookie.startswith("onrecord-session=")
    assert planted not in cookie
    assert desk.browser(cookies={"onrecord-session": planted}).get("/account").status_code == 303


def test_pages_are_personal_for_who_is_signed_in_and_for_nobody_else(desk):
    client, stranger = desk.browser(), desk.browser()
    plain = stranger.get("/speakers")
    enter(client)

    mine, again = client.get("/speakers"), stranger.get("/speakers")

    assert "Signed in as" in mine.text
    assert mine.headers["cache-control"] == "no-store"
    assert again.text == plain.text
    assert again.headers["cache-control"] == "no-cache"
    assert "desk.css" not in plain.text


def test_a_made_up_cookie_is_a_strangers(desk):
    client = desk.browser(cookies={"onrecord-session": "x" * 43})

    assert "Signed in" not in client.get("/speakers").text
    assert client.get("/account").status_code == 303


@pytest.mark.parametrize("path", ["/sign-in", "/account"])
def test_curators_pages_are_kept_by_nobody_and_found_by_no_search_engine(desk, path):
    client = desk.browser()
    if path != "/sign-in":
        enter(client)

    answer = client.get(path)

    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert 'name="robots" content="noindex' in answer.text
    assert "content-security-policy" in answer.headers
