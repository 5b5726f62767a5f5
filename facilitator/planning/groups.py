"""Breakout groups, and who is in which."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from facilitator import access
from facilitator.errors import Conflict, NotThere
from facilitator.models import AccessToken, Board, Group, Participant, Workshop
from facilitator.models.base import now
from facilitator.models.transaction import transaction
from facilitator.planning.people import look_again
from facilitator.planning.regions import where
from facilitator.planning.wording import NAME, cleaned


def create_group(workshop: Workshop, name: str, region: str = "", size: str = "") -> Group:
    """A group. The first one takes in those who are here already, as it will those who join (P7.3).

    region, size: of the municipality that it speaks for, as a project's; empty where nobody says.
    """
    words = cleaned(name=(name, NAME)) | where(region, size)
    with transaction() as tx:
        tx.refresh(workshop, with_for_update=True)  # two at the same instant come one by one
        _check_name(tx, workshop.id, words["name"])
        groups = tx.scalar(select(func.count()).where(Group.workshop_id == workshop.id)) or 0
        group = Group(workshop_id=workshop.id, position=groups + 1, **words)
        tx.add(group)
        tx.flush()
        if groups == 0:
            tx.execute(update(Participant).where(Participant.workshop_id == workshop.id).values(group_id=group.id))
    return group


def change_group(group: Group, name: str, region: str = "", size: str = "") -> None:
    """Give it another name, and say where and how large whom it speaks for is. Raises Conflict (`group.name_taken`)."""
    words = cleaned(name=(name, NAME)) | where(region, size)
    with transaction() as tx:
        _check_name(tx, group.workshop_id, words["name"], but=group.id)
        for field, text in words.items():
            setattr(group, field, text)


def tell_where(told: Mapping[Group, tuple[str, str]]) -> int:
    """Say region and size of several groups at once, all or none, and of how many they changed.

    Raises Invalid (`choice.unknown`).
    """
    kept = {group: where(*said) for group, said in told.items()}
    changed = [group for group, said in kept.items() if said != {"region": group.region, "size": group.size}]
    with transaction():
        for group in changed:
            group.region, group.size = kept[group]["region"], kept[group]["size"]
    return len(changed)


def remove_group(group: Group) -> None:
    """Take a group away; its people are in none. Raises Conflict (`group.has_boards`): they would be everybody's."""
    with transaction() as tx:
        if tx.scalar(select(func.count()).where(Board.group_id == group.id)):
            raise Conflict("group.has_boards")
        tx.delete(group)


def place(participant: Participant, group: Group | None) -> None:
    """Put somebody in a group, or in none: from now on its boards are theirs. Raises NotThere for a strange group."""
    if group is not None and group.workshop_id != participant.workshop_id:
        raise NotThere
    with transaction():
        participant.group_id = group.id if group else None


def remove_participant(participant: Participant) -> None:
    """Send somebody out: what they hold ends at once, what they wrote stays."""
    with transaction() as tx:
        participant.removed_at = participant.removed_at or now()
        held = tx.scalars(select(AccessToken.id).where(AccessToken.person_id == participant.id)).all()
        access.end_tokens(tx, held)
    look_again(participant.workshop)


def _check_name(tx: Session, workshop_id: str, name: str, but: str = "") -> None:
    if tx.scalar(select(func.count()).where(Group.workshop_id == workshop_id, Group.name == name, Group.id != but)):
        raise Conflict("group.name_taken", field="name", fields={"name": ("group.name_taken", {})})
