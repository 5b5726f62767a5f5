"""The words that people give to things: through the engine's gate, and refused field by field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from facilitator.engine import Refusal
from facilitator.engine import text as gate
from facilitator.errors import Invalid


@dataclass(frozen=True)
class Bound:
    """How long a field may be, in code points; whether it may stay empty, and whether it has lines."""

    points: int
    is_optional: bool = False
    has_lines: bool = False


TITLE = Bound(gate.TITLE_POINTS)
NAME = Bound(gate.NAME_POINTS)
ORGANISATION = Bound(gate.ORGANISATION_POINTS, is_optional=True)
REFERENCE = Bound(60, is_optional=True)
PROSE = Bound(4_000, is_optional=True, has_lines=True)


def cleaned(**given: tuple[Any, Bound]) -> dict[str, str]:
    """The fields as they are kept.

    Raises Invalid with the first code; its detail has `field`, and `fields` {name: (code, detail)} for all of them.
    """
    kept: dict[str, str] = {}
    refused: dict[str, tuple[str, dict[str, Any]]] = {}
    for name, (text, bound) in given.items():
        answer = _clean(text, bound)
        if isinstance(answer, Refusal):
            refused[name] = (answer.code, dict(answer.detail))
        else:
            kept[name] = answer
    if refused:
        raise refusal_of(refused)
    return kept


def refusal_of(refused: dict[str, tuple[str, dict[str, Any]]]) -> Invalid:
    """One Invalid for several fields."""
    field, (code, detail) = next(iter(refused.items()))
    return Invalid(code, field=field, fields=refused, **detail)


def choice(field: str, value: Any, allowed: type) -> Any:
    """One of an enumeration. Raises Invalid (`choice.unknown`)."""
    try:
        return allowed(value)
    except ValueError:
        raise Invalid("choice.unknown", field=field, fields={field: ("choice.unknown", {})}) from None


def _clean(text: Any, bound: Bound) -> str | Refusal:
    if text is None or (isinstance(text, str) and not text.strip()):
        return "" if bound.is_optional else Refusal("text.empty")
    if not isinstance(text, str):
        return Refusal("text.invalid")
    if bound.has_lines:
        answer = gate.clean(text, bound.points, 4 * bound.points)
    else:
        answer = gate.clean_line(text, bound.points)
    if isinstance(answer, Refusal) and answer.code == "text.empty" and bound.is_optional:
        return ""
    return answer
