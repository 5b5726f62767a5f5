"""The faults of the gate that end the server; a file of its own, so that it runs beside the others."""

from __future__ import annotations

from tests.faults.drills import killed, mid_step


def test_f1_after_kill_9_nothing_acknowledged_is_lost_and_all_have_the_same(hold, own_server):
    hold(killed, own_server, 0)


def test_f12_silence_votes_and_the_timer_hold_over_a_kill(hold, own_server):
    hold(mid_step, own_server, 0)
