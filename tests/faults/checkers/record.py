"""What is kept: I12, I16."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

import rfc8785

from tests.faults.evidence import Row


def artefacts_unchanged(artefacts: Sequence[tuple[str, str, str]]) -> list[str]:
    """I12: an artefact has the same bytes for ever, and the digest that its bytes come to."""
    found, known = [], {}
    for artefact, digest, body in artefacts:
        told = {name: value for name, value in json.loads(body).items() if name != "digest"}
        if hashlib.sha256(rfc8785.dumps(told)).hexdigest() != digest:
            found.append(f"artefact {artefact} has not the digest of its bytes")
        if known.setdefault(artefact, body) != body:
            found.append(f"artefact {artefact} has changed")
    return found


def database_sound(faults: Sequence[str], log: Sequence[Row]) -> list[str]:
    """I16: the file is sound, every event has what it needs, and what is changed or gone was there."""
    found, there = list(faults), set()
    for row in log:
        for change in row["changes"]:
            if ("set" in change) == bool(change.get("gone")):
                found.append(f"event {row['seq']} neither sets {change['id']} nor takes it away")
            elif "set" in change:
                there.add(change["id"])
            elif change["id"] not in there:
                found.append(f"event {row['seq']} takes away {change['id']}, which never was")
    return found
