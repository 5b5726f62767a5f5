"""Every code that the engine may refuse with. `facilitator/words.py` has a sentence for each in three languages."""

from __future__ import annotations

CODES = frozenset(
    {
        "ballot.closed",  # no vote without an open ballot
        "ballot.held",  # it was held here: its result stays
        "ballot.other_open",  # one ballot at a time
        "ballot.sums",  # brought sums that no ballot can have
        "board.full",
        "cluster.nothing_left",  # none of the notes that were to leave it are in it
        "comment.answer",  # to an answer there is no answer, and nothing to resolve
        "comment.erased",
        "comment.not_yours",
        "field.unknown",
        "field.wrong",
        "floor.full",
        "id.invalid",
        "item.exists",
        "item.gone",  # it was removed; whoever could remove it can restore it
        "item.unknown",  # or not for this person's eyes: the same answer
        "kind.fixed",  # this method's kinds cannot be named anew
        "kind.gone",  # the board has it no more; notes that have it keep it
        "kind.same_name",
        "kind.too_many",
        "kind.unknown",
        "link.circle",  # the method says that these links have a beginning and an end
        "link.kind",
        "link.same",
        "mode.closed",
        "mode.ended",  # the workshop is over: no modes, no ballots
        "mode.look",
        "mode.silent",
        "mode.unknown",
        "mode.vote",
        "not.allowed",
        "note.erased",
        "note.fixed",  # the method gave it: the same on every board
        "note.ground",  # its picture lies under the zone until those who lead take it up
        "note.not_yours",  # the board leaves rewriting to authors
        "note.too_late",  # the workshop ended more than a day ago
        "note.unsettled",  # five alternatives wait already
        "number.wrong",
        "op.elsewhere",  # of a board on a floor, or the other way round
        "op.reused",  # the same id came with another payload before
        "order.invalid",
        "picture.none",  # a note without one is no ground
        "picture.wrong",
        "place.wrong",
        "settle.wrong",
        "text.empty",
        "text.invalid",
        "text.too_long",
        "timer.none",
        "vote.none_left",
        "vote.outside",
        "vote.per_note",
        "zone.fixed",
        "zone.wrong_kind",
    }
)
