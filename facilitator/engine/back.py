"""Going back: the operations by which a board, or one item, becomes what it was at an earlier revision.

They are ordinary ones, decided like all others, so each is an event that can itself be put back. Nothing is taken out
of the log. What is or was private, comments, votes, ballots and modes are left as they are; so are the words of an
erased note. What people said about the board is no part of what it was.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from facilitator.engine.ids import noun_of
from facilitator.engine.merged import ends_of, keepers
from facilitator.engine.place import UNPLACED, is_shown
from facilitator.engine.state import Item, State

Step = tuple[str, str, dict[str, Any]]  # operation type, the item's id, the other members
PLACE = ("order", "x", "y", "angle")


def steps_back(now: State, then: State, only: Collection[str] | None = None) -> list[Step]:
    """What to do, in an order in which each is possible. only: of these items alone.

    A place that was out of view then is there while its notes come home, and goes after them: so it has them when it
    is brought back.
    """
    homes = _homes(now, then) if only is None else frozenset[str]()
    steps = [
        *_released(now, then),
        *_zones(now, then, homes),
        *_notes(now, then, homes),
        *_zones_gone(now, then, homes),
        *_clusters(now, then),
        *_links(now, then),
        *_grounds(now, then),
    ]
    steps.sort(key=lambda step: step[0] != "link.remove")  # what would close a circle with what returns goes first
    return [step for step in steps if only is None or step[1] in only]


def outcome(steps: Collection[Step]) -> dict[str, str]:
    """By item: whether it will be `restored`, `removed` or `changed`."""
    found: dict[str, str] = {}
    for kind, item_id, _ in steps:
        verb = kind.partition(".")[2]
        did = {"restore": "restored", "remove": "removed"}.get(verb, "changed")
        if did != "changed" or item_id not in found:
            found[item_id] = did
    return found


def _of(noun: str, now: State, then: State) -> Iterator[tuple[str, Item | None, Item | None]]:
    """Items of this noun, as they are and as they were; None where they are not, or were not, there."""
    for item_id in (*now.items, *(each for each in then.items if each not in now.items)):
        if noun_of(item_id) != noun:
            continue
        known = now.known(item_id)
        before = then.items.get(item_id)
        if known is None or known.get("private") or (before or {}).get("private"):
            continue
        yield item_id, now.items.get(item_id), before


def _come_and_go(noun: str, item_id: str, is_there: bool, was_there: bool) -> list[Step]:
    if is_there == was_there:
        return []
    return [(f"{noun}.{'restore' if was_there else 'remove'}", item_id, {})]


def _strips(now: State, then: State) -> Iterator[tuple[str, Item | None, Item | None]]:
    """Phases, lanes and columns; a cell follows them."""
    for item_id, item, before in _of("zone", now, then):
        if item_id != UNPLACED and "phase" not in (item or before or {}):
            yield item_id, item, before


def _zones(now: State, then: State, homes: frozenset[str]) -> Iterator[Step]:
    """All that were there come back, and so do those that notes go home to."""
    for item_id in sorted(homes - now.items.keys()):
        yield "zone.restore", item_id, {}
    for item_id, item, before in _strips(now, then):
        if item is None and before is not None:
            yield "zone.restore", item_id, {}
        if before is not None:
            names = ("title", "hint", "takes" if "axis" in before else "accepts")
            yield from _set("zone", item_id, item or now.gone[item_id], before, names)
            yield from _tie("zone", item_id, item or now.gone[item_id], before)
    yield from _zone_order(now, then)


def _zones_gone(now: State, then: State, homes: frozenset[str]) -> Iterator[Step]:
    for item_id, item, before in _strips(now, then):
        if before is None and item is not None:
            yield "zone.remove", item_id, {}
    for item_id in sorted(homes - now.items.keys()):
        yield "zone.remove", item_id, {}


def _homes(now: State, then: State) -> frozenset[str]:
    """The phases, lanes and columns that were out of view then, of notes that lay there and now lie elsewhere."""
    found: set[str] = set()
    for _, item, before in _of("note", now, then):
        if before is None or not _lies_elsewhere(item or {}, before):
            continue
        zone = now.known(before["zone"])
        if (
            zone is None
            or before["kind"] not in zone["accepts"]
            or is_shown(then.items, then.items.get(before["zone"]))
        ):
            continue
        strips = {zone[axis] for axis in ("phase", "lane") if zone.get(axis)} or {before["zone"]}
        if all(now.known(strip) for strip in strips):
            found |= {strip for strip in strips if strip not in then.items}
    return frozenset(found)


def _zone_order(now: State, then: State) -> Iterator[Step]:
    for axis in ("phase", "lane", None):
        was, there = (_in_order(state, axis) for state in (then, now))
        there = [each for each in there if each in was]
        if there != [each for each in was if each in there] or len(was) != len(there):
            for before, item_id in zip([None, *was], was, strict=False):
                yield "zone.move", item_id, {"after": before}


def _in_order(state: State, axis: str | None) -> list[str]:
    found = [
        (item["order"], item_id)
        for item_id, item in state.items.items()
        if noun_of(item_id) == "zone" and item_id != UNPLACED and "phase" not in item and item.get("axis") == axis
    ]
    return [item_id for _, item_id in sorted(found)]


def _notes(now: State, then: State, homes: frozenset[str]) -> Iterator[Step]:
    joined = keepers(then.items)
    for item_id, item, before in _of("note", now, then):
        if item_id not in joined:
            yield from _come_and_go("note", item_id, item is not None, before is not None)
        if before is None:
            continue
        after = item or now.gone[item_id]
        if not (after.get("erased") or before.get("erased")):
            yield from _words(item_id, after, before)
            if after.get("picture") != before.get("picture"):
                yield "note.picture", item_id, {"picture": before.get("picture")}
        yield from _place_and_kind(item_id, after, before, _is_there(before, then, homes))
        if bool(after.get("out")) != bool(before.get("out")):
            yield "note.leave_out", item_id, {"out": bool(before.get("out"))}
        yield from _tie("note", item_id, after, before)
    yield from _joined("note", now, then)


def _tie(noun: str, item_id: str, item: Item, before: Item) -> Iterator[Step]:
    fields = {name: before.get(name) for name in ("entity", "about", "from") if item.get(name) != before.get(name)}
    if fields:
        yield f"{noun}.tie", item_id, {"fields": fields}


def _words(item_id: str, item: Item, before: Item) -> Iterator[Step]:
    if item.get("alternatives"):
        yield "note.settle", item_id, {"keep": "text"}
    if item["text"] != before["text"]:
        yield "note.write", item_id, {"was": item["text"], "text": before["text"]}


def _is_there(before: Item, then: State, homes: frozenset[str]) -> bool:
    """Whether the note's place of then is there when it is to come home."""
    zone = then.known(before["zone"])
    strips = [zone[axis] for axis in ("phase", "lane") if zone.get(axis)] if zone else []
    return zone is not None and all(each in then.items or each in homes for each in strips or [before["zone"]])


