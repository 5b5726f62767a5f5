"""Any interleaving of several people: the log, each viewer's events, a state and its tail agree (I5)."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from facilitator.engine import Actor, Event, Item, Refusal, State, closed, fold, private_count, see_event, see_state
from facilitator.engine.may import MODES
from facilitator.engine.stored import from_plain, plain
from tests.engine.settings import AINO, BJORN, CHLOE, PAIN_CELL, SYSTEM, Log

PEOPLE = (AINO, BJORN, CHLOE)
VIEWERS = (*(person.id for person in PEOPLE), None)
WORDS = st.sampled_from(["haku", "haku viipyy", "haku viipyy aina", "ei tietoa", "lupa"])
PLACES: st.SearchStrategy[dict[str, Any]] = st.sampled_from(
    [
        {"zone": PAIN_CELL, "order": "a1"},
        {"zone": "zone:wait/pain", "order": "a1"},
        {"zone": "zone:ring", "order": "a0", "angle": 90},
        {"zone": "zone:grid", "x": 5, "y": 10_000},
        {"zone": "zone:unplaced", "order": "Zz"},
    ]
)
NUMBERS = st.integers(0, 2)
WHO = st.sampled_from(PEOPLE)


class Client:
    """Somebody's browser: a state fetched at some time, then its own view of every event, in order."""

    def __init__(self, viewer: str | None, items: dict[str, Any]) -> None:
        self.viewer = viewer
        self.items = dict(items)

    def receive(self, event: dict[str, Any]) -> None:
        for change in event.get("changes", ()):
            if "set" not in change:
                self.items.pop(change["id"], None)
                continue
            merged = {**self.items.get(change["id"], {}), **change["set"]}
            self.items[change["id"]] = {name: value for name, value in merged.items() if value is not None}


