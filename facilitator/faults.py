"""How the log speaks of a fault of ours: its kind and its place, never what people wrote."""

from __future__ import annotations

import traceback


def told(fault: BaseException) -> str:
    """`KeyError at notes.py:41`; the message of an exception may hold content and is left out."""
    frames = traceback.extract_tb(fault.__traceback__)
    place = f"{frames[-1].filename.rpartition('/')[2]}:{frames[-1].lineno}" if frames else "?"
    return f"{type(fault).__name__} at {place}"
