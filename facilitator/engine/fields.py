"""Typed fields of a kind of note: what each type takes, and which bound a value that does not fit has left."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlsplit

SHORT_TEXT = 500
NAME_POINTS = 200
MOST = 1_000_000_000
RANGES = {"scale5": (1, 5), "emotion": (-2, 2), "number": (-MOST, MOST)}
NAMES = ("organisation", "stakeholder", "reference")  # one line each
SEVERAL = ("organisations", "stakeholders")  # a list of such names
WRITTEN = frozenset({"text", "link", *NAMES, *SEVERAL})  # whatever stands there somebody typed
MOST_NAMES = 20

Misfit = tuple[str, dict[str, Any]]  # the code of the refusal, and what it tells

_BETWEEN = re.compile(r"\s*[·;\n]\s*|\s+/\s+")  # a comma may belong to a name, these hardly do
_ITEM = re.compile(r"[a-z]+:[A-Za-z0-9_./-]{1,80}")
_PERSON = re.compile(
    r"[^\s@]+@[^\s@]+\.[^\s@]+"  # an e-mail address
    r"|\b\d{6}[-+A-FU-Y]\d{3}[0-9A-Y]\b"  # a personal identity code
    r"|(?<![\w/])(\+358|0)[ -]?\(?\d{1,3}\)?([ -]?\d{2,4}){2,3}(?![\w/])"  # a telephone number
)


@dataclass(frozen=True, slots=True)
class FieldRule:
    """One typed field of a kind of note."""

    type: str  # one of FIELD_TYPES in facilitator/methods/schema.py
    choices: frozenset[str] = frozenset()
    title: Mapping[str, str] = field(default_factory=dict)  # by language, to say which field it is

    def refuses(self, name: str, value: Any) -> Misfit | None:
        """Why the value is none of this field's, with its name and bounds; None if it is. Booleans are no numbers."""
        told = {"field": name, "title": dict(self.title) or name}
        if self.type in RANGES:
            low, high = RANGES[self.type]
            fits = isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
            return None if fits else ("field.range", told | {"low": low, "high": high})
        if self.type in NAMES:
            return _why_no_name(self.type, value, told)
        if self.type in SEVERAL:
            return None if _are_names(value) else ("field.names", told | {"limit": NAME_POINTS, "most": MOST_NAMES})
        if self.type in ("choice", "choices"):
            return None if self._has(value) else ("field.choice", told)
        if self.type == "date":
            return None if isinstance(value, str) and _is_date(value) else ("field.date", told)
        if self.type == "link":
            return None if is_web_address(value) else ("field.link", told | {"limit": SHORT_TEXT})
        return None if self._fits(value) else ("field.wrong", {"field": name})

    def _has(self, value: Any) -> bool:
        if self.type == "choice":
            return isinstance(value, str) and value in self.choices
        return (
            isinstance(value, list)
            and 0 < len(value) == len(set(map(str, value)))
            and self.choices.issuperset(map(str, value))
        )

    def _fits(self, value: Any) -> bool:
        match self.type:
            case "text":
                return isinstance(value, str) and 0 < len(value) <= SHORT_TEXT
            case "flag":
                return isinstance(value, bool)
            case "item":
                return isinstance(value, str) and _ITEM.fullmatch(value) is not None
        return False


def rules_of(kind: Mapping[str, Any]) -> dict[str, FieldRule]:
    """The fields that a method gives a kind, by name."""
    return {
        each["key"]: FieldRule(
            each["type"], frozenset(choice["key"] for choice in each.get("choices", ())), each.get("title", {})
        )
        for each in kind.get("fields", ())
    }


def names_in(text: str) -> list[str]:
    """What a text names, each once: `PRH; Verohallinto`, `PRH · Verohallinto`, or one a line."""
    return list(dict.fromkeys(filter(None, (" ".join(each.split()) for each in _BETWEEN.split(text)))))


def as_meant(rule: FieldRule, value: Any) -> Any:
    """The value of a field that held one text in another method or version, where this one holds several names."""
    return names_in(value) if rule.type in SEVERAL and isinstance(value, str) else value


def _are_names(value: Any) -> bool:
    return (
        isinstance(value, list)
        and 0 < len(value) <= MOST_NAMES
        and all(isinstance(each, str) and names_in(each) == [each] and len(each) <= NAME_POINTS for each in value)
        and len(value) == len(set(value))
    )


def _why_no_name(kind: str, value: Any, told: dict[str, Any]) -> Misfit | None:
    if not isinstance(value, str) or not 0 < len(value) <= NAME_POINTS or "\n" in value:
        return ("field.name", told | {"limit": NAME_POINTS})
    if kind == "reference" and _PERSON.search(value):
        return ("field.person", told)
    return None


def is_web_address(value: Any) -> bool:
    """An address of the web that holds nobody's password."""
    if not isinstance(value, str) or len(value) > SHORT_TEXT or re.search(r"[\s\\]", value):
        return False
    try:
        parts = urlsplit(value)
        _port = parts.port  # raises where it is none
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
