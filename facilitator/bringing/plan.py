"""What a file becomes on a board: operations in their order, each with the row that it comes from. Nothing is done yet.

First the places of a board of ours (`shaping.py`), then notes, arrows, themes.

Ids of operations come from the id of the act, so the same act sent twice is done once, and can be found again.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from facilitator.bringing.brought import MOST_NOTES, Brought, BroughtLink, BroughtNote, BroughtTheme, Listed
from facilitator.bringing.for_a_moment import Step as Moment
from facilitator.bringing.for_a_moment import fitting, of_kind
from facilitator.bringing.lying import box, is_whole, last_orders, scaled, zones
from facilitator.bringing.saying import Step as Said
from facilitator.bringing.saying import ballot_step, comment_steps
from facilitator.bringing.shaping import Shaped, is_known_origin, shaped, short
from facilitator.bringing.values import names_of, value_of
from facilitator.engine import State
from facilitator.engine.ids import is_id
from facilitator.engine.kinds import choosable
from facilitator.engine.merged import MOST_MERGED
from facilitator.engine.notes import MOST_ALTERNATIVES
from facilitator.engine.order import is_key, key_between
from facilitator.engine.place import SIDE, TURN, UNPLACED
from facilitator.engine.ties import MOST_ABOUT

Wire = dict[str, Any]
LANGUAGES = ("fi", "sv", "en")
BEFORE = "…"  # what a note says for a moment that has its own text among those nobody has chosen between


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The act's id, and what a note becomes where the file does not say.

    made: what it made before it broke off. before: the board as it was then; None: as it is. register and outputs:
    which entities and which outputs the board's project knows. pictures: by name in the file, those that are kept for
    the board.
    """

    act: str
    kind: str
    zone: str = UNPLACED
    made: frozenset[str] = frozenset()
    before: State | None = None
    register: Collection[str] = frozenset()
    outputs: Collection[str] = frozenset()
    pictures: Mapping[str, Wire] = field(default_factory=dict)


@dataclass(slots=True)
class Plan:
    """Operations by row, and what is said about them.

    skipped: what is there already. shaped: what becomes of the places. aside: by its id, an operation that is nothing
    of the file by itself, with what is said where the board refuses it.
    """

    steps: list[tuple[int, Wire]] = field(default_factory=list)
    remarks: list[Listed] = field(default_factory=list)
    skipped: list[Listed] = field(default_factory=list)
    shaped: list[Listed] = field(default_factory=list)
    aside: dict[str, Listed] = field(default_factory=dict)


def operation_id(act: str, number: int) -> str:
    """The id of the act's nth operation."""
    return str(uuid.uuid5(uuid.UUID(act), f"operation {number}"))


def plan(state: State, method: Mapping[str, Any], brought: Brought, wanted: Wanted) -> Plan:
    """Places, notes in the order of the file, links and themes between them, and what was said and voted of these."""
    shape = shaped(wanted.before or state, brought, wanted.act, frozenset({*wanted.register, *wanted.outputs}))
    planner = _Planner(state, shape, method, brought.notes, wanted)
    planner.made.remarks += shape.remarks
    planner.made.shaped += shape.told
    if brought.left_out and not shape.is_alike:
        planner.made.remarks.append(Listed(0, "own.left_out"))
    planner.shape(shape.first)
    for note in brought.notes:
        planner.add_note(note)
    for link in brought.links:
        planner.add_link(link)
    for theme in brought.themes:
        planner.add_theme(theme)
    for note in brought.notes:
        planner.lay_down(note)
    for comment in brought.comments:
        for said in comment_steps(comment, planner.talked_of, planner.id_of):
            planner.say(said)
    for ballot in brought.ballots:
        planner.say(ballot_step(ballot, planner.voted_on(ballot.over), shape.zones, planner.id_of))
    planner.shape(shape.last)
    return planner.made


