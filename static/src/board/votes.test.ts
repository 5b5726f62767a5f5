// @vitest-environment node

import { expect, test } from "vitest";

import { isBallot, isNote } from "./items";
import { addNote, FakeLog, makeStore } from "./makers";
import { isAsked, mayVoteFor, openBallot, votesLeft } from "./votes";

function ballotOver(zones?: readonly string[]) {
  const store = makeStore(new FakeLog());
  const more = zones ? { zones } : {};
  store.act([
    addNote("note:1"),
    addNote("note:2", { zone: "zone:core" }),
    { type: "ballot.open", ballot: "ballot:1", title: "Tärkein", each: 3, per_note: 2, over: "notes", ...more },
  ]);
  const ballot = openBallot(store.items.value);
  if (!isBallot(ballot)) throw new Error("no ballot");
  return { store, ballot };
}

test("so many votes each, so many to one note", () => {
  const { store, ballot } = ballotOver();
  store.act({ type: "vote.cast", vote: "vote:1", ballot: "ballot:1", note: "note:1" });
  store.act({ type: "vote.cast", vote: "vote:2", ballot: "ballot:1", note: "note:1" });

  expect(votesLeft(store.items.value, ballot)).toBe(1);
  expect(mayVoteFor(store.items.value, ballot, "note:1")).toBe(false);
  expect(mayVoteFor(store.items.value, ballot, "note:2")).toBe(true);
});

test("a vote whose note has gone is mine to give again", () => {
  const { store, ballot } = ballotOver();
  store.act({ type: "vote.cast", vote: "vote:1", ballot: "ballot:1", note: "note:1" });
  store.act({ type: "note.remove", note: "note:1" });

  expect(votesLeft(store.items.value, ballot)).toBe(3);
});

test("a lane stands for its cells in what a ballot asks about", () => {
  const { store, ballot } = ballotOver(["zone:pain"]);
  const asked = [...store.items.value.values()]
    .filter(isNote)
    .filter((note) => isAsked(store.items.value, ballot, note));

  expect(asked.map(({ id }) => id)).toEqual(["note:1"]);
});

test("a closed ballot is not open, whatever votes are left", () => {
  const { store } = ballotOver();

  store.act({ type: "ballot.close", ballot: "ballot:1" });

  expect(openBallot(store.items.value)).toBeUndefined();
});
