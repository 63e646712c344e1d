"""Static files, read once at start-up and served under a name that holds their content's hash.

Only files read here can be served, so no path from a request ever reaches the disk. A folder of
style sheets is served as one file of the folder's name: `site/01-faces.css` and what follows it
by name are `site.css`.
"""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".woff2": "font/woff2",
}
_URL_IN_CSS = re.compile(r'url\("([^":/]+)"\)')


@dataclass(frozen=True, slots=True)
class Asset:
    """One static file as it is sent."""

    address: str  # with the hash: "site.4f1c09a2.css"
    content: bytes
    media_type: str


class Assets:
    """The static files of the site, by their name and by their address."""

    def __init__(self, folder: Path) -> None:
        """Reads every file of `folder` that has a known type; style sheets last."""
        self._by_name: dict[str, Asset] = {}
        files = {path.name: path.read_bytes() for path in _known(folder)}
        for part in sorted(path for path in folder.iterdir() if path.is_dir()):
            if sheets := [sheet.read_bytes() for sheet in _known(part) if sheet.suffix == ".css"]:
                files[f"{part.name}.css"] = b"\n".join(sheets)
        for name, content in sorted(files.items(), key=lambda file: file[0].endswith(".css")):
            if name.endswith(".css"):
                content = self._with_addresses(content.decode()).encode()
            self._by_name[name] = _asset(name, content)
        self._by_address = {asset.address: asset for asset in self._by_name.values()}

    def url(self, name: str) -> str:
        """The address of the file `name`. Raises KeyError where there is none."""
        return f"/static/{self._by_name[name].address}"

    def at(self, address: str) -> Asset | None:
        """The file with this hashed name, or None."""
        return self._by_address.get(address)

    def named(self, name: str) -> Asset:
        """The file with this plain name. Raises KeyError where there is none."""
        return self._by_name[name]

    def _with_addresses(self, css: str) -> str:
        # A style sheet names its fonts plainly; what is sent names them by content.
        return _URL_IN_CSS.sub(lambda found: f'url("{self.url(found[1])}")', css)


def _known(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.iterdir()) if path.suffix in _TYPES]


def _asset(name: str, content: bytes) -> Asset:
    path = PurePosixPath(name)
    digest = hashlib.sha256(content).hexdigest()[:10]
    return Asset(f"{path.stem}.{digest}{path.suffix}", content, _TYPES[path.suffix])
