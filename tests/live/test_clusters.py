"""Themes made one over the wire: one event for everybody, and what cannot be is refused by name."""

from __future__ import annotations

from tests.live.setting import note, op


def test_two_themes_become_one_and_one_becomes_two_in_one_event_each(stage):
    bjorn, dagny = stage.come(stage.setting.bjorn), stage.come(stage.setting.dagny)
    first, second = note(), note()
    gathered = [
        op("cluster.add", cluster=f"cluster:{name}", title=name, notes=[about["note"]])
        for name, about in (("jonot", first), ("kieli", second))
    ]
    merging = op("cluster.merge", cluster="cluster:jonot", clusters=["cluster:kieli"], title="Asiointi")
    splitting = op(
        "cluster.split", cluster="cluster:jonot", into="cluster:sanat", title="Sanat", notes=[second["note"]]
    )
    strange = op("cluster.merge", cluster="cluster:jonot", clusters=["cluster:jonot"])

    bjorn.emit("ops", [first, second, *gathered, merging, splitting, strange])

    assert bjorn.wait_op(merging["id"]) == dagny.wait_op(merging["id"])
    assert dagny.wait_op(merging["id"])["changes"] == [
        {
            "id": "cluster:jonot",
            "set": {
                "title": "Asiointi",
                "notes": [first["note"], second["note"]],
                "merged": [{"id": "cluster:kieli", "title": "kieli"}],
            },
        },
        {"id": "cluster:kieli", "gone": True},
    ]
    assert [change["id"] for change in dagny.wait_op(splitting["id"])["changes"]] == ["cluster:sanat", "cluster:jonot"]
    refused = bjorn.wait(lambda: next(iter(bjorn.refused()), None))
    assert (refused["op"], refused["code"]) == (strange["id"], "field.wrong")


def test_two_notes_become_one_and_come_apart_again(stage):
    bjorn, dagny = stage.come(stage.setting.bjorn), stage.come(stage.setting.dagny)
    first, second = note("Jonot ovat pitkiä"), note("jonot ovat pitkiä.")
    merging = op("note.merge", note=first["note"], notes=[second["note"]], text="Jonot")
    parting = op("note.restore", note=second["note"])
    strange = op("note.merge", note=first["note"], notes=[])

    bjorn.emit("ops", [first, second, merging, parting, strange])

    told = dagny.wait_op(merging["id"])["changes"]
    assert [change["id"] for change in told] == [first["note"], second["note"]]
    assert told[0]["set"]["merged"] == [
        {"id": second["note"], "text": "jonot ovat pitkiä.", "author": stage.setting.bjorn}
    ]
    parted = {change["id"]: change["set"] for change in dagny.wait_op(parting["id"])["changes"]}
    assert parted[first["note"]] == {"merged": None}
    assert parted[second["note"]]["text"] == "jonot ovat pitkiä."
    refused = bjorn.wait(lambda: next(iter(bjorn.refused()), None))
    assert (refused["op"], refused["code"]) == (strange["id"], "field.wrong")
