"""The base of the tables that are about the archive's people, kept in a file of their own."""

from sqlalchemy.orm import registry
from sqlmodel import SQLModel

from app.models import base


class DeskTable(SQLModel, registry=registry()):
    """A table of the desk: accounts, sessions, readers' reports, how often pages are read.

    They stand apart from the archive's tables: a copy of the archive carries no password and
    nothing a reader wrote, and a sign-in never waits for an ingest.
    """


DeskTable.metadata.naming_convention = base.NAMING
