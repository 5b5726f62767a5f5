"""A workshop's organisations: those that the join page suggests, and how its guests have spelled theirs."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select, update

from facilitator.errors import Conflict, Invalid, NotThere
from facilitator.extensions import db
from facilitator.models import Participant, Workshop
from facilitator.models.transaction import transaction
from facilitator.planning.wording import ORGANISATION, cleaned

MOST = 100  # of one workshop's list


def read_organisations(typed: Sequence[str]) -> list[str]:
    """The list as it is kept: each once, whatever its capitals, without empty lines.

    Raises Invalid as words do, or `organisations.many`; the field is `organisations`.
    """
    kept: dict[str, str] = {}
    for line in typed[: 4 * MOST]:
        name = cleaned(organisations=(line, ORGANISATION))["organisations"]
        if name:
            kept.setdefault(name.casefold(), name)
    if len(kept) > MOST:
        detail = {"most": MOST}
        fields = {"organisations": ("organisations.many", detail)}
        raise Invalid("organisations.many", field="organisations", fields=fields, **detail)
    return list(kept.values())


def spelled(workshop: Workshop) -> list[str]:
    """How the guests who are in have written their organisations, each way once, by the alphabet."""
    query = select(Participant.organisation).where(
        Participant.workshop_id == workshop.id, Participant.removed_at.is_(None), Participant.organisation != ""
    )
    return sorted(set(db.session.scalars(query)), key=str.casefold)


def unlisted(workshop: Workshop) -> list[str]:
    """What guests wrote that the join page does not suggest: whoever leads may accept it."""
    listed = {name.casefold() for name in workshop.organisations}
    return [name for name in spelled(workshop) if name.casefold() not in listed]


def accept(workshop: Workshop, organisation: str) -> None:
    """Suggest from now on what a guest wrote. Raises NotThere for what nobody wrote, and as `read_organisations`."""
    if organisation not in spelled(workshop):
        raise NotThere
    with transaction():
        workshop.organisations = read_organisations([*workshop.organisations, organisation])


def merge(workshop: Workshop, dropped: str, kept: str) -> int:
    """Give everybody of one spelling the other, and say how many they were. What notes say already stays.

    Raises Conflict (`organisations.same`), and NotThere for a spelling to drop that nobody has.
    """
    kept = cleaned(kept=(kept, ORGANISATION))["kept"]
    if not kept or dropped == kept:
        raise Conflict("organisations.same", field="kept", fields={"kept": ("organisations.same", {})})
    if dropped not in spelled(workshop):
        raise NotThere
    with transaction() as tx:
        its = (Participant.workshop_id == workshop.id, Participant.organisation == dropped)
        query = update(Participant).where(*its).values(organisation=kept).returning(Participant.id)
        changed = tx.scalars(query).all()
        listed = [name for name in workshop.organisations if name != dropped]
        if len(listed) < len(workshop.organisations):
            workshop.organisations = read_organisations([*listed, kept])
    return len(changed)
