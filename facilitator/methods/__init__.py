"""The method library: workshop methods as data, one file each.

>>> load("service_path")["layout"]
'matrix'
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files

from facilitator.methods.coherence import UNPLACED
from facilitator.methods.example import example_items, example_names, given_items
from facilitator.methods.file import parsed
from facilitator.methods.kinds import named_kinds, with_kinds
from facilitator.methods.library import Library, Method
from facilitator.methods.reasons import FaultyMethodError
from facilitator.methods.zones import zone_items

__all__ = [
    "UNPLACED",
    "FaultyMethodError",
    "Library",
    "Method",
    "ask_also",
    "catalogue",
    "example_items",
    "example_names",
    "file_of",
    "given_items",
    "library",
    "load",
    "named_kinds",
    "with_kinds",
    "zone_items",
]


@cache
def library() -> Library:
    """The product's own methods, read and checked at the first call. Raises FaultyMethodError if a file is faulty."""
    return Library.from_folder(files(__name__))


def catalogue() -> list[Method]:
    """The newest version of each method, in a fixed order. Shared objects: read them, change a copy."""
    return library().catalogue()


def load(key: str, version: int | None = None) -> Method:
    """One method, the newest version unless one is named. Raises KeyError if there is none such.

    A shared object: read it, change a copy.
    """
    try:
        return library().load(key, version)
    except KeyError:
        for find in _shelves:
            if (found := find(key, version)) is not None:
                return found
        raise


def file_of(key: str) -> Method:
    """A method of the library as its file has it, in the newest version. Raises KeyError."""
    library().load(key)
    return parsed(files(__name__).joinpath(f"{key}.json").read_bytes(), key)


Shelf = Callable[[str, int | None], Method | None]
_shelves: list[Shelf] = []


def ask_also(shelf: Shelf) -> None:
    """Where `load` looks for what the library does not have."""
    if shelf not in _shelves:
        _shelves.append(shelf)
