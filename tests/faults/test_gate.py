"""The faults that every change must stand: small, by two seeds. `make soak` plays them in full, and the others."""

from __future__ import annotations

from tests.faults.drills import offline, repeated, revoked, two_processes, unreadable


def test_f6_what_was_done_without_network_is_sent_in_order_when_it_is_back(hold, calm_server):
    hold(offline, calm_server, 0)


def test_f7_what_comes_twice_or_out_of_order_happens_once(hold, calm_server):
    hold(repeated, calm_server, 1)


def test_f14_what_nobody_can_read_is_its_senders_trouble_alone(hold, calm_server):
    hold(unreadable, calm_server, 2)


def test_f22_whoever_loses_access_loses_it_at_once(hold, calm_server):
    hold(revoked, calm_server, 3)


def test_f11_two_processes_on_one_database_make_one_log(hold, calm_server):
    hold(two_processes, calm_server, 4)
