"""The sites that pages are measured beside: the smallest there can be, and ours without memory.

Each is made from the environment: `uvicorn --factory benchmarks.page_apps:bare`.
"""

import sqlite3
import threading

from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from jinja2 import Environment

from app.archive import open_archive
from app.config import Settings
from app.web.app import create_app
from app.web.kept import Kept

_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>{{ s.name }}</title></head>
<body><h1>{{ s.name }}</h1><blockquote>{{ s.content }}</blockquote>
<p>{{ s.said_first }}, <cite>{{ s.headline }}</cite></p></body></html>"""
_WANTED = """SELECT s.content, s.said_first, p.name, a.headline FROM statement s
JOIN speaker p ON p.id = s.speaker_id JOIN article a ON a.id = s.article_id WHERE s.permalink = ?"""


def unkept() -> FastAPI:
    """Our site, each page made anew: nothing is answered from memory."""
    app = create_app(open_archive(Settings()))
    kept: object = Kept
    app.user_middleware = [one for one in app.user_middleware if one.cls is not kept]
    return app


def bare() -> FastAPI:
    """One page by FastAPI, Jinja and SQLite: one query, a few lines of template, no more."""
    app, own = FastAPI(), threading.local()
    template = Environment(autoescape=True).from_string(_PAGE)
    path = Settings().database_path

    def reader() -> sqlite3.Connection:
        if not hasattr(own, "reader"):
            own.reader = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
            own.reader.row_factory = sqlite3.Row
        connection: sqlite3.Connection = own.reader
        return connection

    @app.get("/statements/{permalink}", response_class=HTMLResponse)
    def statement(permalink: str) -> str:
        row = reader().execute(_WANTED, (permalink,)).fetchone()
        return template.render(s=row)

    return app
