"""Runs migrations on the archive's database, through the connection it is handed or its own."""

from alembic import context
from sqlalchemy import Connection
from sqlmodel import SQLModel

import app.models.tables  # noqa: F401  fills the metadata
from app.config import Settings
from app.storage.database import database_file, writer_engine


def migrate(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        render_as_batch=True,
        compare_type=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


handed = context.config.attributes.get("connection")
if handed is not None:
    migrate(handed)
else:
    with writer_engine(database_file(Settings())).connect() as own:
        migrate(own)
        own.commit()
