"""The table role × operation × mode → answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from facilitator.engine import OPERATIONS, Actor, Event, Refusal, removed_for
from facilitator.engine.may import MODES
from tests.engine.settings import AINO, BJORN, CHLOE, OLLI, SYSTEM, FloorLog, Log

SOURCES = Path(__file__).resolve().parents[2] / "static" / "src"
ITEM = {"open": "yes", "silent": "mode.silent", "vote": "mode.vote", "look": "mode.look", "closed": "mode.closed"}
VOTE = {"open": "yes", "silent": "mode.silent", "vote": "yes", "look": "mode.look", "closed": "mode.closed"}
LEAD = dict.fromkeys(MODES, "not.allowed") | {"closed": "mode.closed"}

#: What a participant gets, for an operation on things that lay on the board before the silence began.
PARTICIPANT = {
    "board.set": LEAD,
    "note.add": ITEM | {"silent": "yes"},
    **{
        f"{noun}.{verb}": ITEM
        for noun, verbs in {
            "note": ("write", "settle", "move", "set", "picture", "merge", "remove", "restore"),
            "link": ("add", "set", "remove", "restore"),
            "cluster": ("add", "set", "merge", "split", "remove", "restore"),
        }.items()
        for verb in verbs
    },
    "comment.add": ITEM | {"silent": "yes"},
    **{f"comment.{verb}": ITEM for verb in ("write", "remove", "restore", "resolve", "reopen")},
    **dict.fromkeys(("zone.add", "zone.set", "zone.move", "zone.remove", "zone.restore"), LEAD),
    **dict.fromkeys(("mode.set", "ballot.open", "ballot.close", "ballot.bring", "ballot.remove"), LEAD),
    **dict.fromkeys(("note.take_in", "note.leave_out", "note.tie", "note.ground", "comment.bring", "zone.tie"), LEAD),
    "vote.cast": VOTE,
    "vote.withdraw": VOTE,
}
#: A facilitator may do everything in every mode; a ballot and its votes have conditions of their own.
FACILITATOR = {kind: dict.fromkeys(MODES, "yes") for kind in PARTICIPANT} | {
    **{kind: dict.fromkeys(MODES, "yes") | {"silent": "mode.silent"} for kind in ("ballot.open", "ballot.bring")},
    "vote.cast": VOTE,
    "vote.withdraw": VOTE,
}
OBSERVER = dict.fromkeys(PARTICIPANT, LEAD)

ROWS = [
    (actor, kind, mode, answer)
    for actor, table in ((AINO, FACILITATOR), (BJORN, PARTICIPANT), (OLLI, OBSERVER))
    for kind, answers in table.items()
    for mode, answer in answers.items()
]


#: On a floor only roles count: whoever leads may do everything, all others read.
FLOOR = {AINO: "yes", BJORN: "not.allowed", OLLI: "not.allowed"}
FLOOR_MEMBERS: dict[str, dict] = {
    "step.add": {"step": "step:new", "title": "Kipupisteet"},
    "step.set": {"step": "step:a", "fields": {"minutes": 10}},
    "step.move": {"step": "step:a", "after": None},
    "step.remove": {"step": "step:a"},
    "step.restore": {"step": "step:gone"},
    "step.go": {"step": "step:a"},
    "timer.start": {"seconds": 300},
    "timer.add": {"seconds": 60},
    "timer.pause": {},
    "timer.resume": {},
    "timer.end": {},
    "summon.call": {"board": "board-1"},
}
FLOOR_ROWS = [(actor, kind, answer) for kind in FLOOR_MEMBERS for actor, answer in FLOOR.items()]


def test_the_tables_have_every_operation():
    assert set(PARTICIPANT) | set(FLOOR_MEMBERS) == set(OPERATIONS)
    assert set(PARTICIPANT) & set(FLOOR_MEMBERS) == set()


@pytest.mark.parametrize(("actor", "kind", "answer"), FLOOR_ROWS, ids=lambda each: getattr(each, "role", each))
def test_who_may_lead(actor: Actor, kind: str, answer: str):
    log = FloorLog()
    log.step("a")
    log.did(AINO, "step.remove", step=log.step("gone"))
    log.did(AINO, "timer.start", seconds=60)

    decided = log.does(actor, kind, **FLOOR_MEMBERS[kind])

    assert decided.code == answer if isinstance(decided, Refusal) else answer == "yes"


@pytest.mark.parametrize("kind", FLOOR_MEMBERS)
def test_a_board_takes_nothing_of_a_floor(kind: str):
    assert Log().does(AINO, kind, **FLOOR_MEMBERS[kind]) == Refusal("op.elsewhere")


@pytest.mark.parametrize("kind", PARTICIPANT)
def test_a_floor_takes_nothing_of_a_board(kind: str):
    assert FloorLog().does(AINO, kind, **_MEMBERS[kind]) == Refusal("op.elsewhere")


@pytest.mark.parametrize(("actor", "kind", "mode", "answer"), ROWS, ids=lambda each: getattr(each, "role", each))
def test_who_may_do_what_when(actor: Actor, kind: str, mode: str, answer: str):
    log, members = _prepared(actor, kind)
    if mode != "open":
        log.did(AINO, "mode.set", mode=mode)

    decided = log.does(actor, kind, **members)

    assert decided.code == answer if isinstance(decided, Refusal) else answer == "yes"
    assert isinstance(decided, Event | Refusal)


def test_the_boards_own_tests_do_all_that_a_participant_may_do():
    """Each view is tried with these alone: `static/src/views/alone/alone.test.tsx`."""
    tried = json.loads((SOURCES / "views" / "alone" / "may.json").read_text("utf-8"))
    ready = [(kind, *_prepared(BJORN, kind, shaped_by="everybody")) for kind in PARTICIPANT]

    assert sorted(tried) == sorted(
        kind for kind, log, members in ready if isinstance(log.does(BJORN, kind, **members), Event)
    )


def _prepared(actor: Actor, kind: str, **board: str) -> tuple[Log, dict]:
    """A board on which the operation would be accepted, and its members."""
    log = Log(**board)
    for name in ("a", "b", "c"):
        log.note(BJORN, name)
    log.did(BJORN, "link.add", link="link:1", source="note:a", target="note:b", kind="information")
    log.did(BJORN, "cluster.add", cluster="cluster:1", title="Lomakkeet", notes=["note:a"])
    log.did(BJORN, "cluster.add", cluster="cluster:0", title="Kieli", notes=["note:b"])
    for name, person in (("1", BJORN), ("mine", actor)):
        if person is not OLLI:
            log.did(person, "comment.add", comment=f"comment:{name}", on="note:a", text="Miksi?")
    if kind == "comment.reopen":
        log.did(AINO, "comment.resolve", comment="comment:1")
    log.did(AINO, "zone.add", zone="zone:x", title="Päätös", axis="phase")
    if kind == "note.settle":
        log.did(AINO, "note.write", note="note:a", was="", text="Toinen sanamuoto")
    if kind == "note.ground":
        log.did(BJORN, "note.picture", **_MEMBERS["note.picture"])
    if kind == "note.take_in":
        log.did(SYSTEM, "mode.set", mode="look", ended=True)
        log.note(BJORN, "late")
        log.did(SYSTEM, "mode.set", mode="open")
    noun, _, verb = kind.partition(".")
    if verb == "restore" and not (noun == "comment" and actor is OLLI):
        target = {
            "note": "note:c",
            "link": "link:1",
            "cluster": "cluster:1",
            "zone": "zone:x",
            "comment": "comment:mine",
        }.get(noun, "")
        log.did(AINO, f"{noun}.remove", **{noun: target})
    if noun == "vote" or kind == "ballot.close":
        log.did(AINO, "ballot.open", ballot="ballot:1", title="Tärkein?", each=3, per_note=1, over="notes")
    if kind == "ballot.remove":
        log.did(AINO, "ballot.bring", **_MEMBERS["ballot.bring"] | {"ballot": "ballot:1"})
    if kind == "vote.withdraw" and actor is not OLLI:
        log.did(actor, "vote.cast", vote="vote:1", ballot="ballot:1", note="note:a")
    return log, _MEMBERS[kind]


_MEMBERS = {
    "board.set": {"fields": {"shaped_by": "everybody"}},
    "note.add": {"note": "note:new", "kind": "pain", "text": "Uusi", "zone": "zone:apply/pain", "order": "a5"},
    "note.write": {"note": "note:a", "was": "Sama tieto kysytään kolmesti", "text": "Sama tieto kysytään aina"},
    "note.settle": {"note": "note:a", "keep": "text"},
    "note.move": {"note": "note:a", "zone": "zone:grid", "x": 1, "y": 10_000},
    "note.set": {"note": "note:a", "fields": {"severity": 4}},
    "note.merge": {"note": "note:a", "notes": ["note:b"]},
    "note.remove": {"note": "note:a"},
    "note.restore": {"note": "note:c"},
    "note.take_in": {"note": "note:late"},
    "note.leave_out": {"note": "note:a", "out": True},
    "note.picture": {"note": "note:a", "picture": {"id": "a" * 64, "width": 3, "height": 2}},
    "note.ground": {"note": "note:a", "ground": True},
    "note.tie": {"note": "note:a", "fields": {"entity": "entity:kela"}},
    "link.add": {"link": "link:2", "source": "note:b", "target": "note:c", "kind": "information"},
    "link.set": {"link": "link:1", "fields": {"state": "broken"}},
    "link.remove": {"link": "link:1"},
    "link.restore": {"link": "link:1"},
    "cluster.add": {"cluster": "cluster:2", "title": "Odottaminen", "notes": ["note:b"]},
    "cluster.set": {"cluster": "cluster:1", "fields": {"title": "Tunnistautuminen"}},
    "cluster.merge": {"cluster": "cluster:1", "clusters": ["cluster:0"]},
    "cluster.split": {"cluster": "cluster:1", "into": "cluster:2", "title": "Kieli", "notes": ["note:a"]},
    "cluster.remove": {"cluster": "cluster:1"},
    "cluster.restore": {"cluster": "cluster:1"},
    "comment.add": {"comment": "comment:2", "on": "comment:1", "text": "Siksi"},
    "comment.bring": {"comment": "comment:2", "on": "comment:1", "text": "Siksi", "at": "2026-11-03T10:00:00.000Z"},
    "comment.write": {"comment": "comment:mine", "text": "Miksi näin?"},
    "comment.remove": {"comment": "comment:mine"},
    "comment.restore": {"comment": "comment:mine"},
    "comment.resolve": {"comment": "comment:1"},
    "comment.reopen": {"comment": "comment:1"},
    "zone.add": {"zone": "zone:y", "title": "Muutto", "axis": "phase"},
    "zone.set": {"zone": "zone:x", "fields": {"title": "Valitus"}},
    "zone.tie": {"zone": "zone:x", "fields": {"entity": "entity:kela"}},
    "zone.move": {"zone": "zone:x", "after": None},
    "zone.remove": {"zone": "zone:x"},
    "zone.restore": {"zone": "zone:x"},
    "mode.set": {"mode": "open"},
    "ballot.open": {"ballot": "ballot:2", "title": "Mikä ensin?", "each": 3, "per_note": 2, "over": "notes"},
    "ballot.close": {"ballot": "ballot:1"},
    "ballot.bring": {
        "ballot": "ballot:2",
        "title": "Mikä ensin?",
        "each": 3,
        "per_note": 2,
        "over": "notes",
        "sums": {"note:a": 2},
        "voters": 2,
        "secret": False,
    },
    "ballot.remove": {"ballot": "ballot:1"},
    "vote.cast": {"vote": "vote:2", "ballot": "ballot:1", "note": "note:b"},
    "vote.withdraw": {"vote": "vote:1"},
}


def test_a_group_may_shape_its_zones_where_the_board_says_so():
    log = Log(shaped_by="everybody")

    assert isinstance(log.does(BJORN, "zone.add", zone="zone:x", title="Päätös", axis="phase"), Event)
    assert log.does(OLLI, "zone.add", zone="zone:y", title="Muutto", axis="phase") == Refusal("not.allowed")


@pytest.mark.parametrize("authors", ["names", "organisations", "nothing"])
@pytest.mark.parametrize(
    ("kind", "members"),
    [
        ("note.write", {"was": "haku", "text": "haku viipyy"}),
        ("note.settle", {"keep": "text"}),
        ("note.set", {"fields": {"severity": 4}}),
        ("note.set", {"fields": {"kind": "pain"}}),
        ("note.remove", {}),
        ("note.restore", {}),
    ],
)
def test_only_author_and_facilitator_change_what_a_note_says(authors: str, kind: str, members: dict):
    log = Log(authors=authors)
    note = log.note(BJORN, "1", "haku")
    if kind == "note.restore":
        log.did(BJORN, "note.remove", note=note)

    assert log.does(CHLOE, kind, note=note, **members) == Refusal("note.not_yours")
    assert isinstance(log.does(BJORN, kind, note=note, **members), Event)
    assert isinstance(log.does(AINO, kind, note=note, **members), Event)


def test_everybody_goes_on_adding_moving_linking_and_gathering():
    log = Log()
    one, other = log.note(BJORN, "1"), log.note(CHLOE, "2")

    log.did(CHLOE, "note.move", note=one, zone="zone:grid", x=1, y=1)
    log.did(CHLOE, "link.add", link="link:1", source=one, target=other, kind="information")
    log.did(CHLOE, "cluster.add", cluster="cluster:1", title="Haku", notes=[one, other])


def test_the_facilitator_lets_everybody_rewrite_and_shape_and_takes_it_back():
    log = Log()
    note = log.note(BJORN, "1", "haku")
    phase = {"title": "Päätös", "axis": "phase"}

    opened = log.did(AINO, "board.set", fields={"rewritten_by": "everybody", "shaped_by": "everybody"})
    log.did(CHLOE, "note.write", note=note, was="haku", text="haku viipyy")
    log.did(CHLOE, "zone.add", zone="zone:x", **phase)
    log.did(AINO, "board.set", fields={"rewritten_by": "authors", "shaped_by": "facilitator"})

    assert opened.changes == [{"id": "board", "set": {"rewritten_by": "everybody", "shaped_by": "everybody"}}]
    assert log.does(CHLOE, "note.remove", note=note) == Refusal("note.not_yours")
    assert log.does(CHLOE, "zone.add", zone="zone:y", **phase) == Refusal("not.allowed")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"rewritten_by": "nobody"}, "field.wrong"),
        ({"shaped_by": None}, "field.wrong"),
        ({"rewritten_by": ["authors"]}, "field.wrong"),
        ({"variant": "wished"}, "field.wrong"),
        ({"variant": ["as_is"]}, "field.wrong"),
        ({"authors": "names"}, "field.unknown"),
        ({"mode": "open"}, "field.unknown"),
    ],
)
def test_what_the_board_cannot_be_set_to_is_refused_by_name(fields: dict, code: str):
    answer = Log().does(AINO, "board.set", fields=fields)

    assert isinstance(answer, Refusal)
    assert answer.code == code


def test_a_board_that_says_nothing_of_it_leaves_rewriting_to_authors():
    log = Log()
    note = log.note(BJORN, "1", "haku")
    log.state.items["board"] = {name: value for name, value in log.state.board.items() if name != "rewritten_by"}

    assert log.does(CHLOE, "note.remove", note=note) == Refusal("note.not_yours")


def test_what_was_removed_is_offered_to_whoever_may_bring_it_back():
    log = Log()
    note = log.note(BJORN, "1", "haku")
    log.did(AINO, "note.remove", note=note)

    assert note in removed_for(log.state, BJORN)
    assert note in removed_for(log.state, AINO)
    assert note not in removed_for(log.state, CHLOE)


def test_a_board_says_which_of_its_methods_variants_it_shows_or_nothing():
    log = Log()

    assert log.does(BJORN, "board.set", fields={"variant": "to_be"}) == Refusal("not.allowed")
    event = log.did(AINO, "board.set", fields={"variant": "to_be"})
    assert [change["set"] for change in event.changes] == [{"variant": "to_be"}]
    log.did(AINO, "board.set", fields={"variant": None})
    assert "variant" not in log.state.board
