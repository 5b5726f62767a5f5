"""Comments over the wire: everybody hears of one, and in silence its writer alone."""

from __future__ import annotations

import uuid

from tests.live.setting import note, op


def comment(on: str, text: str = "Mistä tämä tiedetään?") -> dict:
    return op("comment.add", comment=f"comment:{uuid.uuid4()}", on=on, text=text)


def test_a_comment_comes_back_to_everybody_and_a_bad_one_to_its_sender(stage):
    bjorn, dagny = stage.come(stage.setting.bjorn), stage.come(stage.setting.dagny)
    about = note()
    said, strange = comment(about["note"]), comment("zone:unplaced")

    bjorn.emit("ops", [about, said, strange])

    mine, hers = bjorn.wait_op(said["id"]), dagny.wait_op(said["id"])
    assert mine == hers
    assert mine["changes"][0]["set"]["text"] == said["text"]
    refused = bjorn.wait(lambda: next(iter(bjorn.refused()), None))
    assert (refused["op"], refused["code"]) == (strange["id"], "item.unknown")
