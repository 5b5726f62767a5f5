"""A worked example from what lies on a board: as people left it there, in the language in which they wrote.

What still says what the example said before keeps its words in the other languages; the rest waits for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from facilitator.methods.coherence import fits
from facilitator.methods.example import MOST_POINTS, MOST_SAID, fits_there
from facilitator.methods.members import TEXT_LENGTH, TITLE_LENGTH
from facilitator.methods.several import SEVERAL, names_in

MOST_NOTES = 100
_BEFORE, _GIVEN = "note:example-", "note:given-"
_NAMES = ("stakeholder", "organisation", "reference")


@dataclass(frozen=True, slots=True)
class Taken:
    """An example, and how many notes of the board are not in it: they lie or say what the method has no room for."""

    example: dict[str, Any]
    left_out: int


@dataclass(slots=True)
class _Board:
    """What is read, and the example that was there before."""

    method: Mapping[str, Any]
    items: Mapping[str, Mapping[str, Any]]
    language: str
    keys: dict[str, str] = field(default_factory=dict)

    @property
    def before(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.method.get("example", {})
        return found

    def told(self, text: Any, *former: Any) -> dict[str, str]:
        """In this language, and in the others where a former text said the same."""
        plain = " ".join(str(text).split())
        for each in former:
            if isinstance(each, Mapping) and each.get(self.language) == plain:
                return dict(each)
        return {self.language: plain}

    def of(self, noun: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        for item_id, item in self.items.items():
            if item_id.startswith(f"{noun}:"):
                yield item_id, item


def taken_from(method: Mapping[str, Any], items: Mapping[str, Mapping[str, Any]], language: str) -> Taken:
    """The example that these items make.

    items: what everybody sees on a board of the method. language: of its notes.
    """
    board = _Board(method, items, language)
    before = board.before
    notes, left_out = _notes(board)
    example: dict[str, Any] = {
        "title": before.get("title") or method["title"],
        "question": before.get("question") or method["question"],
        "names": _names(board),
        "notes": notes,
        "links": list(_links(board)),
        "themes": list(_themes(board)),
    }
    if ballot := _ballot(board):
        example["ballot"] = ballot
    return Taken({name: value for name, value in example.items() if value}, left_out)


def _notes(board: _Board) -> tuple[list[dict[str, Any]], int]:
    former = {f"{_BEFORE}{each['key']}": each for each in board.before.get("notes", ())}
    kinds = {each["key"]: {field["key"]: field for field in each["fields"]} for each in board.method["kinds"]}
    lying = [(note_id, note) for note_id, note in board.of("note") if _is_said(note_id, note)]
    rank: dict[str, int] = {}
    for zone in (each["zone"] for each in (*former.values(), *(note for _, note in lying))):
        rank.setdefault(zone, len(rank))
    fresh = (f"n{number}" for number in range(1, 10_000) if f"{_BEFORE}n{number}" not in former)
    notes: list[dict[str, Any]] = []
    for note_id, note in sorted(lying, key=lambda each: (rank[each[1]["zone"]], each[1].get("order", ""), each[0])):
        then = former.get(note_id, {})
        place = {name: note[name] for name in ("x", "y", "angle") if name in note}
        told = board.told(note["text"], then.get("text"))
        has_room = len(told[board.language]) <= TEXT_LENGTH and len(notes) < MOST_NOTES
        if not has_room or not fits_there(board.method, note["kind"], note["zone"], place):
            continue
        key = then.get("key") or next(fresh)
        board.keys[note_id] = key
        said = dict(_said(board, kinds[note["kind"]], note.get("fields") or {}, then.get("fields", {})))
        fields = {"fields": said} if said else {}
        notes.append({"key": key, "kind": note["kind"], "zone": note["zone"], "text": told, **place, **fields})
    board.keys |= {f"{_GIVEN}{each['key']}": f"given:{each['key']}" for each in board.method.get("given", ())}
    return notes, len(lying) - len(notes)


def _is_said(note_id: str, note: Mapping[str, Any]) -> bool:
    return not (note_id.startswith(_GIVEN) or note.get("out") or note.get("erased"))


def _said(
    board: _Board, fields: Mapping[str, Any], now: Mapping[str, Any], then: Mapping[str, Any]
) -> Iterator[tuple[str, Any]]:
    for name, value in now.items():
        if name not in fields:
            continue
        kind = fields[name]["type"]
        former = then.get(name)
        if kind == "text":
            yield name, board.told(value[:MOST_SAID], former)
        elif kind in _NAMES:
            is_same = isinstance(former, Mapping) and former.get(board.language) == value
            yield name, former if is_same else value
        elif kind in SEVERAL:
            is_same = isinstance(former, Mapping) and names_in(former.get(board.language, "")) == value
            yield name, former if is_same else value
        elif kind == "link":
            if len(value) <= MOST_POINTS:
                yield name, value
        elif kind in ("number", "date", "choices") or fits(fields[name], value):
            yield name, value


def _names(board: _Board) -> dict[str, Any]:
    """What people called places; those that the board alone has are none of the method's."""
    names = {}
    for part in ("phases", "lanes", "zones"):
        for zone in board.method.get(part, ()):
            title = board.items.get(zone["id"], {}).get("title")
            former = board.before.get("names", {}).get(zone["id"])
            words = title.get(board.language) if isinstance(title, Mapping) else title
            if words and words != zone["title"].get(board.language):
                names[zone["id"]] = board.told(words, former)
    return names


def _links(board: _Board) -> Iterator[dict[str, Any]]:
    kinds, states = ({each["key"] for each in board.method[part]} for part in ("links", "link_states"))
    labels = [each["label"] for each in board.before.get("links", ()) if "label" in each]
    for _link_id, link in board.of("link"):
        source, target = board.keys.get(link["from"]), board.keys.get(link["to"])
        if source and target and link["kind"] in kinds:
            state = {"state": link["state"]} if link.get("state") in states else {}
            label = {"label": board.told(link["label"], *labels)} if link.get("label") else {}
            yield {"from": source, "to": target, "kind": link["kind"], **state, **label}


def _themes(board: _Board) -> Iterator[dict[str, Any]]:
    titles = [each["title"] for each in board.before.get("themes", ())]
    for _theme_id, theme in board.of("cluster"):
        notes = [board.keys[each] for each in theme["notes"] if each in board.keys]
        if notes:
            yield {"title": board.told(theme["title"][:TITLE_LENGTH], *titles), "notes": notes}


def _ballot(board: _Board) -> dict[str, Any] | None:
    """The last one over notes that is over."""
    over = [each for _, each in board.of("ballot") if not each["open"] and each["over"] == "notes"]
    for ballot in reversed(over):
        sums = {board.keys[note]: count for note, count in ballot.get("sums", {}).items() if note in board.keys}
        if sums and ballot.get("voters"):
            title = board.told(ballot["title"], board.before.get("ballot", {}).get("title"))
            return {"title": title, "sums": sums, "voters": ballot["voters"]}
    return None
