"""The command line: each command reads arguments, calls one service and prints."""

import json
import logging
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.text import Text

from app import cli_alerts, cli_corrections, cli_knowledge, cli_sources, cli_users, cli_watch
from app.archive import open_archive
from app.cli_progress import counting
from app.config import Settings
from app.domain.counting import counted
from app.domain.search import EntryType, SearchQuery, Sort
from app.errors import ArchiveBusy, ArchiveError, KnowledgeError, StorageFull
from app.schemas.api import SearchAnswer
from app.schemas.search import SearchPage
from app.schemas.statement import StatementCard
from app.services import (
    backups,
    checks,
    exports,
    extract_paths,
    issue_suggestions,
    migration,
    reindex,
    search,
    seed,
    serving,
)

#: Exit codes beyond 0 and 1, as the shell's sysexits.h has them.
EX_USAGE, EX_IOERR, EX_TEMPFAIL = 2, 74, 75

app = typer.Typer(
    name="onrecord",
    help="A searchable web archive of statements: who said what, when, where, on which issue.",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
knowledge_app = typer.Typer(help="What the archive knows before it reads.")
issues_app = typer.Typer(help="The questions on which people take sides.")
app.add_typer(knowledge_app, name="knowledge")
app.add_typer(issues_app, name="issues")
app.add_typer(cli_sources.quarantine_app, name="quarantine")
app.add_typer(cli_corrections.corrections_app, name="corrections")
app.add_typer(cli_users.users_app, name="users")
knowledge_app.command("import")(cli_knowledge.import_command)
knowledge_app.command("conflicts")(cli_knowledge.conflicts_command)
app.command("init")(cli_sources.init_command)
app.command("doctor")(cli_watch.doctor_command)
app.add_typer(cli_watch.searches_app, name="searches")
app.add_typer(cli_alerts.alerts_app, name="alerts")
app.command("ingest")(cli_sources.ingest_command)

Paths = Annotated[list[Path], typer.Argument(help="files or folders", show_default=False)]
KnowledgeDir = Annotated[
    Path | None, typer.Option("--knowledge", help="a folder of knowledge files")
]


def main() -> None:
    """Runs the command that was typed, and ends the process with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Runs a command and returns its exit code; what goes wrong is a line on stderr."""
    try:
        _set_up_logging()
        return int(app(arguments, prog_name="onrecord", standalone_mode=False) or 0)
    except typer.TyperException as error:
        words = getattr(error, "format_message", error.__str__)()
        return _complain(f"{words.rstrip('.')}; `onrecord --help` tells how", EX_USAGE)
    except ArchiveBusy as error:
        return _complain(str(error), EX_TEMPFAIL)
    except StorageFull as error:
        return _complain(str(error), EX_IOERR)
    except KnowledgeError as error:
        first, *others = str(error).splitlines()
        return _complain(first, 1, others)
    except ArchiveError as error:
        return _complain(str(error), 1)
    except ValidationError as error:
        return _complain(_wrong_setting(error), EX_USAGE)
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (KeyboardInterrupt, typer.Abort):
        return _complain("stopped; what was stored is safe, run it again to go on", 130)


@app.command("extract")
def extract_command(paths: Paths, knowledge: KnowledgeDir = None) -> int:
    """Find the statements in documents and print them, one JSON object a document."""
    settings = Settings() if knowledge is None else Settings(knowledge_dir=knowledge)
    failed = 0
    for record in extract_paths.extract_paths(settings, paths):
        if isinstance(record, ArchiveError):
            failed = _complain(str(record), 1)
        else:
            print(json.dumps(record, ensure_ascii=False))
    return failed


@app.command("serve")
def serve_command(
    host: Annotated[str, typer.Option(help="the address to listen at")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="the port to listen at", min=0, max=65535)] = 8000,
    workers: Annotated[int, typer.Option(help="how many processes", min=1, max=64)] = 1,
) -> None:
    """Serve the site."""
    serving.serve(Settings(), host, port, workers)


@app.command("search")
def search_command(
    words: Annotated[list[str], typer.Argument(help="the query", metavar="QUERY")],
    as_json: Annotated[bool, typer.Option("--json", help="print what the API answers")] = False,
    entry_type: Annotated[EntryType, typer.Option("--type")] = EntryType.STATEMENT,
    sort: Annotated[Sort, typer.Option(help="the order of results")] = Sort.RELEVANCE,
    page: Annotated[int, typer.Option(min=1)] = 1,
    per_page: Annotated[int, typer.Option(min=1, max=100)] = 20,
) -> None:
    """Search the archive as the site does."""
    query = SearchQuery(" ".join(words), entry_type, sort=sort, page=page, per_page=per_page)
    found = search.find(open_archive(Settings()), query)
    if as_json:
        print(SearchAnswer.of(found).model_dump_json())
    else:
        Console(highlight=False, soft_wrap=True).print(_in_terminal(found))


