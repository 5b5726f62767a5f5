"""The example's words, as they lie in the JSON files."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


def series() -> dict[str, Any]:
    """Facilitator, programme, project, group and workshops; a workshop names its boards by file."""
    return dict(_read("series"))


def people() -> list[dict[str, str]]:
    """Name and organisation of everybody who takes part; all of them, and where they work, are invented."""
    return list(_read("people"))


def script(name: str) -> dict[str, Any]:
    """One board: title, method and question, then zones, notes, links, clusters and ballot where it has them.

    A note, link or cluster says in `by` who made it. Links, clusters and votes point at notes by their key.
    """
    return dict(_read(name))


def agenda(name: str) -> list[dict[str, Any]]:
    """Parts as `step.add` takes them, but that they name their boards by file."""
    return [dict(part) for part in _read(name)]


@cache
def _read(name: str) -> Any:
    return json.loads(files(__package__).joinpath(f"{name}.json").read_text("utf-8"))
