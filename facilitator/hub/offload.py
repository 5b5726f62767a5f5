"""Work that would hold up everybody else."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")


def offload(fn: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Run `fn` in a real thread once eventlet has patched, else here.

    `fn` gets plain values alone: no lock, no session, no pooled connection, no Flask object (`docs/protocol.md`, P6.2).
    """
    patcher = sys.modules.get("eventlet.patcher")
    if patcher and patcher.is_monkey_patched("socket"):
        from eventlet import tpool

        return cast("R", tpool.execute(fn, *args, **kwargs))
    return fn(*args, **kwargs)