class _Planner:
    def __init__(
        self, state: State, shape: Shaped, method: Mapping[str, Any], notes: Sequence[BroughtNote], wanted: Wanted
    ) -> None:
        self.made = Plan()
        self._state, self._wanted = state, wanted
        self._board, self._at, self._is_alike = shape.state, shape.zones, shape.is_alike
        self._kinds = choosable(self._board)
        self._names = names_of(self._board, method)
        self._titles = {each["key"]: each["title"] for kind in method["kinds"] for each in kind.get("fields", ())}
        self._zones = zones(self._board)
        self._zone_else = wanted.zone if wanted.zone in self._zones else UNPLACED  # the file may have taken it away
        self._kind_else = wanted.kind if wanted.kind in self._kinds else next(iter(self._kinds))
        self._ids = {note.key: self._id_of(note, at) for at, note in enumerate(notes) if note.key}
        self._kind_of: dict[str, str] = {}
        self._added: dict[str, Wire] = {}
        self._last: dict[str, str | None] = last_orders(state, wanted.made)
        self._began = frozenset(self._last)
        self._box = box(notes)
        self._loose = 0
        self._taken = set(self._ids.values())
        self._merged: set[str] = set()
        self.talked_of, self._themes = dict(self._ids), dict[str, str]()

    def shape(self, steps: Sequence[tuple[int, str, Wire]]) -> None:
        """What makes the board's places."""
        for row, kind, members in steps:
            title = self._board.items.get(members.get("zone", ""), {}).get("title", "")
            self._step(row, kind, members, Listed(row, "place.refused", {"zone": short(title)}))

    def add_note(self, note: BroughtNote) -> None:
        """The note, and then what became it, what is undecided about it and what it is in the register."""
        if self._is_given(note.key):
            self.made.skipped.append(Listed(note.row, "own.given"))
            self._kind_of[note.key] = self._state.items[note.key]["kind"]
            return
        number = len(self.made.steps)
        note_id = self._ids.get(note.key) or self._new_id("note", number)
        kind = self._kind(note)
        named = zone = self._zone(note, kind)
        accepts = self._board.items[zone]["accepts"]
        if not note.kind and kind not in accepts:
            kind = next((each for each in accepts if each in self._kinds), kind)
        if kind not in accepts:
            self._remark(note.row, "zone.wrong_kind")
            zone = UNPLACED
        op: Wire = {
            "note": note_id,
            "kind": kind,
            "text": BEFORE if note.text in note.alternatives else note.text,
            **self._place(note, zone, note.is_placed and named == zone),
        }
        fields = self._fields(note, kind, self._said_by(zone) if note.is_placed and named == zone else frozenset())
        if fields:
            op["fields"] = fields
        if note.lang in LANGUAGES:
            op["lang"] = note.lang
        if note.voices:
            op["voices"] = note.voices
        if note.picture in self._wanted.pictures:
            shows = {"description": note.shows} if note.shows else {}
            op["picture"] = {**self._wanted.pictures[note.picture], **shows}
        self._kind_of[note_id] = kind
        self._added[note_id] = op
        self._step(note.row, "note.add", op)
        self._add_merged(note, op)
        self._add_alternatives(note, note_id)
        self._tie(note, note_id)

    def _add_merged(self, note: BroughtNote, op: Wire) -> None:
        """They come for a moment, and become it: so they can be taken out of it again, as on the board they were on."""
        became: list[str] = []
        told = Listed(note.row, "own.merged")
        for number, each in enumerate(note.merged):
            if number == MOST_MERGED or len(self._merged) >= MOST_NOTES:
                self.made.remarks.append(told)
                break
            key = str(each["id"])
            is_free = is_id(key, "note") and self._is_new(key) and key not in self._taken
            merged = key if is_free else self._new_id("note", f"{note.row} {number}")
            self._taken.add(merged)
            self._merged.add(merged)
            was = {name: value for name, value in op.items() if name not in ("fields", "lang", "voices", "picture")}
            lang = {"lang": each["lang"]} if each.get("lang") in LANGUAGES else {}
            self._step(note.row, "note.add", {**was, "note": merged, "text": each["text"], **lang}, told)
            became.append(merged)
        if became:
            self._step(note.row, "note.merge", {"note": op["note"], "notes": became}, told)

    def _add_alternatives(self, note: BroughtNote, note_id: str) -> None:
        told = Listed(note.row, "own.alternatives")
        if len(note.alternatives) > MOST_ALTERNATIVES:
            self.made.remarks.append(told)
        for text in note.alternatives[:MOST_ALTERNATIVES]:
            self._step(note.row, "note.write", {"note": note_id, "was": "", "text": text}, told)
        if note.text in note.alternatives:
            self._step(note.row, "note.write", {"note": note_id, "was": BEFORE, "text": note.text})

    def _tie(self, note: BroughtNote, note_id: str) -> None:
        """Only to what this project knows."""
        about = [each for each in note.about if each in self._wanted.register][:MOST_ABOUT]
        fields: Wire = {"entity": note.entity} if note.entity in self._wanted.register else {}
        fields |= {"about": about} if about else {}
        told = Listed(note.row, "own.register")
        origin = is_known_origin(note.origin, self._wanted.outputs)
        if note.origin and not origin:
            self._remark(note.row, "own.from")
        if len(about) < len(note.about) or (note.entity and "entity" not in fields):
            self.made.remarks.append(told)
        if fields:
            self._step(note.row, "note.tie", {"note": note_id, "fields": fields}, told)
        if origin:
            fields = {"from": note.origin}
            self._step(note.row, "note.tie", {"note": note_id, "fields": fields}, Listed(note.row, "own.from"))

    def add_link(self, link: BroughtLink) -> None:
        """An arrow of the kind that the file names, or of the first that may go between these two."""
        source, target = self._ids[link.source], self._ids[link.target]
        kinds = [self._kind_of[source], self._kind_of[target]]
        rules = self._state.rules.links
        fits = [
            key
            for key, rule in rules.items()
            if all(not ends or kind in ends for ends, kind in zip((rule.leaves, rule.reaches), kinds, strict=True))
        ]
        wanted = self._names.links.get(link.kind.casefold(), link.kind)
        away, back = ([], []) if wanted in fits else self._for_a_moment(wanted, source, target)
        kind = wanted if wanted in fits or away else next(iter(fits), next(iter(rules), "none"))
        if wanted and wanted != kind:
            self._remark(link.row, "link.other_kind")
        link_id = self.id_of("link", link.key)
        self.talked_of.setdefault(link.key, link_id)
        op: Wire = {"link": link_id, "from": source, "to": target, "kind": kind}
        if link.label.strip():
            op["label"] = link.label
        told = Listed(link.row, "link.other_kind")
        for type_, members in away:
            self._step(link.row, type_, members, told)
        self._step(link.row, "link.add", op)
        for type_, members in back:
            self._step(link.row, type_, members, told)
        state = self._names.states.get(link.state.casefold())
        if state in self._state.rules.link_states:
            told = Listed(link.row, "link.no_state")
            self._step(link.row, "link.set", {"link": link_id, "fields": {"state": state}}, told)

    def _for_a_moment(self, link: str, source: str, target: str) -> tuple[list[Moment], list[Moment]]:
        """The steps before and after an arrow that its ends' kinds do not fit now, as they did when it was drawn."""
        away: list[Moment] = []
        back: list[Moment] = []
        rule = self._state.rules.links.get(link) if self._is_alike else None
        for note, ends in ((source, rule.leaves), (target, rule.reaches)) if rule else ():
            kind = fitting(self._kind_of[note], ends, self._kinds)
            if kind is None or (kind != self._kind_of[note] and note not in self._added):
                return [], []
            if kind != self._kind_of[note]:
                there, again = of_kind(self._added[note], kind)
                away, back = [*away, *there], [*again, *back]
        return away, back

    def add_theme(self, theme: BroughtTheme) -> None:
        """With those of its notes that come too."""
        theme_id = self.id_of("cluster", theme.key)
        self._themes.setdefault(theme.key, theme_id)
        notes = [self._ids[note] for note in theme.notes if note in self._ids]
        self._step(theme.row, "cluster.add", {"cluster": theme_id, "title": theme.title, "notes": notes})

    def lay_down(self, note: BroughtNote) -> None:
        """A picture under its place: nothing moves the note from then on."""
        note_id = self._ids.get(note.key, "")
        if note.is_ground and "picture" in self._added.get(note_id, {}):
            self._step(note.row, "note.ground", {"note": note_id, "ground": True}, Listed(note.row, "own.ground"))

    def voted_on(self, over: str) -> Mapping[str, str]:
        """By what the file calls them, the notes or the themes here."""
        return self._themes if over == "clusters" else self._ids

    def say(self, said: Said | Listed) -> None:
        """A step of what was said or voted, or what is told of it where it cannot come."""
        if isinstance(said, Listed):
            self.made.skipped.append(said)
        else:
            self._step(*said)

    def id_of(self, noun: str, key: str) -> str:
        """Its own where this board has not known it."""
        return key if is_id(key, noun) and self._is_new(key) else self._new_id(noun, len(self.made.steps))

    def _step(self, row: int, kind: str, members: Wire, aside: Listed | None = None) -> None:
        """aside: what is said where it is refused, of what is nothing of the file by itself."""
        op_id = operation_id(self._wanted.act, len(self.made.steps))
        self.made.steps.append((row, {"id": op_id, "type": kind, **members}))
        if aside is not None:
            self.made.aside[op_id] = aside

    def _remark(self, row: int, code: str, **detail: Any) -> None:
        self.made.remarks.append(Listed(row, code, detail))

    def _new_id(self, noun: str, number: int | str) -> str:
        return f"{noun}:{uuid.uuid5(uuid.UUID(self._wanted.act), f'{noun} {number}')}"

    def _id_of(self, note: BroughtNote, number: int) -> str:
        """Its own, where it comes from a board of ours and this one has not known it: an empty board gets it back."""
        is_ours = is_id(note.key, "note") and (self._is_new(note.key) or self._is_given(note.key))
        return note.key if is_ours else self._new_id("note", number)

    def _is_new(self, item: str) -> bool:
        """Whether nobody but this act has used this id."""
        return item in self._wanted.made or self._state.known(item) is None

    def _is_given(self, item: str) -> bool:
        """Whether it is a note that every board of the method has by itself, so it is here already."""
        return item.startswith("note:") and bool(self._state.items.get(item, {}).get("fixed"))

    def _kind(self, note: BroughtNote) -> str:
        if not note.kind:
            return self._kind_else
        found = self._names.kinds.get(note.kind.casefold())
        if found is None or found not in self._kinds:
            self._remark(note.row, "kind.other", kind=note.kind[:80])
            return self._kind_else
        return found

    def _zone(self, note: BroughtNote, kind: str) -> str:
        """The one that the file names; where two have that name, the one that takes this kind."""
        if not note.zone:
            return self._zone_else
        if self._at.get(note.zone) in self._zones:
            return self._at[note.zone]
        found = [note.zone] if note.zone in self._zones else self._names.zones.get(note.zone.casefold(), [])
        found = [each for each in found if each in self._zones]
        if not found:
            names = (self._names.zones.get(word.casefold(), []) for word in note.called)
            found = [each for zones in names for each in zones if each in self._zones]
        if not found:
            self._remark(note.row, "zone.other", zone=next(iter(note.called), note.zone)[:80])
            return self._zone_else
        return next((each for each in found if kind in self._board.items[each]["accepts"]), found[0])

    def _place(self, note: BroughtNote, zone: str, is_same: bool) -> Wire:
        """is_same: a board of ours says in its own measure where in the zone."""
        sort = self._board.items[zone]["sort"]
        if sort != "plane":
            turned = is_same and sort == "ring" and is_whole(note.angle, TURN - 1)
            return {"zone": zone, "order": self._order(note, zone, is_same)} | (
                {"angle": int(note.angle or 0)} if turned else {}
            )
        if is_same and is_whole(note.x) and is_whole(note.y):
            return {"zone": zone, "x": int(note.x or 0), "y": int(note.y or 0)}
        if self._box is None or note.is_placed or note.x is None or note.y is None:
            self._loose += 1
            column, row = (self._loose - 1) % 10, (self._loose - 1) // 10 % 10
            return {"zone": zone, "x": 500 + 1_000 * column, "y": 500 + 1_000 * row}
        left, top, width, height = self._box
        return {
            "zone": zone,
            "x": scaled(note.x - left, width),
            "y": SIDE - scaled(note.y - top, height),
        }  # upwards is more

    def _order(self, note: BroughtNote, zone: str, is_same: bool) -> str:
        """Its own in a place that was empty, else after those that lie there."""
        last = self._last.get(zone)
        is_kept = is_same and zone not in self._began and is_key(note.order)
        order = note.order if is_kept else key_between(last, None)
        self._last[zone] = max(last or order, order)
        return order

    def _said_by(self, zone: str) -> Collection[str]:
        """The fields that this place fills: nobody chose them."""
        items = self._board.items
        strips = [items.get(items[zone].get(axis, ""), {}) for axis in ("phase", "lane")]
        said = {name for each in (items[zone], *strips) for name in each.get("sets") or {}}
        return said | {axis["field"] for axis in (items[zone].get("axes") or {}).values()}

    def _fields(self, note: BroughtNote, kind: str, said: Collection[str]) -> Wire:
        rules, fields = self._kinds[kind], {}
        for called, given in note.fields.items():
            name = self._names.fields.get((kind, called.casefold()), called)
            if name in said:
                continue
            rule = rules.get(name)
            value = (
                None if rule is None else value_of(given, rule, self._names.choices.get((kind, name), {}), self._ids)
            )
            if value is None:
                self._remark(note.row, "field.other", field=self._titles.get(name, called[:80]))
            else:
                fields[name] = value
        return fields
