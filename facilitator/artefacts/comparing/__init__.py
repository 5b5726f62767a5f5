"""Artefacts of one method side by side: two, note by note; or many copies of one map, in one table.

>>> from facilitator.artefacts.comparing import compare, roll_up
"""

from __future__ import annotations

from facilitator.artefacts.comparing.compare import MARKS, Comparison, Pair, Row, compare
from facilitator.artefacts.comparing.roll_up import Copy, Line, RolledUp, roll_up

__all__ = ["MARKS", "Comparison", "Copy", "Line", "Pair", "RolledUp", "Row", "compare", "roll_up"]
