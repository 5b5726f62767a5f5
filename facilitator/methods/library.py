"""The shelf of methods: every file of a folder, read and checked once.

`<key>.json` is the newest version of a method; an older one that boards still use stays beside it as
`<key>.<version>.json`. A new method is a new file: no line of code names one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib.resources.abc import Traversable
from typing import Any

from facilitator.methods.schema import FaultyMethodError, read

Method = dict[str, Any]


class Library:
    """Methods by key and version. Those it gives are shared by all who ask: read them, change a copy."""

    def __init__(self, methods: Iterable[Method]) -> None:
        self._versions: dict[str, dict[int, Method]] = {}
        for method in methods:
            self._versions.setdefault(method["key"], {})[method["version"]] = method

    @classmethod
    def from_folder(cls, folder: Traversable) -> Library:
        """Read every `.json` file of a folder. Raises FaultyMethodError for the first file that is faulty."""
        files = sorted((file for file in folder.iterdir() if file.name.endswith(".json")), key=lambda file: file.name)
        return cls([_read_file(file) for file in files])

    def catalogue(self) -> list[Method]:
        """The newest version of each method, in the order that the files ask for (`listed`, then key)."""
        newest = [versions[max(versions)] for versions in self._versions.values()]
        return sorted(newest, key=lambda method: (method["listed"], method["key"]))

    def load(self, key: str, version: int | None = None) -> Method:
        """One method; the newest version if none is asked for. Raises KeyError if there is none such."""
        versions = self._versions[key]
        return versions[max(versions) if version is None else version]


def _read_file(file: Traversable) -> Method:
    try:
        data = json.loads(
            file.read_text(encoding="utf-8"), object_pairs_hook=_once, parse_constant=_finite, parse_float=_finite
        )
    except ValueError as error:  # UnicodeDecodeError and JSONDecodeError are both of this family
        raise FaultyMethodError(file.name, [f"not a JSON file: {error}"]) from error
    if not isinstance(data, dict):
        raise FaultyMethodError(file.name, ["not a JSON object"])
    method = read(data, file.name)
    names = (f"{method['key']}.json", f"{method['key']}.{method['version']}.json")
    if file.name not in names:
        raise FaultyMethodError(file.name, [f"key: the file would be called {' or '.join(names)}"])
    return method


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose members are each named once: of two, one would be lost without a word."""
    whole = dict(pairs)
    if len(whole) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"{next(name for name in names if names.count(name) > 1)} is there twice in one object")
    return whole


def _finite(number: str) -> None:
    raise ValueError(f"{number} is not a whole number")
