"""YAML files as entries that know their lines, so that a mistake can be pointed at."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from app.domain.dates import PartialDate
from app.reading.yaml_faults import told

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # in C where PyYAML was built so
_LARGEST = 5_000_000  # bytes; far more than anybody writes by hand
_LONGEST = 1_000  # characters of one value
_FIRST_YEAR = 1000  # what stands before is a year cut short: 0011, 11
_NULL = "tag:yaml.org,2002:null"


_AGAIN = 20  # the latest faults, among which one is looked for that is noted again


@dataclass
class Problems:
    """What is wrong, a sentence each, in the order it was found."""

    found: list[str] = field(default_factory=list)

    def add(self, where: str, what: str) -> None:
        """Note once that `what` is wrong at `where` ("offices.yaml, line 3, holders")."""
        fault = f"{where}: {what}"
        if fault not in self.found[-_AGAIN:]:  # a key may be read more than once
            self.found.append(fault)


@dataclass
class Entry:
    """One mapping in a file. Its methods read a key and note what is wrong with it."""

    file: str
    line: int
    pairs: dict[str, yaml.Node]
    problems: Problems
    lines: dict[str, int] = field(default_factory=dict)  # of each key

    def where(self, key: str | None = None) -> str:
        """File, line and key, as messages name them."""
        line = self.lines.get(key, self.line) if key else self.line
        return f"{self.file}, line {line}" + (f", {key}" if key else "")

    def allow(self, keys: Iterable[str]) -> None:
        """Notes every key that is not among `keys`."""
        allowed = sorted(keys)
        for key in sorted(self.pairs.keys() - set(allowed)):
            fault = f"unknown key; known are {', '.join(allowed)}"
            if key == "<<":
                fault = "entries are not merged; write the keys out"
            self.problems.add(self.where(key), fault)

    def text(self, key: str) -> str | None:
        """One line of text, None where the key is missing or empty."""
        node = self.pairs.get(key)
        if node is None:
            return None
        if not isinstance(node, yaml.ScalarNode):
            self.problems.add(self.where(key), "must be text, not a list or mapping")
            return None
        return self._line_of(node, self.where(key))

    def _line_of(self, node: yaml.ScalarNode, where: str) -> str | None:
        """What a scalar says, None for nothing; notes what is no line of text."""
        if node.tag == _NULL:
            return None
        value = str(node.value).strip()
        if len(value) > _LONGEST:
            self.problems.add(where, f"is longer than {_LONGEST:,} characters; shorten it")
        elif len(value.splitlines()) > 1:
            self.problems.add(where, "must be one line of text, without control characters")
        elif hidden := [char for char in value if not (char.isprintable() or char == "\t")]:
            self.problems.add(
                where,
                f"must be one line of text, without control characters; it holds "
                f"U+{ord(hidden[0]):04X}, which cannot be seen: write a blank or nothing there",
            )
        else:
            return value or None
        return None

    def required(self, key: str) -> str | None:
        """One line of text that must be there."""
        value = self.text(key)
        node = self.pairs.get(key)
        empty = node is None or (isinstance(node, yaml.ScalarNode) and not str(node.value).strip())
        if empty or (node is not None and node.tag == _NULL):
            self.problems.add(self.where(), f'"{key}" is missing; add it')
        return value

    def name(self, key: str) -> str | None:
        """A name that must be there, with a letter in it."""
        value = self.required(key)
        if value is not None and not any(char.isalpha() for char in value):
            self.problems.add(self.where(key), f'"{value}" is no name; write one with letters')
            return None
        return value

    def flag(self, key: str) -> bool:
        """True or false; false where the key is missing."""
        value = self.text(key)
        if value not in (None, "true", "false"):
            self.problems.add(self.where(key), f'must be true or false, not "{value}"')
        return value == "true"

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of text; empty where the key is missing."""
        return tuple(value for _, value in self.placed(key))

    def placed(self, key: str) -> tuple[tuple[str, str], ...]:
        """A list of text, each with the file and line it stands in; empty without the key."""
        node = self.pairs.get(key)
        if node is None:
            return ()
        if not isinstance(node, yaml.SequenceNode):
            self.problems.add(self.where(key), "must be a list; write it in [ ]")
            return ()
        values = []
        for item in node.value:
            where = f"{self.file}, line {item.start_mark.line + 1}, {key}"
            if not isinstance(item, yaml.ScalarNode):
                self.problems.add(where, "must hold text only, no lists or mappings")
            elif item.tag == _NULL or not str(item.value).strip():
                self.problems.add(where, "holds an empty entry; take it out")
            elif value := self._line_of(item, where):
                values.append((where, value))
        return tuple(values)

    def holds(self, key: str) -> bool:
        """Whether a key is there with anything in it, right or wrong."""
        node = self.pairs.get(key)
        return node is not None and node.tag != _NULL and node.value not in ("", [])

    def is_mapping(self, key: str) -> bool:
        """Whether a key holds a mapping."""
        return isinstance(self.pairs.get(key), yaml.MappingNode)

    def names(self, key: str) -> tuple[str, ...]:
        """A list of names, each with a letter in it; empty where the key is missing."""
        kept = []
        for value in self.texts(key):
            if any(char.isalpha() for char in value):
                kept.append(value)
            else:
                self.problems.add(self.where(key), f'"{value}" is no name; write one with letters')
        return tuple(kept)

    def date(self, key: str) -> PartialDate | None:
        """A day, month or year; None where the key is missing."""
        value = self.text(key)
        if value is None:
            return None
        try:
            date = PartialDate.from_iso(value)
        except ValueError:
            self.problems.add(
                self.where(key),
                f'"{value}" is no date; write 2011-12-08, 2011-12 or 2011'
                + (" (or leave it out: it is held still)" if key == "to" else ""),
            )
            return None
        if date.first.year < _FIRST_YEAR:
            self.problems.add(self.where(key), f'"{value}" is no date; write the year in full')
            return None
        return date

    def entries(self, key: str) -> list["Entry"]:
        """A list of mappings; empty where the key is missing."""
        node = self.pairs.get(key)
        return [] if node is None else _entries(node, self.file, self.problems, self.where(key))

    def mapping(self, key: str) -> "Entry | None":
        """A mapping; None where the key is missing."""
        node = self.pairs.get(key)
        return None if node is None else _entry(node, self.file, self.problems)


