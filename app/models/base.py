"""What all tables share: one naming scheme for constraints, so that migrations can name them."""

from datetime import UTC, datetime

from sqlmodel import SQLModel

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
SQLModel.metadata.naming_convention = NAMING


def now() -> datetime:
    """This moment in UTC, without microseconds."""
    return datetime.now(UTC).replace(microsecond=0)
