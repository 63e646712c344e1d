"""searches that found nothing."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "missed_search",
        sa.Column("words", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("words", name=op.f("pk_missed_search")),
    )
    with op.batch_alter_table("missed_search", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_missed_search_last_on"), ["last_on"], unique=False)


def downgrade() -> None:
    op.drop_table("missed_search")
