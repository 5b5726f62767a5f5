"""JSON Canvas 1.0: text becomes notes, groups become areas, edges become links. Files are named and never read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from facilitator.bringing.brought import Brought, BroughtLink, BroughtNote, Frame, Listed, innermost
from facilitator.bringing.json_text import Object, number_of, objects, parse, text_of

SAID_BY = {"text": "text", "file": "file", "link": "url"}  # by type of node, the member that says something


def read(body: bytes) -> Brought:
    """Raises Unreadable (`file.json`)."""
    return read_canvas(parse(body))


def is_canvas(value: Object) -> bool:
    """Whether it has the look of one."""
    return isinstance(value.get("nodes"), list) and isinstance(value.get("edges", []), list)


def read_canvas(value: Object) -> Brought:
    """The same of JSON that has been parsed."""
    nodes, edges = objects(value.get("nodes")), objects(value.get("edges"))
    frames = [_frame(node) for node in nodes if node.get("type") == "group"]
    notes: list[BroughtNote] = []
    skipped: list[Listed] = []
    remarks: list[Listed] = []
    keys: set[str] = set()
    for row, node in enumerate(nodes, 1):
        if node.get("type") == "group":
            continue
        text = text_of(node.get(SAID_BY.get(text_of(node.get("type")), "text")))
        if not text.strip():
            skipped.append(Listed(row, "node.no_text", {"type": text_of(node.get("type"))[:40]}))
            continue
        key = text_of(node.get("id"))
        if key and key in keys:
            remarks.append(Listed(row, "id.twice", {"id": key[:80]}))
        if node.get("type") == "file":
            remarks.append(Listed(row, "file.named", {"file": text[:200]}))
        elif text_of(node.get("type")) not in SAID_BY:
            remarks.append(Listed(row, "node.unknown", {"type": text_of(node.get("type"))[:40]}))
        x, y = _middle(node)
        zone = innermost(frames, x, y) if x is not None and y is not None else ""
        own = "" if key in keys else key
        keys.add(key)
        notes.append(BroughtNote(row=row, key=own, text=text, zone=zone, x=x, y=y))
    links, loose = links_of(_edges(edges), {note.key for note in notes}, {frame.key for frame in frames})
    return Brought(notes=notes, links=links, frames=frames, skipped=[*skipped, *loose], remarks=remarks)


def links_of(
    wanted: Iterator[BroughtLink], notes: set[str], frames: set[str]
) -> tuple[list[BroughtLink], list[Listed]]:
    """Those between two different notes, and the others with the reason."""
    links: list[BroughtLink] = []
    skipped: list[Listed] = []
    for link in wanted:
        ends = {link.source, link.target}
        if "" not in ends and ends <= notes and len(ends) == 2:
            links.append(link)
        elif "" not in ends and ends <= notes:
            skipped.append(Listed(link.row, "link.same"))
        elif "" not in ends and ends <= notes | frames:
            skipped.append(Listed(link.row, "link.area"))
        else:
            skipped.append(Listed(link.row, "link.dangling"))
    return links, skipped


def _edges(edges: list[Object]) -> Iterator[BroughtLink]:
    for row, edge in enumerate(edges, 1):
        source, target = text_of(edge.get("fromNode")), text_of(edge.get("toNode"))
        yield BroughtLink(row=row, source=source, target=target, label=text_of(edge.get("label")))


def _frame(node: Object) -> Frame:
    x, y, width, height = _box(node)
    title = text_of(node.get("label")).strip()
    return Frame(key=text_of(node.get("id")), title=title, x=x or 0, y=y or 0, width=width, height=height)


def _middle(node: Object) -> tuple[float | None, float | None]:
    x, y, width, height = _box(node)
    return (None, None) if x is None or y is None else (x + width / 2, y + height / 2)


def _box(node: Object) -> tuple[float | None, float | None, float, float]:
    sizes: list[Any] = [number_of(node.get(side)) for side in ("x", "y", "width", "height")]
    return sizes[0], sizes[1], max(0.0, sizes[2] or 0.0), max(0.0, sizes[3] or 0.0)
