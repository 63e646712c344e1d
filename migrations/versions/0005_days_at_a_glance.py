"""days at a glance: indexes that hold all that is counted by speaker and by day."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("ix_statement_speaker_said", table_name="statement")
    op.create_index(
        "ix_statement_speaker_days",
        "statement",
        ["speaker_id", "said_first", "said_last", "event_id"],
    )
    op.create_index("ix_statement_days", "statement", ["said_first", "said_last"])


def downgrade() -> None:
    op.drop_index("ix_statement_days", table_name="statement")
    op.drop_index("ix_statement_speaker_days", table_name="statement")
    op.create_index(
        "ix_statement_speaker_said", "statement", ["speaker_id", "said_first", "permalink"]
    )
