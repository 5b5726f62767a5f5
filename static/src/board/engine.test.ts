// @vitest-environment node

/** The reducer and the guesses beside the engine's own histories (`python -m tests.engine.tell_histories`). */

import { expect, test } from "vitest";

import type { LogEvent } from "./events";
import told from "./histories.jsonl?raw";
import type { Item, Items } from "./items";
import { Log, fold } from "./log";
import { plain } from "./makers";
import type { Operation } from "./operations";
import { change, closed } from "./reduce";

interface Fetched {
  readonly seq: number;
  readonly items: readonly Item[];
}

interface History {
  readonly seed: number;
  readonly you: string;
  readonly first: LogEvent;
  readonly steps: readonly { readonly operation: Operation | null; readonly event: LogEvent }[];
  readonly middle: Fetched;
  readonly end: Fetched;
}

const CASES = told
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line) as History)
  .map((history) => [history.seed, history] as const);

function itemsOf({ items }: Fetched): Items {
  return new Map(items.map((item) => [item.id, item]));
}

test.each(CASES)(
  "events from the first, events after a state, and the state afresh agree (history %i)",
  (_, history) => {
    const events = [history.first, ...history.steps.map(({ event }) => event)];
    const tail = events.filter(({ seq }) => seq > history.middle.seq);

    const replayed = closed(fold(events));
    const resumed = closed(tail.reduce((items, event) => change(items, event.changes ?? []), itemsOf(history.middle)));

    const afresh = plain(closed(itemsOf(history.end)));
    expect(plain(replayed)).toEqual(afresh);
    expect(plain(resumed)).toEqual(afresh);
  },
);

/** Sums, organisations, times, the number of a silence and how a cell's title is kept: only the engine can know. */
const UNKNOWN = new Set(["sums", "voters", "secret", "silence", "organisation", "at"]);

function guessable(items: Items): unknown {
  const told = [...closed(items).values()].map((item) => {
    const isUnknown = (field: string) => UNKNOWN.has(field) || (field === "title" && item.lane !== undefined);
    return [item.id, Object.fromEntries(Object.entries(item).filter(([field]) => !isUnknown(field)))];
  });
  return Object.fromEntries(told);
}

/** Others' words that an answer brings: merged into mine, or shown when a silence ends. */
function bringsOthers(operation: Operation, items: Items): boolean {
  if (operation.type === "mode.set") return true;
  return operation.type === "note.write" && items.get(operation.note)?.text !== operation.was;
}

test.each(CASES)("what one's own operations do is guessed right (history %i)", (_, history) => {
  const log = new Log(history.you, ["pain", "idea"]);
  log.receive([history.first]);
  const guesses: unknown[] = [];
  const answers: unknown[] = [];
  for (const { operation, event } of history.steps) {
    if (operation === null) {
      log.receive([event]);
      continue;
    }
    const isMore = bringsOthers(operation, log.items.value);
    log.hope([operation]);
    const guessed = guessable(log.items.value);
    log.receive([event]);
    guesses.push([operation, isMore ? "more" : guessed]);
    answers.push([operation, isMore ? "more" : guessable(log.items.value)]);
  }

  expect(guesses).toEqual(answers);
  expect(log.pending.value).toEqual([]);
  expect(answers.length).toBeGreaterThan(3);
});
