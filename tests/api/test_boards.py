"""P7: a board's document over HTTP."""

from __future__ import annotations

import gzip
import json
import uuid

import pytest

from facilitator.models.transaction import transaction
from tests.live.setting import Caller, make_setting, note, op


def post(client, setting, caller, body, content_type="application/json"):
    headers = {**caller.headers, "Content-Type": content_type}
    return client.post(f"/api/v1/boards/{setting.board}/ops", data=body, headers=headers)


def test_an_operation_is_answered_with_its_event_and_is_in_the_state(bjorn, dagny, setting):
    wish = note("Lupa viipyy")

    answer = bjorn.send(wish)

    (event,) = answer["events"]
    assert (event["seq"], event["op"], event["by"], answer["refused"]) == (2, wish["id"], setting.bjorn, [])
    assert dagny.items()[wish["note"]]["text"] == "Lupa viipyy"


def test_the_state_says_what_p4_5_says(bjorn, setting):
    bjorn.send(note())

    state = bjorn.get("state").get_json()

    assert list(state) == ["document", "epoch", "seq", "method", "items", "people", "private"]
    assert (state["document"], state["seq"], state["private"]) == (setting.board, 2, {"notes": 0, "people": 0})
    assert state["method"]["key"] == "service_path"
    assert {person["id"]: person["name"] for person in state["people"]} == {
        setting.bjorn: "Björn",
        setting.dagny: "Dagny",
    }


def test_a_list_is_decided_one_by_one_and_a_bad_operation_disturbs_no_other(bjorn):
    first, last = note("ensin", order="a1"), note("viimein", order="a2")
    bad = [{"id": str(uuid.uuid4()), "type": "note.fly"}, {**note(), "colour": "red"}, 7, op("mode.set", mode="look")]

    answer = bjorn.send(first, *bad, last)

    assert [event["op"] for event in answer["events"]] == [first["id"], last["id"]]
    assert [each["code"] for each in answer["refused"]] == ["op.unknown", "op.invalid", "op.invalid", "not.allowed"]
    assert [each["op"] for each in answer["refused"]] == [bad[0]["id"], bad[1]["id"], None, bad[3]["id"]]
    assert all(each["message"] for each in answer["refused"])


def test_two_hundred_operations_keep_their_order(bjorn):
    wishes = [note(f"n{number}", order=f"a{number % 10}") for number in range(200)]

    answer = bjorn.send(*wishes)

    assert [event["op"] for event in answer["events"]] == [wish["id"] for wish in wishes]
    assert [event["seq"] for event in answer["events"]] == list(range(2, 202))


@pytest.mark.parametrize(
    ("body", "content_type", "status", "code"),
    [
        (b"[]", "text/plain", 415, "body.type"),
        (b"{}", "application/json", 400, "op.invalid"),
        (b"[", "application/json", 400, "body.json"),
        (b'[{"a":1,"a":2}]', "application/json", 400, "body.json"),
        (b"[NaN]", "application/json", 400, "body.json"),
        (b"[1e999]", "application/json", 400, "body.json"),
        (b"[" * 60_000, "application/json", 400, "body.json"),
        (b"[" + b"0" * 70_000 + b"]", "application/json", 413, "body.too_large"),
        (b"[" + b"1," * 200 + b"1]", "application/json", 413, "body.too_large"),
    ],
)
def test_a_body_as_a_whole_is_refused_by_name(client, setting, bjorn, body, content_type, status, code):
    answer = post(client, setting, bjorn, body, content_type)

    assert (answer.status_code, answer.get_json()["code"]) == (status, code)
    assert set(answer.get_json()) == {"code", "message"}
    assert bjorn.get("state").get_json()["seq"] == 1


def test_a_board_of_others_is_not_there(client, setting):
    chloe = Caller(client, setting, setting.chloe)

    answers = [chloe.get("state"), chloe.get("events"), chloe.get("removed"), post(client, setting, chloe, b"[]")]

    assert {(answer.status_code, answer.get_json()["code"]) for answer in answers} == {(404, "not.there")}


