"""The method library: workshop methods as data, one file each.

>>> load("service_path")["layout"]
'matrix'
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from facilitator.methods.coherence import UNPLACED
from facilitator.methods.example import example_items, example_names, given_items
from facilitator.methods.kinds import named_kinds, with_kinds
from facilitator.methods.library import Library, Method
from facilitator.methods.schema import FaultyMethodError
from facilitator.methods.zones import zone_items

__all__ = [
    "UNPLACED",
    "FaultyMethodError",
    "Library",
    "Method",
    "catalogue",
    "example_items",
    "example_names",
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
    return library().load(key, version)
