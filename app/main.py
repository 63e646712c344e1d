"""The server's entry point: `uvicorn app.main:app`."""

from app.archive import open_archive
from app.config import Settings
from app.web.app import create_app

app = create_app(open_archive(Settings()))
