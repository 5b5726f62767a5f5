"""Names that a place or a field may be given: those on the workshop's boards now, and of the project's register."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitator import access, methods
from facilitator.access import Person
from facilitator.engine import PUBLIC, State, see_state
from facilitator.hub.offload import offload
from facilitator.live import rooms
from facilitator.methods.entity_types import type_of
from facilitator.models import Board
from facilitator.record.register import names_of

TYPES = ("stakeholder", "step", "action")  # what lanes, columns and organisations are called after
LONGEST, MOST = 120, 300

Name = tuple[str, str]  # its type, and the name itself


def names_for(person: Person, board: Board) -> list[Name]:
    """Each once, whatever its capitals and spaces, by type and alphabet; at most 300.

    They are of the workshop's boards that this person may open, of what everybody sees on them. Members of the
    programme get those of the register too; who helps to lead one workshop, or takes part in it, does not see what came
    out of others.
    """
    workshop = board.workshop
    boards = access.boards_of(person.participant) if person.participant else list(workshop.boards)
    states = [rooms.state(each.id) for each in boards if _kinds_of(each.method_key, each.method_version)]
    found = offload(_names_on, states)
    if access.programme_role(person, workshop.project.programme_id) is not None:
        found += names_of(workshop.project_id, TYPES)
    known: dict[Name, Name] = {}
    for type_, name in found:
        line = " ".join(name.split())
        if 0 < len(line) <= LONGEST:
            known.setdefault((type_, line.casefold()), (type_, line))
    return [known[each] for each in sorted(known)][:MOST]


def _kinds_of(key: str, version: int) -> dict[str, str]:
    """By kind of note of the method, its type, where it is one of those that lend a name."""
    kinds = {kind["key"]: type_of(kind["entity"]) or "" for kind in methods.load(key, version)["kinds"]}
    return {kind: type_ for kind, type_ in kinds.items() if type_ in TYPES}


def _names_on(states: Sequence[State]) -> list[Name]:
    return [name for state in states for name in _on(state)]


def _on(state: State) -> Iterator[Name]:
    named = state.root["method"]
    kinds = _kinds_of(named["key"], named["version"])
    for item_id, item in see_state(state, PUBLIC).items():
        if item_id.startswith("note:") and item["kind"] in kinds and not (item.get("erased") or item.get("out")):
            yield kinds[item["kind"]], item["text"]
