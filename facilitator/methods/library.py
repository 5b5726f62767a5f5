"""The shelf of methods: every file of a folder, read and checked once.

`<key>.json` is the newest version of a method; an older one that boards still use stays beside it as
`<key>.<version>.json`. A new method is a new file: no line of code names one.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources.abc import Traversable
from typing import Any

from facilitator.methods.file import parsed
from facilitator.methods.reasons import FaultyMethodError, because
from facilitator.methods.schema import read

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
    data = parsed(file.read_bytes(), file.name)
    method = read(data, file.name)
    names = (f"{method['key']}.json", f"{method['key']}.{method['version']}.json")
    if file.name not in names:
        raise FaultyMethodError(file.name, [(("key",), because("file.name", name=" or ".join(names)))])
    return method
