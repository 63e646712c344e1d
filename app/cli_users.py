"""Commands about curators: their accounts, passwords and sessions."""

import getpass
import sys
from typing import Annotated

import typer

from app.config import Settings
from app.desk import Desk
from app.errors import AccountError
from app.services import accounts

users_app = typer.Typer(help="Who may correct the archive.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(help="the account's name")]


@users_app.command("add")
def add_command(
    name: Name,
    shown_as: Annotated[
        str | None, typer.Option("--shown-as", help="what readers see beside corrections")
    ] = None,
) -> None:
    """Make an account. The password is asked for, or read from standard input."""
    accounts.add_account(_desk(), name, shown_as, _password(twice=True))
    print(f"{name.strip().lower()} can sign in at {_sign_in_address()}")


@users_app.command("list")
def list_command() -> None:
    """List the accounts, a line each."""
    found = accounts.list_accounts(_desk())
    for one in found:
        since = f"since {one.created_at:%Y-%m-%d}"
        state = f"disabled {one.disabled_at:%Y-%m-%d}" if one.disabled_at else since
        where = f"{one.sessions} sessions" if one.sessions != 1 else "1 session"
        print(f"{one.name}  {one.shown_as}  {state}  {where}")
    if not found:
        print("there are no accounts; make one with `onrecord users add NAME`", file=sys.stderr)


@users_app.command("disable")
def disable_command(name: Name) -> None:
    """Shut an account out, at once and everywhere. Its corrections stay."""
    accounts.disable_account(_desk(), name)
    print(f"{name} is disabled and signed out everywhere")


@users_app.command("enable")
def enable_command(name: Name) -> None:
    """Let a disabled account in again, with the password it had."""
    accounts.disable_account(_desk(), name, disabled=False)
    print(f"{name} can sign in again")


@users_app.command("passwd")
def passwd_command(name: Name) -> None:
    """Give an account a new password; it is asked for, or read from standard input."""
    accounts.set_password(_desk(), name, _password(twice=True))
    print(f"{name} has a new password and is signed out everywhere")


@users_app.command("sign-out")
def sign_out_command(name: Name) -> None:
    """Sign an account out everywhere."""
    ended = accounts.sign_out_everywhere(_desk(), name)
    browsers = "1 browser" if ended == 1 else f"{ended} browsers"
    print(f"{name} was signed in in {browsers} and is signed out")


def _desk() -> Desk:
    return Desk(Settings())


def _sign_in_address() -> str:
    return Settings().base_url.rstrip("/") + "/sign-in"


def _password(*, twice: bool) -> str:
    # Never an argument: those are seen by everybody on the machine and kept by the shell.
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass("Password: ")
    if twice and getpass.getpass("The same again: ") != password:
        raise AccountError("the two passwords differ; nothing was changed, try again")
    return password