def read_list(path: Path, problems: Problems) -> list[Entry]:
    """The entries of a file that holds a list of mappings; none where there is no such file."""
    node = _compose(path, problems)
    if node is None:
        return []
    return _entries(node, path.name, problems, f"{path.name}, line 1")


def read_mapping(path: Path, problems: Problems) -> Entry | None:
    """The one mapping that a file holds; None where there is no such file."""
    node = _compose(path, problems)
    return None if node is None else _entry(node, path.name, problems)


def _compose(path: Path, problems: Problems) -> yaml.Node | None:
    try:
        if not path.is_file() and (path.exists() or path.is_symlink()):
            problems.add(path.name, "is no file that can be read; put a file there")
            return None
        content = path.read_bytes() if path.is_file() else b""
        if len(content) > _LARGEST:
            problems.add(path.name, "is too large for a knowledge file; split it")
            return None
        if b"\n" + b"[" * 99 in content or b"{" * 99 in content:
            problems.add(path.name, "is nested too deeply")
            return None
        node: yaml.Node | None = yaml.compose(content.decode("utf-8-sig"), Loader=_LOADER)
    except UnicodeDecodeError as error:
        problems.add(path.name, f"byte {error.start:,} is not UTF-8; save the file as UTF-8")
    except OSError as error:
        problems.add(path.name, f"cannot be read ({error.strerror}); check its permissions")
    except RecursionError:
        problems.add(path.name, "is nested too deeply")
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        problems.add(f"{path.name}{line}", told(error))
    else:
        return node
    return None


def _entries(node: yaml.Node, file: str, problems: Problems, where: str) -> list[Entry]:
    if not isinstance(node, yaml.SequenceNode):
        problems.add(where, 'must be a list; start each entry with "- "')
        return []
    found = [_entry(item, file, problems) for item in node.value]
    return [entry for entry in found if entry is not None]


def _entry(node: yaml.Node, file: str, problems: Problems) -> Entry | None:
    line = node.start_mark.line + 1
    if not isinstance(node, yaml.MappingNode):
        problems.add(f"{file}, line {line}", 'must be a mapping; write "key: value"')
        return None
    pairs: dict[str, yaml.Node] = {}
    lines: dict[str, int] = {}
    for key, value in node.value:
        name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
        if name in pairs:
            problems.add(f"{file}, line {key.start_mark.line + 1}, {name}", "is given twice")
        pairs[name], lines[name] = value, key.start_mark.line + 1
    return Entry(file, line, pairs, problems, lines)
