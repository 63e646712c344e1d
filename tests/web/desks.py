"""A town's site that can be corrected, and browsers that are signed in to it."""

from __future__ import annotations

import re
from pathlib import Path

from fastapi.testclient import TestClient

from app.archive import Archive
from app.services import accounts
from app.web.app import create_app
from tests.curating import GOOD, Clock
from tests.factories import Shelf
from tests.web.conftest import Town, make_town

KEY = re.compile(r'name="form_key" value="([^"]+)"')
REVISION = re.compile(r'name="based_on" value="(\d+)"')


class Curating:
    """The site of an archive of the test's own, with the curators Ana and Ben."""

    def __init__(self, tmp_path: Path, shelf: Shelf | None = None) -> None:
        self.town: Town | None = None
        if shelf is None:
            shelf = Shelf(tmp_path / "shelf")
            self.town = make_town(shelf)
        self.archive: Archive = shelf.archive()
        self.app = create_app(self.archive)
        self.desk = self.app.state.desk
        self.desk.clock = self.clock = Clock()
        for name, shown_as in (("ana", "Ana Ruiz"), ("ben", "Ben Okafor")):
            accounts.add_account(self.desk, name, shown_as, GOOD)

    def stranger(self) -> TestClient:
        """A browser in which nobody is signed in."""
        base = self.archive.settings.base_url
        return TestClient(self.app, base_url=base, follow_redirects=False)

    def curator(self, name: str = "ana") -> TestClient:
        """A browser in which this curator is signed in."""
        client = self.stranger()
        form = {"name": name, "password": GOOD, "form_key": key_on(client, "/sign-in")}
        assert client.post("/sign-in", data=form).status_code == 303
        return client

    def link(self, number: int) -> str:
        """The permalink of one of the town's statements."""
        assert self.town is not None
        return self.town.statements[number].permalink


def key_on(client: TestClient, path: str) -> str:
    """The key of the forms on a page."""
    return KEY.search(client.get(path).text).group(1)


def correct(client: TestClient, link: str, do: str = "save", **fields):
    """Sends the form on a statement's page with one button; `page` is one opened before."""
    page = fields.pop("page", None) or client.get(f"/statements/{link}").text
    form = {"form_key": KEY.search(page).group(1), "based_on": REVISION.search(page).group(1)}
    return client.post(f"/curation/statements/{link}", data={**form, "do": do, **fields})
