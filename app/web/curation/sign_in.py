"""Signing in, signing out, and a curator's own account."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import Field

from app.errors import ArchiveError, FormRefused, SignInRefused, TooManyTries, WeakPassword
from app.services import accounts, sign_in
from app.services.stamps import age_of, stamp
from app.web.clients import browser_of, network_of
from app.web.cookies import browser_cookie
from app.web.curation import gate
from app.web.curation.gate import CuratorDep, DeskDep, Posted
from app.web.curation.going import go_to
from app.web.errors import form_page

router = APIRouter(dependencies=[Depends(gate.require_own_site)])

_FORM = "sign-in"
_HOURS = 12


class SignInForm(Posted):
    """A name, a password, and where to go then."""

    name: str = Field(max_length=200)
    password: str
    next: str = ""


class PasswordForm(Posted):
    """The password now, and the new one twice."""

    old: str
    new: str
    again: str


class SessionForm(Posted):
    """One of the curator's sessions, by number; all where none is named."""

    session: int | None = None


@router.get("/sign-in", response_class=HTMLResponse)
def sign_in_page(request: Request, desk: DeskDep, next: str = "") -> Response:
    """The form; who is signed in already is sent on."""
    if request.state.curator is not None:
        return go_to("/review", next)
    return _sign_in(request, desk, next)


@router.post("/sign-in", response_class=HTMLResponse)
def sign_in_form(request: Request, desk: DeskDep, form: Annotated[SignInForm, Form()]) -> Response:
    """Begins a session, or shows the form again with one sentence."""
    age = age_of(desk, _FORM, form.form_key)
    if age is None or age.total_seconds() > _HOURS * 3600:
        return _sign_in(
            request, desk, form.next, FormRefused("the form was too old; send it again")
        )
    known = request.cookies.get(browser_cookie(request.app.state.site.settings), "")
    try:
        tokens = sign_in.sign_in(
            desk,
            form.name,
            form.password,
            network=network_of(request),
            browser=browser_of(request),
            known=known[:100],
        )
    except (SignInRefused, TooManyTries) as refused:
        return _sign_in(request, desk, form.next, refused, form.name)
    answer = go_to("/review", form.next)
    gate.give_cookies(request, answer, tokens)
    return answer


@router.post("/sign-out")
def sign_out_form(
    request: Request, desk: DeskDep, curator: CuratorDep, form: Annotated[Posted, Form()]
) -> Response:
    """Ends this session."""
    gate.require_key(curator, form.form_key)
    sign_in.sign_out(desk, curator)
    answer = go_to("/")
    gate.take_session(request, answer)
    # What this browser still holds of signed-in pages is not shown to who comes next.
    answer.headers["Clear-Site-Data"] = '"cache"'
    return answer


@router.get("/account", response_class=HTMLResponse)
def account_page(request: Request, desk: DeskDep, curator: CuratorDep) -> HTMLResponse:
    """Where the curator is signed in, and a new password."""
    return _account(request, desk)


@router.post("/account/password", response_class=HTMLResponse)
def password_form(
    request: Request, desk: DeskDep, curator: CuratorDep, form: Annotated[PasswordForm, Form()]
) -> Response:
    """Changes the password and ends all other sessions."""
    gate.require_key(curator, form.form_key)
    try:
        if form.new != form.again:
            raise WeakPassword("the two new passwords differ; nothing was changed")
        accounts.change_password(desk, curator, form.old, form.new)
    except (SignInRefused, WeakPassword, TooManyTries) as refused:
        return _account(request, desk, refused)
    return _account(request, desk, said="The password is changed; all other sessions have ended.")


@router.post("/account/sessions", response_class=HTMLResponse)
def sessions_form(
    request: Request, desk: DeskDep, curator: CuratorDep, form: Annotated[SessionForm, Form()]
) -> Response:
    """Ends one session, or all of them: then this one has ended, too."""
    gate.require_key(curator, form.form_key)
    if form.session is None:
        accounts.sign_out_everywhere(desk, curator.name)
        answer: Response = go_to("/sign-in")
        gate.take_session(request, answer)
        return answer
    sign_in.end_session(desk, curator, form.session)
    return go_to("/account")


def _sign_in(
    request: Request,
    desk: DeskDep,
    next: str,
    refused: ArchiveError | None = None,
    name: str = "",
) -> HTMLResponse:
    key = stamp(desk, _FORM)
    return form_page(request, "curation/sign_in.html", refused, key=key, next=next, typed=name)


def _account(
    request: Request, desk: DeskDep, refused: ArchiveError | None = None, said: str = ""
) -> HTMLResponse:
    sessions = sign_in.list_sessions(desk, request.state.curator)
    return form_page(request, "curation/account.html", refused, sessions=sessions, said=said)
