"""JSON Canvas 1.0: text becomes notes, groups become areas, edges become links. Files are named and never read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from facilitator.bringing import returned
from facilitator.bringing.brought import Brought, BroughtNote, BroughtTheme, Frame, Listed, innermost, links_of
from facilitator.bringing.json_text import Object, number_of, objects, parse, text_of

SAID_BY = {"text": "text", "file": "file", "link": "url"}  # by type of node, the member that says something


def read(body: bytes) -> Brought:
    """Raises Unreadable (`file.json`)."""
    return read_canvas(parse(body))


def is_canvas(value: Object) -> bool:
    """Whether it has the look of one."""
    return isinstance(value.get("nodes"), list) and isinstance(value.get("edges", []), list)


def read_canvas(value: Object) -> Brought:
    """The same of JSON that has been parsed. A mark of ours and the groups are no notes."""
    nodes, edges = objects(value.get("nodes")), objects(value.get("edges"))
    frames = [_frame(node) for node in nodes if node.get("type") == "group"]
    notes: list[BroughtNote] = []
    themes: list[BroughtTheme] = []
    skipped: list[Listed] = []
    remarks: list[Listed] = []
    keys: set[str] = set()
    for row, node in enumerate(nodes, 1):
        if node.get("type") == "group" or returned.is_mark(node):
            continue
        kind, key = text_of(node.get("type")), text_of(node.get("id"))
        text = text_of(node.get(SAID_BY.get(kind, "text")))
        if not text.strip():
            skipped.append(Listed(row, "node.no_text", {"type": kind[:40]}))
            continue
        if key and key in keys:
            remarks.append(Listed(row, "id.twice", {"id": key[:80]}))
        if kind == "file":
            remarks.append(Listed(row, "file.named", {"file": text[:200]}))
        elif kind not in SAID_BY:
            remarks.append(Listed(row, "node.unknown", {"type": kind[:40]}))
        if returned.is_theme(node):
            themes.append(returned.theme_of(row, node))
        else:
            notes.append(_note(row, "" if key in keys else key, text, node, frames))
        keys.add(key)
    wanted = (returned.link_of(row, edge) for row, edge in enumerate(edges, 1))
    links, loose = links_of(wanted, {note.key for note in notes}, {frame.key for frame in frames})
    return Brought(
        notes=notes,
        links=links,
        themes=themes,
        frames=frames,
        shape=returned.shape_of(value),
        skipped=[*skipped, *loose],
        remarks=remarks,
    )


def _note(row: int, key: str, text: str, node: Object, frames: Sequence[Frame]) -> BroughtNote:
    if returned.is_note(node):
        return returned.note_of(row, key, node, frames)
    if returned.lies_in_ours(node, frames):
        return returned.newcomer(row, key, text, node, frames)
    x, y = _middle(node)
    return BroughtNote(row=row, key=key, text=text, zone=innermost(frames, x, y), x=x, y=y)


def _frame(node: Object) -> Frame:
    x, y, width, height = _box(node)
    title = text_of(node.get("label")).strip()
    key, inset = text_of(node.get("id")), returned.inset_of(node)
    return Frame(key=key, title=title, x=x or 0, y=y or 0, width=width, height=height, inset=inset)


def _middle(node: Object) -> tuple[float | None, float | None]:
    x, y, width, height = _box(node)
    return (None, None) if x is None or y is None else (x + width / 2, y + height / 2)


def _box(node: Object) -> tuple[float | None, float | None, float, float]:
    sizes: list[Any] = [number_of(node.get(side)) for side in ("x", "y", "width", "height")]
    return sizes[0], sizes[1], max(0.0, sizes[2] or 0.0), max(0.0, sizes[3] or 0.0)
