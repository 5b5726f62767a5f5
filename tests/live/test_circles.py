"""An arrow that would close a circle: refused over the wire with a sentence that names its kind."""

from __future__ import annotations

import pytest

from tests.live.setting import Caller, make_setting, note, op

SAID = {
    "fi": "Syy: nämä nuolet eivät saa kulkea kehää, ja tämä nuoli sulkisi sellaisen.",
    "sv": "Orsak: de här pilarna får inte gå i en cirkel, och den här pilen skulle sluta en sådan.",
    "en": "Cause: these arrows may not go round in a circle, and this one would close one.",
}


def cause(name: str) -> dict:
    return note(note=f"note:{name}", kind="cause", zone="zone:why_1", text=name)


def causes(source: str, target: str) -> dict:
    ends = {"source": f"note:{source}", "target": f"note:{target}"}
    return op("link.add", link=f"link:{source}-{target}", kind="causes", **ends)


@pytest.mark.parametrize("language", SAID)
def test_a_circle_of_causes_is_refused_in_the_senders_language_and_the_rest_is_done(app, language):
    bjorn = (setting := make_setting("five_whys")).bjorn
    caller = Caller(app.test_client(), setting, bjorn)
    caller.headers["Accept-Language"] = language
    back = causes("c", "a")

    answer = caller.send(*map(cause, "abc"), causes("a", "b"), causes("b", "c"), back, causes("a", "c"))

    assert answer["refused"] == [{"op": back["id"], "code": "link.circle", "message": SAID[language]}]
    assert sorted(item_id for item_id in caller.items() if item_id.startswith("link:")) == [
        "link:a-b",
        "link:a-c",
        "link:b-c",
    ]


def test_a_board_says_what_it_shows_and_everybody_reads_it(app):
    setting = make_setting("service_blueprint")
    aino, dagny = (Caller(app.test_client(), setting, who) for who in (setting.aino, setting.dagny))

    told = aino.send(op("board.set", fields={"variant": "to_be"}), op("board.set", fields={"variant": "wished"}))

    assert [each["code"] for each in told["refused"]] == ["field.wrong"]
    assert dagny.items()["board"]["variant"] == "to_be"
    refused = dagny.send(op("board.set", fields={"variant": "as_is"}))["refused"]
    assert [each["code"] for each in refused] == ["not.allowed"]
