"""What those who lead do with a project's register: name a thing, say that two are one, and take either back.

A board's own words are never touched by it: where a board calls a thing otherwise, the register says so.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.errors import Conflict, Invalid, NotThere
from facilitator.models import Entity, EntityAct, Project
from facilitator.models.base import now
from facilitator.models.transaction import transaction
from facilitator.planning.wording import Bound, cleaned
from facilitator.record.merged import Merged
from facilitator.record.registering import MERGE, RENAME, bring_up_to_date

NAME = Bound(2_000, has_lines=True)  # as a note, whose text it began as


def rename(project: Project, entity_id: str, name: str, by: str) -> None:
    """Give a thing another name. by: a person's id. The same name changes nothing. Raises NotThere, Invalid."""
    name = cleaned(name=(name, NAME))["name"]
    bring_up_to_date(project.id)
    with transaction() as tx:
        entity = _root(tx, project, entity_id)
        if name != entity.name:
            tx.add(_act(project, entity, RENAME, name, by))
            entity.name = name


def merge(project: Project, dropped_id: str, kept_id: str, by: str) -> None:
    """Say that one thing is another: both ids lead to the kept one from now on, which keeps its name.

    by: a person's id. Twice is the same as once. Raises NotThere, Invalid (`register.types`) for things of two types.
    """
    bring_up_to_date(project.id)
    with transaction() as tx:
        dropped, kept = _root(tx, project, dropped_id), _root(tx, project, kept_id)
        if dropped is kept:
            return
        if dropped.type != kept.type:
            raise Invalid("register.types", field="into")
        tx.add(_act(project, dropped, MERGE, kept.id, by))
        dropped.merged_into_id = kept.id


def take_back(project: Project, act_id: str) -> str:
    """Undo a new name or a merge; the id of the thing that it was made to. Twice is the same as once.

    Raises NotThere, Conflict (`register.changed`) where the thing has been named or merged anew since.
    """
    with transaction() as tx:
        act = tx.get(EntityAct, act_id)
        if act is None or act.project_id != project.id:
            raise NotThere
        if act.undone_at is not None:
            return act.entity_id
        entity = tx.get(Entity, act.entity_id)
        stands = entity and (entity.name if act.verb == RENAME else entity.merged_into_id)
        if entity is None or stands != act.became:
            raise Conflict("register.changed")
        if act.verb == RENAME:
            entity.name = act.was
        else:
            entity.merged_into_id = None
        act.undone_at = now()
        return act.entity_id


def _root(tx: Session, project: Project, entity_id: str) -> Entity:
    """The thing that goes by this id now, locked with all of its project's."""
    tx.get(Project, project.id, with_for_update=True)
    known = {each.id: each for each in tx.scalars(select(Entity).where(Entity.project_id == project.id))}
    root = Merged({each.id: each.merged_into_id for each in known.values()}).root(entity_id)
    if root not in known:
        raise NotThere
    return known[root]


def _act(project: Project, entity: Entity, verb: str, became: str, by: str) -> EntityAct:
    return EntityAct(
        project_id=project.id, entity_id=entity.id, verb=verb, was=entity.name, became=became, by=by, at=now()
    )
