"""Tell how far an output has come."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("artefacts", sa.Column("state", sa.String(length=16), nullable=False, server_default="finished"))


def downgrade() -> None:
    op.drop_column("artefacts", "state")