def test_without_a_token_nothing_is_told(client, setting):
    answer = client.get(f"/api/v1/boards/{setting.board}/state")

    assert (answer.status_code, answer.get_json()["code"]) == (401, "not.signed_in")


def test_the_state_is_kept_by_nobody_and_compressed_for_whoever_can_read_that(bjorn, client, setting):
    plain = bjorn.get("state")
    bjorn.headers["Accept-Encoding"] = "gzip"
    squeezed = bjorn.get("state")

    assert plain.headers["Cache-Control"] == squeezed.headers["Cache-Control"] == "private, no-store"
    assert "Authorization" in plain.headers["Vary"]
    assert squeezed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(squeezed.data) == plain.data


def test_events_come_in_pages(bjorn, dagny, aino):
    for caller in (bjorn, dagny, aino):
        caller.send(*(note() for _ in range(200)))

    first = aino.get("events", since=0).get_json()
    second = aino.get("events", since=first["events"][-1]["seq"]).get_json()

    assert (len(first["events"]), first["seq"], first["more"]) == (500, 601, True)
    assert ([event["seq"] for event in second["events"]], second["more"]) == (list(range(501, 602)), False)


@pytest.mark.parametrize("since", ["-1", "x", "1.5", "9" * 40, ""])
def test_a_since_that_is_no_seq_is_refused(bjorn, since):
    assert bjorn.get("events", since=since).status_code == 400


def test_the_state_and_its_events_say_the_same(bjorn, aino, dagny):
    wish = note()
    bjorn.send(wish, op("note.write", note=wish["note"], was=wish["text"], text="Toinen"))
    aino.send(op("mode.set", mode="silent"))
    dagny.send(note("salassa"))

    for caller in (aino, bjorn, dagny):
        folded: dict[str, dict] = {}
        for event in caller.get("events").get_json()["events"]:
            for change in event.get("changes", ()):
                fields = {**folded.get(change["id"], {}), **change["set"]}
                folded[change["id"]] = {name: value for name, value in fields.items() if value is not None}
        assert caller.items() == folded


def test_what_was_removed_is_there_for_whoever_may_restore_it(bjorn, aino, dagny):
    shown, hidden = note("näkyvä"), note("kätketty")
    bjorn.send(shown)
    bjorn.send(op("note.remove", note=shown["note"]))
    aino.send(op("mode.set", mode="silent"))
    bjorn.send(hidden, op("note.remove", note=hidden["note"]))

    removed = {
        caller: {item["text"] for item in caller.get("removed").get_json()["items"]} for caller in (bjorn, dagny, aino)
    }

    assert removed == {bjorn: {"näkyvä", "kätketty"}, dagny: set(), aino: {"näkyvä"}}


def test_those_who_lead_are_told_what_was_done_and_what_was_there_before(aino, bjorn):
    written = note("haku")
    moved = op("note.move", note=written["note"], zone="zone:find/pain", order="a0")
    bjorn.send(written, moved)

    told = aino.get("acts").get_json()

    assert told["seq"] == 3
    assert [(act["op"], act["by"]) for act in told["acts"]] == [(each["id"], bjorn.person) for each in (moved, written)]
    assert told["acts"][0]["changes"][0]["was"] == {"zone": "zone:unplaced"}
    assert bjorn.get("acts").status_code == 403


def test_a_retry_gets_the_event_made_before(bjorn):
    """P1.4, I1."""
    wish = note()

    first, second = bjorn.send(wish), bjorn.send(wish)

    assert second == first
    assert bjorn.get("state").get_json()["seq"] == 2


def test_a_retry_that_the_board_would_take_again_makes_no_second_event(bjorn):
    wish = note()
    bjorn.send(wish)
    move = op("note.move", note=wish["note"], zone="zone:unplaced", order="a5")

    first, other, second = bjorn.send(move), bjorn.send(note(order="a7")), bjorn.send(move)

    assert second == first
    assert other["events"][0]["seq"] == bjorn.get("state").get_json()["seq"] == 4


def test_the_same_id_with_other_content_is_refused(bjorn):
    wish = note()
    bjorn.send(wish)

    again = bjorn.send({**wish, "text": "muuta"})
    twice = bjorn.send(fresh := note(), {**fresh, "text": "muuta"})

    assert [each["code"] for each in again["refused"]] == ["op.reused"]
    assert [each["code"] for each in twice["refused"]] == ["op.reused"]
    assert len(twice["events"]) == 1


