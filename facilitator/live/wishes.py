"""What a room is asked and what it answers, before and after the wire."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from facilitator.engine import Actor, Event, Operation

SYSTEM = Actor("system", "system")  # trusted: it has no rights that could be read


@dataclass(frozen=True, slots=True)
class Wish:
    """An operation that could be read. digest: SHA-256 of it as parsed, with sorted keys (P1.4)."""

    operation: Operation
    digest: str

    @property
    def id(self) -> str:
        """The operation's id: unique to the person in the document."""
        return self.operation.id


@dataclass(frozen=True, slots=True)
class Refused:
    """An operation that did not happen. op: its id, or None where it has none that could be told back."""

    op: str | None
    code: str
    detail: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Again:
    """The event that the operation made before: it came twice."""

    event: Event


Answer = Event | Again | Refused
