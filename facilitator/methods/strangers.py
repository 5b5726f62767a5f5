"""What a worked example, given notes and derived tables say of things that the method no longer has."""

from __future__ import annotations

from typing import Any

from facilitator.methods import editing
from facilitator.methods.coherence import Path
from facilitator.methods.schema import faults_of

TOLD = ("example", "given", "tables", "own_kinds")
UNWRITTEN = ("missing",)  # what is still to be written is no stranger
_ROUNDS = 8  # a note that goes may leave an arrow without an end, and that a theme without notes


def has_strangers(method: dict[str, Any]) -> bool:
    """Whether something there does not fit."""
    return any(where[:1] and where[0] in TOLD and why.code not in UNWRITTEN for where, why in faults_of(method))


def without_strangers(method: dict[str, Any]) -> dict[str, Any]:
    """The method with what of them still fits."""
    for _ in range(_ROUNDS):
        faults = [where for where, why in faults_of(method) if why.code not in UNWRITTEN]
        parts = {_part(where) for where in faults if where[:1] and where[0] in TOLD}
        if not parts:
            return method
        for part in sorted(parts, key=lambda each: [str(step).rjust(8, "0") for step in each], reverse=True):
            method = editing.remove(method, part)
    return {name: value for name, value in method.items() if name not in TOLD}


def _part(where: Path) -> Path:
    """What is taken out for this fault: a value, a note, an arrow, a theme, a table; else the whole."""
    if where[0] == "tables":
        return where[:2]
    notes = 2 if where[0] == "given" else 3
    if len(where) > notes + 1 and where[notes] == "fields" and where[notes - 2] in ("given", "notes"):
        return where[: notes + 2]
    if where[0] == "given" or where[1:2] in (("notes",), ("links",), ("themes",)):
        return where[:notes]
    return where[:2] if where[1:2] in (("names",), ("ballot",)) else where[:1]
