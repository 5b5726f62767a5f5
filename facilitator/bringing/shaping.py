"""Places, kinds and variant of a board of ours, as operations by which another board of its method gets them.

A board on which nothing lies becomes as the file's was: its places are named, ordered, added and taken away. On one
where people have worked, nothing of theirs is touched: only places that notes of the file lie in are added.
Every operation is decided on a draft, so what the board does not take is known, and notes find the places there.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from facilitator.bringing.brought import Brought, BroughtNote, BroughtPlace, BroughtShape, Listed
from facilitator.engine import OPERATIONS, Actor, Event, State, decide
from facilitator.engine.ids import is_id, noun_of
from facilitator.engine.kinds import known
from facilitator.engine.place import UNPLACED
from facilitator.engine.siblings import siblings
from facilitator.engine.state import SYSTEM, Item

MOST_STRIPS = 200  # phases, lanes and other places: more than a board may have
LONGEST_AXIS_ID = 44  # room for two keys in a cell's id
LANGUAGES = ("fi", "sv", "en")
_LEADER, _THEN = Actor(SYSTEM, SYSTEM), datetime(2000, 1, 1, tzinfo=UTC)  # who decides a draft, and when, is no matter
_OWN = frozenset({"note", "link", "cluster", "comment", "ballot"})

Step = tuple[int, str, dict[str, Any]]  # the row, the operation's type, its members


@dataclass(slots=True)
class Shaped:
    """state: the board as it will be. first and last: before and after the notes. told: what becomes of it, in words.

    zones: by the file's id of a place, the id that it has here. is_alike: whether the board becomes as the file's was.
    """

    state: State
    first: list[Step] = field(default_factory=list)
    last: list[Step] = field(default_factory=list)
    told: list[Listed] = field(default_factory=list)
    remarks: list[Listed] = field(default_factory=list)
    zones: dict[str, str] = field(default_factory=dict)
    is_alike: bool = False


def shaped(before: State, brought: Brought, act: str, known_ids: Collection[str] = frozenset()) -> Shaped:
    """before: the board as it was when the act began. act: from whose id new ones are made.

    known_ids: of what the file names of a project's register and outputs, that which the board's project knows.
    """
    shape = brought.shape
    if shape is None or not shape.places:
        return Shaped(before)
    if shape.method != before.board.get("method", {}).get("key"):
        return Shaped(before, remarks=[Listed(0, "own.method")])
    shaper = _Shaper(before, shape, brought.notes, act, known_ids)
    if is_blank(before):
        shaper.make_alike(brought.left_out)
    else:
        shaper.add_missing()
    shaper.name_cells()
    return shaper.made


def is_blank(state: State) -> bool:
    """Whether nothing that people made lies on the board."""
    return not any(noun_of(item_id) in _OWN and not item.get("fixed") for item_id, item in state.items.items())


class _Shaper:
    def __init__(
        self, before: State, shape: BroughtShape, notes: Sequence[BroughtNote], act: str, known_ids: Collection[str]
    ) -> None:
        self.made = Shaped(before.copy(), zones={UNPLACED: UNPLACED})
        self._draft = self.made.state
        self._shape, self._act, self._known_ids = shape, act, known_ids
        self._cells = [place for place in shape.places if place.phase or place.lane]
        self._strips = [place for place in shape.places if not (place.phase or place.lane) and place.key != UNPLACED][
            :MOST_STRIPS
        ]
        self._keys = {note.key for note in notes}
        self._lying: dict[str, dict[str, None]] = {}
        for note in notes:
            if not (before.items.get(note.key) or {}).get("fixed"):  # one that the method gives is here already
                self._lying.setdefault(note.zone, {})[note.kind] = None

    def make_alike(self, left_out: int) -> None:
        """All of it, as the file says."""
        self.made.is_alike = True
        self._kinds()
        self._variant()
        for place in self._strips:
            self._come(place)
        self._leave()
        for axis in ("phase", "lane", ""):
            self._order(axis)
        self._accepts()
        self._left_out(left_out)

    def add_missing(self) -> None:
        """Those that notes of the file lie in, where neither one of this id nor one of this name is there."""
        strips = {place.key: place for place in self._strips}
        parts = {cell.key: (cell.phase, cell.lane) for cell in self._cells}
        needed = {key for zone in self._lying for key in parts.get(zone, (zone,))}
        last: dict[str, str] = {}
        for key, place in strips.items():
            there = self._here(place) or self._called(place)
            if there is not None:
                self.made.zones[key] = last[place.axis] = there
            elif key in needed:
                self._add(place, last.get(place.axis))
                last[place.axis] = self.made.zones.get(key, last.get(place.axis, ""))
        self._accepts(self._added())

    def name_cells(self) -> None:
        """A cell is where its phase and its lane cross here."""
        zones = self.made.zones
        for cell in self._cells:
            if cell.phase in zones and cell.lane in zones:
                zones[cell.key] = _cell(zones[cell.phase], zones[cell.lane])

    def _come(self, place: BroughtPlace) -> None:
        there = self._here(place, gone=True)
        if there is None:
            self._add(place, self._last_of(place.axis))
            return
        if there in self._draft.gone and self._does(place.row, "zone.restore", zone=there):
            self._tell(place, "place.back")
        self.made.zones[place.key] = there
        self._name(place, there)
        self._tie(place, there)

    def _add(self, place: BroughtPlace, after: str | None) -> None:
        zone = place.key if self._is_free(place) else f"zone:{uuid.uuid5(uuid.UUID(self._act), place.key)}"
        title = place.title if isinstance(place.title, str) else next(iter(place.title.values()), "")
        if self._does(place.row, "zone.add", zone=zone, title=title, axis=place.axis or None, after=after):
            self.made.zones[place.key] = zone
            self._tell(place, "place.new")
            self._tie(place, zone)
            if not isinstance(place.title, str):
                self._does(place.row, "zone.set", zone=zone, fields={"title": dict(place.title)})

    def _name(self, place: BroughtPlace, zone: str) -> None:
        was = self._draft.items[zone]["title"]
        if was != place.title and self._does(place.row, "zone.set", zone=zone, fields={"title": place.title}):
            self._tell(place, "place.named", was=short(was))

    def _tie(self, place: BroughtPlace, zone: str) -> None:
        """To what the board's project knows. What stood for something else stands for it no more."""
        wanted = {
            "entity": place.entity if place.entity in self._known_ids else None,
            "from": place.origin if is_known_origin(place.origin, self._known_ids) else None,
        }
        told = bool(place.entity and not wanted["entity"]) or bool(place.origin and not wanted["from"])
        fields = {name: value for name, value in wanted.items() if self._draft.items[zone].get(name) != value}
        if fields and not self._may_do("zone.tie", zone=zone, fields=fields):
            told, fields = True, {}
        if fields:
            self._does(place.row, "zone.tie", zone=zone, fields=fields)
        if told:
            self.made.remarks.append(Listed(place.row, "zone.register", {"zone": short(place.title)}))

    def _leave(self) -> None:
        here = set(self.made.zones.values())
        for zone in [each for each in self._draft.items if _is_strip(each, self._draft.items[each])]:
            title = self._draft.items[zone]["title"]
            if zone not in here and self._does(0, "zone.remove", zone=zone):
                self.made.told.append(Listed(0, "place.gone", {"zone": short(title)}))

    def _left_out(self, count: int) -> None:
        """Of the notes that the method gives, those that the file has not; and how many others its output had not."""
        for note, item in [each for each in self._draft.items.items() if noun_of(each[0]) == "note"]:
            is_out = note not in self._keys
            count -= is_out
            if bool(item.get("out")) != is_out and self._does(0, "note.leave_out", note=note, out=is_out):
                self.made.told.append(Listed(0, "given.out" if is_out else "given.in", {"text": short(item["text"])}))
        wanted = max(0, count) or None
        if self._draft.board.get("left_out") != wanted and self._does(0, "board.set", fields={"left_out": wanted}):
            self.made.told.append(Listed(0, "board.left_out", {"count": wanted or 0}))

    def _order(self, axis: str) -> None:
        zones = self.made.zones
        wanted = [zones[place.key] for place in self._strips if place.axis == axis and place.key in zones]
        there = self._in_order(axis)
        if [each for each in there if each in wanted] == wanted:
            return
        for before, zone in zip([None, *wanted], wanted, strict=False):
            there = self._in_order(axis)
            at = there.index(zone)
            if (there[at - 1] if at else None) != before and not self._does(0, "zone.move", zone=zone, after=before):
                return
        self.made.told.append(Listed(0, "place.order"))

    def _accepts(self, of: Sequence[BroughtPlace] | None = None) -> None:
        """Which kinds a place takes; it takes those of its notes meanwhile, which may lie there from before."""
        cells: dict[str, list[BroughtPlace]] = {}
        for cell in self._cells:
            cells.setdefault(cell.lane, []).append(cell)
        for place in self._strips if of is None else of:
            zone = self.made.zones.get(place.key)
            if zone is None or place.axis == "phase":
                continue
            its = cells.get(place.key, []) if place.axis == "lane" else [place]
            if not its or self._take_alike(place, its):
                continue
            if self._draft.items[zone].get("fixed"):
                self.made.remarks.append(Listed(place.row, "place.refused", {"zone": short(place.title)}))
                continue
            there = known(self._draft)
            told = _joined([kind for kind in cell.accepts if kind in there] for cell in its)
            told = told or (self._taken_nowhere(its) if place.axis == "lane" else [])
            lying = [kind for cell in its for kind in self._lying.get(cell.key, ())]
            name = "takes" if place.axis == "lane" else "accepts"
            now = self._draft.items[zone][name]
            wide = [*now, *(kind for kind in dict.fromkeys(lying) if kind in there and kind not in now)]
            if wide != now:
                self._does(place.row, "zone.set", zone=zone, fields={name: wide})
            if told:
                self.made.last.append((place.row, "zone.set", {"zone": zone, "fields": {name: told}}))
                if of is None and not self._is_new(place):
                    self._tell(place, "place.kinds")

    def _take_alike(self, place: BroughtPlace, its: Sequence[BroughtPlace]) -> bool:
        """Whether they take what the file says, of the kinds that its board had, and all that lies in them."""
        shown = set(known(self._draft)) if self._shape.kinds is None else {each["key"] for each in self._shape.kinds}
        zones = self.made.zones
        for each in its:
            zone = zones.get(each.key)
            if place.axis == "lane":
                if each.phase not in zones:
                    continue
                zone = _cell(zones[each.phase], zones[place.key])
            takes = self._draft.items.get(zone or "", {}).get("accepts", ())
            if [kind for kind in takes if kind in shown] != list(each.accepts):
                return False
            if not self._lying.get(each.key, {}).keys() <= set(takes):
                return False
        return True

    def _taken_nowhere(self, cells: Sequence[BroughtPlace]) -> list[str]:
        """A kind that no phase takes, for a lane in which nothing may lie."""
        phases = [self._draft.items.get(self.made.zones.get(cell.phase, ""), {}) for cell in cells]
        taken = {kind for phase in phases for kind in phase.get("takes", known(self._draft))}
        return [kind for kind in known(self._draft) if kind not in taken][:1]

    def _kinds(self) -> None:
        """As many of them as a board may have; those that come last were taken away, and only have notes still."""
        now, wanted = self._draft.board.get("kinds"), self._shape.kinds
        if now == wanted or self._draft.rules.own_kinds is None:
            return
        most = [dict(each) for each in wanted or ()]
        while most and not self._may_do("board.set", fields={"kinds": most}):
            self.made.remarks.append(Listed(0, "kind.other", {"kind": short(most[-1].get("title", most[-1]["key"]))}))
            most.pop()
        if self._does(0, "board.set", fields={"kinds": most or None}):
            self.made.told.append(Listed(0, "board.kinds"))

    def _may_do(self, kind: str, **members: Any) -> bool:
        return isinstance(decide(self._draft, OPERATIONS[kind](id="", **members), _LEADER, _THEN), Event)

    def _variant(self) -> None:
        wanted = self._shape.variant
        if self._draft.board.get("variant") != wanted and self._does(0, "board.set", fields={"variant": wanted}):
            self.made.told.append(Listed(0, "board.variant"))

    def _here(self, place: BroughtPlace, *, gone: bool = False) -> str | None:
        """The place of this id, where it is of the same sort."""
        item = self._draft.known(place.key) if gone else self._draft.items.get(place.key)
        return place.key if item is not None and _is_strip(place.key, item, place.axis) else None

    def _called(self, place: BroughtPlace) -> str | None:
        """The place of this name."""
        words = _words(place.title)
        return next(
            (each for each in self._in_order(place.axis) if words & _words(self._draft.items[each]["title"])), None
        )

    def _is_free(self, place: BroughtPlace) -> bool:
        """Whether the board has never known this id, nor a cell that begins like it."""
        return (
            self._draft.known(place.key) is None
            and "/" not in place.key
            and (not place.axis or len(place.key) <= LONGEST_AXIS_ID)
            and is_id(place.key, "zone")
        )

    def _is_new(self, place: BroughtPlace) -> bool:
        return any(told.code == "place.new" and told.row == place.row for told in self.made.told)

    def _added(self) -> list[BroughtPlace]:
        return [place for place in self._strips if self._is_new(place)]

    def _in_order(self, axis: str) -> list[str]:
        found = siblings(self._draft, lambda zone, item: _is_strip(zone, item, axis))
        return [zone for zone, _ in found]

    def _last_of(self, axis: str) -> str | None:
        """After which one the next of the file comes; None: after all."""
        return next(
            (
                self.made.zones[place.key]
                for place in reversed(self._strips)
                if place.axis == axis and place.key in self.made.zones
            ),
            None,
        )

    def _does(self, row: int, kind: str, **members: Any) -> bool:
        answer = decide(self._draft, OPERATIONS[kind](id="", **members), _LEADER, _THEN)
        if not isinstance(answer, Event):
            zone = self._draft.items.get(members.get("zone", ""), {}).get("title", members.get("title", ""))
            self.made.remarks.append(Listed(row, "place.refused", {"zone": short(zone)}))
            return False
        if answer.changes:
            self._draft.absorb(answer)
            self.made.first.append((row, kind, members))
        return bool(answer.changes)

    def _tell(self, place: BroughtPlace, code: str, **detail: Any) -> None:
        self.made.told.append(Listed(place.row, code, {"zone": short(place.title), **detail}))


