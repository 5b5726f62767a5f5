"""JSON Canvas 1.0: places as groups, notes as text in them, relations as edges; for programs that draw such maps.

What a map of that format cannot say stands in a member of ours, `facilitator`, beside each node and edge: the kind of
note, its typed fields, its place in our own measure. Whoever reads the format alone passes over it. `at` is where the
node was put: as long as it lies there its place is the one that is told, otherwise the one into which it was moved.
What the board is, its method and its places, stands in a member of that name beside the nodes.

Themes are cards beside the map. Ballots, questions, insights and the origin are in the other formats.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from facilitator.artefacts.canonical import canonical
from facilitator.artefacts.formats.canvas_places import NOTE_WIDTH, Box, laid_out, note_height
from facilitator.artefacts.formats.escaped import block, inline
from facilitator.artefacts.formats.pictures import NO_PICTURES, Pictures
from facilitator.artefacts.formats.reader import Item, Reader

OURS = "facilitator"
MARK = "mark:example"  # the node that says that all of it is invented
COLOURS = {"org": "5", "people": "3", "pain": "1", "idea": "4", "step": "5", "channel": "6", "data": "2"}
MEASURES = ("x", "y", "angle")
GAP = 200

Node = dict[str, Any]


def write(artefact: Mapping[str, Any], language: str, _pictures: Pictures = NO_PICTURES) -> bytes:
    """RFC 8785 bytes. Titles of places and kinds of relations are in the language, what people wrote is as it is."""
    reader = Reader(artefact, language)
    places = laid_out(reader)
    nodes = [
        *(_group(zone, box, reader) for zone, box in places.groups.items()),
        *(_note(item, places.notes[item["id"]], reader) for item in reader.items.values()),
        *_themes(reader, max((box.right for box in places.groups.values()), default=0) + GAP),
        *_mark(reader),
    ]
    edges = [_edge(each, places.notes, reader) for each in artefact["relations"]]
    return canonical({"nodes": nodes, "edges": edges, OURS: _board(artefact)})


def _board(artefact: Mapping[str, Any]) -> Node:
    """By which it is made again: as the artefact says it, but for what every board of the method has."""
    method = artefact["method"]
    tints = {kind["key"]: kind["tint"] for kind in artefact["vocabulary"]["kinds"] if "tint" in kind}
    told = {name: method[name] for name in ("key", "version", "variant") if name in method}
    if "kinds" in method:
        told["kinds"] = [
            kind | ({"tint": tints[kind["key"]]} if "title" in kind and kind["key"] in tints else {})
            for kind in method["kinds"]
        ]
    names = ("id", "title", "accepts", "axis", "phase", "lane")
    return {
        "method": told,
        "zones": [{name: zone[name] for name in names if name in zone} for zone in artefact["zones"]],
    }


def _group(zone_id: str, box: Box, reader: Reader) -> Node:
    zone = reader.zones[zone_id]
    own = {"inset": box.inset} if zone["sort"] == "plane" else {}
    title = reader.words(zone["title"])
    if "lane" in zone:  # it lies in the group of its phase
        title = reader.zone(zone["lane"])
    if "axes" in zone:
        axes = (f"{arrow} {reader.words(zone['axes'][axis]['title'])}" for axis, arrow in (("x", "→"), ("y", "↑")))
        title = " · ".join([title, *axes])
    return {"id": zone_id, "type": "group", "label": title, **box.told()} | ({OURS: own} if own else {})


def _note(item: Item, box: Box, reader: Reader) -> Node:
    place = item["place"]
    said = _said_by_place(reader.zones[place["zone"]], reader)
    ours = {
        "at": [box.x, box.y],
        "kind": item["kind"],
        "place": {"zone": place["zone"]} | {name: place[name] for name in MEASURES if name in place},
        "fields": {name: value for name, value in item["fields"].items() if name not in said},
    }
    ours |= {
        name: item[name] for name in ("evidence", "lang", "voices", "merged", "picture") if item.get(name) is not None
    }
    colour = COLOURS.get(reader.tint(item))
    return _card(item["id"], block(item["text"]), box) | ({"color": colour} if colour else {}) | {OURS: ours}


def _said_by_place(zone: Item, reader: Reader) -> set[str]:
    """The fields that the place fills: whoever moves the note elsewhere has not chosen them."""
    strips = [reader.zones[zone[axis]] for axis in ("phase", "lane") if zone.get(axis) in reader.zones]
    return {name for each in (zone, *strips) for name in each.get("sets") or {}} | {
        axis["field"] for axis in (zone.get("axes") or {}).values()
    }


def _themes(reader: Reader, left: int) -> Iterator[Node]:
    """A theme's notes may lie in many places, so it is no group but a card that names them."""
    top = 0
    for theme in reader.clusters.values():
        texts = [inline(reader.text(note)) for note in theme["notes"]]
        text = "\n".join([f"**{inline(theme['title'])}**", "", *(f"- {each}" for each in texts)])
        box = Box(left, top, NOTE_WIDTH, note_height(text))
        top = box.bottom + GAP // 4
        yield _card(theme["id"], text, box) | {OURS: {"title": theme["title"], "notes": theme["notes"]}}


def _mark(reader: Reader) -> Iterator[Node]:
    if reader.artefact["provenance"]["is_example"]:
        text = reader.say("example_all_invented")
        height = note_height(text)
        yield _card(MARK, text, Box(0, -height - GAP // 4, NOTE_WIDTH, height))


def _card(node_id: str, text: str, box: Box) -> Node:
    return {"id": node_id, "type": "text", "text": text, **box.told()}


def _edge(relation: Item, notes: Mapping[str, Box], reader: Reader) -> Node:
    """`said` is what the label begins with; what follows it, people wrote."""
    state = reader.state(relation)
    said = reader.link(relation) + (f" ({state})" if state else "")
    source, target = notes[relation["from"]], notes[relation["to"]]
    leaves, reaches = source.sides_to(target)
    return {
        "id": relation["id"],
        "fromNode": relation["from"],
        "fromSide": leaves,
        "toNode": relation["to"],
        "toSide": reaches,
        "label": f"{said}: {relation['label']}" if relation["label"] else said,
        OURS: {"kind": relation["kind"], "said": said} | ({"state": relation["state"]} if relation["state"] else {}),
    }
