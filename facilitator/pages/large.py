"""Pages of what may be large: two thousand notes are half a second's work, and nobody else may wait for it."""

from __future__ import annotations

from typing import Any

from flask import stream_template

from facilitator.hub.turns import in_turns


def render_large(template: str, **context: Any) -> str:
    """As `render_template`, a little at a time."""
    return "".join(in_turns(stream_template(template, **context)))
