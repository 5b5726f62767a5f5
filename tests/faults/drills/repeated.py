"""F7: messages doubled and turned round on the way, a recorded session played again, ids used twice, acks lost."""

from __future__ import annotations

from tests.faults.drill import Drill
from tests.faults.evidence import Evidence
from tests.faults.line import Trouble
from tests.faults.wishes import new_note, op

GARBLED = Trouble(doubled=0.3, swapped=0.2, lost=0.1, halved=0.02)


def play(drill: Drill) -> Evidence:
    """Everybody works over lines that garble; then ids are misused on purpose."""
    clients = drill.come_all(max(4, drill.size.clients // 2))
    for client in clients:
        client.line.trouble = GARBLED
    drill.start_acting()
    drill.wait(drill.size.acting_seconds * 2)
    drill.stop_acting()
    drill.heal()
    drill.settle()
    _play_again(drill, clients[0])
    _misuse_ids(drill, clients[0], clients[1])
    drill.settle()
    return drill.evidence()


def _play_again(drill: Drill, client) -> None:
    """All that this person ever sent, once more: nothing new may come of it."""
    before = drill.head()
    path = f"/boards/{drill.board}/ops"
    sent = list(client.sent.values())
    for start in range(0, len(sent), 100):
        answer = drill.call(1, "POST", path, sent[start : start + 100])
        if answer.status != 200:
            drill.unsettled.append(f"a session played again got status {answer.status}")
    if drill.head() != before:
        drill.unsettled.append(f"a session played again made {drill.head() - before} events")


def _misuse_ids(drill: Drill, one, other) -> None:
    first = drill.act(one, new_note(one.random, "Ensimmäinen"))
    drill.until(lambda: not one.pending, 10, "an operation was not answered")
    drill.act(other, {**new_note(other.random, "Toisen samalla tunnuksella"), "id": first["id"]})  # another's id: fine
    drill.until(lambda: not other.pending, 10, "another person's use of the same id was not answered")
    changed = {**first, "text": "Toinen sisältö"}
    told = drill.call(
        1, "POST", f"/boards/{drill.board}/ops", [changed, op(one.random, "note.remove", note="note:none")]
    )
    if b"op.reused" not in told.body:
        drill.unsettled.append(f"the same id with another content was answered {told.body[:100]!r}")
