"""Keep a register of each project."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "entities",
        sa.Column("id", sa.String(length=88), nullable=False),
        sa.Column("project_id", sa.String(length=32), nullable=False),
        sa.Column("type", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("merged_into_id", sa.String(length=88), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["merged_into_id"], ["entities.id"], name=op.f("fk_entities_merged_into_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projects.id"], name=op.f("fk_entities_project_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entities")),
    )
    op.create_index(op.f("ix_entities_project_id"), "entities", ["project_id"])
    op.create_table(
        "registered_boards",
        sa.Column("board_id", sa.String(length=32), nullable=False),
        sa.Column("artefact_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["artefact_id"], ["artefacts.id"], name=op.f("fk_registered_boards_artefact_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["board_id"], ["boards.id"], name=op.f("fk_registered_boards_board_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("board_id", name=op.f("pk_registered_boards")),
    )
    op.create_index(op.f("ix_registered_boards_artefact_id"), "registered_boards", ["artefact_id"])
    _places()
    _acts()


def _places() -> None:
    op.create_table(
        "entity_places",
        sa.Column("board_id", sa.String(length=32), nullable=False),
        sa.Column("item_id", sa.String(length=88), nullable=False),
        sa.Column("entity_id", sa.String(length=88), nullable=False),
        sa.Column("role", sa.String(length=8), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("artefact_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["artefact_id"], ["artefacts.id"], name=op.f("fk_entity_places_artefact_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["board_id"], ["boards.id"], name=op.f("fk_entity_places_board_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["entity_id"], ["entities.id"], name=op.f("fk_entity_places_entity_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("board_id", "item_id", "entity_id", "role", name=op.f("pk_entity_places")),
    )
    op.create_index(op.f("ix_entity_places_entity_id"), "entity_places", ["entity_id"])
    op.create_index(op.f("ix_entity_places_artefact_id"), "entity_places", ["artefact_id"])


def _acts() -> None:
    op.create_table(
        "entity_acts",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("project_id", sa.String(length=32), nullable=False),
        sa.Column("entity_id", sa.String(length=88), nullable=False),
        sa.Column("verb", sa.String(length=8), nullable=False),
        sa.Column("was", sa.Text(), nullable=False),
        sa.Column("became", sa.Text(), nullable=False),
        sa.Column("board_id", sa.String(length=32), nullable=True),
        sa.Column("by", sa.String(length=40), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["board_id"], ["boards.id"], name=op.f("fk_entity_acts_board_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["entity_id"], ["entities.id"], name=op.f("fk_entity_acts_entity_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projects.id"], name=op.f("fk_entity_acts_project_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entity_acts")),
    )
    op.create_index(op.f("ix_entity_acts_project_id"), "entity_acts", ["project_id"])
    op.create_index(op.f("ix_entity_acts_entity_id"), "entity_acts", ["entity_id"])


def downgrade() -> None:
    for table in ("entity_acts", "entity_places", "registered_boards", "entities"):
        op.drop_table(table)
