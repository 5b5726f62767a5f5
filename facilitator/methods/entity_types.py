"""What the project's register knows, whatever a method calls the table that it stands in.

One rule for all methods, by the `entity` of their kinds: it says what is one and the same on two maps, and what a board
may take from an output of another method. A kind whose entity is not named here stays on its own board.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

TYPES: Mapping[str, tuple[str, ...]] = {
    "stakeholder": ("stakeholders", "organisations", "parties", "partners", "affected_groups", "roles"),
    "step": ("steps",),
    "pain_point": ("pain_points", "problems"),
    "question": ("how_might_we", "opportunities"),
    "idea": ("ideas",),
    "action": ("actions",),
}
BECOMES: Mapping[str, tuple[str, ...]] = {  # what may begin as another thing, which then says where it comes from
    "pain_point": ("question",),
    "question": ("idea",),
    "idea": ("action",),
}

_TYPE_OF = {entity: type_ for type_, entities in TYPES.items() for entity in entities}


def type_of(entity: str) -> str | None:
    """The type under which the register knows notes of this entity; None where it does not.

    >>> type_of("organisations"), type_of("findings")
    ('stakeholder', None)
    """
    return _TYPE_OF.get(entity)


def kinds_of(method: Mapping[str, Any], type_: str) -> list[str]:
    """The kinds of a method that are of this type, in its order."""
    return [kind["key"] for kind in method["kinds"] if type_of(kind["entity"]) == type_]
