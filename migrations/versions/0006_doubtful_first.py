"""doubtful first: an index from which curators are shown what is least certain."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_statement_confidence", "statement", ["confidence", "permalink"])


def downgrade() -> None:
    op.drop_index("ix_statement_confidence", table_name="statement")
