"""Commands about what goes into an archive: a new folder, ingest, a look ahead, quarantine."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer

from app.cli_progress import watching
from app.config import Settings
from app.domain.counting import counted
from app.errors import ArchiveUnavailable
from app.services import ingest, new_archive, pages, preview, quarantine
from app.services.reports import IngestReport, Outcome
from app.services.understood import Understood

quarantine_app = typer.Typer(help="What could not be read.", no_args_is_help=True)

Folder = Annotated[Path, typer.Argument(help="a folder that is not there yet")]
Numbers = Annotated[
    list[int] | None, typer.Argument(help="numbers from the list; all if unset", min=1)
]


Sources = Annotated[
    list[str] | None,
    typer.Argument(help="files, folders, or addresses of web pages", metavar="PATH…"),
]

#: Failures that are printed one by one; all of them are in quarantine, and in the JSON.
_MOST_PRINTED = 100

#: Warnings that are printed: about documents that were taken in all the same.
_DOUBTS_PRINTED = 10


def ingest_command(
    sources: Sources = None,
    addresses: Annotated[
        Path | None, typer.Option(help="the exported address ledger of an archive to rebuild")
    ] = None,
    corrections: Annotated[
        Path | None, typer.Option(help="a file of corrections to take in before reading")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="print the summary as JSON")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="print only what went wrong")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="show what would happen; store nothing")
    ] = False,
    report_file: Annotated[
        Path | None,
        typer.Option("--report", help="a file for what was understood of each document, as JSON"),
    ] = None,
    listed: Annotated[
        Path | None,
        typer.Option("--urls", help="a file with an address of a web page on each line"),
    ] = None,
    allow_network: Annotated[
        bool, typer.Option("--allow-network", help="fetch the web pages that are named")
    ] = False,
    workers: Annotated[
        int | None,
        typer.Option(help="processes that read; one a core if unset, 0 for none", min=0, max=64),
    ] = None,
) -> int:
    """Read files into the archive; it is made where there is none. Doing it twice is harmless."""
    if not sources and listed is None:
        raise typer.BadParameter(
            "name files, folders or addresses to read; `onrecord ingest --help`", param_hint="PATH"
        )
    paths = [Path(source) for source in sources or () if not pages.is_address(source)]
    if dry_run:
        return preview_command(paths, as_json=as_json)
    settings = _settings(workers, allow_network)
    wanted = [source for source in sources or () if pages.is_address(source)]
    on_the_web = pages.pages_of(settings, wanted, listed)
    with report_lines(report_file) as tell, watching(quiet=quiet or as_json) as watch:
        report = ingest.ingest(
            settings,
            paths,
            addresses=addresses,
            corrections=corrections,
            pages=on_the_web,
            watch=watch,
            tell=tell,
        )
    return finish(report, as_json=as_json, quiet=quiet)


def _settings(workers: int | None, allow_network: bool) -> Settings:
    asked: dict[str, Any] = {"fetch": True} if allow_network else {}
    return Settings(**asked) if workers is None else Settings(ingest_workers=workers, **asked)


def init_command(folder: Folder) -> None:
    """Make a folder for an archive of your own: settings, knowledge to fill in, a README."""
    for path in new_archive.new_archive(folder):
        print(path)
    print(f"put articles into {folder / 'articles'}, then: cd {folder}; onrecord ingest articles")


def preview_command(paths: Sequence[Path], *, as_json: bool) -> int:
    """Print what an ingest of the paths would do; nothing is stored."""
    tell = _print_record if as_json else _print_lines
    return finish(preview.preview(Settings(), paths, tell), as_json=as_json, verb="would be ")


def finish(report: IngestReport, *, as_json: bool, quiet: bool = False, verb: str = "") -> int:
    """Prints failures, notes and the summary of a run; gives the exit code."""
    for failure in report.failures[:_MOST_PRINTED]:
        _tell(failure.sentence())
    if more := len(report.failures[_MOST_PRINTED:]):
        _tell(f"and {more:,} more; `onrecord quarantine list` names them all")
    for doubt in report.doubts[:_DOUBTS_PRINTED]:
        _tell(doubt.sentence())
    if more := report.doubtful - len(report.doubts[:_DOUBTS_PRINTED]):
        _tell(f"and {counted(more, 'more warning')}; --report FILE keeps all of them")
    for note in report.notes:
        _tell(note)
    if as_json:
        print(json.dumps(report.as_record()))
    elif not quiet:
        print(f"{verb}{report.summary()}")
    return 1 if report.counts[Outcome.FAILED] else 0


@contextmanager
def report_lines(path: Path | None) -> Iterator[Callable[[Understood], None] | None]:
    """Writes what was understood of each document to a file, a JSON object a line."""
    if path is None:
        yield None
        return
    try:
        file: TextIO = path.open("w", encoding="utf-8")
    except OSError as error:
        raise ArchiveUnavailable(
            f"the report {path} cannot be written ({error.strerror}); name another file"
        ) from error
    with file:
        yield lambda seen: print(json.dumps(seen.as_record(), ensure_ascii=False), file=file)


@quarantine_app.command("list")
def list_command(
    as_json: Annotated[bool, typer.Option("--json", help="one JSON object a line")] = False,
) -> None:
    """List what could not be read, a line each."""
    held = quarantine.list_quarantine(Settings())
    for each in held:
        print(_as_json(each) if as_json else f"{each.number}  {each.name}: {each.reason}")
    if not held:
        _tell("nothing is in quarantine")


@quarantine_app.command("show")
def show_command(
    number: Annotated[int, typer.Argument(help="its number in the list", min=1)],
) -> None:
    """Tell all that is known of one thing that could not be read."""
    each = quarantine.get_quarantined(Settings(), number)
    tried = "once" if each.tries == 1 else f"{each.tries} times"
    print(f"{each.name}\n  where: {each.origin}\n  why:   {each.reason}")
    print(
        f"  tried: {tried}, first {each.first_at:%Y-%m-%d %H:%M}, "
        f"last {each.last_at:%Y-%m-%d %H:%M} UTC"
    )


@quarantine_app.command("retry")
def retry_command(numbers: Numbers = None) -> int:
    """Read again what could not be read; what was mended is taken in."""
    return finish(quarantine.retry_quarantine(Settings(), numbers or ()), as_json=False)


def _as_json(each: quarantine.Held) -> str:
    values = {"number": each.number, "name": each.name, "origin": each.origin}
    times = {"first_at": each.first_at.isoformat(), "last_at": each.last_at.isoformat()}
    return json.dumps({**values, "reason": each.reason, "tries": each.tries, **times})


def _print_lines(seen: Understood) -> None:
    print("\n".join(seen.lines()))


def _print_record(seen: Understood) -> None:
    print(json.dumps(seen.as_record(), ensure_ascii=False))


def _tell(sentence: str) -> None:
    print(f"onrecord: {' '.join(sentence.split())}", file=sys.stderr)
