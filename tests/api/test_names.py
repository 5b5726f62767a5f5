"""Names suggested for lanes, columns and organisations: nobody is told what they may not see."""

from __future__ import annotations

from facilitator.engine import Actor
from facilitator.live import rooms
from facilitator.models import Board
from facilitator.planning import boards, groups, workshops
from facilitator.planning.closing import confirm_board
from facilitator.planning.register import merge
from facilitator.record.register import Register
from tests.api.case import Case
from tests.live.setting import note, op


def board_of(case: Case, title: str, method: str, position: int) -> Board:
    """A board of another workshop of the project."""
    workshop = workshops.create_workshop(case.project, title, position=position)
    return boards.create_board(workshop, title, method)


def names(case: Case, who: str, board: Board) -> list[tuple[str, str]]:
    answer = case.ask(who, "GET", f"/boards/{board.id}/names")
    assert answer.status_code == 200, answer.text
    return [(each["type"], each["name"]) for each in answer.json]


def write(board: Board, *notes: dict[str, object]) -> None:
    rooms.submit(board.id, list(notes), rooms.SYSTEM)


def test_names_are_of_the_boards_that_one_may_open_and_for_members_of_the_register_too(case: Case):
    onion = boards.create_board(case.workshop, "Sidosryhmät", "stakeholder_onion")
    path = boards.create_board(case.workshop, "Polku", "service_path")
    write(onion, note("Kela", kind="state"), note(" PRH ", kind="state"), note("Jono\nja toinen rivi", kind="state"))
    write(path, note("prh", kind="organisation"), note("Hae lupaa", kind="step"), note("Jono on pitkä"))
    group = groups.create_group(case.workshop, "Ryhmä 2")  # Björn is in the other one
    write(boards.create_board(case.workshop, "Oma", "service_path", group=group), note("Ryhmän", kind="organisation"))
    earlier = board_of(case, "Aiempi", "stakeholder_onion", 1)
    write(earlier, note("Vain aiemmassa", kind="state"), note("Sama toisin", kind="state"))
    confirm_board(earlier, case.aino.id)
    ids = {thing.name: thing.id for thing in Register(case.project.id).things()}
    merge(case.project, ids["Sama toisin"], ids["Vain aiemmassa"], case.aino.id)

    seen = [("stakeholder", "Jono ja toinen rivi"), ("stakeholder", "Kela"), ("stakeholder", "PRH")]
    assert names(case, "bjorn", path) == [*seen, ("step", "Hae lupaa")]
    assert sorted(names(case, "aino", path)) == sorted(
        [*seen, ("stakeholder", "Ryhmän"), ("stakeholder", "Vain aiemmassa"), ("step", "Hae lupaa")]
    )


def test_what_is_private_left_out_or_too_long_is_no_name(case: Case):
    path = boards.create_board(case.workshop, "Polku", "service_path")
    left = note("Jätetty", kind="organisation")
    write(path, left, note("x" * 200, kind="organisation"), op("mode.set", mode="silent"))
    me = Actor(case.bjorn.id, "participant")
    rooms.submit(path.id, [note("Hiljaa kirjoitettu", kind="organisation")], me)

    found = {name for _, name in names(case, "aino", path) + names(case, "bjorn", path)}

    assert found == {"Jätetty"}
