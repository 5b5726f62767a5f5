"""Reading the record into the project's register: each thing that a board's newest version speaks of, and where.

Nothing is read while people work: a board comes into the register when a version of it is frozen, and what an earlier
version put there is replaced. Doing it twice is the same as once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from facilitator.artefacts.identity import own_id
from facilitator.extensions import db
from facilitator.methods.entity_types import type_of
from facilitator.models import Entity, EntityAct, EntityPlace, Project, RecordedArtefact, RegisteredBoard
from facilitator.models.transaction import transaction
from facilitator.record.merged import Merged
from facilitator.record.read import read

IS, ABOUT = "is", "about"
RENAME, MERGE = "rename", "merge"


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
    board_id = version.board_id
    spoken = list(_spoken_of(read(saved)))
    with transaction() as tx:
        tx.get(Project, project_id, with_for_update=True)  # one reader at a time
        before = tx.get(RegisteredBoard, board_id)
        if before is not None and before.artefact_id == artefact_id:
            return
        project = _Project(tx, project_id)
        there = select(EntityPlace).where(EntityPlace.board_id == board_id)
        former = {place.item_id: place.text for place in tx.scalars(there.where(EntityPlace.role == IS))}
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
        tx.flush()
        if places:
            tx.execute(insert(EntityPlace), places)
        tx.merge(RegisteredBoard(board_id=board_id, artefact_id=artefact_id))


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


class _Project:
    """The entities of one project, while a version is read into them."""

    def __init__(self, tx: Session, project_id: str) -> None:
        self._tx, self._project_id = tx, project_id
        self.known = {each.id: each for each in tx.scalars(select(Entity).where(Entity.project_id == project_id))}
        self._merged = Merged({each.id: each.merged_into_id for each in self.known.values()})
        renames = select(EntityAct.entity_id, EntityAct.was).where(
            EntityAct.project_id == project_id, EntityAct.verb == RENAME
        )
        self._former_names = {(entity_id, was) for entity_id, was in tx.execute(renames)}

    def entity_of(self, board_id: str, spoken: Spoken) -> Entity | None:
        """The one that somebody tied it to, if the project has it; else its own, made where it is new.

        None for what the register does not know by itself.
        """
        if spoken.tied in self.known:
            return self.known[spoken.tied]
        if not spoken.type:
            return None
        entity_id = own_id(board_id, spoken.item_id)
        if entity_id not in self.known:
            made = Entity(id=entity_id, project_id=self._project_id, type=spoken.type, name=spoken.text)
            self._tx.add(made)
            self.known[entity_id] = made
        return self.known[entity_id]

    def hear(self, entity: Entity, spoken: Spoken, former: str | None, saved: Read) -> None:
        """Take over a new name that a board gave to what it called by the register's name until then.

        A board that called it otherwise all the time goes on doing so, and renames nothing.
        """
        root = self.known[self._merged.root(entity.id)]
        began_as = former if former is not None else root.name if spoken.carried else None
        if began_as != root.name or spoken.text == root.name or (root.id, spoken.text) in self._former_names:
            return
        self._tx.add(
            EntityAct(
                project_id=self._project_id,
                entity_id=root.id,
                verb=RENAME,
                was=root.name,
                became=spoken.text,
                board_id=saved.board_id,
                by=saved.taken_by,
                at=saved.taken_at,
            )
        )
        self._former_names.add((root.id, root.name))
        root.name = spoken.text