class Workshop(RuleBasedStateMachine):
    """Three people on one board."""

    @initialize(
        authors=st.sampled_from(["names", "organisations", "nothing"]),
        rewritten_by=st.sampled_from(["authors", "everybody"]),
    )
    def open_board(self, authors: str, rewritten_by: str) -> None:
        self.authors = authors
        self.log = Log(authors=authors, rewritten_by=rewritten_by)
        self.clients = [Client(viewer, see_state(self.log.state, viewer)) for viewer in VIEWERS]
        self.stored = self.log.state
        for number, person in enumerate(PEOPLE):
            self.does(person, "note.add", note=f"note:{number}", kind="pain", text="haku", zone=PAIN_CELL, order="a1")
        self.does(AINO, "link.add", link="link:0", source="note:0", target="note:1", kind="information")
        self.does(BJORN, "cluster.add", cluster="cluster:0", title="Teema", notes=["note:0", "note:1"])

    def does(self, actor: Actor, kind: str, /, **members: Any) -> Event | Refusal:
        answer = self.log.does(actor, kind, **members)
        if isinstance(answer, Event):
            for client in self.clients:
                client.receive(see_event(answer, client.viewer, self.authors))
        return answer

    @rule(actor=WHO, number=NUMBERS, text=WORDS, place=PLACES)
    def add(self, actor: Actor, number: int, text: str, place: dict[str, Any]) -> None:
        self.does(actor, "note.add", note=f"note:{number}", kind="pain", text=text, **place)

    @rule(actor=WHO, number=NUMBERS, was=WORDS, text=WORDS)
    def write(self, actor: Actor, number: int, was: str, text: str) -> None:
        self.does(actor, "note.write", note=f"note:{number}", was=was, text=text)

    @rule(actor=WHO, number=NUMBERS, keep=st.sampled_from(["text", 0, 1]))
    def settle(self, actor: Actor, number: int, keep: str | int) -> None:
        self.does(actor, "note.settle", note=f"note:{number}", keep=keep)

    @rule(actor=WHO, number=NUMBERS, place=PLACES)
    def move(self, actor: Actor, number: int, place: dict[str, Any]) -> None:
        self.does(actor, "note.move", note=f"note:{number}", **place)

    @rule(actor=WHO, number=NUMBERS, severity=st.sampled_from([None, 1, 5]))
    def describe(self, actor: Actor, number: int, severity: int | None) -> None:
        self.does(actor, "note.set", note=f"note:{number}", fields={"severity": severity})

    @rule(
        actor=WHO,
        noun=st.sampled_from(["note", "note", "link", "cluster", "comment"]),
        number=NUMBERS,
        verb=st.sampled_from(["remove", "restore"]),
    )
    def come_and_go(self, actor: Actor, noun: str, number: int, verb: str) -> None:
        self.does(actor, f"{noun}.{verb}", **{noun: f"{noun}:{number}"})

    @rule(actor=WHO, number=NUMBERS, ends=st.tuples(NUMBERS, NUMBERS))
    def link(self, actor: Actor, number: int, ends: tuple[int, int]) -> None:
        source, target = (f"note:{end}" for end in ends)
        self.does(actor, "link.add", link=f"link:{number}", source=source, target=target, kind="information")

    @rule(actor=WHO, number=NUMBERS, members=st.lists(NUMBERS, max_size=3, unique=True), is_new=st.booleans())
    def cluster(self, actor: Actor, number: int, members: list[int], is_new: bool) -> None:
        notes = [f"note:{member}" for member in members]
        if is_new:
            self.does(actor, "cluster.add", cluster=f"cluster:{number}", title="Teema", notes=notes)
        else:
            self.does(actor, "cluster.set", cluster=f"cluster:{number}", fields={"notes": notes})

    @rule(actor=WHO, number=NUMBERS, others=st.lists(NUMBERS, min_size=1, max_size=2, unique=True))
    def merge_clusters(self, actor: Actor, number: int, others: list[int]) -> None:
        self.does(
            actor,
            "cluster.merge",
            cluster=f"cluster:{number}",
            clusters=[f"cluster:{other}" for other in others],
        )

    @rule(actor=WHO, number=NUMBERS, others=st.lists(NUMBERS, min_size=1, max_size=2, unique=True))
    def merge_notes(self, actor: Actor, number: int, others: list[int]) -> None:
        self.does(actor, "note.merge", note=f"note:{number}", notes=[f"note:{other}" for other in others])

    @rule(actor=WHO, number=NUMBERS, into=NUMBERS, members=st.lists(NUMBERS, min_size=1, max_size=2, unique=True))
    def split_cluster(self, actor: Actor, number: int, into: int, members: list[int]) -> None:
        notes = [f"note:{member}" for member in members]
        self.does(actor, "cluster.split", cluster=f"cluster:{number}", into=f"cluster:{into}", title="Osa", notes=notes)

    @rule(
        actor=WHO, number=st.integers(0, 3), on=st.sampled_from(["note:0", "note:1", "note:2", "link:0", "comment:0"])
    )
    def comment(self, actor: Actor, number: int, on: str) -> None:
        self.does(actor, "comment.add", comment=f"comment:{number}", on=on, text="miksi")

    @rule(actor=WHO, number=st.integers(0, 3), verb=st.sampled_from(["write", "resolve", "reopen"]), text=WORDS)
    def talk(self, actor: Actor, number: int, verb: str, text: str) -> None:
        self.does(actor, f"comment.{verb}", comment=f"comment:{number}", **({"text": text} if verb == "write" else {}))

    @rule(verb=st.sampled_from(["add", "remove", "restore", "move", "set"]), number=st.integers(0, 1))
    def shape(self, verb: str, number: int) -> None:
        zone = {"zone": ("zone:apply", "zone:wait")[number]}
        match verb:
            case "add":
                self.does(AINO, "zone.add", zone=f"zone:new{number}", title="Uusi", axis=("phase", "lane")[number])
            case "move":
                self.does(AINO, "zone.move", **zone, after=None)
            case "set":
                self.does(AINO, "zone.set", **zone, fields={"title": "Toinen nimi"})
            case _:
                self.does(AINO, f"zone.{verb}", **zone)

    @rule(mode=st.sampled_from([*MODES, "silent", "silent", "open", "open", "open"]))
    def lead(self, mode: str) -> None:
        self.does(AINO, "mode.set", mode=mode)

    @rule(is_over=st.sampled_from([True, False, False]))
    def end(self, is_over: bool) -> None:
        self.does(SYSTEM, "mode.set", mode="look" if is_over else "open", ended=is_over)

    @rule(number=NUMBERS, verb=st.sampled_from(["take_in", "leave_out"]), out=st.booleans())
    def tidy(self, number: int, verb: str, out: bool) -> None:
        self.does(AINO, f"note.{verb}", note=f"note:{number}", **({"out": out} if verb == "leave_out" else {}))

    @rule(number=NUMBERS, actor=WHO, entity=st.sampled_from([None, "entity:kela", "entity:prh"]))
    def tie(self, number: int, actor: Actor, entity: str | None) -> None:
        fields = {"entity": entity, "about": [entity] if entity else None}
        self.does(actor, "note.tie", note=f"note:{number}", fields=fields)

    @rule(number=st.integers(3, 5), actor=WHO, place=PLACES)
    def add_more(self, number: int, actor: Actor, place: dict[str, Any]) -> None:
        self.does(actor, "note.add", note=f"note:{number}", kind="pain", text="haku", **place)

    @rule(number=st.integers(3, 5))
    def take_more_in(self, number: int) -> None:
        self.does(AINO, "note.take_in", note=f"note:{number}")

    @rule(number=st.integers(0, 1), is_open=st.booleans())
    def ballot(self, number: int, is_open: bool) -> None:
        if is_open:
            members = {"title": "?", "each": 2, "per_note": 1, "over": "notes"}
            self.does(AINO, "ballot.open", ballot=f"ballot:{number}", **members)
        else:
            self.does(AINO, "ballot.close", ballot=f"ballot:{number}")

    @rule(actor=WHO, number=NUMBERS, ballot=st.integers(0, 1), is_cast=st.booleans())
    def vote(self, actor: Actor, number: int, ballot: int, is_cast: bool) -> None:
        vote = f"vote:{actor.id[2:]}-{number}"
        if is_cast:
            self.does(actor, "vote.cast", vote=vote, ballot=f"ballot:{ballot}", note=f"note:{number}")
        else:
            self.does(actor, "vote.withdraw", vote=vote)

    @rule(viewer=st.sampled_from(VIEWERS))
    def come_late(self, viewer: str | None) -> None:
        self.clients.append(Client(viewer, see_state(self.log.state, viewer)))

    @rule()
    def store(self) -> None:
        """Another process opens the board later, from here on."""
        body = json.dumps(plain(self.log.state))
        self.stored: State = from_plain(self.log.state.document, self.log.state.rules, json.loads(body))

    @invariant()
    def a_stored_state_and_its_tail_are_the_whole_log(self) -> None:
        if not hasattr(self, "log"):
            return
        state, seen = self.log.state, fold(self.stored, self.log.events[self.stored.seq :])
        assert seen == state
        assert [list(seen.items), list(seen.gone)] == [list(state.items), list(state.gone)]

    @invariant()
    def everybody_sees_the_same_board(self) -> None:
        if not hasattr(self, "log"):
            return
        assert fold(self.log.start, self.log.events) == self.log.state
        for client in self.clients:
            assert closed(client.items) == closed(see_state(self.log.state, client.viewer)), client.viewer

    @invariant()
    def nothing_private_leaves(self) -> None:
        if not hasattr(self, "log"):
            return
        state = self.log.state
        private = {
            item_id: item["author"] for item_id, item in state.items.items() if item.get("private") or "ballot" in item
        }
        for client in self.clients:
            seen = set(client.items) & set(private)
            assert all(self.may_see(state.items[item_id], client.viewer) for item_id in seen)
        assert private_count(state)["notes"] <= len(private)

    def may_see(self, item: Item, viewer: str | None) -> bool:
        """Its author; of what arrived late also who leads, and then without a word of who wrote it."""
        return item["author"] == viewer or (bool(item.get("late")) and viewer == AINO.id)

    @invariant()
    def who_wrote_what_arrived_late_is_never_said(self) -> None:
        if not hasattr(self, "log"):
            return
        for client in self.clients:
            late = [item for item_id, item in client.items.items() if item.get("late")]
            assert all(item.get("author", client.viewer) == client.viewer for item in late)

    @invariant()
    def numbers_have_no_gap(self) -> None:
        if hasattr(self, "log"):
            assert [event.seq for event in self.log.events] == list(range(1, self.log.state.seq + 1))


TestWorkshop = Workshop.TestCase
TestWorkshop.settings = settings(max_examples=200, stateful_step_count=40, deadline=None)
