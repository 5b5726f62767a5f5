"""Excalidraw, scenes and libraries: shapes with text and texts become notes, frames areas, arrows links."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.bringing.brought import Brought, BroughtLink, BroughtNote, Frame, Listed, innermost, links_of
from facilitator.bringing.json_text import Object, number_of, objects, parse, text_of

SHAPES = ("rectangle", "ellipse", "diamond")
FRAMES = ("frame", "magicframe")
LINKS = ("arrow", "line")


def read(body: bytes) -> Brought:
    """Raises Unreadable (`file.json`)."""
    return read_drawing(parse(body))


def is_drawing(value: Object) -> bool:
    """Whether it has the look of one."""
    return text_of(value.get("type")).startswith("excalidraw") or isinstance(value.get("elements"), list)


def read_drawing(value: Object) -> Brought:
    """The same of JSON that has been parsed. An element's number counts those that are deleted, as the file does."""
    elements = [(row, each) for row, each in enumerate(_elements(value), 1) if each.get("isDeleted") is not True]
    ids = {text_of(each.get("id")) for _, each in elements} - {""}
    frames = [_frame(each) for _, each in elements if each.get("type") in FRAMES]
    inner = {
        text_of(each.get("containerId")): _text(each)
        for _, each in elements
        if each.get("type") == "text" and text_of(each.get("containerId")) in ids
    }
    notes: list[BroughtNote] = []
    skipped: list[Listed] = []
    remarks: list[Listed] = []
    arrows: list[tuple[int, Object]] = []
    keys: set[str] = set()
    for row, element in elements:
        kind, key = text_of(element.get("type")), text_of(element.get("id"))
        if kind in FRAMES or (kind == "text" and text_of(element.get("containerId")) in inner):
            continue
        if kind in LINKS:
            arrows.append((row, element))
            continue
        text = _text(element) if kind == "text" else inner.get(key, "") or text_of(element.get("link"))
        if not text.strip():
            skipped.append(Listed(row, "node.no_text", {"type": kind[:40]}))
            continue
        if key and key in keys:
            remarks.append(Listed(row, "id.twice", {"id": key[:80]}))
        if kind not in (*SHAPES, "text"):
            remarks.append(Listed(row, "node.unknown", {"type": kind[:40]}))
        x, y = _middle(element)
        zone = innermost(frames, x, y)
        notes.append(BroughtNote(row=row, key="" if key in keys else key, text=text, zone=zone, x=x, y=y))
        keys.add(key)
    texts = {text_of(each.get("id")): text_of(each.get("containerId")) for _, each in elements if _is_inner(each)}
    wanted = _arrows(arrows, inner, texts)
    links, loose = links_of(wanted, {note.key for note in notes}, {frame.key for frame in frames})
    return Brought(notes=notes, links=links, frames=frames, skipped=[*skipped, *loose], remarks=remarks)


def _elements(value: Object) -> list[Object]:
    """Of a scene, its own; of a library, those of each of its items, version 1 or 2."""
    if isinstance(value.get("elements"), list):
        return objects(value["elements"])
    items = value.get("libraryItems") or value.get("library")
    found: list[Object] = []
    for item in items if isinstance(items, list) else []:
        found += objects(item.get("elements") if isinstance(item, dict) else item)
    return found


def _arrows(arrows: list[tuple[int, Object]], inner: dict[str, str], texts: dict[str, str]) -> Iterator[BroughtLink]:
    """An arrow at the text within a shape means the shape."""
    for row, arrow in arrows:
        source, target = (_bound(arrow.get(end)) for end in ("startBinding", "endBinding"))
        label = inner.get(text_of(arrow.get("id")), "")
        yield BroughtLink(row=row, source=texts.get(source, source), target=texts.get(target, target), label=label)


def _bound(binding: object) -> str:
    return text_of(binding.get("elementId")) if isinstance(binding, dict) else ""


def _is_inner(element: Object) -> bool:
    return element.get("type") == "text" and bool(text_of(element.get("containerId")))


def _text(element: Object) -> str:
    """As it was typed: `text` is cut into lines by the width of its shape."""
    return text_of(element.get("originalText")) or text_of(element.get("text"))


def _frame(element: Object) -> Frame:
    x, y, width, height = (number_of(element.get(side)) or 0.0 for side in ("x", "y", "width", "height"))
    key, title = text_of(element.get("id")), text_of(element.get("name")).strip()
    return Frame(key=key, title=title, x=x, y=y, width=max(0.0, width), height=max(0.0, height))


def _middle(element: Object) -> tuple[float | None, float | None]:
    x, y = number_of(element.get("x")), number_of(element.get("y"))
    if x is None or y is None:
        return None, None
    width, height = (number_of(element.get(side)) or 0.0 for side in ("width", "height"))
    return x + width / 2, y + height / 2
