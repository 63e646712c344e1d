"""names in order: lists of speakers follow the letters, whatever their case and accents."""

import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_SPEAKER = sa.table(
    "speaker", sa.column("id", sa.Integer), sa.column("sort_name"), sa.column("sort_key")
)


def upgrade() -> None:
    # The default stays: SQLite adds a column at once, and parts with a default only by copying.
    op.add_column("speaker", sa.Column("sort_key", sa.String(), nullable=False, server_default=""))
    op.drop_index("ix_speaker_sort_name", table_name="speaker")
    held = op.get_bind()
    rows = held.execute(sa.select(_SPEAKER.c.id, _SPEAKER.c.sort_name)).all()
    filed = sa.update(_SPEAKER).where(_SPEAKER.c.id == sa.bindparam("number"))
    values = [{"number": row.id, "key": _filed(row.sort_name)} for row in rows]
    if values:
        held.execute(filed.values(sort_key=sa.bindparam("key")), values)
    op.create_index("ix_speaker_sort_key", "speaker", ["sort_key"])


def downgrade() -> None:
    with op.batch_alter_table("speaker") as batch_op:
        batch_op.drop_index("ix_speaker_sort_key")
        batch_op.drop_column("sort_key")
        batch_op.create_index("ix_speaker_sort_name", ["sort_name"])


def _filed(name: str) -> str:
    # What the next reading of the article writes; kept here as it was when this step was made.
    letters = unicodedata.normalize("NFD", name).casefold()
    return "".join(char for char in letters if not unicodedata.combining(char))
