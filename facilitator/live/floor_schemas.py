"""The wire form of the floor's operations."""

from __future__ import annotations

from facilitator.live.members import Fields, Ids, ItemId, Key, OperationSchema, Whole, Words, bare, naming


class AddStepSchema(OperationSchema):
    """`step.add`: a new part of the agenda."""

    type = "step.add"
    step = ItemId("The new step's id, made by the client.")
    title = Words("Its title.")
    instruction = Words("What people do in it, in a sentence.", required=False)
    minutes = Whole("How long it is planned to last.", 1, 1_000)
    mode = Key("Its boards' mode: `open`, `silent`, `vote` or `look`; absent: `open`.", required=False)
    boards = Ids("The boards that it concerns: one that everybody shares, or one for each group.")
    focus = ItemId("The zone where people work.", required=False)
    after = ItemId("The step that it follows; absent: last.", required=False)


class SetStepSchema(OperationSchema):
    """`step.set`: change what a part says and asks for."""

    type = "step.set"
    step = ItemId("The step.")
    fields_ = Fields("`title`, `instruction`, `minutes`, `mode`, `boards`, `focus`; null takes one away.")


class MoveStepSchema(OperationSchema):
    """`step.move`: put a part elsewhere in the agenda."""

    type = "step.move"
    step = ItemId("The step.")
    after = ItemId("The step that it comes to follow; null: the first place.", required=False)


class GoStepSchema(OperationSchema):
    """`step.go`: go to a part; its boards get its mode."""

    type = "step.go"
    step = ItemId("The step; null: none.", required=False)


class StartTimerSchema(OperationSchema):
    """`timer.start`: begin a timer."""

    type = "timer.start"
    seconds = Whole("From now.", 1, 14_400, required=True)


class AddTimerSchema(OperationSchema):
    """`timer.add`: give more time."""

    type = "timer.add"
    seconds = Whole("More than there are.", 1, 14_400, required=True)


class CallSummonSchema(OperationSchema):
    """`summon.call`: call everybody to a board."""

    type = "summon.call"
    board = Key("The board's id.")
    focus = ItemId("A zone of it.", required=False)


naming("step.remove", "take a part away")
naming("step.restore", "bring a part back")
bare("timer.pause", "hold the time that is left")
bare("timer.resume", "go on with the time that was held")
bare("timer.end", "take the timer away")
