"""JSON from outside: strictly read, and bounded. What it may hold is each format's own matter."""

from __future__ import annotations

import json
import math
from typing import Any

from facilitator.bringing.brought import Unreadable
from facilitator.bringing.encodings import decode

Object = dict[str, Any]
FURTHEST = 1e9  # a place beyond this is none


def parse(body: bytes) -> Object:
    """The object that the file is. Raises Unreadable (`file.json`)."""
    text, _ = decode(body)
    try:
        value = json.loads(text, parse_constant=_refuse, parse_float=_decimal, parse_int=_whole)
    except json.JSONDecodeError as fault:
        raise Unreadable("file.json", row=fault.lineno) from None
    except (ValueError, RecursionError):
        raise Unreadable("file.json", row=1) from None
    if not isinstance(value, dict):
        raise Unreadable("file.unknown")
    return value


def objects(value: Any) -> list[Object]:
    """The members of a list that are objects; the others are empty ones, so that numbers stay."""
    return [each if isinstance(each, dict) else {} for each in value] if isinstance(value, list) else []


def text_of(value: Any) -> str:
    """The text; nothing where there is something else."""
    return value if isinstance(value, str) else ""


def number_of(value: Any) -> float | None:
    """The number, if it is one that can be a place."""
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return float(value) if is_number and abs(value) <= FURTHEST else None


def _refuse(_name: str) -> Any:
    raise ValueError("no number of JSON")


def _decimal(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError("number out of range")
    return number


def _whole(digits: str) -> int:
    if len(digits) > 20:
        raise ValueError("number out of range")
    return int(digits)
