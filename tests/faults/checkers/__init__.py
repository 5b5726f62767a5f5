"""The promises I1–I17, each a function from what a drill left to a list of violations in words. Empty is right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from tests.faults.checkers import badge, copies, log, privacy, process, promises, record, timer
from tests.faults.evidence import Evidence

CHECKERS: Mapping[str, Callable[[Evidence], list[str]]] = {
    "I1": lambda e: log.acknowledged_once(e.records, e.log),
    "I2": lambda e: log.nothing_unsent(e.records, e.log, e.began_at),
    "I3": lambda e: log.numbered_without_gap(e.log, e.pages),
    "I4": lambda e: log.in_order_of_sending(e.records, e.log),
    "I5": lambda e: copies.all_the_same(e.digests),
    "I6": lambda e: promises.everything_answered(e.records, e.healed_at, e.unsettled),
    "I7": lambda e: badge.saved_means_stored(e.page, e.log),
    "I8": lambda e: copies.nothing_taken_back(e.records, e.log),
    "I9": lambda e: privacy.canaries_kept(e.canaries, e.heard, e.server_log),
    "I10": lambda e: privacy.votes_within_budget(e.log, e.heard),
    "I11": lambda e: timer.same_end_for_all(e.timers),
    "I12": lambda e: record.artefacts_unchanged(e.artefacts),
    "I13": lambda e: process.back_to_where_it_was(e.figures),
    "I14": lambda e: process.refused_with_reason(e.records, e.server_log, e.texts),
    "I15": lambda e: process.others_not_slowed(e.figures),
    "I16": lambda e: record.database_sound(e.database_faults, e.log),
    "I17": lambda e: badge.trouble_was_shown(e.page, e.offline),
}


def violations(evidence: Evidence, names: Iterable[str] = CHECKERS) -> list[str]:
    """What is wrong, each line with the promise that it breaks."""
    return [f"{name}: {each}" for name in names for each in CHECKERS[name](evidence)]


_NEEDS: Mapping[str, Callable[[Evidence], bool]] = {
    "I7": lambda e: bool(e.page),
    "I9": lambda e: bool(e.canaries),
    "I10": lambda e: any(change["id"].startswith("vote:") for row in e.log for change in row["changes"]),
    "I11": lambda e: bool(e.timers),
    "I12": lambda e: bool(e.artefacts),
    "I13": lambda e: "rss" in e.figures,
    "I15": lambda e: "p95" in e.figures,
    "I17": lambda e: bool(e.offline),
}


def checked(evidence: Evidence) -> list[str]:
    """The promises of which the drill has left something to check."""
    return [name for name in CHECKERS if name not in _NEEDS or _NEEDS[name](evidence)]
