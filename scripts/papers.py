"""Writes the parts of the papers that the code knows better: `make papers`.

The table of settings in README.md comes from app/config.py, its pictures from docs/screenshots,
the drawings in docs/data-model.md from app/models. `--check` writes nothing and fails when a
paper is behind the code.
"""

import sys
from collections.abc import Iterable
from enum import Enum
from pathlib import Path
from typing import Any

from pydantic.fields import FieldInfo
from sqlalchemy import Column, Table, UniqueConstraint
from sqlmodel import SQLModel

from app.config import Settings
from app.models import tables
from app.models.desk import DeskTable

ROOT = Path(__file__).resolve().parent.parent

FIRST = ["home", "search", "statement", "article"]  # the order of the pictures, then by name

# Which modules of app/models are drawn together; a module not named here is drawn at the end.
GROUPS = {
    "What was read": ["document", "article", "outlet"],
    "What was said": ["statement", "event"],
    "Who said it, and where they stand": ["speaker", "office", "issue"],
    "What keeps the archive honest": ["address", "correction", "ingest_run"],
    "The desk, a file of its own": ["curator", "report", "missed", "saved_search"],
}


def settings_table() -> str:
    """The settings as a Markdown table: variable, default, meaning."""
    rows = [
        f"| `ONRECORD_{name.upper()}` | {_default(field)} | {field.description} |"
        for name, field in Settings.model_fields.items()
    ]
    return "\n".join(["| Variable | Default | Meaning |", "|---|---|---|", *rows])


def _default(field: FieldInfo) -> str:
    value = field.default.value if isinstance(field.default, Enum) else field.default
    return "not set" if value is None or value == "" else f"`{value}`"


def pictures() -> str:
    """The screenshots that `make screenshots` has taken, as Markdown, two looks a row."""
    folder = ROOT / "docs" / "screenshots"
    rows: dict[str, list[str]] = {}
    for picture in sorted(folder.glob("*.png")):
        name, _, look = picture.stem.rpartition("-")
        rows.setdefault(name, []).append(_picture(picture, f"{name}, {look}"))
    if not rows:
        return "None is taken yet: `make run` in one terminal, `make screenshots` in another."
    ordered = sorted(rows, key=lambda name: (*[name != first for first in FIRST], name))
    return "\n\n".join("\n".join(_light_first(rows[name])) for name in ordered)


def _picture(picture: Path, alt: str) -> str:
    width = 250 if picture.stem.endswith("-phone") else 560
    address = picture.relative_to(ROOT).as_posix()
    return f'<img src="{address}" alt="{alt}" width="{width}">'


def _light_first(row: list[str]) -> list[str]:
    return sorted(row, key=lambda tag: "-light" not in tag)


def drawings() -> str:
    """One drawing of all tables and their links, then one with columns for each group."""
    models = sorted(_models(), key=lambda model: str(model.__tablename__))
    parts = ["## All tables\n", _drawing(models, columns=False)]
    for title, modules in [*GROUPS.items(), ("The rest", _ungrouped(models))]:
        group = [model for model in models if _module(model) in modules]
        if group:
            parts += [f"\n## {title}\n", _meanings(group), "", _drawing(group, columns=True)]
    return "\n".join(parts)


def _models() -> Iterable[type[SQLModel]]:
    assert tables.__all__  # importing it has filled the registry
    for base in (SQLModel, DeskTable):
        for mapper in base._sa_registry.mappers:
            yield mapper.class_


def _module(model: type[SQLModel]) -> str:
    return model.__module__.rpartition(".")[2]


def _ungrouped(models: list[type[SQLModel]]) -> list[str]:
    grouped = {module for modules in GROUPS.values() for module in modules}
    return [_module(model) for model in models if _module(model) not in grouped]


def _meanings(models: list[type[SQLModel]]) -> str:
    rows = [f"| `{m.__tablename__}` | {_first_sentence(m.__doc__ or '')} |" for m in models]
    return "\n".join(["| Table | Holds |", "|---|---|", *rows])


def _first_sentence(text: str) -> str:
    return " ".join(text.split("\n\n")[0].split())


def _drawing(models: list[type[SQLModel]], *, columns: bool) -> str:
    lines = ["```mermaid", "erDiagram"]
    for model in models:
        table = _table(model)
        lines += [f"    {line}" for line in _links(table)]
        if columns:
            lines += [f"    {table.name} {{", *_columns(table), "    }"]
    return "\n".join([*lines, "```"])


def _table(model: type[SQLModel]) -> Table:
    table: Table = model.__table__  # type: ignore[attr-defined]
    return table


def _links(table: Table) -> list[str]:
    links = []
    for key in sorted(table.foreign_keys, key=lambda key: key.parent.name):
        one = "|o" if key.parent.nullable else "||"
        many = "o|" if _stands_alone(key.parent) else "o{"
        links.append(f'{key.column.table.name} {one}--{many} {table.name} : "{key.parent.name}"')
    return links


def _stands_alone(column: Column[Any]) -> bool:
    """Whether the column alone identifies its row, so that a link to it is one to one."""
    return bool(column.unique) or list(column.table.primary_key.columns) == [column]


def _columns(table: Table) -> list[str]:
    unique = {
        column.name
        for constraint in table.constraints
        if isinstance(constraint, UniqueConstraint) and len(constraint.columns) == 1
        for column in constraint.columns
    }
    return [f"        {_column(column, column.name in unique)}" for column in table.columns]


def _column(column: Column[Any], unique: bool) -> str:
    marks = [
        mark
        for mark, holds in [
            ("PK", column.primary_key),
            ("FK", bool(column.foreign_keys)),
            ("UK", unique or bool(column.unique)),
        ]
        if holds
    ]
    kind = type(column.type).__name__.lower().removeprefix("auto").removeprefix("utc")
    empty = ' "may be empty"' if column.nullable else ""
    return f"{kind} {column.name} {', '.join(marks)}{empty}".replace("  ", " ").rstrip()


def _filled(paper: Path, name: str, content: str) -> str:
    """The text of `paper` with what stands between the marks `name` replaced by `content`."""
    start, end = f"<!-- {name}: written by make papers -->", f"<!-- end of {name} -->"
    text = paper.read_text(encoding="utf-8")
    before, found, rest = text.partition(start)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise SystemExit(f"{paper.name} lacks the mark {start} or {end}; put it back")
    return f"{before}{start}\n\n{content}\n\n{end}{after}"


def main() -> int:
    """Write the papers, or say which is behind; 1 when `--check` found one."""
    check = "--check" in sys.argv[1:]
    behind = []
    for paper, name, content in [
        (ROOT / "README.md", "settings", settings_table()),
        (ROOT / "README.md", "pictures", pictures()),
        (ROOT / "docs" / "data-model.md", "drawings", drawings()),
    ]:
        filled = _filled(paper, name, content)
        if filled != paper.read_text(encoding="utf-8"):
            behind.append(paper.name)
            if not check:
                paper.write_text(filled, encoding="utf-8")
    if behind:
        print(
            f"{', '.join(behind)} {'is behind the code: run make papers' if check else 'written'}"
        )
    return 1 if check and behind else 0


if __name__ == "__main__":
    sys.exit(main())
