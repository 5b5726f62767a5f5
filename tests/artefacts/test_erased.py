"""What a note said leaves an artefact with everything that somebody typed beside it; what was chosen stays."""

from __future__ import annotations

import json

from facilitator.artefacts.erased import without
from facilitator.artefacts.formats import FORMATS
from tests.artefacts.makers import artefact, board, note

CANARY = "Kanarialintu"


def test_names_go_with_the_text_and_choices_stay():
    """Also from tables whose heads they were: every format is still written."""
    said = {"payers": ["PRH", CANARY], "beneficiaries": [CANARY], "effort": 2}
    items = board("ideas_impact_effort", note_1=note("idea", f"{CANARY} laulaa", fields=said))
    found = artefact("ideas_impact_effort", items)

    erased = without(found, {"note:1"}, "Poistettu")

    assert json.dumps(found).count(CANARY) == 3
    assert erased is not None
    assert CANARY not in json.dumps(erased)
    (left,) = erased["items"]
    assert (left["text"], left["fields"].get("effort")) == ("Poistettu", 2)
    assert all(CANARY.encode() not in each.write(erased, "fi") for each in FORMATS.values())