def is_known_origin(origin: Any, known_ids: Collection[str]) -> bool:
    """Whether it names an output of the board's project."""
    return isinstance(origin, Mapping) and origin.get("artefact") in known_ids


def short(title: Any) -> Any:
    """A title as it can be told, in one language or in several."""
    if isinstance(title, Mapping):
        return {language: str(word)[:80] for language, word in title.items()}
    return str(title)[:80]


def _is_strip(zone: str, item: Item, axis: str | None = None) -> bool:
    """Whether it is a phase, a lane or a place by itself, of this axis: neither a cell nor *Not placed*."""
    if noun_of(zone) != "zone" or zone == UNPLACED or "sort" not in item or item.get("phase") is not None:
        return False
    return axis is None or (item.get("axis") or "") == axis


def _cell(phase: str, lane: str) -> str:
    return f"{phase}/{lane.partition(':')[2]}"


def _joined(lists: Iterable[Sequence[str]]) -> list[str]:
    """One list of which each of these is a part, in its order."""
    joined: list[str] = []
    for each in sorted(lists, key=len, reverse=True):
        at = 0
        for kind in each:
            if kind in joined:
                at = joined.index(kind) + 1
            else:
                joined.insert(at, kind)
                at += 1
    return joined


def _words(title: Any) -> set[str]:
    texts = title.values() if isinstance(title, Mapping) else [title]
    return {str(text).casefold() for text in texts if text}
