"""A folder for an archive of one's own: settings, knowledge files to fill in, a README."""

import shutil
from pathlib import Path

from app import resources
from app.errors import ArchiveUnavailable


def new_archive(folder: Path) -> list[Path]:
    """Makes the folder and returns the files in it, in order.

    Raises ArchiveUnavailable where something is there already: nothing is ever overwritten.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ArchiveUnavailable(f"{folder} is there already and not empty; name a new folder")
    try:
        shutil.copytree(resources.seeds_dir() / "new-archive", folder, dirs_exist_ok=True)
        (folder / "articles").mkdir()
    except OSError as error:
        raise ArchiveUnavailable(f"{folder} cannot be made ({error.strerror}); check it") from error
    return sorted(path for path in folder.rglob("*") if path.is_file())
