"""What a file's words mean on a board: which kind, place, choice or figure they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from facilitator.artefacts.words import joined
from facilitator.engine import State
from facilitator.engine.fields import FieldRule, names_in
from facilitator.engine.kinds import choosable

YES, NO = frozenset({"true", "yes", "kyllä", "ja", "x", "1"}), frozenset({"false", "no", "ei", "nej", "0"})
_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_SPACE = re.compile(r"\s+")
Choices = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """By what they are called, in small letters: kinds, zones, links, their states; by kind its fields and choices."""

    kinds: Mapping[str, str]
    zones: Mapping[str, list[str]]
    links: Mapping[str, str]
    states: Mapping[str, str]
    fields: Mapping[tuple[str, str], str]
    choices: Mapping[tuple[str, str], Choices]


def names_of(state: State, method: Mapping[str, Any]) -> Names:
    """In all three languages, and by key."""
    kinds = {word: key for key, words in state.rules.words.items() for word in words}
    kinds |= {str(each["title"]).casefold(): each["key"] for each in state.board.get("kinds") or () if "title" in each}
    kinds |= {key.casefold(): key for key in choosable(state)}
    zones: dict[str, list[str]] = {}
    for item_id, item in state.items.items():
        if item_id.startswith("zone:"):
            for word in _words(title_of(state, item)):
                zones.setdefault(word, []).append(item_id)
    fields = {
        (kind["key"], word): each["key"]
        for kind in method["kinds"]
        for each in kind.get("fields", ())
        for word in _called(each)
    }
    choices = {
        (kind["key"], each["key"]): _keys(each["choices"])
        for kind in method["kinds"]
        for each in kind.get("fields", ())
        if "choices" in each
    }
    links, states = (_keys(method.get(name, ())) for name in ("links", "link_states"))
    return Names(kinds=kinds, zones=zones, links=links, states=states, fields=fields, choices=choices)


def field_words(method: Mapping[str, Any]) -> dict[str, list[str]]:
    """What each typed field of the method may be called, by its key: for guessing columns."""
    found: dict[str, list[str]] = {}
    for kind in method["kinds"]:
        for each in kind.get("fields", ()):
            found.setdefault(each["key"], []).extend(sorted(_called(each)))
    return found


def _called(field: Mapping[str, Any]) -> set[str]:
    """A field's names; one that counts something is also called as the heads of our own tables have it."""
    names, unit = _words(field.get("title")), field.get("unit") or {}
    return names | {f"{field['title'][each]} ({unit[each]})".casefold() for each in unit}


def value_of(given: Any, rule: FieldRule, choices: Choices, ids: Mapping[str, str]) -> Any:
    """What a field is given; None where it cannot be that. ids: of notes, by what the file calls them."""
    if rule.type == "item":
        given = ids.get(given) if isinstance(given, str) else None
    if not isinstance(given, str):
        return given if given is not None and _fits(given, rule) else None
    value = _read(given.strip(), rule, choices)
    return value if value is not None and _fits(value, rule) else None


def title_of(state: State, zone: Mapping[str, Any]) -> Any:
    """A cell goes by its phase and its lane, as in every output."""
    strips = [state.items.get(zone.get(axis, ""), {}).get("title") for axis in ("phase", "lane")]
    return joined(*strips) if all(strips) else zone.get("title")


def _fits(value: Any, rule: FieldRule) -> bool:
    return rule.refuses("", value) is None


def _read(text: str, rule: FieldRule, choices: Choices) -> Any:
    match rule.type:
        case "choice":
            return choices.get(text.casefold(), text)
        case "choices":
            parts = [each.strip() for each in re.split(r"[,;/·]", text) if each.strip()]
            return list(dict.fromkeys(choices.get(each.casefold(), each) for each in parts))
        case "stakeholders" | "organisations":
            return names_in(text)
        case "scale5":
            return _whole(re.sub(r"\s*/\s*5$", "", text))  # 4/5
        case "emotion" | "number":
            return _whole(text)
        case "flag":
            return True if text.casefold() in YES else False if text.casefold() in NO else None
        case "date":
            return _day(text)
    return text


def _whole(text: str) -> int | None:
    """`1 200`, `−2` and `3,0` are whole numbers too."""
    digits = re.sub(r"[.,]0+$", "", _SPACE.sub("", text).replace("\N{MINUS SIGN}", "-"))
    return int(digits) if re.fullmatch(r"[-+]?[0-9]{1,12}", digits) else None


def _day(text: str) -> str | None:
    found = _DAY.fullmatch(text)
    if not found:
        return text
    try:
        return date(int(found[3]), int(found[2]), int(found[1])).isoformat()
    except ValueError:
        return None


def _keys(named: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Keys by what they are called, and by themselves."""
    named = list(named)
    words = {word: each["key"] for each in named for word in _words(each.get("title"))}
    return words | {each["key"].casefold(): each["key"] for each in named}


def _words(title: Any) -> set[str]:
    texts = title.values() if isinstance(title, Mapping) else [title]
    return {text.casefold() for text in texts if isinstance(text, str) and text}
