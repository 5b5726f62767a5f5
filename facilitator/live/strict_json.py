"""JSON as both sides must keep it (P5.3): what one parser would take and another refuse never enters.

Python's own parser takes NaN, infinities, `1e999` and duplicate keys; relayed, one `NaN` disconnects every browser.
"""

from __future__ import annotations

import json
import math
from typing import Any

import orjson

DEEPEST = 32
LARGEST_WHOLE = 2**53 - 1  # what JavaScript counts exactly


def loads(text: str | bytes) -> Any:
    """Parse, or raise ValueError. Its message holds nothing of what was sent."""
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8")
        value = _DECODER.decode(text)
    except (ValueError, RecursionError):
        raise ValueError("not strict JSON") from None
    openers = text.count("[") + text.count("{")  # only who opens many can be deep
    if openers > DEEPEST and _is_deeper(value, DEEPEST):
        raise ValueError("JSON nested too deep")
    return value


def dumps(value: Any, **_formatting: Any) -> str:
    """Compact JSON. Formatting that the Socket.IO server asks for is what orjson does anyway."""
    return orjson.dumps(value).decode()


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("duplicate key")
    return found


def _whole(digits: str) -> int:
    if len(digits) > 17 or abs(number := int(digits)) > LARGEST_WHOLE:
        raise ValueError("number out of range")
    return number


def _decimal(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError("number out of range")
    return number


def _constant(name: str) -> Any:
    raise ValueError("not a number of JSON")


def _is_deeper(value: Any, left: int) -> bool:
    if not isinstance(value, (dict, list)):
        return False
    if left == 0:
        return True
    inner = value.values() if isinstance(value, dict) else value
    return any(_is_deeper(each, left - 1) for each in inner if isinstance(each, (dict, list)))


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_int=_whole, parse_float=_decimal, parse_constant=_constant)
