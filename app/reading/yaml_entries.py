"""YAML files as entries that know their lines, so that a mistake can be pointed at."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from app.domain.dates import PartialDate

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # in C where PyYAML was built so
_LARGEST = 5_000_000  # bytes; far more than anybody writes by hand


@dataclass
class Problems:
    """What is wrong, a sentence each, in the order it was found."""

    found: list[str] = field(default_factory=list)

    def add(self, where: str, what: str) -> None:
        """Note that `what` is wrong at `where` ("offices.yaml, line 3, holders")."""
        self.found.append(f"{where}: {what}")


@dataclass
class Entry:
    """One mapping in a file. Its methods read a key and note what is wrong with it."""

    file: str
    line: int
    pairs: dict[str, yaml.Node]
    problems: Problems

    def where(self, key: str | None = None) -> str:
        """File, line and key, as messages name them."""
        line = self.pairs[key].start_mark.line + 1 if key in self.pairs else self.line
        return f"{self.file}, line {line}" + (f", {key}" if key else "")

    def allow(self, keys: Iterable[str]) -> None:
        """Notes every key that is not among `keys`."""
        allowed = sorted(keys)
        for key in self.pairs.keys() - set(allowed):
            self.problems.add(self.where(key), f"unknown key; known are {', '.join(allowed)}")

    def text(self, key: str) -> str | None:
        """One line of text, None where the key is missing or empty."""
        node = self.pairs.get(key)
        if node is None:
            return None
        if not isinstance(node, yaml.ScalarNode):
            self.problems.add(self.where(key), "must be text, not a list or mapping")
            return None
        return str(node.value).strip() or None

    def required(self, key: str) -> str | None:
        """One line of text that must be there."""
        value = self.text(key)
        if value is None and not isinstance(self.pairs.get(key), yaml.CollectionNode):
            self.problems.add(self.where(), f'"{key}" is missing; add it')
        return value

    def flag(self, key: str) -> bool:
        """True or false; false where the key is missing."""
        value = self.text(key)
        if value not in (None, "true", "false"):
            self.problems.add(self.where(key), f'must be true or false, not "{value}"')
        return value == "true"

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of text; empty where the key is missing."""
        node = self.pairs.get(key)
        if node is None:
            return ()
        if not isinstance(node, yaml.SequenceNode):
            self.problems.add(self.where(key), "must be a list; write it in [ ]")
            return ()
        values = []
        for item in node.value:
            if isinstance(item, yaml.ScalarNode) and str(item.value).strip():
                values.append(str(item.value).strip())
            else:
                line = item.start_mark.line + 1
                self.problems.add(f"{self.file}, line {line}, {key}", "must hold text only")
        return tuple(values)

    def date(self, key: str) -> PartialDate | None:
        """A day, month or year; None where the key is missing."""
        value = self.text(key)
        if value is None:
            return None
        try:
            return PartialDate.from_iso(value)
        except ValueError:
            self.problems.add(
                self.where(key), f'"{value}" is no date; write 2011-12-08, 2011-12 or 2011'
            )
            return None

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
        content = path.read_bytes() if path.is_file() else b""
        if len(content) > _LARGEST:
            problems.add(path.name, "is too large for a knowledge file; split it")
            return None
        if b"\n" + b"[" * 99 in content or b"{" * 99 in content:
            problems.add(path.name, "is nested too deeply")
            return None
        node: yaml.Node | None = yaml.compose(content.decode("utf-8"), Loader=_LOADER)
    except UnicodeDecodeError as error:
        problems.add(path.name, f"byte {error.start:,} is not UTF-8; save the file as UTF-8")
    except OSError as error:
        problems.add(path.name, f"cannot be read ({error.strerror}); check its permissions")
    except RecursionError:
        problems.add(path.name, "is nested too deeply")
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        problems.add(f"{path.name}{line}", f"not YAML: {getattr(error, 'problem', error)}; mend it")
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
    for key, value in node.value:
        name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
        if name in pairs:
            problems.add(f"{file}, line {key.start_mark.line + 1}, {name}", "is given twice")
        pairs[name] = value
    return Entry(file, line, pairs, problems)
