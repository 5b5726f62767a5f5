"""What a board's method allows, as the engine needs it: kinds, typed fields, links and zones that may be added."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

_SHORT_TEXT = 500


@dataclass(frozen=True, slots=True)
class FieldRule:
    """One typed field of a kind of note."""

    type: str  # text choice choices scale5 emotion flag number date item
    choices: frozenset[str] = frozenset()

    def allows(self, value: Any) -> bool:
        """Whether the value has the field's type and lies within it. Booleans are not numbers here."""
        match self.type:
            case "text":
                return isinstance(value, str) and 0 < len(value) <= _SHORT_TEXT
            case "choice":
                return isinstance(value, str) and value in self.choices
            case "choices":
                return (
                    isinstance(value, list)
                    and 0 < len(value) == len(set(map(str, value)))
                    and self.choices.issuperset(map(str, value))
                )
            case "scale5":
                return _is_whole(value) and 1 <= value <= 5
            case "emotion":
                return _is_whole(value) and -2 <= value <= 2
            case "flag":
                return isinstance(value, bool)
            case "number":
                return _is_whole(value) and abs(value) <= 1_000_000_000
            case "date":
                return isinstance(value, str) and _is_date(value)
            case "item":
                return isinstance(value, str) and re.fullmatch(r"[a-z]+:[A-Za-z0-9_./-]{1,80}", value) is not None
        return False


@dataclass(frozen=True, slots=True)
class LinkRule:
    """One kind of link: which kinds of note it may leave and reach; empty means any."""

    leaves: frozenset[str] = frozenset()
    reaches: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class OwnKinds:
    """The kinds of note that those who lead may name on a board: at most so many, told apart by these tints."""

    most: int
    tints: tuple[str, ...]
    fields: Mapping[str, FieldRule] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rules:
    """Read once from the method that the board began with."""

    kinds: Mapping[str, Mapping[str, FieldRule]] = field(default_factory=dict)
    links: Mapping[str, LinkRule] = field(default_factory=dict)
    link_states: frozenset[str] = frozenset()
    adds: frozenset[str] = frozenset()  # phase, lane or zone: what may be added on the board
    own_kinds: OwnKinds | None = None
    tints: Mapping[str, str] = field(default_factory=dict)  # by kind
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)  # what each kind is called, in small letters

    @classmethod
    def of(cls, method: Mapping[str, Any]) -> Rules:
        """method: as in `docs/methods.md`, already checked."""
        return cls(
            kinds={kind["key"]: _fields(kind) for kind in method["kinds"]},
            links={
                link["key"]: LinkRule(frozenset(link.get("from") or ()), frozenset(link.get("to") or ()))
                for link in method.get("links", ())
            },
            link_states=frozenset(state["key"] for state in method.get("link_states", ())),
            adds=frozenset(method.get("adds", ())),
            own_kinds=_own_kinds(method.get("own_kinds")),
            tints={kind["key"]: kind["tint"] for kind in method["kinds"] if "tint" in kind},
            words={
                kind["key"]: frozenset(title.casefold() for title in kind.get("title", {}).values())
                for kind in method["kinds"]
            },
        )


NO_RULES = Rules()


def _fields(kind: Mapping[str, Any]) -> dict[str, FieldRule]:
    return {
        each["key"]: FieldRule(each["type"], frozenset(choice["key"] for choice in each.get("choices", ())))
        for each in kind.get("fields", ())
    }


def _own_kinds(own: Mapping[str, Any] | None) -> OwnKinds | None:
    if own is None:
        return None
    return OwnKinds(own["most"], tuple(look["tint"] for look in own["looks"]), _fields(own))


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
