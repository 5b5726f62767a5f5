"""Live workshops for the public sector. Nothing of Flask is imported here: a command must be able to patch first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flask import Flask

__version__ = "0.1.0"


def create_app(*args: Any, **kwargs: Any) -> Flask:
    """Hand on to `facilitator.app.create_app`, imported only now."""
    from facilitator.app import create_app as make

    return make(*args, **kwargs)
