"""Runs an Alembic environment: what the folders of migrations share."""

from pathlib import Path

from alembic import context
from sqlalchemy import Connection, MetaData

from app.storage.database import writer_engine


def run_migrations(metadata: MetaData, file: Path) -> None:
    """Migrates the database through the connection handed to Alembic, else the one in `file`.

    To be called from an environment's env.py alone: `context` stands for nothing elsewhere.
    """
    handed = context.config.attributes.get("connection")
    if handed is not None:
        _migrate(handed, metadata)
        return
    with writer_engine(file).connect() as own:
        _migrate(own, metadata)
        own.commit()


def _migrate(connection: Connection, metadata: MetaData) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        compare_type=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()
