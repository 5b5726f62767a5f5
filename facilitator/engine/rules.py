"""What a board's method allows, as the engine needs it: kinds, typed fields, links and zones that may be added."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from facilitator.engine.fields import FieldRule, rules_of


@dataclass(frozen=True, slots=True)
class LinkRule:
    """One kind of link: which kinds of note it may leave and reach (empty: any), and whether it goes in no circle."""

    leaves: frozenset[str] = frozenset()
    reaches: frozenset[str] = frozenset()
    acyclic: bool = False
    title: Mapping[str, str] = field(default_factory=dict)  # by language, to say which kind it is


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
    variants: frozenset[str] = frozenset()  # which of them a board of the method may say that it is
    adds: frozenset[str] = frozenset()  # phase, lane or zone: what may be added on the board
    own_kinds: OwnKinds | None = None
    tints: Mapping[str, str] = field(default_factory=dict)  # by kind
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)  # what each kind is called, in small letters

    @classmethod
    def of(cls, method: Mapping[str, Any]) -> Rules:
        """method: as in `docs/methods.md`, already checked."""
        return cls(
            kinds={kind["key"]: rules_of(kind) for kind in method["kinds"]},
            links={
                link["key"]: LinkRule(
                    frozenset(link.get("from") or ()),
                    frozenset(link.get("to") or ()),
                    link.get("acyclic", False),
                    link.get("title", {}),
                )
                for link in method.get("links", ())
            },
            link_states=frozenset(state["key"] for state in method.get("link_states", ())),
            variants=frozenset(each["key"] for each in method.get("variants", ())),
            adds=frozenset(method.get("adds", ())),
            own_kinds=_own_kinds(method.get("own_kinds")),
            tints={kind["key"]: kind["tint"] for kind in method["kinds"] if "tint" in kind},
            words={
                kind["key"]: frozenset(title.casefold() for title in kind.get("title", {}).values())
                for kind in method["kinds"]
            },
        )


NO_RULES = Rules()


def _own_kinds(own: Mapping[str, Any] | None) -> OwnKinds | None:
    if own is None:
        return None
    return OwnKinds(own["most"], tuple(look["tint"] for look in own["looks"]), rules_of(own))
