"""A workshop in which everything is called by hostile strings, and whose boards are full of them."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any

from facilitator import methods
from facilitator.engine import Actor
from facilitator.engine.text import clean, clean_line
from facilitator.live import rooms
from facilitator.models import Board, User
from facilitator.planning import boards, groups, joining, programmes, projects, workshops
from facilitator.planning.closing import confirm_board
from tests.hostile.strings import XSS, name, organisation, packed, prose
from tests.live.setting import note, op
from tests.makers import make_user

TITLES = packed(XSS, 200, clean_line)
NAMES = packed(XSS, 80, name)
TEXTS = [text for text in map(clean, XSS) if isinstance(text, str)]


@dataclass
class Hostile:
    """ids, and what should be read where. notes: text by id, for each board."""

    aino: str
    programme: str
    project: str
    workshop: str
    code: str
    boards: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)  # of the boards
    artefacts: list[str] = field(default_factory=list)
    notes: list[dict[str, str]] = field(default_factory=list)


def set_stage() -> Hostile:
    """In the pushed application's database. The first board has every string as a note, the others some."""
    titles, names = cycle(TITLES), cycle(NAMES)
    aino = make_user(next(names), email=f"aino-{uuid.uuid4().hex}@example.org", organisation=str(organisation(XSS[0])))
    programme = programmes.create_programme(aino, next(titles), str(organisation(XSS[1])))
    project = projects.create_project(programme, next(titles), XSS[2], _paragraphs(), XSS[3][:60])
    workshop = workshops.create_workshop(project, next(titles), instructions=_paragraphs())
    workshops.go_live(workshop)
    groups.create_group(workshop, next(names))
    for text in NAMES[:40]:
        joining.join(workshop.code, text, text)
    made = Hostile(aino.id, programme.id, project.id, workshop.id, workshop.code)
    for number, method in enumerate(("service_path", "pain_grid", "stakeholder_onion", "blank_with_zones")):
        board = boards.create_board(workshop, next(titles), method, _paragraphs())
        texts = TEXTS if number == 0 else TEXTS[number::5]
        made.boards.append(board.id)
        made.titles.append(board.title)
        made.notes.append(_fill(board, aino, method, texts))
        made.artefacts.append(confirm_board(board, aino.id).id)
    return made


def _paragraphs() -> str:
    return packed(XSS, 4_000, prose)[0].replace("> <", ">\n<")


def _fill(board: Board, aino: User, method_key: str, texts: list[str]) -> dict[str, str]:
    """Notes in all zones, with fields; links, themes, a ballot and the zones' own words."""
    method, titles = methods.load(method_key), cycle(TITLES)
    places = _places(method)
    wanted = []
    for number, text in enumerate(texts):
        kind, place = next(places)
        field_key = next((each["key"] for each in kind["fields"] if each["type"] == "text"), None)
        fields = {field_key: text} if field_key else None
        wanted.append(note(text, kind=kind["key"], **place, fields=fields, note=f"note:{number:03}"))
    ids = [wish["note"] for wish in wanted]
    for number in range(0, len(ids) - 4, 4):
        cluster = {"title": next(titles), "notes": ids[number : number + 3]}
        wanted.append(op("cluster.add", cluster=f"cluster:{number}", **cluster))
    for link in method["links"][:4]:
        for number in range(len(ids) - 1):
            ends = {"source": ids[number], "target": ids[number + 1]}
            wanted.append(
                op("link.add", link=f"link:{link['key']}-{number}", kind=link["key"], label=next(titles), **ends)
            )
    for zone in (*method["zones"], *method.get("phases", ()), *method.get("lanes", ())):
        wanted.append(op("zone.set", zone=zone["id"], fields={"title": next(titles), "hint": next(titles)}))
    ballot = {"title": next(titles), "each": 3, "per_note": 1, "over": "notes"}
    wanted += [op("ballot.open", ballot="ballot:1", **ballot), op("ballot.close", ballot="ballot:1")]
    wanted += [op("ballot.open", ballot="ballot:2", **ballot)]
    rooms.submit(board.id, wanted, Actor(aino.id, "facilitator"))  # links between kinds that have none are refused
    items = rooms.state(board.id).items
    kept = {item: fields["text"] for item, fields in items.items() if item.startswith("note:")}
    assert kept == dict(zip(ids, texts, strict=True))
    assert {noun.partition(":")[0] for noun in items} >= {"note", "link", "cluster", "ballot", "zone"}
    return kept


def _places(method: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Kinds with a place for each, over and over."""
    kinds = {kind["key"]: kind for kind in method["kinds"]}
    zones = [*methods.zone_items(method).items()]
    flows = [(zone_id, zone) for zone_id, zone in zones if zone["accepts"]]
    for phase in method.get("phases", ()):
        for lane in method.get("lanes", ()):
            cell = f"{phase['id']}/{lane['id'].partition(':')[2]}"
            flows.append((cell, {"accepts": lane["takes"], "sort": "flow"}))
    for number, (zone_id, zone) in enumerate(cycle(flows)):
        spot = {"x": number * 331 % 10_000, "y": number * 577 % 10_000, "order": None}
        where = spot if zone["sort"] == "plane" else {"order": "a0"}
        yield kinds[zone["accepts"][number % len(zone["accepts"])]], {"zone": zone_id, **where}
