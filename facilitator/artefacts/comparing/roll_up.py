"""Many copies of one map in one table: what six groups, or forty-seven municipalities, have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from facilitator.artefacts.comparing.pairing import words_of
from facilitator.artefacts.comparing.places import Artefact, same_places

OFTEN = 2  # copies in which something is before it is told as recurring


@dataclass(frozen=True, slots=True)
class Copy:
    """One map. column: what it is counted under, such as its group, its region or its size."""

    artefact: Artefact
    column: str


@dataclass(slots=True)
class Line:
    """A place, a theme or a note, and by column in how many copies it is, and how many notes that makes."""

    title: Any  # as people wrote it, or in three languages
    copies: Counter[str] = field(default_factory=Counter)
    notes: Counter[str] = field(default_factory=Counter)
    votes: int = 0
    kind: str = ""

    def count(self, column: str, notes: int, votes: int = 0) -> None:
        """It is in one more copy."""
        self.copies[column] += 1
        self.notes[column] += notes
        self.votes += votes

    @property
    def total(self) -> int:
        """In how many copies it is."""
        return self.copies.total()


@dataclass(frozen=True, slots=True)
class RolledUp:
    """All of them together. copies: how many there are, by column."""

    copies: Counter[str]
    places: Sequence[Line]
    themes: Sequence[Line]
    recurring: Sequence[Line]


def roll_up(copies: Sequence[Copy]) -> RolledUp:
    """Every place that holds a note, in the first copy's order; themes and notes that are in two copies or more.

    A place is the same as in `compare`. Themes are the same by name, notes by kind and words, whatever their capitals
    and spaces; a note that stands in one copy several times counts there once. What is in most copies comes first.
    """
    columns = Counter(copy.column for copy in copies)
    return RolledUp(columns, _places(copies), _often(_themes(copies)), _often(_notes(copies)))


def _places(copies: Sequence[Copy]) -> list[Line]:
    lines: dict[str, Line] = {}
    for copy in copies:
        same = same_places(copies[0].artefact, copy.artefact)
        held = Counter(item["place"]["zone"] for item in copy.artefact["items"])
        for zone in copy.artefact["zones"]:
            if not zone.get("axis"):
                line = lines.setdefault(same[zone["id"]], Line(zone["title"]))
                if held[zone["id"]]:
                    line.count(copy.column, held[zone["id"]])
    return [line for line in lines.values() if line.total]


def _themes(copies: Sequence[Copy]) -> Iterable[Line]:
    lines: dict[str, Line] = {}
    for copy in copies:
        named: dict[str, list[Mapping[str, Any]]] = {}
        for theme in copy.artefact["clusters"]:
            named.setdefault(" ".join(theme["title"].casefold().split()), []).append(theme)
        for key, themes in named.items():
            votes = sum(sum(theme["votes"].values()) for theme in themes)
            line = lines.setdefault(key, Line(themes[0]["title"]))
            line.count(copy.column, sum(len(theme["notes"]) for theme in themes), votes)
    return lines.values()


def _notes(copies: Sequence[Copy]) -> Iterable[Line]:
    lines: dict[tuple[str, str], Line] = {}
    for copy in copies:
        found: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
        for item in copy.artefact["items"]:
            found.setdefault(words_of(item), []).append(item)
        for key, items in found.items():
            votes = sum(sum(item["votes"].values()) for item in items)
            line = lines.setdefault(key, Line(items[0]["text"], kind=items[0]["kind"]))
            line.count(copy.column, len(items), votes)
    return lines.values()


def _often(lines: Iterable[Line]) -> list[Line]:
    return sorted(
        (line for line in lines if line.total >= OFTEN), key=lambda line: (-line.total, -line.votes, line.title)
    )
