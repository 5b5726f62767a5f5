"""A method as a file: read strictly, and written in one way, so that the same method is the same bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from facilitator.methods.coherence import Fault, Path
from facilitator.methods.reasons import FaultyMethodError, because

MOST_BYTES = 1_048_576
DEEPEST = 24
LARGEST = 2**53 - 1  # what every reader of JSON counts exactly
_SURROGATE = re.compile("[\ud800-\udfff]")


def parsed(body: bytes, source: str) -> dict[str, Any]:
    """What a file holds, before anybody asks whether it is a method.

    Raises FaultyMethodError for what is no JSON, names a member twice, or holds what could not be kept.
    """
    if len(body) > MOST_BYTES:
        raise FaultyMethodError(source, [((), because("file.large", limit=MOST_BYTES >> 20))])
    try:
        data = json.loads(body.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no, parse_float=_no)
    except RecursionError:
        raise FaultyMethodError(source, [((), because("file.deep"))]) from None
    except ValueError as error:  # UnicodeDecodeError and JSONDecodeError are both of this family
        raise FaultyMethodError(source, [((), because("file.json", said=str(error)))]) from error
    if not isinstance(data, dict):
        raise FaultyMethodError(source, [((), because("file.object"))])
    if wrong := list(unkeepable(data)):
        raise FaultyMethodError(source, wrong)
    return data


def unkeepable(data: Any) -> Iterator[Fault]:
    """Values that no database and no browser would take: each place once."""
    waiting: list[tuple[Path, Any]] = [((), data)]
    while waiting:
        where, value = waiting.pop()
        if isinstance(value, (dict, list)):
            if len(where) >= DEEPEST:
                yield where, because("file.deep")
                continue
            pairs = value.items() if isinstance(value, dict) else enumerate(value)
            for name, inner in pairs:
                if isinstance(name, str) and not _is_keepable(name):
                    yield where, because("file.characters")
                else:
                    waiting.append(((*where, name), inner))
        elif isinstance(value, float):
            yield where, because("number.whole")
        elif isinstance(value, int) and abs(value) > LARGEST:
            yield where, because("number.large")
        elif isinstance(value, str) and not _is_keepable(value):
            yield where, because("file.characters")


def written(method: dict[str, Any]) -> str:
    """The file of a method: its members in their order, two spaces deep, a line feed at the end."""
    return json.dumps(method, ensure_ascii=False, indent=2) + "\n"


def _is_keepable(text: str) -> bool:
    return _SURROGATE.search(text) is None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose members are each named once: of two, one would be lost without a word."""
    whole = dict(pairs)
    if len(whole) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(
            f"{_plainly(next(name for name in names if names.count(name) > 1))} is there twice in one object"
        )
    return whole


def _no(number: str) -> None:
    raise ValueError(f"{number} is not a whole number")


def _plainly(name: str) -> str:
    return name[:60].encode("utf-8", "replace").decode()
