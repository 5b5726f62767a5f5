"""Words that stand in any text, whatever it is about, in the three languages of the boards."""

from __future__ import annotations

import json
from pathlib import Path

_LISTS: dict[str, list[str]] = json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))
OF = {language: frozenset(" ".join(lines).split()) for language, lines in _LISTS.items()}
