"""Reading the record into the project's register: each thing that a board's newest version speaks of, and where.

Nothing is read while people work: a board comes into the register when a version of it is frozen, and what an earlier
version put there is replaced. Doing it twice is the same as once.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Table, delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from facilitator.artefacts.identity import own_id
from facilitator.extensions import db
from facilitator.hub.offload import offload
from facilitator.methods.entity_types import type_of
from facilitator.models import Entity, EntityAct, EntityPlace, Project, RecordedArtefact, RegisteredBoard
from facilitator.models.transaction import transaction
from facilitator.record.merged import Merged

IS, ABOUT = "is", "about"
RENAME, MERGE = "rename", "merge"
_ENTITIES, _PLACES, _ACTS = (cast("Table", model.__table__) for model in (Entity, EntityPlace, EntityAct))


@dataclass(frozen=True, slots=True)
class Spoken:
    """Something that a version speaks of. tied: the entity that somebody said it is; carried: it came with its name."""

    item_id: str
    type: str
    text: str
    tied: str | None
    about: tuple[str, ...] = ()
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """The version that is being read."""

    board_id: str
    taken_by: str
    taken_at: datetime


def bring_up_to_date(project_id: str) -> None:
    """Read what has been frozen since the register was last asked for."""
    for artefact_id in _unread(project_id):
        try:
            _register(artefact_id)
        except IntegrityError:  # another process has just read the same version
            db.session.rollback()


def _unread(project_id: str) -> list[str]:
    """Ids of the newest version of each board that the register has not been read from, in the order of time."""
    saved = RecordedArtefact
    later = select(saved.replaces_id).where(saved.project_id == project_id, saved.replaces_id.is_not(None))
    known = select(RegisteredBoard.artefact_id)
    wanted = select(saved.id).where(saved.project_id == project_id, saved.id.not_in(later), saved.id.not_in(known))
    return list(db.session.scalars(wanted.order_by(saved.taken_at, saved.id)))


def _register(artefact_id: str) -> None:
    saved = db.session.get(RecordedArtefact, artefact_id)
    if saved is None:
        return
    version, project_id = Read(saved.board_id, saved.taken_by, saved.taken_at), saved.project_id
    board_id, spoken = version.board_id, offload(_spoken_in, saved.body)
    with transaction() as tx:
        tx.get(Project, project_id, with_for_update=True)  # one reader at a time
        before = tx.get(RegisteredBoard, board_id)
        if before is not None and before.artefact_id == artefact_id:
            return
        project = _Project(tx, project_id)
        there = select(EntityPlace.item_id, EntityPlace.text).where(EntityPlace.board_id == board_id)
        former = {row.item_id: row.text for row in tx.execute(there.where(EntityPlace.role == IS))}
        tx.execute(delete(EntityPlace).where(EntityPlace.board_id == board_id))
        places = []
        for each in spoken:
            entity = project.entity_of(board_id, each)
            if entity is not None:
                project.hear(entity, each, former.get(each.item_id), version)
            whom = [(entity.id, IS)] if entity is not None else []
            whom += [(about, ABOUT) for about in each.about if about in project.known]
            where = {"board_id": board_id, "item_id": each.item_id, "text": each.text, "artefact_id": artefact_id}
            places += [{**where, "entity_id": entity_id, "role": role} for entity_id, role in whom]
        project.write()
        if places:
            tx.execute(insert(_PLACES), places)
        tx.merge(RegisteredBoard(board_id=board_id, artefact_id=artefact_id))


def _spoken_in(body: str) -> list[Spoken]:
    """Of an artefact as it is stored."""
    return list(_spoken_of(json.loads(body)))


def _spoken_of(artefact: Mapping[str, Any]) -> Iterator[Spoken]:
    """The notes that the register knows, those that somebody tied to it, and zones that were made of its things."""
    for item in artefact["items"]:
        type_, tied = type_of(item["entity"]), item.get("entity_id")
        if type_ or tied or item.get("about"):
            about = tuple(item.get("about", ()))
            yield Spoken(item["id"], type_ or "", item["text"], tied, about, "from" in item)
    for zone in artefact["zones"]:
        if zone.get("entity_id") and isinstance(zone["title"], str):
            yield Spoken(zone["id"], "", zone["title"], zone["entity_id"], (), "from" in zone)


@dataclass(slots=True)
class _Known:
    """An entity: what it is called, and what it was merged into. The rows of a large board are too many for objects
    that the database keeps an eye on."""

    id: str
    name: str
    merged_into: str | None = None


class _Project:
    """The entities of one project, while a version is read into them."""

    def __init__(self, tx: Session, project_id: str) -> None:
        self._tx, self._project_id = tx, project_id
        there = select(Entity.id, Entity.name, Entity.merged_into_id).where(Entity.project_id == project_id)
        self.known = {id_: _Known(id_, name, into) for id_, name, into in tx.execute(there)}
        self._merged = Merged({each.id: each.merged_into for each in self.known.values()})
        renames = select(EntityAct.entity_id, EntityAct.was).where(
            EntityAct.project_id == project_id, EntityAct.verb == RENAME
        )
        self._former_names = {(entity_id, was) for entity_id, was in tx.execute(renames)}
        self._made: dict[str, str] = {}  # the type of each that is new
        self._renames: list[dict[str, Any]] = []

    def entity_of(self, board_id: str, spoken: Spoken) -> _Known | None:
        """The one that somebody tied it to, if the project has it; else its own, made where it is new.

        None for what the register does not know by itself.
        """
        if spoken.tied in self.known:
            return self.known[spoken.tied]
        if not spoken.type:
            return None
        entity_id = own_id(board_id, spoken.item_id)
        if entity_id not in self.known:
            self._made[entity_id] = spoken.type
            self.known[entity_id] = _Known(entity_id, spoken.text)
        return self.known[entity_id]

    def hear(self, entity: _Known, spoken: Spoken, former: str | None, saved: Read) -> None:
        """Take over a new name that a board gave to what it called by the register's name until then.

        A board that called it otherwise all the time goes on doing so, and renames nothing.
        """
        root = self.known[self._merged.root(entity.id)]
        began_as = former if former is not None else root.name if spoken.carried else None
        if began_as != root.name or spoken.text == root.name or (root.id, spoken.text) in self._former_names:
            return
        self._renames.append(
            {
                "project_id": self._project_id,
                "entity_id": root.id,
                "verb": RENAME,
                "was": root.name,
                "became": spoken.text,
                "board_id": saved.board_id,
                "by": saved.taken_by,
                "at": saved.taken_at,
            }
        )
        self._former_names.add((root.id, root.name))
        root.name = spoken.text

    def write(self) -> None:
        """What is new, and what is called otherwise now."""
        made = [
            {"id": id_, "project_id": self._project_id, "type": type_, "name": self.known[id_].name}
            for id_, type_ in self._made.items()
        ]
        for table, rows in ((_ENTITIES, made), (_ACTS, self._renames)):
            if rows:
                self._tx.execute(insert(table), rows)
        for id_ in {each["entity_id"] for each in self._renames} - self._made.keys():
            self._tx.execute(update(_ENTITIES).where(_ENTITIES.c.id == id_).values(name=self.known[id_].name))
