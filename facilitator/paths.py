"""Where the files that are not Python lie: in a checkout beside the package, in an installed wheel inside it."""

from __future__ import annotations

import os
from pathlib import Path

_here = Path(__file__).resolve().parent

WEB = _here / "_web" if (_here / "_web").is_dir() else _here.parent
"""Holds `static/`, `templates/` and, of `docs/`, at least the guide."""


def instance_path() -> str:
    """Folder of the embedded database and the secret key, absolute.

    `FACILITATOR_INSTANCE` decides; else `instance/` of the checkout, or of the working directory for a wheel.
    """
    if chosen := os.environ.get("FACILITATOR_INSTANCE"):
        return str(Path(chosen).resolve())
    return str((_here.parent if _here.parent == WEB else Path.cwd()) / "instance")
