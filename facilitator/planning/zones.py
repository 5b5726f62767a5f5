"""The places on boards that the agenda can lead people to."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.engine.state import Item
from facilitator.live import rooms
from facilitator.models import Board

UNPLACED = "zone:unplaced"


def shared_zones(boards: Iterable[Board]) -> dict[str, Item]:
    """Phases, lanes and plain zones of these boards by id, in the order in which they lie; no cells.

    Boards of one method share the ids of its zones: such a zone is there once, so one part leads all groups.
    """
    found: dict[str, Item] = {}
    for board in boards:
        for zone_id, zone in zones_of(board):
            found.setdefault(zone_id, zone)
    return found


def zones_of(board: Board) -> list[tuple[str, Item]]:
    """The same of one board."""
    zones = [
        (item_id, item)
        for item_id, item in rooms.state(board.id).items.items()
        if item_id.startswith("zone:") and item_id != UNPLACED and "phase" not in item and "lane" not in item
    ]
    return sorted(zones, key=lambda each: (each[1].get("axis", ""), each[1]["order"], each[0]))
