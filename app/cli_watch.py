"""Commands for who watches over an archive: is it in order, and what was asked for in vain?"""

import json
import sys
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from app.config import Settings
from app.desk import Desk
from app.services import missed
from app.services.doctor import Finding, Level, examine

searches_app = typer.Typer(help="What readers searched for.", no_args_is_help=True)

AsJson = Annotated[bool, typer.Option("--json", help="one JSON object a line")]

_STYLES = {Level.FINE: "green", Level.NOTE: "yellow", Level.WRONG: "bold red"}


def doctor_command(as_json: AsJson = False) -> int:
    """Say in plain words what is wrong with this installation, and what to do. Changes nothing."""
    console, wrong, notes = Console(highlight=False, soft_wrap=True), 0, 0
    for finding in examine(Settings()):
        wrong += finding.level is Level.WRONG
        notes += finding.level is Level.NOTE
        if as_json:
            print(json.dumps(finding.as_record(), ensure_ascii=False))
        else:
            console.print(_line(finding))
    if not as_json:
        faults = f"{wrong:,} {'fault' if wrong == 1 else 'faults'}" if wrong else "no fault"
        console.print(f"{faults}, {notes:,} to look at" if notes else faults)
    return 1 if wrong else 0


def _line(finding: Finding) -> Text:
    text = Text(f"{finding.level.value:<6}", _STYLES[finding.level])
    text.append(f"{finding.subject:<12}", "bold").append(f" {finding.told}")
    if finding.advice:
        text.append(f"\n{'':<18} -> {finding.advice}", "dim")
    return text


@searches_app.command("missed")
def missed_command(
    as_json: AsJson = False,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="how many at most")] = 50,
) -> None:
    """List the searches that found nothing, most often asked first. Who asked is not kept."""
    found = missed.list_missed(Desk(Settings()), limit)
    for each in found:
        if as_json:
            print(json.dumps(each.as_record(), ensure_ascii=False))
        else:
            print(f"{each.times:>5}  {each.words}  (last on {each.last_on})")
    if not found:
        print("onrecord: no search was in vain so far", file=sys.stderr)


@searches_app.command("forget")
def forget_command(
    words: Annotated[str | None, typer.Argument(help="all if unset", metavar="WORDS")] = None,
) -> None:
    """Forget searches that found nothing: those for some words, or all."""
    print(f"forgotten: {missed.forget_missed(Desk(Settings()), words):,}")
