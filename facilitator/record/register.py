"""The project's register as it is now: each thing once, by which names, and where it is used."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Executable, or_, select

from facilitator.errors import NotThere
from facilitator.extensions import db
from facilitator.hub.offload import offload
from facilitator.methods.entity_types import TYPES
from facilitator.models import Board, Entity, EntityAct, EntityPlace, RecordedArtefact, Workshop
from facilitator.record.merged import Merged
from facilitator.record.registering import ABOUT, IS, bring_up_to_date


@dataclass(frozen=True, slots=True)
class Use:
    """Where it is used. role: `is`, where it lies itself; `about`, where a note is about it."""

    board_id: str
    item_id: str
    role: str
    text: str
    artefact_id: str
    version: int
    method_key: str
    titles: Mapping[str, str]  # the board's, by language
    workshop_titles: Mapping[str, str]
    workshop_order: int


@dataclass(frozen=True, slots=True)
class Act:
    """A new name or a merge that was made to it. became: a name, or of a merge the id of the other."""

    id: str
    verb: str
    was: str
    became: str
    by: str
    at: datetime
    undone_at: datetime | None


@dataclass(slots=True)
class Thing:
    """One entity, with those that were merged into it."""

    id: str
    type: str
    name: str
    ids: list[str] = field(default_factory=list)  # its own first, then those that it has taken in
    uses: list[Use] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)

    @property
    def lies(self) -> list[Use]:
        """Where it lies itself."""
        return [use for use in self.uses if use.role == IS]

    @property
    def concerned(self) -> list[Use]:
        """The notes that are about it."""
        return [use for use in self.uses if use.role == ABOUT]

    @property
    def other_names(self) -> list[str]:
        """What boards call it that is not its name, each once."""
        return [text for text in dict.fromkeys(use.text for use in self.lies) if text != self.name]


class Register:
    """Everything that one project speaks of, brought up to date with its record."""

    def __init__(self, project_id: str) -> None:
        bring_up_to_date(project_id)
        self._merged, self._by_id, self._things = offload(_assembled, _read(project_id))

    def thing(self, entity_id: str) -> Thing:
        """The thing of this id, also of one that was merged into it since. Raises NotThere."""
        found = self._by_id.get(self._merged.root(entity_id))
        if found is None:
            raise NotThere
        return found

    def root(self, entity_id: str) -> str:
        """The id as which it is known now; an unknown one as it is."""
        return self._merged.root(entity_id)

    def roots(self) -> dict[str, str]:
        """By every id that is known, as it is or as it was, the one of the thing now."""
        return {each: thing.id for thing in self._things for each in thing.ids}

    def has(self, entity_id: str) -> bool:
        """Whether the project knows this id, as it is or as it was."""
        return self._merged.root(entity_id) in self._by_id

    def things(self) -> list[Thing]:
        """All of them: by type, then by name."""
        return list(self._things)

    def used(self) -> list[Thing]:
        """Those that some board speaks of."""
        return [thing for thing in self._things if thing.uses]

    def twins(self) -> list[list[Thing]]:
        """Things of one type and the same name, capitals and spaces aside. They may be the same, or not."""
        return alike(thing for thing in self.used() if thing.lies)


def names_of(project_id: str, types: Collection[str]) -> list[tuple[str, str]]:
    """Type and name of the things of these types that some board speaks of; far less work than all of the register."""
    bring_up_to_date(project_id)
    places = select(EntityPlace.entity_id)
    wanted = select(Entity.type, Entity.name).where(
        Entity.project_id == project_id,
        Entity.type.in_(types),
        Entity.merged_into_id.is_(None),
        or_(Entity.id.in_(places), Entity.id.in_(select(Entity.merged_into_id).where(Entity.id.in_(places)))),
    )
    return [(row.type, row.name) for row in db.session.execute(wanted)]


def alike(things: Iterable[Thing]) -> list[list[Thing]]:
    """Those that have the same name, with the one that lies on most boards first."""
    found: dict[tuple[str, str], list[Thing]] = {}
    for thing in things:
        found.setdefault((thing.type, " ".join(thing.name.casefold().split())), []).append(thing)
    return [sorted(each, key=lambda thing: -len(thing.uses)) for each in found.values() if len(each) > 1]


@dataclass(frozen=True, slots=True)
class _Rows:
    """What the database has of one project: plain values, so that a thread may put them together."""

    entities: list[tuple[Any, ...]]  # id, type, name, what it was merged into; the oldest first
    places: list[tuple[Any, ...]]  # as `_places` asks for them
    acts: list[tuple[str, Act]]
    boards: dict[str, tuple[Any, ...]]  # titles, the workshop's, its number


def _read(project_id: str) -> _Rows:
    its = Entity.project_id == project_id
    entities = select(Entity.id, Entity.type, Entity.name, Entity.merged_into_id).where(its)
    boards = db.session.execute(select(Board, Workshop).join(Workshop).where(Workshop.project_id == project_id))
    return _Rows(
        [tuple(row) for row in db.session.execute(entities.order_by(Entity.created_at, Entity.id))],
        [tuple(row) for row in db.session.execute(_places(project_id))],
        _acts(project_id),
        {board.id: (board.words("title"), workshop.words("title"), workshop.position) for board, workshop in boards},
    )


def _places(project_id: str) -> Executable:
    """In the order of the workshops and their boards."""
    place, saved = EntityPlace, RecordedArtefact
    return (
        select(
            place.entity_id,
            place.board_id,
            place.item_id,
            place.role,
            place.text,
            place.artefact_id,
            saved.version,
            saved.method_key,
        )
        .join(saved, saved.id == place.artefact_id)
        .join(Board, Board.id == place.board_id)
        .join(Workshop, Workshop.id == Board.workshop_id)
        .where(Workshop.project_id == project_id)
        .order_by(Workshop.position, Workshop.created_at, Board.position, place.item_id)
    )


def _assembled(rows: _Rows) -> tuple[Merged, dict[str, Thing], list[Thing]]:
    """Who became whom, the things by id, and the same by type and name."""
    merged = Merged({id_: into for id_, _type, _name, into in rows.entities})
    things = {id_: Thing(id_, type_, name, [id_]) for id_, type_, name, _into in rows.entities if merged.is_root(id_)}
    for id_, _type, _name, _into in rows.entities:
        if id_ not in things:
            things[merged.root(id_)].ids.append(id_)
    for entity_id, board_id, *where in rows.places:
        things[merged.root(entity_id)].uses.append(Use(board_id, *where, *rows.boards[board_id]))
    for entity_id, act in rows.acts:
        things[merged.root(entity_id)].acts.append(act)
    place = {type_: number for number, type_ in enumerate(TYPES)}
    return merged, things, sorted(things.values(), key=lambda each: (place[each.type], each.name.casefold(), each.id))


def _acts(project_id: str) -> list[tuple[str, Act]]:
    """The latest first."""
    wanted = select(EntityAct).where(EntityAct.project_id == project_id).order_by(EntityAct.at.desc(), EntityAct.id)
    return [
        (row.entity_id, Act(row.id, row.verb, row.was, row.became, row.by, row.at, row.undone_at))
        for row in db.session.scalars(wanted)
    ]
