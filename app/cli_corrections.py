"""Commands that correct the archive, so that it can be curated without the web."""

import getpass
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
import yaml

from app.archive import open_archive
from app.config import Settings
from app.domain.corrections import Action, Proposal, Subject
from app.errors import ArchiveError, InvalidCorrection
from app.schemas.correction import CorrectionShown
from app.services import correction_files, correction_lists, corrections, exports

corrections_app = typer.Typer(help="What people corrected.", no_args_is_help=True)

Reason = Annotated[str, typer.Option("--reason", help="why; readers see it")]
By = Annotated[str | None, typer.Option("--by", help="who; readers see it")]
_SUBJECTS = {f"{subject.value}s": subject for subject in Subject}


@corrections_app.command("add")
def add_command(
    action: Annotated[Action, typer.Argument(help="what to do")],
    target: Annotated[
        str, typer.Argument(help="statements/ID, articles/ID, speakers/SLUG or events/SLUG")
    ],
    reason: Reason,
    values: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="KEY=VALUE", help="what it is now, as YAML; repeat it"),
    ] = None,
    by: By = None,
) -> None:
    """Correct something: onrecord corrections add speaker statements/ID --set speaker="Ann Lee".

    Part two of one name by their articles, by the end of each address:

    onrecord corrections add split speakers/ann-lee --set articles="[ID, ID]"
    --set name="Ann Lee (painter)" --reason "the painter, not the minister"

    Part them by spelling: --set names="[Anne Lee]". Merge two: add merge speakers/ann-lee
    --set into=anne-lee.
    """
    subject, link = _target(target)
    after = dict(map(_pair, values or ()))
    proposal = Proposal(action, subject, link, reason, by or getpass.getuser(), after)
    made = corrections.correct(open_archive(Settings()), proposal)
    print(f"correction {made.uid}: {made.url}")


@corrections_app.command("undo")
def undo_command(
    uid: Annotated[str, typer.Argument(help="its number in the list")],
    reason: Reason,
    by: By = None,
) -> None:
    """Take a correction back; what stood before stands again."""
    made = corrections.undo(open_archive(Settings()), uid, reason, by or getpass.getuser())
    print(f"correction {made.uid}: {uid} is undone")


@corrections_app.command("list")
def list_command(
    about: Annotated[
        str | None, typer.Option(help="only of statements/ID, speakers/SLUG, …")
    ] = None,
    idle: Annotated[bool, typer.Option("--idle", help="only those that do nothing now")] = False,
    page: Annotated[int, typer.Option(min=1)] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="one JSON object a line")] = False,
) -> None:
    """List corrections, the latest first, 50 a page."""
    archive = open_archive(Settings())
    if idle:
        listed = correction_lists.list_orphans(archive, page)
    else:
        kind, link = _about(about) if about else (None, None)
        listed = correction_lists.list_corrections(archive, page, kind=kind, link=link)
    for one in listed.corrections:
        print(one.model_dump_json() if as_json else _line(one))
    if listed.paging.pages > 1 and not as_json:
        _tell(f"page {listed.paging.page} of {listed.paging.pages}; --page N shows another")
    if not listed.corrections:
        _tell("there are no such corrections")


@corrections_app.command("export")
def export_command(
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="a file; stdout if unset")
    ] = None,
) -> None:
    """Write all corrections as a file to review, keep and take in elsewhere."""
    with exports.written(output) as file:
        correction_files.export_corrections(open_archive(Settings()), file)


@corrections_app.command("import")
def import_command(
    path: Annotated[Path, typer.Argument(help="a file that export wrote, or one like it")],
) -> int:
    """Take in the corrections of a file; doing it twice is harmless."""
    imported = correction_files.import_corrections(open_archive(Settings()), path)
    for problem in imported.problems:
        _tell(problem)
    print(imported.summary())
    return 1 if imported.problems else 0


def _target(text: str) -> tuple[Subject, str]:
    kind, _, link = text.strip("/").removeprefix("http://").rpartition("/")
    subject = _SUBJECTS.get(f"{kind.rpartition('/')[2].removesuffix('s')}s")
    if subject is None or not link:
        raise InvalidCorrection("target", f"{text!r} names no record; write statements/ID")
    return subject, link


def _about(text: str) -> tuple[str, str]:
    kind, _, link = text.strip("/").rpartition("/")
    return kind.rpartition("/")[2].removesuffix("s"), link


def _pair(text: str) -> tuple[str, Any]:
    key, equals, value = text.partition("=")
    if not equals:
        raise ArchiveError(f"{text!r} sets nothing; write --set KEY=VALUE")
    try:
        return key.strip(), correction_files.as_text({key: yaml.safe_load(value)})[key]
    except yaml.YAMLError as error:
        raise ArchiveError(f"the value of {key} is no YAML: {error}") from error
    except ValueError:  # 2007-02-31: what looks like a day and is none is told as one
        return key.strip(), value.strip()


def _line(one: CorrectionShown) -> str:
    standing = "" if one.standing == "applied" else f" [{one.standing}]"
    return f"{one.uid}  {one.at[:10]}  {one.url}: {one.sentence}{standing}; {one.by}: {one.reason}"


def _tell(sentence: str) -> None:
    print(f"onrecord: {' '.join(sentence.split())}", file=sys.stderr)
