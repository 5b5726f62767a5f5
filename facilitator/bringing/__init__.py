"""Bringing what others made onto a board: each format read into one form, with an honest account of what was not.

    bytes ──read──▶ Brought (notes, links, frames; skipped, remarks) ──plan──▶ operations

Pure: no file is opened but the one given, no address is fetched, nothing in it is run.
"""

from __future__ import annotations

from facilitator.bringing.brought import (
    Brought,
    BroughtBallot,
    BroughtComment,
    BroughtLink,
    BroughtNote,
    BroughtPlace,
    BroughtShape,
    BroughtTheme,
    Frame,
    Listed,
    Unreadable,
)
from facilitator.bringing.formats import read
from facilitator.bringing.tables import Columns, Table, guess_columns, notes_of

__all__ = [
    "Brought",
    "BroughtBallot",
    "BroughtComment",
    "BroughtLink",
    "BroughtNote",
    "BroughtPlace",
    "BroughtShape",
    "BroughtTheme",
    "Columns",
    "Frame",
    "Listed",
    "Table",
    "Unreadable",
    "guess_columns",
    "notes_of",
    "read",
]
