"""The kinds of note that a new board is given by name."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from facilitator import methods
from facilitator.engine import Change, Refusal, Rules, name_kinds
from facilitator.engine.kinds import KIND_POINTS
from facilitator.methods import Method
from facilitator.planning.wording import Bound, cleaned, refusal_of

MOST_READ = 100  # lines; more than any board may have
KIND = Bound(KIND_POINTS, is_optional=True)


def read_kinds(method: Method, typed: Sequence[str]) -> list[Change]:
    """What they change of a new board and its places; nothing where none is named.

    A name that the method's own kind has means that kind. Raises Invalid as words do, or with what the engine has
    against them; the field is `kinds`.
    """
    rules = Rules.of(method)
    cleansed = (cleaned(kinds=(name, KIND))["kinds"] for name in typed[:MOST_READ])
    names = [name for name in cleansed if name]
    if not names:
        return []
    wanted = methods.named_kinds(method, names, (f"own_{uuid.uuid4().hex}" for _ in names))
    changes = name_kinds(rules, {}, methods.zone_items(method), wanted)
    if isinstance(changes, Refusal):
        raise refusal_of({"kinds": (changes.code, dict(changes.detail))})
    return changes
