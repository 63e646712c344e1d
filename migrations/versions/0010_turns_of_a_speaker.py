"""turns of a speaker: what was said before and after is found from the index that counts."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_NAME = "ix_statement_speaker_days"
_BEFORE = ["speaker_id", "said_first", "said_last", "event_id"]
_COLUMNS = ["speaker_id", "said_first", "article_id", "ordinal", "said_last", "event_id"]


def upgrade() -> None:
    op.drop_index(_NAME, table_name="statement")
    op.create_index(_NAME, "statement", _COLUMNS)


def downgrade() -> None:
    op.drop_index(_NAME, table_name="statement")
    op.create_index(_NAME, "statement", _BEFORE)
