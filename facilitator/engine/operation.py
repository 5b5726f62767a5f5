"""What somebody wants, and the register of who decides it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

from facilitator.engine.state import Actor, Change, Refusal, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """Made by a client. `id` is a UUID of its own, so that a retry is harmless."""

    type: ClassVar[str]

    id: str


@dataclass(frozen=True, slots=True)
class Quiet:
    """Changes that only some persons may ever see: somebody's notes in silence, somebody's vote."""

    changes: Sequence[Change]
    to: tuple[str, ...]


Decision = Sequence[Change] | Quiet | Refusal
Decider = Callable[[State, Any, Actor], Decision]
_D = TypeVar("_D", bound=Decider)

OPERATIONS: dict[str, type[Operation]] = {}
DECIDERS: dict[type[Operation], Decider] = {}


def decides(operation: type[Operation]) -> Callable[[_D], _D]:
    """Register the function that decides an operation."""

    def register(decider: _D) -> _D:
        OPERATIONS[operation.type] = operation
        DECIDERS[operation] = decider
        return decider

    return register
