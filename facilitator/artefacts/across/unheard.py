"""Parties with whom nobody has talked, whatever map they lie on."""

from __future__ import annotations

from facilitator.artefacts.across.known import Found, Known
from facilitator.artefacts.insights.sentence import counted
from facilitator.artefacts.insights.unheard import ENTITIES, is_known, was_heard

ONE = {
    "fi": "1 osapuoli on kaikkien karttojen mukaan vielä kuulematta.",
    "sv": "Enligt alla kartor har ingen ännu talat med 1 part.",
    "en": "According to all maps, nobody has talked to 1 party yet.",
}
MANY = {
    "fi": "{n} osapuolta on kaikkien karttojen mukaan vielä kuulematta.",
    "sv": "Enligt alla kartor har ingen ännu talat med {n} parter.",
    "en": "According to all maps, nobody has talked to {n} parties yet.",
}


def unheard(known: Known) -> list[Found]:
    """Said once it is known of some party whether it was heard. Who was heard according to one map was heard."""
    parties = [(thing, item) for thing, _, item in known.stakeholders() if item["entity"] in ENTITIES]
    if not any(is_known(item) for _, item in parties):
        return []
    heard = {thing for thing, item in parties if was_heard(item)}
    alone = list(dict.fromkeys(thing for thing, _ in parties if thing not in heard))
    return [Found("unheard", counted(len(alone), ONE, MANY), alone)] if alone else []
