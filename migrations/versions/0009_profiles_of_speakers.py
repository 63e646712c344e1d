"""profiles of speakers: where else they are told of, and their picture."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # The default stays: SQLite adds a column at once, and parts with a default only by copying.
    op.add_column("speaker", sa.Column("profile", sa.JSON(), nullable=False, server_default="{}"))


def downgrade() -> None:
    with op.batch_alter_table("speaker") as batch_op:
        batch_op.drop_column("profile")
