"""All figures, group by group: `python -m benchmarks [GROUP …]`, each in a process of its own.

A group is a module of this package with a `main`; what follows `--` is handed to it. Ends with 1
where a group missed a bound that it names.
"""

import argparse
import subprocess
import sys
from pathlib import Path

_HERE = Path(__file__).resolve().parent


def groups() -> list[str]:
    """The modules that measure something."""
    return sorted(
        path.stem
        for path in _HERE.glob("[a-z]*.py")
        if "\ndef main(" in path.read_text(encoding="utf-8")
    )


def main() -> int:
    """Runs the groups that are named, or all."""
    given = sys.argv[1:]
    cut = given.index("--") if "--" in given else len(given)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("group", nargs="*", help=f"of {', '.join(groups())}; all if none is named")
    wished = parser.parse_args(given[:cut]).group or groups()
    if unknown := set(wished) - set(groups()):
        parser.error(
            f"{', '.join(sorted(unknown))}: no such group; there are {', '.join(groups())}"
        )
    missed = []
    for name in wished:
        print(f"\n== {name} ==", flush=True)
        command = [sys.executable, "-m", f"benchmarks.{name}", *given[cut + 1 :]]
        if subprocess.run(command, cwd=_HERE.parent, check=False).returncode:
            missed.append(name)
    if missed:
        print(f"\nnot within its bounds, or failed: {', '.join(missed)}", file=sys.stderr)
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
