"""Artefacts: what a board held, as data that anybody can read, check and use again.

>>> from facilitator.artefacts import derive
"""

from __future__ import annotations

from facilitator.artefacts.canonical import canonical, content_digest, digest
from facilitator.artefacts.derive import SCHEMA_URN, derive, shown

__all__ = ["SCHEMA_URN", "canonical", "content_digest", "derive", "digest", "shown"]
