"""Where the files that come with the program are: templates, styles, migrations, seeds."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent


def template_dir() -> Path:
    """The folder of the Jinja templates."""
    return _folder("templates")


def static_dir() -> Path:
    """The folder of style sheets, fonts, scripts and pictures."""
    return _folder("static")


def migrations_dir() -> Path:
    """The folder of the Alembic environment, with `versions` in it."""
    return _folder("migrations")


def seeds_dir() -> Path:
    """The folder with the founding `articles` and the `knowledge` shipped with the program."""
    return _folder("seeds")


def _folder(name: str) -> Path:
    # A wheel carries the folder inside the package, as `_name`; a checkout has it at its top.
    # Only a checkout has pyproject.toml beside the package, so a stray `static` folder in
    # site-packages is never taken for ours.
    if (_CHECKOUT / "pyproject.toml").is_file():
        return _CHECKOUT / name
    return _PACKAGE / f"_{name}"
