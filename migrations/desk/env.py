"""Runs migrations on the desk's database, through the connection it is handed or its own."""

import app.models.tables  # noqa: F401  fills the metadata
from app.config import Settings
from app.models.desk import DeskTable
from app.storage.desk import desk_file
from app.storage.migration_run import run_migrations

run_migrations(DeskTable.metadata, desk_file(Settings()))
