"""Where things lie: the zones that are shown, in reading order, and what a place says about a note.

Reading order is the method's: phase by phase and lane by lane, then the other zones, *Not placed* at the end; within a
zone by (order, id). Strings are compared by code point, never by a locale, so that every machine agrees.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from facilitator.artefacts.words import UNPLACED_TITLE, joined

UNPLACED = "zone:unplaced"
PLANE = 10_000  # a plane's coordinates run from 0 to this, both ends included
STEPS = 5
FIRST = "a0"  # the order among those not placed of a note from a plane, where it had none
CARRIED = {"entity": "entity_id", "from": "from"}  # of a zone that was made of something in the register
MEMBERS = {"flow": ("order",), "ring": ("order", "angle"), "plane": ("x", "y")}  # what says where, in each sort of zone

Items = Mapping[str, Mapping[str, Any]]


class Places:
    """The zones of one board as everybody sees them."""

    def __init__(self, items: Items) -> None:
        zones = {item_id: fields for item_id, fields in items.items() if item_id.startswith("zone:")}
        by_order = sorted(zones, key=lambda zone: (str(zones[zone].get("order") or ""), zone))
        self.phases = [zone for zone in by_order if zones[zone].get("axis") == "phase"]
        self.lanes = [zone for zone in by_order if zones[zone].get("axis") == "lane"]
        cells = {(fields.get("phase"), fields.get("lane")): zone for zone, fields in sorted(zones.items())}
        pairs = [(phase, lane) for phase in self.phases for lane in self.lanes]
        self.cells = [cells[pair] for pair in pairs if pair in cells]
        self.plain = [zone for zone in by_order if zone != UNPLACED and _is_plain(zones[zone])]
        self._zones = {**zones, UNPLACED: zones.get(UNPLACED, {"title": UNPLACED_TITLE, "sort": "flow", "accepts": []})}
        self._shown = {zone: index for index, zone in enumerate([*self.cells, *self.plain, UNPLACED])}

    def __getitem__(self, zone: str) -> Mapping[str, Any]:
        return self._zones[zone]

    def of(self, note: Mapping[str, Any]) -> str:
        """The zone in which the note counts: its own, or *Not placed* when that one is not shown (P2.4)."""
        zone = note.get("zone")
        return zone if zone in self._shown else UNPLACED

    def title(self, zone: str) -> Any:
        """The zone's title; a cell has that of its phase and its lane as they are called now."""
        fields = self._zones[zone]
        if zone in self.cells:
            return joined(self._zones[fields["phase"]]["title"], self._zones[fields["lane"]]["title"])
        return fields["title"]

    def reading_order(self, note_id: str, note: Mapping[str, Any]) -> tuple[int, str, str]:
        """What notes are sorted by."""
        return self._shown[self.of(note)], self._order(note), note_id

    def zones(self, kinds: Collection[str]) -> list[dict[str, Any]]:
        """Every zone that is shown, as an artefact tells of it: phases, lanes, cells, the others.

        kinds: those of the board in its order; a zone goes on taking others that were taken away.
        """
        told = ("sort", "axis", "phase", "lane", "sets", "axes", "quadrants", "line")
        return [
            {"id": zone, "title": self.title(zone), "accepts": self._accepts(zone, kinds)}
            | {name: self._zones[zone][name] for name in told if self._zones[zone].get(name) is not None}
            | {as_: self._zones[zone][name] for name, as_ in CARRIED.items() if self._zones[zone].get(name)}
            for zone in [*self.phases, *self.lanes, *self._shown]
        ]

    def _accepts(self, zone: str, kinds: Collection[str]) -> list[str]:
        """In the zone's order; *Not placed*, whose order nobody chooses, has the board's."""
        accepts = self._zones[zone].get("accepts") or []
        return (
            [kind for kind in kinds if kind in accepts]
            if zone == UNPLACED
            else [kind for kind in accepts if kind in kinds]
        )

    def place(self, note: Mapping[str, Any]) -> dict[str, Any]:
        """The note's place: always `zone` and `title`, and what belongs to that sort of zone."""
        zone = self.of(note)
        fields = self._zones[zone]
        place = {"zone": zone, "title": self.title(zone)}
        if zone in self.cells:
            place |= {"phase": fields["phase"], "lane": fields["lane"]}
        if zone == UNPLACED:
            place["unplaced"] = True
        if fields["sort"] == "ring":
            place["ring"] = (fields.get("sets") or {}).get("ring") or zone.partition(":")[2]
        if zone == UNPLACED:
            place["order"] = self._order(note)
        elif zone == note.get("zone"):
            place |= {name: note[name] for name in MEMBERS[fields["sort"]] if note.get(name) is not None}
        return place

    def _order(self, note: Mapping[str, Any]) -> str:
        """By which the notes of a zone are sorted; one that counts as not placed brings the order that it had."""
        return str(note.get("order") or (FIRST if self.of(note) == UNPLACED else ""))

    def meaning(self, note: Mapping[str, Any], having: Collection[str]) -> dict[str, Any]:
        """The fields that the place fills: what the zone sets, and what a plane's axes measure.

        having: the fields of the note's kind; a phase and a lane fill those of theirs that are among them.
        """
        zone = self._zones[self.of(note)]
        strips = [self._zones[zone[axis]] for axis in ("phase", "lane") if axis in zone]
        fields = {
            name: value for strip in strips for name, value in (strip.get("sets") or {}).items() if name in having
        }
        fields |= zone.get("sets") or {}
        for name, axis in (zone.get("axes") or {}).items():
            if note.get(name) is not None:
                fields[axis["field"]] = scale(note[name])
        return fields


def _is_plain(zone: Mapping[str, Any]) -> bool:
    """Whether it holds notes by itself: neither a phase nor a lane, nor a cell of theirs."""
    return not zone.keys() & {"axis", "phase", "lane"}


def scale(coordinate: int) -> int:
    """1…5 from 0…10000: each step is a fifth of the axis, as it is drawn.

    >>> [scale(at) for at in (0, 1999, 2000, 5000, 7999, 8000, 10000)]
    [1, 1, 2, 3, 4, 5, 5]
    """
    return min(STEPS, 1 + coordinate * STEPS // PLANE)
