"""Several names in one field: where a file tells them in three languages, a semicolon stands between them."""

from __future__ import annotations

from typing import Any

SEVERAL = ("stakeholders", "organisations")  # the types of field that hold a list of names
MOST_NAMES, NAME_LENGTH = 20, 200


def names_in(text: str) -> list[str]:
    """`Kela; Verohallinto` as a list, each once."""
    return list(dict.fromkeys(name for each in text.split(";") if (name := " ".join(each.split()))))


def are_names(value: Any) -> bool:
    """Whether this is a list of names as a board takes it."""
    return (
        isinstance(value, list)
        and 0 < len(value) <= MOST_NAMES
        and all(isinstance(each, str) and names_in(each) == [each] and len(each) <= NAME_LENGTH for each in value)
        and len(value) == len(set(value))
        and not any("·" in each or " / " in each for each in value)
    )
