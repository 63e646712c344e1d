"""Routers that are passed by unless an address has one of their shapes."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from app.web.routes import PAGES
from app.web.sections import Section, shape_of

SECTIONS = [module for module in PAGES if isinstance(module.router, Section)]


@pytest.fixture
def asked():
    section = Section()

    @section.get("/")
    def home() -> str:
        return "home"

    @section.get("/people/{name}")
    def person(name: str) -> str:
        return name

    @section.post("/people/{name}/words")
    def words(name: str) -> str:
        return f"words of {name}"

    app = FastAPI()
    app.include_router(section)
    return TestClient(app)


def test_addresses_of_its_shapes_are_answered(asked):
    assert asked.get("/").json() == "home"
    assert asked.get("/people/ana").json() == "ana"
    assert asked.post("/people/ana/words").json() == "words of ana"


def test_other_addresses_are_found_nowhere_and_other_methods_are_refused(asked):
    for address in ("/people", "/people/ana/words/more", "/places/ana"):
        assert asked.get(address).status_code == 404
    assert asked.get("/people/ana/words").status_code == 405


def test_no_pattern_is_tried_for_an_address_of_another_shape(monkeypatch):
    section = Section()
    section.add_api_route("/people/{name}", lambda name: name)
    tried = []
    monkeypatch.setattr("fastapi.APIRouter.matches", lambda _self, scope: tried.append(scope))

    section.matches({"type": "http", "path": "/places/ana"})
    section.matches({"type": "http", "path": "/people/ana"})

    assert [scope["path"] for scope in tried] == ["/people/ana"]


@pytest.mark.parametrize("module", SECTIONS, ids=lambda module: module.__name__)
def test_no_page_has_an_address_that_its_shape_does_not_tell(module):
    for route in module.router.routes:
        assert "{" not in shape_of(route.path)[0]
        assert ":path}" not in route.path
