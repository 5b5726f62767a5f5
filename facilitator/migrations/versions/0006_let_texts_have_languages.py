"""Let texts have languages, and a challenge its day.

What is there was written in one language, and nobody asked which: the installation's own is taken for it.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from flask import current_app

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    own = current_app.config["SETTINGS"].default_language
    op.add_column("workshops", sa.Column("language", sa.String(2), nullable=False, server_default=own))
    op.add_column("workshops", sa.Column("translations", sa.JSON(), nullable=False, server_default="{}"))
    op.add_column("boards", sa.Column("translations", sa.JSON(), nullable=False, server_default="{}"))
    op.add_column("artefacts", sa.Column("titles", sa.JSON(), nullable=False, server_default="{}"))
    op.add_column("projects", sa.Column("challenge_at", sa.DateTime()))
    op.execute("UPDATE projects SET challenge_at = created_at WHERE challenge != ''")


def downgrade() -> None:
    op.drop_column("projects", "challenge_at")
    op.drop_column("artefacts", "titles")
    op.drop_column("boards", "translations")
    op.drop_column("workshops", "translations")
    op.drop_column("workshops", "language")
