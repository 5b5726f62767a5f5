"""Each checker is shown made-up histories that are wrong, and says so; of the one that is right it says nothing."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

import pytest
import rfc8785

from tests.faults.checkers import CHECKERS, violations
from tests.faults.evidence import Canary, Evidence, Heard, Row

BJORN, DAGNY = "p:bjorn", "p:dagny"
FRAME = '42/live,["{}",{}]'


def did(client, kind, t=1.0, **more):
    """One line of a history."""
    return {"t": t, "client": client, "person": f"p:{client}", "kind": kind, **more}


def row(seq, op, by=BJORN, *changes):
    """One event of the log."""
    return Row(document="board", seq=seq, by=by, op=op, at="", to=None, changes=list(changes))


def frame(name, data):
    """A packet as it is sent."""
    return FRAME.format(name, json.dumps(data))


ARTEFACT = {"title": "Palvelupolku"}
DIGEST = hashlib.sha256(rfc8785.dumps(ARTEFACT)).hexdigest()
BODY = json.dumps({**ARTEFACT, "digest": DIGEST})
BALLOT = {"id": "ballot:1", "set": {"each": 1}}
VOTE = {"id": "vote:1", "set": {"ballot": "ballot:1", "note": "note:1"}}
SUMS = {"id": "ballot:1", "set": {"sums": {"note:1": 1}}}
BROUGHT = {"id": "ballot:1", "set": {"each": 1, "sums": {"note:1": 4}, "brought": True}}
REASON = {"code": "item.gone", "message": "Lappu on poistettu."}

GOOD = Evidence(
    document="board",
    records=[
        did("bjorn", "invoke", op="a", seq=1),
        did("bjorn", "invoke", op="b", seq=1),
        did("bjorn", "saw", op="a", seq=2, epoch="e"),
        did("bjorn", "ok", op="a", seq=2),
        did("bjorn", "refused", op="b", **REASON),
        did("bjorn", "loaded", seq=2, epoch="e"),
        did("bjorn", "answer", status=200),
    ],
    log=[row(1, "open", "system", BALLOT), row(2, "a", BJORN, VOTE), row(3, "close", "u:aino", SUMS)],
    pages=[(1, "open"), (2, "a"), (3, "")],
    digests={"bjorn": "x", "dagny": "x", "a replay in Python": "x"},
    healed_at=2.0,
    heard=[
        Heard(BJORN, False, [frame("events", ["KANARIA", "vote:1"])]),
        Heard(DAGNY, False, [frame("events", [{"seq": 2}])]),
    ],
    canaries=[Canary("KANARIA", BJORN)],
    timers=[("bjorn", "12:00", 0.1), ("dagny", "12:00", 0.2)],
    page=[
        ("mark", 0, "Kaikki tallessa"),
        ("sent", 1, frame("ops", [{"id": "a"}])),
        ("got", 2, frame("events", [{"seq": 2, "op": "a"}])),
        ("mark", 3, "Kaikki tallessa"),
        ("mark", 5_000, "Ei yhteyttä, 1 lappu"),
        ("said", 5_000, "Ei yhteyttä"),
        ("mark", 9_000, "Kaikki tallessa"),
    ],
    offline=[(4_000.0, 8_000.0)],
    server_log="Listening",
    texts=["Sama tieto kysytään kolmesti"],
    figures={"rss": (100.0 * 2**20, 105.0 * 2**20), "fds": (40.0, 41.0), "p95": (0.010, 0.011)},
    artefacts=[("1", DIGEST, BODY), ("1", DIGEST, BODY)],
)


def records(*more):
    return [*GOOD.records, *more]


BAD = [
    ("I1", {"log": [GOOD.log[0]], "pages": []}),  # acknowledged and not there
    ("I1", {"log": [*GOOD.log, row(4, "a")], "pages": []}),  # there twice
    ("I1", {"records": records(did("bjorn", "ok", op="a", seq=7))}),  # told another number
    ("I2", {"log": [*GOOD.log, row(4, "never sent")], "pages": []}),
    ("I3", {"log": [GOOD.log[0], GOOD.log[2]], "pages": []}),  # a gap
    ("I3", {"log": [*GOOD.log, row(3, "twin")], "pages": []}),
    ("I3", {"pages": [(1, "open"), (2, "a")]}),  # pages end too soon
    ("I3", {"pages": [(1, "open"), (2, "other"), (3, "")]}),
    ("I4", {"records": [did("bjorn", "invoke", op="a", seq=2)]}),  # had seen its own number before
    (
        "I4",
        {
            "records": [did("bjorn", "invoke", op="a", seq=0), did("bjorn", "invoke", op="b", seq=0)],
            "log": [row(1, "b"), row(2, "a")],
        },
    ),
    ("I5", {"digests": {**GOOD.digests, "dagny": "y"}}),
    ("I6", {"records": records(did("bjorn", "invoke", op="c", seq=2))}),  # never answered
    ("I6", {"records": records(did("bjorn", "refused", op="a", **REASON))}),  # both
    ("I6", {"records": records(did("bjorn", "invoke", op="c", seq=2), did("bjorn", "ok", t=40.0, op="c", seq=3))}),
    ("I6", {"unsettled": ["bjorn is not settled"]}),
    ("I7", {"page": [GOOD.page[1], GOOD.page[3], GOOD.page[2]]}),  # before the answer
    ("I7", {"log": [GOOD.log[0]]}),  # answered, and lost
    ("I8", {"records": records(did("bjorn", "loaded", seq=1, epoch="e"))}),  # back in time
    ("I8", {"log": [GOOD.log[0], row(2, "other"), GOOD.log[2]]}),  # what was seen is not what happened
    ("I9", {"heard": [Heard(DAGNY, False, [frame("events", [{"seq": 2, "text": "KANARIA"}])])]}),
    (  # shown by event 3, but sent with event 2 already
        "I9",
        {
            "heard": [Heard(DAGNY, False, [frame("events", [{"seq": 2, "text": "KANARIA"}])])],
            "canaries": [Canary("KANARIA", BJORN, revealed=3)],
        },
    ),
    ("I9", {"heard": [Heard("u:aino", True, ['{"items":["KANARIA"]}'])]}),
    ("I9", {"server_log": "KANARIA"}),
    ("I10", {"log": [*GOOD.log[:2], row(3, "x", BJORN, {**VOTE, "id": "vote:2"})]}),  # over the budget
    ("I10", {"log": [GOOD.log[0], GOOD.log[2]]}),  # sums of no votes
    ("I10", {"log": [row(1, "bring", "u:aino", BROUGHT), GOOD.log[1]]}),  # a vote in a ballot that was held elsewhere
    ("I10", {"heard": [Heard(DAGNY, False, [frame("events", ["vote:1"])])]}),
    ("I11", {"timers": [*GOOD.timers, ("chloe", "12:01", 0.1)]}),
    ("I11", {"timers": [*GOOD.timers, ("chloe", "12:00", 0.9)]}),
    ("I12", {"artefacts": [("1", "another digest", BODY)]}),
    ("I12", {"artefacts": [("1", DIGEST, BODY), ("1", DIGEST, BODY.replace(" ", ""))]}),
    ("I13", {"figures": {"rss": (100.0 * 2**20, 200.0 * 2**20)}}),
    ("I13", {"figures": {"fds": (40.0, 90.0)}}),
    ("I14", {"records": records(did("bjorn", "refused", op="c", code="item.gone", message=""))}),
    ("I14", {"records": records(did("bjorn", "answer", status=500))}),
    ("I14", {"server_log": "Traceback (most recent call last):"}),
    ("I14", {"server_log": "Sama tieto kysytään kolmesti"}),
    ("I15", {"figures": {"p95": (0.010, 0.200)}}),
    ("I15", {"figures": {"held": (0.0, 0.120)}}),
    ("I16", {"database_faults": ["row 7 missing from index"]}),
    ("I16", {"log": [row(1, "a", BJORN, {"id": "note:1", "gone": True})]}),
    ("I17", {"page": [GOOD.page[0]]}),  # it never said so
    ("I17", {"page": [*GOOD.page[:6], GOOD.page[5], GOOD.page[6]]}),  # announced twice
    ("I17", {"page": GOOD.page[:6]}),  # it never became well
]


@pytest.mark.parametrize(("name", "change"), BAD, ids=[f"{name}-{at}" for at, (name, _) in enumerate(BAD)])
def test_a_checker_sees_what_breaks_its_promise(name, change):
    assert CHECKERS[name](replace(GOOD, **change))


def test_no_checker_complains_of_a_history_that_is_right():
    assert violations(GOOD) == []


def test_every_promise_has_a_checker_and_a_history_that_breaks_it():
    assert list(CHECKERS) == [f"I{number}" for number in range(1, 18)]
    assert {name for name, _ in BAD} == set(CHECKERS)