@app.command("reindex")
def reindex_command() -> None:
    """Build the search index anew from the database."""
    entries = reindex.reindex(Settings(), counting("entry", "entries"))
    print(f"the index holds {counted(entries, 'entry', 'entries')}")


@app.command("check")
def check_command() -> int:
    """Verify store, spans, hashes, addresses and index against one another."""
    with _progress("checking"):
        report = checks.check(open_archive(Settings()))
    for problem in report.problems:
        _complain(problem, 1)
    for correction in report.idle:
        print(correction)
    print(report.summary())
    return 1 if report.problems else 0


@app.command("export")
def export_command(
    form: Annotated[
        exports.Form, typer.Argument(metavar="FORMAT", help="jsonl, csv, sqlite or addresses")
    ],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="a file; stdout if unset")
    ] = None,
) -> None:
    """Write the archive out as JSON Lines, CSV, a SQLite copy or its address ledger."""
    exports.export(open_archive(Settings()), form, output)


@app.command("backup")
def backup_command(
    target: Annotated[Path | None, typer.Argument(help="a file or folder")] = None,
) -> None:
    """Copy the database, safely while it is used."""
    print(backups.back_up(open_archive(Settings()), target))


@app.command("restore")
def restore_command(
    backup: Annotated[Path, typer.Argument(help="a file that `onrecord backup` made")],
) -> None:
    """Put a backup in the archive's place; what was there is kept beside it."""
    with _progress("restoring"):
        articles, statements = backups.restore(Settings(), backup)
    held = f"{counted(statements, 'statement')} in {counted(articles, 'article')}"
    print(f"restored; the archive holds {held}")


@app.command("migrate")
def migrate_command() -> None:
    """Bring the database to this version, after a backup beside it."""
    print(migration.migrate(Settings()))


@issues_app.command("suggest")
def issues_suggest_command(
    limit: Annotated[int, typer.Option(min=1, help="how many at most")] = 10,
) -> None:
    """Propose issues from what several speakers talk about, as entries for issues.yaml."""
    suggestions = issue_suggestions.suggest_issues(open_archive(Settings()), limit)
    for suggestion in suggestions:
        print(suggestion.as_yaml())
    if not suggestions:
        _complain("nothing that several speakers talk about is without an issue", 0)


@knowledge_app.command("check")
def knowledge_check_command(
    folder: Annotated[Path | None, typer.Argument(help="the shipped files if unset")] = None,
) -> int:
    """Validate knowledge files; each mistake is named with file, line and field."""
    problems = seed.check(folder or seed.knowledge_folder(Settings()))
    for problem in problems:
        _complain(problem, 1)
    print(counted(len(problems), "mistake") if problems else "no mistakes")
    return 1 if problems else 0


def _set_up_logging() -> None:
    # A command speaks in its own sentences; the log is for who looks for a fault in it.
    debugging = Settings().log_level.upper() == "DEBUG"
    logging.basicConfig(format="%(levelname)s %(name)s: %(message)s")
    logging.getLogger("app").setLevel(logging.DEBUG if debugging else logging.ERROR)


def _complain(sentence: str, code: int, others: Sequence[str] = ()) -> int:
    """Prints what went wrong on stderr: one line, and one for each of the `others`."""
    for told in (sentence, *others):
        print(f"onrecord: {' '.join(told.split())}", file=sys.stderr)
    return code


def _wrong_setting(error: ValidationError) -> str:
    first = error.errors()[0]
    name = "_".join(map(str, first["loc"])).upper()
    return f"the setting ONRECORD_{name} is wrong: {first['msg'].lower()}"


@contextmanager
def _progress(doing: str) -> Iterator[Callable[[str], None]]:
    """A bar on stderr while something long runs; nothing at all where that is no terminal."""
    bar = Progress(
        SpinnerColumn(),
        TextColumn("{task.completed:,.0f} {task.description}", markup=False),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
        disable=not sys.stderr.isatty(),
    )
    with bar:
        task = bar.add_task(doing, total=None)
        yield lambda what: bar.update(task, advance=1, description=what)


def _in_terminal(found: SearchPage) -> Text:
    """A page of results as coloured text; the words that matched stand out."""
    text = Text()
    for note in found.notes:
        text.append(f"{note}\n", "dim")
    for result in found.results:
        hit = result.statement or result.article
        if hit is None:
            continue
        for piece in hit.pieces:
            text.append(piece.text, "bold" if piece.matched else "")
        if isinstance(hit, StatementCard):
            who = hit.speaker.name if hit.speaker else hit.speaker_printed or "speaker not known"
            about = f"{who}, {hit.said_on.words}, in {hit.article.headline}"
        else:
            about = f"{hit.headline}, {hit.published or 'date not known'}"
        text.append(f"\n  {about}\n  {hit.url}\n\n", "dim")
    text.append(f"{found.total:,} found")
    if found.suggestion:
        text.append(f"; did you mean {found.suggestion}?")
    return text
