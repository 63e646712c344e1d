"""What reached the disk stays there: the one thing about files that layers share."""

import os
from pathlib import Path


def to_disk(path: Path) -> None:
    """Waits until a file's content, or a folder's list of names, stands on the disk itself."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
