"""sides of an issue: who holds which stance on it is counted from an index."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_NAME, _COLUMNS = "ix_position_issue_stance", ["issue_id", "stance", "speaker_id"]


def upgrade() -> None:
    op.drop_index("ix_position_issue_id", table_name="position")
    op.create_index(_NAME, "position", _COLUMNS)


def downgrade() -> None:
    op.drop_index(_NAME, table_name="position")
    op.create_index("ix_position_issue_id", "position", ["issue_id"])
