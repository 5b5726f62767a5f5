"""Zones: the places that give a note its meaning. A matrix has phases, lanes and, where they cross, cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from facilitator.engine.ids import is_id
from facilitator.engine.kinds import known, widened
from facilitator.engine.operation import Decision, Operation, decides
from facilitator.engine.place import UNPLACED, is_shown
from facilitator.engine.siblings import Siblings, order_after, order_last, siblings
from facilitator.engine.state import Actor, Change, Item, Refusal, State, differing, put, take_away
from facilitator.engine.text import LANGUAGES, clean, clean_line, clean_words

AXES = ("phase", "lane")
MOST_ZONES = 60  # in one list of siblings


@dataclass(frozen=True, slots=True, kw_only=True)
class AddZone(Operation):
    """axis: phase or lane in a matrix. takes: the kinds that it will hold; all of the board's when not said."""

    type: ClassVar[str] = "zone.add"

    zone: str
    title: str
    after: str | None = None
    axis: str | None = None
    takes: Sequence[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetZone(Operation):
    type: ClassVar[str] = "zone.set"

    zone: str
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveZone(Operation):
    """after: the sibling that it will follow; None for the first place."""

    type: ClassVar[str] = "zone.move"

    zone: str
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveZone(Operation):
    type: ClassVar[str] = "zone.remove"

    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreZone(Operation):
    type: ClassVar[str] = "zone.restore"

    zone: str


@decides(AddZone)
def add_zone(state: State, op: AddZone, actor: Actor) -> Decision:
    """A new phase or lane with its cells, or a new column."""
    if not is_id(op.zone, "zone") or (op.axis and len(op.zone) > 44):  # room for both keys in a cell's id
        return Refusal("id.invalid")
    if state.known(op.zone) is not None:
        return Refusal("item.exists")
    if (op.axis or "zone") not in state.rules.adds:
        return Refusal("zone.fixed")
    title = clean_line(op.title)
    if isinstance(title, Refusal):
        return title
    there = known(state)
    kinds = list(op.takes) if op.takes is not None else list(there)
    if not kinds or not set(kinds) <= set(there):
        return Refusal("kind.unknown")
    among = _siblings(state, op.axis)
    if len(among) >= MOST_ZONES:
        return Refusal("board.full", {"limit": MOST_ZONES})
    order = order_last(among) if op.after is None else order_after(among, op.after)
    if isinstance(order, Refusal):
        return order
    zone: dict[str, Any] = {"title": title, "sort": "flow", "accepts": [] if op.axis else kinds, "order": order}
    if op.axis:
        zone["axis"] = op.axis
    if op.axis == "lane":
        zone["takes"] = kinds
    return [put(op.zone, widened(state, zone)), *cells_of(op.zone, zone, {**state.gone, **state.items})]


@decides(SetZone)
def set_zone(state: State, op: SetZone, actor: Actor) -> Decision:
    """Rename a zone, change its hint or the kinds that it takes. A cell's title follows its phase and lane."""
    zone = shapeable(state, op.zone)
    if isinstance(zone, Refusal):
        return zone
    fields = dict(op.fields)
    kinds_field = "takes" if zone.get("axis") == "lane" else "accepts"
    allowed = {"title", "hint"} | ({kinds_field} if zone.get("axis") != "phase" else set())
    if unknown := set(fields) - allowed:
        return Refusal("field.unknown", {"field": min(unknown)})
    for name, bound in (("title", clean_line), ("hint", clean)):
        if name in fields and not (name == "hint" and fields[name] is None):
            checked = clean_words(fields[name], bound, name)
            if isinstance(checked, Refusal):
                return checked
            fields[name] = checked
    if kinds_field in fields:
        kinds = fields[kinds_field]
        if not isinstance(kinds, list) or not kinds or not set(map(str, kinds)) <= set(known(state)):
            return Refusal("kind.unknown")
    if "accepts" in fields:
        fields["accepts"] = widened(state, {**zone, **fields})["accepts"]
    changed = differing(zone, fields)
    if not changed:
        return []
    after = {**zone, **changed}
    return [put(op.zone, changed), *_changed_cells(state, op.zone, after)]


@decides(MoveZone)
def move_zone(state: State, op: MoveZone, actor: Actor) -> Decision:
    """Put a phase, a lane or a column elsewhere among its siblings."""
    zone = shapeable(state, op.zone)
    if isinstance(zone, Refusal):
        return zone
    if (zone.get("axis") or "zone") not in state.rules.adds:
        return Refusal("zone.fixed")
    among = [each for each in _siblings(state, zone.get("axis")) if each[0] != op.zone]
    order = order_after(among, op.after)
    if isinstance(order, Refusal):
        return order
    changed = differing(zone, {"order": order})
    return [put(op.zone, changed)] if changed else []


@decides(RemoveZone)
def remove_zone(state: State, op: RemoveZone, actor: Actor) -> Decision:
    """Take a zone away. Its notes count as not placed, and return with it."""
    if is_id(op.zone, "zone") and op.zone in state.gone:
        return []
    zone = shapeable(state, op.zone)
    if isinstance(zone, Refusal):
        return zone
    if (zone.get("axis") or "zone") not in state.rules.adds:
        return Refusal("zone.fixed")
    return [take_away(op.zone)]


@decides(RestoreZone)
def restore_zone(state: State, op: RestoreZone, actor: Actor) -> Decision:
    """Bring a zone back, with the cells that come into view again."""
    if not is_id(op.zone, "zone"):
        return Refusal("item.unknown")
    if op.zone in state.items:
        return []
    zone = state.gone.get(op.zone)
    if zone is None:
        return Refusal("item.unknown")
    there = {**state.items, op.zone: zone}
    cells = [
        put(cell_id, cell)
        for cell_id, cell in state.items.items()
        if op.zone in (cell.get("phase"), cell.get("lane")) and is_shown(there, cell)
    ]
    return [put(op.zone, widened(state, zone)), *cells]


def cells_of(zone_id: str, zone: Item, items: Mapping[str, Item]) -> list[Change]:
    """The cells where a new phase or lane crosses the others, those that are gone too: they may return."""
    axis = zone.get("axis")
    if axis is None:
        return []
    across = "lane" if axis == "phase" else "phase"
    others = [
        (other_id, other)
        for other_id, other in items.items()
        if other.get("axis") == across and other_id.startswith("zone:")
    ]
    return [
        cell((zone_id, zone), other) if axis == "phase" else cell(other, (zone_id, zone))
        for other in sorted(others, key=lambda each: (each[1]["order"], each[0]))
    ]


def cell(phase: tuple[str, Item], lane: tuple[str, Item]) -> Change:
    """The flow zone where a phase and a lane cross: `zone:apply/pain`."""
    cell_id = f"{phase[0]}/{lane[0].partition(':')[2]}"
    fields = {"sort": "flow", "phase": phase[0], "lane": lane[0], "order": lane[1]["order"]}
    return put(cell_id, {**fields, **_from_axes(phase[1], lane[1])})


def _from_axes(phase: Item, lane: Item) -> dict[str, Any]:
    """A phase that takes certain kinds leaves the others out of its cells."""
    only = phase.get("takes", lane["takes"])
    return {
        "title": _joined(phase["title"], lane["title"]),
        "accepts": [kind for kind in lane["takes"] if kind in only],
    }


def _changed_cells(state: State, zone_id: str, zone: Item) -> list[Change]:
    """The cells that follow. Of one that is out of view whoever came since knows nothing: it is told whole."""
    if zone.get("axis") is None:
        return []
    items = {**state.gone, **state.items, zone_id: zone}
    changes = []
    for cell_id, each in items.items():
        if zone_id in (each.get("phase"), each.get("lane")):
            changed = differing(each, _from_axes(items[each["phase"]], items[each["lane"]]))
            if changed:
                changes.append(put(cell_id, changed if is_shown(state.items, each) else {**each, **changed}))
    return changes


def _joined(phase: str | Mapping[str, str], lane: str | Mapping[str, str]) -> str | dict[str, str]:
    if isinstance(phase, str) and isinstance(lane, str):
        return f"{phase} · {lane}"
    return {language: f"{_in(language, phase)} · {_in(language, lane)}" for language in LANGUAGES}


def _in(language: str, title: str | Mapping[str, str]) -> str:
    return title if isinstance(title, str) else title[language]


def shapeable(state: State, zone_id: str) -> Item | Refusal:
    """The phase, lane or other place, if it is one that people may change."""
    zone = state.items.get(zone_id)
    if zone is None or not is_id(zone_id, "zone"):
        return Refusal("item.gone" if zone_id in state.gone and is_id(zone_id, "zone") else "item.unknown")
    if zone_id == UNPLACED or zone.get("phase") is not None:  # a cell is where its phase and its lane are
        return Refusal("zone.fixed")
    return Refusal("zone.fixed") if zone.get("fixed") else zone  # the method's own, for everybody alike


def _siblings(state: State, axis: str | None) -> Siblings:
    """Zones of one list, in order: the phases, the lanes, or the plain ones."""

    def is_one(zone_id: str, zone: Item) -> bool:
        is_fixed = zone_id == UNPLACED or zone.get("phase") is not None
        return zone_id.startswith("zone:") and not is_fixed and zone.get("axis") == axis

    return siblings(state, is_one)
