"""Tell whose municipality a group speaks for: where it is, and how large."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("groups", sa.Column("region", sa.String(length=2), nullable=False, server_default=""))
    op.add_column("groups", sa.Column("size", sa.String(length=16), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("groups", "size")
    op.drop_column("groups", "region")
