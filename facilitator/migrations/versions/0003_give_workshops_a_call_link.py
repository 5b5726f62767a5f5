"""Give workshops a call link."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("workshops", sa.Column("call_url", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("workshops", "call_url")
