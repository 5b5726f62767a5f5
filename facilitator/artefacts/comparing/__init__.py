"""Two artefacts of one method side by side: two versions of a board, as-is and to-be, one group's map and another's.

>>> from facilitator.artefacts.comparing import compare
"""

from __future__ import annotations

from facilitator.artefacts.comparing.compare import MARKS, Comparison, Pair, Row, compare

__all__ = ["MARKS", "Comparison", "Pair", "Row", "compare"]