def _lies_elsewhere(item: Item, before: Item) -> bool:
    return any(item.get(name) != before.get(name) for name in ("zone", *PLACE))


def _place_and_kind(item_id: str, item: Item, before: Item, is_there: bool) -> Iterator[Step]:
    """A kind and a place must fit each other at every moment: where both change, it goes by way of *not placed*."""
    fields = _changed_fields(item, before)
    if item.get("erased") or before.get("erased"):
        fields = {}
    moves = _lies_elsewhere(item, before)
    if "kind" in fields and moves:
        yield "note.move", item_id, {"zone": UNPLACED, "order": "a0"}
    if fields:
        yield "note.set", item_id, {"fields": fields}
    if moves:
        if is_there:
            yield (
                "note.move",
                item_id,
                {name: before[name] for name in ("zone", *PLACE) if before.get(name) is not None},
            )
        elif "kind" not in fields:
            yield "note.move", item_id, {"zone": UNPLACED, "order": before.get("order") or "a0"}


def _changed_fields(item: Item, before: Item) -> dict[str, Any]:
    now, then = item.get("fields") or {}, before.get("fields") or {}
    fields = {name: then.get(name) for name in (*now, *then) if now.get(name) != then.get(name)}
    return fields | {name: before.get(name) for name in ("kind", "lang") if item.get(name) != before.get(name)}


def _released(now: State, then: State) -> Iterator[Step]:
    """What lies as the ground of a zone can neither move nor go: it is taken up first, where it does."""
    for item_id, item, before in _of("note", now, then):
        if item is not None and item.get("ground") and (before is None or _lies_otherwise(item, before)):
            yield "note.ground", item_id, {"ground": False}


def _grounds(now: State, then: State) -> Iterator[Step]:
    """And laid down again last."""
    for item_id, item, before in _of("note", now, then):
        if before is None or (item or before).get("erased") or before.get("erased"):
            continue
        after = item or now.gone[item_id]
        is_ground = bool(after.get("ground")) and not (item is not None and _lies_otherwise(item, before))
        if bool(before.get("ground")) != is_ground:
            yield "note.ground", item_id, {"ground": bool(before.get("ground"))}


def _lies_otherwise(item: Item, before: Item) -> bool:
    return _lies_elsewhere(item, before) or any(item.get(name) != before.get(name) for name in ("picture", "kind"))


def _clusters(now: State, then: State) -> Iterator[Step]:
    """A cluster has the notes that were there; one that comes back may have lost some to others meanwhile."""
    joined = keepers(then.items)
    for item_id, item, before in _of("cluster", now, then):
        if item_id not in joined:
            yield from _come_and_go("cluster", item_id, item is not None, before is not None)
        if before is None:
            continue
        notes = [note for note in before["notes"] if note in then.items]
        there = [note for note in (item or {"notes": []})["notes"] if note in then.items]
        yield from _set(
            "cluster", item_id, {**(item or {}), "notes": there}, {**before, "notes": notes}, ("title", "notes")
        )
    yield from _joined("cluster", now, then)


def _joined(noun: str, now: State, then: State) -> Iterator[Step]:
    """What had become one, and was parted since, becomes one again."""
    for item_id, _, before in _of(noun, now, then):
        into = [each["id"] for each in (before or {}).get("merged") or () if each["id"] in now.items]
        if into and not any(now.items[each].get("private") for each in into):
            yield f"{noun}.merge", item_id, {f"{noun}s": into}


def _links(now: State, then: State) -> Iterator[Step]:
    kept = keepers(then.items)
    for item_id, item, before in _of("link", now, then):
        if before is not None and ends_of(then.items, before, kept) is None:
            continue  # it was out of view
        yield from _come_and_go("link", item_id, item is not None, before is not None)
        if before is not None:
            yield from _set("link", item_id, item or now.gone[item_id], before, ("kind", "label", "state"))


def _set(noun: str, item_id: str, item: Item, before: Item, names: Collection[str]) -> Iterator[Step]:
    fields = {name: before.get(name) for name in names if item.get(name) != before.get(name)}
    if fields:
        yield f"{noun}.set", item_id, {"fields": fields}
