"""Runs migrations on the desk's database, through the connection it is handed."""

from alembic import context
from sqlalchemy import Connection

import app.models.tables  # noqa: F401  fills the metadata
from app.config import Settings
from app.models.desk import DeskTable
from app.storage.database import writer_engine
from app.storage.desk import desk_file


def migrate(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=DeskTable.metadata,
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
    with writer_engine(desk_file(Settings())).connect() as own:
        migrate(own)
        own.commit()
