"""A canvas of ours that comes back: notes with their kinds, fields and places, also where others have moved them."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.artefacts.formats.canvas import MARK, OURS
from facilitator.artefacts.formats.escaped import plain
from facilitator.bringing import own, own_shape
from facilitator.bringing.brought import BroughtLink, BroughtNote, BroughtShape, BroughtTheme, Frame, around
from facilitator.bringing.json_text import Object, number_of, text_of
from facilitator.engine.ids import is_id
from facilitator.engine.place import SIDE


def shape_of(canvas: Object) -> BroughtShape | None:
    """The board that it was, where it is one of ours and another program left that in."""
    return own_shape.shape_of(_ours(canvas))


def is_mark(node: Object) -> bool:
    """Whether it only says that all of it is invented."""
    return node.get("id") == MARK


def is_note(node: Object) -> bool:
    """Whether it is a note that we wrote."""
    return node.get("type") == "text" and is_id(text_of(node.get("id")), "note") and bool(_ours(node))


def is_theme(node: Object) -> bool:
    """Whether it is the card of a theme that we wrote."""
    return node.get("type") == "text" and is_id(text_of(node.get("id")), "cluster") and bool(_ours(node))


def inset_of(node: Object) -> float | None:
    """Of a group that is a plane: where its measure begins."""
    return number_of(_ours(node).get("inset"))


def lies_in_ours(node: Object, frames: Sequence[Frame]) -> bool:
    """Whether it lies in a place that we wrote."""
    return bool(_lying(node, frames))


def note_of(row: int, key: str, node: Object, frames: Sequence[Frame]) -> BroughtNote:
    """The note. Its place is the one that was told while it lies where it was put, else where it lies now."""
    ours = _ours(node)
    is_there = ours.get("at") == [number_of(node.get("x")), number_of(node.get("y"))]
    place = ours.get("place") if is_there else _lying(node, frames)
    told = place if isinstance(place, dict) else {}
    title = next((frame.title for frame in frames if frame.key == told.get("zone")), "")
    text = plain(text_of(node.get("text")))
    return own.note_of(row, {**ours, "id": key, "text": text, "place": {**told, "title": title}})


def newcomer(row: int, key: str, text: str, node: Object, frames: Sequence[Frame]) -> BroughtNote:
    """What others have written into one of our places."""
    return own.note_of(row, {"id": key, "text": text, "place": _lying(node, frames)})


def theme_of(row: int, node: Object) -> BroughtTheme:
    """The theme, as it was when it was written out: its card is for reading."""
    return own.theme_of(row, {**_ours(node), "id": text_of(node.get("id"))})


def link_of(row: int, edge: Object) -> BroughtLink:
    """Any edge; one of ours says its kind, and what people wrote follows what the kind is called."""
    ours, label = _ours(edge), text_of(edge.get("label"))
    said = text_of(ours.get("said"))
    if said and label.startswith(said):
        label = label[len(said) :].removeprefix(":").strip()
    return BroughtLink(
        row=row,
        key=text_of(edge.get("id")) if ours else "",
        source=text_of(edge.get("fromNode")),
        target=text_of(edge.get("toNode")),
        kind=text_of(ours.get("kind")),
        label=label,
        state=text_of(ours.get("state")),
    )


def _lying(node: Object, frames: Sequence[Frame]) -> Object:
    """The place of ours in which it lies now, and in a plane also where; nothing when it lies in none."""
    x, y, width, height = (number_of(node.get(side)) for side in ("x", "y", "width", "height"))
    if x is None or y is None:
        return {}
    x, y = x + (width or 0) / 2, y + (height or 0) / 2
    frame = around(frames, x, y)
    if frame is None or not is_id(frame.key, "zone"):
        return {}
    place: Object = {"zone": frame.key, "title": frame.title}
    if frame.inset is not None:
        wide, high = (max(1.0, side - 2 * frame.inset) for side in (frame.width, frame.height))
        place |= {"x": _within((x - frame.x - frame.inset) / wide)}
        place |= {"y": _within(1 - (y - frame.y - frame.inset) / high)}
    return place


def _within(share: float) -> int:
    return round(SIDE * min(1.0, max(0.0, share)))


def _ours(thing: Object) -> Object:
    ours = thing.get(OURS)
    return ours if isinstance(ours, dict) else {}
