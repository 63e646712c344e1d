"""Commands for who watches over an archive: is it in order, and what was asked for in vain?"""

import json
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from app.config import Settings
from app.services.doctor import Finding, Level, examine

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
