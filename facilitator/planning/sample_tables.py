"""A derived table as it would be of the sample board: seen while it is being made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from facilitator import methods
from facilitator.artefacts import derive
from facilitator.artefacts.formats.reader import Reader, Value
from facilitator.artefacts.formats.tables import derived
from facilitator.engine import PUBLIC, see_state
from facilitator.live import rooms
from facilitator.methods.sample import with_sample
from facilitator.methods.tables import TableSchema, table_faults
from facilitator.models import OwnMethod, User
from facilitator.models.base import now
from facilitator.planning.practice import sample_of
from facilitator.record.provenance import provenance


def sample_table(by: User, own: OwnMethod, table: Mapping[str, Any], language: str) -> Sequence[Sequence[Value]] | None:
    """Its rows, the first of them heads; none where nothing on the board belongs in it.

    None without a sample board, and where the method that it was begun with cannot make such a table.
    """
    board = sample_of(by, own)
    if board is None or TableSchema().validate(table):
        return None
    method = {**with_sample(methods.load(own.trial_key, board.method_version)), "tables": [table]}
    if any(table_faults(method)):
        return None
    state = rooms.state(board.id)
    made_now = provenance(board, state.seq, "", now(), by.id, replaces=None)
    artefact = derive(method, see_state(state, PUBLIC), made_now)
    found = derived(Reader(artefact, language))
    return found[0].rows if found else []