def test_two_persons_may_use_the_same_operation_id(bjorn, dagny):
    """Ids are unique only to the person: else one could take another's answer."""
    wish = note("Björnin")

    mine, hers = bjorn.send(wish), dagny.send({**note("Dagnyn"), "id": wish["id"]})

    assert [event["seq"] for event in (*mine["events"], *hers["events"])] == [2, 3]


def test_a_refusal_is_final_for_its_id(bjorn, aino):
    """P3.1: what was refused is refused again, even if it would be accepted now."""
    wish = note()
    early = op("note.remove", note=wish["note"])
    refused = bjorn.send(early)["refused"]
    bjorn.send(wish)

    assert bjorn.send(early)["refused"] == refused
    assert wish["note"] in bjorn.items()


def test_over_the_budget_nothing_is_done(bjorn):
    """P8.2."""
    for _ in range(2):
        bjorn.send(*(note() for _ in range(200)))

    answer = bjorn._client.post(
        f"/api/v1/boards/{bjorn._board}/ops",
        data=json.dumps([note()] * 199),
        headers=bjorn.headers,
        content_type="application/json",
    )

    assert (answer.status_code, answer.get_json()["code"]) == (429, "slow.down")
    assert int(answer.headers["Retry-After"]) >= 1
    assert bjorn.get("state").get_json()["seq"] == 401


def test_whoever_was_removed_finds_nothing_from_the_next_call_on(app, bjorn, setting):
    from facilitator.models import Participant
    from facilitator.models.base import now

    with transaction() as tx:
        tx.get(Participant, setting.bjorn).removed_at = now()

    assert bjorn.get("state").status_code == 401


def test_participants_find_no_closed_board(bjorn, aino):
    aino.send(op("mode.set", mode="closed"))

    assert (bjorn.get("state").status_code, aino.get("state").status_code) == (404, 200)


def test_text_that_no_format_could_carry_is_refused(bjorn):
    answer = bjorn.send(note("a\x00b"), note("\ud800"), note("   "), note("x" * 2_001))

    assert [each["code"] for each in answer["refused"]] == [
        "text.invalid",
        "text.invalid",
        "text.empty",
        "text.too_long",
    ]


def test_kinds_that_the_facilitator_names_are_in_the_state_and_in_what_can_be_put_back(client, app):
    setting = make_setting("blank_with_zones")
    aino, bjorn = (Caller(client, setting, person) for person in (setting.aino, setting.bjorn))
    risk, wish = {"key": "own_1", "title": "Riski"}, {"key": "own_2", "title": "Toive"}
    here = {"zone": "zone:known", "kind": "own_1"}

    named = aino.send(op("board.set", fields={"kinds": [risk, wish]}))
    wrote = bjorn.send(note("Haku", **here), op("board.set", fields={"kinds": None}))
    gone = aino.send(op("board.set", fields={"kinds": [wish]}), note("Haku", **here))
    full = aino.send(op("board.set", fields={"kinds": [risk | {"key": f"own_{n}"} for n in range(7)]}))

    assert named["events"][0]["changes"][0] == {
        "id": "board",
        "set": {"kinds": [risk | {"tint": "channel"}, wish | {"tint": "people"}]},
    }
    assert (wrote["events"][0]["changes"][0]["set"]["kind"], wrote["refused"][0]["code"]) == ("own_1", "not.allowed")
    refused = [gone["refused"][0], full["refused"][0]]
    assert [(each["code"], each["message"]) for each in refused] == [
        ("kind.gone", "This kind has been taken off the board. Choose another one."),
        ("kind.too_many", "A board has at most 6 kinds."),
    ]
    assert bjorn.items()["board"]["former_kinds"] == [risk | {"tint": "channel"}]
    (last, *_) = aino.get("acts").get_json()["acts"]
    assert last["changes"][0]["was"]["kinds"] == [risk | {"tint": "channel"}, wish | {"tint": "people"}]
