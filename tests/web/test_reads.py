"""What browsers open is counted, once each, also where the page was kept; programs are not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from app.config import Settings
from app.storage.reads import reads_of
from app.web.app import create_app

BROWSER = {"Sec-Fetch-Dest": "document"}


@pytest.fixture
def client(town, tmp_path) -> TestClient:
    app = create_app(replace(town.archive, settings=Settings(data_dir=tmp_path)))
    return TestClient(app, follow_redirects=False)


def counted(client, *permalinks) -> dict[str, int]:
    client.app.state.reads.write()
    with client.app.state.desk.session() as session:
        return reads_of(session, permalinks)


def test_a_page_that_a_browser_opens_is_counted_each_time(client, town):
    link = town.statements[0].permalink
    tag = client.get(f"/statements/{link}", headers=BROWSER).headers["etag"]
    client.get(f"/statements/{link}", headers=BROWSER)
    client.get(f"/statements/{link}", headers={**BROWSER, "If-None-Match": tag})

    assert counted(client, link) == {link: 3}


def test_programs_other_pages_and_what_is_not_here_are_not_counted(client, town):
    link = town.statements[0].permalink
    client.get(f"/statements/{link}")
    client.get(f"/statements/{link}", headers={"Sec-Fetch-Dest": "image"})
    client.get(f"/api/v1/statements/{link}", headers=BROWSER)
    client.get(f"/statements/{link}/history", headers=BROWSER)
    client.get("/statements/zzzzzzzzzz", headers=BROWSER)
    client.get("/statements/m000000001", headers=BROWSER)

    assert counted(client, link, "zzzzzzzzzz", "m000000001") == {}


def test_what_was_counted_is_written_when_the_site_is_stopped(client, town):
    link = town.statements[1].permalink
    with client:
        client.get(f"/statements/{link}", headers=BROWSER)

    with client.app.state.desk.session() as session:
        assert reads_of(session, [link]) == {link: 1}
