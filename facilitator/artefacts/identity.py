"""Which thing of the project's register a note is by itself."""

from __future__ import annotations

import uuid


def own_id(board_id: str, item_id: str) -> str:
    """The entity that a note is while nobody has tied it to another: the same whoever reads it, and however often."""
    return f"entity:{uuid.uuid5(uuid.UUID(board_id), item_id).hex}"
