"""Tell where projects are, and how large who applied is."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("projects", sa.Column("region", sa.String(length=2), nullable=False, server_default=""))
    op.add_column("projects", sa.Column("size", sa.String(length=16), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("projects", "size")
    op.drop_column("projects", "region")
