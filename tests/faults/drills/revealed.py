"""F13: something is done in the very moment in which silence ends. The order of the log alone decides."""

from __future__ import annotations

from tests.faults.client import Client
from tests.faults.drill import Drill
from tests.faults.drills.mid_step import lead
from tests.faults.evidence import Canary, Evidence
from tests.faults.wishes import UNPLACED, new_note, op


def play(drill: Drill) -> Evidence:
    """Silence begins and ends; everybody does something at its end."""
    clients = drill.come_all(4)
    aino = drill.come(0, "polling")
    drill.until(lambda: aino.is_up, 10, "Aino did not come in")
    for number in range(drill.size.rounds * 5):
        lead(drill, aino, op(aino.random, "mode.set", mode="silent"))
        mine = [
            drill.act(client, new_note(client.random, f"KANARIALINTU-{number}-{client.who.name}")) for client in clients
        ]
        drill.until(lambda: not any(client.pending for client in clients), 10, "silence was not written")
        shown = op(aino.random, "mode.set", mode="open")
        _at_once(drill, aino, clients, shown, [wish["note"] for wish in mine], number)
        drill.until(lambda: not any(client.pending for client in drill.clients), 10, "its end was not answered")
        seq = next((row["seq"] for row in drill.log() if row["op"] == shown["id"]), 0)
        drill.canaries += [
            Canary(wish["text"], client.who.person, seq) for wish, client in zip(mine, clients, strict=True)
        ]
        head = drill.head()
        drill.until(lambda head=head: all(client.copy.seq >= head for client in drill.clients), 10, "not all have it")
        _check_late(drill, seq)
    drill.settle()
    return drill.evidence()


def _at_once(drill: Drill, aino: Client, clients: list[Client], shown: dict, notes: list[str], number: int) -> None:
    """All of it in one turn of the loop, in an order of the seed's."""
    acts = [(aino, shown)]
    for client, note in zip(clients, notes, strict=True):
        choice = drill.random.randrange(3)
        if choice == 0:
            acts.append((client, new_note(client.random, f"Hetkellä {number} {client.who.name}")))
        elif choice == 1:
            acts.append((client, op(client.random, "note.move", note=note, zone=UNPLACED, order="a5")))
        else:
            acts.append((client, op(client.random, "note.remove", note=note)))
    drill.random.shuffle(acts)

    async def do() -> None:
        for client, wish in acts:
            client.act(wish)

    drill.loop.run(do())


def _check_late(drill: Drill, shown: int) -> None:
    """Before the end an event is its author's alone; after it, everybody's."""
    for row in drill.log():
        if not any(change.get("set", {}).get("text", "").startswith("Hetkellä") for change in row["changes"]):
            continue
        if row["seq"] == shown or row["by"] == drill.setting.aino[0]:
            continue
        is_private = row["to"] is not None
        nearest = [each for each in drill.log() if each["seq"] < row["seq"] and "mode" in str(each["changes"][:1])]
        mode = nearest[-1]["changes"][0]["set"].get("mode") if nearest else "open"
        if is_private != (mode == "silent"):
            drill.unsettled.append(f"event {row['seq']} is {'private' if is_private else 'public'} in {mode}")
