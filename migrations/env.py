"""Runs migrations on the archive's database, through the connection it is handed or its own."""

from sqlmodel import SQLModel

import app.models.tables  # noqa: F401  fills the metadata
from app.config import Settings
from app.storage.database import database_file
from app.storage.migration_run import run_migrations

run_migrations(SQLModel.metadata, database_file(Settings()))
