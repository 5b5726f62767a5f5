"""What somebody wants, and the register of who decides it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, TypeVar

from facilitator.engine.state import BOARD, Actor, Change, Refusal, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """Made by a client. `id` is a UUID of its own, so that a retry is harmless."""

    type: ClassVar[str]
    root: ClassVar[str] = BOARD  # of the kind of document that it belongs to

    id: str


@dataclass(frozen=True, slots=True)
class Quiet:
    """Changes that only some persons may ever see: somebody's notes in silence, somebody's vote."""

    changes: Sequence[Change]
    to: tuple[str, ...]


Decision = Sequence[Change] | Quiet | Refusal
Decider = Callable[[State, Any, Actor], Decision]
TimedDecider = Callable[[State, Any, Actor, datetime], Decision]
_D = TypeVar("_D", bound=Decider)
_T = TypeVar("_T", bound=TimedDecider)

OPERATIONS: dict[str, type[Operation]] = {}
DECIDERS: dict[type[Operation], TimedDecider] = {}


def decides(operation: type[Operation]) -> Callable[[_D], _D]:
    """Register the function that decides an operation."""

    def register(decider: _D) -> _D:
        decides_in_time(operation)(lambda state, op, actor, _now: decider(state, op, actor))
        return decider

    return register


def decides_in_time(operation: type[Operation]) -> Callable[[_T], _T]:
    """The same for an operation whose meaning depends on when it is decided."""

    def register(decider: _T) -> _T:
        OPERATIONS[operation.type] = operation
        DECIDERS[operation] = decider
        return decider

    return register
