"""ZIP archives: each member goes to the reader for what it holds; nothing is unpacked to disk."""

import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath, PureWindowsPath

from app.errors import UnreadableDocument
from app.reading.sidecar import WITH_SIDECAR, Sidecar
from app.reading.source import Found, Source

_LONGEST_NAME = 1024  # characters
_MOST_MEMBERS = 100_000
_DEVICES = frozenset(
    ["CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10))]
)
#: What a damaged or hostile member makes the library raise.
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError)


def is_zip(start: bytes) -> bool:
    """Whether a file starts as a ZIP archive does."""
    return start.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read_zip(source: Source, read: Callable[[Source], Iterator[Found]]) -> Iterator[Found]:
    """What `read` makes of each member, in order of name; a bad member does not stop the rest.

    Raises UnreadableDocument where the archive is none, is inside another, or unpacks to more
    than is allowed: that is asked of its table of contents, before anything is unpacked.
    """
    if source.packed:
        raise UnreadableDocument(
            source.name, "it is an archive inside an archive; unpack the outer one first"
        )
    try:
        archive = zipfile.ZipFile(source.handle)
    except _BROKEN as error:
        raise UnreadableDocument(
            source.name, f"it is no whole ZIP archive ({error}); make it again"
        ) from error
    with archive:
        members = archive.infolist()
        check_size(members, source.name, source.limits.unpacked)
        if len(members) > _MOST_MEMBERS:
            raise UnreadableDocument(
                source.name, f"it has more than {_MOST_MEMBERS:,} members; split it"
            )
        files = {member.filename for member in members}
        for member in sorted(members, key=lambda member: member.filename):
            yield from _read_member(archive, member, source, files, read)


def check_size(members: list[zipfile.ZipInfo], name: str, most: int) -> None:
    """Raises UnreadableDocument where members together unpack to more than `most` bytes."""
    total = sum(member.file_size for member in members)
    if total > most:
        raise UnreadableDocument(
            name, f"it unpacks to {total:,} bytes, more than the {most:,} allowed; split it"
        )


def _read_member(
    archive: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    source: Source,
    files: set[str],
    read: Callable[[Source], Iterator[Found]],
) -> Iterator[Found]:
    path = PurePosixPath(member.filename)
    name = f"{source.name}/{member.filename[:_LONGEST_NAME]}"
    if reason := _refusal(member):
        yield UnreadableDocument(name, reason)
        return
    if member.is_dir() or any(part.startswith((".", "__MACOSX")) for part in path.parts):
        return
    if _is_sidecar(path, files):
        return
    if member.flag_bits & 0x1:
        yield UnreadableDocument(name, "it is encrypted; unpack it with its password first")
        return
    try:
        with archive.open(member) as handle:
            yield from read(
                Source(
                    name=name,
                    origin=f"{source.origin}/{member.filename}",
                    handle=handle,  # type: ignore[arg-type]  # it is one in all but name
                    size=member.file_size,
                    limits=source.limits,
                    beside=_sidecar_of(archive, path, files),
                    packed=True,
                )
            )
    except _BROKEN as error:
        yield UnreadableDocument(name, f"it cannot be unpacked ({error}); make the archive again")


def _refusal(member: zipfile.ZipInfo) -> str | None:
    """Why a member's name or kind is not to be trusted, None where it is."""
    name, windows = member.filename, PureWindowsPath(member.filename)
    if len(name) > _LONGEST_NAME:
        return f"its name has {len(name):,} characters; shorten it"
    if not name.isprintable():
        return "its name holds control characters; rename it"
    if name.startswith(("/", "\\")) or windows.drive or ".." in windows.parts:
        return "its name leads out of the archive; rename it"
    if any(part.split(".")[0].strip().upper() in _DEVICES for part in windows.parts):
        return "its name is that of a device on some systems; rename it"
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "it is a link or a device, no ordinary file; put the file itself in"
    return None


def _is_sidecar(path: PurePosixPath, files: set[str]) -> bool:
    if path.suffix.lower() != ".json":
        return False
    return any(str(path.with_suffix(suffix)) in files for suffix in WITH_SIDECAR)


def _sidecar_of(archive: zipfile.ZipFile, path: PurePosixPath, files: set[str]) -> Sidecar | None:
    beside = path.with_suffix(".json")
    if path.suffix.lower() not in WITH_SIDECAR or str(beside) not in files:
        return None

    def read(most: int) -> bytes:
        with archive.open(str(beside)) as handle:
            return handle.read(most)

    return Sidecar(beside.name, read)
